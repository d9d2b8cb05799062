import type { Role } from '../../core/access/index.ts';
import type { TenantReader, TenantWriter } from '../../core/tenancy/index.ts';

export type ExportStatus = 'queued' | 'running' | 'done' | 'failed' | 'expired';
export type ExportReason = 'deleted' | 'too_old' | 'maker_gone' | 'rights_changed' | 'lead_erased' | 'gave_up';

/** A file of leads: which, for whom, and how far it is. */
export interface ExportRow {
  readonly id: string;
  readonly approvalId: string;
  readonly madeBy: string;
  readonly role: Role;
  readonly piiAccess: boolean;
  readonly customRoleId: string | null;
  /** Fingerprint of what the maker could see. */
  readonly rights: string;
  readonly truncated: boolean;
  readonly status: ExportStatus;
  readonly reason: ExportReason | null;
  readonly rowsDone: number;
  readonly rowsTotal: number;
  readonly tries: number;
  readonly createdAt: Date;
  readonly finishedAt: Date | null;
  readonly expiresAt: Date;
  /** The filters and the limit, as they were approved. */
  readonly terms: Readonly<Record<string, string | number>>;
  readonly approvedBy: string | null;
}

const APPROVAL = 'FROM approvals AS a WHERE a.tenant_id = exports.tenant_id AND a.approval_id = exports.approval_id';
const COLUMNS = `export_id AS id, approval_id AS "approvalId", made_by AS "madeBy", role, pii_access AS "piiAccess",
  custom_role_id AS "customRoleId", rights, truncated, status, reason, rows_done AS "rowsDone",
  cardinality(lead_ids) AS "rowsTotal", tries, created_at AS "createdAt", finished_at AS "finishedAt",
  expires_at AS "expiresAt", coalesce((SELECT a.terms ${APPROVAL}), '{}') AS terms,
  (SELECT a.decided_by ${APPROVAL}) AS "approvedBy"`;

type NewExport = Pick<
  ExportRow,
  'id' | 'approvalId' | 'madeBy' | 'role' | 'piiAccess' | 'customRoleId' | 'rights' | 'truncated' | 'expiresAt'
> & { readonly leadIds: readonly string[]; readonly now: Date; readonly resumeAt: Date };

export async function exportInsert(tx: TenantWriter, wish: NewExport): Promise<ExportRow> {
  const row = await tx.first<ExportRow>({
    text: `INSERT INTO exports (tenant_id, export_id, approval_id, made_by, role, pii_access, custom_role_id, rights,
        lead_ids, truncated, status, created_at, expires_at, resume_at)
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, 'queued', $11, $12, $13) RETURNING ${COLUMNS}`,
    values: [
      tx.context.tenantId,
      wish.id,
      wish.approvalId,
      wish.madeBy,
      wish.role,
      wish.piiAccess,
      wish.customRoleId,
      wish.rights,
      wish.leadIds,
      wish.truncated,
      wish.now,
      wish.expiresAt,
      wish.resumeAt,
    ],
  });
  if (!row) throw new Error('an export that was inserted did not come back');
  return row;
}

/** A person's exports, newest first. */
export async function exportListOf(
  tx: TenantReader,
  madeBy: string,
  page: { readonly limit: number; readonly offset: number },
): Promise<{ rows: ExportRow[]; total: number }> {
  const values = [tx.context.tenantId, madeBy];
  const counted = await tx.first<{ total: number }>({
    text: 'SELECT count(*) AS total FROM exports WHERE tenant_id = $1 AND made_by = $2',
    values,
  });
  const rows = await tx.many<ExportRow>({
    text: `SELECT ${COLUMNS} FROM exports WHERE tenant_id = $1 AND made_by = $2
      ORDER BY created_at DESC, export_id DESC LIMIT $3 OFFSET $4`,
    values: [...values, page.limit, page.offset],
  });
  return { rows, total: counted?.total ?? 0 };
}

export async function exportFind(tx: TenantReader, exportId: string): Promise<ExportRow | undefined> {
  return tx.first({
    text: `SELECT ${COLUMNS} FROM exports WHERE tenant_id = $1 AND export_id = $2`,
    values: [tx.context.tenantId, exportId],
  });
}

