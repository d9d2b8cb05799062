import { type LedgerLine, linesOfSale } from './ledger-lines.ts';

interface Booked {
  readonly saleId: string;
  readonly buyerId: string;
  readonly priceCents: number;
  readonly payoutCents: number;
  readonly payoutPerSale: boolean;
  /** Whether its price goes back to the pack that it was paid by; that of a closed one is the buyer's credit. */
  readonly isPrepaid: boolean;
}

/** What a return books, and whom it makes the bearer of a payout that stays. */
export interface ReturnBooking {
  /** Against the sale's own lines. */
  readonly lines: readonly LedgerLine[];
  /** A payout for the lead, not for the sale, goes over to a sale that stands: nobody sold the lead but once. */
  readonly moved: {
    readonly saleId: string;
    readonly payoutCents: number;
    readonly lines: readonly LedgerLine[];
  } | null;
}

/**
 * The lines that take a settled sale back, each against one of its own, so that both together are zero. A fixed payout
 * was earned by the lead: while another of its sales stands, the partner keeps it, and it is booked on that one.
 */
export function linesOfReturn(
  sale: Booked,
  others: readonly Omit<Booked, 'isPrepaid'>[],
  partnerId: string,
): ReturnBooking {
  const { buyerId, priceCents, payoutCents, isPrepaid } = sale;
  const booked = linesOfSale({ buyerId, partnerId, priceCents, payoutCents, isPrepaid });
  const lines = booked.map((line) => ({ ...line, amountCents: -line.amountCents }));
  // One that pays the partner by itself has lines of its own for that.
  const heir = others.find((other) => !other.payoutPerSale && other.payoutCents === 0);
  if (!heir || sale.payoutPerSale || payoutCents === 0) return { lines, moved: null };
  const moved = linesOfSale({ buyerId: heir.buyerId, partnerId, priceCents: 0, payoutCents, isPrepaid: false });
  return { lines, moved: { saleId: heir.saleId, payoutCents, lines: moved } };
}
