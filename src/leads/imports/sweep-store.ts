import type { TenantReader, TenantWriter } from '../../core/tenancy/index.ts';

/** Imports that run and that nobody is at: claims them by moving their time to `at`. */
export async function importsClaimOverdue(tx: TenantWriter, before: Date, at: Date): Promise<string[]> {
  const rows = await tx.many<{ id: string }>({
    text: `UPDATE lead_imports SET resume_at = $3 WHERE tenant_id = $1 AND import_id IN (
        SELECT import_id FROM lead_imports WHERE tenant_id = $1 AND resume_at < $2 AND status = 'running'
        LIMIT 50 FOR UPDATE SKIP LOCKED)
      RETURNING import_id AS id`,
    values: [tx.context.tenantId, before, at],
  });
  return rows.map(({ id }) => id);
}

/** Imports whose days are over, and that are not. */
export async function importsTooOld(tx: TenantReader, now: Date): Promise<string[]> {
  const rows = await tx.many<{ id: string }>({
    text: `SELECT import_id AS id FROM lead_imports
      WHERE tenant_id = $1 AND status NOT IN ('done', 'cancelled', 'expired') AND expires_at <= $2 LIMIT 500`,
    values: [tx.context.tenantId, now],
  });
  return rows.map(({ id }) => id);
}

/** Imports that are over, and whose keys are not destroyed yet. */
export async function importsToShred(tx: TenantReader): Promise<string[]> {
  const rows = await tx.many<{ id: string }>({
    text: `SELECT import_id AS id FROM lead_imports
      WHERE tenant_id = $1 AND status IN ('done', 'cancelled', 'expired') AND shredded_at IS NULL LIMIT 500`,
    values: [tx.context.tenantId],
  });
  return rows.map(({ id }) => id);
}

export async function importsShredded(tx: TenantWriter, importIds: readonly string[], now: Date): Promise<void> {
  await tx.run({
    text: `UPDATE lead_imports SET shredded_at = $3
      WHERE tenant_id = $1 AND import_id = ANY($2::uuid[]) RETURNING import_id`,
    values: [tx.context.tenantId, importIds, now],
  });
}
