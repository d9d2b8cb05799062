import type { TenantWriter } from '../tenancy/index.ts';

/**
 * Notes that whoever acts gave a person access, or what opens the account, just now: neither is the other one's second
 * opinion for a day. A key stands for the person behind it. Nothing is noted of own doings, and where Careroute acts.
 */
export const accessBondSet = (tx: TenantWriter, userId: string): Promise<void> => bind(tx, 'u.user_id = $2', userId);

/** The same for everybody with a role of the tenant's own, which allows more from now on. */
export const accessBondsSetByRole = (tx: TenantWriter, roleId: string): Promise<void> =>
  bind(tx, 'u.custom_role_id = $2', roleId);

async function bind(tx: TenantWriter, whom: string, id: string): Promise<void> {
  const { tenantId, actor } = tx.context;
  if (actor.kind !== 'staff') return;
  await tx.run({
    text: `INSERT INTO access_bonds AS b (tenant_id, user_id, given_by, given_at)
      SELECT $1, u.user_id, g.id, now() FROM users AS u, (SELECT coalesce(
        (SELECT k.created_by FROM api_keys AS k WHERE k.tenant_id = $1 AND k.key_id = $3), $3::uuid) AS id) AS g
      WHERE u.tenant_id = $1 AND ${whom} AND g.id <> u.user_id ORDER BY u.user_id
      ON CONFLICT (tenant_id, user_id, given_by) DO UPDATE SET given_at = greatest(b.given_at, excluded.given_at)`,
    values: [tenantId, id, actor.id],
  });
}
