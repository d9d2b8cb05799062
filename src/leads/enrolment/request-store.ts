import { type Records, recordsOf, type TenantReader, type TenantWriter } from '../../core/tenancy/index.ts';
import { newId } from '../../kernel/ids.ts';
import type { RequestStatus } from './domain/request-rules.ts';

/** That a partner asked for an offer, and what became of it. */
export interface RequestRow {
  readonly id: string;
  readonly offerId: string;
  /** Null also for who may not read offers. */
  readonly offerName: string | null;
  readonly visibility: string | null;
  readonly partnerId: string;
  readonly partnerName: string;
  readonly partnerStatus: string;
  readonly status: RequestStatus;
  readonly note: string | null;
  /** What approving made; it may be gone. */
  readonly campaignId: string | null;
  readonly decidedBy: string | null;
  readonly decidedAt: Date | null;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

const of = (table: string, column: string, wanted: string): string =>
  `(SELECT r.${wanted} FROM ${table} AS r WHERE r.tenant_id = offer_requests.tenant_id
    AND r.id = offer_requests.${column})`;

export const requestRecords: Records<RequestRow> = recordsOf({
  table: 'offer_requests',
  search: ['offerName', 'partnerName'],
  fields: {
    id: 'id',
    offerId: 'offer_id',
    offerName: of('offers', 'offer_id', 'name'),
    visibility: of('offers', 'offer_id', 'visibility'),
    partnerId: 'partner_id',
    partnerName: of('partners', 'partner_id', 'name'),
    partnerStatus: of('partners', 'partner_id', 'status'),
    status: 'status',
    note: 'note',
    campaignId: 'campaign_id',
    decidedBy: 'decided_by',
    decidedAt: 'decided_at',
    createdAt: 'created_at',
    updatedAt: 'updated_at',
  },
});

/** What a partner asked of an offer, newest first. */
export async function requestsOf(
  tx: TenantReader,
  { partnerId, offerId }: Pick<RequestRow, 'partnerId' | 'offerId'>,
  limit: number,
): Promise<RequestRow[]> {
  return (await requestRecords.list(tx, { where: { partnerId, offerId }, limit, offset: 0 })).rows;
}

/** The newest request of a partner for each of the offers. */
export async function latestRequests(
  tx: TenantReader,
  partnerId: string | undefined,
  offerIds: readonly string[],
): Promise<ReadonlyMap<string, LatestRequest>> {
  if (partnerId === undefined) return new Map();
  const rows = await tx.many<LatestRequest & { readonly offerId: string }>({
    text: `SELECT DISTINCT ON (offer_id) offer_id AS "offerId", id, status, note, created_at AS "createdAt",
        decided_at AS "decidedAt"
      FROM offer_requests WHERE tenant_id = $1 AND partner_id = $2 AND offer_id = ANY($3::uuid[])
      ORDER BY offer_id, created_at DESC, id DESC`,
    values: [tx.context.tenantId, partnerId, offerIds],
  });
  return new Map(rows.map((row) => [row.offerId, row]));
}

/** A request as its partner sees it. */
export type LatestRequest = Pick<RequestRow, 'id' | 'status' | 'note' | 'createdAt' | 'decidedAt'>;

/** Asks for an offer; undefined where a request of the partner waits, also one made at the same moment. */
export async function requestInsert(
  tx: TenantWriter,
  at: Date,
  { partnerId, offerId, askedBy }: Pick<RequestRow, 'partnerId' | 'offerId'> & { readonly askedBy: string },
): Promise<LatestRequest | undefined> {
  return tx.first<LatestRequest>({
    text: `INSERT INTO offer_requests (tenant_id, id, offer_id, partner_id, asked_by, created_at, updated_at)
      VALUES ($1, $2, $3, $4, $5, $6, $6)
      ON CONFLICT (tenant_id, partner_id, offer_id) WHERE status = 'pending' DO NOTHING
      RETURNING id, status, note, created_at AS "createdAt", decided_at AS "decidedAt"`,
    values: [tx.context.tenantId, newId(at.getTime()), offerId, partnerId, askedBy, at],
  });
}

/** How a request ends. */
export interface Decision {
  readonly status: 'approved' | 'declined' | 'withdrawn';
  readonly decidedBy: string;
  readonly note?: string | null;
  readonly campaignId?: string;
}

/** Ends a request that waits; undefined where it ended meanwhile. */
export async function requestEnd(
  tx: TenantWriter,
  at: Date,
  id: string,
  { status, decidedBy, note, campaignId }: Decision,
): Promise<RequestRow | undefined> {
  const ended = await tx.first<{ id: string }>({
    text: `UPDATE offer_requests SET status = $3, decided_by = $4, decided_at = $5, note = $6, campaign_id = $7,
        updated_at = $5
      WHERE tenant_id = $1 AND id = $2 AND status = 'pending' RETURNING id`,
    values: [tx.context.tenantId, id, status, decidedBy, at, note ?? null, campaignId ?? null],
  });
  return ended ? requestRecords.find(tx, id) : undefined;
}

/** How many requests wait, and when the newest was made; null where none waits. */
export async function requestsWaiting(
  tx: TenantReader,
): Promise<{ readonly count: number; readonly newestAt: Date | null }> {
  const row = await tx.first<{ count: number; newestAt: Date | null }>({
    text: `SELECT count(*) AS count, max(created_at) AS "newestAt" FROM offer_requests
      WHERE tenant_id = $1 AND status = 'pending'`,
    values: [tx.context.tenantId],
  });
  return row ?? { count: 0, newestAt: null };
}

/** A decision that its partner may act on: the campaign that it made, or why there is none. */
export interface DecidedRequest {
  readonly offerId: string;
  readonly status: 'approved' | 'declined';
  readonly campaignId: string | null;
  readonly decidedAt: Date;
}

/** What staff decided for a partner since then, without what it asked for anew and what is gone. */
export async function requestsDecided(tx: TenantReader, partnerId: string, since: Date): Promise<DecidedRequest[]> {
  return tx.many({
    text: `SELECT r.offer_id AS "offerId", r.status, r.campaign_id AS "campaignId", r.decided_at AS "decidedAt"
      FROM offer_requests AS r
      WHERE r.tenant_id = $1 AND r.partner_id = $2 AND r.decided_at >= $3 AND r.status IN ('approved', 'declined')
        AND CASE r.status
          WHEN 'approved' THEN
            EXISTS (SELECT FROM campaigns AS c WHERE c.tenant_id = r.tenant_id AND c.id = r.campaign_id)
          ELSE EXISTS (SELECT FROM offer_listings AS l WHERE l.tenant_id = r.tenant_id AND l.id = r.offer_id) END
        AND NOT EXISTS (SELECT FROM offer_requests AS later WHERE later.tenant_id = r.tenant_id
          AND later.partner_id = r.partner_id AND later.offer_id = r.offer_id AND later.created_at > r.decided_at)
      ORDER BY r.decided_at DESC, r.id DESC`,
    values: [tx.context.tenantId, partnerId, since],
  });
}
