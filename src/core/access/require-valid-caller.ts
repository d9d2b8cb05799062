import { AppError } from '../../kernel/app-error.ts';
import type { TenantReader } from '../tenancy/index.ts';
import type { Caller } from './caller.ts';
import { apiKeysValid, keyInvalid, sessionHolds } from './store.ts';

type Known = Pick<Caller, 'actorId' | 'session'>;

/**
 * Throws UNAUTHORIZED if the caller's key or session ended since it was looked up: for whatever writes, in the
 * transaction of the write.
 */
export async function requireValidCaller(tx: TenantReader, caller: Known, now: Date): Promise<void> {
  const isValid = await validCallers(tx, [caller], now);
  if (!isValid(caller)) throw callerEnded(caller);
}

/** Says of each of many callers whether its key or session is still what it was when it was looked up. */
export async function validCallers(
  tx: TenantReader,
  callers: readonly Known[],
  now: Date,
): Promise<(caller: Known) => boolean> {
  const keyIds = callers.flatMap(({ actorId, session }) => (session === undefined ? [actorId] : []));
  const keys = keyIds.length === 0 ? new Set<string>() : await apiKeysValid(tx, [...new Set(keyIds)], now);
  const sessions = new Map(
    callers.flatMap(({ session }) => (session === undefined ? [] : [[session.sessionId, session] as const])),
  );
  const held = new Set<string>();
  for (const session of sessions.values()) if (await sessionHolds(tx, session, now)) held.add(session.sessionId);
  return ({ actorId, session }) => (session === undefined ? keys.has(actorId) : held.has(session.sessionId));
}

/** The refusal of a caller who was good when the request began. */
export const callerEnded = ({ session }: Pick<Caller, 'session'>): AppError =>
  session === undefined ? keyInvalid() : new AppError('UNAUTHORIZED', 'This session has ended. Sign in again.');
