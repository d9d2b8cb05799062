import type { Static } from 'typebox';
import type { ApiKeyListed } from './store.ts';
import type { keyItem } from './wire.ts';

/** A key as answers show it: never its secret. */
export function showKey(key: ApiKeyListed, now: Date): Static<typeof keyItem> {
  const { expiresAt, revokedAt, exposedAt, lastUsedAt, createdAt, lineageKeyId: _, ...shown } = key;
  const expired = expiresAt !== null && expiresAt <= now;
  return {
    ...shown,
    status: revokedAt ? 'revoked' : expired ? 'expired' : 'active',
    expiresAt: expiresAt?.toISOString() ?? null,
    revokedAt: revokedAt?.toISOString() ?? null,
    exposedAt: exposedAt?.toISOString() ?? null,
    lastUsedAt: lastUsedAt?.toISOString() ?? null,
    createdAt: createdAt.toISOString(),
  };
}
