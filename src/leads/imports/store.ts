import type { TenantReader, TenantWriter } from '../../core/tenancy/index.ts';

export const IMPORT_STATES = ['uploading', 'mapping', 'running', 'paused', 'done', 'cancelled', 'expired'] as const;
export type ImportStatus = (typeof IMPORT_STATES)[number];
export const IMPORT_REASONS = ['maker_gone', 'campaign_closed', 'gave_up', 'lead_erased'] as const;
export type ImportReason = (typeof IMPORT_REASONS)[number];

/** A file of leads that is brought in: whose, how its columns are read, and how far it is. */
export interface ImportRow {
  readonly id: string;
  readonly campaignId: string;
  readonly madeBy: string;
  readonly runBy: string;
  readonly status: ImportStatus;
  readonly reason: ImportReason | null;
  readonly isTest: boolean;
  readonly hasHeader: boolean;
  /** The field that each column is; null for one that is left out. */
  readonly fields: readonly (string | null)[] | null;
  readonly records: number | null;
  readonly rowsTotal: number | null;
  readonly rowsDone: number;
  readonly rowsAccepted: number;
  readonly rowsRejected: number;
  readonly rowsInvalid: number;
  readonly tries: number;
  readonly createdAt: Date;
  readonly finishedAt: Date | null;
  readonly expiresAt: Date;
}

const COLUMNS = `import_id AS id, campaign_id AS "campaignId", made_by AS "madeBy", run_by AS "runBy", status, reason,
  is_test AS "isTest", has_header AS "hasHeader", fields, records, rows_total AS "rowsTotal", rows_done AS "rowsDone",
  rows_accepted AS "rowsAccepted", rows_rejected AS "rowsRejected", rows_invalid AS "rowsInvalid", tries,
  created_at AS "createdAt", finished_at AS "finishedAt", expires_at AS "expiresAt"`;
const OF_ONE = 'tenant_id = $1 AND import_id = $2';

export async function importInsert(
  tx: TenantWriter,
  wish: Pick<ImportRow, 'id' | 'campaignId' | 'madeBy' | 'createdAt' | 'expiresAt'>,
): Promise<ImportRow> {
  const row = await tx.first<ImportRow>({
    text: `INSERT INTO lead_imports (tenant_id, import_id, campaign_id, made_by, run_by, status, created_at, expires_at)
      VALUES ($1, $2, $3, $4, $4, 'uploading', $5, $6) RETURNING ${COLUMNS}`,
    values: [tx.context.tenantId, wish.id, wish.campaignId, wish.madeBy, wish.createdAt, wish.expiresAt],
  });
  if (!row) throw new Error('an import that was inserted did not come back');
  return row;
}

/** Imports, newest first. */
export async function importList(
  tx: TenantReader,
  page: { readonly limit: number; readonly offset: number },
): Promise<{ rows: ImportRow[]; total: number }> {
  const values = [tx.context.tenantId];
  const counted = await tx.first<{ total: number }>({
    text: 'SELECT count(*) AS total FROM lead_imports WHERE tenant_id = $1',
    values,
  });
  const rows = await tx.many<ImportRow>({
    text: `SELECT ${COLUMNS} FROM lead_imports WHERE tenant_id = $1
      ORDER BY created_at DESC, import_id DESC LIMIT $2 OFFSET $3`,
    values: [...values, page.limit, page.offset],
  });
  return { rows, total: counted?.total ?? 0 };
}

export async function importFind(tx: TenantReader, importId: string): Promise<ImportRow | undefined> {
  return tx.first({
    text: `SELECT ${COLUMNS} FROM lead_imports WHERE ${OF_ONE}`,
    values: [tx.context.tenantId, importId],
  });
}

/** The import, which nobody else changes until the transaction ends. */
export async function importLock(tx: TenantWriter, importId: string): Promise<ImportRow | undefined> {
  return tx.first({
    text: `SELECT ${COLUMNS} FROM lead_imports WHERE ${OF_ONE} FOR UPDATE`,
    values: [tx.context.tenantId, importId],
  });
}

