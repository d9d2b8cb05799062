import { type LedgerLine, linesOfSale } from './ledger-lines.ts';

/** What a sale earns, and what its partner earns by it, in cents. */
export interface Earned {
  readonly priceCents: number;
  readonly payoutCents: number;
}

/**
 * The lines of a sale whose price is changed after the fact: what its buyer owes more, and what its partner earns more,
 * below zero less. Each is a transaction of its own and sums to zero; with the lines before, a sale stands booked as if
 * it had been made at what it earns now.
 */
export function linesOfReprice(
  { buyerId, partnerId }: { readonly buyerId: string; readonly partnerId: string },
  before: Earned,
  after: Earned,
): { readonly buyer: readonly LedgerLine[]; readonly partner: readonly LedgerLine[] } {
  const of = { buyerId, partnerId, priceCents: 0, payoutCents: 0, isPrepaid: false };
  return {
    buyer: linesOfSale({ ...of, priceCents: after.priceCents - before.priceCents }),
    partner: linesOfSale({ ...of, payoutCents: after.payoutCents - before.payoutCents }),
  };
}
