import { type Cents, shareOf } from '../../../kernel/money.ts';

/** An amount, or a share of the price in hundredths of a per cent. */
export type MarginPart = { readonly cents: number } | { readonly bp: number };

/** What is kept of a price: the same of each, or by bands, of which the highest that the price reaches counts. */
export type Margin =
  | ({ readonly kind: 'fixed' } & { readonly cents: number })
  | ({ readonly kind: 'percent' } & { readonly bp: number })
  | { readonly kind: 'bands'; readonly bands: readonly (MarginPart & { readonly fromCents: number })[] };

/** How an offer divides a price: null is as the campaign pays, and no least. */
export interface MarginTerms {
  readonly margin: Margin | null;
  readonly minMarginCents: number | null;
}

/** What the partner earns by a sale at this price, or that the least margin leaves nothing to pay. */
export type Division = { readonly kind: 'pays'; readonly payoutCents: Cents } | { readonly kind: 'too_small' };

/**
 * Divides a price by the margin: what is left of it is the partner's. The margin is never less than the least one; a
 * share is rounded to the nearest cent, a half to the even one. A sale that would leave the partner nothing is none.
 */
export function dividePrice({ margin, minMarginCents }: MarginTerms & { margin: Margin }, priceCents: Cents): Division {
  const kept = Math.max(marginOf(margin, priceCents), minMarginCents ?? 0);
  const payoutCents = priceCents - kept;
  return payoutCents > 0 ? { kind: 'pays', payoutCents } : { kind: 'too_small' };
}

/** What the margin alone keeps of a price; below the lowest band, nothing. */
export function marginOf(margin: Margin, priceCents: Cents): Cents {
  if (margin.kind === 'fixed') return margin.cents;
  if (margin.kind === 'percent') return shareOf(priceCents, margin.bp);
  const band = margin.bands.findLast(({ fromCents }) => fromCents <= priceCents);
  if (!band) return 0;
  return 'cents' in band ? band.cents : shareOf(priceCents, band.bp);
}

/** Whether a sale that pays the partner so much keeps the least margin. */
export const keepsLeast = ({ minMarginCents }: MarginTerms, priceCents: Cents, payoutCents: Cents): boolean =>
  minMarginCents === null || priceCents - payoutCents >= minMarginCents;
