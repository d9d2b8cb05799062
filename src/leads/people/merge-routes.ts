import { actorOf, behindGlass, loadFieldView } from '../../core/access/index.ts';
import { defineRoute, type Route } from '../../core/gate/index.ts';
import { notFound } from '../../kernel/app-error.ts';
import { answerReading } from '../intake/index.ts';
import { mergePeople } from './merge-people.ts';
import { type PeopleRouteDeps, requirePerson, showPeople, withLeads } from './show-people.ts';
import { personsWithSamePhone } from './store.ts';
import { maskedQuery, mergeAnswer, mergeBody, personParams, suggestionsAnswer } from './wire.ts';

/** Making two people one, where intake was careful. */
export const mergeRoutes = (deps: PeopleRouteDeps): Route[] => [suggestRoute(deps), mergeRoute(deps)];

const SUGGESTED_AT_MOST = 20;

function suggestRoute({ vault, tenancy }: PeopleRouteDeps): Route {
  const audit = { action: 'person.suggest', entity: 'person' } as const;
  return defineRoute({
    id: 'get_person_merge_suggestions',
    method: 'GET',
    path: '/api/v1/people/:personId/merge',
    tag: 'people',
    summary: 'Who might be the same human: people with a lead of the same phone number. Families share phones.',
    permission: 'people:write',
    audit,
    params: personParams,
    query: maskedQuery,
    response: suggestionsAnswer,
    async handleAlone(request) {
      const { caller, params, query } = request;
      return answerReading(tenancy, request, audit, {
        async read(tx) {
          const view = behindGlass(await loadFieldView(tx, caller), query.masked === 'true');
          const { personId } = await requirePerson(tx, params.personId);
          const rows = await personsWithSamePhone(tx, personId, SUGGESTED_AT_MOST);
          return { view, personId, found: await withLeads(tx, rows) };
        },
        async show({ view, personId, found }) {
          const { shown, entityIds, phiClasses } = await showPeople({ vault, caller, view }, found);
          const data = shown.map((person) => ({ reason: 'phone' as const, person }));
          return { answer: { data }, entityIds: [personId, ...entityIds], phiClasses };
        },
      });
    },
  });
}

const mergeRoute = (deps: PeopleRouteDeps): Route =>
  defineRoute({
    id: 'merge_person',
    method: 'POST',
    path: '/api/v1/people/:personId/merge',
    tag: 'people',
    summary: 'Make two people one: the one in the path stays, leads and sales of the other move to it. For good.',
    permission: 'people:write',
    audit: { action: 'person.merge', entity: 'person' },
    params: personParams,
    body: mergeBody,
    response: mergeAnswer,
    async handleAlone({ caller, origin, params, body: { mergePersonId: goneId, reason } }) {
      const { tenancy, vault } = deps;
      const { keptId, merged } = await mergePeople(deps, { caller, origin, keptRef: params.personId, goneId, reason });
      const context = { tenantId: caller.tenantId, actor: actorOf(caller) };
      // Masked: what was merged is told here, and who it is, by the routes that read.
      const { view, found } = await tenancy.readTenant(context, async (tx) => ({
        view: behindGlass(await loadFieldView(tx, caller), true),
        found: await withLeads(tx, [await requirePerson(tx, keptId)]),
      }));
      const [person] = (await showPeople({ vault, caller, view }, found)).shown;
      if (!person) throw notFound();
      return { answer: { data: { person, mergedPersonId: goneId, merged } }, audited: true };
    },
  });
