import { type Records, recordsOf, type TenantReader, type TenantWriter } from '../../core/tenancy/index.ts';

/** An offer as partners may know it: a public one that is active or paused. */
export interface ListingRow {
  /** That of the offer. */
  readonly id: string;
  readonly name: string;
  readonly description: string | null;
  readonly status: 'active' | 'paused';
  readonly verticalId: string;
  readonly verticalName: string;
  readonly regime: string;
  readonly defaultPayoutCents: number | null;
  readonly states: readonly string[];
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

const ofVertical = (column: string): string =>
  `(SELECT v.${column} FROM verticals AS v
    WHERE v.tenant_id = offer_listings.tenant_id AND v.id = offer_listings.vertical_id)`;

const listings: Records<ListingRow> = recordsOf({
  table: 'offer_listings',
  search: ['name', 'description', 'verticalName'],
  fields: {
    id: 'id',
    name: 'name',
    description: 'description',
    status: 'status',
    verticalId: 'vertical_id',
    verticalName: ofVertical('name'),
    regime: ofVertical('regime'),
    defaultPayoutCents: 'default_payout_cents',
    states: 'states',
    createdAt: 'created_at',
    updatedAt: 'updated_at',
  },
});

/** A listed offer; undefined for one that partners may not know. */
export const listingFind = (tx: TenantReader, offerId: string): Promise<ListingRow | undefined> =>
  listings.find(tx, offerId);

const ENROLLED = `EXISTS (SELECT 1 FROM campaigns AS c
  WHERE c.tenant_id = offer_listings.tenant_id AND c.offer_id = offer_listings.id AND c.partner_id = ?)`;

export interface ListingPage {
  readonly search?: string | undefined;
  readonly verticalId?: string | undefined;
  readonly limit: number;
  readonly offset: number;
}

/** Listed offers that a partner is enrolled in, or those that it is not; without a partner all of them. By name. */
export async function listingPage(
  tx: TenantReader,
  partnerId: string | undefined,
  { isEnrolled, verticalId, ...page }: ListingPage & { readonly isEnrolled: boolean },
): Promise<{ readonly rows: ListingRow[]; readonly total: number }> {
  return listings.list(tx, {
    ...page,
    where: { verticalId },
    also: [{ sql: isEnrolled ? ENROLLED : `NOT ${ENROLLED}`, value: partnerId }],
    sort: 'name',
    sortDirection: 'asc',
  });
}

/** The status under which an offer is listed, which stays until the transaction ends; null where it is not. */
export async function listingHold(tx: TenantWriter, offerId: string): Promise<'active' | 'paused' | null> {
  const row = await tx.first<{ status: 'active' | 'paused' }>({
    text: 'SELECT status FROM offer_listings WHERE tenant_id = $1 AND id = $2 FOR SHARE',
    values: [tx.context.tenantId, offerId],
  });
  return row?.status ?? null;
}

/** Those of the offers on which a partner has a campaign. */
export async function enrolledIn(
  tx: TenantReader,
  partnerId: string | undefined,
  offerIds: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  if (partnerId === undefined) return new Map();
  const rows = await tx.many<{ offerId: string; campaignIds: string[] }>({
    text: `SELECT offer_id AS "offerId", array_agg(id ORDER BY created_at, id) AS "campaignIds" FROM campaigns
      WHERE tenant_id = $1 AND partner_id = $2 AND offer_id = ANY($3::uuid[]) GROUP BY offer_id`,
    values: [tx.context.tenantId, partnerId, offerIds],
  });
  return new Map(rows.map(({ offerId, campaignIds }) => [offerId, campaignIds]));
}
