import type { Static } from 'typebox';
import type { KeyGrant } from './grant-key.ts';
import { forgetting, revokeKey } from './revoke-key.ts';
import { rotateKey } from './rotate-key.ts';
import { showKey } from './show-key.ts';
import type { ApiKeyListed } from './store.ts';
import type { keyRevokeQuery, keyRotate } from './wire.ts';

interface KeyDeps {
  readonly pepper: Buffer;
  readonly forgetKeys: () => void;
}

/** Rotates a key; the answer shows the successor, and the trail names what hangs on it from now on. */
export async function answerRotation(
  deps: KeyDeps,
  grant: Omit<KeyGrant, 'pepper'>,
  old: ApiKeyListed,
  body: Static<typeof keyRotate>,
) {
  const { overlapHours = 24 } = body;
  const { listed, key, handedOn } = await rotateKey({ ...grant, pepper: deps.pepper }, old, overlapHours);
  const answer = { data: { ...showKey(listed, grant.now), key } };
  return { later: forgetting(deps, answer), touched: [old.id, listed.id, ...handedOn], detail: { overlapHours } };
}

/** Revokes a key; answer and trail name what went with it. */
export async function answerRevocation(
  deps: KeyDeps,
  { tx, now }: Pick<KeyGrant, 'tx' | 'now'>,
  { id }: ApiKeyListed,
  { withSuccessors }: Static<typeof keyRevokeQuery>,
) {
  const { key, alsoRevoked } = await revokeKey(tx, id, now, withSuccessors === 'true' ? 'all' : 'none');
  const answer = { data: { ...showKey(key, now), success: true, alsoRevoked: [...alsoRevoked] } };
  return { later: forgetting(deps, answer), touched: [key.id, ...alsoRevoked] };
}
