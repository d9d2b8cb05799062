import { shareOf } from '../../../kernel/money.ts';

/** How a campaign pays its partner: once for a lead that was sold, or a share of each sale. */
export interface PayoutTerms {
  readonly pricingModel: 'fixed' | 'revshare';
  readonly payoutCents: number;
  /** Hundredths of a per cent. */
  readonly revshareBp: number | null;
  readonly maximumPayoutCents: number | null;
}

/** What the partner earns by a sale at this price. A fixed payout is paid by the first sale of a lead that settles. */
export function payoutOf(terms: PayoutTerms, priceCents: number): { payoutCents: number; payoutPerSale: boolean } {
  if (terms.pricingModel === 'fixed') return { payoutCents: terms.payoutCents, payoutPerSale: false };
  const share = shareOf(priceCents, terms.revshareBp ?? 0);
  return { payoutCents: Math.min(share, terms.maximumPayoutCents ?? share), payoutPerSale: true };
}
