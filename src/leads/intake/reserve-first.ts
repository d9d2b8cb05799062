import type { SealingKey, Vault } from '../../core/vault/index.ts';
import type { Auction } from '../bidding/index.ts';
import type { RoutableContract } from '../contracts/index.ts';
import { type Book, type Plan, takeNext, type Tried, type Verdict, wantedSales } from '../routing/index.ts';
import { type EarningTerms, earningsOf, type NewSale, reserveFor } from '../sales/index.ts';
import type { FieldValue } from './domain/fields.ts';
import type { RoutingSnapshot } from './load-snapshot.ts';

/** A lead that is about to be reserved for contracts. */
export interface Reservable {
  readonly leadId: string;
  readonly key: SealingKey;
  readonly fields: Readonly<Record<string, FieldValue>>;
  /** What was bid for it, or quoted. */
  readonly auction: Auction | undefined;
  /** Whether this process delivers at once; otherwise a job does. */
  readonly deliverHere: boolean;
  /** Sales that it has already. */
  readonly tried: readonly Tried[];
  readonly rankFrom: number;
  readonly round: number;
  readonly picked: boolean;
}

interface Ground {
  readonly vault: Pick<Vault, 'seal'>;
  readonly tenantId: string;
  readonly snapshot: RoutingSnapshot;
  readonly book: Book;
  readonly now: Date;
}

interface Choice {
  readonly offerId: string | null;
  readonly plan: Plan;
  readonly decision: { readonly verdicts: readonly Verdict[] };
  readonly earning: EarningTerms;
}

export interface FirstSale {
  readonly sale: NewSale;
  readonly contract: RoutableContract;
}

/** Reserves for as many contracts of a decision as the plan wants, each counted by the book. */
export function reserveFirst(
  { vault, tenantId, snapshot, book, now }: Ground,
  lead: Reservable,
  { offerId, plan, decision, earning }: Choice,
): FirstSale[] {
  const { leadId, key, fields, auction, tried, round, picked } = lead;
  const ranking = decision.verdicts.filter((verdict) => verdict.outcome === 'eligible');
  return takeNext(book, offerId, { plan, ranking, tried }).flatMap(({ candidate, sale: counted }, index) => {
    const priced = auction?.priced.get(candidate.contractId);
    const contract = priced?.contract ?? snapshot.contracts.get(candidate.contractId);
    if (!contract) return [];
    const { pool, holdUntil } = candidate;
    const resumeAt = holdUntil === undefined ? (lead.deliverHere ? undefined : now) : new Date(holdUntil);
    const own = { tenantId, leadId, key, fields, offerId, round, picked };
    const terms = { pool, exclusive: wantedSales(pool, plan) === 1 };
    // What a lead was bid or quoted at is what its partner was told of.
    const earned = earningsOf(earning, auction ? candidate.priceCents : counted.priceCents);
    const bid = auction ? { pingId: auction.pingId, bidReference: priced?.reference ?? null } : {};
    const rank = lead.rankFrom + index;
    const sale = reserveFor(vault, { ...own, ...terms, ...earned, ...counted, ...bid, contract, rank, resumeAt });
    return [{ sale, contract }];
  });
}
