import type { TenantReader } from '../../core/tenancy/index.ts';
import type { LeadField } from './domain/lead-field.ts';
import { fieldsOfTenant } from './field-store.ts';

/** A campaign as intake reads leads by it; without a vertical, the strictest usual regime and dedup count. */
export interface CampaignForIntake {
  readonly campaignId: string;
  readonly displayId: number;
  readonly partnerId: string;
  readonly status: string;
  readonly partnerStatus: string;
  readonly verticalId: string | null;
  readonly verticalStatus: string | null;
  readonly verticalSlug: string | null;
  readonly regime: string;
  readonly dedupFields: readonly string[];
  readonly dedupMatch: 'any' | 'all';
  readonly dedupWindowDays: number;
  readonly dedupSoldOnly: boolean;
  /** The verticals whose leads count when duplicates are looked for. */
  readonly dedupVerticalIds: readonly string[];
  readonly offerId: string | null;
  readonly offerDedupEnabled: boolean | null;
  readonly offerDedupWindowDays: number | null;
  readonly offerDedupScope: 'offer' | 'vertical' | null;
  readonly strict: boolean;
  readonly consentRequired: boolean;
  /** Posts are decided, and nothing else is done. */
  readonly shadow: boolean;
  readonly responseDeadlineMs: number;
  /** How long bids are waited for. */
  readonly pingDeadlineMs: number;
  readonly payoutCents: number;
  /** `revshare` pays `revshareBp` hundredths of a per cent of each sale, at most `maximumPayoutCents`. */
  readonly pricingModel: 'fixed' | 'revshare';
  readonly revshareBp: number | null;
  readonly maximumPayoutCents: number | null;
  /** Leads a day, week and month. */
  readonly caps: Readonly<Partial<Record<'day' | 'week' | 'month', number>>>;
  /** Fields of the vertical and of the campaign, beyond the global ones. */
  readonly fields: readonly LeadField[];
}

/** Every campaign of the tenant with what intake needs to know of it. */
export async function campaignsForIntake(tx: TenantReader): Promise<CampaignForIntake[]> {
  const campaigns = await tx.many<Omit<CampaignForIntake, 'fields'>>({
    name: 'campaigns-for-intake',
    text: `SELECT c.id AS "campaignId", c.display_id AS "displayId", c.partner_id AS "partnerId", c.status,
        p.status AS "partnerStatus", c.vertical_id AS "verticalId", v.status AS "verticalStatus",
        v.slug AS "verticalSlug",
        coalesce(v.regime, 'consumer_health') AS regime, coalesce(v.dedup_fields, '{email,phone}') AS "dedupFields",
        coalesce(v.dedup_match, 'any') AS "dedupMatch", coalesce(v.dedup_window_days, 30) AS "dedupWindowDays",
        coalesce(v.dedup_sold_only, false) AS "dedupSoldOnly", ARRAY(
            SELECT w.id FROM verticals AS w WHERE w.tenant_id = c.tenant_id AND (w.id = c.vertical_id
              OR (g.dedup_scope = 'group' AND w.vertical_group_id = g.id))) AS "dedupVerticalIds",
        c.offer_id AS "offerId", o.dedup_enabled AS "offerDedupEnabled",
        o.dedup_window_days AS "offerDedupWindowDays", o.dedup_scope AS "offerDedupScope", c.strict_fields AS strict,
        c.consent_required AS "consentRequired", c.shadow, c.response_deadline_ms AS "responseDeadlineMs",
        c.ping_deadline_ms AS "pingDeadlineMs",
        c.cost_per_lead_cents AS "payoutCents", c.pricing_model AS "pricingModel", c.revshare_bp AS "revshareBp",
        c.maximum_payout_cents AS "maximumPayoutCents", c.caps
      FROM campaigns AS c
      JOIN partners AS p ON p.tenant_id = c.tenant_id AND p.id = c.partner_id
      LEFT JOIN verticals AS v ON v.tenant_id = c.tenant_id AND v.id = c.vertical_id
      LEFT JOIN vertical_groups AS g ON g.tenant_id = c.tenant_id AND g.id = v.vertical_group_id
      LEFT JOIN offers AS o ON o.tenant_id = c.tenant_id AND o.id = c.offer_id
      WHERE c.tenant_id = $1`,
    values: [tx.context.tenantId],
  });
  const fields = await fieldsOfTenant(tx);
  return campaigns.map((campaign) => ({
    ...campaign,
    fields: fields
      .filter((field) =>
        field.tier === 'vertical' ? field.verticalId === campaign.verticalId : field.campaignId === campaign.campaignId,
      )
      .map((field) => field.definition),
  }));
}
