import type { TenantReader, TenantWriter } from '../../core/tenancy/index.ts';

/** A piece of a file as it is kept. */
export interface KeptPart {
  readonly importId: string;
  readonly number: number;
  readonly sealed: Buffer;
}

/** Keeps a piece of a file; one that was sent before under that number goes. */
export async function partKeep(tx: TenantWriter, { importId, number, sealed }: KeptPart): Promise<void> {
  await tx.run({
    text: `INSERT INTO lead_import_parts (tenant_id, import_id, number, sealed) VALUES ($1, $2, $3, $4)
      ON CONFLICT (tenant_id, import_id, number) DO UPDATE SET sealed = EXCLUDED.sealed RETURNING number`,
    values: [tx.context.tenantId, importId, number, sealed],
  });
}

export async function partFind(tx: TenantReader, importId: string, number: number): Promise<KeptPart | undefined> {
  return tx.first({
    text: `SELECT import_id AS "importId", number, sealed FROM lead_import_parts
      WHERE tenant_id = $1 AND import_id = $2 AND number = $3`,
    values: [tx.context.tenantId, importId, number],
  });
}

/** Deletes the pieces from a number on: they are of a longer file that was sent before. */
export async function partsCut(tx: TenantWriter, importId: string, from: number): Promise<void> {
  await tx.run({
    text: `DELETE FROM lead_import_parts WHERE tenant_id = $1 AND import_id = $2 AND number >= $3 RETURNING number`,
    values: [tx.context.tenantId, importId, from],
  });
}

/** How many pieces of a file are here, of those under a number. */
export async function partCount(tx: TenantReader, importId: string, below: number): Promise<number> {
  const row = await tx.first<{ total: number }>({
    text: `SELECT count(*) AS total FROM lead_import_parts WHERE tenant_id = $1 AND import_id = $2 AND number < $3`,
    values: [tx.context.tenantId, importId, below],
  });
  return row?.total ?? 0;
}
