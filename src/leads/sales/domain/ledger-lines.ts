export type Account =
  | 'buyer_receivable'
  | 'tenant_revenue'
  | 'partner_cost'
  | 'partner_payable'
  | 'opening_balance'
  | 'tenant_cash'
  | 'tenant_fees'
  | 'balance_adjustment'
  | 'pack_liability';

/** One line of a transaction: positive is a debit, negative a credit. */
export interface LedgerLine {
  readonly account: Account;
  readonly amountCents: number;
  readonly buyerId?: string;
  readonly partnerId?: string;
}

/**
 * The lines of a settled sale: what the buyer owes, or has paid in advance by a pack, is our revenue, what the partner
 * earns is our cost. They sum to zero.
 */
export function linesOfSale(sale: {
  buyerId: string;
  partnerId: string;
  priceCents: number;
  payoutCents: number;
  isPrepaid: boolean;
}): LedgerLine[] {
  const { buyerId, partnerId, priceCents, payoutCents, isPrepaid } = sale;
  const lines: LedgerLine[] = [
    { account: isPrepaid ? 'pack_liability' : 'buyer_receivable', amountCents: priceCents, buyerId },
    { account: 'tenant_revenue', amountCents: -priceCents },
    { account: 'partner_cost', amountCents: payoutCents },
    { account: 'partner_payable', amountCents: -payoutCents, partnerId },
  ];
  return lines.filter((line) => line.amountCents !== 0);
}

/** The lines of what a buyer owed before it came here; below zero where it had paid ahead. They sum to zero. */
export const linesOfOpening = (buyerId: string, amountCents: number): LedgerLine[] => [
  { account: 'buyer_receivable', amountCents, buyerId },
  { account: 'opening_balance', amountCents: -amountCents },
];
