import { systemContext } from '../../core/gate/index.ts';
import { runOutDelete } from '../../core/tenancy/index.ts';
import { sessionsEnd, sessionsShredded } from './sweep-store.ts';
import type { SessionDeps } from './write-session.ts';

/** How long one still reads what became of a session; the trail and the posting log keep it longer. */
const TOLD_FOR_MS = 30 * 24 * 3_600_000;
const AT_ONCE = 500;
const TOLD = { table: 'lead_sessions', key: ['session_id'], endsAt: 'expires_at', only: 'shredded_at IS NOT NULL' };

/** Takes away the data of a tenant's sessions whose day is over, destroys its keys, and deletes the rest in a month. */
export async function sweepLeadSessions({ tenancy, vault, clock }: SessionDeps, tenantId: string): Promise<void> {
  const now = clock.now();
  const context = systemContext(tenantId);
  let ended = AT_ONCE;
  while (ended === AT_ONCE) {
    const over = await tenancy.withTenant(context, (tx) => sessionsEnd(tx, now, AT_ONCE));
    for (const sessionId of over) await vault.shred(tenantId, sessionId);
    if (over.length > 0) await tenancy.withTenant(context, (tx) => sessionsShredded(tx, over, now));
    ended = over.length;
  }
  const before = new Date(now.getTime() - TOLD_FOR_MS);
  await runOutDelete(tenancy, context, TOLD, before);
}