/** A person's files that are there, and those that are not, against that person's will, since an instant. */
export async function exportsNotable(
  tx: TenantReader,
  madeBy: string,
  { now, since }: { readonly now: Date; readonly since: Date },
): Promise<ExportRow[]> {
  return tx.many({
    text: `SELECT ${COLUMNS} FROM exports WHERE tenant_id = $1 AND made_by = $2
        AND ((status = 'done' AND expires_at > $3)
          OR (reason IN ('gave_up', 'rights_changed', 'lead_erased') AND finished_at > $4))
      ORDER BY created_at DESC, export_id DESC LIMIT 20`,
    values: [tx.context.tenantId, madeBy, now, since],
  });
}

/** Begins another try of an export that is not over, and keeps others from it until `resumeAt`; undefined otherwise. */
export async function exportBegin(tx: TenantWriter, exportId: string, resumeAt: Date): Promise<ExportRow | undefined> {
  return tx.first({
    text: `UPDATE exports SET status = 'running', tries = tries + 1, resume_at = $3
      WHERE tenant_id = $1 AND export_id = $2 AND status IN ('queued', 'running') RETURNING ${COLUMNS}`,
    values: [tx.context.tenantId, exportId, resumeAt],
  });
}

/** The leads that come next. */
export async function exportNextLeads(tx: TenantReader, row: ExportRow, limit: number): Promise<string[]> {
  const found = await tx.first<{ ids: string[] }>({
    text: `SELECT lead_ids[$3::int + 1 : $3::int + $4::int] AS ids FROM exports
      WHERE tenant_id = $1 AND export_id = $2`,
    values: [tx.context.tenantId, row.id, row.rowsDone, limit],
  });
  return found?.ids ?? [];
}

export interface ExportPart {
  readonly leadIds: readonly string[];
  readonly phiClasses: readonly string[];
  readonly sealed: Buffer;
}

/** Adds a part and goes on behind it; undefined where somebody else did, or the export is over. */
export async function exportAdvance(
  tx: TenantWriter,
  { id, rowsDone }: ExportRow,
  part: ExportPart,
  resumeAt: Date,
): Promise<ExportRow | undefined> {
  const row = await tx.first<ExportRow>({
    text: `UPDATE exports SET rows_done = rows_done + $4, resume_at = $5
      WHERE tenant_id = $1 AND export_id = $2 AND status = 'running' AND rows_done = $3 RETURNING ${COLUMNS}`,
    values: [tx.context.tenantId, id, rowsDone, part.leadIds.length, resumeAt],
  });
  if (!row) return undefined;
  await tx.run({
    text: `INSERT INTO export_parts (tenant_id, export_id, number, lead_ids, phi_classes, sealed)
      VALUES ($1, $2, $3, $4, $5, $6)`,
    values: [tx.context.tenantId, id, rowsDone, part.leadIds, part.phiClasses, part.sealed],
  });
  return row;
}

/** Ends an export that is not over. */
export async function exportFinish(tx: TenantWriter, exportId: string, now: Date): Promise<void> {
  await tx.run({
    text: `UPDATE exports SET status = 'done', finished_at = $3, resume_at = NULL
      WHERE tenant_id = $1 AND export_id = $2 AND status = 'running' RETURNING export_id`,
    values: [tx.context.tenantId, exportId, now],
  });
}

/** Takes the file of an export away, for a reason; false if it was gone before. */
export async function exportEnd(
  tx: TenantWriter,
  exportId: string,
  { reason, now }: { readonly reason: ExportReason; readonly now: Date },
): Promise<boolean> {
  const ended = await tx.run({
    text: `UPDATE exports SET status = $5, reason = $4, finished_at = coalesce(finished_at, $3), resume_at = NULL,
        lead_ids = '{}'
      WHERE tenant_id = $1 AND export_id = $2 AND status NOT IN ('failed', 'expired') RETURNING export_id`,
    values: [tx.context.tenantId, exportId, now, reason, reason === 'gave_up' ? 'failed' : 'expired'],
  });
  await tx.run({
    text: 'DELETE FROM export_parts WHERE tenant_id = $1 AND export_id = $2',
    values: [tx.context.tenantId, exportId],
  });
  return ended === 1;
}
