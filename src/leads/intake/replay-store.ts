import type { PhiClass } from '../../core/access/index.ts';
import type { TenantReader } from '../../core/tenancy/index.ts';
import type { DecisionRecord } from './decision-store.ts';
import type { ReplaySale } from './domain/compare-replay.ts';
import type { LeadRow } from './store.ts';

/** The leads of an offer in a stretch of time. */
export interface ReplayPeriod {
  readonly offerId: string;
  readonly from: Date;
  readonly to: Date;
}

const IN_PERIOD = `l.tenant_id = $1 AND l.offer_id = $2 AND NOT l.is_test AND l.received_at >= $3
  AND l.received_at < $4`;

/** How many leads came in a period, and the first so many of them, in the order in which they came. */
export async function replayLeads(
  tx: TenantReader,
  { offerId, from, to }: ReplayPeriod,
  limit: number,
): Promise<{ readonly total: number; readonly leadIds: readonly string[] }> {
  const values = [tx.context.tenantId, offerId, from, to];
  const counted = await tx.first<{ total: number }>({
    text: `SELECT count(*)::int AS total FROM leads AS l WHERE ${IN_PERIOD}`,
    values,
  });
  const rows = await tx.many<{ leadId: string }>({
    text: `SELECT l.lead_id AS "leadId" FROM leads AS l WHERE ${IN_PERIOD} ORDER BY l.received_at, l.lead_id LIMIT $5`,
    values: [...values, limit],
  });
  return { total: counted?.total ?? 0, leadIds: rows.map(({ leadId }) => leadId) };
}

/** A lead as it is played again: with its first decision, and what of it is sealed in the classes asked for. */
export type ReplayRow = Pick<
  LeadRow,
  'leadId' | 'number' | 'campaignId' | 'verticalId' | 'regime' | 'state' | 'status' | 'receivedAt' | PhiClass
> & {
  readonly acceptedBuyerIds: readonly string[] | null;
  /** Null where the lead was never decided upon, or by a version that did not keep by what. */
  readonly basis: DecisionRecord['basis'];
  readonly verdicts: DecisionRecord['verdicts'] | null;
};

/** These leads, in the order in which they came. */
export async function replayRows(
  tx: TenantReader,
  leadIds: readonly string[],
  classes: readonly PhiClass[],
): Promise<ReplayRow[]> {
  const sealed = (name: PhiClass): string =>
    `${classes.includes(name) ? `l.sealed_${name}` : 'NULL::bytea'} AS ${name}`;
  return tx.many({
    text: `SELECT l.lead_id AS "leadId", l.number, l.campaign_id AS "campaignId", l.vertical_id AS "verticalId",
        l.regime, l.state, l.status, l.received_at AS "receivedAt", l.accepted_buyer_ids AS "acceptedBuyerIds",
        ${sealed('identity')}, ${sealed('contact')}, ${sealed('health')}, ${sealed('other')}, d.basis, d.verdicts
      FROM leads AS l LEFT JOIN decisions AS d ON d.tenant_id = $1 AND d.lead_id = l.lead_id AND d.round = 1
      WHERE l.tenant_id = $1 AND l.lead_id = ANY($2::uuid[]) ORDER BY l.received_at, l.lead_id`,
    values: [tx.context.tenantId, leadIds],
  });
}

/** What was really sold of these leads, by lead. */
export async function replaySales(tx: TenantReader, leadIds: readonly string[]): Promise<Map<string, ReplaySale[]>> {
  const rows = await tx.many<ReplaySale & { leadId: string }>({
    text: `SELECT lead_id AS "leadId", contract_id AS "contractId", buyer_id AS "buyerId", price_cents AS "priceCents",
        payout_cents AS "payoutCents"
      FROM sales WHERE tenant_id = $1 AND lead_id = ANY($2::uuid[]) AND status = 'settled' ORDER BY lead_id, rank`,
    values: [tx.context.tenantId, leadIds],
  });
  return Map.groupBy(rows, ({ leadId }) => leadId);
}
