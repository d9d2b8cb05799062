import { conclude } from './conclude.ts';
import type { StoredSale } from './store.ts';
import type { World } from './world.ts';

const TIMEOUT_MS = 5000;

/** Sends the newest attempt of a sale, unless its lease is over by then. */
export function send(world: World, sale: StoredSale): void {
  const attempt = sale.attempts.at(-1);
  if (!attempt) throw new Error('a sale that is sent has an attempt');
  const { chance, faults } = world;
  const { attemptId } = attempt;
  world.laterHere(chance.between(0, 20), () => {
    if (world.dies() || attempt.leaseUntil.getTime() < world.now().getTime() + TIMEOUT_MS) return;
    // A process that is held up does everything late, by which time its lease may be over.
    const heldUpMs = chance.happens(0.01) ? chance.between(1000, 60_000) : 0;
    const say = (afterMs: number, outcome: 'accepted' | 'rejected' | 'duplicate' | 'failed' | 'uncertain'): void =>
      world.laterHere(afterMs + heldUpMs, () => conclude(world, sale, attemptId, { outcome, reason: outcome }));
    if (chance.happens(faults.network)) {
      say(chance.between(1, 200), 'failed');
      return;
    }
    const { verdict, afterMs } = world.buyers.receive(sale.row.buyerId, sale.row.saleId, sale.row.leadId);
    if (chance.happens(faults.network) || afterMs > TIMEOUT_MS) say(TIMEOUT_MS, 'uncertain');
    else say(afterMs, verdict ?? 'uncertain');
  });
}

/** Recovery, of whatever process: nobody answers for an attempt whose lease is over, and it becomes uncertain. */
export function watchLease(world: World, sale: StoredSale): void {
  const attempt = sale.attempts.at(-1);
  if (!attempt || attempt.outcome !== null) return;
  const left = attempt.leaseUntil.getTime() - world.now().getTime();
  if (left > 0) {
    world.later(left + world.chance.between(0, 5000), () => watchLease(world, sale));
    return;
  }
  conclude(world, sale, attempt.attemptId, { outcome: 'uncertain', reason: 'process_lost' });
  if (attempt.outcome === null) world.later(5000, () => watchLease(world, sale));
}
