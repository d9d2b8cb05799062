import type { TenantWriter } from '../../core/tenancy/index.ts';
import type { LeadRow } from './store.ts';

/** What of a lead was corrected, sealed and indexed anew. */
export interface Corrected {
  /** Names of fields. */
  readonly fields: readonly string[];
  readonly sealed: { readonly identity?: Buffer; readonly contact?: Buffer };
  readonly tokens: readonly { readonly field: string; readonly token: Buffer }[];
}

const hex = (bytes: Buffer): string => `\\x${bytes.toString('hex')}`;

/** Puts what was corrected in the place of what was there. Only fields that were looked up by are so from now on. */
export async function leadCorrect(
  tx: TenantWriter,
  { leadId, verticalId, receivedAt }: LeadRow,
  { sealed, tokens }: Corrected,
  now: Date,
): Promise<void> {
  const { tenantId } = tx.context;
  await tx.run({
    text: `UPDATE leads SET sealed_identity = coalesce($3, sealed_identity),
        sealed_contact = coalesce($4, sealed_contact), updated_at = $5
      WHERE tenant_id = $1 AND lead_id = $2 RETURNING lead_id`,
    values: [tenantId, leadId, sealed.identity ?? null, sealed.contact ?? null, now],
  });
  await tx.run({
    text: `WITH gone AS (
        DELETE FROM lead_tokens AS t USING json_to_recordset($5::json) AS r (field text, token bytea)
        WHERE t.tenant_id = $1 AND t.lead_id = $2 AND t.field = r.field RETURNING r.field, r.token)
      INSERT INTO lead_tokens (tenant_id, field, token, vertical_id, lead_id, received_at)
      SELECT DISTINCT $1::uuid, g.field, g.token, $3::uuid, $2::uuid, $4::timestamptz FROM gone AS g RETURNING lead_id`,
    values: [
      tenantId,
      leadId,
      verticalId,
      receivedAt,
      JSON.stringify(tokens.map(({ field, token }) => ({ field, token: hex(token) }))),
    ],
  });
}