/** All of the file is here. */
export async function importReceive(tx: TenantWriter, importId: string, records: number): Promise<void> {
  await tx.run({
    text: `UPDATE lead_imports SET status = 'mapping', records = $3 WHERE ${OF_ONE} RETURNING import_id`,
    values: [tx.context.tenantId, importId, records],
  });
}

/** How the columns are read, and on whose behalf the rows become leads. */
export interface ImportPlan {
  readonly fields: readonly (string | null)[];
  readonly hasHeader: boolean;
  readonly isTest: boolean;
  readonly rowsTotal: number;
}

export async function importPlan(tx: TenantWriter, importId: string, plan: ImportPlan): Promise<void> {
  await tx.run({
    text: `UPDATE lead_imports SET fields = $3, has_header = $4, is_test = $5, rows_total = $6
      WHERE ${OF_ONE} RETURNING import_id`,
    values: [tx.context.tenantId, importId, JSON.stringify(plan.fields), plan.hasHeader, plan.isTest, plan.rowsTotal],
  });
}

/** Lets the rows be read, on somebody's behalf, from where they were left. */
export async function importRelease(
  tx: TenantWriter,
  importId: string,
  { runBy, resumeAt }: { readonly runBy: string; readonly resumeAt: Date },
): Promise<ImportRow | undefined> {
  return tx.first({
    text: `UPDATE lead_imports SET status = 'running', reason = NULL, tries = 0, run_by = $3, resume_at = $4
      WHERE ${OF_ONE} RETURNING ${COLUMNS}`,
    values: [tx.context.tenantId, importId, runBy, resumeAt],
  });
}

/** Begins another try of an import that runs, and keeps others from it until `resumeAt`; undefined otherwise. */
export async function importBegin(tx: TenantWriter, importId: string, resumeAt: Date): Promise<ImportRow | undefined> {
  return tx.first({
    text: `UPDATE lead_imports SET tries = tries + 1, resume_at = $3
      WHERE ${OF_ONE} AND status = 'running' RETURNING ${COLUMNS}`,
    values: [tx.context.tenantId, importId, resumeAt],
  });
}

/** Lets a running import stand still; false for one that does not run. */
export async function importPause(tx: TenantWriter, importId: string, reason: ImportReason | null): Promise<boolean> {
  const paused = await tx.run({
    text: `UPDATE lead_imports SET status = 'paused', reason = $3, resume_at = NULL
      WHERE ${OF_ONE} AND status = 'running' RETURNING import_id`,
    values: [tx.context.tenantId, importId, reason],
  });
  return paused === 1;
}

/** How many rows became what since the last count. */
export interface Counted {
  readonly accepted: number;
  readonly rejected: number;
  readonly invalid: number;
}

/** Counts rows that were done, and keeps others from the import until `resumeAt`. */
export async function importAdvance(
  tx: TenantWriter,
  importId: string,
  { accepted, rejected, invalid }: Counted,
  resumeAt: Date,
): Promise<void> {
  await tx.run({
    text: `UPDATE lead_imports SET rows_done = rows_done + $3::int + $4::int + $5::int, tries = 0, resume_at = $6,
        rows_accepted = rows_accepted + $3, rows_rejected = rows_rejected + $4, rows_invalid = rows_invalid + $5
      WHERE ${OF_ONE} RETURNING import_id`,
    values: [tx.context.tenantId, importId, accepted, rejected, invalid, resumeAt],
  });
}

/** Ends an import that is not over, and takes its file away; false if it was over before. */
export async function importEnd(
  tx: TenantWriter,
  importId: string,
  end: { readonly status: 'done' | 'cancelled' | 'expired'; readonly reason: ImportReason | null; readonly now: Date },
): Promise<boolean> {
  const ended = await tx.run({
    text: `UPDATE lead_imports SET status = $3, reason = $4, finished_at = $5, resume_at = NULL
      WHERE ${OF_ONE} AND status NOT IN ('done', 'cancelled', 'expired') RETURNING import_id`,
    values: [tx.context.tenantId, importId, end.status, end.reason, end.now],
  });
  await tx.run({
    text: `DELETE FROM lead_import_parts WHERE ${OF_ONE}`,
    values: [tx.context.tenantId, importId],
  });
  return ended === 1;
}
