import { unreachable } from '../../../kernel/result.ts';
import type { AttemptOutcome } from './classify-response.ts';

/** A sale from reservation to its end. Only open ones take a step; a closed one never opens again. */
export type OpenSale = 'delivering' | 'uncertain';
export type SaleState = OpenSale | 'settled' | 'released';

/** What the contract does about an uncertain delivery: send the same delivery id again, or wait for a person. */
export type UncertainPolicy = 'resend' | 'hold';

export type NextStep =
  | { readonly kind: 'settle' }
  | { readonly kind: 'release_and_try_next' }
  | { readonly kind: 'hold_uncertain' }
  | { readonly kind: 'resend_later'; readonly delayMs: number };

/** Waits before the second and later attempts of one delivery; after the last a person decides. */
const RESEND_DELAYS_MS: readonly number[] = [30_000, 120_000, 600_000, 3_600_000, 21_600_000];

/**
 * What follows from an attempt's outcome, or from what a person or the buyer's status route says of an uncertain sale.
 * `attemptNumber` counts the attempts of this sale made so far, from 1.
 *
 * Once a sale is uncertain the buyer may have the lead, so only a clear answer to this delivery ends it: an acceptance
 * or a rejection. A failed resend proves nothing about the attempt before it, and a `duplicate` may well be our own
 * first attempt recognised; neither may send the lead to somebody else.
 */
export function nextStep(at: {
  readonly sale: OpenSale;
  readonly outcome: AttemptOutcome;
  readonly policy: UncertainPolicy;
  readonly attemptNumber: number;
}): NextStep {
  switch (at.outcome) {
    case 'accepted':
      return { kind: 'settle' };
    case 'rejected':
      return { kind: 'release_and_try_next' };
    case 'duplicate':
      return at.sale === 'uncertain' ? { kind: 'hold_uncertain' } : { kind: 'release_and_try_next' };
    case 'failed':
      return at.sale === 'uncertain' ? waitOrHold(at.policy, at.attemptNumber) : { kind: 'release_and_try_next' };
    case 'uncertain':
      return waitOrHold(at.policy, at.attemptNumber);
    default:
      return unreachable(at.outcome);
  }
}

/** How long to wait after the attempt of this number, from 1, until the next; undefined after the last. */
export const resendDelay = (attemptNumber: number): number | undefined =>
  RESEND_DELAYS_MS[Math.max(1, attemptNumber) - 1];

function waitOrHold(policy: UncertainPolicy, attemptNumber: number): NextStep {
  const delayMs = policy === 'resend' ? resendDelay(attemptNumber) : undefined;
  return delayMs === undefined ? { kind: 'hold_uncertain' } : { kind: 'resend_later', delayMs };
}

/** The state a step leaves the sale in; waiting for a resend it stays uncertain, hence nobody else's. */
export function stateAfter(step: NextStep): SaleState {
  switch (step.kind) {
    case 'settle':
      return 'settled';
    case 'release_and_try_next':
      return 'released';
    case 'hold_uncertain':
    case 'resend_later':
      return 'uncertain';
    default:
      return unreachable(step);
  }
}
