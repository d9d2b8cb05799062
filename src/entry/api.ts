import { accessRoutes } from '../core/access/routes.ts';
import { auditRoutes } from '../core/audit/routes.ts';
import { type Route } from '../core/gate/index.ts';
import { contractRoutes } from '../leads/contracts/routes.ts';
import { deliveryRoutes } from '../leads/delivery/routes.ts';
import { intakeRoutes } from '../leads/intake/routes.ts';
import { routingRoutes } from '../leads/routing/routes.ts';
import { partnerOfCampaign } from '../leads/sources/index.ts';
import { sourceRoutes } from '../leads/sources/routes.ts';
import type { Engine } from './compose/engine.ts';
import type { Runtime } from './compose/runtime.ts';

/** Every route of the product, in the order of the API's groups. */
export function allRoutes(
  runtime: Runtime,
  engine: Engine,
  surface: { readonly publicUrl: string; readonly hasRoom: () => boolean },
): Route[] {
  const { publicUrl, hasRoom } = surface;
  const { vault, tenancy, clock, secrets, authenticator } = runtime;
  const deps = { vault, pepper: secrets.keyPepper, publicUrl, forgetKeys: () => authenticator.forget() };
  return [
    ...accessRoutes({ ...deps, partnerOfCampaign }),
    ...auditRoutes(),
    ...sourceRoutes(deps),
    ...contractRoutes(deps),
    ...routingRoutes(),
    ...intakeRoutes({ vault, tenancy, clock, submitLead: engine.submitLead, publicUrl, hasRoom }),
    ...deliveryRoutes({ delivery: engine.delivery }),
  ];
}
