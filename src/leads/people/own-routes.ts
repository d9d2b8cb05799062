import { behindGlass, type Caller, loadFieldView } from '../../core/access/index.ts';
import { defineRoute, idSchema, listAnswer, pageOf, type Route } from '../../core/gate/index.ts';
import type { TenantReader } from '../../core/tenancy/index.ts';
import { AppError, notFound } from '../../kernel/app-error.ts';
import { formatCents } from '../../kernel/money.ts';
import { Type } from 'typebox';
import { answerReading, leadFind, leadPage, type Row, wireStatus } from '../intake/index.ts';
import { saleFind, saleListOfBuyer } from '../sales/index.ts';
import { ownLeads, ownPeople as ownPeopleOf, type OwnPerson, type Owning } from './own-store.ts';
import { seekOwn } from './seek-own.ts';
import { type PeopleRouteDeps, type Seeing, showNames } from './show-people.ts';
import { maskedQuery, ownPeople, ownPeopleQuery, ownPerson, ownTimeline } from './wire.ts';

interface Side {
  readonly kind: Owning['kind'];
  readonly permission: 'people:own-buyer' | 'partner:self';
  readonly of: string;
}
const BUYER: Side = { kind: 'buyer', permission: 'people:own-buyer', of: 'of leads that the buyer bought' };
const PARTNER: Side = { kind: 'partner', permission: 'partner:self', of: 'of leads that the partner sent' };

/** People as buyers and partners know them: by their own leads, and by nothing of anybody else's. */
export const ownPeopleRoutes = (deps: PeopleRouteDeps): Route[] => [
  ...[BUYER, PARTNER].flatMap((side) => [listRoute(deps, side), readRoute(deps, side)]),
  partnerTimelineRoute(),
];

const ownParams = Type.Object({ personId: idSchema });

function owningOf({ kind }: Side, { buyerId, partnerId }: Caller): Owning {
  if (kind === 'partner') return { kind, partnerId };
  if (buyerId === undefined) throw new AppError('FORBIDDEN', 'This is for people and keys of a buyer.');
  return { kind, buyerId };
}

/** A partner's view, whoever asks. */
const seenFrom = ({ kind }: Side, caller: Caller): Caller =>
  kind === 'partner' ? { ...caller, role: 'partner' } : caller;

async function newestOf(tx: TenantReader, { kind }: Side, { newestId }: OwnPerson): Promise<Row> {
  const row = kind === 'buyer' ? await saleFind(tx, newestId) : await leadFind(tx, { leadId: newestId });
  if (!row) throw notFound();
  return row;
}

async function showOwn(seeing: Seeing, person: OwnPerson, newest: Row) {
  const { names, phiClasses } = await showNames(seeing, newest);
  const { personId: id, leadCount, totalCents, lastAt } = person;
  const shown = { id, ...names, leadCount, total: formatCents(totalCents), lastActivityAt: lastAt.toISOString() };
  return { shown, phiClasses, leadId: newest.leadId };
}

function listRoute(deps: PeopleRouteDeps, side: Side): Route {
  const { vault, tenancy } = deps;
  const audit = { action: 'person.list', entity: 'person' } as const;
  return defineRoute({
    id: `list_${side.kind}_people`,
    method: 'GET',
    path: `/api/${side.kind}/people`,
    tag: 'people',
    summary: `People ${side.of}, who came last first.`,
    permission: side.permission,
    audit,
    query: ownPeopleQuery,
    response: ownPeople,
    async handleAlone(request) {
      const { caller, query } = request;
      const page = pageOf(query);
      const owning = owningOf(side, caller);
      const { search } = query;
      const sought = search === undefined ? undefined : await seekOwn(deps, { owning, caller }, search);
      return answerReading(tenancy, request, audit, {
        async read(tx) {
          const view = behindGlass(await loadFieldView(tx, caller), query.masked === 'true');
          const { rows, total } = await ownPeopleOf(tx, owning, { ...page, personIds: sought?.personIds });
          const people: { person: OwnPerson; newest: Row }[] = [];
          for (const person of rows) people.push({ person, newest: await newestOf(tx, side, person) });
          return { view, people, total };
        },
        async show({ view, people, total }) {
          const seeing = { vault, caller: seenFrom(side, caller), view };
          const entries = await Promise.all(people.map(({ person, newest }) => showOwn(seeing, person, newest)));
          const told = new Set([...entries, ...(sought ? [sought] : [])].flatMap(({ phiClasses }) => phiClasses));
          const leadIds = new Set([...entries.map(({ leadId }) => leadId), ...(sought?.leadIds ?? [])]);
          return {
            answer: listAnswer(
              entries.map(({ shown }) => shown),
              total,
              page,
            ),
            entityIds: [...entries.map(({ shown }) => shown.id), ...leadIds],
            phiClasses: [...told],
            ...(sought ? { detail: { searched: true } } : {}),
          };
        },
      });
    },
  });
}

