import { newId } from '../../kernel/ids.ts';
import type { SessionStage, UserRole } from '../access/index.ts';
import type { SessionCookie } from '../gate/index.ts';
import type { TenantWriter } from '../tenancy/index.ts';
import { sessionLimits } from './domain/role-limits.ts';
import { hashToken, newToken } from './secret-token.ts';
import { sessionInsert } from './session-store.ts';

/** How somebody came in; it stands in the device list and in login activity. */
export type SignInMethod =
  'password' | 'password+totp' | 'password+passkey' | 'password+recovery_code' | 'passkey' | 'invitation';

export interface SessionStart {
  readonly userId: string;
  readonly role: UserRole;
  readonly stage: SessionStage;
  readonly method: SignInMethod;
  /** Whether a second factor was shown just now. */
  readonly withFactor: boolean;
  readonly address: string;
  readonly device: string;
  readonly now: Date;
}

/** A sign-in that is not finished is no session yet, and must be soon. */
const UNFINISHED_SECONDS = 600;

/**
 * Begins a session under a token that nobody has had before: what a stranger planted in a browser earlier never becomes
 * somebody's session.
 */
export async function beginSession(
  tx: TenantWriter,
  start: SessionStart,
): Promise<{ sessionId: string; cookie: SessionCookie }> {
  const { now, stage, role } = start;
  const limits =
    stage === 'full' ? sessionLimits(role) : { idleSeconds: UNFINISHED_SECONDS, totalSeconds: UNFINISHED_SECONDS };
  const token = newToken();
  const sessionId = newId(now.getTime());
  await sessionInsert(tx, {
    sessionId,
    userId: start.userId,
    tokenHash: hashToken(token),
    stage,
    method: start.method,
    now,
    expiresAt: new Date(now.getTime() + limits.totalSeconds * 1000),
    idleSeconds: limits.idleSeconds,
    steppedUpAt: start.withFactor ? now : undefined,
    address: start.address,
    device: start.device,
  });
  return { sessionId, cookie: { token, maxAgeSeconds: limits.totalSeconds } };
}
