import { AppError, type Fault, invalid } from '../../kernel/app-error.ts';
import { explainWrite } from '../gate/index.ts';
import type { TenantWriter } from '../tenancy/index.ts';
import type { Caller } from './caller.ts';
import { issueKey, type KeyRequest } from './issue-key.ts';
import type { KeyBinding } from './key-binding.ts';
import { boundNetworks, boundRate, boundsOf, type KeyBounds, lacks, requireOwn } from './key-bounds.ts';
import { KEY_REQUESTS_PER_MINUTE, MAX_OPEN_KEYS } from './key-limits.ts';
import { ALLOWED_SCOPES, defaultScopes } from './key-scopes.ts';
import { keyLineageLock } from './key-lineage-store.ts';
import type { KeyKind } from './policy.ts';
import { readNetworks } from './read-networks.ts';
import { requireValidCaller } from './require-valid-caller.ts';
import { type Scope, SCOPES } from './scopes.ts';
import { apiKeyFind, type ApiKeyListed, apiKeyOwner, apiKeysCountOpen } from './store.ts';
import type { OwnKeyCreate } from './wire.ts';

export interface KeyGrant {
  readonly tx: TenantWriter;
  readonly pepper: Buffer;
  readonly caller: Caller;
  readonly now: Date;
}

export interface GrantedKey {
  readonly listed: ApiKeyListed;
  readonly key: string;
}

const ADMIN_KEY_DAYS = 90;
const DAY_MS = 86_400_000;

/**
 * Makes a key for somebody. No key grants what it lacks itself: access to personal data, scopes, or to another key of
 * its own kind a longer life, other networks or more requests. An admin key without a date lapses after 90 days.
 */
export async function grantKey(grant: KeyGrant, binding: KeyBinding, body: OwnKeyCreate): Promise<GrantedKey> {
  const { tx, caller, now } = grant;
  const { kind } = binding;
  await enterLineage(grant);
  const faults: Fault[] = [];
  const scopes = scopesOf(caller, kind, body.scopes, faults);
  const networks = readNetworks(body.allowedCidrs ?? [], faults);
  const until = expiryOf(kind, body.expiresAt, now, faults);
  const bounds = await boundsOf(tx, caller, kind);
  if (networks.length > 0) boundNetworks(networks, bounds, faults);
  const perMinute = body.rateLimitPerMinute ?? inheritedRate(kind, bounds);
  if (perMinute !== undefined) boundRate(perMinute, bounds, faults);
  if (faults.length > 0) throw invalid(faults);
  const { name, readOnly = false, piiAccess = false } = body;
  requireOwn(caller, { piiAccess, scopes });
  await requireRoom(grant, binding, MAX_OPEN_KEYS);
  return makeKey(grant, {
    ...binding,
    name,
    readOnly,
    piiAccess,
    scopes,
    allowedCidrs: networks.length > 0 ? networks : bounds.networks,
    expiresAt: earlier(until, bounds.until),
    rateLimitPerMinute: perMinute,
  });
}

/**
 * Waits for whoever changes keys of the tenant, and looks at the caller's key or session once more: what was revoked or
 * ended in the meantime makes nothing that would outlive it. It comes before the lock of any key.
 */
export async function enterLineage({ tx, caller, now }: Omit<KeyGrant, 'pepper'>): Promise<void> {
  await keyLineageLock(tx);
  await requireValidCaller(tx, caller, now);
}

/** Issues a key, and gives it as it is listed too. */
export async function makeKey({ tx, pepper, caller }: KeyGrant, request: KeyRequest): Promise<GrantedKey> {
  const made = await explainWrite(REFERENCES, () => issueKey(tx, pepper, request, caller));
  const listed = await apiKeyFind(tx, made.keyId);
  if (!listed) throw new Error('a key that was just made is not there');
  return { listed, key: made.key };
}

const REFERENCES = {
  references: {
    api_keys_tenant_id_buyer_id_fkey: 'buyerId',
    api_keys_tenant_id_partner_id_fkey: 'partnerId',
    api_keys_tenant_id_campaign_id_partner_id_fkey: 'campaignId',
  },
};

/** Throws CONFLICT where an owner has as many open keys as it may. The tenant's own keys are not counted. */
export async function requireRoom({ tx, now }: KeyGrant, binding: KeyBinding, most: number): Promise<void> {
  const owner = apiKeyOwner(binding);
  if (!owner || (await apiKeysCountOpen(tx, binding.kind, owner, now)) < most) return;
  const message = `There are ${most} keys here that still open something. Revoke one that nobody uses, then try again.`;
  throw new AppError('CONFLICT', message);
}

export const earlier = (one: Date | undefined, other: Date | undefined): Date | undefined =>
  one && other ? (one < other ? one : other) : (one ?? other);

/** The scopes asked for, or those that a key of the kind has by itself, as far as the caller has them too. */
function scopesOf(caller: Caller, kind: KeyKind, asked: readonly Scope[] | undefined, faults: Fault[]): Scope[] {
  if (asked === undefined) {
    const usual = defaultScopes(kind);
    const held = usual.filter((scope) => caller.scopes === undefined || caller.scopes.has(scope));
    if (held.length === 0) throw lacks(usual);
    return held;
  }
  if (asked.some((scope) => !ALLOWED_SCOPES[kind].includes(scope))) {
    const message = `A key of kind ${kind} may have ${ALLOWED_SCOPES[kind].join(', ')}. Leave the others out.`;
    faults.push({ field: 'scopes', rule: 'not_allowed', message });
  }
  return SCOPES.filter((scope) => asked.includes(scope));
}

/** The instant that a text names, or when a key of the kind lapses by itself. */
export function expiryOf(kind: KeyKind, text: string | null | undefined, now: Date, faults: Fault[]): Date | undefined {
  if (text === undefined || text === null)
    return kind === 'admin' ? new Date(now.getTime() + ADMIN_KEY_DAYS * DAY_MS) : undefined;
  const at = new Date(text);
  if (Number.isNaN(at.getTime()) || at <= now) {
    faults.push({ field: 'expiresAt', rule: 'in_the_past', message: 'Send an instant that is still to come.' });
  }
  return at;
}

/** A key that has fewer requests than usual passes that on. */
const inheritedRate = (kind: KeyKind, { requestsPerMinute }: KeyBounds): number | undefined =>
  requestsPerMinute < KEY_REQUESTS_PER_MINUTE[kind] ? requestsPerMinute : undefined;
