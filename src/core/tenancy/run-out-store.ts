import type { TenantContext } from './context.ts';
import type { Tenancy } from './tenancy.ts';

/** Rows of a table that run out. Names and conditions are constants. */
export interface RunningOut {
  readonly table: string;
  /** The columns that name a row of a tenant. */
  readonly key: readonly string[];
  /** The column that says when a row ends. */
  readonly endsAt: string;
  /** What must hold as well before a row may go. */
  readonly only?: string;
  /** Rows in one transaction: fewer where each takes many others along. */
  readonly atOnce?: number;
}

/** Deletes the rows of a tenant that ended before an instant, so many in one transaction, until none is left. */
export async function runOutDelete(
  tenancy: Tenancy,
  context: TenantContext,
  { table, key, endsAt, only = 'true', atOnce = 1000 }: RunningOut,
  before: Date,
): Promise<void> {
  const columns = key.join(', ');
  const statement = {
    text: `DELETE FROM ${table} WHERE tenant_id = $1 AND (${columns}) IN (
        SELECT ${columns} FROM ${table} WHERE tenant_id = $1 AND ${endsAt} < $2 AND ${only}
        ORDER BY ${endsAt} LIMIT $3 FOR UPDATE SKIP LOCKED)
      RETURNING tenant_id`,
    values: [context.tenantId, before, atOnce],
  };
  let deleted = atOnce;
  while (deleted === atOnce) deleted = await tenancy.withTenant(context, (tx) => tx.run(statement));
}
