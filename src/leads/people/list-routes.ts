import type { Static } from 'typebox';
import { type AccessTo, behindGlass, type Caller, type FieldView, loadFieldView } from '../../core/access/index.ts';
import {
  defineRoute,
  keysetPage,
  listAnswer,
  markOf,
  pageOf,
  readCursor,
  readDates,
  type Route,
} from '../../core/gate/index.ts';
import type { Vault } from '../../core/vault/index.ts';
import { invalid } from '../../kernel/app-error.ts';
import { answerReading, requireOpenSearch } from '../intake/index.ts';
import { seek, type Sought } from './seek-person.ts';
import { type PeopleRouteDeps, showPeople, withLeads } from './show-people.ts';
import { personCount, type PersonFilter, personList, type PersonOrder } from './store.ts';
import { byVerticalQuery, findBody, foundAnswer, peopleAnswer, peopleQuery, plainPeople } from './wire.ts';

const audit = { action: 'person.list', entity: 'person' } as const;

/** Many people: the list, and who is found by one thing that must not stand in a URL. */
export const personListRoutes = (deps: PeopleRouteDeps): Route[] => [
  listRoute(deps),
  byVerticalRoute(deps),
  findRoute(deps),
];

type Query = Readonly<Partial<Record<'search' | 'state' | 'tags' | 'verticalId' | 'dateFrom' | 'dateTo', string>>> &
  Pick<Static<typeof peopleQuery>, 'status' | 'filter' | 'sort' | 'sortDirection'>;

interface Narrowed {
  readonly filter: PersonFilter;
  /** What the search looks at; undefined where there is none. */
  readonly sought: Sought | undefined;
  /** The order that was asked for; undefined for the usual one. */
  readonly order?: PersonOrder | undefined;
}

async function filterOf(vault: Vault, caller: Caller, query: Query): Promise<Narrowed> {
  const { from: dateFrom, to: dateTo } = readDates(query);
  const { search, state, verticalId } = query;
  const found = search === undefined ? undefined : await seek(vault, caller, { field: 'search', value: search });
  const tags = query.tags
    ?.split(',')
    .map((tag) => tag.trim())
    .filter((tag) => tag !== '');
  const status = query.status ?? (found?.sought === 'id' ? undefined : 'active');
  // Nothing else than leads is related to anybody in this version.
  const hasLeads = query.filter === undefined ? undefined : (true as const);
  const filter = { status, tags, dateFrom, dateTo, state: state?.toUpperCase(), verticalId, hasLeads, ...found?.by };
  const { sort, sortDirection: direction = 'desc' } = query;
  return { filter, sought: found?.sought, order: sort === undefined ? undefined : { sort, direction } };
}

/** Refuses what would tell of a field that the caller does not see in clear. */
function requireOpen(view: FieldView, { filter, sought, order }: Narrowed, field: string, accessTo: AccessTo): void {
  requireOpenSearch(sought, accessTo, field);
  const looks = filter.state !== undefined ? 'state' : order?.sort === 'state' ? 'sort' : undefined;
  if (looks === undefined || view.byRules('state', 'contact') === 'visible') return;
  const message = 'Looks at a field that you may not see. Leave it out.';
  throw invalid([{ field: looks, rule: 'not_available', message }]);
}

const detailOf = ({ sought }: Narrowed) => (sought === undefined ? {} : { detail: { searched: true } });

function listRoute({ vault, tenancy }: PeopleRouteDeps): Route {
  return defineRoute({
    id: 'list_people',
    method: 'GET',
    path: '/api/v1/people',
    tag: 'people',
    summary: 'People, those who came last first; each with all its leads, and named by the newest.',
    permission: 'people:read',
    audit,
    query: peopleQuery,
    response: peopleAnswer,
    async handleAlone(request) {
      const { caller, query } = request;
      const { cursor, limit: _limit, offset: _offset, ...narrowing } = query;
      const page = pageOf(query);
      const mark = markOf(['people', caller.tenantId, narrowing]);
      const before = cursor === '' ? undefined : readCursor(cursor, mark);
      if (cursor !== undefined) requireUsualOrder(page.offset, query.sort);
      const narrowed = await filterOf(vault, caller, query);
      const { limit } = page;
      return answerReading(tenancy, request, audit, {
        async read(tx) {
          const whole = await loadFieldView(tx, caller);
          requireOpen(whole, narrowed, 'search', whole.accessTo);
          const view = behindGlass(whole, query.masked === 'true');
          const { filter, order } = narrowed;
          if (cursor === undefined) {
            const total = await personCount(tx, filter);
            const people = await personList(tx, filter, { ...page, order });
            return { view, found: await withLeads(tx, people), total, nextCursor: null };
          }
          const rows = await personList(tx, filter, { limit: limit + 1, before });
          const cut = keysetPage(rows, limit, ({ createdAt: at, personId: id }) => ({ at, id }), mark);
          return { view, found: await withLeads(tx, cut.rows), total: null, nextCursor: cut.nextCursor };
        },
        async show({ view, found, total, nextCursor }) {
          const { shown, entityIds, phiClasses } = await showPeople({ vault, caller, view }, found);
          const keyset = { total: null, limit, hasMore: nextCursor !== null, nextCursor };
          const answer: Static<typeof peopleAnswer> =
            total === null ? { data: [...shown], pagination: keyset } : listAnswer(shown, total, page);
          return { answer, entityIds, phiClasses, ...detailOf(narrowed) };
        },
      });
    },
  });
}

