import type { TenantReader, TenantWriter } from '../../core/tenancy/index.ts';
import type { AdjustmentKind } from './domain/adjustment-lines.ts';

/** What is to be booked by hand upon a buyer. `owedCents` is what it owes more, below zero less. */
export interface Adjusting {
  readonly buyerId: string;
  readonly kind: AdjustmentKind;
  readonly owedCents: number;
  readonly notes: string | null;
  readonly reference: string | null;
  /** Booked once, however often it comes under the same key. */
  readonly idempotencyKey: string | null;
  readonly madeBy: string;
}

export interface AdjustmentRow extends Pick<
  Adjusting,
  'buyerId' | 'kind' | 'owedCents' | 'notes' | 'reference' | 'madeBy'
> {
  readonly adjustmentId: string;
  readonly at: Date;
}

const COLUMNS = `adjustment_id AS "adjustmentId", buyer_id AS "buyerId", kind, owed_cents AS "owedCents", notes,
  reference, made_by AS "madeBy", at`;

/** Writes an adjustment; undefined where its key has booked one before. */
export const adjustmentInsert = (
  tx: TenantWriter,
  at: Date,
  ids: { readonly adjustmentId: string; readonly transactionId: string },
  { buyerId, kind, owedCents, notes, reference, idempotencyKey, madeBy }: Adjusting,
): Promise<AdjustmentRow | undefined> =>
  tx.first({
    text: `INSERT INTO balance_adjustments (tenant_id, adjustment_id, transaction_id, buyer_id, kind, owed_cents, notes,
        reference, idempotency_key, made_by, at)
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
      ON CONFLICT (tenant_id, buyer_id, idempotency_key) WHERE idempotency_key IS NOT NULL DO NOTHING
      RETURNING ${COLUMNS}`,
    values: [
      tx.context.tenantId,
      ids.adjustmentId,
      ids.transactionId,
      buyerId,
      kind,
      owedCents,
      notes,
      reference,
      idempotencyKey,
      madeBy,
      at,
    ],
  });

/** The adjustment that a key has booked. */
export const adjustmentOfKey = (
  tx: TenantReader,
  { buyerId, idempotencyKey }: Pick<Adjusting, 'buyerId' | 'idempotencyKey'>,
): Promise<AdjustmentRow | undefined> =>
  tx.first({
    text: `SELECT ${COLUMNS} FROM balance_adjustments
      WHERE tenant_id = $1 AND buyer_id = $2 AND idempotency_key = $3`,
    values: [tx.context.tenantId, buyerId, idempotencyKey],
  });

/** What was booked by hand upon a buyer, newest first. */
export const adjustmentList = (
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
): Promise<AdjustmentRow[]> =>
  tx.many({
    text: `SELECT ${COLUMNS} FROM balance_adjustments WHERE tenant_id = $1 AND buyer_id = $2
        AND ($3::timestamptz IS NULL OR (at, adjustment_id) < ($3, $4::uuid))
      ORDER BY at DESC, adjustment_id DESC LIMIT $5`,
    values: [tx.context.tenantId, buyerId, before?.at ?? null, before?.id ?? null, limit],
  });
