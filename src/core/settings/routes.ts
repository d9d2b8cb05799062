import type { Route } from '../gate/index.ts';
import type { Vault } from '../vault/index.ts';
import { bulkStatusRoute } from './bulk-status-routes.ts';
import { domainRoutes } from './domain-routes.ts';
import { listRoutes } from './list-routes.ts';
import { type PartnerRouteDeps, partnerSelfRoutes } from './partner-routes.ts';
import { settingRoutes } from './setting-routes.ts';
import { signupRoutes } from './signup-routes.ts';
import { type SkillRouteDeps, skillRoutes } from './skill-routes.ts';
import { smtpRoutes } from './smtp-routes.ts';

export interface SettingRouteDeps extends PartnerRouteDeps, SkillRouteDeps {
  /** Seals the passwords of mail accounts. */
  readonly vault: Vault;
}

/** What a tenant sets for itself, and what is said to those who set it up. */
export const settingsRoutes = (deps: SettingRouteDeps): Route[] => [
  ...settingRoutes(),
  ...domainRoutes(),
  ...listRoutes(),
  ...smtpRoutes(deps.vault),
  ...skillRoutes(deps),
  ...partnerSelfRoutes(deps),
  bulkStatusRoute(deps.routes),
  ...signupRoutes(),
];