const MOST_LEADS = 200;

async function rowsOf(tx: TenantReader, owning: Owning, personId: string): Promise<readonly Row[]> {
  const page = { personId, limit: MOST_LEADS };
  if (owning.kind === 'buyer') return saleListOfBuyer(tx, { ...page, buyerId: owning.buyerId });
  return leadPage(tx, { personId, partnerId: owning.partnerId }, page);
}

function readRoute({ vault, tenancy }: PeopleRouteDeps, side: Side): Route {
  const audit = { action: 'person.read', entity: 'person' } as const;
  return defineRoute({
    id: `get_${side.kind}_person`,
    method: 'GET',
    path: `/api/${side.kind}/people/:personId`,
    tag: 'people',
    summary: `One person ${side.of}, with those leads: the newest 200.`,
    permission: side.permission,
    audit,
    params: ownParams,
    query: maskedQuery,
    response: ownPerson,
    async handleAlone(request) {
      const { caller, params, query } = request;
      return answerReading(tenancy, request, audit, {
        async read(tx) {
          const view = behindGlass(await loadFieldView(tx, caller), query.masked === 'true');
          const owning = owningOf(side, caller);
          const { personId } = params;
          const [person] = (await ownPeopleOf(tx, owning, { limit: 1, offset: 0, personIds: [personId] })).rows;
          if (!person) throw notFound();
          return { view, person, newest: await newestOf(tx, side, person), rows: await rowsOf(tx, owning, personId) };
        },
        async show({ view, person, newest, rows }) {
          const { shown, phiClasses } = await showOwn({ vault, caller: seenFrom(side, caller), view }, person, newest);
          return {
            answer: { data: { ...shown, leads: rows.map(showRow) } },
            entityIds: [person.personId, ...rows.map(({ leadId }) => leadId)],
            phiClasses,
          };
        },
      });
    },
  });
}

const money = (cents: number | null): string | null => (cents === null ? null : formatCents(cents));

/** A lead of a partner, with what it earns; a sale of a buyer, with what it costs. A buyer never hears of numbers. */
const showRow = (row: Row) =>
  'saleId' in row
    ? { id: row.leadId, shortId: '', status: 'sold', amount: money(row.priceCents), createdAt: iso(row.reservedAt) }
    : {
        id: row.leadId,
        shortId: `L-${row.number}`,
        status: wireStatus(row.status),
        amount: money(row.payoutCents),
        createdAt: iso(row.receivedAt),
      };
const iso = (at: Date): string => at.toISOString();

const TIMELINE_MS = 90 * 86_400_000;

const partnerTimelineRoute = (): Route =>
  defineRoute({
    id: 'get_partner_person_timeline',
    method: 'GET',
    path: '/api/partner/people/:personId/timeline',
    tag: 'people',
    summary: 'Leads of a person that the partner sent within 90 days, newest first.',
    permission: 'partner:self',
    audit: { action: 'person.timeline', entity: 'person' },
    params: ownParams,
    response: ownTimeline,
    async handle({ tx, caller: { partnerId }, now, params: { personId } }) {
      const { total } = await ownPeopleOf(
        tx,
        { kind: 'partner', partnerId },
        { limit: 1, offset: 0, personIds: [personId] },
      );
      if (total === 0) throw notFound();
      const leads = await ownLeads(tx, { partnerId, personId, since: new Date(now.getTime() - TIMELINE_MS) });
      const data = leads.map(({ leadId, number, status, at }) => ({
        type: 'lead' as const,
        id: leadId,
        date: iso(at),
        title: `L-${number}`,
        detail: wireStatus(status),
        offerName: null,
        metadata: {},
      }));
      return { answer: { data }, touched: [personId, ...leads.map(({ leadId }) => leadId)] };
    },
  });
