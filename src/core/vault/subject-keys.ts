import { randomBytes } from 'node:crypto';
import { newId } from '../../kernel/ids.ts';
import type { Clock } from '../../kernel/time.ts';
import type { Database } from '../../platform/postgres/index.ts';
import { subjectKeyFind, subjectKeyInsert, subjectKeyRewrap, subjectKeysBehind, subjectNumbersReserve } from './keystore.ts';
import { deriveSealingKey, type SealingKey, UnsealError } from './seal.ts';
import type { TenantKeys } from './tenant-keys.ts';
import { unwrapDataKey, wrapDataKey } from './wrap-key.ts';

/** A subject that is not yet anybody: its id, its number in the tenant's series, and its key, already durable. */
export interface SubjectLease {
  readonly subjectId: string;
  readonly number: number;
  readonly key: SealingKey;
}

export interface SubjectKeys {
  /** The next leased subject; makes a batch when few are left, so that the hot path makes no extra round trip. */
  lease(tenantId: string): Promise<SubjectLease>;
  /** The key of a subject. Throws UnsealError when it was destroyed. */
  get(tenantId: string, subjectId: string): Promise<SealingKey>;
  /** Moves all subject keys of a tenant under a new tenant key; resumable; calls back with the number moved so far. */
  rewrap(tenantId: string, onProgress: (moved: number) => void): Promise<number>;
  forget(tenantId: string): void;
}

const BATCH = 256;
const CACHE_ENTRIES = 10_000;
const CACHE_AGE_MS = 5 * 60_000;

export function createSubjectKeys(db: Database, tenantKeys: TenantKeys, clock: Clock): SubjectKeys {
  const leases = new Map<string, { ready: SubjectLease[]; filling: Promise<void> | undefined }>();
  const opened = new Map<string, { readonly at: number; readonly key: SealingKey }>();

  const remember = (tenantId: string, subjectId: string, key: SealingKey): void => {
    if (opened.size >= CACHE_ENTRIES) for (const oldest of opened.keys()) { opened.delete(oldest); break; }
    opened.set(`${tenantId}/${subjectId}`, { at: clock.now().getTime(), key });
  };
  const fill = async (tenantId: string, ready: SubjectLease[]): Promise<void> => {
    const keys = await tenantKeys.get(tenantId, 'wrap');
    const last = await subjectNumbersReserve(db, tenantId, BATCH);
    const batch = Array.from({ length: BATCH }, (_, index) => {
      const bound = { tenantId, subjectId: newId(clock.now().getTime()), keyId: newId(clock.now().getTime()), version: keys.newest };
      const dataKey = randomBytes(32);
      const wrapped = wrapDataKey(versionOf(keys.byVersion, keys.newest), dataKey, bound);
      const number = last - BATCH + 1 + index;
      return { row: { ...bound, number, wrapped }, lease: { subjectId: bound.subjectId, number, key: deriveSealingKey(bound.keyId, dataKey) } };
    });
    await subjectKeyInsert(db, tenantId, clock.now(), batch.map((entry) => entry.row));
    ready.push(...batch.map((entry) => entry.lease));
  };
  const poolOf = (tenantId: string) => {
    const found = leases.get(tenantId) ?? { ready: [], filling: undefined };
    leases.set(tenantId, found);
    return found;
  };

  return {
    async lease(tenantId) {
      const pool = poolOf(tenantId);
      for (;;) {
        if (pool.ready.length < BATCH / 2 && !pool.filling) {
          pool.filling = fill(tenantId, pool.ready).finally(() => { pool.filling = undefined; });
          pool.filling.catch(() => undefined);
        }
        const next = pool.ready.shift();
        if (next) {
          remember(tenantId, next.subjectId, next.key);
          return next;
        }
        await pool.filling;
      }
    },
    async get(tenantId, subjectId) {
      const found = opened.get(`${tenantId}/${subjectId}`);
      if (found && Math.abs(clock.now().getTime() - found.at) < CACHE_AGE_MS) return found.key;
      const [row] = await subjectKeyFind(db, tenantId, [subjectId]);
      if (!row) throw new UnsealError();
      const keys = await tenantKeys.get(tenantId, 'wrap');
      const dataKey = unwrapDataKey(versionOf(keys.byVersion, row.version), row.wrapped, { tenantId, subjectId, keyId: row.keyId, version: row.version });
      const key = deriveSealingKey(row.keyId, dataKey);
      remember(tenantId, subjectId, key);
      return key;
    },
    async rewrap(tenantId, onProgress) {
      const keys = await tenantKeys.rotate(tenantId, 'wrap');
      let moved = 0;
      for (;;) {
        const rows = await subjectKeysBehind(db, tenantId, keys.newest, 500);
        if (rows.length === 0) return moved;
        await subjectKeyRewrap(db, tenantId, rows.map((row) => {
          const bound = { tenantId, subjectId: row.subjectId, keyId: row.keyId };
          const dataKey = unwrapDataKey(versionOf(keys.byVersion, row.version), row.wrapped, { ...bound, version: row.version });
          const wrapped = wrapDataKey(versionOf(keys.byVersion, keys.newest), dataKey, { ...bound, version: keys.newest });
          return { subjectId: row.subjectId, before: row.version, version: keys.newest, wrapped };
        }));
        moved += rows.length;
        onProgress(moved);
      }
    },
    forget(tenantId) {
      leases.delete(tenantId);
      for (const name of opened.keys()) if (name.startsWith(`${tenantId}/`)) opened.delete(name);
    },
  };
}

function versionOf(keys: ReadonlyMap<number, Buffer>, version: number): Buffer {
  const key = keys.get(version);
  if (!key) throw new UnsealError();
  return key;
}
