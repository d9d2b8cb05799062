import type { TenantWriter } from '../../core/tenancy/index.ts';
import type { PersonStatus } from './store.ts';

/** A person as far as a merge needs it, kept from others until the transaction ends. */
export interface HeldPerson {
  readonly personId: string;
  readonly number: number;
  readonly status: PersonStatus;
  readonly mergedInto: string | null;
}

/**
 * Holds two people, with all that was merged into the second: a lead that comes meanwhile waits, and then finds them as
 * one. In the order in which intake takes its keys, so that nobody waits in a circle.
 */
export async function peopleHold(tx: TenantWriter, keptId: string, goneId: string): Promise<HeldPerson[]> {
  return tx.many({
    text: `SELECT person_id AS "personId", number, status, merged_into AS "mergedInto" FROM people
      WHERE tenant_id = $1 AND (person_id IN ($2, $3) OR merged_into = $3)
      ORDER BY key_token, key_field, person_id FOR NO KEY UPDATE`,
    values: [tx.context.tenantId, keptId, goneId],
  });
}

/**
 * Makes one person of two that are held: leads, sales and tags of the second become those of the first. Gives the ids
 * of the leads.
 */
export async function peopleMerge(tx: TenantWriter, keptId: string, goneId: string, at: Date): Promise<string[]> {
  const values = [tx.context.tenantId, keptId, goneId];
  // Who was merged into it first: a lead that comes by such a one is waited for here, and moves with the others.
  await tx.run({
    text: `UPDATE people SET merged_into = $2, updated_at = $4
      WHERE tenant_id = $1 AND merged_into = $3 RETURNING person_id`,
    values: [...values, at],
  });
  await tx.run({
    text: `UPDATE people AS p SET updated_at = $4, tags = ARRAY(SELECT tag FROM (
        SELECT unnest(p.tags) AS tag UNION SELECT unnest(g.tags)) AS both_have ORDER BY tag)
      FROM people AS g WHERE g.tenant_id = $1 AND g.person_id = $3 AND p.tenant_id = $1 AND p.person_id = $2
      RETURNING p.person_id`,
    values: [...values, at],
  });
  await tx.run({
    text: `UPDATE people SET status = 'merged', merged_into = $2, merged_at = $4, updated_at = $4
      WHERE tenant_id = $1 AND person_id = $3 RETURNING person_id`,
    values: [...values, at],
  });
  const leads = await tx.many<{ leadId: string }>({
    text: `UPDATE leads SET person_id = $2 WHERE tenant_id = $1 AND person_id = $3 RETURNING lead_id AS "leadId"`,
    values,
  });
  await tx.run({
    text: 'UPDATE sales SET person_id = $2 WHERE tenant_id = $1 AND person_id = $3 RETURNING sale_id',
    values,
  });
  return leads.map(({ leadId }) => leadId);
}

/**
 * Takes a lead that is erased from its person. A person without leads disappears, with all that was merged into it; of
 * one with others, the keys go that none of them carries. Gives the number of rows changed, the lead's included.
 */
export async function personForget(tx: TenantWriter, leadId: string): Promise<number> {
  const { tenantId } = tx.context;
  const lead = await tx.first<{ personId: string | null }>({
    text: 'SELECT person_id AS "personId" FROM leads WHERE tenant_id = $1 AND lead_id = $2',
    values: [tenantId, leadId],
  });
  if (!lead || lead.personId === null) return 0;
  const of = [tenantId, lead.personId];
  // Held before anything is looked at: a lead of the person that comes meanwhile is waited for, and seen.
  await tx.many({
    text: `SELECT person_id FROM people WHERE tenant_id = $1 AND (person_id = $2 OR merged_into = $2)
      ORDER BY key_token, key_field, person_id FOR UPDATE`,
    values: of,
  });
  for (const table of ['sales', 'leads'])
    await tx.run({
      text: `UPDATE ${table} SET person_id = NULL WHERE tenant_id = $1 AND lead_id = $2 RETURNING lead_id`,
      values: [tenantId, leadId],
    });
  const gone = await tx.run({
    text: `DELETE FROM people AS p WHERE p.tenant_id = $1 AND p.person_id = $2
      AND NOT EXISTS (SELECT FROM leads AS l WHERE l.tenant_id = $1 AND l.person_id = $2) RETURNING p.person_id`,
    values: of,
  });
  if (gone > 0) return gone + 1;
  const uncarried = `NOT EXISTS (SELECT FROM leads AS l
      JOIN lead_tokens AS t ON t.tenant_id = $1 AND t.lead_id = l.lead_id
      WHERE l.tenant_id = $1 AND l.person_id = $2 AND t.token = p.key_token AND t.field = p.key_field)`;
  const merged = await tx.run({
    text: `DELETE FROM people AS p WHERE p.tenant_id = $1 AND p.merged_into = $2 AND ${uncarried}
      RETURNING p.person_id`,
    values: of,
  });
  const cleared = await tx.run({
    text: `UPDATE people AS p SET key_field = NULL, key_token = NULL
      WHERE p.tenant_id = $1 AND p.person_id = $2 AND p.key_token IS NOT NULL AND ${uncarried} RETURNING p.person_id`,
    values: of,
  });
  return merged + cleared + 1;
}
