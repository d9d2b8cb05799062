import { type TenantReader, type TenantWriter, type Where, whereOf } from '../../core/tenancy/index.ts';

export type SaleStatus = 'delivering' | 'uncertain' | 'settled' | 'released' | 'returned';

/** Whether the buyer has the lead, or may get it yet. */
export const isLive = ({ status }: { readonly status: SaleStatus }): boolean =>
  status !== 'released' && status !== 'returned';

/** A reservation to be written, with the licensed fields sealed. */
export interface NewSale {
  readonly saleId: string;
  readonly leadId: string;
  readonly contractId: string;
  readonly contractVersion: number;
  readonly buyerId: string;
  readonly rank: number;
  readonly offerId: string | null;
  readonly pool: 'primary' | 'fallback';
  readonly exclusive: boolean;
  readonly priceCents: number;
  readonly payoutCents: number;
  /** Whether the partner earns by the sale; otherwise once for the lead. */
  readonly payoutPerSale: boolean;
  /** The days on which the caps of the contract and of the buyer count it. */
  readonly countedOn: string;
  readonly buyerCountedOn: string;
  /** The pack that it takes a lead of; null where its buyer owes the price. */
  readonly packId: string | null;
  readonly sealedLicensed: Buffer;
  readonly licensedFields: readonly string[];
  /** The ping in which its price was bid or quoted, and what the buyer called its bid. */
  readonly pingId: string | null;
  readonly bidReference: string | null;
  /** That of the decision by which it is reserved, from 1. */
  readonly round: number;
  /** Whether a person chose the contract. */
  readonly picked: boolean;
  /** When a job is to deliver it; none if this process delivers at once. */
  readonly resumeAt?: Date;
}

export interface SaleRow {
  readonly saleId: string;
  readonly leadId: string;
  readonly contractId: string;
  readonly contractVersion: number;
  readonly buyerId: string;
  readonly rank: number;
  readonly offerId: string | null;
  readonly pool: 'primary' | 'fallback';
  readonly exclusive: boolean;
  readonly status: SaleStatus;
  readonly priceCents: number;
  readonly payoutCents: number;
  readonly payoutPerSale: boolean;
  readonly countedOn: string | null;
  readonly buyerCountedOn: string | null;
  readonly packId: string | null;
  readonly currency: string;
  readonly sealedLicensed: Buffer;
  readonly licensedFields: string[];
  readonly pingId: string | null;
  readonly bidReference: string | null;
  readonly reason: string | null;
  /** The buyer's own id of the lead, as sealed by `buyerLeadIdPlace`. */
  readonly sealedBuyerLeadId: Buffer | null;
  readonly reservedAt: Date;
  readonly settledAt: Date | null;
  /** When a job is to take it up; null while an attempt is under way, and while a person is to decide. */
  readonly resumeAt: Date | null;
  readonly round: number;
  readonly picked: boolean;
}

const COLUMNS = `sale_id AS "saleId", lead_id AS "leadId", contract_id AS "contractId", contract_version AS
  "contractVersion",
  buyer_id AS "buyerId", rank, offer_id AS "offerId", pool, exclusive, status, price_cents AS "priceCents", payout_cents
  AS "payoutCents", payout_per_sale AS "payoutPerSale", counted_on AS "countedOn", buyer_counted_on AS "buyerCountedOn",
  currency,
  sealed_licensed AS "sealedLicensed", licensed_fields AS "licensedFields",
  ping_id AS "pingId", bid_reference AS "bidReference", reason, sealed_buyer_lead_id AS
  "sealedBuyerLeadId",
  reserved_at AS "reservedAt", settled_at AS "settledAt", resume_at AS "resumeAt", round, picked, pack_id AS "packId"`;

