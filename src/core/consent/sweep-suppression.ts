import { systemContext } from '../gate/index.ts';
import { runOutDelete, type Tenancy } from '../tenancy/index.ts';

/** Deletes entries of a tenant's suppression lists that have run out; the trail keeps who made them, and until when. */
export function sweepSuppression(tenancy: Tenancy, tenantId: string, now: Date): Promise<void> {
  const entries = { table: 'suppression_entries', key: ['id'], endsAt: 'expires_at' };
  return runOutDelete(tenancy, systemContext(tenantId), entries, now);
}
