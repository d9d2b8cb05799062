import type { Static } from 'typebox';
import { type Caller, type FieldView, maskValue, onlyFields, reveal } from '../../core/access/index.ts';
import type { TenantReader } from '../../core/tenancy/index.ts';
import type { Vault } from '../../core/vault/index.ts';
import { notFound } from '../../kernel/app-error.ts';
import { isId } from '../../kernel/ids.ts';
import { formatCents } from '../../kernel/money.ts';
import { licensedPart, type SaleRow } from '../sales/index.ts';
import { reasonText, wireStatus } from './answer-submit.ts';
import type { FieldValue } from './domain/fields.ts';
import { leadParts } from './open-lead.ts';
import { classesIn, type FieldClasses } from './read-field-classes.ts';
import { leadFind, type LeadRow } from './store.ts';
import type { leadDetail } from './wire.ts';

export type LeadShown = Static<typeof leadDetail>['data'];

/** A lead as an answer shows it, and the classes of which it shows something in clear. */
export interface Shown {
  readonly lead: LeadShown;
  readonly phiClasses: readonly string[];
}

/** To whom, and how much. */
export interface Showing {
  readonly vault: Vault;
  readonly caller: Pick<Caller, 'tenantId' | 'role' | 'piiAccess'>;
  readonly view: FieldView;
  /** The fields that the answer has room for; all unless given. */
  readonly only?: readonly string[];
  /** The classes of fields; not needed where no rule binds the caller. */
  readonly classes: FieldClasses | undefined;
}

/** A lead by its UUID or its short id; undefined for a missing one and for another's alike. */
export async function leadByRef(tx: TenantReader, ref: string): Promise<LeadRow | undefined> {
  const number = /^L-(\d{1,15})$/i.exec(ref)?.[1];
  if (number !== undefined) return leadFind(tx, { number: Number(number) });
  return isId(ref) ? leadFind(tx, { leadId: ref }) : undefined;
}

/** A lead by its UUID or its short id; NOT_FOUND for a missing one and for another's alike. */
export async function requireLead(tx: TenantReader, id: string): Promise<LeadRow> {
  const lead = await leadByRef(tx, id);
  if (!lead) throw notFound();
  return lead;
}

const money = (cents: number | null): string | null => (cents === null ? null : formatCents(cents));

const surfaceOf = ({ view, only }: Showing) => (only ? onlyFields(only, view.accessTo) : view.accessTo);

/** A lead as staff or its partner sees it; the buyer's price is not the partner's business. */
async function showLead(showing: Showing, lead: LeadRow): Promise<Shown> {
  const { vault, caller, view, classes } = showing;
  const { fields, phiClasses, isMasked } = await reveal(
    vault,
    surfaceOf(showing),
    leadParts(caller.tenantId, lead, classes),
  );
  const shown: LeadShown = {
    id: lead.leadId,
    shortId: `L-${lead.number}`,
    status: wireStatus(lead.status),
    rejectionReason: reasonText(lead.reason),
    campaignId: lead.campaignId,
    partnerId: lead.partnerId,
    verticalId: lead.verticalId,
    offerId: caller.role === 'partner' ? null : lead.offerId,
    isTest: lead.isTest,
    state: clearState(view, lead.state),
    price: caller.role === 'partner' ? null : money(lead.priceCents),
    payout: money(lead.payoutCents),
    createdAt: lead.receivedAt.toISOString(),
    personId: lead.personId,
    sessionId: caller.role === 'partner' ? null : lead.sessionId,
    parentLeadId: caller.role === 'partner' ? null : lead.parentLeadId,
    regime: lead.regime,
    ...peopleFields(fields),
    masked: !caller.piiAccess || isMasked,
    fields,
  };
  return { lead: shown, phiClasses };
}

/** The state stands in clear, as it may in a limited data set (45 CFR 164.514(e)), unless a rule says otherwise. */
export function clearState({ byRules }: FieldView, state: string | null): string | null {
  const access = byRules('state', 'contact');
  if (access === 'visible') return state;
  return access === 'masked' ? maskValue('state', state) : null;
}

/** A lead as its buyer sees it: what was delivered, read from the sale and never from the lead. */
async function showSale(showing: Showing, sale: SaleRow): Promise<Shown> {
  const { vault, caller, classes } = showing;
  const erased = sale.sealedLicensed.length === 0;
  const part = licensedPart(caller.tenantId, sale, (field) => (classes ? classesIn(classes, field) : []));
  const { fields, phiClasses, isMasked } = await reveal(vault, surfaceOf(showing), erased ? [] : [part]);
  const shown: LeadShown = {
    id: sale.leadId,
    shortId: '',
    status: erased ? 'erased' : 'sold',
    rejectionReason: null,
    campaignId: null,
    partnerId: null,
    verticalId: null,
    offerId: null,
    isTest: false,
    state: textOf(fields, 'state'),
    price: money(sale.priceCents),
    payout: null,
    createdAt: sale.reservedAt.toISOString(),
    personId: null,
    sessionId: null,
    parentLeadId: null,
    regime: null,
    ...peopleFields(fields),
    masked: !caller.piiAccess || isMasked,
    fields,
  };
  return { lead: shown, phiClasses };
}

/** What a caller sees as a lead: a buyer the sale by which it got it, all others the lead itself. */
export type Row = LeadRow | SaleRow;

export const showOne = (showing: Showing, row: Row): Promise<Shown> =>
  'saleId' in row ? showSale(showing, row) : showLead(showing, row);

type Fields = Readonly<Record<string, FieldValue | null>>;

function textOf(fields: Fields, name: string): string | null {
  const value = Object.hasOwn(fields, name) ? fields[name] : undefined;
  return value === undefined || value === null ? null : String(value);
}

const peopleFields = (fields: Fields) => ({
  firstName: textOf(fields, 'firstName'),
  lastName: textOf(fields, 'lastName'),
  email: textOf(fields, 'email'),
  phone: textOf(fields, 'phone'),
});

/** How many leads are opened at once: the keystore serves others too. */
const AT_ONCE = 25;

/** Opens many leads as far as the caller may see them, in their order. */
export async function showLeads(showing: Showing, rows: readonly LeadRow[]): Promise<Shown[]> {
  const shown: Shown[] = [];
  for (let from = 0; from < rows.length; from += AT_ONCE) {
    const some = rows.slice(from, from + AT_ONCE);
    shown.push(...(await Promise.all(some.map((lead) => showWithKey(showing, lead)))));
  }
  return shown;
}

/** Fetches the key of a lead before its classes are opened, which would otherwise ask for it one by one. */
async function showWithKey(showing: Showing, lead: LeadRow): Promise<Shown> {
  if (lead.status !== 'erased') await showing.vault.subjectKey(showing.caller.tenantId, lead.leadId);
  return showLead(showing, lead);
}
