import type { Pool } from './domain/terms.ts';
import type { TenantReader, TenantWriter } from '../../core/tenancy/index.ts';

/** A contract on an offer; priority and weight override the contract's own where they are not null. */
export interface LinkRow {
  readonly contractId: string;
  readonly priority: number | null;
  readonly weight: number | null;
  readonly pool: Pool;
  readonly createdAt: Date;
}

const COLUMNS = 'contract_id AS "contractId", priority, weight, pool, created_at AS "createdAt"';

/** Contracts of an offer, newest link first. */
export async function linkList(
  tx: TenantReader,
  offerId: string,
  page: { readonly limit: number; readonly offset: number },
): Promise<{ rows: LinkRow[]; total: number }> {
  const values = [tx.context.tenantId, offerId];
  const counted = await tx.first<{ total: number }>({
    text: 'SELECT count(*) AS total FROM offer_contracts WHERE tenant_id = $1 AND offer_id = $2',
    values,
  });
  const rows = await tx.many<LinkRow>({
    text: `SELECT ${COLUMNS} FROM offer_contracts WHERE tenant_id = $1 AND offer_id = $2
      ORDER BY created_at DESC, contract_id DESC LIMIT $3 OFFSET $4`,
    values: [...values, page.limit, page.offset],
  });
  return { rows, total: counted?.total ?? 0 };
}

export interface LinkChange {
  readonly priority?: number | null;
  readonly weight?: number | null;
  readonly pool?: Pool;
}

/** Links a contract to an offer. Breaks `offer_contracts_pkey` when it is linked already. */
export async function linkInsert(
  tx: TenantWriter,
  offerId: string,
  contractId: string,
  own: LinkChange,
): Promise<LinkRow> {
  const row = await tx.first<LinkRow>({
    text: `INSERT INTO offer_contracts (tenant_id, offer_id, contract_id, priority, weight, pool)
      VALUES ($1, $2, $3, $4, $5, $6)
      RETURNING ${COLUMNS}`,
    values: [tx.context.tenantId, offerId, contractId, own.priority ?? null, own.weight ?? null, own.pool ?? 'primary'],
  });
  if (!row) throw new Error('a link that was inserted did not come back');
  return row;
}

/** Changes what is given; undefined when the two are not linked. */
export async function linkUpdate(
  tx: TenantWriter,
  offerId: string,
  contractId: string,
  own: LinkChange,
): Promise<LinkRow | undefined> {
  return tx.first({
    text: `UPDATE offer_contracts SET priority = CASE WHEN $4 THEN $5::integer ELSE priority END,
        weight = CASE WHEN $6 THEN $7::integer ELSE weight END, pool = coalesce($8, pool)
      WHERE tenant_id = $1 AND offer_id = $2 AND contract_id = $3 RETURNING ${COLUMNS}`,
    values: [
      tx.context.tenantId,
      offerId,
      contractId,
      own.priority !== undefined,
      own.priority ?? null,
      own.weight !== undefined,
      own.weight ?? null,
      own.pool ?? null,
    ],
  });
}

/** The contracts of an offer, kept from being linked or taken off until the transaction ends. */
export async function linkIds(tx: TenantWriter, offerId: string): Promise<string[]> {
  const values = [tx.context.tenantId, offerId];
  await tx.run({ text: 'SELECT FROM offers WHERE tenant_id = $1 AND id = $2 FOR UPDATE', values });
  const rows = await tx.many<{ contractId: string }>({
    text: `SELECT contract_id AS "contractId" FROM offer_contracts WHERE tenant_id = $1 AND offer_id = $2
      ORDER BY contract_id FOR UPDATE`,
    values,
  });
  return rows.map(({ contractId }) => contractId);
}

/** Gives these contracts of an offer the priorities 1, 2, 3 … for it alone. */
export async function linksOrder(tx: TenantWriter, offerId: string, contractIds: readonly string[]): Promise<void> {
  await tx.run({
    text: `UPDATE offer_contracts AS l SET priority = r.place FROM unnest($3::uuid[]) WITH ORDINALITY AS r (id, place)
      WHERE l.tenant_id = $1 AND l.offer_id = $2 AND l.contract_id = r.id`,
    values: [tx.context.tenantId, offerId, contractIds],
  });
}

/** Whether there was a link to remove. */
export async function linkRemove(tx: TenantWriter, offerId: string, contractId: string): Promise<boolean> {
  const removed = await tx.run({
    text: `DELETE FROM offer_contracts
      WHERE tenant_id = $1 AND offer_id = $2 AND contract_id = $3 RETURNING contract_id`,
    values: [tx.context.tenantId, offerId, contractId],
  });
  return removed === 1;
}

/** The contracts, or the one asked for, to which an active offer sells. */
export async function offeredContracts(tx: TenantReader, contractId?: string): Promise<ReadonlySet<string>> {
  const rows = await tx.many<{ contractId: string }>({
    text: `SELECT DISTINCT l.contract_id AS "contractId" FROM offer_contracts AS l
      JOIN offers AS o ON o.tenant_id = l.tenant_id AND o.id = l.offer_id
      WHERE l.tenant_id = $1 AND o.status = 'active' AND ($2::uuid IS NULL OR l.contract_id = $2)`,
    values: [tx.context.tenantId, contractId ?? null],
  });
  return new Set(rows.map((row) => row.contractId));
}