/** Refuses what a cursor cannot be read with. Throws VALIDATION_ERROR. */
function requireUsualOrder(offset: number, sort: string | undefined): void {
  const rule = 'not_with_cursor';
  const faults = [
    { field: 'offset', rule, message: 'A cursor names its place by itself. Leave the offset out.' },
    { field: 'sort', rule, message: 'A cursor reads people as they came. Leave the sort or the cursor out.' },
  ].filter(({ field }) => (field === 'offset' ? offset > 0 : sort !== undefined));
  if (faults.length > 0) throw invalid(faults);
}

function byVerticalRoute({ vault, tenancy }: PeopleRouteDeps): Route {
  return defineRoute({
    id: 'list_people_by_vertical',
    method: 'GET',
    path: '/api/v1/people/by-vertical',
    tag: 'people',
    summary: 'People with a lead of this vertical, those who came last first.',
    permission: 'people:read',
    audit,
    query: byVerticalQuery,
    response: plainPeople,
    async handleAlone(request) {
      const { caller, query } = request;
      const narrowed = await filterOf(vault, caller, query);
      return answerReading(tenancy, request, audit, {
        async read(tx) {
          const whole = await loadFieldView(tx, caller);
          requireOpen(whole, narrowed, 'search', whole.accessTo);
          const rows = await personList(tx, narrowed.filter, { limit: pageOf(query).limit });
          return { view: behindGlass(whole, query.masked === 'true'), found: await withLeads(tx, rows) };
        },
        async show({ view, found }) {
          const { shown, entityIds, phiClasses } = await showPeople({ vault, caller, view }, found);
          return { answer: { data: [...shown] }, entityIds, phiClasses, ...detailOf(narrowed) };
        },
      });
    },
  });
}

/** More people than these share no address and no phone. */
const FOUND_AT_MOST = 100;

function findRoute({ vault, tenancy }: PeopleRouteDeps): Route {
  return defineRoute({
    id: 'find_people',
    method: 'POST',
    path: '/api/v1/people/find',
    tag: 'people',
    summary: 'People with a lead of exactly this e-mail address or phone number, or the one of this id.',
    permission: 'people:read',
    onlyReads: true,
    audit,
    body: findBody,
    response: foundAnswer,
    async handleAlone(request) {
      const { caller, body } = request;
      const [field, ...more] = (['email', 'phone', 'personId'] as const).filter((name) => body[name] !== undefined);
      const value = field === undefined ? undefined : body[field];
      if (field === undefined || value === undefined || more.length > 0)
        throw invalid([
          { field: 'body', rule: 'exactly_one', message: 'Send exactly one of email, phone and personId.' },
        ]);
      const { sought, by } = await seek(vault, caller, { field, value });
      const narrowed = { sought, filter: sought === 'id' ? by : { ...by, status: 'active' as const } };
      return answerReading(tenancy, request, audit, {
        async read(tx) {
          const whole = await loadFieldView(tx, caller);
          requireOpen(whole, narrowed, field, whole.accessTo);
          const rows = await personList(tx, narrowed.filter, { limit: FOUND_AT_MOST });
          return { view: behindGlass(whole, body.masked === true), found: await withLeads(tx, rows) };
        },
        async show({ view, found }) {
          const { shown, entityIds, phiClasses } = await showPeople({ vault, caller, view }, found);
          const answer = listAnswer(shown, shown.length, { limit: FOUND_AT_MOST, offset: 0 });
          return { answer, entityIds, phiClasses, ...detailOf(narrowed) };
        },
      });
    },
  });
}
