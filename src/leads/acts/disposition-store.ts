import type { TenantReader, TenantWriter } from '../../core/tenancy/index.ts';

/** What was said of a sale. */
export interface DispositionRow {
  readonly dispositionId: string;
  readonly saleId: string;
  readonly leadId: string;
  readonly buyerId: string;
  readonly status: string;
  readonly substatus: string | null;
  /** The code of the group that it meant, as it was called then; null: of none. */
  readonly codeId: string | null;
  readonly label: string | null;
  readonly category: string | null;
  readonly source: 'postback' | 'status';
  readonly saidBy: string;
  /** Whether the sale was returned by it. */
  readonly returned: boolean;
  readonly at: Date;
}

const COLUMNS = `d.disposition_id AS "dispositionId", d.sale_id AS "saleId", d.lead_id AS "leadId",
  d.buyer_id AS "buyerId", d.status, d.substatus, d.code_id AS "codeId",
  d.code_label AS label, d.code_category AS category, d.source, d.said_by AS "saidBy", d.returned, d.at`;

/** Keeps what was said, in a transaction that holds its sale. */
export async function dispositionInsert(tx: TenantWriter, row: DispositionRow): Promise<void> {
  await tx.run({
    text: `INSERT INTO sale_dispositions (tenant_id, disposition_id, sale_id, lead_id, buyer_id, status, substatus,
        code_id, code_label, code_category, source, said_by, returned, at)
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14) RETURNING disposition_id`,
    values: [
      tx.context.tenantId,
      row.dispositionId,
      row.saleId,
      row.leadId,
      row.buyerId,
      row.status,
      row.substatus,
      row.codeId,
      row.label,
      row.category,
      row.source,
      row.saidBy,
      row.returned,
      row.at,
    ],
  });
}

/** What was said last of a sale. */
export const dispositionLast = (tx: TenantReader, saleId: string): Promise<DispositionRow | undefined> =>
  tx.first({
    text: `SELECT ${COLUMNS} FROM sale_dispositions AS d WHERE d.tenant_id = $1 AND d.sale_id = $2
      ORDER BY d.at DESC, d.disposition_id DESC LIMIT 1`,
    values: [tx.context.tenantId, saleId],
  });

/** With whose word it is. */
export type NamedDisposition = DispositionRow & { readonly buyerName: string };

const FROM = `FROM sale_dispositions AS d JOIN buyers AS b ON b.tenant_id = d.tenant_id AND b.id = d.buyer_id
  WHERE d.tenant_id = $1 AND d.lead_id = $2`;

/** What the actor may see of what was said of a lead, newest first, and how much there is. */
export async function dispositionList(
  tx: TenantReader,
  leadId: string,
  { limit, offset }: { readonly limit: number; readonly offset: number },
): Promise<{ readonly rows: NamedDisposition[]; readonly total: number }> {
  const values = [tx.context.tenantId, leadId];
  const rows = await tx.many<NamedDisposition>({
    text: `SELECT ${COLUMNS}, b.name AS "buyerName" ${FROM}
      ORDER BY d.at DESC, d.disposition_id DESC LIMIT ${limit} OFFSET ${offset}`,
    values,
  });
  const row = await tx.first<{ total: number }>({ text: `SELECT count(*) AS total ${FROM}`, values });
  return { rows, total: row?.total ?? 0 };
}

/** Where a lead stands with each of its buyers that the actor may see: what was said last of each sale. */
export const dispositionsNow = (tx: TenantReader, leadId: string): Promise<NamedDisposition[]> =>
  tx.many({
    text: `SELECT DISTINCT ON (d.sale_id) ${COLUMNS}, b.name AS "buyerName" ${FROM}
      ORDER BY d.sale_id, d.at DESC, d.disposition_id DESC`,
    values: [tx.context.tenantId, leadId],
  });

/** Erases what was said of a lead. */
export const dispositionErase = (tx: TenantWriter, leadId: string): Promise<number> =>
  tx.run({
    text: `DELETE FROM sale_dispositions WHERE tenant_id = $1 AND lead_id = $2 RETURNING disposition_id`,
    values: [tx.context.tenantId, leadId],
  });