/** Reserves: the unique index refuses a second live exclusive sale of a lead, whoever tries. */
export async function saleInsert(tx: TenantWriter, at: Date, sales: readonly NewSale[]): Promise<void> {
  if (sales.length === 0) return;
  await tx.run({
    name: 'sale-insert',
    text: `INSERT INTO sales (tenant_id, sale_id, lead_id, contract_id, contract_version, buyer_id, rank, status,
        exclusive, price_cents, payout_cents, currency, sealed_licensed, licensed_fields, reserved_at, resume_at,
        updated_at, offer_id, pool, payout_per_sale, counted_on, buyer_counted_on, ping_id, bid_reference, round,
        picked, lead_received_at, person_id, pack_id)
      SELECT $1, r.sale_id, r.lead_id, r.contract_id, r.contract_version, r.buyer_id, r.rank, 'delivering', r.exclusive,
        r.price_cents, r.payout_cents, 'USD', r.sealed_licensed, r.licensed_fields, $2, r.resume_at, $2,
        r.offer_id, r.pool, r.payout_per_sale, r.counted_on, r.buyer_counted_on, r.ping_id, r.bid_reference, r.round,
        r.picked, l.received_at, l.person_id, r.pack_id
      FROM json_to_recordset($3::json) AS r (sale_id uuid, lead_id uuid, contract_id uuid, contract_version int,
        buyer_id uuid, rank int, exclusive boolean, price_cents bigint, payout_cents bigint, sealed_licensed bytea,
        licensed_fields text[], resume_at timestamptz, offer_id uuid, pool text, payout_per_sale boolean,
        counted_on date, buyer_counted_on date, ping_id uuid, bid_reference text, round smallint, picked boolean,
        pack_id uuid)
      LEFT JOIN LATERAL (
        SELECT l.received_at, l.person_id FROM leads AS l WHERE l.tenant_id = $1 AND l.lead_id = r.lead_id OFFSET 0
      ) AS l ON true`,
    values: [tx.context.tenantId, at, JSON.stringify(sales.map(columnsOf))],
  });
}

const columnsOf = (sale: NewSale) => ({
  sale_id: sale.saleId,
  lead_id: sale.leadId,
  contract_id: sale.contractId,
  contract_version: sale.contractVersion,
  buyer_id: sale.buyerId,
  rank: sale.rank,
  exclusive: sale.exclusive,
  price_cents: sale.priceCents,
  payout_cents: sale.payoutCents,
  sealed_licensed: `\\x${sale.sealedLicensed.toString('hex')}`,
  licensed_fields: sale.licensedFields,
  resume_at: sale.resumeAt ?? null,
  offer_id: sale.offerId,
  pool: sale.pool,
  payout_per_sale: sale.payoutPerSale,
  counted_on: sale.countedOn,
  buyer_counted_on: sale.buyerCountedOn,
  ping_id: sale.pingId,
  bid_reference: sale.bidReference,
  round: sale.round,
  picked: sale.picked,
  pack_id: sale.packId,
});

export async function saleFind(tx: TenantReader, saleId: string): Promise<SaleRow | undefined> {
  return tx.first({
    name: 'sale-find',
    text: `SELECT ${COLUMNS} FROM sales WHERE tenant_id = $1 AND sale_id = $2`,
    values: [tx.context.tenantId, saleId],
  });
}

/** The sale, locked until the transaction ends, so that two who would move it take turns. */
export async function saleLock(tx: TenantWriter, saleId: string): Promise<SaleRow | undefined> {
  return tx.first({
    name: 'sale-lock',
    text: `SELECT ${COLUMNS} FROM sales WHERE tenant_id = $1 AND sale_id = $2 FOR NO KEY UPDATE`,
    values: [tx.context.tenantId, saleId],
  });
}

/** All sales of a lead in the order tried. */
export async function saleListOfLead(tx: TenantReader, leadId: string): Promise<SaleRow[]> {
  return tx.many({
    name: 'sale-list-of-lead',
    text: `SELECT ${COLUMNS} FROM sales WHERE tenant_id = $1 AND lead_id = $2 ORDER BY rank, reserved_at`,
    values: [tx.context.tenantId, leadId],
  });
}

export interface SoldPage {
  readonly buyerId: string;
  readonly leadId?: string | undefined;
  /** Only those of one person's leads. */
  readonly personId?: string | undefined;
  readonly dateFrom?: Date | undefined;
  readonly dateTo?: Date | undefined;
  /** Only what comes after this sale. */
  readonly before?: { readonly at: Date; readonly id: string } | undefined;
  readonly limit: number;
  readonly offset?: number;
}

const whereSold = (tx: TenantReader, { buyerId, leadId, personId, dateFrom, dateTo, before }: SoldPage): Where =>
  whereOf([
    ['tenant_id = ?', tx.context.tenantId],
    ['buyer_id = ?', buyerId],
    [`status = 'settled'`],
    ['lead_id = ?', leadId],
    ['person_id = ?', personId],
    ['reserved_at >= ?', dateFrom],
    ['reserved_at < ?', dateTo],
    ['(reserved_at, sale_id) < (?, ?)', before?.at, before?.id],
  ]);

/** Sales that a buyer won, newest first. */
export async function saleListOfBuyer(tx: TenantReader, page: SoldPage): Promise<SaleRow[]> {
  const { text, values } = whereSold(tx, page);
  return tx.many({
    text: `SELECT ${COLUMNS} FROM sales WHERE ${text} ORDER BY reserved_at DESC, sale_id DESC
      LIMIT ${page.limit} OFFSET ${page.offset ?? 0}`,
    values,
  });
}

