import type { SealingKey, Vault } from '../../core/vault/index.ts';
import type { RoutableContract } from '../contracts/index.ts';
import { closedAt, countedBy, type DecisionRecord, type LeadRow, type RoutingSnapshot } from '../intake/index.ts';
import { type Book, type CountedSale, type InPlay, takeNext, wantedSales } from '../routing/index.ts';
import { earningsOf, isLive, type NewSale, reserveFor, type SaleRow } from '../sales/index.ts';

/** A released sale's lead, as far as it matters to whom it goes next. */
export type NextLead = Pick<LeadRow, 'leadId' | 'campaignId' | 'partnerId' | 'offerId' | 'countedOn'>;

/** All that says to whom a released lead goes next. */
export interface Choosing {
  readonly now: Date;
  readonly lead: NextLead;
  /** All sales of the lead so far. */
  readonly sales: readonly Pick<SaleRow, 'contractId' | 'buyerId' | 'pool' | 'status' | 'round'>[];
  readonly decision: Pick<DecisionRecord, 'verdicts' | 'ranking' | 'plan' | 'round'>;
  readonly snapshot: RoutingSnapshot;
  readonly book: Book;
  /** What stands against contracts by now that did not when the lead was decided upon. */
  readonly isBarred: (of: { readonly contractId: string; readonly buyerId: string }) => boolean;
  /** What each contract's buyer called its bid, where the lead was bid for. */
  readonly referenceOf: (contractId: string) => string | null;
}

/** What the next reservations of a lead may count against. */
export function inPlayNext(
  snapshot: RoutingSnapshot,
  lead: Pick<LeadRow, 'offerId'>,
  decision: Pick<DecisionRecord, 'ranking'> | undefined,
): InPlay {
  const offer = snapshot.offers.get(lead.offerId ?? '');
  const contracts = (decision?.ranking ?? []).flatMap((id) => snapshot.contracts.get(id) ?? []);
  return {
    contracts: contracts.flatMap((contract) => countedBy(contract, snapshot) ?? []),
    campaigns: [],
    offers: offer && offer.turns !== 'none' ? [{ offerId: offer.offer.offerId, inTurn: offer.turns === 'exact' }] : [],
    timeZone: snapshot.timeZone,
  };
}

/**
 * Gives back what a released sale counted. What comes back to a pack that is closed is of the buyer's credit: nobody
 * sells of the pack any more.
 */
export function giveBackSale(
  book: Book,
  { contractId, buyerId, priceCents, packId, countedOn, buyerCountedOn }: SaleRow,
  isPackClosed: boolean,
): void {
  book.uncount({
    contractId,
    buyerId,
    priceCents,
    packId: isPackClosed ? null : packId,
    ...(countedOn === null ? {} : { countedOn }),
    ...(buyerCountedOn === null ? {} : { buyerCountedOn }),
  });
}

/** A campaign's cap counts a lead only while somebody has it, or may get it. Says whether it counts it no more. */
export function giveBackCampaign(
  book: Book,
  { campaignId, partnerId, countedOn }: NextLead,
  sales: readonly Pick<SaleRow, 'status'>[],
): boolean {
  if (countedOn === null || sales.some(isLive)) return false;
  book.uncountCampaign({ campaignId, partnerId, day: countedOn });
  return true;
}

type Eligible = Extract<DecisionRecord['verdicts'][number], { outcome: 'eligible' }>;

/** A contract that the lead is to be reserved for, counted in the book. */
export interface Choice {
  readonly verdict: Eligible;
  readonly contract: RoutableContract;
  readonly counted: CountedSale;
  readonly rank: number;
  readonly plan: DecisionRecord['plan'];
  /** Epoch milliseconds; undefined while it is open. */
  readonly holdUntil: number | undefined;
  /** What the buyer called its bid. */
  readonly bidReference: string | null;
}

/**
 * Whom of the decision's ranking the lead goes to now: contracts that are still open for business, within their caps,
 * and as they were when the lead was decided upon. Nobody has asked whether it fits new terms.
 */
export function chooseNext({ now, lead, sales, decision, snapshot, book, ...of }: Choosing): Choice[] {
  const linked = new Set(snapshot.offers.get(lead.offerId ?? '')?.contracts.map((contract) => contract.contractId));
  const closed = closedAt(snapshot, decision.ranking, now);
  const gaveBack = new Set(sales.filter(({ status }) => status === 'returned').map(({ buyerId }) => buyerId));
  const isOpen = (verdict: Eligible): boolean => {
    const { contractId, version, buyerId } = verdict;
    const contract = snapshot.contracts.get(contractId);
    if (!contract || !linked.has(contractId) || contract.version !== version) return false;
    if (closed.get(contractId)?.holdUntil === null || of.isBarred(verdict) || gaveBack.has(buyerId)) return false;
    return contract.status === 'active' && contract.buyerStatus === 'active';
  };
  const eligible = decision.verdicts.filter((verdict) => verdict.outcome === 'eligible').filter(isOpen);
  const waits = ({ contractId }: Eligible): number => Number(closed.has(contractId));
  const ranking = eligible.toSorted((one, other) => waits(one) - waits(other));
  // A lead that is routed again goes again to those who refused it before, and may go on after one that came back.
  const tried = sales
    .filter((sale) => sale.round === decision.round || isLive(sale))
    .map((sale) => ({ ...sale, keepsPlace: sale.status !== 'released' }));
  const { plan } = decision;
  return takeNext(book, lead.offerId, { plan, ranking, tried }).flatMap(
    ({ candidate: verdict, sale: counted }, index) => {
      const contract = snapshot.contracts.get(verdict.contractId);
      const rank = sales.length + index + 1;
      const holdUntil = closed.get(verdict.contractId)?.holdUntil ?? undefined;
      const bidReference = of.referenceOf(verdict.contractId);
      return contract ? [{ verdict, contract, counted, rank, plan, holdUntil, bidReference }] : [];
    },
  );
}

/** The lead that is reserved for, with the key that seals what the buyer may read, and the sale that was released. */
export interface Reserved {
  readonly tenantId: string;
  readonly lead: NextLead;
  readonly fields: Readonly<Record<string, string | number | boolean>>;
  readonly key: SealingKey;
  readonly released: Pick<SaleRow, 'payoutCents' | 'payoutPerSale' | 'pingId' | 'round'>;
}

/** The reservation of a choice. Pure but for the sealing. */
export function reserveChoice(
  vault: Pick<Vault, 'seal'>,
  { tenantId, lead, fields, key, released }: Reserved,
  { verdict, contract, counted, rank, plan, holdUntil, bidReference }: Choice,
): NewSale {
  const { pool } = verdict;
  const { payoutCents, payoutPerSale, pingId } = released;
  // What a lead was bid or quoted at is what its partner was told of.
  const priceCents = pingId === null ? counted.priceCents : verdict.priceCents;
  return reserveFor(vault, {
    tenantId,
    leadId: lead.leadId,
    offerId: lead.offerId,
    key,
    fields,
    contract,
    rank,
    pool,
    exclusive: wantedSales(pool, plan) === 1,
    ...(plan.payout ? earningsOf({ ...plan, payout: plan.payout }, priceCents) : { payoutCents, payoutPerSale }),
    pingId,
    bidReference,
    round: released.round,
    picked: false,
    ...counted,
    resumeAt: holdUntil === undefined ? undefined : new Date(holdUntil),
  });
}
