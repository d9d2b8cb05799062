import { notFound } from '../../kernel/app-error.ts';
import type { TenantReader, TenantWriter } from '../tenancy/index.ts';
import type { Caller } from './caller.ts';
import { enterLineage, type KeyGrant } from './grant-key.ts';
import { sideOf } from './key-binding.ts';
import type { Successors } from './key-lineage-store.ts';
import type { KeyKind } from './policy.ts';
import { revokeKin } from './revoke-kin.ts';
import { apiKeyFind, type ApiKeyListed, apiKeyLock, apiKeyUpdate } from './store.ts';

/**
 * A key that the caller may know of, of a kind if one is given, to change it; NOT_FOUND for any other. A partner sees
 * the rows of its campaigns' posting keys, but they are the tenant's to give.
 */
export async function requireKey(
  grant: Omit<KeyGrant, 'pepper'>,
  keyId: string,
  kind: KeyKind | undefined = sideOf(grant.caller),
): Promise<ApiKeyListed> {
  // Locked, so that of two changes at once the second sees what the first has made.
  await enterLineage(grant);
  return knownOf(await apiKeyLock(grant.tx, keyId), kind);
}

/** The same, only to be shown. */
export async function findKey(tx: TenantReader, caller: Caller, keyId: string): Promise<ApiKeyListed> {
  return knownOf(await apiKeyFind(tx, keyId), sideOf(caller));
}

function knownOf(key: ApiKeyListed | undefined, kind: KeyKind | undefined): ApiKeyListed {
  if (!key || (kind !== undefined && key.kind !== kind)) throw notFound();
  return key;
}

export interface RevokedKey {
  readonly key: ApiKeyListed;
  /** Those that went with it. */
  readonly alsoRevoked: readonly string[];
}

/**
 * Revokes a key for good, and with it every key of its kind that was made with it, or with one of those: whoever stole
 * it stays shut out. A second time changes nothing. Its successor goes on, since a key is rotated and then revoked as a
 * matter of course; `all` takes the successors along too, for a key that somebody else may have rotated. The caller
 * holds the lock of the lineage.
 */
export async function revokeKey(
  tx: TenantWriter,
  keyId: string,
  now: Date,
  successors: Successors = 'none',
): Promise<RevokedKey> {
  const key = await apiKeyUpdate(tx, keyId, { revokedAt: now, revokedReason: 'revoked' });
  if (!key) throw notFound();
  return { key, alsoRevoked: await revokeKin(tx, keyId, now, successors) };
}

/** An answer for after the commit, when keys are looked up anew: before, the old row would be read again. */
export const forgetting =
  <T>({ forgetKeys }: { readonly forgetKeys: () => void }, answer: T) =>
  async (): Promise<T> => {
    forgetKeys();
    return answer;
  };
