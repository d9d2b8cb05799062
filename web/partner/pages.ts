import { IconHome, IconInbox, IconListDetails, IconSettings, IconSpeakerphone, IconTags } from '@tabler/icons-react';
import { accountJob } from '../account/account-job.ts';
import type { Portal } from '../frame/portal.ts';

/** The portal's pages. */
export const partnerPortal: Portal = {
  base: '/partner',
  name: 'Partner',
  jobs: [
    {
      label: 'Today',
      icon: IconHome,
      pages: [{ path: '', title: 'Today', permission: 'reports:own-partner', load: () => import('./today-page.tsx') }],
    },
    {
      label: 'Campaigns',
      icon: IconSpeakerphone,
      pages: [
        {
          path: 'campaigns',
          title: 'Campaigns',
          permission: 'partner:self',
          keywords: 'posting instructions test post samples',
          load: () => import('./campaigns-page.tsx'),
        },
        {
          path: 'campaigns/$campaignId',
          title: 'Campaign',
          permission: 'partner:self',
          load: () => import('./campaign-page.tsx'),
        },
      ],
    },
    {
      label: 'Offers',
      icon: IconTags,
      pages: [
        {
          path: 'offers',
          title: 'Offers',
          permission: 'partner:self',
          keywords: 'find ask payout',
          load: () => import('./offers-page.tsx'),
        },
        {
          path: 'offers/mine',
          title: 'Your offers',
          permission: 'partner:self',
          keywords: 'enrolled campaigns stats',
          load: () => import('./own-offers-page.tsx'),
        },
        {
          path: 'offers/$openOfferId',
          title: 'Offer',
          permission: 'partner:self',
          load: () => import('./offer-page.tsx'),
        },
      ],
    },
    {
      label: 'Leads',
      icon: IconInbox,
      pages: [
        { path: 'leads', title: 'Leads', permission: 'leads:read', load: () => import('./leads-page.tsx') },
        {
          path: 'leads/live',
          title: 'Live feed',
          permission: 'leads:feed',
          load: () => import('../leads/feed-page.tsx'),
        },
        { path: 'leads/$leadId', title: 'Lead', permission: 'leads:read', load: () => import('./lead-page.tsx') },
        {
          path: 'people',
          title: 'People',
          permission: 'partner:self',
          load: () => import('../people/partner-people-page.tsx'),
        },
        {
          path: 'people/$ownPersonId',
          title: 'Person',
          permission: 'partner:self',
          load: () => import('../people/partner-person-page.tsx'),
        },
      ],
    },
    {
      label: 'Posting log',
      icon: IconListDetails,
      pages: [
        {
          path: 'posting-log',
          title: 'Posting log',
          permission: 'posting-log:own',
          keywords: 'errors faults answers',
          load: () => import('./posting-log-page.tsx'),
        },
        {
          path: 'posting-log/pings',
          title: 'Ping log',
          permission: 'posting-log:own',
          keywords: 'quotes prices',
          load: () => import('./ping-log-page.tsx'),
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
          permission: 'api-keys:own-partner',
          load: () => import('../keys/partner-keys-page.tsx'),
        },
        {
          path: 'settings/notices',
          title: 'Notices',
          permission: 'partner:settings',
          load: () => import('./notices-page.tsx'),
        },
      ],
    },
    accountJob,
  ],
};
