import { loadFieldView } from '../../core/access/index.ts';
import { defineRoute, type Route } from '../../core/gate/index.ts';
import type { Tenancy } from '../../core/tenancy/index.ts';
import type { Vault } from '../../core/vault/index.ts';
import { answerReading } from './answer-reading.ts';
import { readFieldClasses } from './read-field-classes.ts';
import { requirePiiAccess, revealLead } from './reveal-lead.ts';
import { requireLead } from './show-lead.ts';
import { leadParams, revealAnswer, revealBody } from './wire.ts';

/** Looking behind the masks of one lead, on purpose and with a reason. */
export function revealRoute({ vault, tenancy }: { readonly vault: Vault; readonly tenancy: Tenancy }): Route {
  const audit = { action: 'lead.reveal', entity: 'lead' } as const;
  return defineRoute({
    id: 'reveal_lead',
    method: 'POST',
    path: '/api/v1/leads/:leadId/reveal',
    tag: 'leads',
    summary: 'Show masked fields of one lead in clear, for a reason. It stands in the trail.',
    permission: 'leads:reveal',
    audit,
    params: leadParams,
    body: revealBody,
    response: revealAnswer,
    async handleAlone(request) {
      const { caller, now, params, body } = request;
      requirePiiAccess(caller);
      return answerReading(tenancy, request, audit, {
        async read(tx) {
          const lead = await requireLead(tx, params.leadId);
          const view = await loadFieldView(tx, caller);
          return { lead, view, classes: await readFieldClasses(tx, lead) };
        },
        show: (found) => revealLead(vault, { caller, now, ...body }, found),
      });
    },
  });
}
