import { type TenantReader, tenantState } from '../../core/tenancy/index.ts';
import { formatCents } from '../../kernel/money.ts';
import { sayInstant } from '../../kernel/time.ts';
import { contractsOf } from '../contracts/index.ts';
import { reasonSentence } from '../routing/index.ts';
import { type AttemptRow, attemptList, saleListOfLead, type SaleRow } from '../sales/index.ts';
import { decisionFind, type DecisionRecord } from './decision-store.ts';
import type { ClearVerdict, VerdictDetails } from './split-verdicts.ts';

type Disposition = 'delivered' | 'rejected' | 'skipped' | 'failed' | 'pending' | 'returned';

/** All that the waterfall of a lead is made of. */
export interface WaterfallParts {
  readonly decision: (DecisionRecord & { readonly decidedAt: Date }) | undefined;
  readonly sales: readonly SaleRow[];
  /** By sale. */
  readonly attempts: ReadonlyMap<string, readonly AttemptRow[]>;
  /** Contracts that the decision did not ask, and that have the lead all the same: a person chose them. */
  readonly beside: readonly ClearVerdict[];
  /** The tenant's. */
  readonly timeZone: string;
}

export async function readWaterfall(tx: TenantReader, leadId: string): Promise<WaterfallParts> {
  const decision = await decisionFind(tx, leadId);
  const sales = await saleListOfLead(tx, leadId);
  const attempts = Map.groupBy(
    await attemptList(
      tx,
      sales.map((sale) => sale.saleId),
    ),
    (attempt) => attempt.saleId,
  );
  const { timeZone } = await tenantState(tx);
  return { decision, sales, attempts, beside: await besideOf(tx, decision, sales), timeZone };
}

async function besideOf(
  tx: TenantReader,
  decision: DecisionRecord | undefined,
  sales: readonly SaleRow[],
): Promise<ClearVerdict[]> {
  const asked = new Set(decision?.verdicts.map(({ contractId }) => contractId));
  const last = new Map(sales.filter(({ contractId }) => !asked.has(contractId)).map((sale) => [sale.contractId, sale]));
  const names = new Map((await contractsOf(tx, [...last.keys()])).map((row) => [row.id, row]));
  return [...last.values()].map(({ contractId, contractVersion: version, buyerId, pool, priceCents, rank }) => {
    const contractName = names.get(contractId)?.name ?? '';
    const buyerName = names.get(contractId)?.buyerName ?? '';
    return { contractId, version, contractName, buyerId, buyerName, pool, priceCents, rank, outcome: 'eligible' };
  });
}

/** The waterfall of a lead: every contract considered, winner first, and why it won or lost, with the versions used. */
export function showWaterfall(
  { decision, sales, attempts, beside, timeZone }: WaterfallParts,
  details: VerdictDetails,
) {
  const rows = [...(decision?.verdicts ?? []), ...beside].map((verdict) => {
    const { contractId } = verdict;
    // Of several, as when it was routed again, the last.
    const sale = sales.findLast((entry) => entry.contractId === contractId);
    const rank = (decision?.ranking.indexOf(contractId) ?? -1) + 1;
    return rowOf({
      verdict,
      detail: details[contractId],
      rank,
      sale,
      attempts: attempts.get(sale?.saleId ?? '') ?? [],
      timeZone,
    });
  });
  return {
    rows: rows.toSorted((a, b) => order(a.disposition) - order(b.disposition) || (a.rank ?? 1e9) - (b.rank ?? 1e9)),
    decidedAt: decision?.decidedAt.toISOString() ?? null,
    configurationVersion: decision?.routingStamp ?? null,
  };
}

interface Considered {
  readonly verdict: ClearVerdict;
  readonly detail: VerdictDetails[string] | undefined;
  /** From 1; 0 for a contract that was refused. */
  readonly rank: number;
  readonly sale: SaleRow | undefined;
  readonly attempts: readonly AttemptRow[];
  readonly timeZone: string;
}

function rowOf(considered: Considered) {
  const { verdict, sale, attempts, rank } = considered;
  const disposition = sale ? ofSale(sale) : 'skipped';
  return {
    rank: rank > 0 ? rank : null,
    contractId: verdict.contractId,
    contractVersion: verdict.version,
    contractName: verdict.contractName,
    buyerId: verdict.buyerId,
    buyerName: verdict.buyerName,
    disposition,
    reasonCode: sale ? sale.reason : verdict.outcome === 'refused' ? verdict.reason : 'outranked',
    reason: sentenceOf(considered, disposition),
    price: formatCents(sale?.priceCents ?? verdict.priceCents),
    saleId: sale?.saleId ?? null,
    attempts: attempts.map((attempt) => ({
      number: attempt.number,
      startedAt: attempt.startedAt.toISOString(),
      outcome: attempt.outcome,
      reason: attempt.reason,
      httpStatus: attempt.httpStatus,
      durationMs: attempt.durationMs,
    })),
  };
}

function ofSale(sale: SaleRow): Disposition {
  if (sale.status === 'settled') return 'delivered';
  if (sale.status === 'returned') return 'returned';
  if (sale.status === 'released')
    return sale.reason === 'rejected' || sale.reason === 'duplicate' ? 'rejected' : 'failed';
  return 'pending';
}

/** Waits for its contract to open: a job has it, and nothing was sent. */
const isHeld = (sale: SaleRow, attempts: readonly AttemptRow[]): sale is SaleRow & { readonly resumeAt: Date } =>
  sale.status === 'delivering' && sale.resumeAt !== null && sale.resumeAt > sale.reservedAt && attempts.length === 0;

const priceOf = ({ priceCents, currency, packId }: SaleRow): string =>
  `${formatCents(priceCents)} ${currency}${packId === null ? '' : ' of a prepaid pack'}`;

function sentenceOf({ verdict, detail, sale, attempts, timeZone }: Considered, disposition: Disposition): string {
  const name = `${verdict.buyerName} · ${verdict.contractName}`;
  if (!sale) {
    const why = verdict.outcome === 'refused' ? reasonSentence(verdict.reason, detail) : 'ranked lower; not needed.';
    return `${name} · lost: ${why}`;
  }
  switch (disposition) {
    case 'returned':
      return `${name} · had the lead at ${priceOf(sale)}, and it was returned (${sale.reason ?? 'no reason given'}).`;
    case 'delivered':
      return `${name} · ${sale.picked ? 'was chosen by a person, ' : ''}won at ${priceOf(sale)} and accepted the lead.`;
    case 'pending':
      if (isHeld(sale, attempts))
        return `${name} · holds the lead until it opens: ${sayInstant(sale.resumeAt, timeZone)}.`;
      return sale.status === 'uncertain'
        ? `${name} · holds the lead: its answer is not certain (${sale.reason ?? 'no answer'}).`
        : `${name} · is being delivered to.`;
    default:
      return `${name} · lost: did not take the lead (${sale.reason ?? 'no reason given'}).`;
  }
}

const ORDER: Readonly<Record<Disposition, number>> = {
  delivered: 0,
  pending: 1,
  returned: 2,
  rejected: 2,
  failed: 2,
  skipped: 3,
};
const order = (disposition: Disposition): number => ORDER[disposition];
