import type { TenantReader, TenantWriter } from '../../core/tenancy/index.ts';
import type { RowOutcome } from '../intake/index.ts';

export const ROW_OUTCOMES = ['accepted', 'rejected', 'invalid'] as const;
export type RowKind = (typeof ROW_OUTCOMES)[number];

/** What became of a row, with its lead as that is now. */
export interface ReportedRow {
  readonly number: number;
  readonly outcome: RowKind;
  readonly code: string | null;
  readonly faults: readonly { readonly field: string; readonly rule: string }[];
  readonly leadId: string | null;
  readonly leadNumber: number | null;
  readonly leadStatus: string | null;
}

/** Keeps what became of rows. A row that is there already is a defect, and fails the transaction. */
export async function rowsKeep(tx: TenantWriter, importId: string, rows: readonly RowOutcome[]): Promise<void> {
  await tx.run({
    name: 'import-rows-keep',
    text: `INSERT INTO lead_import_rows (tenant_id, import_id, number, outcome, code, faults, lead_id)
      SELECT $1, $2, r.number, r.outcome, r.code, coalesce(r.faults, '[]'), r.lead_id
      FROM jsonb_to_recordset($3::jsonb)
        AS r (number integer, outcome text, code text, faults jsonb, lead_id uuid) RETURNING number`,
    values: [
      tx.context.tenantId,
      importId,
      JSON.stringify(
        rows.map((row) => ({
          number: row.number,
          outcome: row.kind,
          ...(row.kind === 'accepted' ? { lead_id: row.leadId } : { code: row.code }),
          ...(row.kind === 'invalid' ? { faults: row.faults } : {}),
        })),
      ),
    ],
  });
}

export interface RowPage {
  readonly outcome: RowKind | undefined;
  /** Rows behind this one. */
  readonly after: number;
  readonly limit: number;
  readonly offset: number;
}

/** Rows of an import in their order. */
export async function rowList(tx: TenantReader, importId: string, page: RowPage): Promise<ReportedRow[]> {
  return tx.many({
    text: `SELECT r.number, r.outcome, r.code, r.faults, r.lead_id AS "leadId", l.number AS "leadNumber",
        l.status AS "leadStatus"
      FROM (SELECT * FROM lead_import_rows WHERE tenant_id = $1 AND import_id = $2 AND number > $3
          AND ($4::text IS NULL OR outcome = $4) ORDER BY number LIMIT $5 OFFSET $6) AS r
        LEFT JOIN leads AS l ON l.tenant_id = r.tenant_id AND l.lead_id = r.lead_id
      ORDER BY r.number`,
    values: [tx.context.tenantId, importId, page.after, page.outcome ?? null, page.limit, page.offset],
  });
}

/** The rows of a lead whose file is still there. */
export async function rowsOfLead(
  tx: TenantReader,
  leadId: string,
): Promise<{ readonly importId: string; readonly number: number }[]> {
  return tx.many({
    text: `SELECT r.import_id AS "importId", r.number FROM lead_import_rows AS r
      JOIN lead_imports AS i ON i.tenant_id = r.tenant_id AND i.import_id = r.import_id
      WHERE r.tenant_id = $1 AND r.lead_id = $2 AND i.status NOT IN ('done', 'cancelled', 'expired')`,
    values: [tx.context.tenantId, leadId],
  });
}
