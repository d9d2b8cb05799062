import type { PortalName } from './session.tsx';

/** Where each portal stands. */
export const PORTAL_BASE: Readonly<Record<PortalName, string>> = {
  admin: '/admin',
  buyer: '/buyer',
  partner: '/partner',
  practice: '/practice',
  installation: '/installation',
};
