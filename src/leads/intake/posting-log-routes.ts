import { Type } from 'typebox';
import type { Permission } from '../../core/access/index.ts';
import {
  defineRoute,
  idSchema,
  logAnswer,
  logLimit,
  one,
  readCursor,
  readDates,
  requireIds,
  type Route,
} from '../../core/gate/index.ts';
import { AppError, notFound } from '../../kernel/app-error.ts';
import { type PostingFilter, postingList, type PostingRow } from './posting-log-store.ts';
import { postingItem, postingListAnswer, postingQuery } from './wire.ts';

/** The posting log: of the tenant for staff, of its own posts for a partner. */
export function postingLogRoutes(): Route[] {
  return [
    ...routesUnder('/api/admin', 'posting-log:all', 'posting_log'),
    ...routesUnder('/api/partner', 'posting-log:own', 'partner_posting_log'),
    elsewhereRoute('get_buyer_posting_log', '/api/buyer/posting-log'),
    elsewhereRoute('get_buyer_posting_log_entry', '/api/buyer/posting-log/:id'),
  ];
}

function routesUnder(base: string, permission: Permission, name: string): Route[] {
  return [
    defineRoute({
      id: `list_${name}`,
      method: 'GET',
      path: `${base}/posting-log`,
      tag: 'posting-log',
      summary: 'Posts and their answers, newest first.',
      permission,
      audit: { action: 'posting_log.list', entity: 'posting_log' },
      query: postingQuery,
      response: postingListAnswer,
      async handle({ tx, query }) {
        const limit = logLimit(query);
        const rows = await postingList(tx, { ...filterOf(query), limit: limit + 1 });
        const answer = logAnswer(rows, limit, { placeOf: (row) => row, show });
        return { answer, touched: answer.data.map((row) => row.id) };
      },
    }),
    defineRoute({
      id: `get_${name}_entry`,
      method: 'GET',
      path: `${base}/posting-log/:id`,
      tag: 'posting-log',
      summary: 'One post and its answer.',
      permission,
      audit: { action: 'posting_log.read', entity: 'posting_log' },
      params: Type.Object({ id: idSchema }),
      response: one(postingItem),
      async handle({ tx, params }) {
        const [row] = await postingList(tx, { id: params.id, limit: 1 });
        if (!row) throw notFound();
        return { answer: { data: show(row) }, touched: [row.id] };
      },
    }),
  ];
}

/** Clients know these two, and no buyer may: what partners post is not theirs to read. */
const elsewhereRoute = (id: string, path: string): Route =>
  defineRoute({
    id,
    method: 'GET',
    path,
    tag: 'posting-log',
    summary: 'Always refused: what partners post is not shown to buyers. It says where their deliveries are.',
    permission: 'deliveries:own',
    audit: { action: 'posting_log.read', entity: 'posting_log' },
    response: one(postingItem),
    handle: () => Promise.reject(new AppError('FORBIDDEN', ELSEWHERE)),
  });

const ELSEWHERE =
  'What partners post is not shown to buyers. What was delivered to you, try by try, stands under Deliveries: ' +
  'GET /api/buyer/deliveries.';

const show = (row: PostingRow) => ({ ...row, at: row.at.toISOString(), faults: [...row.faults] });

type Query = Readonly<
  Partial<
    Record<
      | 'cursor'
      | 'endpoint'
      | 'outcome'
      | 'httpStatus'
      | 'campaignId'
      | 'partnerId'
      | 'leadId'
      | 'dateFrom'
      | 'dateTo'
      | 'search',
      string
    >
  >
>;

function filterOf(query: Query): Omit<PostingFilter, 'limit'> {
  const { from, to } = readDates(query);
  requireIds(query, ['campaignId', 'partnerId', 'leadId']);
  return {
    endpoint: query.endpoint,
    outcome: query.outcome,
    campaignId: query.campaignId,
    partnerId: query.partnerId,
    leadId: query.leadId,
    httpStatus: query.httpStatus === undefined ? undefined : Number(query.httpStatus),
    search: query.search,
    dateFrom: from,
    dateTo: to,
    before: readCursor(query.cursor),
  };
}
