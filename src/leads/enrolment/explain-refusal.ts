import { AppError } from '../../kernel/app-error.ts';
import { unreachable } from '../../kernel/result.ts';
import { sayInstant } from '../../kernel/time.ts';
import type { ApproveRefusal, AskRefusal } from './domain/request-rules.ts';

/** Why a partner may not ask for an offer, and what it can do. */
export function explainAsking(refusal: AskRefusal, timeZone: string): string {
  switch (refusal.kind) {
    case 'enrolled':
      return 'You have a campaign on this offer already. Post to it.';
    case 'waiting':
      return 'You have asked for this offer already. Wait for the answer, or withdraw the request.';
    case 'not_open':
      return 'This offer is paused. Ask once it is active again.';
    case 'declined':
      return `Your request was declined. You may ask again from ${sayInstant(refusal.again, timeZone)} on.`;
    case 'too_often':
      return `You have asked for this offer often. You may ask again from ${sayInstant(refusal.again, timeZone)} on.`;
    default:
      return unreachable(refusal);
  }
}

/** The same as a refusal: DUPLICATE where it is there already, else CONFLICT. */
export const refuseAsking = (refusal: AskRefusal, timeZone: string): AppError =>
  new AppError(
    refusal.kind === 'enrolled' || refusal.kind === 'waiting' ? 'DUPLICATE' : 'CONFLICT',
    explainAsking(refusal, timeZone),
    { details: { reason: refusal.kind, ...('again' in refusal ? { again: refusal.again.toISOString() } : {}) } },
  );

const APPROVING: Readonly<Record<ApproveRefusal, string>> = {
  decided: 'This request does not wait any more: it was decided or withdrawn. Load it again.',
  enrolled: 'The partner has a campaign on this offer already. Decline the request, and say so.',
  private: 'The offer is private now. Make it public again, or decline the request.',
  closed: 'The offer is not active any more. Set it active again, or decline the request.',
  partner_inactive: 'The partner is not active. Set it active, or decline the request.',
};

/** Why a request cannot be approved, or what ended cannot be declined. */
export const refuseDeciding = (reason: ApproveRefusal): AppError =>
  new AppError('CONFLICT', APPROVING[reason], { details: { reason } });
