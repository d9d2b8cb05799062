import type { OpenRoute, Route } from '../gate/index.ts';
import { organizationRoutes } from './organization-routes.ts';
import { type SignupDeps, signupRoutes } from './signup-routes.ts';
import type { TenantRouteDeps } from './tenant-deps.ts';
import { tenantRecordRoutes } from './tenant-routes.ts';
import { tenantStateRoutes } from './tenant-state-routes.ts';

/** The organisations that the installation serves: as superadmins rule them, and as each one's own people see it. */
export const organisationRoutes = (deps: TenantRouteDeps & SignupDeps): (Route | OpenRoute)[] => [
  ...tenantRecordRoutes(deps),
  ...tenantStateRoutes(deps),
  ...organizationRoutes(deps),
  ...signupRoutes(deps),
];
