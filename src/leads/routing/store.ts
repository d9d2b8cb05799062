import type { Profile } from '../../core/gate/index.ts';
import { type Records, recordsOf, type TenantReader } from '../../core/tenancy/index.ts';
import type { OfferTerms } from './domain/decide.ts';
import type { Affinity } from './domain/earlier-sales.ts';
import type { Margin, MarginTerms } from './domain/margin.ts';
import type { Pool } from './domain/terms.ts';

export interface OfferRow {
  readonly id: string;
  readonly displayId: number;
  readonly name: string;
  readonly description: string | null;
  readonly status: string;
  readonly verticalId: string;
  readonly verticalName: string | null;
  readonly visibility: string;
  readonly distributionType: string;
  readonly distributionRule: string;
  readonly maxSales: number | null;
  readonly fallbackRule: string;
  readonly affinity: string;
  readonly affinityDays: number;
  readonly dedupEnabled: boolean | null;
  readonly dedupWindowDays: number | null;
  readonly dedupScope: string | null;
  readonly margin: Margin | null;
  readonly minMarginCents: number | null;
  /** What a lead pays the partner of a new campaign that does not say otherwise; null where that is not said. */
  readonly defaultPayoutCents: number | null;
  /** Codes of the states that partners are told leads are wanted from; none: from everywhere. */
  readonly states: readonly string[];
  readonly campaignCount: number;
  readonly contractCount: number;
  readonly profile: Profile;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

const counted = (table: string): string =>
  `(SELECT count(*) FROM ${table} AS l WHERE l.tenant_id = offers.tenant_id AND l.offer_id = offers.id)`;

export const offerRecords: Records<OfferRow> = recordsOf({
  table: 'offers',
  numbered: 'offer',
  search: ['name'],
  fields: {
    id: 'id',
    displayId: 'display_id',
    name: 'name',
    description: 'description',
    status: 'status',
    verticalId: 'vertical_id',
    verticalName:
      '(SELECT v.name FROM verticals AS v WHERE v.tenant_id = offers.tenant_id AND v.id = offers.vertical_id)',
    visibility: 'visibility',
    distributionType: 'distribution_type',
    distributionRule: 'distribution_rule',
    maxSales: 'max_sales',
    fallbackRule: 'fallback_rule',
    affinity: 'affinity',
    affinityDays: 'affinity_days',
    dedupEnabled: 'dedup_enabled',
    dedupWindowDays: 'dedup_window_days',
    dedupScope: 'dedup_scope',
    margin: 'margin',
    minMarginCents: 'min_margin_cents',
    defaultPayoutCents: 'default_payout_cents',
    states: 'states',
    campaignCount: counted('campaigns'),
    contractCount: counted('offer_contracts'),
    profile: 'profile',
    createdAt: 'created_at',
    updatedAt: 'updated_at',
  },
});

/** An offer; undefined for a missing one and for another tenant's. */
export const offerFind = (tx: TenantReader, offerId: string): Promise<OfferRow | undefined> =>
  offerRecords.find(tx, offerId);

/** An offer with its contracts, as a decision uses them; a link may override the contract's own priority and weight. */
export interface RoutableOffer {
  readonly terms: OfferTerms;
  /** Null where it does not matter who had the person before. */
  readonly affinity: Affinity | null;
  readonly margin: MarginTerms;
  readonly links: readonly {
    readonly contractId: string;
    readonly pool: Pool;
    readonly priority: number | null;
    readonly weight: number | null;
  }[];
}

/** Every offer of the tenant with its links. */
export async function offersForRouting(tx: TenantReader): Promise<RoutableOffer[]> {
  return tx.many({
    name: 'offers-for-routing',
    text: `SELECT jsonb_build_object('offerId', o.id, 'status', o.status, 'distributionType', o.distribution_type,
          'rule', o.distribution_rule, 'maxSales', o.max_sales, 'fallbackRule', o.fallback_rule) AS terms,
        CASE WHEN o.affinity <> 'off'
          THEN jsonb_build_object('mode', o.affinity, 'days', o.affinity_days) END AS affinity,
        jsonb_build_object('margin', o.margin, 'minMarginCents', o.min_margin_cents) AS margin,
        coalesce(jsonb_agg(jsonb_build_object('contractId', l.contract_id, 'pool', l.pool, 'priority', l.priority,
          'weight', l.weight)
          ORDER BY l.contract_id) FILTER (WHERE l.contract_id IS NOT NULL), '[]') AS links
      FROM offers AS o
      LEFT JOIN offer_contracts AS l ON l.tenant_id = o.tenant_id AND l.offer_id = o.id
      WHERE o.tenant_id = $1 GROUP BY o.tenant_id, o.id`,
    values: [tx.context.tenantId],
  });
}
