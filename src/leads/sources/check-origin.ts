import type { CrossOrigin } from '../../core/gate/index.ts';
import { systemContext } from '../../core/gate/index.ts';
import type { Tenancy } from '../../core/tenancy/index.ts';
import type { Session } from '../../platform/postgres/index.ts';
import { campaignFindOrigins, isOriginOfAny } from './origin-store.ts';

/**
 * Which pages may post: those of the origins that a campaign lists, with the campaign's own key. Other keys are for
 * servers.
 */
export const originsOfCampaigns = ({
  tenancy,
  identity,
}: {
  readonly tenancy: Tenancy;
  /** The identity role's pool: a browser that only asks names no tenant. */
  readonly identity: Session;
}): CrossOrigin => ({
  isKnown: (origin) => isOriginOfAny(identity, origin),
  async isAllowed({ tenantId, campaignId }, origin) {
    if (campaignId === undefined) return false;
    const allowed = await tenancy.readTenant(systemContext(tenantId), (tx) => campaignFindOrigins(tx, campaignId));
    return allowed.includes(origin);
  },
});
