import { actorOf, type Caller, requireValidCaller } from '../../core/access/index.ts';
import { type Origin, recordAudit } from '../../core/audit/index.ts';
import { type TenantWriter, tenantState } from '../../core/tenancy/index.ts';
import { AppError, notFound } from '../../kernel/app-error.ts';
import { calendarDay } from '../../kernel/time.ts';
import { correctContact, leadCorrect, leadLock, type LeadRow, personsPlace, requireLead } from '../intake/index.ts';
import { leadsSetPerson, tokensNamed } from './backfill-store.ts';
import { personForget, personHold } from './forget-store.ts';
import type { PeopleRouteDeps } from './show-people.ts';

/** What to correct, and who does. */
export interface Correction {
  readonly caller: Caller;
  readonly origin: Origin;
  /** The UUID or the short id. */
  readonly leadRef: string;
  readonly changes: Parameters<typeof correctContact>[2];
}

export interface CorrectedLead {
  readonly lead: LeadRow;
  readonly fields: readonly string[];
  readonly personId: string | null;
}

/**
 * Corrects how the person of a lead is named and reached, and by what the lead is found. Whose lead it is follows from
 * its e-mail and phone, so it may become another person's. What buyers got already stays with them, and so does what
 * was sealed for deliveries under way. Throws NOT_FOUND for a foreign lead, CONFLICT for one that was erased or changed
 * meanwhile, VALIDATION_ERROR with every fault.
 */
export async function correctLead(
  { tenancy, vault, clock }: Omit<PeopleRouteDeps, 'acts'>,
  { caller, origin, leadRef, changes }: Correction,
): Promise<CorrectedLead> {
  const { tenantId } = caller;
  const context = { tenantId, actor: actorOf(caller) };
  const { before, timeZone } = await tenancy.readTenant(context, async (tx) => ({
    before: await requireLead(tx, leadRef),
    timeZone: (await tenantState(tx)).timeZone,
  }));
  if (before.status === 'erased') throw conflict('This lead was erased. Nothing of it can be corrected any more.');
  const today = calendarDay(clock.now(), timeZone);
  const corrected = await correctContact({ vault, tenantId, today }, before, changes);
  return tenancy.withTenant(context, async (tx) => {
    // People before leads, as whoever merges them does.
    if (before.personId !== null) await personHold(tx, before.personId);
    const lead = await leadLock(tx, before.leadId);
    if (!lead) throw notFound();
    if (!isAsBefore(lead, before)) throw conflict('The lead was changed meanwhile. Read it, and correct it again.');
    const now = clock.now();
    await requireValidCaller(tx, caller, now);
    await leadCorrect(tx, lead, corrected, now);
    const { fields } = corrected;
    const isFoundOtherwise = fields.includes('email') || fields.includes('phone');
    const personId = isFoundOtherwise ? await placeAnew(tx, lead, now) : lead.personId;
    const people = new Set([lead.personId, personId].flatMap((id) => id ?? []));
    const entityIds = [lead.leadId, ...people];
    const event = { action: 'lead.correct', entity: 'lead', entityIds, outcome: 'done', detail: { fields } } as const;
    await recordAudit(tx, now, [{ event, origin }]);
    return { lead, fields, personId };
  });
}

/** Takes the lead from its person, and gives it to whom its e-mail or phone now says. */
async function placeAnew(tx: TenantWriter, { leadId, number }: LeadRow, now: Date): Promise<string | null> {
  await personForget(tx, leadId);
  const persons = await personsPlace(tx, now, [{ leadId, number, tokens: await tokensNamed(tx, leadId) }]);
  await leadsSetPerson(tx, persons);
  return persons.get(leadId) ?? null;
}

const isAsBefore = (lead: LeadRow, before: LeadRow): boolean =>
  lead.status !== 'erased' && isSame(lead.identity, before.identity) && isSame(lead.contact, before.contact);

const isSame = (one: Buffer | null, other: Buffer | null): boolean =>
  one === null || other === null ? one === other : one.equals(other);

const conflict = (message: string): AppError => new AppError('CONFLICT', message);
