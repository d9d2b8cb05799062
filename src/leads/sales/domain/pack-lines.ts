import type { LedgerLine } from './ledger-lines.ts';

/** The lines of leads that are bought in advance: the buyer owes them, and we owe it leads. They sum to zero. */
export function linesOfPack(buyerId: string, cents: number): LedgerLine[] {
  const lines: LedgerLine[] = [
    { account: 'buyer_receivable', amountCents: cents, buyerId },
    { account: 'pack_liability', amountCents: -cents, buyerId },
  ];
  return lines.filter((line) => line.amountCents !== 0);
}

/** The lines of what a closed pack still has: the buyer gets it back, or it is our revenue. They sum to zero. */
export function linesOfRest(buyerId: string, cents: number, isRefunded: boolean): LedgerLine[] {
  const lines: LedgerLine[] = [
    { account: 'pack_liability', amountCents: cents, buyerId },
    isRefunded
      ? { account: 'buyer_receivable', amountCents: -cents, buyerId }
      : { account: 'tenant_revenue', amountCents: -cents },
  ];
  return lines.filter((line) => line.amountCents !== 0);
}
