import type { TenantReader, TenantWriter } from '../tenancy/index.ts';
import type { FieldRule } from './domain/field-access.ts';

/** The rules of the tenant: for one role, or all. */
export async function fieldRuleList(tx: TenantReader, role?: string): Promise<FieldRule[]> {
  return tx.many({
    name: 'field-rule-list',
    text: `SELECT role, field, access FROM field_access WHERE tenant_id = $1 AND ($2::text IS NULL OR role = $2)
      ORDER BY role, field`,
    values: [tx.context.tenantId, role ?? null],
  });
}

/** Makes all who would replace the rules of a role take turns, so that no two sets are ever mixed. */
export async function fieldRulesLock(tx: TenantWriter, role: string): Promise<void> {
  await tx.run({
    text: `SELECT pg_advisory_xact_lock(hashtextextended('field_access ' || $1::text || ' ' || $2::text, 0))`,
    values: [tx.context.tenantId, role],
  });
}

/** Puts these rules in the place of all that a role had. */
export async function fieldRulesReplace(
  tx: TenantWriter,
  role: string,
  rules: readonly Omit<FieldRule, 'role'>[],
): Promise<void> {
  await tx.run({
    text: 'DELETE FROM field_access WHERE tenant_id = $1 AND role = $2',
    values: [tx.context.tenantId, role],
  });
  await tx.run({
    text: `INSERT INTO field_access (tenant_id, role, field, access)
      SELECT $1, $2, r.field, r.access FROM json_to_recordset($3::json) AS r (field text, access text)`,
    values: [tx.context.tenantId, role, JSON.stringify(rules)],
  });
}
