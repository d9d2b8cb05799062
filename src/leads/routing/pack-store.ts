import type { TenantReader, TenantWriter } from '../../core/tenancy/index.ts';

/** How many leads are left of packs, and the stamp of the settings that hold now. */
export interface PacksLeft {
  readonly left: ReadonlyMap<string, number>;
  readonly stamp: number;
}

/** What is left of these packs (at least one). To be counted on, their owners must be locked by `reservingLock`. */
export async function packsLeft(tx: TenantReader, packIds: readonly string[]): Promise<PacksLeft> {
  const rows = await tx.many<{ packId: string; left: number; stamp: number }>({
    name: 'packs-left',
    text: `SELECT u.pack_id AS "packId", u.leads - u.taken AS left,
        (SELECT t.routing_stamp FROM tenants AS t WHERE t.tenant_id = $1) AS stamp
      FROM pack_usage AS u WHERE u.tenant_id = $1 AND u.pack_id = ANY ($2::uuid[])`,
    values: [tx.context.tenantId, [...new Set(packIds)]],
  });
  return { left: new Map(rows.map(({ packId, left }) => [packId, left])), stamp: rows[0]?.stamp ?? 0 };
}

/**
 * Writes how many leads were taken of packs; below zero, given back. Rows are touched in one order; the table refuses
 * one lead more than a pack has.
 */
export async function packCount(tx: TenantWriter, taken: ReadonlyMap<string, number>): Promise<void> {
  const rows = [...taken].flatMap(([packId, leads]) => (leads === 0 ? [] : [{ pack_id: packId, leads }]));
  if (rows.length === 0) return;
  await tx.run({
    name: 'pack-count',
    text: `WITH counted AS MATERIALIZED (
        SELECT u.pack_id, r.leads FROM pack_usage AS u
        JOIN json_to_recordset($2::json) AS r (pack_id uuid, leads int) ON r.pack_id = u.pack_id
        WHERE u.tenant_id = $1 ORDER BY u.pack_id FOR UPDATE OF u)
      UPDATE pack_usage AS u SET taken = u.taken + c.leads FROM counted AS c
      WHERE u.tenant_id = $1 AND u.pack_id = c.pack_id`,
    values: [tx.context.tenantId, JSON.stringify(rows)],
  });
}
