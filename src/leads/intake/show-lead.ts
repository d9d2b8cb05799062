import type { Static } from 'typebox';
import { type Caller, maskFields, PHI_CLASSES } from '../../core/access/index.ts';
import type { TenantReader } from '../../core/tenancy/index.ts';
import type { Vault } from '../../core/vault/index.ts';
import { notFound } from '../../kernel/app-error.ts';
import { isId } from '../../kernel/ids.ts';
import { formatCents } from '../../kernel/money.ts';
import { licensedPlace, type SaleRow } from '../sales/index.ts';
import { reasonText, wireStatus } from './answer-submit.ts';
import type { FieldValue } from './domain/fields.ts';
import { openLead } from './open-lead.ts';
import { leadFind, type LeadRow } from './store.ts';
import type { leadDetail } from './wire.ts';

export type LeadShown = Static<typeof leadDetail>['data'];

/** A lead by its UUID or its short id; NOT_FOUND for a missing one and for another's alike. */
export async function requireLead(tx: TenantReader, id: string): Promise<LeadRow> {
  const number = /^L-(\d{1,15})$/i.exec(id)?.[1];
  const lead = number
    ? await leadFind(tx, { number: Number(number) })
    : isId(id)
      ? await leadFind(tx, { leadId: id })
      : undefined;
  if (!lead) throw notFound();
  return lead;
}

const money = (cents: number | null): string | null => (cents === null ? null : formatCents(cents));

/** A lead as staff or its partner sees it; the buyer's price is not the partner's business. */
export async function showLead(vault: Vault, caller: Caller, lead: LeadRow): Promise<LeadShown> {
  const opened = lead.status === 'erased' ? {} : await openLead(vault, caller.tenantId, lead);
  const fields: Record<string, FieldValue | null> = caller.piiAccess ? opened : maskFields(opened);
  return {
    id: lead.leadId,
    shortId: `L-${lead.number}`,
    status: wireStatus(lead.status),
    rejectionReason: reasonText(lead.reason),
    campaignId: lead.campaignId,
    partnerId: lead.partnerId,
    verticalId: lead.verticalId,
    offerId: caller.kind === 'partner' ? null : lead.offerId,
    isTest: lead.isTest,
    state: lead.state,
    price: caller.kind === 'partner' ? null : money(lead.priceCents),
    payout: money(lead.payoutCents),
    createdAt: lead.receivedAt.toISOString(),
    regime: lead.regime,
    ...peopleFields(fields),
    masked: !caller.piiAccess,
    fields,
  };
}

/** A lead as its buyer sees it: what was delivered, read from the sale and never from the lead. */
export async function showSale(vault: Vault, caller: Caller, sale: SaleRow): Promise<LeadShown> {
  const erased = sale.sealedLicensed.length === 0;
  const opened = erased ? {} : await openSale(vault, caller.tenantId, sale);
  const fields: Record<string, FieldValue | null> = caller.piiAccess ? opened : maskFields(opened);
  return {
    id: sale.leadId,
    shortId: '',
    status: erased ? 'erased' : 'sold',
    rejectionReason: null,
    campaignId: null,
    partnerId: null,
    verticalId: null,
    offerId: null,
    isTest: false,
    state: typeof opened['state'] === 'string' ? opened['state'] : null,
    price: money(sale.priceCents),
    payout: null,
    createdAt: sale.reservedAt.toISOString(),
    regime: null,
    ...peopleFields(fields),
    masked: !caller.piiAccess,
    fields,
  };
}

async function openSale(vault: Vault, tenantId: string, sale: SaleRow): Promise<Record<string, FieldValue>> {
  const bytes = await vault.open(sale.leadId, licensedPlace(tenantId, sale.saleId), sale.sealedLicensed);
  return JSON.parse(bytes.toString('utf8')) as Record<string, FieldValue>;
}

/** Classes of personal data that an answer shows in clear. */
export const shownClasses = (caller: Caller): readonly string[] =>
  caller.piiAccess ? (caller.kind === 'buyer' ? ['licensed'] : PHI_CLASSES) : [];

function peopleFields(fields: Readonly<Record<string, FieldValue | null>>) {
  const text = (name: string): string | null =>
    fields[name] === undefined || fields[name] === null ? null : String(fields[name]);
  return { firstName: text('firstName'), lastName: text('lastName'), email: text('email'), phone: text('phone') };
}
