import { Type } from 'typebox';
import { loadFieldView } from '../../core/access/index.ts';
import { defineRoute, idSchema, type Route, timestamp, unknownReference } from '../../core/gate/index.ts';
import { tenantState } from '../../core/tenancy/index.ts';
import { invalid } from '../../kernel/app-error.ts';
import { readFilters } from '../routing/index.ts';
import { fieldsOfVertical, verticalsOf } from '../sources/index.ts';
import { answerReading } from './answer-reading.ts';
import { countMatching, requireOpenFields } from './count-matching.ts';
import { leadPage } from './lead-list-store.ts';
import type { LeadRouteDeps } from './lead-routes.ts';
import { classesOfVertical } from './read-field-classes.ts';

const DAYS = 7;
const DAY_MS = 86_400_000;
/** Of more leads, the newest stand for the rest: opening more would keep a person waiting. */
const LOOKED_AT = 500;

const count = Type.Integer();
const filter = (description: string) => Type.Optional(Type.Unknown({ description }));

const previewBody = Type.Object(
  {
    verticalId: idSchema,
    geoFilters: filter('As those of a contract.'),
    demographicFilters: filter('As those of a contract.'),
    customFilters: filter('As those of a contract.'),
  },
  { additionalProperties: false },
);

const previewAnswer = Type.Object({
  data: Type.Object({
    matching: count,
    looked: Type.Integer({ description: `Leads that were asked: the newest, at most ${LOOKED_AT}.` }),
    unknown: Type.Integer({ description: 'Leads that lack a field which the filters ask for. None of them matches.' }),
    isSampled: Type.Boolean({ description: 'Whether there were more leads than were asked.' }),
    limit: count,
    since: timestamp,
  }),
});

/** How many of the leads of last week the filters of a draft would let pass: counts only, never a value. */
export function filterPreviewRoute({ vault, tenancy }: LeadRouteDeps): Route {
  const audit = { action: 'contract.preview_filters', entity: 'vertical' } as const;
  return defineRoute({
    id: 'preview_contract_filters',
    method: 'POST',
    path: '/api/v1/contracts/preview-filters',
    tag: 'contracts',
    summary: 'How many of the leads of a vertical in the last seven days would pass these filters.',
    permission: 'contracts:write',
    onlyReads: true,
    audit,
    body: previewBody,
    response: previewAnswer,
    async handleAlone(request) {
      const { caller, body, now } = request;
      const { verticalId, ...given } = body;
      const { filters, faults } = readFilters(given);
      if (faults.length > 0) throw invalid(faults);
      const since = new Date(now.getTime() - DAYS * DAY_MS);
      return answerReading(tenancy, request, audit, {
        async read(tx) {
          const [vertical] = await verticalsOf(tx, [verticalId]);
          if (!vertical) throw invalid([unknownReference('verticalId')]);
          const classes = classesOfVertical(await fieldsOfVertical(tx, verticalId, true));
          const view = await loadFieldView(tx, caller);
          requireOpenFields(filters, classes, view.accessTo);
          const { timeZone } = await tenantState(tx);
          const asked = { verticalId, isTest: false, dateFrom: since };
          return { classes, timeZone, rows: await leadPage(tx, asked, { limit: LOOKED_AT + 1 }) };
        },
        async show({ rows, ...known }) {
          const leads = rows.slice(0, LOOKED_AT).filter(({ status }) => status !== 'erased');
          const counting = { vault, tenantId: caller.tenantId, filters, now, ...known };
          const { opened, phiClasses, ...counts } = await countMatching(counting, leads);
          return {
            answer: {
              data: { ...counts, isSampled: rows.length > LOOKED_AT, limit: LOOKED_AT, since: since.toISOString() },
            },
            entityIds: [verticalId],
            phiClasses,
            detail: { looked: counts.looked, opened },
          };
        },
      });
    },
  });
}
