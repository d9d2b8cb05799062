import { actorOf, type Caller, type CallerKind } from '../../core/access/index.ts';
import { recordAudit } from '../../core/audit/index.ts';
import { defineRoute, listAnswer, pageOf, type Page, readDates, type Route } from '../../core/gate/index.ts';
import type { Tenancy, TenantReader } from '../../core/tenancy/index.ts';
import type { Vault } from '../../core/vault/index.ts';
import { invalid, notFound } from '../../kernel/app-error.ts';
import { isId } from '../../kernel/ids.ts';
import { formatCents } from '../../kernel/money.ts';
import { saleListOfBuyer } from '../sales/index.ts';
import { reasonText, wireStatus } from './answer-submit.ts';
import { matchingForm } from './domain/dedup-values.ts';
import { readPhone } from './read-phone.ts';
import { type LeadShown, requireLead, showLead, showSale, shownClasses } from './show-lead.ts';
import { openDetails } from './open-details.ts';
import { readWaterfall, showWaterfall } from './show-waterfall.ts';
import { type LeadFilter, leadList, type LeadStatus } from './store.ts';
import {
  distributionAnswer,
  distributionQuery,
  leadDetail,
  leadListAnswer,
  leadListQuery,
  leadParams,
  leadStatusAnswer,
} from './wire.ts';

export interface LeadRouteDeps {
  readonly vault: Vault;
  readonly tenancy: Tenancy;
}

/** Reading leads: what comes depends on who asks. Sealed values are opened after the transaction. */
export const leadReadRoutes = (deps: LeadRouteDeps): Route[] => [
  listRoute(deps),
  readRoute(deps),
  statusRoute(),
  distributionsRoute(deps),
];

function listRoute(deps: LeadRouteDeps): Route {
  return defineRoute({
    id: 'list_leads',
    method: 'GET',
    path: '/api/v1/leads',
    tag: 'leads',
    summary: 'Leads, newest first; a buyer sees those it bought, a partner those it sent.',
    permission: 'leads:read',
    audit: { action: 'lead.list', entity: 'lead' },
    query: leadListQuery,
    response: leadListAnswer,
    async handleAlone({ caller, query, now, origin }) {
      const page = pageOf(query);
      const filter = { ...(await filterOf(deps.vault, caller, query)), ...page };
      const context = { tenantId: caller.tenantId, actor: actorOf(caller) };
      const found = await deps.tenancy.withTenant(context, async (tx) => {
        const listed = await listFor(tx, caller, filter);
        const event = { action: 'lead.list', entity: 'lead', entityIds: listed.ids, outcome: 'done' } as const;
        const detail = query.search === undefined ? {} : { detail: { searched: true } };
        await recordAudit(tx, now, [{ event: { ...event, ...detail, phiClasses: shownClasses(caller) }, origin }]);
        return listed;
      });
      const rows = await found.show(deps.vault);
      return { answer: listAnswer(rows, found.total, page), audited: true };
    },
  });
}

