import type { Profile } from '../../core/gate/index.ts';
import { isId } from '../../kernel/ids.ts';
import { type Records, recordsOf, type TenantReader, type TenantWriter } from '../../core/tenancy/index.ts';

export interface CampaignRow {
  readonly id: string;
  readonly displayId: number;
  readonly name: string;
  readonly status: string;
  readonly partnerId: string;
  readonly partnerName: string | null;
  readonly partnerStatus: string | null;
  readonly verticalId: string | null;
  readonly verticalName: string | null;
  readonly offerId: string | null;
  /** Null also where the offer is not one that who asks may know. */
  readonly offerName: string | null;
  readonly costPerLeadCents: number;
  /** Whether its offer keeps a margin of each price: then that says what the partner earns. */
  readonly underMargin: boolean;
  readonly pricingModel: 'fixed' | 'revshare';
  readonly revshareBp: number | null;
  readonly maximumPayoutCents: number | null;
  readonly caps: Readonly<Partial<Record<'day' | 'week' | 'month', number>>>;
  readonly strictFields: boolean;
  readonly consentRequired: boolean;
  readonly shadow: boolean;
  readonly responseDeadlineMs: number;
  /** Whose pages may post with its key, beside servers. */
  readonly allowedOrigins: readonly string[];
  /** The link to its posting instructions is made of it. */
  readonly specNumber: number;
  readonly pingDeadlineMs: number;
  readonly postingKeyPrefix: string | null;
  readonly profile: Profile;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

const named = (table: string, column: string, wanted = 'name'): string =>
  `(SELECT r.${wanted} FROM ${table} AS r WHERE r.tenant_id = campaigns.tenant_id AND r.id = campaigns.${column})`;

export const campaignRecords: Records<CampaignRow> = recordsOf({
  table: 'campaigns',
  numbered: 'campaign',
  search: ['name', 'partnerName'],
  fields: {
    id: 'id',
    displayId: 'display_id',
    name: 'name',
    status: 'status',
    partnerId: 'partner_id',
    partnerName: named('partners', 'partner_id'),
    partnerStatus: named('partners', 'partner_id', 'status'),
    verticalId: 'vertical_id',
    verticalName: named('verticals', 'vertical_id'),
    offerId: 'offer_id',
    offerName: `coalesce(${named('offers', 'offer_id')}, ${named('offer_listings', 'offer_id')})`,
    costPerLeadCents: 'cost_per_lead_cents',
    underMargin: 'under_margin',
    pricingModel: 'pricing_model',
    revshareBp: 'revshare_bp',
    maximumPayoutCents: 'maximum_payout_cents',
    caps: 'caps',
    strictFields: 'strict_fields',
    consentRequired: 'consent_required',
    shadow: 'shadow',
    responseDeadlineMs: 'response_deadline_ms',
    allowedOrigins: 'allowed_origins',
    specNumber: 'spec_number',
    pingDeadlineMs: 'ping_deadline_ms',
    profile: 'profile',
    postingKeyPrefix: `(SELECT k.prefix FROM api_keys AS k WHERE k.tenant_id = campaigns.tenant_id AND k.campaign_id =
      campaigns.id
      AND k.revoked_at IS NULL ORDER BY k.created_at DESC, k.key_id DESC LIMIT 1)`,
    createdAt: 'created_at',
    updatedAt: 'updated_at',
  },
});

/** Campaigns of an offer, newest first. */
export async function campaignListOfOffer(
  tx: TenantReader,
  offerId: string,
  page: { readonly limit: number; readonly offset: number },
): Promise<{ rows: CampaignRow[]; total: number }> {
  return campaignRecords.list(tx, { where: { offerId }, ...page });
}

/** A campaign by its id or display number, kept from others until the transaction ends. */
export async function campaignLockByRef(tx: TenantWriter, ref: string): Promise<CampaignRow | undefined> {
  const numbered = /^\d{1,15}$/.test(ref);
  const where = { displayId: Number(ref) };
  const id = numbered ? (await campaignRecords.list(tx, { where, limit: 1, offset: 0 })).rows[0]?.id : ref;
  return id !== undefined && isId(id) ? campaignRecords.lock(tx, id) : undefined;
}

/** Links a campaign to an offer and its vertical, or takes it off its offer, and gives it anew. */
export async function campaignMoveToOffer(
  tx: TenantWriter,
  campaignId: string,
  offer: { readonly id: string; readonly verticalId: string } | null,
): Promise<CampaignRow | undefined> {
  return campaignRecords.update(
    tx,
    campaignId,
    offer ? { offerId: offer.id, verticalId: offer.verticalId } : { offerId: null },
  );
}

/** The partner of a campaign; undefined for a missing one. */
export async function partnerOfCampaign(tx: TenantReader, campaignId: string): Promise<string | undefined> {
  const row = await tx.first<{ partnerId: string }>({
    text: 'SELECT partner_id AS "partnerId" FROM campaigns WHERE tenant_id = $1 AND id = $2',
    values: [tx.context.tenantId, campaignId],
  });
  return row?.partnerId;
}

/** The regime that leads of a campaign stand under: without a vertical the strictest usual one. */
export async function campaignRegime(tx: TenantReader, campaignId: string): Promise<string> {
  const row = await tx.first<{ regime: string }>({
    text: `SELECT coalesce(v.regime, 'consumer_health') AS regime FROM campaigns AS c
      LEFT JOIN verticals AS v ON v.tenant_id = c.tenant_id AND v.id = c.vertical_id
      WHERE c.tenant_id = $1 AND c.id = $2`,
    values: [tx.context.tenantId, campaignId],
  });
  return row?.regime ?? 'consumer_health';
}

/** How many leads came through each of the campaigns. */
export async function leadsCount(
  tx: TenantReader,
  campaignIds: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const rows = await tx.many<{ id: string; count: number }>({
    text: `SELECT campaign_id AS id, count(*) AS count FROM leads WHERE tenant_id = $1 AND campaign_id = ANY($2::uuid[])
      GROUP BY campaign_id`,
    values: [tx.context.tenantId, campaignIds],
  });
  return new Map(rows.map((row) => [row.id, row.count]));
}

/** Takes every campaign off an offer. */
export async function campaignsUnlink(tx: TenantWriter, offerId: string): Promise<string[]> {
  const rows = await tx.many<{ id: string }>({
    text: `UPDATE campaigns SET offer_id = NULL, updated_at = now()
      WHERE tenant_id = $1 AND offer_id = $2 RETURNING id`,
    values: [tx.context.tenantId, offerId],
  });
  return rows.map((row) => row.id);
}

/** Whether any of the campaigns is of the vertical. */
export async function campaignsIn(
  tx: TenantReader,
  verticalId: string | null,
  campaignIds: readonly string[],
): Promise<boolean> {
  const row = await tx.first({
    text: 'SELECT 1 FROM campaigns WHERE tenant_id = $1 AND vertical_id = $2 AND id = ANY($3::uuid[]) LIMIT 1',
    values: [tx.context.tenantId, verticalId, campaignIds],
  });
  return row !== undefined;
}

/** One hash of all campaigns that the actor sees, with the fields of their leads; null where there is none. */
export async function campaignsSum(
  tx: TenantReader,
): Promise<{ readonly hash: string | null; readonly lastUpdated: Date | null; readonly count: number }> {
  const row = await tx.first<{ hash: string | null; lastUpdated: Date | null; count: number }>({
    text: `SELECT encode(sha256(convert_to(string_agg(to_jsonb(c)::text || coalesce((
          SELECT string_agg(to_jsonb(f)::text, ',' ORDER BY f.id) FROM lead_fields AS f
          WHERE f.tenant_id = c.tenant_id AND (f.vertical_id = c.vertical_id OR f.campaign_id = c.id)
        ), ''), ';' ORDER BY c.id), 'UTF8')), 'hex') AS hash, max(c.updated_at) AS "lastUpdated", count(*) AS count
      FROM campaigns AS c WHERE c.tenant_id = $1`,
    values: [tx.context.tenantId],
  });
  return row ?? { hash: null, lastUpdated: null, count: 0 };
}
