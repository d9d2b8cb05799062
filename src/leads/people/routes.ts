import { behindGlass, loadFieldView } from '../../core/access/index.ts';
import { defineRoute, pageOf, type Route } from '../../core/gate/index.ts';
import { AppError, notFound } from '../../kernel/app-error.ts';
import { formatCents } from '../../kernel/money.ts';
import { answerReading } from '../intake/index.ts';
import { anyWithoutPerson } from './backfill-store.ts';
import { createRoute } from './create-routes.ts';
import { correctionRoute } from './correction-routes.ts';
import { personLeadsRoute } from './lead-routes.ts';
import { salesOfPerson } from './lead-store.ts';
import { personListRoutes } from './list-routes.ts';
import { mergeRoutes } from './merge-routes.ts';
import { personNoteRoutes } from './note-routes.ts';
import { partnerPersonOffersRoute } from './own-offer-routes.ts';
import { ownPeopleRoutes } from './own-routes.ts';
import { placeSome } from './place-people.ts';
import { type PeopleRouteDeps, requirePerson, showPeople, withLeads } from './show-people.ts';
import { personUpdate } from './store.ts';
import { timelineRoute } from './timeline-routes.ts';
import {
  backfillAnswer,
  backfillQuery,
  maskedQuery,
  personAnswer,
  personParams,
  personUpdateBody,
  saleList,
} from './wire.ts';

/** People: all leads of one human, with what became of them. */
export const peopleRoutes = (deps: PeopleRouteDeps): Route[] => [
  ...personListRoutes(deps),
  createRoute(deps),
  getRoute(deps),
  updateRoute(deps),
  personLeadsRoute(deps),
  salesRoute(),
  timelineRoute(deps),
  ...personNoteRoutes(deps),
  ...mergeRoutes(deps),
  ...ownPeopleRoutes(deps),
  partnerPersonOffersRoute(),
  backfillRoute(),
  correctionRoute(deps),
];

function getRoute({ vault, tenancy }: PeopleRouteDeps): Route {
  const audit = { action: 'person.read', entity: 'person' } as const;
  return defineRoute({
    id: 'get_person',
    method: 'GET',
    path: '/api/v1/people/:personId',
    tag: 'people',
    summary: 'One person, named by the newest lead; of one that was merged, into whom.',
    permission: 'people:read',
    audit,
    params: personParams,
    query: maskedQuery,
    response: personAnswer,
    async handleAlone(request) {
      const { caller, params, query } = request;
      return answerReading(tenancy, request, audit, {
        async read(tx) {
          const view = behindGlass(await loadFieldView(tx, caller), query.masked === 'true');
          return { view, found: await withLeads(tx, [await requirePerson(tx, params.personId)]) };
        },
        async show({ view, found }) {
          const { shown, ...told } = await showPeople({ vault, caller, view }, found);
          const [data] = shown;
          if (!data) throw notFound();
          return { answer: { data }, ...told };
        },
      });
    },
  });
}

function updateRoute({ vault }: PeopleRouteDeps): Route {
  return defineRoute({
    id: 'update_person',
    method: 'PATCH',
    path: '/api/v1/people/:personId',
    tag: 'people',
    summary: 'Tag a person, or hide it from lists. What identifies it stands in its leads, and is not changed here.',
    permission: 'people:write',
    audit: { action: 'person.update', entity: 'person' },
    params: personParams,
    body: personUpdateBody,
    response: personAnswer,
    async handle({ tx, caller, now, params, body: { tags, status } }) {
      const person = await requirePerson(tx, params.personId);
      if (!(await personUpdate(tx, person.personId, now, { tags, status }))) throw mergedAway();
      const view = behindGlass(await loadFieldView(tx, caller), true);
      const found = await withLeads(tx, [await requirePerson(tx, person.personId)]);
      return {
        touched: [person.personId],
        async later() {
          const [data] = (await showPeople({ vault, caller, view }, found)).shown;
          if (!data) throw notFound();
          return { data };
        },
      };
    },
  });
}

const mergedAway = (): AppError =>
  new AppError('CONFLICT', 'This person was merged into another one. Change that one; mergedInto names it.');

const salesRoute = (): Route =>
  defineRoute({
    id: 'list_person_sales',
    method: 'GET',
    path: '/api/v1/people/:personId/sales',
    tag: 'people',
    summary: 'To whom leads of the person were sold, newest first: the first 500.',
    permission: 'people:read',
    audit: { action: 'person.sales', entity: 'person' },
    params: personParams,
    response: saleList,
    async handle({ tx, params }) {
      const { personId } = await requirePerson(tx, params.personId);
      const sales = await salesOfPerson(tx, personId);
      const data = sales.map(({ saleId: id, leadNumber, priceCents, payoutCents, reservedAt, settledAt, ...sale }) => ({
        ...sale,
        id,
        leadShortId: `L-${leadNumber}`,
        price: formatCents(priceCents),
        payout: formatCents(payoutCents),
        createdAt: reservedAt.toISOString(),
        settledAt: settledAt?.toISOString() ?? null,
      }));
      return { answer: { data }, touched: [personId, ...new Set(sales.map(({ leadId }) => leadId))] };
    },
  });

/** A GET that writes, as the wire contract has it; done by itself every few minutes too. */
const backfillRoute = (): Route =>
  defineRoute({
    id: 'backfill_person_records',
    method: 'GET',
    path: '/api/admin/people/backfill',
    tag: 'people',
    summary: 'Find or make the people of leads that are older than people are, the oldest first.',
    permission: 'people:backfill',
    onlyReads: false,
    audit: { action: 'person.backfill', entity: 'lead' },
    query: backfillQuery,
    response: backfillAnswer,
    async handle({ tx, now, query }) {
      const leadIds = await placeSome(tx, now, pageOf({ limit: query.limit ?? '500' }).limit);
      const done = leadIds.length === 0 || !(await anyWithoutPerson(tx));
      return { answer: { data: { processed: leadIds.length, done } }, touched: leadIds };
    },
  });
