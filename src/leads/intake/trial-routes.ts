import { Type } from 'typebox';
import { actorOf } from '../../core/access/index.ts';
import { defineRoute, requireRow, type Route } from '../../core/gate/index.ts';
import { campaignRecords } from '../sources/index.ts';
import { answerRead } from './answer-reading.ts';
import { trialAnswer, trialBody } from './explain-wire.ts';
import { type TrialDeps, tryLead } from './try-lead.ts';

const byNumber = { records: campaignRecords, byNumber: true };

/** Whether a lead of a campaign would sell at this moment, and why each contract would have it or not. */
export function trialRoute(deps: TrialDeps): Route {
  return defineRoute({
    id: 'try_campaign',
    method: 'POST',
    path: '/api/v1/campaigns/:campaignId/would-sell',
    tag: 'campaigns',
    summary: 'Whether a lead would sell now, contract by contract. Nothing is kept, counted or delivered.',
    permission: 'leads:try',
    onlyReads: true,
    audit: { action: 'campaign.would_sell', entity: 'campaign' },
    params: Type.Object({ campaignId: Type.String({ description: 'The id, or the display number.' }) }),
    body: trialBody,
    response: trialAnswer,
    async handleAlone(request) {
      const { caller, now, params, body } = request;
      const context = { tenantId: caller.tenantId, actor: actorOf(caller) };
      const { id } = await deps.tenancy.readTenant(context, (tx) => requireRow(byNumber, tx, params.campaignId));
      const data = await tryLead(deps, { caller, campaignId: id, lead: body.lead, now });
      return answerRead(
        deps.tenancy,
        request,
        { action: 'campaign.would_sell', entity: 'campaign' },
        {
          answer: { data },
          entityIds: [id, ...data.contracts.map(({ contractId }) => contractId)],
          phiClasses: [],
          detail: { wouldSell: data.wouldSell },
        },
      );
    },
  });
}
