import { actorOf, type Caller } from '../../core/access/index.ts';
import { type Origin, recordAudit } from '../../core/audit/index.ts';
import { AppError, notFound } from '../../kernel/app-error.ts';
import type { LeadEnd, ReservedSale } from '../intake/index.ts';
import { attemptFor, attemptInsert, attemptList, saleLock } from '../sales/index.ts';
import { concludeAttempt } from './conclude-attempt.ts';
import type { DeliveryDeps } from './send-sale.ts';

/** What a person found out about an uncertain sale. */
export interface Word {
  readonly caller: Caller;
  readonly origin: Origin;
  readonly saleId: string;
  readonly outcome: 'accepted' | 'rejected';
}

/** Writes the word as an attempt of its own, with its author in the trail, and lets the usual rules follow from it. */
export async function resolveSale(
  deps: DeliveryDeps,
  deliver: (sale: ReservedSale) => Promise<LeadEnd>,
  word: Word,
): Promise<LeadEnd> {
  const { tenantId } = word.caller;
  const now = deps.clock.now();
  const reserved = await deps.tenancy.withTenant({ tenantId, actor: actorOf(word.caller) }, async (tx) => {
    const sale = await saleLock(tx, word.saleId);
    if (!sale) throw notFound();
    const attempts = await attemptList(tx, [sale.saleId]);
    if (sale.status !== 'uncertain' || attempts.some((attempt) => attempt.outcome === null)) {
      throw new AppError('CONFLICT', 'This sale is not uncertain, or is being delivered just now. Read it again.');
    }
    const attempt = attemptFor(sale, attempts.length + 1, 0, now);
    await attemptInsert(tx, now, [attempt]);
    await recordAudit(tx, now, [
      {
        event: {
          action: 'sale.resolve',
          entity: 'sale',
          entityIds: [sale.saleId, sale.leadId],
          outcome: 'done',
          detail: { word: word.outcome },
        },
        origin: word.origin,
      },
    ]);
    return { tenantId, saleId: sale.saleId, attemptId: attempt.attemptId };
  });
  const concluded = await concludeAttempt(deps, reserved, {
    outcome: word.outcome,
    reasonCode: `person_said_${word.outcome}`,
    byPerson: true,
  });
  return concluded.kind === 'ended' ? concluded.end : deliver(concluded.reserved);
}
