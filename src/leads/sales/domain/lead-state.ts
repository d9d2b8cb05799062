/** A sale as far as the state of its lead depends on it. */
export interface StateOfSale {
  readonly status: 'delivering' | 'uncertain' | 'settled' | 'released' | 'returned';
  readonly priceCents: number;
  readonly payoutCents: number;
  /** When a job is to take it up. */
  readonly resumeAt: Date | null;
}

/** Where a lead stands. Amounts are those of its settled sales; null where there are none. */
export interface LeadState {
  readonly status: 'routing' | 'sold' | 'pending' | 'returned' | 'unsold';
  readonly reason: string | null;
  readonly priceCents: number | null;
  readonly payoutCents: number | null;
}

/**
 * What all sales of a lead make of it: routing while one is being delivered, sold once one is settled and no other is
 * under way, pending while it is not clear whether a buyer has it or while it waits for one to open, returned when it
 * was given back and nobody else has it, unsold when nobody took it.
 */
export function leadStateOf(sales: readonly StateOfSale[], now: Date): LeadState {
  const settled = sales.filter((sale) => sale.status === 'settled');
  const sum = (pick: (sale: StateOfSale) => number): number => settled.reduce((total, sale) => total + pick(sale), 0);
  const amounts =
    settled.length === 0
      ? { priceCents: null, payoutCents: null }
      : { priceCents: sum((sale) => sale.priceCents), payoutCents: sum((sale) => sale.payoutCents) };
  const delivering = sales.filter((sale) => sale.status === 'delivering');
  const held = delivering.filter(({ resumeAt }) => resumeAt !== null && resumeAt > now);
  if (delivering.length > held.length) return { status: 'routing', reason: null, ...amounts };
  if (settled.length > 0) return { status: 'sold', reason: null, ...amounts };
  if (sales.some((sale) => sale.status === 'uncertain')) return { status: 'pending', reason: 'uncertain', ...amounts };
  if (held.length > 0) return { status: 'pending', reason: 'held', ...amounts };
  if (sales.some((sale) => sale.status === 'returned')) return { status: 'returned', reason: null, ...amounts };
  return { status: 'unsold', reason: 'all_refused', ...amounts };
}
