import type { TenantReader, TenantWriter } from '../../core/tenancy/index.ts';
import { weekStart } from '../../kernel/time.ts';
import type { CapCount, TakenTurn } from './domain/book.ts';
import type { UsedBy } from './domain/caps.ts';

/** Whoever has caps: a contract, a buyer or a campaign, with its day by its own zone. */
export interface CapOwner {
  readonly ownerId: string;
  readonly day: string;
}

/** The advisory lock of an owner of caps, or of an offer whose contracts take turns. */
export const ownerKey = (ownerId: string): bigint =>
  BigInt.asIntN(64, BigInt(`0x${ownerId.replaceAll('-', '').slice(16)}`));

/**
 * Makes all who reserve for these owners take turns until the end of their transactions, and keeps the settings of
 * routing from being changed meanwhile. Locked in one order, so that nobody waits in a circle.
 */
export async function reservingLock(tx: TenantWriter, keys: readonly bigint[]): Promise<void> {
  const sorted = [...new Set(keys)].toSorted((a, b) => (a < b ? -1 : 1));
  await tx.run({
    name: 'reserving-lock',
    text: `SELECT CASE WHEN n = 1 THEN pg_advisory_xact_lock_shared(key) ELSE pg_advisory_xact_lock(key) END
      FROM unnest(array_prepend(app.routing_key(), $1::bigint[])) WITH ORDINALITY AS k (key, n)`,
    values: [sorted.map(String)],
  });
}

/** What owners have used, as it stands under their locks, and the stamp of the settings that hold now. */
export interface Usage {
  readonly used: ReadonlyMap<string, UsedBy>;
  readonly stamp: number;
}

/** Reads what these owners (at least one) have used. They must be locked by `reservingLock`. */
export async function capUsage(tx: TenantReader, owners: readonly CapOwner[]): Promise<Usage> {
  const sums = (period: string): string => `jsonb_build_object(
    'leads', coalesce(sum(u.leads) FILTER (WHERE ${period}), 0),
    'spendCents', coalesce(sum(u.spend_cents) FILTER (WHERE ${period}), 0))`;
  const rows = await tx.many<{ ownerId: string; used: UsedBy; stamp: number }>({
    name: 'cap-usage',
    text: `SELECT o.id AS "ownerId", (SELECT t.routing_stamp FROM tenants AS t WHERE t.tenant_id = $1) AS stamp,
        jsonb_build_object('day', ${sums('u.day = o.day')}, 'week', ${sums('u.day >= o.week')},
          'month', ${sums('u.day >= o.month')}) AS used
      FROM unnest($2::uuid[], $3::date[], $4::date[], $5::date[]) AS o (id, day, week, month)
      LEFT JOIN cap_usage AS u ON u.tenant_id = $1 AND u.owner_id = o.id AND u.day >= least(o.week, o.month)
      GROUP BY o.id, o.day, o.week, o.month`,
    values: [
      tx.context.tenantId,
      owners.map(({ ownerId }) => ownerId),
      owners.map(({ day }) => day),
      owners.map(({ day }) => weekStart(day)),
      owners.map(({ day }) => `${day.slice(0, 8)}01`),
    ],
  });
  return { used: new Map(rows.map((row) => [row.ownerId, row.used])), stamp: rows[0]?.stamp ?? 0 };
}

/** Writes what was reserved and released, and what buyers owe by it. Rows are touched in one order. */
export async function capCount(
  tx: TenantWriter,
  counts: readonly CapCount[],
  credit: ReadonlyMap<string, number>,
): Promise<void> {
  const rows = [...Map.groupBy(counts, ({ ownerId, day }) => `${ownerId}/${day}`).values()].flatMap((group) => {
    const [first] = group;
    const total = (pick: (count: CapCount) => number): number => group.reduce((sum, count) => sum + pick(count), 0);
    const [leads, spend] = [total((count) => count.leads), total((count) => count.spendCents)];
    if (!first || (leads === 0 && spend === 0)) return [];
    const { ownerId, day, buyerId, partnerId } = first;
    return [{ owner_id: ownerId, day, buyer_id: buyerId ?? null, partner_id: partnerId ?? null, leads, spend }];
  });
  const owed = [...credit].flatMap(([buyerId, cents]) => (cents === 0 ? [] : [{ buyer_id: buyerId, cents }]));
  if (rows.length === 0 && owed.length === 0) return;
  await tx.run({
    name: 'cap-count',
    text: `WITH owed AS (
        INSERT INTO buyer_credit AS c (tenant_id, buyer_id, committed_cents)
        SELECT $1, r.buyer_id, r.cents FROM json_to_recordset($3::json) AS r (buyer_id uuid, cents bigint)
        ORDER BY r.buyer_id
        ON CONFLICT (tenant_id, buyer_id) DO UPDATE SET committed_cents = c.committed_cents + excluded.committed_cents)
      INSERT INTO cap_usage AS u (tenant_id, owner_id, day, buyer_id, partner_id, leads, spend_cents)
      SELECT $1, r.owner_id, r.day, r.buyer_id, r.partner_id, r.leads, r.spend
      FROM json_to_recordset($2::json) AS r (owner_id uuid, day date, buyer_id uuid, partner_id uuid, leads int,
        spend bigint)
      ORDER BY r.owner_id, r.day
      ON CONFLICT (tenant_id, owner_id, day) DO UPDATE
        SET leads = u.leads + excluded.leads, spend_cents = u.spend_cents + excluded.spend_cents`,
    values: [tx.context.tenantId, JSON.stringify(rows), JSON.stringify(owed)],
  });
}

