import type { OpenRoute, Route } from '../gate/index.ts';
import { type ComplianceRouteDeps, complianceRoutes } from './compliance-routes.ts';
import { suppressionRoutes } from './suppression-routes.ts';

/** Whom nobody may contact, and how anybody says so. */
export const consentRoutes = (deps: ComplianceRouteDeps): (Route | OpenRoute)[] => [
  ...suppressionRoutes(deps.vault),
  ...complianceRoutes(deps),
];
