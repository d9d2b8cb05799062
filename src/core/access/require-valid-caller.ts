import { AppError } from '../../kernel/app-error.ts';
import type { TenantReader } from '../tenancy/index.ts';
import type { Caller } from './caller.ts';
import { apiKeysValid, keyInvalid, sessionHolds } from './store.ts';

/**
 * Throws UNAUTHORIZED if the caller's key or session ended since it was looked up: for whatever writes, in the
 * transaction of the write.
 */
export async function requireValidCaller(
  tx: TenantReader,
  caller: Pick<Caller, 'actorId' | 'session'>,
  now: Date,
): Promise<void> {
  const { actorId, session } = caller;
  if (session === undefined) {
    if ((await apiKeysValid(tx, [actorId], now)).size === 0) throw keyInvalid();
    return;
  }
  if (!(await sessionHolds(tx, session, now)))
    throw new AppError('UNAUTHORIZED', 'This session has ended. Sign in again.');
}
