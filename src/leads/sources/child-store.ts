import type { TenantReader, TenantWriter } from '../../core/tenancy/index.ts';

/** What may hang on a record, and the states in which it still takes, routes or buys leads. */
const WORKING = { campaigns: ['testing', 'active'], offers: ['active'], contracts: ['active'] } as const;

export type ChildKind = keyof typeof WORKING;

/** The record that they hang on, and the column that names it. */
export interface Parent {
  readonly column: 'partner_id' | 'buyer_id' | 'vertical_id';
  readonly id: string;
}

/** How many of a kind hang on a record and are at work. */
export async function childrenCount(tx: TenantReader, kind: ChildKind, { column, id }: Parent): Promise<number> {
  const row = await tx.first<{ count: number }>({
    text: `SELECT count(*) AS count FROM ${kind} WHERE tenant_id = $1 AND ${column} = $2 AND status = ANY($3)`,
    values: [tx.context.tenantId, id, WORKING[kind]],
  });
  return row?.count ?? 0;
}

/** Switches those off, and gives their ids. */
export async function childrenDeactivate(tx: TenantWriter, kind: ChildKind, { column, id }: Parent): Promise<string[]> {
  const rows = await tx.many<{ id: string }>({
    text: `UPDATE ${kind} SET status = 'inactive', updated_at = now()
      WHERE tenant_id = $1 AND ${column} = $2 AND status = ANY($3) RETURNING id`,
    values: [tx.context.tenantId, id, WORKING[kind]],
  });
  return rows.map((row) => row.id);
}
