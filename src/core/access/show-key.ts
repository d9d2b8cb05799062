import type { Static } from 'typebox';
import type { CallerKind } from './policy.ts';
import type { ApiKeyListed } from './store.ts';
import type { keyItem, Scope } from './wire.ts';

/** The scopes that a key of each kind has, no more and no fewer. */
export const SCOPES_OF: Readonly<Record<CallerKind, readonly Scope[]>> = {
  admin: ['admin', 'routing'],
  buyer: ['routing'],
  partner: ['routing'],
  posting: ['posting'],
};

/** A key as answers show it: never its secret. */
export function showKey(key: ApiKeyListed, now: Date): Static<typeof keyItem> {
  const { id, name, kind, keyPrefix, buyerId, partnerId, campaignId, readOnly, piiAccess } = key;
  const expired = key.expiresAt !== null && key.expiresAt <= now;
  return {
    id,
    name,
    kind,
    keyPrefix,
    buyerId,
    partnerId,
    campaignId,
    readOnly,
    piiAccess,
    scopes: [...SCOPES_OF[kind]],
    status: key.revokedAt ? 'revoked' : expired ? 'expired' : 'active',
    allowedCidrs: [...key.allowedCidrs],
    expiresAt: key.expiresAt?.toISOString() ?? null,
    revokedAt: key.revokedAt?.toISOString() ?? null,
    exposedAt: key.exposedAt?.toISOString() ?? null,
    createdAt: key.createdAt.toISOString(),
  };
}
