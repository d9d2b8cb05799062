import type { Route } from '../../core/gate/index.ts';
import { askRoutes } from './ask-routes.ts';
import { partnerOfferRoutes } from './offer-routes.ts';
import { requestRoutes, type RequestRouteDeps } from './request-routes.ts';

/** Offers that partners find and ask for. */
export const enrolmentRoutes = (deps: RequestRouteDeps): Route[] => [
  ...partnerOfferRoutes(),
  ...askRoutes(),
  ...requestRoutes(deps),
];
