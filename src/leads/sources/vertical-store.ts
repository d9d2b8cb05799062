import { type Records, recordsOf, type TenantReader } from '../../core/tenancy/index.ts';
import type { Profile } from '../../core/gate/index.ts';

export interface VerticalRow {
  readonly id: string;
  readonly displayId: number;
  readonly name: string;
  readonly slug: string;
  readonly description: string | null;
  readonly status: string;
  readonly regime: string;
  readonly dedupFields: string[];
  readonly dedupMatch: string;
  readonly dedupWindowDays: number;
  readonly dedupSoldOnly: boolean;
  readonly profile: Profile;
  readonly customFieldCount: number;
  readonly verticalGroupId: string | null;
  readonly verticalGroup: string | null;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

export const verticalRecords: Records<VerticalRow> = recordsOf({
  table: 'verticals',
  numbered: 'vertical',
  search: ['name', 'slug'],
  fields: {
    id: 'id',
    displayId: 'display_id',
    name: 'name',
    slug: 'slug',
    description: 'description',
    status: 'status',
    regime: 'regime',
    dedupFields: 'dedup_fields',
    dedupMatch: 'dedup_match',
    dedupWindowDays: 'dedup_window_days',
    dedupSoldOnly: 'dedup_sold_only',
    profile: 'profile',
    customFieldCount: `(SELECT count(*) FROM lead_fields AS f
      WHERE f.tenant_id = verticals.tenant_id AND f.vertical_id = verticals.id)`,
    verticalGroupId: 'vertical_group_id',
    verticalGroup: `(SELECT g.name FROM vertical_groups AS g
      WHERE g.tenant_id = verticals.tenant_id AND g.id = verticals.vertical_group_id)`,
    createdAt: 'created_at',
    updatedAt: 'updated_at',
  },
});

/** The verticals of these ids, in no certain order. */
export async function verticalsOf(tx: TenantReader, ids: readonly string[]): Promise<VerticalRow[]> {
  if (ids.length === 0) return [];
  const also = [{ sql: 'id = ANY(?::uuid[])', value: ids }];
  return (await verticalRecords.list(tx, { also, limit: ids.length, offset: 0 })).rows;
}
