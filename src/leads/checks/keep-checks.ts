import type { TenantWriter } from '../../core/tenancy/index.ts';
import { answerKeep, checkInsert } from './answer-store.ts';
import type { MadeCheck } from './run-checks.ts';
import { isAnswer } from './domain/judge-checks.ts';

/** The checks of a post, and what it became. */
export interface CheckedPost {
  readonly checks: readonly MadeCheck[];
  /** Null for one that was refused. */
  readonly leadId: string | null;
  readonly campaignId: string;
  readonly requestId: string;
}

/**
 * Keeps the checks beside the leads, in the transaction in which those become. Also of posts that were refused, without
 * the token: that would be a trace of a person that no erasure finds.
 */
export async function keepChecks(tx: TenantWriter, at: Date, posts: readonly CheckedPost[]): Promise<void> {
  await checkInsert(
    tx,
    at,
    posts.flatMap(({ checks, ...post }) =>
      checks.map((check, position) => ({
        ...check,
        position,
        ...post,
        token: post.leadId === null ? null : check.token,
      })),
    ),
  );
}

/** Keeps answers to be used again, also those about a post that only repeats an earlier one. */
export async function keepAnswers(tx: TenantWriter, checks: readonly MadeCheck[]): Promise<void> {
  await answerKeep(
    tx,
    checks.flatMap(({ vendorId, token, outcome, reference, askedAt, keepUntil }) =>
      keepUntil !== null && askedAt !== null && isAnswer(outcome)
        ? [{ vendorId, token, result: outcome, reference, askedAt, expiresAt: keepUntil }]
        : [],
    ),
  );
}
