import type { TenantReader, TenantWriter } from '../../core/tenancy/index.ts';

/** That somebody looked behind the masks of a lead, and why. */
export interface RevealRow {
  readonly revealId: string;
  readonly leadId: string;
  readonly actorId: string;
  /** Names of the fields shown. */
  readonly fields: readonly string[];
  /** Null once the lead was erased. */
  readonly sealedReason: Buffer | null;
  readonly at: Date;
}

/**
 * Keeps it, unless the lead was erased meanwhile; gives the number of rows written. The lead is locked, so that an
 * erasure comes wholly before or wholly after.
 */
export async function revealInsert(tx: TenantWriter, reveal: RevealRow): Promise<number> {
  const { revealId, leadId, actorId, fields, sealedReason, at } = reveal;
  return tx.run({
    text: `INSERT INTO reveal_reasons (tenant_id, reveal_id, lead_id, actor_id, fields, sealed_reason, at)
      SELECT $1, $2, l.lead_id, $4, $5, $6, $7 FROM leads AS l
      WHERE l.tenant_id = $1 AND l.lead_id = $3 AND l.status <> 'erased' FOR SHARE RETURNING reveal_id`,
    values: [tx.context.tenantId, revealId, leadId, actorId, fields, sealedReason, at],
  });
}

const COLUMNS = `reveal_id AS "revealId", lead_id AS "leadId", actor_id AS "actorId", fields,
  sealed_reason AS "sealedReason", at`;

/** All of a lead, oldest first. */
export async function revealList(tx: TenantReader, leadId: string): Promise<RevealRow[]> {
  return tx.many({
    text: `SELECT ${COLUMNS}
      FROM reveal_reasons WHERE tenant_id = $1 AND lead_id = $2 ORDER BY at, reveal_id`,
    values: [tx.context.tenantId, leadId],
  });
}

export interface RevealFilter {
  readonly leadId: string | undefined;
  readonly userId: string | undefined;
  readonly from: Date | undefined;
  readonly to: Date | undefined;
  readonly limit: number;
  readonly offset: number;
}

/** A page of those of all leads, newest first. */
export async function revealPage(
  tx: TenantReader,
  filter: RevealFilter,
): Promise<{ readonly rows: readonly RevealRow[]; readonly total: number }> {
  const { leadId = null, userId = null, from = null, to = null, limit, offset } = filter;
  const where = `FROM reveal_reasons WHERE tenant_id = $1 AND ($2::uuid IS NULL OR lead_id = $2)
    AND ($3::uuid IS NULL OR actor_id = $3) AND ($4::timestamptz IS NULL OR at >= $4)
    AND ($5::timestamptz IS NULL OR at < $5)`;
  const values = [tx.context.tenantId, leadId, userId, from, to];
  const counted = await tx.first<{ total: number }>({ text: `SELECT count(*) AS total ${where}`, values });
  const rows = await tx.many<RevealRow>({
    text: `SELECT ${COLUMNS} ${where} ORDER BY at DESC, reveal_id DESC LIMIT $6 OFFSET $7`,
    values: [...values, limit, offset],
  });
  return { rows, total: counted?.total ?? 0 };
}

/** Erases the reasons; who looked at which fields, and when, stays. */
export async function revealErase(tx: TenantWriter, leadId: string): Promise<number> {
  return tx.run({
    text: `UPDATE reveal_reasons SET sealed_reason = NULL
      WHERE tenant_id = $1 AND lead_id = $2 AND sealed_reason IS NOT NULL RETURNING reveal_id`,
    values: [tx.context.tenantId, leadId],
  });
}
