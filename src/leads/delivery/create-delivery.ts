import { setTimeout as sleep } from 'node:timers/promises';
import { systemContext } from '../../core/gate/index.ts';
import type { OutboundResult } from '../../platform/outbound/index.ts';
import { enqueueStatement } from '../../platform/queue/index.ts';
import type { LeadEnd, ReservedSale } from '../intake/index.ts';
import {
  attemptFor,
  attemptInsert,
  attemptList,
  attemptListLost,
  PROCESS_LOST,
  saleClaimOverdue,
  saleFind,
  saleLock,
  saleMove,
} from '../sales/index.ts';
import { type Concluded, concludeAttempt, DELIVER_JOB, type Outcome } from './conclude-attempt.ts';
import { classify } from './domain/classify-response.ts';
import { resolveSale, type Word } from './resolve-sale.ts';
import { consignmentOf, type DeliveryDeps, sendSale } from './send-sale.ts';

/** Deliver and settle: outside any transaction when the network is used, inside one for every write. */
export interface Delivery {
  /** Makes the attempt that was reserved, and all that follow from it, until the lead has an end or is uncertain. */
  deliver(reserved: ReservedSale): Promise<LeadEnd>;
  /** Takes up a sale that a job was left to deliver, or to send again. */
  resume(tenantId: string, saleId: string): Promise<void>;
  /**
   * Finds what a crash left in a tenant: attempts whose process is gone, sales whose job is. Gives the number found.
   */
  recover(tenantId: string): Promise<number>;
  /**
   * Ends an uncertain sale by a person's word. NOT_FOUND for a foreign sale, CONFLICT for one that is not uncertain.
   */
  resolve(word: Word): Promise<LeadEnd>;
}

const OVERDUE_MS = 60_000;
const DELIVER_TRIES = 20;

export function createDelivery(deps: DeliveryDeps): Delivery {
  const deliver = async (reserved: ReservedSale): Promise<LeadEnd> => {
    let current = reserved;
    for (;;) {
      const concluded = await writeDown(deps, current, await attempt(deps, current));
      if (concluded.kind === 'ended') return concluded.end;
      current = concluded.reserved;
    }
  };
  return {
    deliver,
    resolve: (word) => resolveSale(deps, deliver, word),
    async resume(tenantId, saleId) {
      const reserved = await beginAgain(deps, tenantId, saleId);
      if (reserved) await deliver(reserved);
    },
    async recover(tenantId) {
      const now = deps.clock.now();
      const lost = await deps.tenancy.readTenant(systemContext(tenantId), (tx) => attemptListLost(tx, now));
      for (const { saleId, attemptId } of lost) await concludeAttempt(deps, { tenantId, saleId, attemptId }, LOST);
      const overdue = await deps.tenancy.withTenant(systemContext(tenantId), async (tx) => {
        const sales = await saleClaimOverdue(tx, new Date(now.getTime() - OVERDUE_MS), now);
        if (sales.length > 0) {
          await tx.run(
            enqueueStatement(
              DELIVER_JOB,
              sales.map(({ saleId }) => ({ tenantId, saleId })),
              { attempts: DELIVER_TRIES },
            ),
          );
        }
        return sales.length;
      });
      return lost.length + overdue;
    },
  };
}

/** Bytes may have left before the process ended: nobody knows what the buyer has. */
const LOST: Outcome = { outcome: 'uncertain', reasonCode: PROCESS_LOST };

/** Waits between tries to write an outcome down. */
const WRITE_DELAYS_MS = [100, 300, 1000, 2000, 4000] as const;

/** An outcome in hand must not be lost to a database that is restarting: it is written as soon as that can be done. */
async function writeDown(deps: DeliveryDeps, reserved: ReservedSale, outcome: Outcome): Promise<Concluded> {
  for (const delayMs of WRITE_DELAYS_MS) {
    try {
      return await concludeAttempt(deps, reserved, outcome);
    } catch (error) {
      if (!(error instanceof Error)) throw error;
      await sleep(delayMs);
    }
  }
  return concludeAttempt(deps, reserved, outcome);
}

async function attempt(deps: DeliveryDeps, reserved: ReservedSale): Promise<Outcome> {
  const { tenantId, saleId } = reserved;
  const consignment = await deps.tenancy.readTenant(systemContext(tenantId), async (tx) => {
    const sale = await saleFind(tx, saleId);
    if (!sale) throw new Error('the sale of an attempt does not exist');
    return consignmentOf(tx, sale);
  });
  const result = await sendSale(deps, tenantId, consignment);
  return {
    ...classified(result),
    durationMs: result.durationMs,
    ...(await kept(deps, reserved, consignment.sale.leadId, result)),
  };
}

function classified(result: OutboundResult): Outcome {
  if (result.kind !== 'response') return classify({ kind: result.kind, reason: result.reason });
  return classify({
    kind: 'response',
    status: result.status,
    contentType: result.headers['content-type'] ?? '',
    bodyText: result.body.toString('utf8'),
  });
}

/** A buyer's answer may speak of the person, so it is kept sealed. */
async function kept(
  deps: DeliveryDeps,
  reserved: ReservedSale,
  leadId: string,
  result: OutboundResult,
): Promise<Partial<Outcome>> {
  if (result.kind !== 'response') return {};
  const key = await deps.vault.subjectKey(reserved.tenantId, leadId);
  const place = {
    tenantId: reserved.tenantId,
    table: 'delivery_attempts',
    recordId: reserved.attemptId,
    part: 'response',
  };
  return { httpStatus: result.status, sealedResponse: deps.vault.seal(key, place, result.body.subarray(0, 4096)) };
}

/** Writes the next attempt of an open sale; undefined when somebody has it in hand, or it has ended. */
async function beginAgain(deps: DeliveryDeps, tenantId: string, saleId: string): Promise<ReservedSale | undefined> {
  const now = deps.clock.now();
  return deps.tenancy.withTenant(systemContext(tenantId), async (tx) => {
    const sale = await saleLock(tx, saleId);
    if (!sale || (sale.status !== 'delivering' && sale.status !== 'uncertain')) return undefined;
    const attempts = await attemptList(tx, [saleId]);
    if (attempts.some((entry) => entry.outcome === null)) return undefined;
    const { delivery } = await consignmentOf(tx, sale);
    const next = attemptFor(sale, attempts.length + 1, delivery.timeoutMs, now);
    await attemptInsert(tx, now, [next]);
    await saleMove(tx, saleId, now, { status: sale.status, reason: sale.reason ?? undefined });
    return { tenantId, saleId, attemptId: next.attemptId };
  });
}
