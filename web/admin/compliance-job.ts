import { IconShieldCheck } from '@tabler/icons-react';
import type { PortalJob } from '../frame/portal.ts';

/** Who did what, who may get in, and what takes two people. */
export const complianceJob: PortalJob = {
  label: 'Compliance',
  icon: IconShieldCheck,
  pages: [
    {
      path: 'compliance/audit',
      title: 'Audit trail',
      permission: 'audit:read',
      keywords: 'log events who did what',
      load: () => import('../compliance/audit-page.tsx'),
    },
    {
      path: 'compliance/reveals',
      title: 'Reveals',
      permission: 'audit:read',
      keywords: 'personal data phi looked',
      load: () => import('../compliance/reveals-page.tsx'),
    },
    {
      path: 'compliance/approvals',
      title: 'Approvals',
      permission: 'approvals:read',
      keywords: 'export csv two people',
      load: () => import('../compliance/approvals-page.tsx'),
    },
    {
      path: 'compliance/suppression',
      title: 'Suppression',
      permission: 'suppression:read',
      keywords: 'opt out do not call dnc unsubscribe list import',
      load: () => import('../screening/suppression-page.tsx'),
    },
    {
      path: 'compliance/blocked',
      title: 'Blocked lists',
      permission: 'blocked-lists:read',
      keywords: 'ip address caller id referrer fraud bots',
      load: () => import('../screening/blocked-page.tsx'),
    },
    {
      path: 'compliance/checks',
      title: 'Vendors of checks',
      permission: 'checks:read',
      keywords: 'dnc do not call litigator phone email verification vendor baa',
      load: () => import('../checks/vendors-page.tsx'),
    },
    {
      path: 'compliance/check-log',
      title: 'Check log',
      permission: 'checks:read',
      keywords: 'dnc do not call litigator phone email verification vendor answers evidence',
      load: () => import('../checks/check-log-page.tsx'),
    },
    {
      path: 'compliance/access-review',
      title: 'Access review',
      permission: 'users:read',
      keywords: 'who has access unused accounts',
      load: () => import('../compliance/access-review-page.tsx'),
    },
    {
      path: 'compliance/guests',
      title: 'Guests',
      permission: 'access-grants:read',
      keywords: 'superadmin installation impersonation break glass',
      load: () => import('../compliance/guests-page.tsx'),
    },
  ],
};
