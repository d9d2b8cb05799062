import type { Database } from '../../src/platform/postgres/index.ts';

export interface Sealed {
  readonly table: string;
  readonly recordId: string;
  readonly part: string;
  readonly bytes: Buffer;
}

/** All that is sealed of a lead, as somebody may have copied it before. */
export const sealedOf = (owner: Database, leadId: string): Promise<Sealed[]> =>
  owner.query({
    text: `SELECT 'leads' AS table, lead_id AS "recordId", part, bytes FROM leads,
      LATERAL (VALUES ('identity', sealed_identity), ('contact', sealed_contact), ('health', sealed_health),
        ('other', sealed_other)) AS v (part, bytes) WHERE lead_id = $1
    UNION ALL SELECT 'sales', sale_id, 'licensed', sealed_licensed FROM sales WHERE lead_id = $1
    UNION ALL SELECT 'delivery_attempts', attempt_id, 'response', sealed_response
      FROM delivery_attempts JOIN sales USING (tenant_id, sale_id) WHERE lead_id = $1
    UNION ALL SELECT 'lead_notes', note_id, 'note', sealed_note FROM lead_notes WHERE lead_id = $1
    UNION ALL SELECT 'reveal_reasons', reveal_id, 'reason', sealed_reason FROM reveal_reasons WHERE lead_id = $1`,
    values: [leadId],
  });
