import { IconHome, IconInbox, IconUserSearch } from '@tabler/icons-react';
import type { Portal } from '../frame/portal.ts';

/** The pages of who runs the organization. */
export const adminPortal: Portal = {
  base: '/admin',
  name: 'Administration',
  jobs: [
    {
      label: 'Today',
      icon: IconHome,
      pages: [
        { path: '', title: 'Today', load: () => import('./today-page.tsx') },
        {
          path: 'first-run',
          title: 'Your first lead',
          permission: 'campaigns:write',
          load: () => import('./first-run-page.tsx'),
        },
      ],
    },
    {
      label: 'Leads',
      icon: IconInbox,
      pages: [
        { path: 'leads', title: 'Leads', permission: 'leads:read', load: () => import('./leads-page.tsx') },
        { path: 'leads/$leadId', title: 'Lead', permission: 'leads:read', load: () => import('./lead-page.tsx') },
      ],
    },
    {
      label: 'People',
      icon: IconUserSearch,
      pages: [{ path: 'people', title: 'People', permission: 'leads:read', load: () => import('./people-page.tsx') }],
    },
  ],
};
