import type { OpenRoute, Route } from '../../core/gate/index.ts';
import { type CampaignRouteDeps, campaignRoutes } from './campaign-routes.ts';
import { fieldChangeRoutes } from './field-change-routes.ts';
import { groupRoutes } from './group-routes.ts';
import { partnerCampaignRoutes } from './partner-campaign-routes.ts';
import { partnerRoutes } from './partner-routes.ts';
import { setupTokenRoutes } from './setup-token-routes.ts';
import { type SpecRouteDeps, specRoutes } from './spec-routes.ts';
import type { PostIntoDeps } from './post-into.ts';
import { testPostRoute } from './test-post-routes.ts';
import { createLeadRoute } from './create-lead-routes.ts';
import { verticalFieldRoutes } from './vertical-field-routes.ts';
import { verticalRoutes } from './vertical-routes.ts';

/** Routes of where leads come from: verticals and their fields, partners, campaigns. */
export function sourceRoutes(deps: CampaignRouteDeps & PostIntoDeps & SpecRouteDeps): (Route | OpenRoute)[] {
  return [
    ...verticalRoutes(),
    ...verticalFieldRoutes(),
    ...fieldChangeRoutes(),
    ...groupRoutes(),
    ...partnerRoutes(),
    ...campaignRoutes(deps),
    ...partnerCampaignRoutes(deps),
    testPostRoute(deps),
    createLeadRoute(deps),
    ...specRoutes(deps),
    ...setupTokenRoutes(deps),
  ];
}
