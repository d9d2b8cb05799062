import type { TenantReader, TenantWriter } from '../tenancy/index.ts';
import type { FieldRule } from './domain/field-access.ts';

/** The rules of the tenant: for some roles, the product's by name and its own by id, or all. */
export async function fieldRuleList(tx: TenantReader, roles?: readonly string[]): Promise<FieldRule[]> {
  return tx.many({
    name: 'field-rule-list',
    text: `SELECT role, field, access FROM (
        SELECT role, field, access FROM field_access WHERE tenant_id = $1
        UNION ALL SELECT role_id::text, field, access FROM role_field_access WHERE tenant_id = $1) AS rules
      WHERE $2::text[] IS NULL OR role = ANY($2) ORDER BY role, field`,
    values: [tx.context.tenantId, roles ?? null],
  });
}

/** A role of the tenant's own, as far as field rules go. */
export interface RuledRole {
  readonly id: string;
  readonly name: string;
  readonly baseRole: string;
}

/** The roles of the tenant's own that are made of one of these. */
export async function ruledRoleList(tx: TenantReader, baseRoles: readonly string[]): Promise<RuledRole[]> {
  return tx.many({
    text: `SELECT id, name, base_role AS "baseRole" FROM custom_roles
      WHERE tenant_id = $1 AND base_role = ANY($2) ORDER BY name`,
    values: [tx.context.tenantId, baseRoles],
  });
}

/** Makes all who would replace the rules of a role take turns, so that no two sets are ever mixed. */
export async function fieldRulesLock(tx: TenantWriter, role: string): Promise<void> {
  await tx.run({
    text: `SELECT pg_advisory_xact_lock(hashtextextended('field_access ' || $1::text || ' ' || $2::text, 0))`,
    values: [tx.context.tenantId, role],
  });
}

/** Where rules of a role stand: the product's roles by name, the tenant's own by id. */
export interface RuledBy {
  readonly role: string;
  readonly isCustom: boolean;
}

const TABLES = {
  product: { table: 'field_access', column: 'role' },
  custom: { table: 'role_field_access', column: 'role_id' },
} as const;

/** Puts these rules in the place of all that a role had. */
export async function fieldRulesReplace(
  tx: TenantWriter,
  { role, isCustom }: RuledBy,
  rules: readonly Omit<FieldRule, 'role'>[],
): Promise<void> {
  const { table, column } = TABLES[isCustom ? 'custom' : 'product'];
  await tx.run({
    text: `DELETE FROM ${table} WHERE tenant_id = $1 AND ${column} = $2`,
    values: [tx.context.tenantId, role],
  });
  await tx.run({
    text: `INSERT INTO ${table} (tenant_id, ${column}, field, access)
      SELECT $1, $2, r.field, r.access FROM json_to_recordset($3::json) AS r (field text, access text)`,
    values: [tx.context.tenantId, role, JSON.stringify(rules)],
  });
}
