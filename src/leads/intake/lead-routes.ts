import { type Caller, type FieldView, loadFieldView } from '../../core/access/index.ts';
import { defineRoute, listAnswer, pageOf, type Page, type Route } from '../../core/gate/index.ts';
import type { Tenancy, TenantReader } from '../../core/tenancy/index.ts';
import type { Vault } from '../../core/vault/index.ts';
import { notFound } from '../../kernel/app-error.ts';
import { isId } from '../../kernel/ids.ts';
import { formatCents } from '../../kernel/money.ts';
import { saleListOfBuyer, type SaleRow } from '../sales/index.ts';
import { answerReading } from './answer-reading.ts';
import { reasonText, wireStatus } from './answer-submit.ts';
import { distributionsRoute } from './distribution-routes.ts';
import { filterOf, requireOpenSearch } from './filter-leads.ts';
import { GLOBAL_CLASSES, readFieldClasses } from './read-field-classes.ts';
import { requireLead, type Showing, showLead, type Shown, showSale } from './show-lead.ts';
import { type LeadFilter, leadList, type LeadRow } from './store.ts';
import { leadDetail, leadListAnswer, leadListQuery, leadParams, leadStatusAnswer } from './wire.ts';

export interface LeadRouteDeps {
  readonly vault: Vault;
  readonly tenancy: Tenancy;
}

/** Reading leads: what comes depends on who asks. */
export const leadReadRoutes = (deps: LeadRouteDeps): Route[] => [
  listRoute(deps),
  readRoute(deps),
  statusRoute(),
  distributionsRoute(deps),
];

/** The fields that a list has room for: the classes of others are not opened for it. */
const LISTED = ['firstName', 'lastName', 'email', 'phone'] as const;
/** The state of a lead stands in clear; what a buyer was given is all sealed. */
const LISTED_OF_SALE = [...LISTED, 'state'] as const;

function listRoute({ vault, tenancy }: LeadRouteDeps): Route {
  const audit = { action: 'lead.list', entity: 'lead' } as const;
  return defineRoute({
    id: 'list_leads',
    method: 'GET',
    path: '/api/v1/leads',
    tag: 'leads',
    summary: 'Leads, newest first; a buyer sees those it bought, a partner those it sent.',
    permission: 'leads:read',
    audit,
    query: leadListQuery,
    response: leadListAnswer,
    async handleAlone(request) {
      const { caller, query } = request;
      const page = pageOf(query);
      const { filter, sought } = await filterOf(vault, caller, query);
      return answerReading(tenancy, request, audit, {
        async read(tx) {
          const view = await loadFieldView(tx, caller);
          requireOpenSearch(sought, view.accessTo);
          return { view, ...(await listFor(tx, caller, { ...filter, ...page })) };
        },
        async show({ view, rows, total }) {
          const showing = { vault, caller, view, classes: GLOBAL_CLASSES };
          const shown = await Promise.all(rows.map((row) => showListed(showing, row)));
          const leads = shown.map(({ lead }) => lead);
          return {
            answer: listAnswer(leads, total, page),
            entityIds: leads.map(({ id }) => id),
            phiClasses: [...new Set(shown.flatMap(({ phiClasses }) => phiClasses))],
            ...(query.search === undefined ? {} : { detail: { searched: true } }),
          };
        },
      });
    },
  });
}

function readRoute({ vault, tenancy }: LeadRouteDeps): Route {
  const audit = { action: 'lead.read', entity: 'lead' } as const;
  return defineRoute({
    id: 'get_lead',
    method: 'GET',
    path: '/api/v1/leads/:leadId',
    tag: 'leads',
    summary: 'One lead with the fields that the caller may see.',
    permission: 'leads:read',
    audit,
    params: leadParams,
    response: leadDetail,
    async handleAlone(request) {
      const { caller, params } = request;
      return answerReading(tenancy, request, audit, {
        async read(tx) {
          const view = await loadFieldView(tx, caller);
          const row = await findFor(tx, caller, params.leadId);
          return { view, row, classes: await classesFor(tx, view, row) };
        },
        async show({ row, ...how }) {
          const { lead, phiClasses } = await showOne({ vault, caller, ...how }, row);
          return { answer: { data: lead }, entityIds: [lead.id], phiClasses };
        },
      });
    },
  });
}

function statusRoute(): Route {
  return defineRoute({
    id: 'get_lead_status',
    method: 'GET',
    path: '/api/v1/leads/:leadId/status',
    tag: 'leads',
    summary: 'How far a lead has come; open to the posting key that sent it.',
    permission: 'leads:status',
    audit: { action: 'lead.status', entity: 'lead' },
    params: leadParams,
    response: leadStatusAnswer,
    async handle({ tx, caller, params }) {
      const lead = await requireLead(tx, params.leadId);
      if (caller.role === 'posting' && lead.campaignId !== caller.campaignId) throw notFound();
      const data = {
        id: lead.leadId,
        shortId: `L-${lead.number}`,
        status: wireStatus(lead.status),
        rejectionReason: reasonText(lead.reason),
        payout: lead.payoutCents === null ? null : formatCents(lead.payoutCents),
        createdAt: lead.receivedAt.toISOString(),
      };
      return { answer: { data }, touched: [lead.leadId] };
    },
  });
}

/** What a caller sees as a lead: a buyer the sale by which it got it, all others the lead itself. */
type Row = LeadRow | SaleRow;

const showOne = (showing: Showing, row: Row): Promise<Shown> =>
  'saleId' in row ? showSale(showing, row) : showLead(showing, row);

const showListed = (showing: Showing, row: Row): Promise<Shown> =>
  showOne({ ...showing, only: 'saleId' in row ? LISTED_OF_SALE : LISTED }, row);

async function listFor(
  tx: TenantReader,
  caller: Caller,
  filter: LeadFilter & Page,
): Promise<{ readonly rows: readonly Row[]; readonly total: number }> {
  if (caller.role !== 'buyer') return leadList(tx, filter);
  const isAsked = filter.statuses === undefined || filter.statuses.includes('sold');
  return isAsked ? saleListOfBuyer(tx, filter) : { rows: [], total: 0 };
}

async function findFor(tx: TenantReader, caller: Caller, id: string): Promise<Row> {
  if (caller.role !== 'buyer') return requireLead(tx, id);
  const sale = isId(id) ? (await saleListOfBuyer(tx, { limit: 1, offset: 0, leadId: id })).rows[0] : undefined;
  if (!sale) throw notFound();
  return sale;
}

/** The classes of a row's fields, where a rule binds the caller. A sale does not say of which vertical its lead is. */
const classesFor = async (tx: TenantReader, { hasRules }: FieldView, row: Row) =>
  hasRules ? readFieldClasses(tx, 'saleId' in row ? undefined : row) : undefined;
