import { loadFieldView } from '../../core/access/index.ts';
import { defineRoute, listAnswer, pageOf, type Route } from '../../core/gate/index.ts';
import type { Tenancy } from '../../core/tenancy/index.ts';
import type { Vault } from '../../core/vault/index.ts';
import { answerReading } from './answer-reading.ts';
import { classesTold, tellDetails } from './open-details.ts';
import { readFieldClasses } from './read-field-classes.ts';
import { requireLead } from './show-lead.ts';
import { readWaterfall, showWaterfall } from './show-waterfall.ts';
import { distributionAnswer, distributionQuery, leadParams } from './wire.ts';

/** Why each contract won or lost a lead, as far as the caller may know the fields that it turned on. */
export function distributionsRoute({ vault, tenancy }: { readonly vault: Vault; readonly tenancy: Tenancy }): Route {
  const audit = { action: 'lead.distributions', entity: 'lead' } as const;
  return defineRoute({
    id: 'list_lead_distributions',
    method: 'GET',
    path: '/api/v1/leads/:leadId/distributions',
    tag: 'leads',
    summary: 'The waterfall: every contract considered, and why it won or lost.',
    permission: 'decisions:read',
    audit,
    params: leadParams,
    query: distributionQuery,
    response: distributionAnswer,
    async handleAlone(request) {
      const { caller, params, query } = request;
      const page = pageOf({ limit: '100', ...query });
      return answerReading(tenancy, request, audit, {
        async read(tx) {
          const lead = await requireLead(tx, params.leadId);
          const { accessTo } = await loadFieldView(tx, caller);
          const [parts, classes] = [await readWaterfall(tx, lead.leadId), await readFieldClasses(tx, lead)];
          return { leadId: lead.leadId, parts, knowing: { accessTo, classes } };
        },
        async show({ leadId, parts, knowing }) {
          const { decision } = parts;
          const details = decision ? await tellDetails(vault, caller.tenantId, decision, knowing) : {};
          const { rows, ...rest } = showWaterfall(parts, details);
          const shown = rows.slice(page.offset, page.offset + page.limit);
          const contractIds = shown.map(({ contractId }) => contractId);
          return {
            answer: { ...listAnswer(shown, rows.length, page), ...rest, pingMatches: [] },
            entityIds: [leadId],
            phiClasses: classesTold(details, contractIds, knowing.classes),
          };
        },
      });
    },
  });
}
