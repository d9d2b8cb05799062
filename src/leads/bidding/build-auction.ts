import type { RoutableContract } from '../contracts/index.ts';
import type { AuctionRefusal } from '../routing/index.ts';
import type { EarningTerms } from '../sales/index.ts';
import type { Asked } from './request-bids.ts';

/** A contract in an auction, as it stood when it was asked, with what it pays for the lead. */
export interface Priced {
  readonly contract: RoutableContract;
  readonly priceCents: number;
  /** What the buyer called its bid. */
  readonly reference: string | null;
}

/** What bids or a quote say of a lead's sale. They bind: contracts that were changed since keep to what they said. */
export interface Auction {
  readonly pingId: string;
  /** By contract. */
  readonly priced: ReadonlyMap<string, Priced>;
  /** Of contracts that were asked for a bid and gave none to take. */
  readonly refused: ReadonlyMap<string, AuctionRefusal>;
  /** A quote: nobody else may have the lead, and the partner is paid by its terms. */
  readonly quote?: {
    /** Unused, it may be posted to until then. */
    readonly expiresAt: Date;
    readonly earning: EarningTerms;
  };
}

/** What those said who were asked, as a decision takes it. */
export function buildAuction(pingId: string, asked: readonly Asked[]): Auction {
  const priced = new Map<string, Priced>();
  const refused = new Map<string, AuctionRefusal>();
  for (const { contract, verdict } of asked) {
    if (verdict.verdict === 'bid') {
      const { priceCents, reference } = verdict;
      priced.set(contract.contractId, { contract, priceCents, reference });
    } else refused.set(contract.contractId, SILENT.has(verdict.verdict) ? 'no_bid' : 'bid_not_taken');
  }
  return { pingId, priced, refused };
}

/** Nothing was said, or that the buyer does not want it. */
const SILENT: ReadonlySet<string> = new Set(['no_bid', 'timed_out', 'late', 'unreachable', 'connection_lost']);
