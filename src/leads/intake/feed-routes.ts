import { type Static, Type } from 'typebox';
import type { Caller, FieldView } from '../../core/access/index.ts';
import { defineRoute, nullable, type Route, timestamp } from '../../core/gate/index.ts';
import { invalid } from '../../kernel/app-error.ts';
import { formatCents } from '../../kernel/money.ts';
import { reasonText, wireStatus } from './answer-submit.ts';
import type { FeedRow } from './feed-store.ts';
import { clearState } from './show-lead.ts';
import type { LeadWatch } from './watch-leads.ts';

const text = Type.String();
const feedItem = Type.Object({
  leadId: text,
  shortId: text,
  status: text,
  reason: nullable(text),
  campaignId: text,
  partnerId: text,
  verticalId: text,
  offerId: nullable(text),
  state: nullable(text),
  isTest: Type.Boolean(),
  price: nullable(text),
  payout: nullable(text),
  receivedAt: timestamp,
  updatedAt: timestamp,
});

const feedQuery = Type.Object(
  {
    seconds: Type.Optional(
      Type.String({
        pattern: '^[0-9]{1,5}$',
        description: 'Ends the feed after so many seconds; 0 after the first event. A client that goes on comes again.',
      }),
    ),
  },
  { additionalProperties: false },
);

/** The live feed of leads. */
export function feedRoute(watch: LeadWatch): Route {
  return defineRoute({
    id: 'follow_leads',
    method: 'GET',
    path: '/api/v1/leads/feed',
    tag: 'leads',
    summary:
      'Leads as they come and change: events `leads` with the newest 50 first, `skipped` where a reader was too slow ' +
      'or away too long, `end` with a reason. No personal data. Last-Event-ID goes on where another feed ended.',
    permission: 'leads:feed',
    audit: { action: 'lead.follow', entity: 'lead' },
    query: feedQuery,
    response: Type.Array(feedItem),
    async handleStream({ caller, query, headers }) {
      const lastAt = lastOf(headers['last-event-id']);
      const seconds = query.seconds === undefined ? undefined : Number(query.seconds);
      return (stream) => {
        let timer: NodeJS.Timeout | undefined;
        const end = (): void => stream.end('time_is_up');
        if (seconds !== undefined && seconds > 0) timer = setTimeout(end, seconds * 1000);
        const leave = watch.listen({
          caller,
          lastAt,
          hear(rows, view) {
            const last = rows.at(-1);
            const id = last ? { id: last.updatedAt.toISOString() } : {};
            const data = rows.map((row) => show(row, caller, view));
            stream.send({ event: 'leads', ...id, data, count: rows.length });
          },
          missed: () => stream.send({ event: 'skipped', data: { count: null }, count: 0 }),
          begun: () => (seconds === 0 ? end() : undefined),
        });
        return () => {
          clearTimeout(timer);
          leave();
        };
      };
    },
  });
}

/** The place that a reader names who was here before. */
function lastOf(header: string | readonly string[] | undefined): Date | undefined {
  if (header === undefined || header === '') return undefined;
  const at = typeof header === 'string' && /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(header) ? Date.parse(header) : Number.NaN;
  if (!Number.isNaN(at)) return new Date(at);
  throw invalid([{ field: 'Last-Event-ID', rule: 'format', message: 'Send the id of an event of this feed.' }]);
}

const money = (cents: number | null): string | null => (cents === null ? null : formatCents(cents));

/** What the lead itself shows in clear; the buyer's price is not the partner's business. */
const show = (row: FeedRow, { role }: Caller, view: FieldView): Static<typeof feedItem> => ({
  leadId: row.leadId,
  shortId: `L-${row.number}`,
  status: wireStatus(row.status),
  reason: reasonText(row.reason),
  campaignId: row.campaignId,
  partnerId: row.partnerId,
  verticalId: row.verticalId,
  offerId: role === 'partner' ? null : row.offerId,
  state: clearState(view, row.state),
  isTest: row.isTest,
  price: role === 'partner' ? null : money(row.priceCents),
  payout: money(row.payoutCents),
  receivedAt: row.receivedAt.toISOString(),
  updatedAt: row.updatedAt.toISOString(),
});
