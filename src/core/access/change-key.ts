import { AppError, type Fault, invalid, notFound } from '../../kernel/app-error.ts';
import type { TenantWriter } from '../tenancy/index.ts';
import { expiryOf, type KeyGrant } from './grant-key.ts';
import { boundNetworks, boundRate, boundsOf, type KeyBounds, requireOwn } from './key-bounds.ts';
import { KEY_REQUESTS_PER_MINUTE } from './key-limits.ts';
import { allWithin, readNetworks } from './read-networks.ts';
import { keyKin, keysShorten } from './key-lineage-store.ts';
import { type RevokedKey, revokeKey } from './revoke-key.ts';
import { SCOPES } from './scopes.ts';
import { type ApiKeyChange, type ApiKeyListed, apiKeyUpdate } from './store.ts';
import type { KeyUpdate } from './wire.ts';

export interface ChangedKey extends RevokedKey {
  /** Those whose end came nearer with it. */
  readonly alsoShortened: readonly string[];
}

/**
 * Changes a key, or revokes it. Scopes only become fewer. Whatever else a change opens, whoever changes it has too: a
 * caller without personal data does not prolong a key that reads them, and no key gives another of its kind more than
 * it has. An earlier end counts for the keys of its kind that it made too. CONFLICT for bringing a revoked one back.
 */
export async function changeKey(
  grant: Omit<KeyGrant, 'pepper'>,
  key: ApiKeyListed,
  body: KeyUpdate,
): Promise<ChangedKey> {
  const { tx, caller, now } = grant;
  if (body.status === 'active' && key.revokedAt) {
    throw new AppError('CONFLICT', 'A revoked key stays revoked. Make a new one.');
  }
  const faults: Fault[] = [];
  const change = readChange(key, body, now, faults);
  boundChange(change, key, await boundsOf(tx, caller, key.kind), faults);
  if (faults.length > 0) throw invalid(faults);
  if (widens(key, change)) requireOwn(caller, key);
  const changed = await apiKeyUpdate(tx, key.id, change);
  if (!changed) throw notFound();
  const alsoShortened = await shortenKin(tx, key, change);
  const revoked = body.status === 'revoked' ? await revokeKey(tx, key.id, now) : { key: changed, alsoRevoked: [] };
  return { ...revoked, alsoShortened };
}

async function shortenKin(tx: TenantWriter, key: ApiKeyListed, { expiresAt }: ApiKeyChange): Promise<string[]> {
  if (!expiresAt || !isLater(key.expiresAt, expiresAt)) return [];
  return keysShorten(tx, await keyKin(tx, key.id, 'none'), expiresAt);
}

function readChange(key: ApiKeyListed, body: KeyUpdate, now: Date, faults: Fault[]): ApiKeyChange {
  const { name, readOnly, scopes, allowedCidrs, expiresAt, rateLimitPerMinute } = body;
  if (scopes?.some((scope) => !key.scopes.includes(scope))) {
    const message = 'Scopes of a key can only become fewer. Make another key for more.';
    faults.push({ field: 'scopes', rule: 'only_fewer', message });
  }
  return {
    name,
    readOnly,
    rateLimitPerMinute,
    scopes: scopes && SCOPES.filter((scope) => scopes.includes(scope)),
    allowedCidrs: allowedCidrs && readNetworks(allowedCidrs, faults),
    expiresAt: expiresAt === undefined ? undefined : (expiryOf(key.kind, expiresAt, now, faults) ?? null),
  };
}

function boundChange(change: ApiKeyChange, key: ApiKeyListed, bounds: KeyBounds, faults: Fault[]): void {
  const { allowedCidrs, expiresAt, rateLimitPerMinute } = change;
  if (allowedCidrs !== undefined) boundNetworks(allowedCidrs, bounds, faults);
  if (rateLimitPerMinute !== undefined) boundRate(rateOf(key, rateLimitPerMinute), bounds, faults);
  if (expiresAt !== undefined && isLater(expiresAt, bounds.until ?? null)) {
    const message = 'This key grants no longer life than it has itself. Send an earlier instant.';
    faults.push({ field: 'expiresAt', rule: 'not_allowed', message });
  }
}

const rateOf = (key: ApiKeyListed, own: number | null): number => own ?? KEY_REQUESTS_PER_MINUTE[key.kind];

/** Whether one end of a life comes after another; null is never. */
const isLater = (one: Date | null, other: Date | null): boolean => other !== null && (one === null || one > other);

/** Whether a change lets a key do more than before. */
function widens(key: ApiKeyListed, { readOnly, allowedCidrs, expiresAt, rateLimitPerMinute }: ApiKeyChange): boolean {
  return (
    (readOnly === false && key.readOnly) ||
    (allowedCidrs !== undefined && !allWithin(allowedCidrs, key.allowedCidrs)) ||
    (expiresAt !== undefined && isLater(expiresAt, key.expiresAt)) ||
    (rateLimitPerMinute !== undefined && rateOf(key, rateLimitPerMinute) > rateOf(key, key.rateLimitPerMinute))
  );
}
