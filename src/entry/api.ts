import { accessRoutes } from '../core/access/routes.ts';
import { auditRoutes } from '../core/audit/routes.ts';
import { consentRoutes } from '../core/consent/routes.ts';
import type { OpenRoute, Route } from '../core/gate/index.ts';
import type { IdentityDeps } from '../core/identity/index.ts';
import { identityRoutes } from '../core/identity/routes.ts';
import { noticeRoutes } from '../core/notices/routes.ts';
import { organisationRoutes } from '../core/organisations/routes.ts';
import { settingsRoutes } from '../core/settings/routes.ts';
import { actRoutes } from '../leads/acts/routes.ts';
import { biddingRoutes } from '../leads/bidding/routes.ts';
import { checkRoutes } from '../leads/checks/routes.ts';
import { contractRoutes } from '../leads/contracts/routes.ts';
import { deliveryRoutes } from '../leads/delivery/routes.ts';
import { enrolmentRoutes } from '../leads/enrolment/routes.ts';
import { importRoutes } from '../leads/imports/routes.ts';
import { leadFieldNames } from '../leads/intake/index.ts';
import { intakeRoutes } from '../leads/intake/routes.ts';
import { outcomeRoutes } from '../leads/outcomes/routes.ts';
import { peopleRoutes } from '../leads/people/routes.ts';
import { reportRoutes } from '../leads/reports/routes.ts';
import { routingRoutes } from '../leads/routing/routes.ts';
import { saleRoutes } from '../leads/sales/routes.ts';
import { sessionRoutes } from '../leads/sessions/routes.ts';
import { screeningRoutes } from '../leads/screening/routes.ts';
import { originsOfCampaigns, partnerOfCampaign } from '../leads/sources/index.ts';
import { sourceRoutes } from '../leads/sources/routes.ts';
import type { Engine } from './compose/engine.ts';
import { NOTICE_SOURCES } from './compose/notice-sources.ts';
import { buyerName, countRows, partnerOf } from './compose/product-facts.ts';
import type { Runtime } from './compose/runtime.ts';

/** Every route of the product, in the order of the API's groups. */
export function allRoutes(
  runtime: Runtime,
  engine: Engine,
  surface: {
    readonly publicUrl: string;
    readonly hasRoom: () => boolean;
    readonly identity: IdentityDeps;
    readonly onProblem: (error: unknown) => void;
  },
): (Route | OpenRoute)[] {
  const { publicUrl, hasRoom, onProblem: onFailure } = surface;
  const { vault, tenancy, clock, secrets, keys, sessions } = runtime;
  const deps = { vault, pepper: secrets.keyPepper, publicUrl, forgetKeys: () => keys.forget() };
  const origins = originsOfCampaigns({ tenancy, identity: runtime.identity });
  const forgetCallers = (): void => {
    keys.forget();
    sessions.forget();
  };
  const routes: (Route | OpenRoute)[] = [
    ...identityRoutes(surface.identity),
    ...accessRoutes({ ...deps, partnerOfCampaign, leadFields: leadFieldNames }),
    ...auditRoutes(),
    ...consentRoutes({ vault, tenancy, identity: runtime.identity }),
    ...organisationRoutes({ tenancy, countRows, forgetCallers, identity: surface.identity }),
    ...settingsRoutes({ vault, publicUrl, partnerOfCampaign, partnerOf, buyerName, routes: () => routes }),
    ...sourceRoutes({ ...deps, identity: runtime.identity, tenancy, clock, hasRoom, submitLead: engine.submitLead }),
    ...screeningRoutes(deps),
    ...checkRoutes({ vault, tenancy, requestCheck: engine.requestCheck }),
    ...contractRoutes(deps),
    ...routingRoutes(),
    ...enrolmentRoutes(deps),
    ...biddingRoutes(),
    ...intakeRoutes({ ...engine, vault, tenancy, clock, publicUrl, hasRoom, onFailure, origins }),
    ...outcomeRoutes(),
    ...actRoutes({ vault, tenancy, acts: engine.acts }),
    ...peopleRoutes({ vault, tenancy, clock, acts: engine.acts }),
    ...sessionRoutes({ tenancy, vault, clock, submitLead: engine.submitLead, publicUrl, hasRoom, origins }),
    ...importRoutes({ tenancy, vault, snapshots: engine.snapshots, hasRoom, onFailure }),
    ...saleRoutes(),
    ...deliveryRoutes({ delivery: engine.delivery }),
    ...reportRoutes(),
    ...noticeRoutes(NOTICE_SOURCES),
  ];
  return routes;
}
