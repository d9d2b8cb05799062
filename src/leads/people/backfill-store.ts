import type { TenantReader, TenantWriter } from '../../core/tenancy/index.ts';
import type { Placed } from '../intake/index.ts';

const WITHOUT = `FROM leads AS l WHERE l.tenant_id = $1 AND l.person_id IS NULL AND l.status <> 'erased'
  AND EXISTS (SELECT FROM lead_tokens AS t WHERE t.tenant_id = $1 AND t.lead_id = l.lead_id
    AND t.field IN ('email', 'phone'))`;

/** Leads without a person that could have one, the oldest first, kept from others until the transaction ends. */
export async function leadsWithoutPerson(tx: TenantWriter, limit: number): Promise<Placed[]> {
  return tx.many({
    text: `SELECT l.lead_id AS "leadId", l.number,
        (SELECT json_agg(json_build_object('field', t.field, 'token', encode(t.token, 'hex'))) FROM lead_tokens AS t
          WHERE t.tenant_id = $1 AND t.lead_id = l.lead_id) AS tokens
      ${WITHOUT} ORDER BY l.lead_id LIMIT ${limit} FOR NO KEY UPDATE OF l SKIP LOCKED`,
    values: [tx.context.tenantId],
  });
}

/** By what a lead is found. */
export async function tokensNamed(tx: TenantReader, leadId: string): Promise<Placed['tokens']> {
  return tx.many({
    text: 'SELECT field, token FROM lead_tokens WHERE tenant_id = $1 AND lead_id = $2',
    values: [tx.context.tenantId, leadId],
  });
}

/** Whether there is any such lead. */
export async function anyWithoutPerson(tx: TenantReader): Promise<boolean> {
  const row = await tx.first<{ any: boolean }>({
    text: `SELECT EXISTS (SELECT ${WITHOUT}) AS any`,
    values: [tx.context.tenantId],
  });
  return row?.any === true;
}

/** Says whose these leads are, and their sales with them. */
export async function leadsSetPerson(tx: TenantWriter, persons: ReadonlyMap<string, string>): Promise<void> {
  const pairs = [...persons];
  const values = [tx.context.tenantId, pairs.map(([leadId]) => leadId), pairs.map(([, personId]) => personId)];
  for (const table of ['leads', 'sales'])
    await tx.run({
      text: `UPDATE ${table} AS t SET person_id = r.person_id
        FROM unnest($2::uuid[], $3::uuid[]) AS r (lead_id, person_id)
        WHERE t.tenant_id = $1 AND t.lead_id = r.lead_id RETURNING t.lead_id`,
      values,
    });
}
