import { AppError, notFound } from '../../kernel/app-error.ts';
import { earlier, type GrantedKey, type KeyGrant, makeKey, requireRoom } from './grant-key.ts';
import type { KeyBinding } from './key-binding.ts';
import { boundsOf, outgrows, requireOwn } from './key-bounds.ts';
import { MAX_OPEN_KEYS } from './key-limits.ts';
import { keysHandOn } from './key-lineage-store.ts';
import { apiKeyFind, type ApiKeyListed, apiKeyUpdate } from './store.ts';

const HOUR_MS = 3_600_000;

export interface RotatedKey extends GrantedKey {
  /** Keys of which the successor counts as the maker now. */
  readonly handedOn: readonly string[];
}

/**
 * Makes a key's successor, with its binding, scopes, limits, networks and name, and as long a life as it had. The old
 * key lapses after `overlapHours` (0: at once), or at its own end if that comes first. Since the successor is shown,
 * whoever rotates a key must have what it gives; a key that rotates one of its own kind gives it no longer life than it
 * has itself, so that a stolen one cannot live on for ever. What the old key made hangs on its successor from then on,
 * so that the old one can be revoked by itself. CONFLICT for a key that opens nothing, or has a successor.
 */
export async function rotateKey(grant: KeyGrant, old: ApiKeyListed, overlapHours: number): Promise<RotatedKey> {
  const { tx, caller, now } = grant;
  if (old.revokedAt || (old.expiresAt && old.expiresAt <= now))
    throw new AppError('CONFLICT', 'This key opens nothing any more. Make a new one.');
  if (old.replacedBy)
    throw new AppError('CONFLICT', 'This key has a successor already: see replacedBy. Rotate that one.');
  requireOwn(caller, old);
  const bounds = await boundsOf(tx, caller, old.kind);
  if (old.id !== caller.actorId && outgrows(old, bounds))
    throw new AppError('FORBIDDEN', 'This key may do less than the one it rotates. Use one that may do as much.');
  const binding = bindingOf(old);
  // The old ones lapse by themselves, so there is room for as many again.
  await requireRoom(grant, binding, 2 * MAX_OPEN_KEYS);
  const { name, readOnly, piiAccess, scopes, allowedCidrs, rateLimitPerMinute } = old;
  const made = await makeKey(grant, {
    ...binding,
    name,
    readOnly,
    piiAccess,
    scopes,
    allowedCidrs,
    rateLimitPerMinute: rateLimitPerMinute ?? undefined,
    expiresAt: earlier(nextEnd(old, now), bounds.until),
    madeByKeyId: await makerOf(grant, old),
  });
  const end = new Date(now.getTime() + overlapHours * HOUR_MS);
  const expiresAt = earlier(end, old.expiresAt ?? undefined);
  if (!(await apiKeyUpdate(tx, old.id, { replacedBy: made.listed.id, expiresAt }))) throw notFound();
  return { ...made, handedOn: await keysHandOn(tx, old.id, made.listed.id) };
}

/**
 * Whoever holds the key by which another one of its kind is rotated knows the successor, which goes with that key
 * therefore. Rotated by a person, it stays with whoever made the old one. An admin key knows what it rotates for a
 * party too, and counts as the maker, as it does of what it makes for one. But a successor whose old key came from
 * another key of the same party stays with that one: a key has one maker, and this one would not take it along. By the
 * admin key it is listed all the same, since it was shown to it.
 */
async function makerOf({ tx, caller }: KeyGrant, old: ApiKeyListed): Promise<string | undefined> {
  const kept = old.lineageKeyId ?? undefined;
  if (caller.session) return kept;
  if (caller.role === old.kind || kept === undefined) return caller.actorId;
  return (await apiKeyFind(tx, kept))?.kind === old.kind ? kept : caller.actorId;
}

function bindingOf({ kind, buyerId, partnerId, campaignId }: ApiKeyListed): KeyBinding {
  return {
    kind,
    ...(buyerId ? { buyerId } : {}),
    ...(partnerId ? { partnerId } : {}),
    ...(campaignId ? { campaignId } : {}),
  };
}

const nextEnd = ({ createdAt, expiresAt }: ApiKeyListed, now: Date): Date | undefined =>
  expiresAt ? new Date(now.getTime() + (expiresAt.getTime() - createdAt.getTime())) : undefined;
