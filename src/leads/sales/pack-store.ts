import type { TenantReader, TenantWriter } from '../../core/tenancy/index.ts';

/** A pack that a buyer buys. */
export interface Selling {
  readonly buyerId: string;
  /** Null: for all contracts of the buyer. */
  readonly contractId: string | null;
  readonly leads: number;
  /** Of each lead. */
  readonly priceCents: number;
  readonly notes: string | null;
  /** Sold once, however often it comes under the same key. */
  readonly idempotencyKey: string | null;
  readonly soldBy: string;
}

export interface PackRow extends Omit<Selling, 'idempotencyKey'> {
  readonly packId: string;
  readonly contractName: string | null;
  readonly status: 'active' | 'closed';
  /** Leads that are reserved or sold. */
  readonly taken: number;
  readonly soldAt: Date;
  readonly closedAt: Date | null;
  /** How many were left when it was closed, and whether the buyer got their price back. */
  readonly restLeads: number | null;
  readonly restRefunded: boolean | null;
}

const FROM = `SELECT p.pack_id AS "packId", p.buyer_id AS "buyerId", p.contract_id AS "contractId",
    c.name AS "contractName", p.leads, p.price_cents AS "priceCents", p.notes, p.status, u.taken,
    p.sold_by AS "soldBy", p.sold_at AS "soldAt", p.closed_at AS "closedAt", p.rest_leads AS "restLeads",
    p.rest_refunded AS "restRefunded"
  FROM lead_packs AS p
  JOIN pack_usage AS u ON u.tenant_id = p.tenant_id AND u.pack_id = p.pack_id
  LEFT JOIN contracts AS c ON c.tenant_id = p.tenant_id AND c.id = p.contract_id`;

/** Writes a pack of which nothing is taken; false where its key has sold one before. */
export async function packInsert(tx: TenantWriter, at: Date, packId: string, selling: Selling): Promise<boolean> {
  const { buyerId, contractId, leads, priceCents, notes, idempotencyKey, soldBy } = selling;
  const row = await tx.first({
    text: `WITH pack AS (
        INSERT INTO lead_packs (tenant_id, pack_id, buyer_id, contract_id, leads, price_cents, notes, idempotency_key,
          sold_by, sold_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
        ON CONFLICT (tenant_id, buyer_id, idempotency_key) WHERE idempotency_key IS NOT NULL DO NOTHING
        RETURNING tenant_id, pack_id, buyer_id, leads)
      INSERT INTO pack_usage (tenant_id, pack_id, buyer_id, leads)
      SELECT tenant_id, pack_id, buyer_id, leads FROM pack RETURNING pack_id`,
    values: [tx.context.tenantId, packId, buyerId, contractId, leads, priceCents, notes, idempotencyKey, soldBy, at],
  });
  return row !== undefined;
}

/** The pack that a key has sold. */
export const packOfKey = (
  tx: TenantReader,
  { buyerId, idempotencyKey }: Pick<Selling, 'buyerId' | 'idempotencyKey'>,
): Promise<PackRow | undefined> =>
  tx.first({
    text: `${FROM} WHERE p.tenant_id = $1 AND p.buyer_id = $2 AND p.idempotency_key = $3`,
    values: [tx.context.tenantId, buyerId, idempotencyKey],
  });

/** A pack of a buyer; undefined for another one's. */
export const packFind = (
  tx: TenantReader,
  { buyerId, packId }: Pick<PackRow, 'buyerId' | 'packId'>,
): Promise<PackRow | undefined> =>
  tx.first({
    text: `${FROM} WHERE p.tenant_id = $1 AND p.buyer_id = $2 AND p.pack_id = $3`,
    values: [tx.context.tenantId, buyerId, packId],
  });

/** The packs of a buyer, newest first. */
export const packList = (
  tx: TenantReader,
  {
    buyerId,
    before,
    limit,
  }: {
    readonly buyerId: string;
    readonly before?: { readonly at: Date; readonly id: string } | undefined;
    readonly limit: number;
  },
): Promise<PackRow[]> =>
  tx.many({
    text: `${FROM} WHERE p.tenant_id = $1 AND p.buyer_id = $2
        AND ($3::timestamptz IS NULL OR (p.sold_at, p.pack_id) < ($3, $4::uuid))
      ORDER BY p.sold_at DESC, p.pack_id DESC LIMIT $5`,
    values: [tx.context.tenantId, buyerId, before?.at ?? null, before?.id ?? null, limit],
  });

/** Who closes a pack, and whether the buyer gets back the price of what is left. */
export interface Closing {
  readonly packId: string;
  readonly closedBy: string;
  readonly isRefunded: boolean;
}

/**
 * Closes a pack; undefined where it was closed meanwhile. Whoever reserves is kept out first, by a statement of its
 * own, until the transaction ends: so what is read as left is what stays left.
 */
export async function packClose(
  tx: TenantWriter,
  at: Date,
  { packId, closedBy, isRefunded }: Closing,
): Promise<{ readonly restLeads: number } | undefined> {
  await tx.run({ text: 'SELECT pg_advisory_xact_lock(app.routing_key())', values: [] });
  return tx.first({
    text: `UPDATE lead_packs AS p SET status = 'closed', closed_at = $3, closed_by = $4, rest_refunded = $5,
        rest_leads = p.leads - u.taken
      FROM pack_usage AS u
      WHERE p.tenant_id = $1 AND p.pack_id = $2 AND p.status = 'active' AND u.tenant_id = p.tenant_id
        AND u.pack_id = p.pack_id
      RETURNING p.rest_leads AS "restLeads"`,
    values: [tx.context.tenantId, packId, at, closedBy, isRefunded],
  });
}

/** Whether a pack is closed. What reserves keeps it from being closed meanwhile. */
export async function packIsClosed(tx: TenantReader, packId: string): Promise<boolean> {
  const row = await tx.first({
    name: 'pack-is-closed',
    text: `SELECT pack_id FROM lead_packs WHERE tenant_id = $1 AND pack_id = $2 AND status = 'closed'`,
    values: [tx.context.tenantId, packId],
  });
  return row !== undefined;
}
