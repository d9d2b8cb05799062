import { type Records, recordsOf, type TenantReader, type TenantWriter } from '../../core/tenancy/index.ts';
import type { Code } from './domain/meaning.ts';
import type { NewCode } from './domain/standard-codes.ts';
import { newId } from '../../kernel/ids.ts';

export interface CodeRow extends Code {
  readonly verticalGroupId: string;
  readonly sortOrder: number;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

export const codeRecords: Records<CodeRow> = recordsOf({
  table: 'disposition_codes',
  search: ['label'],
  fields: {
    id: 'id',
    verticalGroupId: 'vertical_group_id',
    label: 'label',
    slug: 'slug',
    category: 'category',
    triggersReturn: 'triggers_return',
    returnReason: 'return_reason',
    isActive: 'is_active',
    sortOrder: 'sort_order',
    createdAt: 'created_at',
    updatedAt: 'updated_at',
  },
});

/** More than any group has. */
const WHOLE = { limit: 10_000, offset: 0 };

/** Codes of a group in their order: a page, or all of them. */
export const codeList = (tx: TenantReader, verticalGroupId: string, page: typeof WHOLE = WHOLE) =>
  codeRecords.list(tx, { where: { verticalGroupId }, sort: 'sortOrder', sortDirection: 'asc', ...page });

/** Adds codes to a group, but for those whose slugs it has. Gives the ids of those it added. */
export async function codesInsert(
  tx: TenantWriter,
  verticalGroupId: string,
  codes: readonly NewCode[],
): Promise<string[]> {
  const rows = await tx.many<{ id: string }>({
    text: `INSERT INTO disposition_codes (tenant_id, id, vertical_group_id, label, slug, category, triggers_return,
        return_reason, is_active, sort_order)
      SELECT $1, c.id, $2, c.label, c.slug, c.category, c."triggersReturn", c."returnReason", c."isActive",
        c."sortOrder"
      FROM jsonb_to_recordset($3) AS c (id uuid, label text, slug text, category text, "triggersReturn" boolean,
        "returnReason" text, "isActive" boolean, "sortOrder" integer)
      ON CONFLICT ON CONSTRAINT disposition_codes_slug DO NOTHING RETURNING id`,
    values: [tx.context.tenantId, verticalGroupId, JSON.stringify(codes.map((code) => ({ ...code, id: newId() })))],
  });
  return rows.map(({ id }) => id);
}

/** A code's place among those of its group. */
export interface CodePlace {
  readonly id: string;
  readonly sortOrder: number;
}

export async function codesOrder(tx: TenantWriter, places: readonly CodePlace[]): Promise<void> {
  await tx.run({
    text: `UPDATE disposition_codes AS d SET sort_order = p."sortOrder", updated_at = now()
      FROM jsonb_to_recordset($2) AS p (id uuid, "sortOrder" integer)
      WHERE d.tenant_id = $1 AND d.id = p.id RETURNING d.id`,
    values: [tx.context.tenantId, JSON.stringify(places)],
  });
}

/** The group of a contract's vertical; null where it is of none. */
export async function groupOfContract(tx: TenantReader, contractId: string): Promise<string | null> {
  const row = await tx.first<{ groupId: string | null }>({
    text: `SELECT v.vertical_group_id AS "groupId" FROM contracts AS c
      JOIN verticals AS v ON v.tenant_id = c.tenant_id AND v.id = c.vertical_id
      WHERE c.tenant_id = $1 AND c.id = $2`,
    values: [tx.context.tenantId, contractId],
  });
  return row?.groupId ?? null;
}
