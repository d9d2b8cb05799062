import { systemContext } from '../../core/gate/index.ts';
import { runOutDelete, type Tenancy } from '../../core/tenancy/index.ts';

/** Deletes the claims of a tenant that ran out: what they protected from being sold twice is long answered. */
export function sweepClaims(tenancy: Tenancy, tenantId: string, now: Date): Promise<void> {
  const claims = { table: 'intake_claims', key: ['campaign_id', 'claim'], endsAt: 'expires_at' };
  return runOutDelete(tenancy, systemContext(tenantId), claims, now);
}
