import type { TenantWriter } from '../../core/tenancy/index.ts';
import {
  countedBy,
  leadCount,
  type LeadEnd,
  type LeadRow,
  type RoutingSnapshot,
  type Snapshots,
} from '../intake/index.ts';
import { closeBook, type InPlay, lockBook, openBook } from '../routing/index.ts';
import {
  isOfClosedPack,
  ledgerBook,
  linesOfReturn,
  saleListOfLead,
  saleReturn,
  type SaleRow,
  saleTakePayout,
} from '../sales/index.ts';
import { giveBackCampaign, giveBackSale } from './choose-next.ts';
import { moveLead } from './conclude-attempt.ts';

/** Settled sales of a lead that are taken back, all locked like the lead, and why. */
export interface Returning {
  readonly tx: TenantWriter;
  readonly now: Date;
  readonly lead: LeadRow;
  readonly sales: readonly SaleRow[];
  readonly reason: string;
}

/**
 * Takes back settled sales of a lead: what was booked is booked against, so that the ledger is zero; the caps of
 * contract and buyer, on the days on which they counted it, and the credit are given back, and the campaign's once
 * nobody has the lead any more; a pack that is not closed gets its lead back. Each once only: a sale that is returned
 * already is left out. Gives those it took back.
 */
export async function returnSales(
  { snapshots }: { readonly snapshots: Snapshots },
  returning: Returning,
): Promise<{ readonly returned: readonly SaleRow[]; readonly end: LeadEnd }> {
  const { tx, now, lead, sales, reason } = returning;
  const inPlay = inPlayOf(await snapshots.current(tx), sales);
  await lockBook(tx, inPlay);
  const book = await openBook(tx, inPlay, now);
  const returned: SaleRow[] = [];
  for (const sale of sales) {
    if (!(await saleReturn(tx, sale.saleId, now, reason))) continue;
    returned.push(sale);
    const isPackClosed = await isOfClosedPack(tx, sale);
    await bookReturn(returning, sale.saleId, isPackClosed);
    giveBackSale(book, sale, isPackClosed);
  }
  const left = await saleListOfLead(tx, lead.leadId);
  if (returned.length > 0 && giveBackCampaign(book, lead, left)) await leadCount(tx, lead.leadId, null);
  await closeBook(tx, book);
  return { returned, end: await moveLead({ tx, now, lead }, left) };
}

/** What sales that have their end count against. */
export function inPlayOf(snapshot: RoutingSnapshot, sales: readonly SaleRow[]): InPlay {
  const contracts = sales.flatMap(({ contractId }) => {
    const contract = snapshot.contracts.get(contractId);
    return (contract && countedBy(contract, snapshot)) ?? [];
  });
  return { contracts, campaigns: [], offers: [], timeZone: snapshot.timeZone };
}

/** Books a return. The sale may have taken over the payout of another one that was taken back just before. */
async function bookReturn({ tx, now, lead }: Returning, saleId: string, isPackClosed: boolean): Promise<void> {
  const all = await saleListOfLead(tx, lead.leadId);
  const sale = all.find((one) => one.saleId === saleId);
  if (!sale) throw new Error('a sale that was taken back does not exist');
  const others = all.filter(({ status }) => status === 'settled');
  const isPrepaid = sale.packId !== null && !isPackClosed;
  const { lines, moved } = linesOfReturn({ ...sale, isPrepaid }, others, lead.partnerId);
  await ledgerBook(tx, now, { saleId, kind: 'return' }, lines);
  if (!moved) return;
  await saleTakePayout(tx, moved.saleId, now, moved.payoutCents);
  await ledgerBook(tx, now, { saleId: moved.saleId }, moved.lines);
}
