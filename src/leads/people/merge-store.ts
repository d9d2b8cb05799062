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
