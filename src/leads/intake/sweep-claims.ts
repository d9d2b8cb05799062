import { systemContext } from '../../core/gate/index.ts';
import type { Tenancy } from '../../core/tenancy/index.ts';
import { claimSweep } from './claim-store.ts';

const AT_ONCE = 2000;

/** Deletes the claims of a tenant that ran out: what they protected from being sold twice is long answered. */
export async function sweepClaims(tenancy: Tenancy, tenantId: string, now: Date): Promise<void> {
  let deleted = AT_ONCE;
  while (deleted === AT_ONCE)
    deleted = await tenancy.withTenant(systemContext(tenantId), (tx) => claimSweep(tx, now, AT_ONCE));
}
