import { actorOf, type Caller, requireValidCaller } from '../../core/access/index.ts';
import { type Origin, recordAudit } from '../../core/audit/index.ts';
import type { TenantWriter } from '../../core/tenancy/index.ts';
import { AppError, notFound } from '../../kernel/app-error.ts';
import { deliverAll, type LeadEnd, type ReservedSale } from '../intake/index.ts';
import {
  attemptFor,
  attemptInsert,
  attemptList,
  type AttemptRow,
  saleFind,
  saleLock,
  type SaleRow,
} from '../sales/index.ts';
import { type Concluded, concludeIn, type Outcome } from './conclude-attempt.ts';
import type { DeliveryDeps } from './prepare-sale.ts';
import { openForNext } from './reserve-next.ts';

/** What a person found out about an uncertain sale. */
export interface Word {
  readonly caller: Caller;
  readonly origin: Origin;
  readonly saleId: string;
  readonly outcome: 'accepted' | 'rejected';
}

/**
 * Writes the word as an attempt of its own, with its author in the trail, and what follows from it by the usual rules,
 * in one transaction; then delivers to whoever is next.
 */
export async function resolveSale(
  deps: DeliveryDeps,
  deliver: (sale: ReservedSale) => Promise<LeadEnd>,
  word: Word,
): Promise<LeadEnd> {
  const { caller, saleId } = word;
  const context = { tenantId: caller.tenantId, actor: actorOf(caller) };
  const known = await deps.tenancy.readTenant(context, (tx) => saleFind(tx, saleId));
  if (!known) throw notFound();
  const prepared = await openForNext(deps, caller.tenantId, saleId, word.outcome);
  const outcome: Outcome = { outcome: word.outcome, reasonCode: `person_said_${word.outcome}`, byPerson: true };
  const now = deps.clock.now();
  const concluded = await deps.tenancy.withTenant(context, async (tx): Promise<Concluded> => {
    await requireValidCaller(tx, caller, now);
    const { sale, attempts } = await lockUncertain(tx, saleId);
    const attempt = attemptFor(sale, attempts.length + 1, 0, now);
    await attemptInsert(tx, now, [attempt]);
    const done = await concludeIn({ deps, tx, now, sale, outcome, prepared }, attempt.attemptId);
    const touched = word.outcome === 'accepted' ? [sale.contractId] : done.next.map((next) => next.saleId);
    const entityIds = [saleId, sale.leadId, ...touched];
    const event = { action: 'sale.resolve', entity: 'sale', entityIds, outcome: 'done' } as const;
    await recordAudit(tx, now, [{ event: { ...event, detail: { word: word.outcome } }, origin: word.origin }]);
    return done;
  });
  return (await deliverAll(deliver, concluded.next)) ?? concluded.end;
}

async function lockUncertain(
  tx: TenantWriter,
  saleId: string,
): Promise<{ readonly sale: SaleRow; readonly attempts: readonly AttemptRow[] }> {
  const sale = await saleLock(tx, saleId);
  if (!sale) throw notFound();
  const attempts = await attemptList(tx, [saleId]);
  if (sale.status === 'uncertain' && attempts.every((attempt) => attempt.outcome !== null)) return { sale, attempts };
  throw new AppError('CONFLICT', 'This sale is not uncertain, or is being delivered just now. Read it again.');
}
