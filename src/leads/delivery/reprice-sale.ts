import { invalid } from '../../kernel/app-error.ts';
import type { TenantWriter } from '../../core/tenancy/index.ts';
import { decisionList, type LeadRow, type Snapshots } from '../intake/index.ts';
import { lockBook, recountSale } from '../routing/index.ts';
import { bookReprice, earningsOf, type RepriceBooking, saleListOfLead, type SaleRow } from '../sales/index.ts';
import { moveLead } from './conclude-attempt.ts';
import { inPlayOf } from './return-sale.ts';

/** A settled sale that is to earn another price, locked like its lead. */
export interface Repricing {
  readonly tx: TenantWriter;
  readonly now: Date;
  readonly lead: LeadRow;
  readonly sale: SaleRow;
  readonly priceCents: number;
}

/** What changed, and what it was booked as. */
export interface Repriced extends RepriceBooking {
  readonly before: Pick<SaleRow, 'priceCents' | 'payoutCents'>;
  readonly after: Pick<SaleRow, 'priceCents' | 'payoutCents'>;
  /** Whether the buyer owes more than its limit now: a person decided so, and no further lead is sold to it. */
  readonly isOverLimit: boolean;
}

/**
 * Gives a settled sale another price: the difference is booked, counted by the caps of contract and buyer on the days
 * on which they counted the sale, and against the credit. The partner's payout follows where it is a share of the
 * price; a fixed one stays. Throws VALIDATION_ERROR for a sale that a prepaid pack has paid.
 */
export async function repriceSale(
  { snapshots }: { readonly snapshots: Snapshots },
  repricing: Repricing,
): Promise<Repriced> {
  const { tx, now, lead, sale } = repricing;
  if (sale.packId !== null) throw prepaid();
  const inPlay = inPlayOf(await snapshots.current(tx), [sale]);
  await lockBook(tx, inPlay);
  const after = await earnedAfter(repricing);
  const booked = await bookReprice(tx, now, { sale, partnerId: lead.partnerId }, after);
  const owed = await recountSale(tx, sale, after.priceCents - sale.priceCents);
  await moveLead({ tx, now, lead }, await saleListOfLead(tx, lead.leadId));
  const limits = inPlay.contracts.map(({ creditLimitCents }) => creditLimitCents ?? Infinity);
  const isOverLimit = owed > Math.min(...limits);
  return { ...booked, before: sale, after, isOverLimit };
}

/** The partner is paid by the terms of the decision that the sale was made by; one of an earlier version knows none. */
async function earnedAfter({ tx, sale, priceCents }: Repricing): Promise<Repriced['after']> {
  const { payoutCents } = sale;
  if (!sale.payoutPerSale || priceCents === sale.priceCents) return { priceCents, payoutCents };
  const decisions = await decisionList(tx, sale.leadId);
  const plan = decisions.find(({ round }) => round === sale.round)?.plan;
  if (!plan?.payout) return { priceCents, payoutCents };
  return { priceCents, payoutCents: earningsOf({ ...plan, payout: plan.payout }, priceCents).payoutCents };
}

function prepaid(): Error {
  const message = 'This sale was paid by a prepaid pack, whose leads have one price. Return it, or book an adjustment.';
  return invalid([{ field: 'saleId', rule: 'prepaid', message }]);
}
