import type { TenantReader, TenantWriter } from '../../core/tenancy/index.ts';

interface KeptData {
  readonly sessionId: string;
  readonly sealedData: Buffer;
}

/** The sessions of a lead whose data is still there. */
export async function sessionsOfLead(tx: TenantReader, leadId: string): Promise<KeptData[]> {
  return tx.many({
    text: `SELECT s.session_id AS "sessionId", s.sealed_data AS "sealedData" FROM lead_sessions AS s
      JOIN leads AS l ON l.tenant_id = s.tenant_id AND l.session_id = s.session_id
      WHERE l.tenant_id = $1 AND l.lead_id = $2 AND s.sealed_data IS NOT NULL`,
    values: [tx.context.tenantId, leadId],
  });
}

/** Takes the data of sessions away; gives the number of those that had some. */
export async function sessionsClear(tx: TenantWriter, sessionIds: readonly string[]): Promise<number> {
  return tx.run({
    text: `UPDATE lead_sessions SET sealed_data = NULL, version = version + 1
      WHERE tenant_id = $1 AND session_id = ANY($2::uuid[]) AND sealed_data IS NOT NULL RETURNING session_id`,
    values: [tx.context.tenantId, sessionIds],
  });
}

/** Takes away the data of sessions whose day is over, and gives those whose keys are to be destroyed. */
export async function sessionsEnd(tx: TenantWriter, now: Date, limit: number): Promise<string[]> {
  await tx.run({
    text: `UPDATE lead_sessions SET sealed_data = NULL, version = version + 1 WHERE tenant_id = $1
      AND session_id IN (SELECT session_id FROM lead_sessions WHERE tenant_id = $1 AND expires_at <= $2
        AND sealed_data IS NOT NULL ORDER BY expires_at LIMIT $3 FOR UPDATE SKIP LOCKED) RETURNING session_id`,
    values: [tx.context.tenantId, now, limit],
  });
  const rows = await tx.many<{ sessionId: string }>({
    text: `SELECT session_id AS "sessionId" FROM lead_sessions
      WHERE tenant_id = $1 AND sealed_data IS NULL AND shredded_at IS NULL LIMIT $2`,
    values: [tx.context.tenantId, limit],
  });
  return rows.map(({ sessionId }) => sessionId);
}

export async function sessionsShredded(tx: TenantWriter, sessionIds: readonly string[], now: Date): Promise<void> {
  await tx.run({
    text: `UPDATE lead_sessions SET shredded_at = $3
      WHERE tenant_id = $1 AND session_id = ANY($2::uuid[]) RETURNING session_id`,
    values: [tx.context.tenantId, sessionIds, now],
  });
}
