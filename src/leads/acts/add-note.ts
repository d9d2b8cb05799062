import { requireValidCaller } from '../../core/access/index.ts';
import { recordAudit } from '../../core/audit/index.ts';
import { AppError, notFound } from '../../kernel/app-error.ts';
import { leadLock, requireLead } from '../intake/index.ts';
import { noteInsert } from './note-store.ts';
import { sealNote } from './seal-note.ts';
import { type Act, type ActDeps, contextOf } from './take-lead.ts';

/**
 * Keeps what somebody writes beside a lead, or of a person beside one of its leads. Throws NOT_FOUND for a foreign
 * lead, CONFLICT for an erased one.
 */
export async function addNote(
  { tenancy, vault, clock }: ActDeps,
  act: Act,
  text: string,
  personId?: string,
): Promise<{ readonly noteId: string; readonly at: Date }> {
  const { tenantId, actorId } = act.caller;
  const { leadId, status } = await tenancy.readTenant(contextOf(act), (tx) => requireLead(tx, act.leadId));
  if (status === 'erased') throw erased();
  const key = await vault.subjectKey(tenantId, leadId);
  return tenancy.withTenant(contextOf(act), async (tx) => {
    const lead = await leadLock(tx, leadId);
    if (!lead) throw notFound();
    if (lead.status === 'erased') throw erased();
    const now = clock.now();
    await requireValidCaller(tx, act.caller, now);
    const note = sealNote(vault, { tenantId, key }, { leadId, authorId: actorId, kind: 'note', text, at: now });
    await noteInsert(tx, note);
    const entityIds = [leadId, note.noteId, ...(personId === undefined ? [] : [personId])];
    const event = { action: 'lead.note', entity: 'lead', entityIds, outcome: 'done' } as const;
    await recordAudit(tx, now, [{ event, origin: act.origin }]);
    return { noteId: note.noteId, at: now };
  });
}

const erased = (): AppError => new AppError('CONFLICT', 'This lead was erased, and takes no notes any more.');
