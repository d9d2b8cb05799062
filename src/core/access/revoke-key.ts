import { AppError, notFound } from '../../kernel/app-error.ts';
import type { TenantWriter } from '../tenancy/index.ts';
import { apiKeyFind, type ApiKeyListed, apiKeyUpdate } from './store.ts';

/** Revokes a key for good; NOT_FOUND for one that is not there or somebody else's. A second time changes nothing. */
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

/** Renames a key, or revokes it. CONFLICT for bringing a revoked one back. */
export async function changeKey(
  tx: TenantWriter,
  keyId: string,
  change: { readonly name?: string; readonly status?: 'active' | 'revoked' },
  now: Date,
): Promise<ApiKeyListed> {
  const key = await apiKeyFind(tx, keyId);
  if (!key) throw notFound();
  if (change.status === 'active' && key.revokedAt) {
    throw new AppError('CONFLICT', 'A revoked key stays revoked. Make a new one.');
  }
  const renamed = change.name === undefined ? key : await apiKeyUpdate(tx, keyId, { name: change.name });
  if (change.status === 'revoked') return revokeKey(tx, keyId, now);
  if (!renamed) throw notFound();
  return renamed;
}
