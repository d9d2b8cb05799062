import { randomBytes } from 'node:crypto';
import type { Clock } from '../../kernel/time.ts';
import type { Database } from '../../platform/postgres/index.ts';
import { KeyCache } from './key-cache.ts';
import { type TenantKeyPurpose, type TenantKeyRow, tenantKeyInsert, tenantKeyList } from './keystore.ts';
import type { KeyProvider } from './provider.ts';
import { lengthPrefixed, UnsealError } from './seal.ts';

/** Versions of one tenant key, opened. The newest is used for what is new. */
export interface OpenedKeys {
  readonly newest: number;
  readonly byVersion: ReadonlyMap<number, Buffer>;
}

export interface TenantKeys {
  /** Opened versions, at most five minutes old; the first is made on first use. */
  get(tenantId: string, purpose: TenantKeyPurpose): Promise<OpenedKeys>;
  /**
   * The same for what exists already: never makes a key, and reads anew when `version` is not among what is cached, as
   * another process may have rotated. Throws UnsealError when the tenant has no key.
   */
  holding(tenantId: string, purpose: TenantKeyPurpose, version: number): Promise<OpenedKeys>;
  /** Adds a new version, which is the newest from now on. */
  rotate(tenantId: string, purpose: TenantKeyPurpose): Promise<OpenedKeys>;
  /** Forgets what is cached of a tenant. */
  forget(tenantId: string): void;
}

type Reading = Promise<OpenedKeys | undefined>;

/** Tenant keys: made here, wrapped by the provider, kept in the keystore, cached for minutes. */
export function createTenantKeys(db: Database, provider: KeyProvider, clock: Clock): TenantKeys {
  const cache = new KeyCache<Reading>({ clock, entries: 3_000, ageMs: 5 * 60_000 });
  const source = createSource(db, provider);

  /** Keeps a reading from its start, so that callers at the same time share it, unless it fails or finds nothing. */
  const keep = async (tenantId: string, purpose: TenantKeyPurpose, reading: Reading): Reading => {
    cache.set(tenantId, purpose, reading);
    try {
      const keys = await reading;
      if (!keys) cache.drop(tenantId, purpose, reading);
      return keys;
    } catch (error) {
      cache.drop(tenantId, purpose, reading);
      throw error;
    }
  };
  return {
    async get(tenantId, purpose) {
      // What is cached may be a reading of `holding`, which finds nothing where this one makes a key.
      const cached = await cache.get(tenantId, purpose);
      if (cached) return cached;
      const reading = cache.get(tenantId, purpose) ?? keep(tenantId, purpose, source.readOrMake(tenantId, purpose));
      return existing(await reading);
    },
    async holding(tenantId, purpose, version) {
      const cached = await cache.get(tenantId, purpose);
      if (cached?.byVersion.has(version)) return cached;
      return existing(await keep(tenantId, purpose, source.read(tenantId, purpose)));
    },
    async rotate(tenantId, purpose) {
      const before = await source.read(tenantId, purpose);
      await source.add(tenantId, purpose, (before?.newest ?? 0) + 1);
      return existing(await keep(tenantId, purpose, source.read(tenantId, purpose)));
    },
    forget: (tenantId) => cache.forget(tenantId),
  };
}

/** The key of a version. Throws UnsealError when it was destroyed. */
export function keyOf(keys: OpenedKeys, version: number): Buffer {
  const key = keys.byVersion.get(version);
  if (!key) throw new UnsealError();
  return key;
}

function existing(keys: OpenedKeys | undefined): OpenedKeys {
  if (!keys) throw new UnsealError();
  return keys;
}

/** The tenant keys of the keystore, opened by the provider. */
function createSource(db: Database, provider: KeyProvider) {
  const opened = async (tenantId: string, purpose: TenantKeyPurpose, row: TenantKeyRow) => {
    if (row.provider !== provider.name) throw otherProvider(row.provider, provider.name);
    return [row.version, await provider.unwrap(row.wrapped, boundTo(tenantId, purpose, row.version))] as const;
  };
  const read = async (tenantId: string, purpose: TenantKeyPurpose): Reading => {
    const rows = await tenantKeyList(db, tenantId, purpose);
    if (rows.length === 0) return undefined;
    const byVersion = new Map(await Promise.all(rows.map((row) => opened(tenantId, purpose, row))));
    return { newest: Math.max(...byVersion.keys()), byVersion };
  };
  const add = async (tenantId: string, purpose: TenantKeyPurpose, version: number): Promise<void> => {
    const wrapped = await provider.wrap(randomBytes(32), boundTo(tenantId, purpose, version));
    await tenantKeyInsert(db, { tenantId, purpose, version, wrapped, provider: provider.name });
  };
  const readOrMake = async (tenantId: string, purpose: TenantKeyPurpose): Reading => {
    const found = await read(tenantId, purpose);
    if (found) return found;
    await add(tenantId, purpose, 1);
    return read(tenantId, purpose);
  };
  return { read, add, readOrMake };
}

const otherProvider = (stored: string, chosen: string): Error =>
  new Error(`The keys of a tenant were wrapped by the key provider ${stored}, not by ${chosen}. Choose that provider.`);

const boundTo = (tenantId: string, purpose: string, version: number): Buffer =>
  lengthPrefixed(['careroute.tenant-key.v1', tenantId, purpose, String(version)]);
