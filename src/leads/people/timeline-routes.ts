import { loadFieldView, permits, PHI_CLASSES } from '../../core/access/index.ts';
import { defineRoute, keysetPage, markOf, pageOf, readCursor, type Route } from '../../core/gate/index.ts';
import { invalid } from '../../kernel/app-error.ts';
import { formatCents } from '../../kernel/money.ts';
import { openNote } from '../acts/index.ts';
import { wireStatus } from '../intake/index.ts';
import { mayReadNotes } from './note-routes.ts';
import { type PeopleRouteDeps, requirePerson } from './show-people.ts';
import { type PersonEvent, personTimeline } from './timeline-store.ts';
import { personParams, timelineAnswer, timelineQuery } from './wire.ts';

export const timelineRoute = ({ vault }: PeopleRouteDeps): Route =>
  defineRoute({
    id: 'get_person_timeline',
    method: 'GET',
    path: '/api/v1/people/:personId/timeline',
    tag: 'people',
    summary: 'What happened with a person, newest first: leads, sales, returns, notes and merges.',
    permission: 'people:read',
    audit: { action: 'person.timeline', entity: 'person' },
    params: personParams,
    query: timelineQuery,
    response: timelineAnswer,
    async handle({ tx, caller, params, query }) {
      const { limit, offset } = pageOf(query);
      const { personId } = await requirePerson(tx, params.personId);
      const mark = markOf(['person-timeline', caller.tenantId, personId]);
      const before = readCursor(query.cursor, mark);
      if (query.cursor !== undefined && offset > 0)
        throw invalid([
          { field: 'offset', rule: 'not_with_cursor', message: 'Leave it out: a cursor names its place.' },
        ]);
      const found = await personTimeline(tx, personId, { limit: limit + 1, offset, before });
      const { rows, nextCursor } = keysetPage(found, limit, placeOf, mark);
      const mayRead = permits(caller.role, 'lead-notes:read') && mayReadNotes(caller, await loadFieldView(tx, caller));
      const isTold = mayRead && rows.some(({ sealedNote }) => sealedNote !== null);
      return {
        touched: [...new Set([personId, ...rows.flatMap(({ id, leadId }) => (leadId === null ? [id] : [leadId, id]))])],
        phiClasses: isTold ? PHI_CLASSES : [],
        async later() {
          const open = (event: PersonEvent) => (mayRead ? contentOf(event) : null);
          const contentOf = ({ id: noteId, leadId, sealedNote }: PersonEvent) =>
            leadId === null ? null : openNote(vault, caller.tenantId, { noteId, leadId, sealedNote });
          const data = await Promise.all(rows.map(async (event) => show(event, await open(event))));
          return { data, pagination: { total: null, limit, hasMore: nextCursor !== null, nextCursor } };
        },
      };
    },
  });

const placeOf = ({ at, id }: PersonEvent) => ({ at, id });

const show = (event: PersonEvent, content: string | null) => ({
  type: event.type,
  id: event.id,
  date: event.at.toISOString(),
  leadId: event.leadId,
  shortId: event.type === 'merge' ? `P-${event.number}` : `L-${event.number}`,
  status: event.type === 'lead' ? wireStatus(event.status) : event.status,
  buyerName: event.buyerName,
  amount: event.cents === null ? null : formatCents(event.cents),
  content,
});
