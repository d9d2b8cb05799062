import { loadFieldView } from '../../core/access/index.ts';
import { defineRoute, type Route } from '../../core/gate/index.ts';
import { answerReading } from './answer-reading.ts';
import { explainLead, readExplaining } from './explain-lead.ts';
import { explainAnswer } from './explain-wire.ts';
import type { LeadRouteDeps } from './lead-routes.ts';
import { requireLead } from './show-lead.ts';
import { leadParams } from './wire.ts';

/** Making a kept decision again, and saying whether it comes out the same. */
export function explainRoute({ vault, tenancy }: LeadRouteDeps): Route {
  const audit = { action: 'lead.explain', entity: 'lead' } as const;
  return defineRoute({
    id: 'explain_lead',
    method: 'POST',
    path: '/api/v1/leads/:leadId/explain',
    tag: 'leads',
    summary: 'Make the decision upon a lead again from its record, tell it in words, and say whether it is the same.',
    permission: 'decisions:read',
    onlyReads: true,
    audit,
    params: leadParams,
    response: explainAnswer,
    async handleAlone(request) {
      const { caller, params } = request;
      return answerReading(tenancy, request, audit, {
        async read(tx) {
          const lead = await requireLead(tx, params.leadId);
          const { accessTo } = await loadFieldView(tx, caller);
          return { accessTo, explaining: await readExplaining(tx, lead) };
        },
        show: ({ accessTo, explaining }) => explainLead(vault, { caller, accessTo }, explaining),
      });
    },
  });
}
