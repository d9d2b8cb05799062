import { systemContext } from '../../core/gate/index.ts';
import { runOutDelete, type Tenancy } from '../../core/tenancy/index.ts';

const DAY_MS = 24 * 3_600_000;
/** How long one still reads what was quoted, and what buyers said, where nothing came of it. */
const TOLD_FOR_MS = 90 * DAY_MS;

/** Deletes pings that became no lead and whose quote is long over. Those of leads stay as what the sale went by. */
export function sweepPings(tenancy: Tenancy, tenantId: string, now: Date): Promise<void> {
  const pings = { table: 'pings', key: ['ping_id'], endsAt: 'expires_at', only: 'lead_id IS NULL' };
  return runOutDelete(tenancy, systemContext(tenantId), pings, new Date(now.getTime() - TOLD_FOR_MS));
}
