import { actorOf, type Caller, type FieldView, loadFieldView, PHI_CLASSES } from '../../core/access/index.ts';
import { defineRoute, listAnswer, pageOf, type Route } from '../../core/gate/index.ts';
import { AppError } from '../../kernel/app-error.ts';
import { noteBody, openNote } from '../acts/index.ts';
import { type PeopleRouteDeps, requirePerson } from './show-people.ts';
import { leadForNotes, notesOfPerson, type PersonNote } from './timeline-store.ts';
import { pagedQuery, personNote, personNotes, personParams } from './wire.ts';

/** What people write of a person: notes beside the leads, sealed under their keys and erased with them. */
export const personNoteRoutes = (deps: PeopleRouteDeps): Route[] => [listRoute(deps), addRoute(deps)];

/** Stands for what no field's own rule is about. */
const TEXT = 'note';

/** Nobody knows which field a text speaks of, so it is shown whole or not at all. */
export const mayReadNotes = ({ piiAccess }: Caller, { accessTo }: FieldView): boolean =>
  piiAccess && PHI_CLASSES.every((name) => accessTo(TEXT, name) === 'visible');

const listRoute = ({ vault }: PeopleRouteDeps): Route =>
  defineRoute({
    id: 'list_person_notes',
    method: 'GET',
    path: '/api/v1/people/:personId/notes',
    tag: 'people',
    summary: 'The notes beside the leads of a person, newest first; their text only for who sees all in clear.',
    permission: 'lead-notes:read',
    audit: { action: 'person.notes', entity: 'person' },
    params: personParams,
    query: pagedQuery,
    response: personNotes,
    async handle({ tx, caller, params, query }) {
      const page = pageOf(query);
      const { personId } = await requirePerson(tx, params.personId);
      const { notes, total } = await notesOfPerson(tx, personId, page);
      const mayRead = mayReadNotes(caller, await loadFieldView(tx, caller));
      const isTold = mayRead && notes.some(({ sealedNote }) => sealedNote !== null);
      const leadIds = new Set(notes.map(({ leadId }) => leadId));
      return {
        touched: [personId, ...leadIds, ...notes.map(({ noteId }) => noteId)],
        phiClasses: isTold ? PHI_CLASSES : [],
        async later() {
          const open = (note: PersonNote) => (mayRead ? openNote(vault, caller.tenantId, note) : null);
          const shown = await Promise.all(notes.map(async (note) => show(note, await open(note))));
          return listAnswer(shown, total, page);
        },
      };
    },
  });

const show = ({ noteId: id, kind, leadId, leadNumber, authorId, at }: PersonNote, content: string | null) => ({
  id,
  kind,
  content,
  leadId,
  leadShortId: `L-${leadNumber}`,
  authorId,
  createdAt: at.toISOString(),
});

const addRoute = ({ tenancy, acts }: PeopleRouteDeps): Route =>
  defineRoute({
    id: 'add_person_note',
    method: 'POST',
    path: '/api/v1/people/:personId/notes',
    tag: 'people',
    status: 201,
    summary: 'Write a note of a person: it stands beside the newest lead, sealed, and is erased with it.',
    permission: 'lead-notes:write',
    audit: { action: 'lead.note', entity: 'lead' },
    params: personParams,
    body: noteBody,
    response: personNote,
    async handleAlone({ caller, origin, params, body: { content } }) {
      const found = await tenancy.readTenant({ tenantId: caller.tenantId, actor: actorOf(caller) }, async (tx) => {
        const { personId, mergedInto } = await requirePerson(tx, params.personId);
        return { personId, leadId: await leadForNotes(tx, mergedInto ?? personId) };
      });
      const { personId, leadId } = found;
      if (leadId === undefined) throw new AppError('CONFLICT', 'This person has no lead to keep a note beside.');
      const { noteId: id, at } = await acts.note({ caller, origin, leadId }, content, personId);
      const data = { id, content, leadId, authorId: caller.actorId, createdAt: at.toISOString() };
      return { answer: { data }, audited: true };
    },
  });
