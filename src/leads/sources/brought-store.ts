import type { TenantReader, TenantWriter } from '../../core/tenancy/index.ts';

/** Which record here is one of the other system. */
export interface BroughtKey {
  readonly source: string;
  readonly kind: string;
  readonly foreignId: string;
}

/** The record here; undefined for one that was not brought yet. */
export async function broughtFind(tx: TenantReader, key: BroughtKey): Promise<string | undefined> {
  const row = await tx.first<{ id: string }>({
    text: `SELECT record_id AS id FROM brought_records
      WHERE tenant_id = $1 AND source = $2 AND kind = $3 AND foreign_id = $4`,
    values: [tx.context.tenantId, key.source, key.kind, key.foreignId],
  });
  return row?.id;
}

/** Notes which record here it is from now on. */
export async function broughtNote(tx: TenantWriter, key: BroughtKey, recordId: string): Promise<void> {
  await tx.run({
    text: `INSERT INTO brought_records (tenant_id, source, kind, foreign_id, record_id) VALUES ($1, $2, $3, $4, $5)
      ON CONFLICT (tenant_id, source, kind, foreign_id) DO UPDATE
        SET record_id = excluded.record_id, brought_at = excluded.brought_at`,
    values: [tx.context.tenantId, key.source, key.kind, key.foreignId, recordId],
  });
}

/** The buyers here that buyers of other systems were brought over as, by their ids there; not one that is of two. */
export async function broughtBuyers(tx: TenantReader, foreignIds: readonly string[]): Promise<Map<string, string>> {
  if (foreignIds.length === 0) return new Map();
  const rows = await tx.many<{ foreignId: string; id: string }>({
    text: `SELECT foreign_id AS "foreignId", min(record_id::text) AS id FROM brought_records
      WHERE tenant_id = $1 AND kind = 'buyer' AND foreign_id = ANY ($2::text[])
      GROUP BY foreign_id HAVING count(DISTINCT record_id) = 1`,
    values: [tx.context.tenantId, foreignIds],
  });
  return new Map(rows.map(({ foreignId, id }) => [foreignId, id]));
}
