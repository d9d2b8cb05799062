import type { Static } from 'typebox';
import { centsOf, defineRoute, type Route } from '../../core/gate/index.ts';
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
    summary: 'Scrub, reprice or sell up to 100 leads by hand: one by one, each with its own result.',
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

type DoOne = (act: Act) => Promise<LeadStatus>;

/** What a body wants, told by its keys: an action, a contract to sell to, or another price. */
function actOf(acts: ActRouteDeps['acts'], { action, contractId, newPrice, reason, ...body }: Body): DoOne {
  const given = [action, contractId, newPrice].filter((key) => key !== undefined);
  if (given.length !== 1) {
    const message = 'Send one of these: an action, the contract to sell to, or the new price.';
    throw invalid([{ field: 'action', rule: 'required', message }]);
  }
  if (reason !== undefined && newPrice === undefined) {
    const message = 'Goes with a new price alone. Leave it out.';
    throw invalid([{ field: 'reason', rule: 'not_available', message }]);
  }
  if (action !== undefined) return takeBackOf(acts, action);
  if (contractId !== undefined) return sellOf(acts, { ...body, contractId });
  const priceCents = centsOf(newPrice ?? 0);
  return async (act) => {
    const one = { ...act, saleId: undefined, priceCents, expectedCents: undefined, note: reason };
    return (await acts.adjust(one)).status;
  };
}

function takeBackOf(acts: ActRouteDeps['acts'], action: NonNullable<Body['action']>): DoOne {
  if (action !== 'scrub') throw invalid([{ field: 'action', rule: 'not_available', message: INSTEAD[action] }]);
  return async (act) => (await acts.takeBack({ ...act, kind: 'scrub', reason: 'scrubbed', note: undefined })).status;
}

const INSTEAD = {
  trash: 'Leads are not put aside here. Send scrub: all sales are taken back, and the lead is never sold again.',
  toggle_test: 'Whether a lead is a test is said when it is posted: what is booked cannot become one. Post another.',
  toggle_paid: 'What was paid stands with the buyer, not with its leads. Book a payment upon the buyer.',
} as const;

function sellOf(acts: ActRouteDeps['acts'], body: Parameters<typeof pickOf>[0]): DoOne {
  const wanted = pickOf(body);
  return async (act) => {
    const { lead, reserved, reason } = await acts.route(act, wanted);
    if (reserved === 0) throw new AppError('CONFLICT', reason?.text ?? 'The contract may not have it.');
    return lead.status;
  };
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
