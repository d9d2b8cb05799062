import type { OfferTerms } from './decide.ts';
import type { Pool } from './terms.ts';

/** How an offer sold when the decision was made: kept with it, since the offer may be changed while buyers answer. */
export type Plan = Pick<OfferTerms, 'distributionType' | 'maxSales' | 'fallbackRule'>;

/** A contract of the ranking. */
export interface Candidate {
  readonly contractId: string;
  readonly buyerId: string;
  readonly pool: Pool;
}

/**
 * A sale of the lead so far. It keeps its place unless it was released: one that was taken back does too, for its buyer
 * has read the lead, and nobody after it may have the lead as if alone.
 */
export interface Tried {
  readonly contractId: string;
  readonly buyerId: string;
  readonly pool: Pool;
  readonly keepsPlace: boolean;
}

/** How many sales of a lead a pool may have at a time. */
export function wantedSales(pool: Pool, { distributionType, maxSales, fallbackRule }: Plan): number {
  if (pool === 'fallback') return fallbackRule === 'all' ? Number.POSITIVE_INFINITY : 1;
  return distributionType === 'exclusive' ? 1 : (maxSales ?? Number.POSITIVE_INFINITY);
}

/**
 * The contracts that the lead is to be reserved for now, in their order: as many of the primary pool as the plan still
 * wants, and of the fallback pool only when no primary contract has the lead or can have it. The pool that has a lead
 * keeps it: a primary contract that could not have it before gets none that fallback ones share. `take` is asked for
 * each in turn whether it may have the lead at this moment, and counts it if so. Nobody is tried twice, and no buyer
 * has two sales of one lead.
 */
export function pickNext<T extends Candidate>(
  plan: Plan,
  ranking: readonly T[],
  tried: readonly Tried[],
  take: (candidate: T) => boolean,
): T[] {
  const kept = tried.filter((sale) => sale.keepsPlace);
  const isTried = new Set(tried.map((sale) => sale.contractId));
  const buyers = new Set(kept.map((sale) => sale.buyerId));
  const picked: T[] = [];
  for (const pool of ['primary', 'fallback'] as const) {
    if (picked.length > 0 || kept.some((sale) => sale.pool !== pool)) continue;
    let wanted = wantedSales(pool, plan) - kept.filter((sale) => sale.pool === pool).length;
    for (const candidate of ranking) {
      if (wanted <= 0) break;
      if (candidate.pool !== pool || isTried.has(candidate.contractId) || buyers.has(candidate.buyerId)) continue;
      if (!take(candidate)) continue;
      picked.push(candidate);
      buyers.add(candidate.buyerId);
      wanted -= 1;
    }
  }
  return picked;
}
