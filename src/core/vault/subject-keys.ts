import { randomBytes } from 'node:crypto';
import { newId } from '../../kernel/ids.ts';
import type { Clock } from '../../kernel/time.ts';
import type { Database } from '../../platform/postgres/index.ts';
import { KeyCache } from './key-cache.ts';
import {
  subjectKeyDelete,
  subjectKeyFind,
  subjectKeyInsert,
  subjectKeyRewrap,
  type SubjectKeyRow,
  subjectKeysBehind,
  subjectNumbersReserve,
} from './keystore.ts';
import { LeasePools } from './lease-pool.ts';
import { deriveSealingKey, type SealingKey, UnsealError } from './seal.ts';
import { keyOf, type OpenedKeys, type TenantKeys } from './tenant-keys.ts';
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
  /**
   * Moves all subject keys of a tenant under a new tenant key; calls back with the number moved so far. When it was
   * interrupted, both versions stay readable, and the next run moves everything.
   */
  rewrap(tenantId: string, onProgress: (moved: number) => void): Promise<number>;
  /**
   * Destroys the key of a subject: nothing sealed with it opens again. Other processes may hold it for five minutes
   * more.
   */
  destroy(tenantId: string, subjectId: string): Promise<void>;
  forget(tenantId: string): void;
}

interface Made {
  readonly row: SubjectKeyRow;
  readonly lease: SubjectLease;
}

const REWRAP_BATCH = 500;

export function createSubjectKeys(db: Database, tenantKeys: TenantKeys, clock: Clock): SubjectKeys {
  const opened = new KeyCache<SealingKey>({ clock, entries: 10_000, ageMs: 5 * 60_000 });
  const pools = new LeasePools<SubjectLease>({
    make: (tenantId, count) => makeSubjects({ db, tenantKeys, clock, tenantId, count }),
    onTake: (tenantId, lease) => opened.set(tenantId, lease.subjectId, lease.key),
  });

  return {
    lease: (tenantId) => pools.lease(tenantId),
    async get(tenantId, subjectId) {
      const found = opened.get(tenantId, subjectId);
      if (found) return found;
      const epoch = opened.epoch;
      const [row] = await subjectKeyFind(db, tenantId, [subjectId]);
      if (!row) throw new UnsealError();
      const keys = await tenantKeys.holding(tenantId, 'wrap', row.version);
      const bound = { tenantId, subjectId, keyId: row.keyId, version: row.version };
      const dataKey = unwrapDataKey(keyOf(keys, row.version), row.wrapped, bound);
      const key = deriveSealingKey(row.keyId, dataKey);
      dataKey.fill(0);
      opened.set(tenantId, subjectId, key, epoch);
      return key;
    },
    async rewrap(tenantId, onProgress) {
      const keys = await tenantKeys.rotate(tenantId, 'wrap');
      let moved = 0;
      for (;;) {
        const rows = await subjectKeysBehind(db, tenantId, keys.newest, REWRAP_BATCH);
        if (rows.length === 0) return moved;
        await subjectKeyRewrap(
          db,
          tenantId,
          rows.map((row) => rewrapped(tenantId, keys, row)),
        );
        moved += rows.length;
        onProgress(moved);
      }
    },
    async destroy(tenantId, subjectId) {
      await subjectKeyDelete(db, tenantId, subjectId);
      opened.forget(tenantId);
    },
    forget(tenantId) {
      pools.forget(tenantId);
      opened.forget(tenantId);
    },
  };
}

/** Makes subjects under the newest tenant key and stores them. */
async function makeSubjects(ctx: {
  readonly db: Database;
  readonly tenantKeys: TenantKeys;
  readonly clock: Clock;
  readonly tenantId: string;
  readonly count: number;
}): Promise<readonly SubjectLease[]> {
  const { db, tenantKeys, clock, tenantId, count } = ctx;
  let keys = await tenantKeys.get(tenantId, 'wrap');
  const first = (await subjectNumbersReserve(db, tenantId, count)) - count + 1;
  for (;;) {
    const batch = Array.from({ length: count }, (_, index) => makeSubject(tenantId, keys, first + index, clock));
    const rows = batch.map((made) => made.row);
    const stored = await subjectKeyInsert(db, { tenantId, version: keys.newest, at: clock.now(), rows });
    if (stored) return batch.map((made) => made.lease);
    const fresh = await tenantKeys.holding(tenantId, 'wrap', keys.newest + 1);
    // Not rotated, so destroyed: nothing may be made for this tenant from a key that is only in memory.
    if (fresh.newest <= keys.newest) throw new UnsealError();
    keys = fresh;
  }
}

/** A subject with a fresh key, wrapped under the newest tenant key. */
function makeSubject(tenantId: string, keys: OpenedKeys, number: number, clock: Clock): Made {
  const nowMs = clock.now().getTime();
  const bound = { tenantId, subjectId: newId(nowMs), keyId: newId(nowMs), version: keys.newest };
  const dataKey = randomBytes(32);
  const wrapped = wrapDataKey(keyOf(keys, keys.newest), dataKey, bound);
  const key = deriveSealingKey(bound.keyId, dataKey);
  dataKey.fill(0);
  return { row: { ...bound, number, wrapped }, lease: { subjectId: bound.subjectId, number, key } };
}

/** The same data key under the newest tenant key. */
function rewrapped(tenantId: string, keys: OpenedKeys, row: SubjectKeyRow) {
  const bound = { tenantId, subjectId: row.subjectId, keyId: row.keyId };
  const dataKey = unwrapDataKey(keyOf(keys, row.version), row.wrapped, { ...bound, version: row.version });
  const wrapped = wrapDataKey(keyOf(keys, keys.newest), dataKey, { ...bound, version: keys.newest });
  dataKey.fill(0);
  return { subjectId: row.subjectId, before: row.version, version: keys.newest, wrapped };
}
