import {
  defineRoute,
  listAnswer,
  logAnswer,
  logLimit,
  readCursor,
  readDates,
  requireIds,
  type Route,
} from '../../core/gate/index.ts';
import { leadParams, requireLead } from '../intake/index.ts';
import { checkList, checkLog, type ShownCheck } from './answer-store.ts';
import { describeCheck } from './domain/describe-check.ts';
import { checkLogAnswer, checkLogQuery, leadChecksAnswer } from './wire.ts';

/** What vendors said of leads, and of posts that became none. */
export const leadCheckRoutes = (): Route[] => [ofLead(), log()];

const ofLead = (): Route =>
  defineRoute({
    id: 'list_lead_checks',
    method: 'GET',
    path: '/api/v1/leads/:leadId/checks',
    tag: 'leads',
    summary: 'What outside services said of the lead before it was routed, and when they were asked.',
    permission: 'checks:read',
    audit: { action: 'lead.checks', entity: 'lead' },
    params: leadParams,
    response: leadChecksAnswer,
    async handle({ tx, params }) {
      const { leadId } = await requireLead(tx, params.leadId);
      const checks = await checkList(tx, leadId);
      return {
        answer: listAnswer(checks.map(show), checks.length, { limit: 100, offset: 0 }),
        touched: [leadId, ...checks.map(({ checkId }) => checkId)],
      };
    },
  });

const log = (): Route =>
  defineRoute({
    id: 'list_check_log',
    method: 'GET',
    path: '/api/admin/check-log',
    tag: 'check_vendors',
    summary: 'What outside services said, newest first: also of posts that were refused for it.',
    permission: 'checks:read',
    audit: { action: 'check_log.list', entity: 'lead_check' },
    query: checkLogQuery,
    response: checkLogAnswer,
    async handle({ tx, query }) {
      requireIds(query, ['campaignId', 'vendorId', 'leadId']);
      const { campaignId, vendorId, leadId, result, refused } = query;
      const limit = logLimit(query);
      const { from, to } = readDates(query);
      const wanted = { campaignId, vendorId, leadId, outcome: result, isRefused: refused === 'true' };
      const window = { dateFrom: from, dateTo: to, before: readCursor(query.cursor), limit: limit + 1 };
      const rows = await checkLog(tx, { ...wanted, ...window });
      const answer = logAnswer(rows, limit, { placeOf: ({ at, checkId }) => ({ at, id: checkId }), show });
      return { answer, touched: answer.data.map(({ id }) => id) };
    },
  });

const show = ({ checkId: id, outcome: result, askedAt, at, ...row }: ShownCheck) => ({
  id,
  ...row,
  result,
  text: describeCheck(row.kind, result),
  askedAt: askedAt === null ? null : askedAt.toISOString(),
  at: at.toISOString(),
});
