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
      path: 'settings/roles',
      title: 'Roles',
      permission: 'roles:read',
      keywords: 'permissions rights',
      load: () => import('../people-access/roles-page.tsx'),
    },
    {
      path: 'settings/roles/new',
      title: 'New role',
      permission: 'roles:write',
      unlisted: true,
      load: () => import('../people-access/new-role-page.tsx'),
    },
    {
      path: 'settings/roles/$roleId',
      title: 'Role',
      permission: 'roles:read',
      load: () => import('../people-access/role-page.tsx'),
    },
    {
      path: 'settings/field-access',
      title: 'Field access',
      permission: 'field-access:read',
      keywords: 'hidden masked personal data phi',
      load: () => import('../field-access/field-access-page.tsx'),
    },
    {
      path: 'settings/field-access/$role',
      title: 'Rules of a role',
      permission: 'field-access:write',
      load: () => import('../field-access/edit-field-access-page.tsx'),
    },
    {
      path: 'settings/sign-in-rules',
      title: 'Sign-in networks',
      permission: 'sign-in-rules:read',
      keywords: 'ip addresses vpn office',
      load: () => import('../people-access/networks-page.tsx'),
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
    {
      path: 'settings/organization',
      title: 'Organization',
      permission: 'organization:read',
      load: () => import('../settings/organization-page.tsx'),
    },
    {
      path: 'settings/lists',
      title: 'Lists',
      permission: 'settings:read',
      load: () => import('../settings/lists-page.tsx'),
    },
    {
      path: 'settings/tax-rates',
      title: 'Tax rates',
      permission: 'settings:read',
      load: () => import('../settings/tax-rates-page.tsx'),
    },
    {
      path: 'settings/smtp',
      title: 'Mail accounts',
      permission: 'settings:read',
      load: () => import('../settings/smtp-page.tsx'),
    },
    {
      path: 'settings/domains',
      title: 'Domains',
      permission: 'settings:read',
      load: () => import('../settings/domains-page.tsx'),
    },
    {
      path: 'settings/signup-questions',
      title: 'Sign-up questions',
      permission: 'settings:read',
      load: () => import('../settings/signup-questions-page.tsx'),
    },
  ],
};
