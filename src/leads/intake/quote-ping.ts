import type { NewPing } from '../bidding/index.ts';
import { takeNext } from '../routing/index.ts';
import { type EarningTerms, earningsOf } from '../sales/index.ts';
import { bidsOf, type Held } from './hold-auction.ts';
import type { OfferRules, RoutingSnapshot } from './load-snapshot.ts';

interface Quoting {
  readonly rules: OfferRules | undefined;
  readonly snapshot: RoutingSnapshot;
  readonly earning: EarningTerms;
  readonly campaignId: string;
  readonly isTest: boolean;
}

type Quoted = Pick<NewPing, 'bids' | 'matches' | 'payoutCents'>;

/**
 * What the partner is promised: for each contract that would buy the lead, in their order, what the partner would earn
 * by it, and in sum what it would earn now by as many sales as the offer makes.
 */
export function quoteOf(held: Held | undefined, { rules, snapshot, earning, campaignId, isTest }: Quoting): Quoted {
  const none: Quoted = { bids: [], matches: [], payoutCents: null };
  if (!held || !rules) return none;
  const bids = bidsOf(held, snapshot);
  const isCapped = !isTest && held.book.campaignCap(campaignId) !== null;
  const quoted = bids.map((bid) =>
    bid.rank === null || bid.priceCents === null || isCapped
      ? { ...bid, rank: null }
      : { ...bid, payoutCents: earningsOf(earning, bid.priceCents).payoutCents },
  );
  const matches = quoted.flatMap(({ rank, payoutCents }) =>
    rank === null || payoutCents === null ? [] : [{ rank, payoutCents }],
  );
  if (matches.length === 0) return { ...none, bids: quoted };
  return { bids: quoted, matches, payoutCents: sumOf(held, { rules, earning }) };
}

/** The sales that would be made now, each counted so that the next one sees it; nothing of it is written. */
function sumOf({ verdicts, book }: Held, { rules, earning }: Pick<Quoting, 'earning'> & { rules: OfferRules }): number {
  const { offer } = rules;
  const eligible = verdicts.filter((verdict) => verdict.outcome === 'eligible');
  const sold = takeNext(book, offer.offerId, { plan: offer, ranking: eligible, tried: [] });
  const earned = sold.map(({ candidate }) => earningsOf(earning, candidate.priceCents));
  const isPerSale = earned.some(({ payoutPerSale }) => payoutPerSale);
  const payouts = earned.map(({ payoutCents }) => payoutCents);
  return isPerSale ? payouts.reduce((sum, cents) => sum + cents, 0) : (payouts[0] ?? 0);
}
