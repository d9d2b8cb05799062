import { actorOf, type Caller, requireValidCaller } from '../../core/access/index.ts';
import { type Origin, recordAudit } from '../../core/audit/index.ts';
import { unknownReference } from '../../core/gate/index.ts';
import { AppError, invalid, notFound } from '../../kernel/app-error.ts';
import { noteInsert, sealNote } from '../acts/index.ts';
import { leadLock } from '../intake/index.ts';
import { type HeldPerson, peopleHold, peopleMerge } from './merge-store.ts';
import { type PeopleRouteDeps, personByRef, requirePerson } from './show-people.ts';
import { leadForNotes } from './timeline-store.ts';

/** Whom to make one, and why. */
export interface Merge {
  readonly caller: Caller;
  readonly origin: Origin;
  /** The UUID or the short id of who stays. */
  readonly keptRef: string;
  readonly goneId: string;
  readonly reason: string | undefined;
}

export interface Merged {
  readonly keptId: string;
  readonly goneId: string;
  /** False where they were one before. */
  readonly merged: boolean;
}

/**
 * Makes two people one: leads and sales of the second move to the first. Once done, the same merge is answered as done;
 * there is no way back. Throws NOT_FOUND for a foreign one who is to stay, VALIDATION_ERROR for a foreign other or
 * a merge with itself, CONFLICT where either was merged elsewhere.
 */
export async function mergePeople(deps: Omit<PeopleRouteDeps, 'acts'>, merge: Merge): Promise<Merged> {
  const { tenancy, vault, clock } = deps;
  const { caller, origin, goneId } = merge;
  const { tenantId, actorId } = caller;
  const context = { tenantId, actor: actorOf(caller) };
  const { keptId, noteLeadId } = await tenancy.readTenant(context, async (tx) => {
    const kept = await requirePerson(tx, merge.keptRef);
    if (!(await personByRef(tx, goneId))) throw invalid([unknownReference('mergePersonId')]);
    const lead = (await leadForNotes(tx, kept.personId)) ?? (await leadForNotes(tx, goneId));
    return { keptId: kept.personId, noteLeadId: lead };
  });
  if (keptId === goneId)
    throw invalid([{ field: 'mergePersonId', rule: 'same', message: 'Name another person than the one who stays.' }]);
  const text = merge.reason?.trim() ?? '';
  if (text !== '' && noteLeadId === undefined) throw invalid([NO_LEAD]);
  const leadId = text === '' ? undefined : noteLeadId;
  const key = leadId === undefined ? undefined : await vault.subjectKey(tenantId, leadId);
  return tenancy.withTenant(context, async (tx) => {
    const held = await peopleHold(tx, keptId, goneId);
    const now = clock.now();
    await requireValidCaller(tx, caller, now);
    const merged = !isDone(held, keptId, goneId);
    const moved = held.flatMap(({ personId }) => (personId === keptId ? [] : [personId]));
    const ids = new Set([keptId, ...(merged ? moved : [goneId])]);
    const movedLeads = merged ? await peopleMerge(tx, keptId, goneId, now) : [];
    for (const id of movedLeads) ids.add(id);
    const lead = merged && leadId !== undefined ? await leadLock(tx, leadId) : undefined;
    if (merged && key && lead && lead.status !== 'erased') {
      const written = { leadId: lead.leadId, authorId: actorId, kind: 'merge', text, at: now } as const;
      const note = sealNote(vault, { tenantId, key }, written);
      await noteInsert(tx, note);
      ids.add(lead.leadId).add(note.noteId);
    }
    const detail = { merged };
    const event = { action: 'person.merge', entity: 'person', entityIds: [...ids], outcome: 'done', detail } as const;
    await recordAudit(tx, now, [{ event, origin }]);
    return { keptId, goneId, merged };
  });
}

const NO_LEAD = {
  field: 'reason',
  rule: 'no_lead',
  message: 'Neither has a lead to keep it beside. Leave it out.',
};

/** Whether the two are one already. Throws where they cannot become one. */
function isDone(held: readonly HeldPerson[], keptId: string, goneId: string): boolean {
  const kept = held.find(({ personId }) => personId === keptId);
  const gone = held.find(({ personId }) => personId === goneId);
  if (!kept || !gone) throw notFound();
  if (gone.mergedInto === keptId) return true;
  if (kept.status === 'merged')
    throw new AppError('CONFLICT', 'The person who is to stay was merged into another one. Merge into that one.');
  if (gone.status === 'merged')
    throw new AppError('CONFLICT', 'mergePersonId was merged into another person before. Name that one instead.');
  return false;
}