/** How many sales a buyer won. */
export async function saleCountOfBuyer(tx: TenantReader, page: SoldPage): Promise<number> {
  const { text, values } = whereSold(tx, page);
  const row = await tx.first<{ total: number }>({ text: `SELECT count(*) AS total FROM sales WHERE ${text}`, values });
  return row?.total ?? 0;
}

export interface SaleChange {
  readonly status: SaleStatus;
  readonly reason?: string | undefined;
  readonly sealedBuyerLeadId?: Buffer | undefined;
  readonly resumeAt?: Date | undefined;
  /** What the partner earns by it, where that is not what was reserved. */
  readonly payoutCents?: number | undefined;
}

/** Moves a sale that is still open; false if it was settled or released meanwhile. */
export async function saleMove(tx: TenantWriter, saleId: string, at: Date, change: SaleChange): Promise<boolean> {
  const rows = await tx.many({
    name: 'sale-move',
    text: `UPDATE sales SET status = $3, reason = $4, resume_at = $6, updated_at = $7,
        sealed_buyer_lead_id = coalesce($5, sealed_buyer_lead_id), payout_cents = coalesce($8, payout_cents),
        settled_at = CASE WHEN $3 = 'settled' THEN $7 ELSE settled_at END
      WHERE tenant_id = $1 AND sale_id = $2 AND status IN ('delivering', 'uncertain') RETURNING sale_id`,
    values: [
      tx.context.tenantId,
      saleId,
      change.status,
      change.reason ?? null,
      change.sealedBuyerLeadId ?? null,
      change.resumeAt ?? null,
      at,
      change.payoutCents ?? null,
    ],
  });
  return rows.length === 1;
}

/** Takes back a sale that was settled; false if it is not, or was taken back meanwhile. */
export async function saleReturn(tx: TenantWriter, saleId: string, at: Date, reason: string): Promise<boolean> {
  const rows = await tx.many({
    text: `UPDATE sales SET status = 'returned', reason = $4, returned_at = $3, updated_at = $3
      WHERE tenant_id = $1 AND sale_id = $2 AND status = 'settled' RETURNING sale_id`,
    values: [tx.context.tenantId, saleId, at, reason],
  });
  return rows.length === 1;
}

/** Changes what a settled sale earns, and what its partner does; false if it was taken back meanwhile. */
export async function saleReprice(
  tx: TenantWriter,
  saleId: string,
  at: Date,
  { priceCents, payoutCents }: { readonly priceCents: number; readonly payoutCents: number },
): Promise<boolean> {
  const rows = await tx.many({
    text: `UPDATE sales SET price_cents = $4, payout_cents = $5, updated_at = $3
      WHERE tenant_id = $1 AND sale_id = $2 AND status = 'settled' RETURNING sale_id`,
    values: [tx.context.tenantId, saleId, at, priceCents, payoutCents],
  });
  return rows.length === 1;
}

/** Gives a settled sale the payout of another one of its lead. */
export async function saleTakePayout(tx: TenantWriter, saleId: string, at: Date, payoutCents: number): Promise<void> {
  await tx.run({
    text: `UPDATE sales SET payout_cents = $4, updated_at = $3
      WHERE tenant_id = $1 AND sale_id = $2 AND status = 'settled' RETURNING sale_id`,
    values: [tx.context.tenantId, saleId, at, payoutCents],
  });
}

/** Open sales whose time to be taken up again passed before `before`; claims them by moving that time to `at`. */
export async function saleClaimOverdue(tx: TenantWriter, before: Date, at: Date): Promise<{ saleId: string }[]> {
  return tx.many({
    text: `UPDATE sales SET resume_at = $3 WHERE tenant_id = $1 AND sale_id IN (
        SELECT sale_id FROM sales WHERE tenant_id = $1 AND resume_at < $2 AND status IN ('delivering', 'uncertain')
        ORDER BY resume_at LIMIT 500 FOR UPDATE SKIP LOCKED)
      RETURNING sale_id AS "saleId"`,
    values: [tx.context.tenantId, before, at],
  });
}

/** Erases what a buyer was given of a person; the fact of the disclosure stays. */
export async function saleErase(tx: TenantWriter, leadId: string): Promise<number> {
  return tx.run({
    text: `UPDATE sales SET sealed_licensed = '', sealed_buyer_lead_id = NULL, updated_at = now()
      WHERE tenant_id = $1 AND lead_id = $2 RETURNING sale_id`,
    values: [tx.context.tenantId, leadId],
  });
}
