import type { TenantReader, TenantWriter } from '../../core/tenancy/index.ts';
import type { Difference, OwnAnswer, ShadowAnswer } from './domain/shadow-answer.ts';

/** The two answers to one post. */
export interface ShadowRow {
  readonly answerId: string;
  readonly campaignId: string;
  /** Null where the post made no lead. */
  readonly leadId: string | null;
  /** Null where the post brought none. */
  readonly theirs: ShadowAnswer | null;
  readonly theirBuyerId: string | null;
  readonly ours: OwnAnswer;
  readonly reason: string | null;
  readonly differs: readonly Difference[];
}

export async function shadowInsert(tx: TenantWriter, at: Date, rows: readonly ShadowRow[]): Promise<void> {
  await tx.run({
    name: 'shadow-insert',
    text: `INSERT INTO shadow_answers (tenant_id, answer_id, campaign_id, at, lead_id, their_status, their_buyer,
        their_buyer_id, their_price_cents, their_payout_cents, our_status, our_reason, our_buyer_ids, our_price_cents,
        our_payout_cents, differs)
      SELECT $1, r.answer_id, r.campaign_id, $2, r.lead_id, r.their_status, r.their_buyer, r.their_buyer_id,
        r.their_price, r.their_payout, r.our_status, r.our_reason, r.our_buyers, r.our_price, r.our_payout, r.differs
      FROM json_to_recordset($3::json) AS r (answer_id uuid, campaign_id uuid, lead_id uuid, their_status text,
        their_buyer text, their_buyer_id uuid, their_price bigint, their_payout bigint, our_status text,
        our_reason text, our_buyers uuid[], our_price bigint, our_payout bigint, differs text[])`,
    values: [
      tx.context.tenantId,
      at,
      JSON.stringify(
        rows.map(({ theirs, ours, ...row }) => ({
          answer_id: row.answerId,
          campaign_id: row.campaignId,
          lead_id: row.leadId,
          their_status: theirs?.status ?? null,
          their_buyer: theirs?.buyerId ?? null,
          their_buyer_id: row.theirBuyerId,
          their_price: theirs?.priceCents ?? null,
          their_payout: theirs?.payoutCents ?? null,
          our_status: ours.status,
          our_reason: row.reason,
          our_buyers: ours.sales.map(({ buyerId }) => buyerId),
          our_price: ours.sales[0]?.priceCents ?? null,
          our_payout: ours.status === 'sold' ? ours.payoutCents : null,
          differs: row.differs,
        })),
      ),
    ],
  });
}

/** One post as its report shows it. */
export interface ShadowListed {
  readonly id: string;
  readonly at: Date;
  readonly leadId: string | null;
  readonly leadNumber: number | null;
  readonly theirStatus: string | null;
  readonly theirBuyer: string | null;
  readonly theirBuyerName: string | null;
  readonly theirPriceCents: number | null;
  readonly theirPayoutCents: number | null;
  readonly ourStatus: string;
  readonly ourReason: string | null;
  readonly ourBuyerNames: readonly string[];
  readonly ourPriceCents: number | null;
  readonly ourPayoutCents: number | null;
  readonly differs: readonly Difference[];
}

/** Which posts of a campaign. */
export interface ShadowQuery {
  readonly campaignId: string;
  readonly since: Date | undefined;
}

/** Posts of a campaign whose answers differ, newest first. */
export async function shadowListDiffering(
  tx: TenantReader,
  { campaignId, since }: ShadowQuery,
  page: { readonly limit: number; readonly offset: number },
): Promise<ShadowListed[]> {
  return tx.many({
    text: `SELECT s.answer_id AS id, s.at, s.lead_id AS "leadId", l.number AS "leadNumber",
        s.their_status AS "theirStatus", s.their_buyer AS "theirBuyer", t.name AS "theirBuyerName",
        s.their_price_cents AS "theirPriceCents", s.their_payout_cents AS "theirPayoutCents",
        s.our_status AS "ourStatus", s.our_reason AS "ourReason",
        ARRAY(SELECT coalesce(b.name, '') FROM unnest(s.our_buyer_ids) WITH ORDINALITY AS o (id, place)
          LEFT JOIN buyers AS b ON b.tenant_id = $1 AND b.id = o.id ORDER BY o.place) AS "ourBuyerNames",
        s.our_price_cents AS "ourPriceCents", s.our_payout_cents AS "ourPayoutCents", s.differs
      FROM shadow_answers AS s
      LEFT JOIN leads AS l ON l.tenant_id = $1 AND l.lead_id = s.lead_id
      LEFT JOIN buyers AS t ON t.tenant_id = $1 AND t.id = s.their_buyer_id
      WHERE s.tenant_id = $1 AND s.campaign_id = $2 AND ($3::timestamptz IS NULL OR s.at >= $3)
        AND cardinality(s.differs) > 0
      ORDER BY s.at DESC, s.answer_id DESC LIMIT $4 OFFSET $5`,
    values: [tx.context.tenantId, campaignId, since ?? null, page.limit, page.offset],
  });
}

/** How many posts there are, how many can be compared, and in what they differ. */
export interface ShadowCounts {
  readonly posts: number;
  readonly compared: number;
  readonly differing: number;
  readonly byStatus: number;
  readonly byBuyer: number;
  readonly byPrice: number;
  readonly byPayout: number;
}

export async function shadowCount(tx: TenantReader, { campaignId, since }: ShadowQuery): Promise<ShadowCounts> {
  const named = (difference: Difference): string => `count(*) FILTER (WHERE '${difference}' = ANY (differs))::int`;
  const row = await tx.first<ShadowCounts>({
    text: `SELECT count(*)::int AS posts,
        count(*) FILTER (WHERE their_status IS NOT NULL AND their_status <> 'pending')::int AS compared,
        count(*) FILTER (WHERE cardinality(differs) > 0)::int AS differing, ${named('status')} AS "byStatus",
        ${named('buyer')} AS "byBuyer", ${named('price')} AS "byPrice", ${named('payout')} AS "byPayout"
      FROM shadow_answers WHERE tenant_id = $1 AND campaign_id = $2 AND ($3::timestamptz IS NULL OR at >= $3)`,
    values: [tx.context.tenantId, campaignId, since ?? null],
  });
  return row ?? { posts: 0, compared: 0, differing: 0, byStatus: 0, byBuyer: 0, byPrice: 0, byPayout: 0 };
}
