import { unreachable } from '../../../kernel/result.ts';
import { type BodyVerdict, readBuyerReply } from './read-buyer-reply.ts';
import { type StatusMeaning, statusMeaning } from './status-meaning.ts';

export type AttemptOutcome = 'accepted' | 'rejected' | 'duplicate' | 'failed' | 'uncertain';

/** What one attempt gave: an answer, nothing sent at all, or bytes that left without an answer. */
export type AttemptReply =
  | { readonly kind: 'response'; readonly status: number; readonly contentType: string; readonly bodyText: string }
  | { readonly kind: 'not_sent' | 'uncertain'; readonly reason: string };

/** Why an attempt sent nothing: what it needed could not be read, or the credentials are for another address by now. */
export const NOT_PREPARED = 'not_prepared';
export const ADDRESS_CHANGED = 'address_changed';

/**
 * What an attempt came to. `failed` means the buyer surely does not have the lead; `uncertain` that nobody can say.
 * `message` is the buyer's own words: they may repeat data of the person and are to be sealed, never logged.
 */
export interface Classified {
  readonly outcome: AttemptOutcome;
  /** Stable, lower-case, without personal data: `accepted`, `rejected`, `timeout`, `no_verdict` … */
  readonly reasonCode: string;
  readonly buyerLeadId?: string;
  readonly message?: string;
}

/**
 * The built-in rule for a delivery that has no response rules of its own. A 2xx answer whose JSON says `accepted: true`
 * or a `status` of accepted, success or sold is a sale; named reject and duplicate values are a rejection, a duplicate.
 * Words are compared whole, never as parts: `unsuccessful` is not `success`. A refusing 4xx is judged by its body, else
 * by what HTTP says of it. Whatever remains is uncertain, for only what is known may be charged or sold again.
 */
export function classify(reply: AttemptReply): Classified {
  switch (reply.kind) {
    case 'not_sent':
      return { outcome: 'failed', reasonCode: codeOf(reply.reason, 'not_sent') };
    case 'uncertain':
      return { outcome: 'uncertain', reasonCode: codeOf(reply.reason, 'no_answer') };
    case 'response':
      return classifyAnswer(reply.bodyText, statusMeaning(reply.status));
    default:
      return unreachable(reply);
  }
}

function classifyAnswer(bodyText: string, meaning: StatusMeaning): Classified {
  if (meaning.kind === 'unknowable') return { outcome: 'uncertain', reasonCode: meaning.reasonCode };
  const { verdict, buyerLeadId, message } = readBuyerReply(bodyText);
  const said = message === undefined ? {} : { message };
  if (meaning.kind === 'answered') {
    const named =
      buyerLeadId !== undefined && (verdict === 'accepted' || verdict === 'duplicate') ? { buyerLeadId } : {};
    return { ...judge(verdict), ...named, ...said };
  }
  // A body that accepts under a status that refuses contradicts itself, and so does a body at odds with itself.
  if (verdict === 'accepted' || verdict === 'contradiction')
    return { outcome: 'uncertain', reasonCode: 'contradictory_reply', ...said };
  if (verdict === 'rejected' || verdict === 'duplicate') return { outcome: verdict, reasonCode: verdict, ...said };
  return { outcome: meaning.outcome, reasonCode: meaning.reasonCode, ...said };
}

function judge(verdict: BodyVerdict): Classified {
  switch (verdict) {
    case 'accepted':
    case 'rejected':
    case 'duplicate':
      return { outcome: verdict, reasonCode: verdict };
    case 'contradiction':
      return { outcome: 'uncertain', reasonCode: 'contradictory_reply' };
    case 'none':
      return { outcome: 'uncertain', reasonCode: 'no_verdict' };
    case 'unreadable':
      return { outcome: 'uncertain', reasonCode: 'unreadable_reply' };
    default:
      return unreachable(verdict);
  }
}

/** Reasons are codes of our own; whatever else came would be free text, which may not stand in clear. */
const codeOf = (reason: string, fallback: string): string =>
  /^[a-z][a-z0-9_]{0,39}$/.test(reason) ? reason : fallback;
