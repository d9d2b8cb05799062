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
      world.laterHere(afterMs + heldUpMs, () => world.acts.conclude(sale, attemptId, { outcome, reason: outcome }));
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
  world.acts.conclude(sale, attempt.attemptId, { outcome: 'uncertain', reason: 'process_lost' });
  if (attempt.outcome === null) world.later(5000, () => watchLease(world, sale));
}

/** What is durable of new sales: the jobs of those that wait, the leases of those that are under way. */
export function takeUp(world: World, sales: readonly StoredSale[]): void {
  for (const sale of sales)
    if (sale.row.resumeAt) queueAt(world, sale.row.saleId, sale.row.resumeAt);
    else watchLease(world, sale);
}

/** A durable job, which may come twice. */
export function queueAt(world: World, saleId: string, at: Date): void {
  const delay = Math.max(0, at.getTime() - world.now().getTime()) + world.chance.between(0, 500);
  world.later(delay, () => world.acts.resume(saleId));
  if (world.chance.happens(0.05)) world.later(delay + world.chance.between(0, 60_000), () => world.acts.resume(saleId));
}
