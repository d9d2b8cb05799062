import type { TenantWriter } from '../tenancy/index.ts';

/**
 * Notes that whoever acts gave a person access, or what opens the account, just now: neither is the other one's second
 * opinion for a day. A key stands for the person behind it. Nothing is noted of own doings, and where Careroute acts.
 */
export async function accessBondSet(tx: TenantWriter, userId: string): Promise<void> {
  const { tenantId, actor } = tx.context;
  if (actor.kind !== 'staff') return;
  await tx.run({
    text: `INSERT INTO access_bonds AS b (tenant_id, user_id, given_by, given_at)
      SELECT $1, $2, g.id, now() FROM (SELECT coalesce(
        (SELECT k.created_by FROM api_keys AS k WHERE k.tenant_id = $1 AND k.key_id = $3), $3::uuid) AS id) AS g
      WHERE g.id <> $2
      ON CONFLICT (tenant_id, user_id, given_by) DO UPDATE SET given_at = greatest(b.given_at, excluded.given_at)`,
    values: [tenantId, userId, actor.id],
  });
}
