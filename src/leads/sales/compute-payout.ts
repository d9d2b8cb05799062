import { dividePrice, keepsLeast, type MarginTerms } from '../routing/index.ts';
import { payoutOf, type PayoutTerms } from './domain/payout.ts';

/** How a partner is paid for a lead: by the margin of the offer where there is one, else as its campaign pays. */
export interface EarningTerms {
  readonly payout: PayoutTerms;
  readonly margin?: MarginTerms;
}

/** What the partner earns by a sale at this price. Under a margin each sale pays for itself. */
export function earningsOf(
  { payout, margin }: EarningTerms,
  priceCents: number,
): { readonly payoutCents: number; readonly payoutPerSale: boolean } {
  if (!margin?.margin) return payoutOf(payout, priceCents);
  const divided = dividePrice({ ...margin, margin: margin.margin }, priceCents);
  return { payoutCents: divided.kind === 'pays' ? divided.payoutCents : 0, payoutPerSale: true };
}

/** Whether a sale at this price may be made: the least margin is kept, and a margin leaves the partner something. */
export function canEarn({ payout, margin }: EarningTerms, priceCents: number): boolean {
  if (!margin) return true;
  if (margin.margin) return dividePrice({ ...margin, margin: margin.margin }, priceCents).kind === 'pays';
  return keepsLeast(margin, priceCents, payoutOf(payout, priceCents).payoutCents);
}
