import { newId } from '../../kernel/ids.ts';
import type { TenantWriter } from '../tenancy/index.ts';
import { hashApiKey, keyPrefix, newApiKey } from './api-key.ts';
import { defaultScopes } from './key-scopes.ts';
import { apiKeyInsert, type NewApiKey } from './store.ts';

export type KeyRequest = Pick<NewApiKey, 'kind' | 'name'> &
  Partial<Omit<NewApiKey, 'keyId' | 'prefix' | 'hash' | 'kind' | 'name'>>;

/**
 * Makes a key and stores its HMAC; the key itself is in the answer and nowhere else. Without scopes it has every one of
 * its kind that need not be asked for by name.
 */
export async function issueKey(
  tx: TenantWriter,
  pepper: Buffer,
  request: KeyRequest,
): Promise<{ keyId: string; key: string; keyPrefix: string }> {
  const key = newApiKey();
  const keyId = newId();
  await apiKeyInsert(tx, {
    readOnly: false,
    piiAccess: false,
    scopes: defaultScopes(request.kind),
    allowedCidrs: [],
    ...request,
    keyId,
    prefix: keyPrefix(key),
    hash: hashApiKey(pepper, key),
  });
  return { keyId, key, keyPrefix: keyPrefix(key) };
}
