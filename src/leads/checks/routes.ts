import type { Route } from '../../core/gate/index.ts';
import type { Vault } from '../../core/vault/index.ts';
import { campaignCheckRoutes } from './campaign-routes.ts';
import { leadCheckRoutes } from './lead-routes.ts';
import { trialRoute, type TrialRouteDeps } from './trial-routes.ts';
import { vendorRoutes } from './vendor-routes.ts';

/** Vendors, whom campaigns ask, and what they said. */
export const checkRoutes = (deps: TrialRouteDeps & { readonly vault: Vault }): Route[] => [
  ...vendorRoutes(deps.vault),
  trialRoute(deps),
  ...campaignCheckRoutes(),
  ...leadCheckRoutes(),
];
