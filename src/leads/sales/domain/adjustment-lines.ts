import type { Account, LedgerLine } from './ledger-lines.ts';

export const ADJUSTMENT_KINDS = ['payment', 'adjustment', 'fee'] as const;
/** What is booked by hand upon a buyer: what it paid, what is set right, what it is charged beside its leads. */
export type AdjustmentKind = (typeof ADJUSTMENT_KINDS)[number];

/** What a buyer owes more by an amount in cents; below zero less. A fee is charged, the others are in its favour. */
export const owedBy = (kind: AdjustmentKind, amountCents: number): number =>
  kind === 'fee' || amountCents === 0 ? amountCents : -amountCents;

const OTHER_SIDE: Readonly<Record<AdjustmentKind, Account>> = {
  payment: 'tenant_cash',
  adjustment: 'balance_adjustment',
  fee: 'tenant_fees',
};

/** The lines of what is booked by hand. They sum to zero. */
export const linesOfAdjustment = (buyerId: string, kind: AdjustmentKind, owedCents: number): LedgerLine[] => [
  { account: 'buyer_receivable', amountCents: owedCents, buyerId },
  { account: OTHER_SIDE[kind], amountCents: -owedCents },
];
