import type { Static } from 'typebox';
import { behindGlass, type Caller, type FieldView, loadFieldView, type Permission } from '../../core/access/index.ts';
import {
  defineRoute,
  keysetPage,
  listAnswer,
  markOf,
  pageOf,
  type Place,
  readCursor,
  type Route,
} from '../../core/gate/index.ts';
import type { Tenancy, TenantReader } from '../../core/tenancy/index.ts';
import type { Vault } from '../../core/vault/index.ts';
import { invalid } from '../../kernel/app-error.ts';
import { saleCountOfBuyer, saleListOfBuyer } from '../sales/index.ts';
import { answerReading, type Reading } from './answer-reading.ts';
import { filterOf, type Narrowed, requireOpenSearch, soughtFrom } from './filter-leads.ts';
import { type LeadFilter, leadList, type LeadPage, leadPage } from './lead-list-store.ts';
import { leadFindAnswer, leadFindBody, leadListAnswer, leadListQuery } from './lead-list-wire.ts';
import { GLOBAL_CLASSES } from './read-field-classes.ts';
import { type LeadShown, type Row, showOne } from './show-lead.ts';

interface ListDeps {
  readonly vault: Vault;
  readonly tenancy: Tenancy;
}

/** Many leads: the list, and what is found by one thing that must not stand in a URL. */
export const leadListRoutes = (deps: ListDeps): Route[] => [
  listRoute(deps, LEADS),
  listRoute(deps, PARTNER_LEADS),
  findRoute(deps),
];

interface ListAt {
  readonly id: string;
  readonly path: string;
  readonly summary: string;
  readonly permission: Permission;
  /** Shows what a partner may see, whoever asks. */
  readonly asPartner: boolean;
}

const LEADS: ListAt = {
  id: 'list_leads',
  path: '/api/v1/leads',
  summary: 'Leads, newest first; a buyer sees those it bought, a partner those it sent.',
  permission: 'leads:read',
  asPartner: false,
};
const PARTNER_LEADS: ListAt = {
  id: 'list_partner_leads',
  path: '/api/partner/leads',
  summary: 'Leads as their partner sees them, newest first: what it earns, and nothing of buyers.',
  permission: 'partner:self',
  asPartner: true,
};

/** The fields that a list has room for: the classes of others are not opened for it. */
const LISTED = ['firstName', 'lastName', 'email', 'phone'] as const;
/** The state of a lead stands in clear; what a buyer was given is all sealed. */
const LISTED_OF_SALE = [...LISTED, 'state'] as const;

function listRoute({ vault, tenancy }: ListDeps, { asPartner, ...at }: ListAt): Route {
  const audit = { action: 'lead.list', entity: 'lead' } as const;
  return defineRoute({
    ...at,
    method: 'GET',
    tag: 'leads',
    audit,
    query: leadListQuery,
    response: leadListAnswer,
    async handleAlone(request) {
      const { caller, query } = request;
      const { cursor, limit: _limit, offset: _offset, ...narrowing } = query;
      const page = pageOf(query);
      const mark = markOf(['leads', caller.tenantId, caller.buyerId, narrowing]);
      const before = cursor === '' ? undefined : readCursor(cursor, mark);
      if (cursor !== undefined && page.offset > 0) throw invalid([OFFSET_WITH_CURSOR]);
      const { limit } = page;
      const { filter, sought } = await filterOf(vault, caller, query);
      return answerReading(tenancy, request, audit, {
        async read(tx): Promise<Found<Static<typeof leadListAnswer>>> {
          const whole = await loadFieldView(tx, caller);
          requireOpenSearch(sought, whole.accessTo);
          const view = behindGlass(whole, query.masked === 'true');
          if (cursor === undefined) {
            const { rows, total } = await countedFor(tx, caller, filter, page);
            return { view, rows, paginate: (leads: readonly LeadShown[]) => listAnswer(leads, total, page) };
          }
          const found = await pageFor(tx, caller, filter, { limit: limit + 1, before });
          const { rows, nextCursor } = keysetPage(found, limit, placeOf, mark);
          const pagination = { total: null, limit, hasMore: nextCursor !== null, nextCursor };
          return { view, rows, paginate: (leads: readonly LeadShown[]) => ({ data: [...leads], pagination }) };
        },
        show: (found) => showRows({ vault, caller: asPartner ? atPartner(caller) : caller, sought }, found),
      });
    },
  });
}

