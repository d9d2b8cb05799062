import type { TenantWriter } from '../../core/tenancy/index.ts';
import { factsDelete } from './facts-store.ts';

/**
 * Takes a lead that is erased from its person. A person without leads disappears, with all that was merged into it; of
 * one with others, the keys go that none of them carries. What was written down by hand counts like a lead. Gives the
 * number of rows changed, the lead's included.
 */
export async function personForget(tx: TenantWriter, leadId: string): Promise<number> {
  const { tenantId } = tx.context;
  const lead = await tx.first<{ personId: string | null }>({
    text: 'SELECT person_id AS "personId" FROM leads WHERE tenant_id = $1 AND lead_id = $2',
    values: [tenantId, leadId],
  });
  if (!lead || lead.personId === null) return 0;
  await personHold(tx, lead.personId);
  for (const table of ['sales', 'leads'])
    await tx.run({
      text: `UPDATE ${table} SET person_id = NULL WHERE tenant_id = $1 AND lead_id = $2 RETURNING lead_id`,
      values: [tenantId, leadId],
    });
  return 1 + (await tidy(tx, lead.personId));
}

/** Takes away what was written down of a person by hand, and what of the person nothing else carries. */
export async function factsForget(tx: TenantWriter, personId: string): Promise<number> {
  const person = await tx.first<{ keptId: string }>({
    text: `SELECT coalesce(p.merged_into, p.person_id) AS "keptId" FROM person_facts AS f
      JOIN people AS p ON p.tenant_id = $1 AND p.person_id = f.person_id WHERE f.tenant_id = $1 AND f.person_id = $2`,
    values: [tx.context.tenantId, personId],
  });
  if (!person) return 0;
  await personHold(tx, person.keptId);
  return (await factsDelete(tx, personId)) + (await tidy(tx, person.keptId));
}

/** Held before anything is looked at: a lead of the person that comes meanwhile is waited for, and seen. */
export async function personHold(tx: TenantWriter, personId: string): Promise<void> {
  await tx.many({
    text: `SELECT person_id FROM people WHERE tenant_id = $1 AND (person_id = $2 OR merged_into = $2)
      ORDER BY key_token, key_field, person_id FOR UPDATE`,
    values: [tx.context.tenantId, personId],
  });
}

/** What was written down of the person, or of one who was merged into it. */
const FACTS = `SELECT FROM person_facts AS f JOIN people AS q ON q.tenant_id = $1 AND q.person_id = f.person_id
  WHERE f.tenant_id = $1 AND (q.person_id = $2 OR q.merged_into = $2)`;

const UNCARRIED = `NOT EXISTS (SELECT FROM leads AS l
    JOIN lead_tokens AS t ON t.tenant_id = $1 AND t.lead_id = l.lead_id
    WHERE l.tenant_id = $1 AND l.person_id = $2 AND t.token = p.key_token AND t.field = p.key_field)
  AND NOT EXISTS (${FACTS} AND p.key_token = CASE p.key_field WHEN 'email' THEN f.email_token ELSE f.phone_token END)`;

/** Takes away a person of whom nothing is left, or the keys that nothing carries; gives the number of rows. */
async function tidy(tx: TenantWriter, personId: string): Promise<number> {
  const values = [tx.context.tenantId, personId];
  const gone = await tx.run({
    text: `DELETE FROM people AS p WHERE p.tenant_id = $1 AND p.person_id = $2 AND NOT EXISTS (${FACTS})
      AND NOT EXISTS (SELECT FROM leads AS l WHERE l.tenant_id = $1 AND l.person_id = $2) RETURNING p.person_id`,
    values,
  });
  if (gone > 0) return gone;
  const merged = await tx.run({
    text: `DELETE FROM people AS p WHERE p.tenant_id = $1 AND p.merged_into = $2 AND ${UNCARRIED}
      AND NOT EXISTS (SELECT FROM person_facts AS own WHERE own.tenant_id = $1 AND own.person_id = p.person_id)
      RETURNING p.person_id`,
    values,
  });
  const cleared = await tx.run({
    text: `UPDATE people AS p SET key_field = NULL, key_token = NULL
      WHERE p.tenant_id = $1 AND p.person_id = $2 AND p.key_token IS NOT NULL AND ${UNCARRIED} RETURNING p.person_id`,
    values,
  });
  return merged + cleared;
}
