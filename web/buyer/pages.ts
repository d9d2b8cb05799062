import { IconFileText, IconHome, IconInbox, IconSettings, IconTruckDelivery } from '@tabler/icons-react';
import { accountJob } from '../account/account-job.ts';
import type { Portal } from '../frame/portal.ts';

/** The portal's pages. */
export const buyerPortal: Portal = {
  base: '/buyer',
  name: 'Buyer',
  jobs: [
    {
      label: 'Today',
      icon: IconHome,
      pages: [{ path: '', title: 'Today', permission: 'reports:own-buyer', load: () => import('./today-page.tsx') }],
    },
    {
      label: 'Leads',
      icon: IconInbox,
      pages: [
        { path: 'leads', title: 'Leads', permission: 'leads:read', load: () => import('./leads-page.tsx') },
        {
          // Not `$leadId`: a buyer never hears the number by which the palette finds a lead.
          path: 'leads/$boughtLeadId',
          title: 'Lead',
          permission: 'leads:read',
          load: () => import('./lead-page.tsx'),
        },
        {
          path: 'people',
          title: 'People',
          permission: 'people:own-buyer',
          load: () => import('../people/buyer-people-page.tsx'),
        },
        {
          path: 'people/$ownPersonId',
          title: 'Person',
          permission: 'people:own-buyer',
          load: () => import('../people/buyer-person-page.tsx'),
        },
      ],
    },
    {
      label: 'Contracts',
      icon: IconFileText,
      pages: [
        {
          path: 'contracts',
          title: 'Contracts',
          permission: 'contracts:read',
          keywords: 'terms price licensed fields',
          load: () => import('./contracts-page.tsx'),
        },
        {
          path: 'contracts/$contractId',
          title: 'Contract',
          permission: 'contracts:read',
          load: () => import('./contract-page.tsx'),
        },
      ],
    },
    {
      label: 'Deliveries',
      icon: IconTruckDelivery,
      pages: [
        {
          path: 'deliveries',
          title: 'Deliveries',
          permission: 'deliveries:own',
          load: () => import('./deliveries-page.tsx'),
        },
      ],
    },
    {
      label: 'Settings',
      icon: IconSettings,
      pages: [
        {
          path: 'settings/users',
          title: 'Users',
          permission: 'colleagues:read',
          keywords: 'colleagues people invite',
          load: () => import('../colleagues/users-page.tsx'),
        },
        {
          path: 'settings/api-keys',
          title: 'API keys',
          permission: 'api-keys:own-buyer',
          load: () => import('../keys/buyer-keys-page.tsx'),
        },
      ],
    },
    accountJob,
  ],
};
