import ipaddr from 'ipaddr.js';
import { AppError } from '../../kernel/app-error.ts';
import type { Clock } from '../../kernel/time.ts';
import type { Database } from '../../platform/postgres/index.ts';
import type { Actor } from '../tenancy/index.ts';
import { hashApiKey } from './api-key.ts';
import type { CallerKind } from './policy.ts';

/** Who calls: an API key, with what it is bound to. */
export interface Caller {
  readonly tenantId: string;
  readonly keyId: string;
  readonly kind: CallerKind;
  readonly buyerId: string | undefined;
  readonly partnerId: string | undefined;
  readonly campaignId: string | undefined;
  readonly readOnly: boolean;
  /** Without it, personal fields come masked. */
  readonly piiAccess: boolean;
}

export interface Authenticator {
  /** The caller of a key from an address. Throws UNAUTHORIZED with one text for all that is wrong with a key. */
  authenticate(key: string | undefined, address: string): Promise<Caller>;
  /** The caller of a key whatever its state, for reports about the key itself; undefined for a stranger. */
  identify(key: string): Promise<Caller | undefined>;
  /** Drops what is cached, so that a revocation counts at once in this process. */
  forget(): void;
}

interface KeyRow {
  readonly tenantId: string;
  readonly keyId: string;
  readonly kind: CallerKind;
  readonly buyerId: string | null;
  readonly partnerId: string | null;
  readonly campaignId: string | null;
  readonly readOnly: boolean;
  readonly piiAccess: boolean;
  readonly allowedCidrs: string[];
  readonly expiresAt: Date | null;
  readonly revokedAt: Date | null;
}

const NO_KEY = 'This call needs an API key. Send it as "Authorization: Bearer <key>".';
const BAD_KEY =
  'This API key is not valid here: unknown, revoked, expired, or not allowed from this address. ' +
  'Use another key, or ask for a new one.';
/** Other processes may have revoked a key meanwhile, so a look-up is believed for a second; writes check again. */
const CACHE_MS = 1000;
const CACHE_ENTRIES = 20_000;

export function createAuthenticator(identity: Database, pepper: Buffer, clock: Clock): Authenticator {
  const cache = new Map<string, { readonly at: number; readonly row: Promise<KeyRow | undefined> }>();

  const lookUp = (key: string): Promise<KeyRow | undefined> => {
    const hash = hashApiKey(pepper, key);
    const name = hash.toString('base64');
    const now = clock.now().getTime();
    const found = cache.get(name);
    if (found && Math.abs(now - found.at) < CACHE_MS) return found.row;
    if (cache.size >= CACHE_ENTRIES) cache.clear();
    const row = keyFind(identity, hash);
    cache.set(name, { at: now, row });
    row.catch(() => cache.delete(name));
    return row;
  };
  return {
    async authenticate(key, address) {
      const row = key === undefined ? undefined : await lookUp(key);
      if (!row || !opens(row, clock.now(), address)) {
        const [rule, message] = key === undefined ? ['required', NO_KEY] : ['invalid_key', BAD_KEY];
        throw new AppError('UNAUTHORIZED', message, { faults: [{ field: 'Authorization', rule, message }] });
      }
      return callerOf(row);
    },
    async identify(key) {
      const row = await lookUp(key);
      return row && callerOf(row);
    },
    forget: () => cache.clear(),
  };
}

/** How the database sees a caller. A posting key reads as its partner. */
export function actorOf(caller: Caller): Actor {
  if (caller.kind === 'admin') return { kind: 'staff', id: caller.keyId };
  if (caller.buyerId) return { kind: 'buyer', id: caller.keyId, buyerId: caller.buyerId };
  if (caller.partnerId) return { kind: 'partner', id: caller.keyId, partnerId: caller.partnerId };
  throw new TypeError('a key is bound to nobody');
}

async function keyFind(identity: Database, hash: Buffer): Promise<KeyRow | undefined> {
  const [row] = await identity.query<KeyRow>({
    name: 'key-find',
    text: `SELECT tenant_id AS "tenantId", key_id AS "keyId", kind, buyer_id AS "buyerId", partner_id AS "partnerId",
        campaign_id AS "campaignId", read_only AS "readOnly", pii_access AS "piiAccess",
        allowed_cidrs::text[] AS "allowedCidrs", expires_at AS "expiresAt", revoked_at AS "revokedAt"
      FROM api_keys WHERE secret_hash = $1`,
    values: [hash],
  });
  return row;
}

function opens(row: KeyRow, now: Date, address: string): boolean {
  if (row.revokedAt || (row.expiresAt && row.expiresAt <= now)) return false;
  if (row.allowedCidrs.length === 0) return true;
  const from = ipaddr.process(address);
  return row.allowedCidrs.some((cidr) => {
    const [network, bits] = ipaddr.parseCIDR(cidr);
    return network.kind() === from.kind() && from.match([network, bits]);
  });
}

function callerOf(row: KeyRow): Caller {
  return {
    tenantId: row.tenantId,
    keyId: row.keyId,
    kind: row.kind,
    buyerId: row.buyerId ?? undefined,
    partnerId: row.partnerId ?? undefined,
    campaignId: row.campaignId ?? undefined,
    readOnly: row.readOnly,
    piiAccess: row.piiAccess,
  };
}
