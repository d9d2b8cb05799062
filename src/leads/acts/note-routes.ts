import { loadFieldView, PHI_CLASSES } from '../../core/access/index.ts';
import { defineRoute, listAnswer, type Route } from '../../core/gate/index.ts';
import { leadParams, requireLead } from '../intake/index.ts';
import { type NoteRow, noteList } from './note-store.ts';
import { openNote } from './seal-note.ts';
import type { ActRouteDeps } from './create-acts.ts';
import { noteAnswer, noteBody, notesAnswer } from './wire.ts';

/** What people write beside a lead: free text, which may say anything of the person. */
export const noteRoutes = (deps: ActRouteDeps): Route[] => [addRoute(deps), listRoute(deps)];

const addRoute = ({ acts }: ActRouteDeps): Route =>
  defineRoute({
    id: 'add_lead_note',
    method: 'POST',
    path: '/api/v1/leads/:leadId/notes',
    tag: 'leads',
    status: 201,
    summary: 'Write a note beside a lead. It is kept sealed, and never shown to buyers and partners.',
    permission: 'lead-notes:write',
    audit: { action: 'lead.note', entity: 'lead' },
    params: leadParams,
    body: noteBody,
    response: noteAnswer,
    async handleAlone({ caller, origin, params, body: { content } }) {
      const { noteId: id, at } = await acts.note({ caller, origin, leadId: params.leadId }, content);
      const data = { id, kind: 'note', content, authorId: caller.actorId, createdAt: at.toISOString() } as const;
      return { answer: { data }, audited: true };
    },
  });

const listRoute = ({ vault }: ActRouteDeps): Route =>
  defineRoute({
    id: 'list_lead_notes',
    method: 'GET',
    path: '/api/v1/leads/:leadId/notes',
    tag: 'leads',
    summary: 'The notes beside a lead, newest first; their text only for who sees personal data in clear.',
    permission: 'lead-notes:read',
    audit: { action: 'lead.notes', entity: 'lead' },
    params: leadParams,
    response: notesAnswer,
    async handle({ tx, caller, params }) {
      const { leadId } = await requireLead(tx, params.leadId);
      const notes = await noteList(tx, leadId);
      // Nobody knows which field a text speaks of, so it is shown whole or not at all.
      const { accessTo } = await loadFieldView(tx, caller);
      const mayRead = caller.piiAccess && PHI_CLASSES.every((name) => accessTo(TEXT, name) === 'visible');
      const isTold = mayRead && notes.some(({ sealedNote }) => sealedNote !== null);
      return {
        touched: [leadId, ...notes.map(({ noteId }) => noteId)],
        phiClasses: isTold ? PHI_CLASSES : [],
        async later() {
          const open = (note: NoteRow) => (mayRead ? openNote(vault, caller.tenantId, note) : null);
          const shown = await Promise.all(notes.map(async (note) => show(note, await open(note))));
          return listAnswer(shown, shown.length, { limit: 500, offset: 0 });
        },
      };
    },
  });

/** Stands for what no field's own rule is about. */
const TEXT = 'note';

const show = ({ noteId: id, kind, authorId, at }: NoteRow, content: string | null) => ({
  id,
  kind,
  content,
  authorId,
  createdAt: at.toISOString(),
});
