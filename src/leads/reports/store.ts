import { type Condition, type TenantReader, whereOf } from '../../core/tenancy/index.ts';
import type { AttemptOutcome } from '../sales/index.ts';
import type { DayWindow } from './domain/day-window.ts';

/** Of which party the rows are: what a condition says beside the policies leads to the index that fits. */
export interface Party {
  readonly buyerId?: string | undefined;
  readonly partnerId?: string | undefined;
}

/** Sums over what falls into one hour of the day, counted from 1; 0 stands for the day before. */
interface Cell {
  readonly hour: number;
}

/** Leads of a campaign by when they came, with what has become of them until now. */
export interface LeadCell extends Cell {
  readonly campaignId: string;
  readonly isTest: boolean;
  readonly leads: number;
  readonly sold: number;
  readonly unsold: number;
  readonly pending: number;
  /** Of those that were sold. */
  readonly priceCents: number;
  readonly payoutCents: number;
}

/** Sales of a buyer's contract by when they were settled. */
export interface SettledCell extends Cell {
  readonly buyerId: string;
  readonly contractId: string;
  readonly sales: number;
  readonly priceCents: number;
  readonly payoutCents: number;
}

/** Sales by when they were reserved, with what has become of them until now. */
export interface ReservedCell extends Cell {
  readonly settled: number;
  readonly released: number;
  readonly uncertain: number;
}

/** Both days at once, bound to the columns of an instant; `hour` tells the parts of the day apart. */
function inWindow(tx: TenantReader, window: DayWindow, at: string, more: readonly Condition[]) {
  const { span, before, hours } = window;
  const { text, values } = whereOf(
    [
      ['tenant_id = ?', tx.context.tenantId],
      [`${at} >= ? AND ${at} < ?`, before.from, span.until],
      // Between the two, where the day before goes on, lies nothing that counts.
      [`(${at} < ? OR ${at} >= ?)`, before.until, span.from],
      ...more,
    ],
    [hours],
  );
  return { hour: `width_bucket(${at}, $1::timestamptz[])`, where: text, values };
}

export async function leadCells(tx: TenantReader, window: DayWindow, { partnerId }: Party): Promise<LeadCell[]> {
  const { hour, where, values } = inWindow(tx, window, 'received_at', [['partner_id = ?', partnerId]]);
  return tx.many({
    text: `SELECT ${hour} AS hour, campaign_id AS "campaignId", is_test AS "isTest", count(*) AS leads,
        count(*) FILTER (WHERE status = 'sold') AS sold, count(*) FILTER (WHERE status = 'unsold') AS unsold,
        count(*) FILTER (WHERE status IN ('routing', 'pending')) AS pending,
        coalesce(sum(price_cents) FILTER (WHERE status = 'sold'), 0)::bigint AS "priceCents",
        coalesce(sum(payout_cents) FILTER (WHERE status = 'sold'), 0)::bigint AS "payoutCents"
      FROM leads WHERE ${where} GROUP BY 1, 2, 3`,
    values,
  });
}

export async function settledCells(tx: TenantReader, window: DayWindow, { buyerId }: Party): Promise<SettledCell[]> {
  const { hour, where, values } = inWindow(tx, window, 'settled_at', [['buyer_id = ?', buyerId]]);
  return tx.many({
    text: `SELECT ${hour} AS hour, buyer_id AS "buyerId", contract_id AS "contractId", count(*) AS sales,
        sum(price_cents)::bigint AS "priceCents", sum(payout_cents)::bigint AS "payoutCents"
      FROM sales WHERE ${where} GROUP BY 1, 2, 3`,
    values,
  });
}

export async function reservedCells(tx: TenantReader, window: DayWindow, { buyerId }: Party): Promise<ReservedCell[]> {
  const { hour, where, values } = inWindow(tx, window, 'reserved_at', [['buyer_id = ?', buyerId]]);
  return tx.many({
    text: `SELECT ${hour} AS hour, count(*) FILTER (WHERE status = 'settled') AS settled,
        count(*) FILTER (WHERE status = 'released') AS released,
        count(*) FILTER (WHERE status = 'uncertain') AS uncertain
      FROM sales WHERE ${where} GROUP BY 1`,
    values,
  });
}

/** Posts that took so many milliseconds and got the same answer. */
export interface PostCell extends Cell {
  readonly ms: number;
  /** The code of an answer that was no. */
  readonly code: string | null;
  /** Whether there is no lead of it: one that nobody bought is one all the same. */
  readonly isRefused: boolean;
  readonly count: number;
}

export async function postCells(tx: TenantReader, window: DayWindow, { partnerId }: Party): Promise<PostCell[]> {
  const { hour, where, values } = inWindow(tx, window, 'at', [['partner_id = ?', partnerId]]);
  return tx.many({
    text: `SELECT ${hour} AS hour, duration_ms AS ms, code,
        outcome <> 'success' AND code IS DISTINCT FROM 'unsold' AS "isRefused", count(*) AS count
      FROM posting_log WHERE ${where} GROUP BY 1, 2, 3, 4`,
    values,
  });
}

/** Deliveries that took so many milliseconds and ended alike, of sales by when they were reserved. */
export interface DeliveryCell extends Cell {
  readonly ms: number | null;
  readonly outcome: AttemptOutcome | null;
  readonly count: number;
}

export async function deliveryCells(tx: TenantReader, window: DayWindow, { buyerId }: Party): Promise<DeliveryCell[]> {
  const { hour, where, values } = inWindow(tx, window, 'reserved_at', [['buyer_id = ?', buyerId]]);
  return tx.many({
    text: `SELECT s.hour, a.duration_ms AS ms, a.outcome, count(*) AS count
      FROM (SELECT ${hour} AS hour, sale_id FROM sales WHERE ${where}) AS s
        JOIN delivery_attempts AS a ON a.tenant_id = $2 AND a.sale_id = s.sale_id
      GROUP BY 1, 2, 3`,
    values,
  });
}

/** Names of rows by their ids, of a table whose name is a constant. */
export async function namesOf(
  tx: TenantReader,
  table: 'campaigns' | 'buyers' | 'contracts',
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const rows = await tx.many<{ id: string; name: string }>({
    text: `SELECT id, name FROM ${table} WHERE tenant_id = $1 AND id = ANY($2::uuid[])`,
    values: [tx.context.tenantId, ids],
  });
  return new Map(rows.map(({ id, name }) => [id, name]));
}
