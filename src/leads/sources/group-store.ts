import { type Records, recordsOf, type TenantReader, type TenantWriter } from '../../core/tenancy/index.ts';

export interface GroupRow {
  readonly id: string;
  readonly name: string;
  readonly dedupScope: 'vertical' | 'group';
  readonly verticals: readonly GroupMember[];
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

/** A vertical of a group. */
export interface GroupMember {
  readonly id: string;
  readonly name: string;
  readonly status: string;
}

export const groupRecords: Records<GroupRow> = recordsOf({
  table: 'vertical_groups',
  search: ['name'],
  fields: {
    id: 'id',
    name: 'name',
    dedupScope: 'dedup_scope',
    verticals: `(SELECT coalesce(jsonb_agg(jsonb_build_object('id', v.id, 'name', v.name, 'status', v.status)
        ORDER BY v.display_id), '[]') FROM verticals AS v
      WHERE v.tenant_id = vertical_groups.tenant_id AND v.vertical_group_id = vertical_groups.id)`,
    createdAt: 'created_at',
    updatedAt: 'updated_at',
  },
});

/**
 * Makes these verticals, and no others, the group's. One that is of another group leaves that. Gives the ids of those
 * that it changed.
 */
export async function groupSetVerticals(
  tx: TenantWriter,
  groupId: string,
  verticalIds: readonly string[],
): Promise<string[]> {
  const rows = await tx.many<{ id: string }>({
    text: `UPDATE verticals SET vertical_group_id = CASE WHEN id = ANY ($3::uuid[]) THEN $2::uuid END,
        updated_at = now()
      WHERE tenant_id = $1 AND (id = ANY ($3::uuid[])) IS DISTINCT FROM coalesce(vertical_group_id = $2, false)
      RETURNING id`,
    values: [tx.context.tenantId, groupId, verticalIds],
  });
  return rows.map(({ id }) => id);
}

/** Those of the ids that are verticals here. */
export async function verticalsKnown(tx: TenantReader, verticalIds: readonly string[]): Promise<Set<string>> {
  const rows = await tx.many<{ id: string }>({
    text: 'SELECT id FROM verticals WHERE tenant_id = $1 AND id = ANY ($2::uuid[])',
    values: [tx.context.tenantId, verticalIds],
  });
  return new Set(rows.map(({ id }) => id));
}
