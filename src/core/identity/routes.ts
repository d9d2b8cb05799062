import type { OpenRoute, Route } from '../gate/index.ts';
import { accountRoutes } from './account-routes.ts';
import { colleagueRoutes } from './colleague-routes.ts';
import { contactRoutes } from './contact-routes.ts';
import { factorRoutes } from './factor-routes.ts';
import { grantRoutes } from './grant-routes.ts';
import type { IdentityDeps } from './identity-deps.ts';
import { linkRoutes } from './link-routes.ts';
import { loginActivityRoutes } from './login-activity-routes.ts';
import { ownerRoutes } from './owner-routes.ts';
import { passkeyRoutes } from './passkey-routes.ts';
import { roleRoutes } from './role-routes.ts';
import { signInRoutes } from './sign-in-routes.ts';
import { superadminUserRoutes } from './superadmin-user-routes.ts';
import { userRoutes } from './user-routes.ts';
import { viewRoutes } from './view-routes.ts';

/** Signing in, the own account, and the people of a tenant. */
export const identityRoutes = (deps: IdentityDeps): (Route | OpenRoute)[] => [
  ...accountRoutes(deps),
  ...viewRoutes(),
  ...signInRoutes(deps),
  ...passkeyRoutes(deps),
  ...factorRoutes(deps),
  ...linkRoutes(deps),
  ...userRoutes(deps),
  ...contactRoutes(deps),
  ...colleagueRoutes(deps),
  ...ownerRoutes(deps),
  ...loginActivityRoutes(),
  ...grantRoutes(deps),
  ...roleRoutes(deps),
  ...superadminUserRoutes(deps),
];
