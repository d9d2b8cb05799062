import { systemContext } from '../../core/gate/index.ts';
import { sessionsEnd, sessionsPrune, sessionsShredded } from './sweep-store.ts';
import type { SessionDeps } from './write-session.ts';

/** How long one still reads what became of a session; the trail and the posting log keep it longer. */
const TOLD_FOR_MS = 30 * 24 * 3_600_000;
const AT_ONCE = 500;

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
  let deleted = AT_ONCE;
  while (deleted === AT_ONCE) deleted = await tenancy.withTenant(context, (tx) => sessionsPrune(tx, before, AT_ONCE));
}
