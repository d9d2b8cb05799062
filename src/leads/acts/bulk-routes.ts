import type { Static } from 'typebox';
import { defineRoute, type Route } from '../../core/gate/index.ts';
import { AppError, invalid } from '../../kernel/app-error.ts';
import { type LeadStatus, wireStatus } from '../intake/index.ts';
import type { Act } from './take-lead.ts';
import type { ActRouteDeps } from './create-acts.ts';
import { pickOf } from './read-pick.ts';
import { bulkAnswer, bulkBody } from './wire.ts';

type Result = Static<typeof bulkAnswer>['data']['results'][number];

/** One act upon many leads, each in a transaction of its own and with an event of its own. */
export const bulkRoute = ({ acts }: ActRouteDeps): Route =>
  defineRoute({
    id: 'bulk_lead_action',
    method: 'POST',
    path: '/api/v1/leads/bulk',
    tag: 'leads',
    summary: 'Scrub up to 100 leads, or sell them to a contract by hand: one by one, each with its own result.',
    permission: 'leads:act',
    audit: { action: 'lead.bulk', entity: 'lead' },
    body: bulkBody,
    response: bulkAnswer,
    async handleAlone({ caller, origin, body }) {
      const one = actOf(acts, body);
      const results: Result[] = [];
      for (const leadId of body.leadIds) results.push(await resultOf(leadId, () => one({ caller, origin, leadId })));
      const done = results.filter(({ ok }) => ok).length;
      return { answer: { data: { done, failed: results.length - done, results } }, audited: true };
    },
  });

type Body = Static<typeof bulkBody>;

/** What a body wants, told by its keys. */
function actOf(acts: ActRouteDeps['acts'], { action, contractId, ...body }: Body): (act: Act) => Promise<LeadStatus> {
  if ((action === undefined) === (contractId === undefined)) {
    const message = 'Send either an action or the contract to sell to.';
    throw invalid([{ field: 'action', rule: 'required', message }]);
  }
  if (contractId !== undefined) {
    const wanted = pickOf({ ...body, contractId });
    return async (act) => {
      const { lead, reserved, reason } = await acts.route(act, wanted);
      if (reserved === 0) throw new AppError('CONFLICT', reason?.text ?? 'The contract may not have it.');
      return lead.status;
    };
  }
  if (action !== 'scrub') {
    const message = 'Is not available in this version. Send scrub.';
    throw invalid([{ field: 'action', rule: 'not_available', message }]);
  }
  return async (act) => (await acts.takeBack({ ...act, kind: 'scrub', reason: 'scrubbed', note: undefined })).status;
}

async function resultOf(leadId: string, act: () => Promise<LeadStatus>): Promise<Result> {
  try {
    return {
      leadId,
      ok: true,
      status: wireStatus(await act()),
      code: null,
      message: null,
    };
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return { leadId, ok: false, status: null, code: error.code, message: error.message };
  }
}
