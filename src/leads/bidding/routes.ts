import { type Static, Type } from 'typebox';
import {
  defineRoute,
  idSchema,
  logAnswer,
  logLimit,
  readCursor,
  readDates,
  requireIds,
  type Route,
} from '../../core/gate/index.ts';
import { notFound } from '../../kernel/app-error.ts';
import { formatCents } from '../../kernel/money.ts';
import { type PingBid, pingBids, type PingFilter, pingList, type PingRow } from './ping-store.ts';
import { partnerPingDetail, partnerPingListAnswer, pingDetail, pingListAnswer, pingQuery } from './wire.ts';

const params = Type.Object({ id: idSchema });
const audit = { action: 'ping_log.list', entity: 'ping' } as const;
const auditOne = { action: 'ping_log.read', entity: 'ping' } as const;

/** The ping log: of the tenant with all bids for staff, of its own pings without them for a partner. */
export const biddingRoutes = (): Route[] => [listAll(), readAll(), listOwn(), readOwn()];

const listAll = (): Route =>
  defineRoute({
    id: 'list_ping_log',
    method: 'GET',
    path: '/api/admin/ping-log',
    tag: 'ping-log',
    summary: 'Pings and what was quoted, newest first.',
    permission: 'posting-log:all',
    audit,
    query: pingQuery,
    response: pingListAnswer,
    async handle({ tx, query }) {
      const limit = logLimit(query);
      const rows = await pingList(tx, { ...filterOf(query), limit: limit + 1 });
      const answer = logAnswer(rows, limit, { placeOf, show });
      return { answer, touched: answer.data.map((row) => row.id) };
    },
  });

const readAll = (): Route =>
  defineRoute({
    id: 'get_ping_log_entry',
    method: 'GET',
    path: '/api/admin/ping-log/:id',
    tag: 'ping-log',
    summary: 'One ping, and what each buyer said to it.',
    permission: 'posting-log:all',
    audit: auditOne,
    params,
    response: pingDetail,
    async handle({ tx, params: { id } }) {
      const [row] = await pingList(tx, { pingId: id, limit: 1 });
      if (!row) throw notFound();
      const said = await pingBids(tx, id);
      return { answer: { data: { ...show(row), bids: (said?.bids ?? []).map(showBid) } }, touched: [id] };
    },
  });

const listOwn = (): Route =>
  defineRoute({
    id: 'list_partner_ping_log',
    method: 'GET',
    path: '/api/partner/ping-log',
    tag: 'ping-log',
    summary: "The partner's pings and what was quoted, newest first.",
    permission: 'posting-log:own',
    audit,
    query: pingQuery,
    response: partnerPingListAnswer,
    async handle({ tx, query }) {
      const limit = logLimit(query);
      const rows = await pingList(tx, { ...filterOf(query), kind: 'ping', limit: limit + 1 });
      const answer = logAnswer(rows, limit, { placeOf, show: showOwn });
      return { answer, touched: answer.data.map((row) => row.id) };
    },
  });

const readOwn = (): Route =>
  defineRoute({
    id: 'get_partner_ping_log_entry',
    method: 'GET',
    path: '/api/partner/ping-log/:id',
    tag: 'ping-log',
    summary: 'One ping of the partner, and what was quoted.',
    permission: 'posting-log:own',
    audit: auditOne,
    params,
    response: partnerPingDetail,
    async handle({ tx, params: { id } }) {
      const [row] = await pingList(tx, { pingId: id, kind: 'ping', limit: 1 });
      if (!row) throw notFound();
      return { answer: { data: showOwn(row) }, touched: [id] };
    },
  });

const placeOf = ({ at, pingId }: PingRow) => ({ at, id: pingId });

const showOwn = (row: PingRow) => ({
  id: row.pingId,
  at: row.at.toISOString(),
  kind: row.kind,
  campaignId: row.campaignId,
  campaignName: row.campaignName,
  partnerId: row.partnerId,
  isTest: row.isTest,
  outcome: row.outcome,
  fields: [...row.fields],
  price: row.payoutCents === null ? null : formatCents(row.payoutCents),
  matches: row.matches.map(({ rank, payoutCents }) => ({ rank, price: formatCents(payoutCents) })),
  durationMs: row.durationMs,
  requestId: row.requestId,
  expiresAt: row.expiresAt.toISOString(),
  leadId: row.leadId,
});

const show = (row: PingRow) => ({ ...showOwn(row), asked: row.asked });

const centsOrNull = (cents: number | null): string | null => (cents === null ? null : formatCents(cents));

const showBid = (bid: PingBid) => ({
  contractId: bid.contractId,
  contractVersion: bid.version,
  contractName: bid.contractName,
  buyerId: bid.buyerId,
  buyerName: bid.buyerName,
  verdict: bid.verdict,
  price: centsOrNull(bid.priceCents),
  payout: centsOrNull(bid.payoutCents),
  rank: bid.rank,
  reference: bid.reference,
  durationMs: bid.durationMs,
});

function filterOf(query: Static<typeof pingQuery>): Omit<PingFilter, 'limit'> {
  const { from, to } = readDates(query);
  requireIds(query, ['campaignId', 'partnerId', 'leadId']);
  const { kind, outcome, campaignId, partnerId, leadId } = query;
  return { kind, outcome, campaignId, partnerId, leadId, dateFrom: from, dateTo: to, before: readCursor(query.cursor) };
}
