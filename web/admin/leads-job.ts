import { IconInbox } from '@tabler/icons-react';
import type { PortalJob } from '../frame/portal.ts';

/** Leads: how they come, what became of them, and how they are taken out. */
export const leadsJob: PortalJob = {
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
    {
      path: 'leads/exports',
      title: 'Exports',
      permission: 'leads:export',
      keywords: 'csv download file',
      load: () => import('../exports/exports-page.tsx'),
    },
    {
      path: 'leads/imports',
      title: 'Imports',
      permission: 'leads:import',
      keywords: 'csv upload file',
      load: () => import('../lead-imports/imports-page.tsx'),
    },
    {
      path: 'leads/imports/new',
      title: 'Import leads',
      permission: 'leads:import',
      unlisted: true,
      load: () => import('../lead-imports/new-import-page.tsx'),
    },
    {
      path: 'leads/imports/$importId',
      title: 'Import',
      permission: 'leads:import',
      load: () => import('../lead-imports/import-page.tsx'),
    },
    {
      path: 'leads/sessions',
      title: 'Sessions',
      permission: 'lead-sessions:read',
      keywords: 'form steps coreg',
      load: () => import('../lead-sessions/sessions-page.tsx'),
    },
    {
      path: 'leads/new',
      title: 'Enter a lead',
      permission: 'leads:create',
      keywords: 'new lead by hand',
      load: () => import('./new-lead-page.tsx'),
    },
    { path: 'leads/$leadId', title: 'Lead', permission: 'leads:read', load: () => import('./lead-page.tsx') },
  ],
};
