import type { TenantReader, TenantWriter } from '../tenancy/index.ts';

/** Filters and columns of a page under a name, as one person likes to see it. */
export interface ViewRow {
  readonly id: string;
  readonly page: string;
  readonly name: string;
  readonly query: Readonly<Record<string, unknown>>;
  readonly createdAt: Date;
}

const COLUMNS = 'view_id AS id, page, name, query, created_at AS "createdAt"';

interface Selected extends Omit<ViewRow, 'query'> {
  readonly query: string;
}

const rowOf = (row: Selected): ViewRow => ({ ...row, query: JSON.parse(row.query) as ViewRow['query'] });

/** A person's views, of one page if asked, in the order of their names. */
export async function viewList(tx: TenantReader, userId: string, page?: string): Promise<ViewRow[]> {
  const rows = await tx.many<Selected>({
    text: `SELECT ${COLUMNS} FROM saved_views
      WHERE tenant_id = $1 AND user_id = $2 AND ($3::text IS NULL OR page = $3) ORDER BY page, name, view_id`,
    values: [tx.context.tenantId, userId, page ?? null],
  });
  return rows.map(rowOf);
}

/** Makes all who would add views of a person take turns, so that the limit holds. */
export async function viewsLock(tx: TenantWriter, userId: string): Promise<void> {
  await tx.run({
    text: `SELECT pg_advisory_xact_lock(hashtextextended('saved_views ' || $1::text || ' ' || $2::text, 0))`,
    values: [tx.context.tenantId, userId],
  });
}

/** Breaks `saved_views_tenant_id_user_id_page_name_key` where the name is taken. */
export async function viewInsert(tx: TenantWriter, userId: string, view: ViewRow): Promise<void> {
  await tx.run({
    text: `INSERT INTO saved_views (tenant_id, view_id, user_id, page, name, query, created_at)
      VALUES ($1, $2, $3, $4, $5, $6, $7)`,
    values: [tx.context.tenantId, view.id, userId, view.page, view.name, JSON.stringify(view.query), view.createdAt],
  });
}

/** Changes what is given; undefined where the person has no such view. */
export async function viewUpdate(
  tx: TenantWriter,
  userId: string,
  viewId: string,
  change: { readonly name?: string; readonly query?: ViewRow['query'] },
): Promise<ViewRow | undefined> {
  const row = await tx.first<Selected>({
    text: `UPDATE saved_views SET name = coalesce($4, name), query = coalesce($5, query)
      WHERE tenant_id = $1 AND user_id = $2 AND view_id = $3 RETURNING ${COLUMNS}`,
    values: [
      tx.context.tenantId,
      userId,
      viewId,
      change.name ?? null,
      change.query === undefined ? null : JSON.stringify(change.query),
    ],
  });
  return row && rowOf(row);
}

/** Whether the person had such a view. */
export async function viewRemove(tx: TenantWriter, userId: string, viewId: string): Promise<boolean> {
  const removed = await tx.run({
    text: 'DELETE FROM saved_views WHERE tenant_id = $1 AND user_id = $2 AND view_id = $3 RETURNING view_id',
    values: [tx.context.tenantId, userId, viewId],
  });
  return removed === 1;
}
