import { IconSettings } from '@tabler/icons-react';
import type { PortalJob } from '../frame/portal.ts';

/** People, roles, keys, and what holds for the organization. */
export const settingsJob: PortalJob = {
  label: 'Settings',
  icon: IconSettings,
  pages: [
    {
      path: 'settings/users',
      title: 'Users',
      permission: 'users:read',
      keywords: 'people accounts team invite',
      load: () => import('../people-access/users-page.tsx'),
    },
    {
      path: 'settings/users/new',
      title: 'Invite somebody',
      permission: 'users:write',
      unlisted: true,
      load: () => import('../people-access/new-user-page.tsx'),
    },
    {
      path: 'settings/users/$userId',
      title: 'User',
      permission: 'users:read',
      load: () => import('../people-access/user-page.tsx'),
    },
    {
      path: 'settings/login-activity',
      title: 'Log-in activity',
      permission: 'users:read',
      load: () => import('../people-access/login-activity-page.tsx'),
    },
    {
      path: 'settings/keys',
      title: 'API keys',
      permission: 'api-keys:manage',
      load: () => import('../keys/keys-page.tsx'),
    },
  ],
};
