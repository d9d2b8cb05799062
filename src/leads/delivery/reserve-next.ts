import { systemContext } from '../../core/gate/index.ts';
import type { TenantWriter } from '../../core/tenancy/index.ts';
import type { SealingKey } from '../../core/vault/index.ts';
import { contractVersionFind } from '../contracts/index.ts';
import { decisionFind, leadFind, type LeadRow, openLead, type ReservedSale } from '../intake/index.ts';
import {
  attemptFor,
  type AttemptOutcome,
  attemptInsert,
  reserveFor,
  saleFind,
  saleInsert,
  saleListOfLead,
} from '../sales/index.ts';
import type { DeliveryDeps } from './prepare-sale.ts';

/** What a released lead needs to go to the next contract, opened before the transaction begins. */
export interface Opened {
  readonly uncertainPolicy: 'resend' | 'hold';
  readonly fields: Readonly<Record<string, string | number | boolean>>;
  readonly key: SealingKey | undefined;
}

/** Reads the policy of the sale's contract and, where the next one may get the lead, opens it. */
export async function openForNext(
  deps: DeliveryDeps,
  tenantId: string,
  saleId: string,
  outcome: AttemptOutcome,
): Promise<Opened> {
  const { sale, lead, contract } = await deps.tenancy.readTenant(systemContext(tenantId), async (tx) => {
    const found = await saleFind(tx, saleId);
    if (!found) throw new Error('the sale of an attempt does not exist');
    return {
      sale: found,
      lead: await leadFind(tx, { leadId: found.leadId }),
      contract: await contractVersionFind(tx, found.contractId, found.contractVersion),
    };
  });
  const uncertainPolicy = contract?.terms.uncertainPolicy ?? 'hold';
  if (outcome === 'accepted' || outcome === 'uncertain' || !lead || lead.status === 'erased')
    return { uncertainPolicy, fields: {}, key: undefined };
  return {
    uncertainPolicy,
    fields: await openLead(deps.vault, tenantId, lead),
    key: await deps.vault.subjectKey(tenantId, sale.leadId),
  };
}

/**
 * Reserves for the next contract of the decision's ranking that is still open for business; undefined if none is left.
 * A contract that was changed since is passed over: nobody has asked whether the lead fits its new terms.
 */
export async function reserveNext(
  deps: DeliveryDeps,
  next: {
    tx: TenantWriter;
    now: Date;
    lead: LeadRow;
    fields: Opened['fields'];
    key: SealingKey | undefined;
    payoutCents: number;
  },
): Promise<ReservedSale | undefined> {
  const { tx, now, lead, key } = next;
  const decision = await decisionFind(tx, lead.leadId);
  if (!decision || !key || lead.status === 'erased') return undefined;
  const snapshot = await deps.snapshots.current(tx);
  const tried = await saleListOfLead(tx, lead.leadId);
  const linked = new Set(snapshot.offers.get(lead.offerId ?? '')?.contracts.map((contract) => contract.contractId));
  const versions = new Map(decision.verdicts.map((verdict) => [verdict.contractId, verdict.version]));
  const contract = decision.ranking
    .filter((id) => linked.has(id) && tried.every((sale) => sale.contractId !== id))
    .map((id) => snapshot.contracts.get(id))
    .find(
      (found) =>
        found?.status === 'active' &&
        found.buyerStatus === 'active' &&
        found.version === versions.get(found.contractId),
    );
  if (!contract) return undefined;
  const { tenantId } = tx.context;
  const sale = reserveFor(deps.vault, {
    tenantId,
    leadId: lead.leadId,
    key,
    fields: next.fields,
    contract,
    rank: tried.length + 1,
    payoutCents: next.payoutCents,
  });
  const attempt = attemptFor(sale, 1, contract.terms.delivery.timeoutMs, now);
  await saleInsert(tx, now, [sale]);
  await attemptInsert(tx, now, [attempt]);
  return { tenantId, saleId: sale.saleId, attemptId: attempt.attemptId };
}
