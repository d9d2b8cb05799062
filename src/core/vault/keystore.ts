import type { Database } from '../../platform/postgres/index.ts';

export type TenantKeyPurpose = 'wrap' | 'index' | 'secrets';

export interface TenantKeyRow {
  readonly version: number;
  readonly wrapped: Buffer;
  /** The provider that wrapped it. */
  readonly provider: string;
}

export interface SubjectKeyRow {
  readonly subjectId: string;
  readonly keyId: string;
  readonly number: number;
  readonly version: number;
  readonly wrapped: Buffer;
}

/** All versions of a tenant's key for a purpose, oldest first. */
export async function tenantKeyList(
  db: Database,
  tenantId: string,
  purpose: TenantKeyPurpose,
): Promise<TenantKeyRow[]> {
  return db.query({
    name: 'tenant-key-list',
    text: 'SELECT version, wrapped, provider FROM tenant_keys WHERE tenant_id = $1 AND purpose = $2 ORDER BY version',
    values: [tenantId, purpose],
  });
}

/** Adds a version unless somebody else was quicker. */
export async function tenantKeyInsert(
  db: Database,
  key: { tenantId: string; purpose: TenantKeyPurpose; version: number; wrapped: Buffer; provider: string },
): Promise<void> {
  await db.query({
    text: `INSERT INTO tenant_keys (tenant_id, purpose, version, wrapped, provider) VALUES ($1, $2, $3, $4, $5)
      ON CONFLICT DO NOTHING`,
    values: [key.tenantId, key.purpose, key.version, key.wrapped, key.provider],
  });
}

/** Reserves `count` numbers of a tenant's series of subjects and gives the last one. */
export async function subjectNumbersReserve(db: Database, tenantId: string, count: number): Promise<number> {
  const [row] = await db.query<{ last_number: number }>({
    text: `INSERT INTO subject_numbers AS s (tenant_id, last_number) VALUES ($1, 1000 + $2)
      ON CONFLICT (tenant_id) DO UPDATE SET last_number = s.last_number + $2 RETURNING last_number`,
    values: [tenantId, count],
  });
  if (!row) throw new Error('the keystore gave no number');
  return row.last_number;
}

/**
 * Stores a batch of subject keys, wrapped under `version` of the tenant key, durably. False, and nothing stored, unless
 * that version still exists and is the newest: keys made from a cached version must not outlive a rotation, nor come
 * after the destruction of their tenant, which the row lock keeps waiting until they are visible.
 */
export async function subjectKeyInsert(
  db: Database,
  batch: {
    readonly tenantId: string;
    readonly version: number;
    readonly at: Date;
    readonly rows: readonly SubjectKeyRow[];
  },
): Promise<boolean> {
  const [stored] = await db.query<{ count: number }>({
    name: 'subject-key-insert',
    text: `WITH held AS MATERIALIZED (
        SELECT version FROM tenant_keys AS k
        WHERE tenant_id = $1 AND purpose = 'wrap' AND version = $2 AND NOT EXISTS (
          SELECT FROM tenant_keys AS newer WHERE newer.tenant_id = $1 AND newer.purpose = 'wrap' AND newer.version > $2)
        FOR KEY SHARE OF k
      ), stored AS (
        INSERT INTO subject_keys (tenant_id, subject_id, key_id, number, tenant_key_version, wrapped, leased_at)
        SELECT $1, r.subject_id, r.key_id, r.number, held.version, r.wrapped, $3
        FROM held
        CROSS JOIN jsonb_to_recordset($4::jsonb) AS r (subject_id uuid, key_id uuid, number bigint, wrapped bytea)
        RETURNING 1
      ) SELECT count(*) AS count FROM stored`,
    values: [
      batch.tenantId,
      batch.version,
      batch.at,
      JSON.stringify(
        batch.rows.map((row) => ({
          subject_id: row.subjectId,
          key_id: row.keyId,
          number: row.number,
          wrapped: `\\x${row.wrapped.toString('hex')}`,
        })),
      ),
    ],
  });
  return stored?.count === batch.rows.length;
}

const SUBJECT_COLUMNS = `subject_id AS "subjectId", key_id AS "keyId", number, tenant_key_version AS version, wrapped`;

/** The wrapped keys of these subjects; one that was destroyed is missing. */
export async function subjectKeyFind(
  db: Database,
  tenantId: string,
  subjectIds: readonly string[],
): Promise<SubjectKeyRow[]> {
  return db.query({
    name: 'subject-key-find',
    text: `SELECT ${SUBJECT_COLUMNS} FROM subject_keys WHERE tenant_id = $1 AND subject_id = ANY($2::uuid[])`,
    values: [tenantId, subjectIds],
  });
}

/**
 * The next subjects whose keys are wrapped under an older version than `version`. Never a newer one: two processes that
 * rotate at the same time would undo each other's work for ever.
 */
export async function subjectKeysBehind(
  db: Database,
  tenantId: string,
  version: number,
  limit: number,
): Promise<SubjectKeyRow[]> {
  return db.query({
    text: `SELECT ${SUBJECT_COLUMNS} FROM subject_keys WHERE tenant_id = $1 AND tenant_key_version < $2
      ORDER BY tenant_key_version, subject_id LIMIT $3`,
    values: [tenantId, version, limit],
  });
}

export interface Rewrapping {
  readonly subjectId: string;
  readonly before: number;
  readonly version: number;
  readonly wrapped: Buffer;
}

/** Replaces the wrapping of subject keys, each only if it is still the one that was read. */
export async function subjectKeyRewrap(db: Database, tenantId: string, rows: readonly Rewrapping[]): Promise<void> {
  await db.query({
    text: `UPDATE subject_keys AS k SET wrapped = r.wrapped, tenant_key_version = r.version
      FROM jsonb_to_recordset($2::jsonb) AS r (subject_id uuid, before int, version int, wrapped bytea)
      WHERE k.tenant_id = $1 AND k.subject_id = r.subject_id AND k.tenant_key_version = r.before`,
    values: [
      tenantId,
      JSON.stringify(
        rows.map((row) => ({
          subject_id: row.subjectId,
          before: row.before,
          version: row.version,
          wrapped: `\\x${row.wrapped.toString('hex')}`,
        })),
      ),
    ],
  });
}

/** Destroys the wrapped key of a subject. */
export async function subjectKeyDelete(db: Database, tenantId: string, subjectId: string): Promise<void> {
  await db.query({
    text: 'DELETE FROM subject_keys WHERE tenant_id = $1 AND subject_id = $2',
    values: [tenantId, subjectId],
  });
}
