import { IconShieldCheck } from '@tabler/icons-react';
import type { PortalJob } from '../frame/portal.ts';

/** Who did what, who may get in, and what takes two people. */
export const complianceJob: PortalJob = { label: 'Compliance', icon: IconShieldCheck, pages: [] };
