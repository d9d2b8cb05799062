import type { TenantReader, TenantWriter } from '../../core/tenancy/index.ts';
import type { ExportPart } from './export-store.ts';

/** A part as it is kept; `number` is how many leads stand before it. */
export interface KeptPart extends ExportPart {
  readonly exportId: string;
  readonly number: number;
}

const COLUMNS = 'export_id AS "exportId", number, lead_ids AS "leadIds", phi_classes AS "phiClasses", sealed';

/** The parts of a file in their order. */
export async function exportParts(tx: TenantReader, exportId: string): Promise<KeptPart[]> {
  return tx.many({
    text: `SELECT ${COLUMNS} FROM export_parts WHERE tenant_id = $1 AND export_id = $2 ORDER BY number`,
    values: [tx.context.tenantId, exportId],
  });
}

/** The parts of all files in which a lead is. */
export async function exportPartsWith(tx: TenantReader, leadId: string): Promise<KeptPart[]> {
  return tx.many({
    text: `SELECT ${COLUMNS} FROM export_parts WHERE tenant_id = $1 AND $2 = ANY(lead_ids)`,
    values: [tx.context.tenantId, leadId],
  });
}

/** Exports that nobody is at: claims them by moving their time to `at`. */
export async function exportsClaimOverdue(tx: TenantWriter, before: Date, at: Date): Promise<string[]> {
  const rows = await tx.many<{ id: string }>({
    text: `UPDATE exports SET resume_at = $3 WHERE tenant_id = $1 AND export_id IN (
        SELECT export_id FROM exports WHERE tenant_id = $1 AND resume_at < $2 AND status IN ('queued', 'running')
        LIMIT 50 FOR UPDATE SKIP LOCKED)
      RETURNING export_id AS id`,
    values: [tx.context.tenantId, before, at],
  });
  return rows.map(({ id }) => id);
}

/** Exports whose file is there, or is being made. */
export async function exportsOpen(tx: TenantReader): Promise<{ id: string; madeBy: string; expiresAt: Date }[]> {
  return tx.many({
    text: `SELECT export_id AS id, made_by AS "madeBy", expires_at AS "expiresAt" FROM exports
      WHERE tenant_id = $1 AND status NOT IN ('failed', 'expired')`,
    values: [tx.context.tenantId],
  });
}

/** Exports that are over, and whose keys are not destroyed yet. */
export async function exportsToShred(tx: TenantReader): Promise<string[]> {
  const rows = await tx.many<{ id: string }>({
    text: `SELECT export_id AS id FROM exports
      WHERE tenant_id = $1 AND status IN ('failed', 'expired') AND shredded_at IS NULL LIMIT 500`,
    values: [tx.context.tenantId],
  });
  return rows.map(({ id }) => id);
}

export async function exportsShredded(tx: TenantWriter, exportIds: readonly string[], now: Date): Promise<void> {
  await tx.run({
    text: `UPDATE exports SET shredded_at = $3
      WHERE tenant_id = $1 AND export_id = ANY($2::uuid[]) RETURNING export_id`,
    values: [tx.context.tenantId, exportIds, now],
  });
}

/** Which of the leads are erased; none of them is until the transaction ends. */
export async function leadsErased(tx: TenantWriter, leadIds: readonly string[]): Promise<string[]> {
  const rows = await tx.many<{ id: string; status: string }>({
    text: `SELECT lead_id AS id, status FROM leads WHERE tenant_id = $1 AND lead_id = ANY($2::uuid[])
      ORDER BY lead_id FOR SHARE`,
    values: [tx.context.tenantId, leadIds],
  });
  return rows.flatMap(({ id, status }) => (status === 'erased' ? [id] : []));
}
