import { defineRoute, listAnswer, pageOf, type Route } from '../../core/gate/index.ts';
import { coregCount, sessionList } from './store.ts';
import { listedSessions, listQuery, showSession } from './wire.ts';

/** Sessions as staff and their partner follow them: how far, and never what was answered. */
export const listRoute = (): Route =>
  defineRoute({
    id: 'list_lead_sessions',
    method: 'GET',
    path: '/api/v1/sessions',
    tag: 'sessions',
    summary: 'Sessions, newest first: campaign, step, state and lead. What was answered in them is not shown.',
    permission: 'lead-sessions:read',
    audit: { action: 'lead-session.list', entity: 'lead-session' },
    query: listQuery,
    response: listedSessions,
    async handle({ tx, now, query: { status, campaignId, ...asked } }) {
      const page = pageOf(asked);
      const { rows, total } = await sessionList(tx, { status, campaignId, now, ...page });
      const ids = rows.map(({ sessionId }) => sessionId);
      const counts = await coregCount(tx, ids);
      const shown = rows.map((row) => ({
        ...showSession(row, counts.get(row.sessionId) ?? 0, now),
        refusal: row.refusal,
      }));
      return { answer: listAnswer(shown, total, page), touched: ids };
    },
  });
