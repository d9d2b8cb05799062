import type { Session } from '../../platform/postgres/index.ts';
import type { TenantWriter } from '../tenancy/index.ts';

export type ChallengePurpose = 'register' | 'sign_in' | 'second_factor' | 'step_up';

/** Whose answer a challenge asks for. */
export interface PasskeyAccount {
  readonly tenantId: string;
  readonly userId: string;
}

export interface NewChallenge {
  /** 32 random bytes. */
  readonly challenge: Buffer;
  readonly purpose: ChallengePurpose;
  /** Undefined where the passkey itself says who signs in. */
  readonly account: PasskeyAccount | undefined;
  readonly now: Date;
}

/** How long a challenge waits for its answer: people look for their key, and type its PIN. */
export const CHALLENGE_MS = 5 * 60_000;
/** How many expired challenges one new one clears away: more than it adds, and few enough to go unnoticed. */
const SWEPT_AT_ONCE = 20;

/**
 * Keeps a challenge for five minutes, and clears some expired ones away. Who sweeps holds their rows until the end of
 * its transaction, so another one does not wait for them but sweeps nothing.
 */
export async function challengeInsert(on: Session | TenantWriter, challenge: NewChallenge): Promise<void> {
  const { account, now } = challenge;
  const statement = {
    text: `WITH swept AS (DELETE FROM identity.challenges WHERE challenge IN
        (SELECT challenge FROM identity.challenges WHERE expires_at <= $6 ORDER BY expires_at
          LIMIT CASE WHEN pg_try_advisory_xact_lock(hashtextextended('identity.challenges', 0))
            THEN $7::int ELSE 0 END))
      INSERT INTO identity.challenges (challenge, purpose, tenant_id, user_id, expires_at) VALUES ($1, $2, $3, $4, $5)`,
    values: [
      challenge.challenge,
      challenge.purpose,
      account?.tenantId ?? null,
      account?.userId ?? null,
      new Date(now.getTime() + CHALLENGE_MS),
      now,
      SWEPT_AT_ONCE,
    ],
  };
  await ('query' in on ? on.query(statement) : on.many(statement));
}

export type ChallengeClaim = NewChallenge;

/**
 * Takes a challenge out; false if there is none of this purpose and account that still waits. It takes the pool and not
 * a transaction: a challenge is good for one answer, and must not come back when that answer is rolled back.
 */
export async function challengeConsume(identity: Session, claim: ChallengeClaim): Promise<boolean> {
  const { challenge, purpose, account, now } = claim;
  const rows = await identity.query({
    text: `DELETE FROM identity.challenges
      WHERE challenge = $1 AND purpose = $2 AND tenant_id IS NOT DISTINCT FROM $3 AND user_id IS NOT DISTINCT FROM $4
        AND expires_at > $5 RETURNING 1`,
    values: [challenge, purpose, account?.tenantId ?? null, account?.userId ?? null, now],
  });
  return rows.length === 1;
}
