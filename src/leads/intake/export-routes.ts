import { defineRoute, type Route } from '../../core/gate/index.ts';
import type { Tenancy } from '../../core/tenancy/index.ts';
import type { Vault } from '../../core/vault/index.ts';
import { answerRead } from './answer-reading.ts';
import { claimExport, exportLeads } from './export-leads.ts';
import { exportAnswer, exportBody } from './wire.ts';

/** Taking many leads out at once: by a person, who has just shown a second factor, with the approval of another. */
export function exportRoute(deps: { readonly vault: Vault; readonly tenancy: Tenancy }): Route {
  const audit = { action: 'lead.export', entity: 'lead' } as const;
  return defineRoute({
    id: 'export_leads',
    method: 'POST',
    path: '/api/v1/leads/export',
    tag: 'leads',
    summary: 'Leads as CSV, newest first, with the fields that you may see. It takes an approved approval, each time.',
    permission: 'leads:export',
    peopleOnly: true,
    stepUp: true,
    audit,
    body: exportBody,
    response: exportAnswer,
    async handleAlone(request) {
      const { body } = request;
      const claimed = await claimExport(deps, request, body);
      return answerRead(deps.tenancy, request, audit, await exportLeads(deps.vault, request, body, claimed));
    },
  });
}
