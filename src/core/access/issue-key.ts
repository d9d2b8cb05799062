import { newId } from '../../kernel/ids.ts';
import { SYSTEM_ACTOR_ID, type TenantWriter } from '../tenancy/index.ts';
import { adoptedPrefix, couldOpen, hashApiKey, keyPrefix, newApiKey } from './api-key.ts';
import type { Caller } from './caller.ts';
import { defaultScopes } from './key-scopes.ts';
import { postingKeyLock, postingKeyReplace } from './posting-key-store.ts';
import { apiKeyInsert, apiKeyMaker, type NewApiKey } from './store.ts';

export type KeyRequest = Pick<NewApiKey, 'kind' | 'name'> &
  Partial<Omit<NewApiKey, 'keyId' | 'prefix' | 'hash' | 'kind' | 'name'>>;

/**
 * Makes a key and stores its HMAC; the key itself is in the answer and nowhere else. Without scopes it has every one of
 * its kind that need not be asked for by name. It comes from the caller, to whom it is shown; from nobody
 * without one, or from Careroute itself.
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
  if (actorId === SYSTEM_ACTOR_ID) return {};
  return { createdBy: await apiKeyMaker(tx, actorId), madeByKeyId: actorId, shownToKeyId: actorId };
}

/** `foreign`: of a form that no key has; `same`: the campaign has it already; `revoked`: it has none that opens. */
export type Adoption =
  | { readonly kind: 'adopted'; readonly keyId: string; readonly keyPrefix: string }
  | { readonly kind: 'same' | 'foreign' | 'revoked' };

/**
 * Puts a key that was made elsewhere in the place of a campaign's own posting key, so that its partner goes on with the
 * one it has. Only its HMAC is kept, as of every key. Breaks a unique index where another campaign has the key.
 */
export async function adoptPostingKey(
  tx: TenantWriter,
  pepper: Buffer,
  campaignId: string,
  key: string,
): Promise<Adoption> {
  if (!couldOpen(key)) return { kind: 'foreign' };
  const hash = hashApiKey(pepper, key);
  const own = await postingKeyLock(tx, campaignId);
  if (!own) return { kind: 'revoked' };
  if (own.hash.equals(hash)) return { kind: 'same' };
  const prefix = adoptedPrefix(key);
  await postingKeyReplace(tx, { keyId: own.keyId, hash, prefix });
  return { kind: 'adopted', keyId: own.keyId, keyPrefix: prefix };
}