/** What buyers owe and what is reserved for them, in cents. */
export async function creditCommitted(tx: TenantReader, buyerIds: readonly string[]): Promise<Map<string, number>> {
  if (buyerIds.length === 0) return new Map();
  const rows = await tx.many<{ buyerId: string; cents: number }>({
    name: 'credit-committed',
    text: `SELECT buyer_id AS "buyerId", committed_cents AS cents FROM buyer_credit
      WHERE tenant_id = $1 AND buyer_id = ANY ($2::uuid[])`,
    values: [tx.context.tenantId, buyerIds],
  });
  return new Map(rows.map((row) => [row.buyerId, row.cents]));
}

/** How many leads the buyers of these, and all their contracts, have that are reserved and have no end yet, by id. */
export async function openCounts(
  tx: TenantReader,
  of: readonly { readonly buyerId: string }[],
): Promise<Map<string, number>> {
  if (of.length === 0) return new Map();
  const rows = await tx.many<{ ownerId: string; open: number }>({
    name: 'open-counts',
    text: `SELECT coalesce(contract_id, buyer_id) AS "ownerId", count(*)::int AS open FROM sales
      WHERE tenant_id = $1 AND buyer_id = ANY ($2::uuid[]) AND status IN ('delivering', 'uncertain')
      GROUP BY GROUPING SETS ((buyer_id, contract_id), (buyer_id))`,
    values: [tx.context.tenantId, [...new Set(of.map(({ buyerId }) => buyerId))]],
  });
  return new Map(rows.map((row) => [row.ownerId, row.open]));
}

/** When contracts of offers were last offered a lead, by offer and contract. */
export async function turnsOf(
  tx: TenantReader,
  offerIds: readonly string[],
): Promise<Map<string, Map<string, number>>> {
  if (offerIds.length === 0) return new Map();
  const rows = await tx.many<{ offerId: string; contractId: string; turn: number }>({
    name: 'turns-of',
    text: `SELECT offer_id AS "offerId", contract_id AS "contractId", turn FROM offer_turns
      WHERE tenant_id = $1 AND offer_id = ANY ($2::uuid[])`,
    values: [tx.context.tenantId, offerIds],
  });
  const byOffer = new Map(offerIds.map((offerId) => [offerId, new Map<string, number>()]));
  for (const { offerId, contractId, turn } of rows) byOffer.get(offerId)?.set(contractId, turn);
  return byOffer;
}

/** Writes the turns that were taken; of two for one contract, the later stands. */
export async function turnsTake(tx: TenantWriter, taken: readonly TakenTurn[]): Promise<void> {
  const latest = new Map(taken.map((turn) => [`${turn.offerId}/${turn.contractId}`, turn]));
  if (latest.size === 0) return;
  await tx.run({
    name: 'turns-take',
    text: `INSERT INTO offer_turns AS t (tenant_id, offer_id, contract_id, turn)
      SELECT $1, r.offer_id, r.contract_id, r.turn
      FROM json_to_recordset($2::json) AS r (offer_id uuid, contract_id uuid, turn bigint)
      ORDER BY r.offer_id, r.contract_id
      ON CONFLICT (tenant_id, offer_id, contract_id) DO UPDATE SET turn = greatest(t.turn, excluded.turn)`,
    values: [
      tx.context.tenantId,
      JSON.stringify(
        [...latest.values()].map(({ offerId, contractId, turn }) => ({
          offer_id: offerId,
          contract_id: contractId,
          turn,
        })),
      ),
    ],
  });
}
