import type { TenantWriter } from '../../core/tenancy/index.ts';
import { AppError, notFound } from '../../kernel/app-error.ts';
import { leadLock, type LeadRow } from '../intake/index.ts';
import { saleListOfLead, saleLock, type SaleRow } from '../sales/index.ts';

/** A lead and its sales, all locked until the transaction ends. */
export interface Locked {
  readonly lead: LeadRow;
  readonly sales: readonly SaleRow[];
}

/** The sales of a lead and then the lead itself: in this order whoever concludes a delivery locks them too. */
export async function lockSales(tx: TenantWriter, leadId: string): Promise<Locked> {
  const known = (await saleListOfLead(tx, leadId)).map(({ saleId }) => saleId);
  for (const saleId of known) await saleLock(tx, saleId);
  const lead = await leadLock(tx, leadId);
  if (!lead) throw notFound();
  const sales = await saleListOfLead(tx, leadId);
  // One that came meanwhile cannot be locked any more: whoever concludes it may hold it and wait for the lead.
  if (sales.some(({ saleId, status }) => status === 'settled' && !known.includes(saleId))) throw inHand('read');
  return { lead, sales };
}

/** Somebody else is at work on it. */
export const inHand = (next: 'read' | 'scrub'): AppError =>
  new AppError('CONFLICT', `A buyer has this lead in hand just now. Wait for its answer, then ${next} it.`);
