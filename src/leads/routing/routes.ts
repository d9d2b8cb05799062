import type { Route } from '../../core/gate/index.ts';
import { filterFieldRoute } from './filter-field-routes.ts';
import { offerCampaignRoutes } from './offer-campaign-routes.ts';
import { offerCascadeRoutes } from './offer-cascade-routes.ts';
import { offerContractRoutes } from './offer-contract-routes.ts';
import { offerOrderRoute } from './offer-order-routes.ts';
import { offerRoutes } from './offer-routes.ts';
import { readinessRoutes } from './readiness-routes.ts';
import { usageRoutes } from './usage-routes.ts';

/** Routes of offers and of what they join. */
export const routingRoutes = (): Route[] => [
  ...offerRoutes(),
  ...offerCampaignRoutes(),
  ...offerCascadeRoutes(),
  ...offerContractRoutes(),
  offerOrderRoute(),
  filterFieldRoute(),
  ...readinessRoutes(),
  ...usageRoutes(),
];
