import { behindGlass, loadFieldView, PHI_CLASSES } from '../../core/access/index.ts';
import { defineRoute, listAnswer, pageOf, type Route } from '../../core/gate/index.ts';
import { answerReading, GLOBAL_CLASSES, leadFindAnswer, leadList, showOne } from '../intake/index.ts';
import { type PeopleRouteDeps, requirePerson } from './show-people.ts';
import { pagedMaskedQuery, personParams } from './wire.ts';

/** The fields that a list has room for: the classes of others are not opened for it. */
const LISTED = ['firstName', 'lastName', 'email', 'phone'] as const;

export function personLeadsRoute({ vault, tenancy }: PeopleRouteDeps): Route {
  const audit = { action: 'person.leads', entity: 'person' } as const;
  return defineRoute({
    id: 'list_person_leads',
    method: 'GET',
    path: '/api/v1/people/:personId/leads',
    tag: 'people',
    summary: 'The leads of a person, newest first.',
    permission: 'people:read',
    audit,
    params: personParams,
    query: pagedMaskedQuery,
    response: leadFindAnswer,
    async handleAlone(request) {
      const { caller, params, query } = request;
      const page = pageOf(query);
      return answerReading(tenancy, request, audit, {
        async read(tx) {
          const view = behindGlass(await loadFieldView(tx, caller), query.masked === 'true');
          const { personId } = await requirePerson(tx, params.personId);
          return { view, personId, ...(await leadList(tx, { personId }, page)) };
        },
        async show({ view, personId, rows, total }) {
          const showing = { vault, caller, view, classes: GLOBAL_CLASSES, only: LISTED };
          const shown = await Promise.all(rows.map((row) => showOne(showing, row)));
          const told = new Set(shown.flatMap(({ phiClasses }) => phiClasses));
          return {
            answer: listAnswer(
              shown.map(({ lead }) => lead),
              total,
              page,
            ),
            entityIds: [personId, ...rows.map(({ leadId }) => leadId)],
            phiClasses: PHI_CLASSES.filter((name) => told.has(name)),
          };
        },
      });
    },
  });
}
