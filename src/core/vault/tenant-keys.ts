import { randomBytes } from 'node:crypto';
import type { Clock } from '../../kernel/time.ts';
import type { Database } from '../../platform/postgres/index.ts';
import { type TenantKeyPurpose, tenantKeyInsert, tenantKeyList } from './keystore.ts';
import type { KeyProvider } from './provider.ts';
import { lengthPrefixed } from './seal.ts';

/** Versions of one tenant key, opened. The newest is used for what is new. */
export interface OpenedKeys {
  readonly newest: number;
  readonly byVersion: ReadonlyMap<number, Buffer>;
}

export interface TenantKeys {
  /** Opened versions, at most five minutes old; the first is made on first use. */
  get(tenantId: string, purpose: TenantKeyPurpose): Promise<OpenedKeys>;
  /** Adds a new version, which is the newest from now on. */
  rotate(tenantId: string, purpose: TenantKeyPurpose): Promise<OpenedKeys>;
  /** Forgets what is cached of a tenant. */
  forget(tenantId: string): void;
}

const MAX_AGE_MS = 5 * 60_000;

/** Tenant keys: made here, wrapped by the provider, kept in the keystore, cached for minutes. */
export function createTenantKeys(db: Database, provider: KeyProvider, clock: Clock): TenantKeys {
  const cache = new Map<string, { readonly at: number; readonly keys: Promise<OpenedKeys> }>();

  const load = async (tenantId: string, purpose: TenantKeyPurpose): Promise<OpenedKeys> => {
    let rows = await tenantKeyList(db, tenantId, purpose);
    if (rows.length === 0) {
      await add(tenantId, purpose, 1);
      rows = await tenantKeyList(db, tenantId, purpose);
    }
    const opened = await Promise.all(
      rows.map(async (row) => [row.version, await provider.unwrap(row.wrapped, boundTo(tenantId, purpose, row.version))] as const),
    );
    return { newest: Math.max(...rows.map((row) => row.version)), byVersion: new Map(opened) };
  };
  const add = async (tenantId: string, purpose: TenantKeyPurpose, version: number): Promise<void> => {
    const wrapped = await provider.wrap(randomBytes(32), boundTo(tenantId, purpose, version));
    await tenantKeyInsert(db, { tenantId, purpose, version, wrapped, provider: provider.name });
  };
  const get = (tenantId: string, purpose: TenantKeyPurpose): Promise<OpenedKeys> => {
    const name = `${tenantId}/${purpose}`;
    const now = clock.now().getTime();
    const found = cache.get(name);
    if (found && Math.abs(now - found.at) < MAX_AGE_MS) return found.keys;
    const keys = load(tenantId, purpose);
    cache.set(name, { at: now, keys });
    keys.catch(() => cache.delete(name));
    return keys;
  };
  return {
    get,
    async rotate(tenantId, purpose) {
      const { newest } = await load(tenantId, purpose);
      await add(tenantId, purpose, newest + 1);
      cache.delete(`${tenantId}/${purpose}`);
      return get(tenantId, purpose);
    },
    forget(tenantId) {
      for (const name of cache.keys()) if (name.startsWith(`${tenantId}/`)) cache.delete(name);
    },
  };
}

const boundTo = (tenantId: string, purpose: string, version: number): Buffer =>
  lengthPrefixed(['careroute.tenant-key.v1', tenantId, purpose, String(version)]);
