import { type Records, recordsOf, type TenantReader, type TenantWriter } from '../../core/tenancy/index.ts';
import { newId } from '../../kernel/ids.ts';
import type { CodeRow } from './code-store.ts';
import type { Word } from './domain/meaning.ts';

export interface WordRow extends Word {
  readonly id: string;
  readonly contractId: string;
  readonly sortOrder: number;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

export const wordRecords: Records<WordRow> = recordsOf({
  table: 'contract_dispositions',
  search: ['externalCode'],
  fields: {
    id: 'id',
    contractId: 'contract_id',
    externalCode: 'external_code',
    externalLabel: 'external_label',
    codeId: 'code_id',
    triggersReturn: 'triggers_return',
    returnReason: 'return_reason',
    isActive: 'is_active',
    sortOrder: 'sort_order',
    createdAt: 'created_at',
    updatedAt: 'updated_at',
  },
});

/** What the buyer of a contract calls codes, in their order. */
export async function wordsOfContract(tx: TenantReader, contractId: string): Promise<WordRow[]> {
  const request = { where: { contractId }, sort: 'sortOrder', sortDirection: 'asc', limit: 10_000, offset: 0 } as const;
  return (await wordRecords.list(tx, request)).rows;
}

/** Takes codes into a contract under their own slugs, but for words it has. Gives the ids of those it took. */
export async function wordsInsert(tx: TenantWriter, contractId: string, codes: readonly CodeRow[]): Promise<string[]> {
  const words = codes.map(({ id: codeId, slug, label, sortOrder }) => ({
    id: newId(),
    codeId,
    slug,
    label,
    sortOrder,
  }));
  const rows = await tx.many<{ id: string }>({
    text: `INSERT INTO contract_dispositions (tenant_id, id, contract_id, external_code, external_label, code_id,
        sort_order)
      SELECT $1, w.id, $2, w.slug, w.label, w."codeId", w."sortOrder"
      FROM jsonb_to_recordset($3) AS w (id uuid, slug text, label text, "codeId" uuid, "sortOrder" integer)
      ON CONFLICT ON CONSTRAINT contract_dispositions_external_code DO NOTHING RETURNING id`,
    values: [tx.context.tenantId, contractId, JSON.stringify(words)],
  });
  return rows.map(({ id }) => id);
}

/** Lets words stand for no code where they stand for one of the group. Gives the ids of those it changed. */
export async function wordsUnlink(tx: TenantWriter, verticalGroupId: string): Promise<string[]> {
  const rows = await tx.many<{ id: string }>({
    text: `UPDATE contract_dispositions AS w SET code_id = NULL, updated_at = now() FROM disposition_codes AS c
      WHERE w.tenant_id = $1 AND c.tenant_id = $1 AND c.id = w.code_id AND c.vertical_group_id = $2 RETURNING w.id`,
    values: [tx.context.tenantId, verticalGroupId],
  });
  return rows.map(({ id }) => id);
}
