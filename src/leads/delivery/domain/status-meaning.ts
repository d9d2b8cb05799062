/** What an HTTP status alone says about whether the buyer has the lead. */
export type StatusMeaning =
  | { readonly kind: 'answered' }
  | { readonly kind: 'refused'; readonly outcome: 'rejected' | 'failed' | 'uncertain'; readonly reasonCode: string }
  | { readonly kind: 'unknowable'; readonly reasonCode: string };

/**
 * Statuses by which a server says, before doing anything, that it will not do it (RFC 9110, 15.5; RFC 6585; RFC 8470).
 * 400 and 422 speak of the content: the buyer looked at the lead and refused it. The others speak of the request.
 */
const REFUSALS: ReadonlyMap<number, readonly ['rejected' | 'failed', string]> = new Map([
  [400, ['rejected', 'rejected']],
  [422, ['rejected', 'rejected']],
  [401, ['failed', 'not_authorised']],
  [403, ['failed', 'not_authorised']],
  [407, ['failed', 'not_authorised']],
  [402, ['failed', 'payment_required']],
  [451, ['failed', 'not_authorised']],
  [404, ['failed', 'wrong_address']],
  [405, ['failed', 'wrong_address']],
  [410, ['failed', 'wrong_address']],
  [421, ['failed', 'wrong_address']],
  [406, ['failed', 'wrong_format']],
  [411, ['failed', 'wrong_format']],
  [413, ['failed', 'wrong_format']],
  [414, ['failed', 'wrong_format']],
  [415, ['failed', 'wrong_format']],
  [417, ['failed', 'wrong_format']],
  [426, ['failed', 'wrong_format']],
  [431, ['failed', 'wrong_format']],
  [425, ['failed', 'too_early']],
  [429, ['failed', 'rate_limited']],
  [301, ['failed', 'redirected']],
  [307, ['failed', 'redirected']],
  [308, ['failed', 'redirected']],
  [501, ['failed', 'not_implemented']],
]);

/**
 * 302 and 303 are what many forms answer after they took the data. 408 may come from a gateway behind which the server
 * has the whole request. 409 may mean that the same delivery is being worked on. So none of these is a refusal, unless
 * a 409 says more in its body. After a 5xx the server may have stored the lead and failed later: its body is not asked.
 */
export function statusMeaning(status: number): StatusMeaning {
  if (status >= 200 && status < 300) return { kind: 'answered' };
  const [outcome, reasonCode] = REFUSALS.get(status) ?? [];
  if (outcome !== undefined && reasonCode !== undefined) return { kind: 'refused', outcome, reasonCode };
  if (status === 409) return { kind: 'refused', outcome: 'uncertain', reasonCode: 'conflict' };
  return { kind: 'unknowable', reasonCode: status >= 500 && status < 600 ? 'server_error' : 'unexpected_status' };
}
