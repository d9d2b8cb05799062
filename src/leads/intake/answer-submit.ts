import type { Static } from 'typebox';
import { formatCents } from '../../kernel/money.ts';
import { seenBySender } from './domain/forced-outcome.ts';
import type { SubmitAnswer } from './submit-lead.ts';
import type { LeadStatus } from './store.ts';
import { leadParams, submitAnswer } from './wire.ts';

export { leadParams, submitAnswer };

type Answer = Static<typeof submitAnswer>;

/** Status of a lead as the wire contract spells it. */
export function wireStatus(status: LeadStatus): string {
  switch (status) {
    case 'routing':
    case 'pending':
      return 'pending';
    case 'unsold':
      return 'rejected';
    default:
      return status;
  }
}

const SENTENCES: Readonly<Record<string, string>> = {
  duplicate: 'Duplicate lead',
  duplicate_lead: 'Duplicate lead',
  cap_exceeded: 'Cap exceeded',
  offer_inactive: 'Campaign inactive',
  held: 'A buyer takes it when it opens',
  inactive_campaign: 'Campaign inactive',
  suppressed: 'Suppressed contact',
  blocked_ip: 'Blocked IP address',
  blocked_caller_id: 'Blocked phone number',
  blocked_referrer: 'Blocked referrer',
  check_dnc: 'On a do-not-call list',
  check_litigator: 'Named by a litigator check',
  check_phone: 'Phone number not in use',
  check_email: 'E-mail address not in use',
  check_unavailable: 'A check of the contact gave no answer. Send the lead later as a new request',
  no_offer: 'No matching contracts',
  no_matching_contracts: 'No matching contracts',
  all_refused: 'No buyer accepted the lead',
  uncertain: 'A buyer has not answered clearly yet',
};

/** A reason as the partner reads it. */
export const reasonText = (reason: string | null): string | null =>
  reason === null ? null : (SENTENCES[reason] ?? 'No matching contracts');

const MATCHED = 'Test lead: it would have been sold, and was not delivered';

const RESULTS: Readonly<Record<string, Answer['result']>> = {
  sold: 'success',
  matched: 'success',
  returned: 'success',
  scrubbed: 'success',
  pending: 'accepted',
  rejected: 'rejected',
};

/**
 * The answer to a submit: both shapes that the public clients know, flat and under `data`. `price` is what the partner
 * earns. `sold` appears only after settlement.
 */
export function answerSubmit(answer: SubmitAnswer, publicUrl: string): Answer {
  if (answer.kind === 'validated') return answerValidated(answer);
  if (answer.kind === 'refused') {
    const text = reasonText(answer.reason);
    return {
      result: answer.reason === 'duplicate' ? 'duplicate' : 'rejected',
      leadId: null,
      price: null,
      msg: text,
      idempotent: answer.repeat,
      warnings: [...answer.warnings],
      data: { id: null, shortId: null, status: 'rejected', rejectionReason: text, revenue: '0.00', sales: [] },
    };
  }
  const lead = { ...answer.lead, ...seenBySender(answer.lead) };
  const status = wireStatus(lead.status);
  const text = status === 'matched' ? MATCHED : reasonText(lead.reason);
  const sold = status === 'sold';
  const payout = formatCents(lead.payoutCents ?? 0);
  return {
    result: RESULTS[status] ?? 'rejected',
    leadId: lead.leadId,
    price: sold ? (lead.payoutCents ?? 0) / 100 : null,
    msg: text,
    idempotent: answer.repeat,
    warnings: [...answer.warnings],
    ...(status === 'pending' ? { statusUrl: `${publicUrl}/api/v1/leads/${lead.leadId}/status` } : {}),
    data: {
      id: lead.leadId,
      shortId: `L-${lead.number}`,
      status,
      ...(status === 'rejected' ? { rejectionReason: text } : {}),
      revenue: sold ? payout : '0.00',
      sales: sold ? [{ price: payout, deliveryStatus: 'delivered' }] : [],
    },
  };
}

const WOULD_SELL = 'Only validated: a buyer would be offered it. It was not kept';

const VALIDATED = {
  sold: ['success', 'matched'],
  pending: ['accepted', 'pending'],
  rejected: ['rejected', 'rejected'],
  duplicate: ['duplicate', 'rejected'],
} as const;

/** What would happen, in the shape of what does. */
function answerValidated({ result: judged, reason, warnings }: Extract<SubmitAnswer, { kind: 'validated' }>): Answer {
  const [result, status] = VALIDATED[judged];
  const text = judged === 'sold' ? WOULD_SELL : reasonText(reason);
  const rejection = status === 'rejected' ? { rejectionReason: text } : {};
  return {
    result,
    leadId: null,
    price: null,
    msg: text,
    idempotent: false,
    warnings: [...warnings],
    validateOnly: true,
    data: { id: null, shortId: null, status, ...rejection, revenue: '0.00', sales: [] },
  };
}

const SAMPLE_ID = '00000000-0000-7000-8000-000000000001';
const SAMPLE_LEAD = { leadId: SAMPLE_ID, number: 1001, testResult: null, testPayoutCents: null };

const SAMPLE_PAYOUT_CENTS = 2500;

/** Answers of each kind, made by what makes the real ones, for who is to read them. Amounts are nobody's. */
export function exampleAnswers(publicUrl: string): Record<string, Answer> {
  const lead = (status: LeadStatus, reason: string | null = null): Answer => {
    const state = { ...SAMPLE_LEAD, status, reason, payoutCents: status === 'sold' ? SAMPLE_PAYOUT_CENTS : null };
    return answerSubmit({ kind: 'lead', lead: state, repeat: false, warnings: [] }, publicUrl);
  };
  return {
    sold: lead('sold'),
    pending: lead('pending', 'uncertain'),
    rejected: lead('unsold', 'no_matching_contracts'),
    duplicate: answerSubmit({ kind: 'refused', reason: 'duplicate', repeat: false, warnings: [] }, publicUrl),
    test: lead('matched'),
    validated: answerValidated({ kind: 'validated', result: 'sold', reason: null, warnings: [] }),
  };
}

/** Why a lead may be rejected: the code of the posting log, and the text of the answer. */
export const REJECTIONS: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(SENTENCES).filter(([code]) => !['held', 'uncertain', 'duplicate_lead'].includes(code)),
);
