import { AppError } from '../../kernel/app-error.ts';
import type { Clock } from '../../kernel/time.ts';
import type { Database } from '../../platform/postgres/index.ts';
import type { Tenancy } from '../tenancy/index.ts';
import { couldOpen, hashApiKey } from './api-key.ts';
import type { Caller } from './caller.ts';
import { opens } from './key-state.ts';
import { type KeyFound, keyFind, keyUsed } from './lookup-store.ts';

export interface KeyAuthenticator {
  /** The caller of a key from an address. Throws UNAUTHORIZED with one text for all that is wrong with a key. */
  authenticate(key: string, address: string): Promise<Caller>;
  /** The caller of a key that opens, without noting its use; undefined otherwise. */
  look(key: string, address: string): Promise<Caller | undefined>;
  /** The caller of a key whatever its state, for reports about the key itself; undefined for a stranger. */
  identify(key: string): Promise<Caller | undefined>;
  /** Drops what is cached, so that a revocation counts at once in this process. */
  forget(): void;
}

export interface KeyAuthenticatorDeps {
  readonly identity: Database;
  /** The door of the same role, by which the last use of a key is noted. */
  readonly identityTenancy: Tenancy;
  readonly pepper: Buffer;
  readonly clock: Clock;
  /** Told when the last use of a key could not be noted; the request goes on. */
  readonly onFailure: (error: unknown) => void;
}

const BAD_KEY =
  'This API key is not valid here: unknown, mistyped, revoked, expired, of somebody who is switched off, or not ' +
  'allowed from this address. Use another key, or ask for a new one.';
/** Other processes may have revoked a key meanwhile, so a look-up is believed for a second; writes check again. */
const CACHE_MS = 1000;
const CACHE_ENTRIES = 20_000;
/** How far the note of the last use may lag behind. */
const NOTE_MS = 60_000;

export function createKeyAuthenticator(deps: KeyAuthenticatorDeps): KeyAuthenticator {
  const { identity, pepper, clock } = deps;
  const cache = new Map<string, { readonly at: number; readonly row: Promise<KeyFound | undefined> }>();
  const note = usesNoted(deps);

  const lookUp = async (key: string): Promise<KeyFound | undefined> => {
    if (!couldOpen(key)) return undefined;
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
      const row = await lookUp(key);
      if (!row || !opens(row, clock.now(), address)) {
        const fault = { field: 'Authorization', rule: 'invalid_key', message: BAD_KEY };
        throw new AppError('UNAUTHORIZED', BAD_KEY, { faults: [fault] });
      }
      note(row, address);
      return callerOf(row);
    },
    async look(key, address) {
      const row = await lookUp(key);
      return row && opens(row, clock.now(), address) ? callerOf(row) : undefined;
    },
    async identify(key) {
      const row = await lookUp(key);
      return row && callerOf(row);
    },
    forget: () => cache.clear(),
  };
}

/** Notes uses once a minute for each key, beside the request that used it. */
function usesNoted({ identityTenancy, clock, onFailure }: KeyAuthenticatorDeps) {
  const noted = new Map<string, number>();
  return ({ tenantId, keyId }: KeyFound, address: string): void => {
    const now = clock.now();
    if (Math.abs(now.getTime() - (noted.get(keyId) ?? 0)) < NOTE_MS) return;
    if (noted.size >= CACHE_ENTRIES) noted.clear();
    noted.set(keyId, now.getTime());
    const context = { tenantId, actor: { kind: 'system', id: keyId } } as const;
    identityTenancy.withTenant(context, (tx) => keyUsed(tx, keyId, now, address)).catch(onFailure);
  };
}

function callerOf(row: KeyFound): Caller {
  return {
    tenantId: row.tenantId,
    actorId: row.keyId,
    role: row.kind,
    buyerId: row.buyerId ?? undefined,
    partnerId: row.partnerId ?? undefined,
    campaignId: row.campaignId ?? undefined,
    readOnly: row.readOnly,
    piiAccess: row.piiAccess,
    scopes: new Set(row.scopes),
    requestsPerMinute: row.rateLimitPerMinute ?? undefined,
    session: undefined,
    guest: undefined,
    narrowedTo: undefined,
    customRoleId: undefined,
  };
}
