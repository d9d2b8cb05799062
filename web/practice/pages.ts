import { IconHome, IconUsers } from '@tabler/icons-react';
import { accountJob } from '../account/account-job.ts';
import type { Portal } from '../frame/portal.ts';

/** The portal's pages. */
export const practicePortal: Portal = {
  base: '/practice',
  name: 'Practice',
  jobs: [
    { label: 'Home', icon: IconHome, pages: [{ path: '', title: 'Home', load: () => import('./home-page.tsx') }] },
    {
      label: 'Team',
      icon: IconUsers,
      pages: [
        {
          path: 'team',
          title: 'Team',
          permission: 'users:read',
          keywords: 'people accounts users invite',
          load: () => import('../people-access/users-page.tsx'),
        },
        {
          path: 'team/new',
          title: 'Invite somebody',
          permission: 'users:write',
          unlisted: true,
          load: () => import('../people-access/new-user-page.tsx'),
        },
        {
          path: 'team/$userId',
          title: 'User',
          permission: 'users:read',
          load: () => import('../people-access/user-page.tsx'),
        },
      ],
    },
    accountJob,
  ],
};
