/** What an outside service tells of a contact: of a phone number, or of an e-mail address. */
export const CHECK_KINDS = ['dnc', 'litigator', 'phone', 'email'] as const;
export type CheckKind = (typeof CHECK_KINDS)[number];

/** What becomes of a lead about which a vendor gave no answer. */
export const FAIL_MODES = ['accept', 'refuse'] as const;
export type FailMode = (typeof FAIL_MODES)[number];

/** `listed`: on a list that forbids to contact it. `invalid`: nobody has it. `unknown`: the vendor cannot tell. */
export const CHECK_RESULTS = ['clear', 'listed', 'invalid', 'unknown'] as const;
export type CheckResult = (typeof CHECK_RESULTS)[number];

/**
 * Why there is no answer. `no_agreement`: the law of the vertical asks for a business associate agreement that the
 * vendor does not have, so nothing was sent. `not_asked`: the post was not expected to come so far. `vendor_down`: the
 * vendor failed several times in a row, and is left out for a while.
 */
export const NO_ANSWERS = [
  'no_agreement',
  'not_asked',
  'vendor_down',
  'timed_out',
  'unreachable',
  'connection_lost',
  'http_error',
  'malformed',
] as const;
export type NoAnswer = (typeof NO_ANSWERS)[number];
export type CheckOutcome = CheckResult | NoAnswer;

/** Why a post is refused by its checks. */
export type CheckRefusal = `check_${CheckKind}` | 'check_unavailable';

interface Judged {
  readonly kind: CheckKind;
  readonly failMode: FailMode;
  readonly outcome: CheckOutcome;
}

/** Whether the vendor answered at all. */
export const isCheckResult = (outcome: CheckOutcome): outcome is CheckResult =>
  CHECK_RESULTS.some((result) => result === outcome);

/** An answer that says yes or no: it may be used again. */
export const isAnswer = (outcome: CheckOutcome): outcome is Exclude<CheckResult, 'unknown'> =>
  outcome === 'clear' || outcome === 'listed' || outcome === 'invalid';

/**
 * What keeps a lead out, if anything does: the first bad answer in the order of the campaign, or else a missing answer
 * where the campaign asks for one.
 */
export function checkRefusal(checks: readonly Judged[]): CheckRefusal | undefined {
  const bad = checks.find(({ outcome }) => outcome === 'listed' || outcome === 'invalid');
  if (bad) return `check_${bad.kind}`;
  const isMissing = checks.some(({ outcome, failMode }) => !isAnswer(outcome) && failMode === 'refuse');
  return isMissing ? 'check_unavailable' : undefined;
}
