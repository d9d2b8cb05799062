import { systemContext } from '../../core/gate/index.ts';
import type { SealingKey } from '../../core/vault/index.ts';
import type { OutboundRequest, OutboundResult } from '../../platform/outbound/index.ts';
import type { ReservedSale } from '../intake/index.ts';
import { attemptList, buyerLeadIdPlace, saleFind } from '../sales/index.ts';
import type { Outcome } from './conclude-attempt.ts';
import { ADDRESS_CHANGED, classify, NOT_PREPARED } from './domain/classify-response.ts';
import { consignmentOf, type DeliveryDeps, mayHaveCredentials, requestOf } from './prepare-sale.ts';

interface Ready {
  readonly request: OutboundRequest;
  readonly key: SealingKey;
  /** After this, others may believe that this process is gone, and send again. */
  readonly leaseUntil: Date;
}

/**
 * Makes one attempt at a sale: reads all that it needs, also to write the answer down, before a byte leaves. Never
 * throws: what could not be prepared was surely not sent, and is told to `deps.onFailure`.
 */
export async function sendSale(deps: DeliveryDeps, reserved: ReservedSale): Promise<Outcome> {
  let ready: Ready | undefined;
  try {
    ready = await prepare(deps, reserved);
  } catch (error) {
    deps.onFailure(error, reserved.saleId);
    return { outcome: 'failed', reasonCode: NOT_PREPARED };
  }
  if (!ready) return { outcome: 'failed', reasonCode: ADDRESS_CHANGED };
  if (deps.clock.now().getTime() + ready.request.timeoutMs > ready.leaseUntil.getTime())
    return { outcome: 'failed', reasonCode: NOT_PREPARED };
  const result = await deps.outbound.send(ready.request);
  return { durationMs: result.durationMs, ...outcomeOf(deps, reserved, ready.key, result) };
}

async function prepare(deps: DeliveryDeps, reserved: ReservedSale): Promise<Ready | undefined> {
  const { tenantId, saleId, attemptId } = reserved;
  const { consignment, leaseUntil } = await deps.tenancy.readTenant(systemContext(tenantId), async (tx) => {
    const sale = await saleFind(tx, saleId);
    if (!sale) throw new Error('the sale of an attempt does not exist');
    const attempt = (await attemptList(tx, [saleId])).find((entry) => entry.attemptId === attemptId);
    if (!attempt || attempt.outcome !== null) throw new Error('an attempt was concluded before it was made');
    return { consignment: await consignmentOf(tx, sale), leaseUntil: attempt.leaseUntil };
  });
  if (!mayHaveCredentials(consignment)) return undefined;
  return {
    request: await requestOf(deps, tenantId, consignment),
    key: await deps.vault.subjectKey(tenantId, consignment.sale.leadId),
    leaseUntil,
  };
}

/** A buyer's answer, and its id of the lead, may speak of the person, so they are kept sealed. */
function outcomeOf({ vault }: DeliveryDeps, reserved: ReservedSale, key: SealingKey, result: OutboundResult): Outcome {
  if (result.kind !== 'response') return classify({ kind: result.kind, reason: result.reason });
  const { tenantId, saleId, attemptId } = reserved;
  const { outcome, reasonCode, buyerLeadId } = classify({
    kind: 'response',
    status: result.status,
    contentType: result.headers['content-type'] ?? '',
    bodyText: result.body.toString('utf8'),
  });
  const place = { tenantId, table: 'delivery_attempts', recordId: attemptId, part: 'response' };
  return {
    outcome,
    reasonCode,
    httpStatus: result.status,
    sealedResponse: vault.seal(key, place, result.body.subarray(0, 4096)),
    ...(buyerLeadId === undefined
      ? {}
      : { sealedBuyerLeadId: vault.seal(key, buyerLeadIdPlace(tenantId, saleId), Buffer.from(buyerLeadId)) }),
  };
}
