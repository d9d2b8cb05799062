import { Type } from 'typebox';
import { defineRoute, idSchema, nullable, one, type Route } from '../../core/gate/index.ts';
import { correctLead } from './correct-lead.ts';
import type { PeopleRouteDeps } from './show-people.ts';

const text = Type.Optional(Type.String({ minLength: 1, maxLength: 500 }));

const correctionBody = Type.Object(
  { firstName: text, lastName: text, email: text, phone: text },
  { additionalProperties: false },
);

/** Mistakes in how a person is named and reached are corrected in the lead itself. */
export function correctionRoute(deps: PeopleRouteDeps): Route {
  return defineRoute({
    id: 'update_lead',
    method: 'PATCH',
    path: '/api/v1/leads/:leadId',
    tag: 'leads',
    summary: 'Correct name, e-mail or phone of a lead. Buyers keep what they got; the lead is found by what is right.',
    permission: 'leads:act',
    audit: { action: 'lead.correct', entity: 'lead' },
    params: Type.Object({ leadId: Type.String({ description: 'The UUID, or the short id such as L-1001.' }) }),
    body: correctionBody,
    response: one(
      Type.Object({
        id: idSchema,
        shortId: Type.String(),
        corrected: Type.Array(Type.String()),
        personId: nullable(idSchema),
      }),
    ),
    async handleAlone({ caller, origin, params, body }) {
      const correction = { caller, origin, leadRef: params.leadId, changes: body };
      const { lead, fields, personId } = await correctLead(deps, correction);
      const data = { id: lead.leadId, shortId: `L-${lead.number}`, corrected: [...fields], personId };
      return { answer: { data }, audited: true };
    },
  });
}
