import { newId } from '../../kernel/ids.ts';
import type { TenantWriter } from '../tenancy/index.ts';
import { hashApiKey, keyPrefix, newApiKey } from './api-key.ts';
import type { Caller } from './caller.ts';
import { defaultScopes } from './key-scopes.ts';
import { apiKeyInsert, apiKeyMaker, type NewApiKey } from './store.ts';

export type KeyRequest = Pick<NewApiKey, 'kind' | 'name'> &
  Partial<Omit<NewApiKey, 'keyId' | 'prefix' | 'hash' | 'kind' | 'name'>>;

/**
 * Makes a key and stores its HMAC; the key itself is in the answer and nowhere else. Without scopes it has every one of
 * its kind that need not be asked for by name. It comes from the caller, to whom it is shown; from nobody without one.
 */
export async function issueKey(
  tx: TenantWriter,
  pepper: Buffer,
  request: KeyRequest,
  caller?: Pick<Caller, 'actorId' | 'session'>,
): Promise<{ keyId: string; key: string; keyPrefix: string }> {
  const key = newApiKey();
  const keyId = newId();
  await apiKeyInsert(tx, {
    readOnly: false,
    piiAccess: false,
    scopes: defaultScopes(request.kind),
    allowedCidrs: [],
    ...(caller ? await originIn(tx, caller) : {}),
    ...request,
    keyId,
    prefix: keyPrefix(key),
    hash: hashApiKey(pepper, key),
  });
  return { keyId, key, keyPrefix: keyPrefix(key) };
}

/** The person behind it, and the key by which it is made. */
async function originIn(
  tx: TenantWriter,
  { actorId, session }: Pick<Caller, 'actorId' | 'session'>,
): Promise<Pick<NewApiKey, 'createdBy' | 'madeByKeyId' | 'shownToKeyId'>> {
  if (session) return { createdBy: actorId };
  return { createdBy: await apiKeyMaker(tx, actorId), madeByKeyId: actorId, shownToKeyId: actorId };
}
