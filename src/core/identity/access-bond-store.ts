import type { TenantReader, TenantWriter } from '../tenancy/index.ts';
import type { UserChange } from './user-change.ts';

/** Two opinions on one thing are never further apart: a bond that is older counts for nothing. */
const KEPT_DAYS = 3;

/** By which change an account, or more than before, is somebody's; `$` stands for the new value. */
const OPENS: Readonly<Partial<Record<keyof UserChange, string>>> = {
  email: 'email IS DISTINCT FROM $',
  role: 'role IS DISTINCT FROM $',
  customRoleId: 'custom_role_id IS DISTINCT FROM $',
  status: 'status IS DISTINCT FROM $',
  readOnly: 'read_only AND NOT $',
  piiAccess: '$ AND NOT pii_access',
  accessUntil: 'access_until IS NOT NULL AND ($::timestamptz IS NULL OR $ > access_until)',
};

/** Whoever of the tenant acts; undefined where Careroute does, or the person does. */
function giverIn({ context: { actor } }: TenantReader, userId?: string): string | undefined {
  return actor.kind === 'staff' && actor.id !== userId ? actor.id : undefined;
}

/** Keeps that whoever acts gave a person access: made the account, or could take it over. */
export async function bondKeep(tx: TenantWriter, userId: string): Promise<void> {
  await keep(tx, giverIn(tx, userId), 'user_id = $3', [userId]);
}

/** The same where a change gives more than the account has; to be called before it. */
export async function bondKeepFor(tx: TenantWriter, userId: string, change: UserChange): Promise<void> {
  const values: unknown[] = [userId];
  const opened = Object.entries(OPENS).flatMap(([field, condition]) => {
    const value = change[field as keyof UserChange];
    return value === undefined ? [] : [condition.replaceAll('$', `$${values.push(value) + 2}`)];
  });
  if (opened.length > 0) await keep(tx, giverIn(tx, userId), `user_id = $3 AND (${opened.join(' OR ')})`, values);
}

/** The same for all who have a role of the tenant's own, which will allow more. */
export async function bondKeepForRole(tx: TenantWriter, roleId: string): Promise<void> {
  const giver = giverIn(tx);
  await keep(tx, giver, 'custom_role_id = $3 AND user_id <> $2', [roleId]);
}

async function keep(
  tx: TenantWriter,
  giver: string | undefined,
  whose: string,
  values: readonly unknown[],
): Promise<void> {
  if (giver === undefined) return;
  const { tenantId } = tx.context;
  await tx.run({
    text: `INSERT INTO access_bonds (tenant_id, user_id, given_by, given_at)
      SELECT tenant_id, user_id, $2, now() FROM users WHERE tenant_id = $1 AND ${whose}
      ON CONFLICT (tenant_id, user_id, given_by) DO UPDATE SET given_at = now()`,
    values: [tenantId, giver, ...values],
  });
  await tx.run({
    text: `DELETE FROM access_bonds WHERE tenant_id = $1 AND given_at < now() - make_interval(days => $2)`,
    values: [tenantId, KEPT_DAYS],
  });
}