/** The caller with no more to see than a partner has. */
const atPartner = (caller: Caller): Caller => ({ ...caller, role: 'partner' });

const OFFSET_WITH_CURSOR = {
  field: 'offset',
  rule: 'not_with_cursor',
  message: 'A cursor names its place by itself. Leave the offset out.',
};

/** The newest of what is found: more leads of one person than these are no answer to a question. */
const FOUND_AT_MOST = 100;

function findRoute({ vault, tenancy }: ListDeps): Route {
  const audit = { action: 'lead.list', entity: 'lead' } as const;
  return defineRoute({
    id: 'find_leads',
    method: 'POST',
    path: '/api/v1/leads/find',
    tag: 'leads',
    summary: 'Leads with exactly this e-mail address, phone number or id, newest first: the first 100.',
    permission: 'leads:read',
    onlyReads: true,
    audit,
    body: leadFindBody,
    response: leadFindAnswer,
    async handleAlone(request) {
      const { caller, body } = request;
      const { filter, sought } = await soughtFrom(vault, caller, body);
      const page = { limit: FOUND_AT_MOST, offset: 0 };
      return answerReading(tenancy, request, audit, {
        async read(tx) {
          const whole = await loadFieldView(tx, caller);
          requireOpenSearch(sought, whole.accessTo, sought);
          const view = behindGlass(whole, body.masked === true);
          const { rows, total } = await countedFor(tx, caller, filter, page);
          return { view, rows, paginate: (leads: readonly LeadShown[]) => listAnswer(leads, total, page) };
        },
        show: (found) => showRows({ vault, caller, sought }, found),
      });
    },
  });
}

interface Found<A> {
  readonly view: FieldView;
  readonly rows: readonly Row[];
  readonly paginate: (leads: readonly LeadShown[]) => A;
}

async function showRows<A>(
  { vault, caller, sought }: { vault: Vault; caller: Caller; sought: Narrowed['sought'] },
  { view, rows, paginate }: Found<A>,
): Promise<Reading<A>> {
  const showing = { vault, caller, view, classes: GLOBAL_CLASSES };
  const shown = await Promise.all(
    rows.map((row) => showOne({ ...showing, only: 'saleId' in row ? LISTED_OF_SALE : LISTED }, row)),
  );
  const leads = shown.map(({ lead }) => lead);
  return {
    answer: paginate(leads),
    entityIds: leads.map(({ id }) => id),
    phiClasses: [...new Set(shown.flatMap(({ phiClasses }) => phiClasses))],
    ...(sought === undefined ? {} : { detail: { searched: true } }),
  };
}

const placeOf = (row: Row): Place =>
  'saleId' in row ? { at: row.reservedAt, id: row.saleId } : { at: row.receivedAt, id: row.leadId };

/** What a buyer asks of its sales; undefined where none of them can be meant. */
function soldOf({ buyerId }: Caller, { statuses, dateFrom, dateTo, leadId, number }: LeadFilter) {
  // A buyer never hears of the number of a lead.
  const isAsked = number === undefined && (statuses === undefined || statuses.includes('sold'));
  return isAsked && buyerId !== undefined ? { buyerId, dateFrom, dateTo, leadId } : undefined;
}

async function pageFor(tx: TenantReader, caller: Caller, filter: LeadFilter, page: LeadPage): Promise<readonly Row[]> {
  if (caller.role !== 'buyer') return leadPage(tx, filter, page);
  const sold = soldOf(caller, filter);
  return sold ? saleListOfBuyer(tx, { ...sold, ...page }) : [];
}

async function countedFor(
  tx: TenantReader,
  caller: Caller,
  filter: LeadFilter,
  page: LeadPage,
): Promise<{ readonly rows: readonly Row[]; readonly total: number }> {
  if (caller.role !== 'buyer') return leadList(tx, filter, page);
  const asked = soldOf(caller, filter);
  if (!asked) return { rows: [], total: 0 };
  const sold = { ...asked, ...page };
  return { rows: await saleListOfBuyer(tx, sold), total: await saleCountOfBuyer(tx, sold) };
}
