import { IconBuildingHospital, IconCategory, IconHome, IconRoute, IconSpeakerphone } from '@tabler/icons-react';
import { accountJob } from '../account/account-job.ts';
import type { Portal } from '../frame/portal.ts';
import { complianceJob } from './compliance-job.ts';
import { leadsJob } from './leads-job.ts';
import { peopleJob } from './people-job.ts';
import { settingsJob } from './settings-job.ts';

/** The pages of who runs the organization. */
export const adminPortal: Portal = {
  base: '/admin',
  name: 'Administration',
  jobs: [
    {
      label: 'Today',
      icon: IconHome,
      pages: [
        { path: '', title: 'Today', permission: 'reports:read', load: () => import('./today-page.tsx') },
        {
          path: 'first-run',
          title: 'Your first lead',
          unlisted: true,
          permission: 'campaigns:write',
          load: () => import('./first-run-page.tsx'),
        },
      ],
    },
    leadsJob,
    peopleJob,
    {
      label: 'Offers',
      icon: IconRoute,
      pages: [
        {
          path: 'offers',
          title: 'Offers',
          permission: 'offers:read',
          load: () => import('./offers/offers-page.tsx'),
        },
        {
          path: 'offers/requests',
          title: 'Requests',
          permission: 'offers:read',
          keywords: 'partners ask enrolment approve',
          load: () => import('./offers/requests-page.tsx'),
        },
        {
          path: 'offers/new',
          title: 'New offer',
          permission: 'offers:write',
          unlisted: true,
          load: () => import('./offers/new-offer-page.tsx'),
        },
        {
          path: 'offers/$offerId',
          title: 'Offer',
          permission: 'offers:read',
          load: () => import('./offers/offer-page.tsx'),
        },
        {
          path: 'offers/$offerId/replay',
          title: 'Replay',
          permission: 'leads:try',
          load: () => import('./offers/replay-page.tsx'),
        },
      ],
    },
    {
      label: 'Buyers',
      icon: IconBuildingHospital,
      pages: [
        { path: 'buyers', title: 'Buyers', permission: 'buyers:read', load: () => import('./buyers/buyers-page.tsx') },
        {
          path: 'buyers/contracts',
          title: 'Contracts',
          permission: 'contracts:read',
          load: () => import('./contracts/contracts-page.tsx'),
        },
        {
          path: 'buyers/deliveries',
          title: 'Deliveries',
          permission: 'deliveries:all',
          load: () => import('./deliveries-page.tsx'),
        },
        {
          path: 'buyers/new',
          title: 'New buyer',
          permission: 'buyers:write',
          unlisted: true,
          load: () => import('./buyers/new-buyer-page.tsx'),
        },
        {
          path: 'buyers/contracts/new',
          title: 'New contract',
          permission: 'contracts:write',
          unlisted: true,
          load: () => import('./contracts/new-contract-page.tsx'),
        },
        {
          path: 'buyers/$buyerId',
          title: 'Buyer',
          permission: 'buyers:read',
          load: () => import('./buyers/buyer-page.tsx'),
        },
        {
          path: 'buyers/$buyerId/edit',
          title: 'Edit buyer',
          permission: 'buyers:write',
          load: () => import('./buyers/edit-buyer-page.tsx'),
        },
        {
          path: 'buyers/contracts/$contractId',
          title: 'Contract',
          permission: 'contracts:read',
          load: () => import('./contracts/contract-page.tsx'),
        },
        {
          path: 'buyers/contracts/$contractId/edit',
          title: 'Edit contract',
          permission: 'contracts:write',
          load: () => import('./contracts/edit-contract-page.tsx'),
        },
      ],
    },
    {
      label: 'Partners',
      icon: IconSpeakerphone,
      pages: [
        {
          path: 'partners',
          title: 'Partners',
          permission: 'partners:read',
          load: () => import('./partners/partners-page.tsx'),
        },
        {
          path: 'partners/campaigns',
          title: 'Campaigns',
          permission: 'campaigns:read',
          load: () => import('./campaigns/campaigns-page.tsx'),
        },
        {
          path: 'partners/posting-log',
          title: 'Posting log',
          permission: 'posting-log:all',
          load: () => import('./partners/posting-log-page.tsx'),
        },
        {
          path: 'partners/ping-log',
          title: 'Ping log',
          permission: 'posting-log:all',
          keywords: 'bids quotes auction',
          load: () => import('./partners/ping-log-page.tsx'),
        },
        {
          path: 'partners/new',
          title: 'New partner',
          permission: 'partners:write',
          unlisted: true,
          load: () => import('./partners/new-partner-page.tsx'),
        },
        {
          path: 'partners/campaigns/new',
          title: 'New campaign',
          permission: 'campaigns:write',
          unlisted: true,
          load: () => import('./campaigns/new-campaign-page.tsx'),
        },
        {
          path: 'partners/$partnerId',
          title: 'Partner',
          permission: 'partners:read',
          load: () => import('./partners/partner-page.tsx'),
        },
        {
          path: 'partners/$partnerId/edit',
          title: 'Edit partner',
          permission: 'partners:write',
          load: () => import('./partners/edit-partner-page.tsx'),
        },
        {
          path: 'partners/campaigns/$campaignId',
          title: 'Campaign',
          permission: 'campaigns:read',
          load: () => import('./campaigns/campaign-page.tsx'),
        },
        {
          path: 'partners/campaigns/$campaignId/edit',
          title: 'Edit campaign',
          permission: 'campaigns:write',
          load: () => import('./campaigns/edit-campaign-page.tsx'),
        },
      ],
    },
    {
      label: 'Verticals',
      icon: IconCategory,
      pages: [
        {
          path: 'verticals',
          title: 'Verticals',
          permission: 'verticals:read',
          load: () => import('./verticals/verticals-page.tsx'),
        },
        {
          path: 'verticals/new',
          title: 'New vertical',
          permission: 'verticals:write',
          unlisted: true,
          load: () => import('./verticals/new-vertical-page.tsx'),
        },
        {
          path: 'verticals/groups',
          title: 'Groups of verticals',
          permission: 'vertical-groups:read',
          load: () => import('./vertical-groups/groups-page.tsx'),
        },
        {
          path: 'verticals/groups/new',
          title: 'New group of verticals',
          permission: 'verticals:write',
          unlisted: true,
          load: () => import('./vertical-groups/new-group-page.tsx'),
        },
        {
          path: 'verticals/groups/$groupId',
          title: 'Group of verticals',
          permission: 'vertical-groups:read',
          load: () => import('./vertical-groups/group-page.tsx'),
        },
        {
          path: 'verticals/$verticalId',
          title: 'Vertical',
          permission: 'verticals:read',
          load: () => import('./verticals/vertical-page.tsx'),
        },
      ],
    },
    complianceJob,
    settingsJob,
    accountJob,
  ],
};
