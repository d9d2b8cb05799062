import { requireValidCaller } from '../../core/access/index.ts';
import { recordAudit } from '../../core/audit/index.ts';
import { unknownReference } from '../../core/gate/index.ts';
import type { TenantWriter } from '../../core/tenancy/index.ts';
import { AppError, invalid, notFound } from '../../kernel/app-error.ts';
import { formatCents } from '../../kernel/money.ts';
import { type Repriced, repriceSale } from '../delivery/index.ts';
import { leadFind, type LeadStatus, requireLead } from '../intake/index.ts';
import type { SaleRow } from '../sales/index.ts';
import { lockSales } from './lock-sales.ts';
import { noteInsert } from './note-store.ts';
import { sealNote } from './seal-note.ts';
import { type Act, type ActDeps, contextOf } from './take-lead.ts';

/** Another price for one sale, after the fact. */
export interface Adjust extends Act {
  /** The one that stands, unless given. */
  readonly saleId: string | undefined;
  readonly priceCents: number;
  /** What it costs by what the caller has read; CONFLICT if that is not so any more. */
  readonly expectedCents: number | undefined;
  readonly note: string | undefined;
}

export interface Adjusted extends Repriced {
  readonly saleId: string;
  readonly status: LeadStatus;
}

/**
 * Changes the price of one settled sale, in one transaction with what follows from it. Throws NOT_FOUND for a foreign
 * lead; VALIDATION_ERROR where it is not said, or not true, which sale is meant, and for a prepaid one; CONFLICT for a
 * sale that does not stand, and where it costs by now something else than expected.
 */
export async function adjustPrice(deps: ActDeps, act: Adjust): Promise<Adjusted> {
  const { tenancy, vault, clock } = deps;
  const { caller, origin, note } = act;
  const { tenantId, actorId } = caller;
  const found = await tenancy.readTenant(contextOf(act), (tx) => requireLead(tx, act.leadId));
  if (found.status === 'erased' && note !== undefined)
    throw new AppError('CONFLICT', 'This lead was erased, and takes no notes any more. Leave the reason out.');
  const { leadId } = found;
  const key = note === undefined ? undefined : await vault.subjectKey(tenantId, leadId);
  return tenancy.withTenant(contextOf(act), async (tx) => {
    const { lead, sales } = await lockSales(tx, leadId);
    const now = clock.now();
    await requireValidCaller(tx, caller, now);
    const sale = chooseSale(act, sales);
    requireExpected(act, sale);
    const repriced = await repriceSale(deps, { tx, now, lead, sale, priceCents: act.priceCents });
    if (key && note !== undefined)
      await noteInsert(
        tx,
        sealNote(vault, { tenantId, key }, { leadId, authorId: actorId, kind: 'price', text: note, at: now }),
      );
    const { before, after } = repriced;
    const detail = {
      priceCents: after.priceCents,
      beforeCents: before.priceCents,
      payoutCents: after.payoutCents,
      payoutBeforeCents: before.payoutCents,
      noteGiven: note !== undefined,
    };
    const booked = [repriced.buyerTransactionId, repriced.partnerTransactionId].filter((id) => id !== null);
    const entityIds = [leadId, sale.saleId, ...booked];
    const event = { action: 'lead.adjust', entity: 'lead', entityIds, outcome: 'done' } as const;
    await recordAudit(tx, now, [{ event: { ...event, detail }, origin }]);
    return { ...repriced, saleId: sale.saleId, status: await statusOf(tx, leadId) };
  });
}

async function statusOf(tx: TenantWriter, leadId: string): Promise<LeadStatus> {
  const lead = await leadFind(tx, { leadId });
  if (!lead) throw notFound();
  return lead.status;
}

function chooseSale({ saleId }: Adjust, sales: readonly SaleRow[]): SaleRow {
  if (saleId === undefined) {
    const settled = sales.filter(({ status }) => status === 'settled');
    const [only] = settled;
    if (only && settled.length === 1) return only;
    const message = only
      ? 'Is needed: the lead is sold more than once. Send the id of the sale that is meant.'
      : 'No sale of this lead stands. Send the id of one that does, of another lead.';
    throw invalid([{ field: 'saleId', rule: 'required', message }]);
  }
  const sale = sales.find((one) => one.saleId === saleId);
  if (!sale) throw invalid([unknownReference('saleId')]);
  if (sale.status === 'settled') return sale;
  throw new AppError('CONFLICT', REFUSALS[sale.status]);
}

const REFUSALS: Readonly<Record<Exclude<SaleRow['status'], 'settled'>, string>> = {
  delivering: 'This sale has no end yet. Wait for the answer of its buyer, then change its price.',
  uncertain: 'Nobody knows yet whether the buyer has this lead. Resolve the sale, then change its price.',
  released: 'This buyer did not take the lead, and owes nothing for it.',
  returned: 'This sale was returned, and its buyer owes nothing for it. Book a fee or an adjustment upon the buyer.',
};

function requireExpected({ expectedCents }: Adjust, { priceCents }: SaleRow): void {
  if (expectedCents === undefined || expectedCents === priceCents) return;
  const currentAmount = formatCents(priceCents);
  const message = `This sale costs ${currentAmount} by now. Look at it again, then decide.`;
  throw new AppError('CONFLICT', message, { details: { currentAmount } });
}
