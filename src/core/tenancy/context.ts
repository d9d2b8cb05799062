import { isId } from '../../kernel/ids.ts';
import { hmacSha256 } from '../../platform/mac/index.ts';

/**
 * Who acts. `system` is Careroute itself, on behalf of whoever `id` names: a posting key, a job. A `member` belongs to
 * a practice and is not its staff: it reaches only rows that are every member's. A `guest` comes from the installation
 * and only reads.
 */
export interface Actor {
  readonly kind: 'staff' | 'system' | 'buyer' | 'partner' | 'member' | 'guest';
  readonly id: string;
  readonly buyerId?: string;
  readonly partnerId?: string;
  /** The one lead that a guest may see. */
  readonly subjectId?: string;
}

/** Careroute itself, as an actor of a tenant. */
export const SYSTEM_ACTOR_ID = '00000000-0000-7000-8000-000000000000';

export interface TenantContext {
  readonly tenantId: string;
  readonly actor: Actor;
}

/** How long a signed context is good for: longer than any statement may run, short enough to be useless when leaked. */
const LIFETIME_SECONDS = 300;

/**
 * The context as the database checks it (`app.verified()`):
 * `v2.<tenant>.<kind>.<actor>.<buyer|0>.<partner|0>.<subject|0>.<expiry>.<mac>`, of `[A-Za-z0-9.-]` only, so that it
 * can stand in a SET LOCAL. Throws on ids that are not UUIDs, and on a buyer or partner actor without its id: a missing
 * one must never read as staff.
 */
export function signContext(key: Buffer, context: TenantContext, now: Date): string {
  const { tenantId, actor } = context;
  const ids = [
    tenantId,
    actor.id,
    ...(actor.buyerId ? [actor.buyerId] : []),
    ...(actor.partnerId ? [actor.partnerId] : []),
    ...(actor.subjectId ? [actor.subjectId] : []),
  ];
  if (!ids.every(isId)) throw new TypeError('a tenant context is made of UUIDs');
  if ((actor.kind === 'buyer') !== (actor.buyerId !== undefined))
    throw new TypeError('a buyer, and only a buyer, has a buyerId');
  if ((actor.kind === 'partner') !== (actor.partnerId !== undefined))
    throw new TypeError('a partner, and only a partner, has a partnerId');
  if (actor.subjectId !== undefined && actor.kind !== 'guest') throw new TypeError('only a guest has a subjectId');
  const expiry = Math.floor(now.getTime() / 1000) + LIFETIME_SECONDS;
  const { kind, id, buyerId = '0', partnerId = '0', subjectId = '0' } = actor;
  const body = ['v2', tenantId, kind, id, buyerId, partnerId, subjectId, expiry].join('.').toLowerCase();
  return `${body}.${hmacSha256(key, body).toString('hex')}`;
}

/** The two padded halves of the key as `app.context_keys` stores them (RFC 2104, block of 64 bytes). */
export function contextKeyPads(key: Buffer): { readonly inner: Buffer; readonly outer: Buffer } {
  if (key.length > 64) throw new RangeError('a context key has at most 64 bytes');
  const block = Buffer.alloc(64);
  key.copy(block);
  return { inner: Buffer.from(block.map((byte) => byte ^ 0x36)), outer: Buffer.from(block.map((byte) => byte ^ 0x5c)) };
}
