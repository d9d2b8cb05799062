import type { UserRole } from '../access/index.ts';
import type { TenantReader, TenantWriter } from '../tenancy/index.ts';

/** A role of a tenant's own. */
export interface CustomRole {
  readonly id: string;
  readonly name: string;
  readonly baseRole: UserRole;
  readonly permissions: string[];
  readonly people: number;
}

const COLUMNS = `c.id, c.name, c.base_role AS "baseRole", c.permissions,
  (SELECT count(*) FROM users AS u WHERE u.tenant_id = c.tenant_id AND u.custom_role_id = c.id) AS people`;

export async function roleList(tx: TenantReader): Promise<CustomRole[]> {
  return tx.many({
    text: `SELECT ${COLUMNS} FROM custom_roles AS c WHERE c.tenant_id = $1 ORDER BY c.name`,
    values: [tx.context.tenantId],
  });
}

export async function roleFind(tx: TenantReader, id: string): Promise<CustomRole | undefined> {
  return tx.first({
    text: `SELECT ${COLUMNS} FROM custom_roles AS c WHERE c.tenant_id = $1 AND c.id = $2`,
    values: [tx.context.tenantId, id],
  });
}

/** Makes a role, or replaces the one with this id. */
export async function roleSave(
  tx: TenantWriter,
  role: Pick<CustomRole, 'id' | 'name' | 'baseRole' | 'permissions'>,
): Promise<void> {
  await tx.run({
    text: `INSERT INTO custom_roles (tenant_id, id, name, base_role, permissions) VALUES ($1, $2, $3, $4, $5)
      ON CONFLICT (tenant_id, id) DO UPDATE SET name = $3, permissions = $5, updated_at = now()`,
    values: [tx.context.tenantId, role.id, role.name, role.baseRole, role.permissions],
  });
}

export async function roleDelete(tx: TenantWriter, id: string): Promise<boolean> {
  const rows = await tx.run({
    text: 'DELETE FROM custom_roles WHERE tenant_id = $1 AND id = $2 RETURNING 1',
    values: [tx.context.tenantId, id],
  });
  return rows === 1;
}

/** Where people of a role may sign in from. */
export interface SignInRule {
  readonly role: string;
  readonly allowedCidrs: string[];
}

export async function signInRules(tx: TenantReader): Promise<SignInRule[]> {
  return tx.many({
    text: `SELECT role, allowed_cidrs::text[] AS "allowedCidrs" FROM sign_in_rules WHERE tenant_id = $1 ORDER BY role`,
    values: [tx.context.tenantId],
  });
}

/** Sets the networks of a role; none takes the rule away. */
export async function signInRuleSet(tx: TenantWriter, { role, allowedCidrs }: SignInRule): Promise<void> {
  const { tenantId } = tx.context;
  await tx.run({ text: 'DELETE FROM sign_in_rules WHERE tenant_id = $1 AND role = $2', values: [tenantId, role] });
  if (allowedCidrs.length === 0) return;
  await tx.run({
    text: 'INSERT INTO sign_in_rules (tenant_id, role, allowed_cidrs) VALUES ($1, $2, $3::cidr[])',
    values: [tenantId, role, allowedCidrs],
  });
}