function readRoute({ vault }: LeadRouteDeps): Route {
  return defineRoute({
    id: 'get_lead',
    method: 'GET',
    path: '/api/v1/leads/:leadId',
    tag: 'leads',
    summary: 'One lead with the fields that the caller may see.',
    permission: 'leads:read',
    audit: { action: 'lead.read', entity: 'lead' },
    params: leadParams,
    response: leadDetail,
    async handle({ tx, caller, params }) {
      const { id, show } = await findFor(tx, caller, params.leadId);
      return {
        later: async () => ({ data: await show(vault) }),
        touched: [id],
        phiClasses: shownClasses(caller),
      };
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
      if (caller.kind === 'posting' && lead.campaignId !== caller.campaignId) throw notFound();
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

function distributionsRoute({ vault }: LeadRouteDeps): Route {
  return defineRoute({
    id: 'list_lead_distributions',
    method: 'GET',
    path: '/api/v1/leads/:leadId/distributions',
    tag: 'leads',
    summary: 'The waterfall: every contract considered, and why it won or lost.',
    permission: 'decisions:read',
    audit: { action: 'lead.distributions', entity: 'lead' },
    params: leadParams,
    query: distributionQuery,
    response: distributionAnswer,
    async handle({ tx, caller, params, query }) {
      const { leadId } = await requireLead(tx, params.leadId);
      const page = pageOf({ limit: '100', ...query });
      const parts = await readWaterfall(tx, leadId);
      const opened = caller.piiAccess ? parts.decision : undefined;
      return {
        later: async () => {
          const details = opened ? await openDetails(vault, caller.tenantId, opened) : {};
          const { rows, ...rest } = showWaterfall(parts, details);
          const shown = rows.slice(page.offset, page.offset + page.limit);
          return { ...listAnswer(shown, rows.length, page), ...rest, pingMatches: [] };
        },
        touched: [leadId],
        phiClasses: opened?.sealedDetails ? shownClasses(caller) : [],
      };
    },
  });
}

/** Rows found, and how to show them once the transaction is over. */
interface Found {
  readonly ids: readonly string[];
  readonly total: number;
  show(vault: Vault): Promise<LeadShown[]>;
}

async function listFor(tx: TenantReader, caller: Caller, filter: LeadFilter & Page): Promise<Found> {
  if (caller.kind === 'buyer') {
    const isAsked = filter.statuses === undefined || filter.statuses.includes('sold');
    const { rows, total } = isAsked ? await saleListOfBuyer(tx, filter) : { rows: [], total: 0 };
    const show = (vault: Vault) => Promise.all(rows.map((sale) => showSale(vault, caller, sale)));
    return { ids: rows.map((sale) => sale.leadId), total, show };
  }
  const { rows, total } = await leadList(tx, filter);
  const show = (vault: Vault) => Promise.all(rows.map((lead) => showLead(vault, caller, lead)));
  return { ids: rows.map((lead) => lead.leadId), total, show };
}

async function findFor(tx: TenantReader, caller: Caller, id: string) {
  if (caller.kind !== 'buyer') {
    const lead = await requireLead(tx, id);
    return { id: lead.leadId, show: (vault: Vault) => showLead(vault, caller, lead) };
  }
  const sale = isId(id) ? (await saleListOfBuyer(tx, { limit: 1, offset: 0, leadId: id })).rows[0] : undefined;
  if (!sale) throw notFound();
  return { id: sale.leadId, show: (vault: Vault) => showSale(vault, caller, sale) };
}

type ListQuery = Readonly<
  Partial<
    Record<
      'status' | 'verticalId' | 'partnerId' | 'campaignId' | 'offerId' | 'dateFrom' | 'dateTo' | 'search' | 'isTest',
      string
    >
  >
>;

const STATUSES: Readonly<Record<string, readonly LeadStatus[]>> = {
  pending: ['routing', 'pending'],
  matched: ['matched'],
  sold: ['sold'],
  returned: ['returned'],
  rejected: ['unsold'],
  scrubbed: ['scrubbed'],
};

/**
 * Filters that would look at what the caller may not see: refused, as ignoring them would answer another question. A
 * search is for those with access to personal data: what it finds tells who sent a lead.
 */
const CLOSED: Readonly<Partial<Record<CallerKind, readonly (keyof ListQuery)[]>>> = {
  buyer: ['verticalId', 'partnerId', 'campaignId', 'offerId', 'isTest', 'search'],
  partner: ['search'],
};

async function filterOf(vault: Vault, caller: Caller, query: ListQuery): Promise<Omit<LeadFilter, 'limit' | 'offset'>> {
  const ids = (['verticalId', 'partnerId', 'campaignId', 'offerId'] as const).filter(
    (name) => query[name] !== undefined && !isId(query[name]),
  );
  const { from, to } = readDates(query);
  const sought = query.search === undefined ? {} : await readSearch(vault, caller.tenantId, query.search);
  const status = query.status !== undefined && STATUSES[query.status] === undefined;
  const closed = [...(CLOSED[caller.kind] ?? []), ...(caller.piiAccess ? [] : (['search'] as const))].filter(
    (name) => query[name] !== undefined,
  );
  const faults = [
    ...[...new Set(closed)].map((field) => ({
      field,
      rule: 'not_available',
      message: 'Is not open to this key. Leave it out.',
    })),
    ...ids.map((field) => ({ field, rule: 'format', message: 'Send a UUID.' })),
    ...(sought
      ? []
      : [{ field: 'search', rule: 'format', message: 'Send an exact e-mail address, phone number or lead id.' }]),
    ...(status
      ? [{ field: 'status', rule: 'one_of', message: `Send one of ${Object.keys(STATUSES).join(', ')}.` }]
      : []),
  ];
  if (faults.length > 0) throw invalid(faults);
  return {
    statuses: query.status === undefined ? undefined : STATUSES[query.status],
    verticalId: query.verticalId,
    partnerId: query.partnerId,
    campaignId: query.campaignId,
    offerId: query.offerId,
    isTest: query.isTest === undefined ? undefined : query.isTest === 'true',
    dateFrom: from,
    dateTo: to,
    ...sought,
  };
}

/**
 * A lead's id in either spelling, or an exact e-mail or phone, which are looked up by their blind index: what is sealed
 * cannot be searched by parts. Undefined for anything else.
 */
async function readSearch(
  vault: Vault,
  tenantId: string,
  search: string,
): Promise<Pick<LeadFilter, 'leadId' | 'number' | 'tokens'> | undefined> {
  const number = /^L-(\d{1,15})$/i.exec(search)?.[1];
  if (number !== undefined) return { number: Number(number) };
  if (isId(search)) return { leadId: search };
  const phone = readPhone(search);
  if (!phone && !search.includes('@')) return undefined;
  const token = await vault.tokens(tenantId);
  return { tokens: [phone ? token('phone', matchingForm(phone.e164)) : token('email', matchingForm(search))] };
}
