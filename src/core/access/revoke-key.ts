import { notFound } from '../../kernel/app-error.ts';
import type { TenantWriter } from '../tenancy/index.ts';
import type { Caller } from './caller.ts';
import { sideOf } from './key-binding.ts';
import type { KeyKind } from './policy.ts';
import { type ApiKeyListed, apiKeyLock, apiKeyUpdate } from './store.ts';

/**
 * A key that the caller may know of, of a kind if one is given; NOT_FOUND for any other. A partner sees the rows of its
 * campaigns' posting keys, but they are the tenant's to give.
 */
export async function requireKey(
  tx: TenantWriter,
  caller: Caller,
  keyId: string,
  kind: KeyKind | undefined = sideOf(caller),
): Promise<ApiKeyListed> {
  // Locked, so that of two changes at once the second sees what the first has made.
  const key = await apiKeyLock(tx, keyId);
  if (!key || (kind !== undefined && key.kind !== kind)) throw notFound();
  return key;
}

/** Revokes a key for good. A second time changes nothing. */
export async function revokeKey(tx: TenantWriter, keyId: string, now: Date): Promise<ApiKeyListed> {
  const revoked = await apiKeyUpdate(tx, keyId, { revokedAt: now, revokedReason: 'revoked' });
  if (!revoked) throw notFound();
  return revoked;
}

/** An answer for after the commit, when keys are looked up anew: before, the old row would be read again. */
export const forgetting =
  <T>({ forgetKeys }: { readonly forgetKeys: () => void }, answer: T) =>
  async (): Promise<T> => {
    forgetKeys();
    return answer;
  };
