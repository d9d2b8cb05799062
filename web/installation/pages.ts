import { IconBuilding, IconHome, IconSettings, IconUsers } from '@tabler/icons-react';
import { accountJob } from '../account/account-job.ts';
import type { Portal } from '../frame/portal.ts';

/** The pages of who runs the installation. */
export const installationPortal: Portal = {
  base: '/installation',
  name: 'Installation',
  jobs: [
    {
      label: 'Today',
      icon: IconHome,
      pages: [{ path: '', title: 'Today', permission: 'tenants:read', load: () => import('./today-page.tsx') }],
    },
    {
      label: 'Organizations',
      icon: IconBuilding,
      pages: [
        {
          path: 'tenants',
          title: 'Organizations',
          permission: 'tenants:read',
          keywords: 'tenants customers',
          load: () => import('./tenants-page.tsx'),
        },
        {
          path: 'tenants/new',
          title: 'New organization',
          permission: 'tenants:write',
          unlisted: true,
          load: () => import('./new-tenant-page.tsx'),
        },
        {
          path: 'tenants/$tenantId',
          title: 'Organization',
          permission: 'tenants:read',
          load: () => import('./tenant-page.tsx'),
        },
      ],
    },
    {
      label: 'People',
      icon: IconUsers,
      pages: [
        { path: 'people', title: 'People', permission: 'users:all', load: () => import('./people-page.tsx') },
        {
          path: 'superadmins',
          title: 'Superadmins',
          permission: 'users:read',
          load: () => import('../people-access/users-page.tsx'),
        },
        {
          path: 'superadmins/new',
          title: 'Invite somebody',
          permission: 'users:write',
          unlisted: true,
          load: () => import('../people-access/new-user-page.tsx'),
        },
        {
          path: 'superadmins/$userId',
          title: 'Superadmin',
          permission: 'users:read',
          load: () => import('../people-access/user-page.tsx'),
        },
      ],
    },
    {
      label: 'Settings',
      icon: IconSettings,
      pages: [
        { path: 'sign-up', title: 'Sign-up', permission: 'settings:signup', load: () => import('./sign-up-page.tsx') },
      ],
    },
    accountJob,
  ],
};
