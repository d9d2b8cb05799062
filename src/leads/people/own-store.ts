import type { LeadStatus } from '../intake/index.ts';
import { type TenantReader, whereOf } from '../../core/tenancy/index.ts';

/** A person as a buyer or a partner knows it: by what is its own, and nothing else. */
export interface OwnPerson {
  readonly personId: string;
  readonly leadCount: number;
  readonly totalCents: number;
  readonly lastAt: Date;
  /** The newest sale of a buyer, the newest lead of a partner. */
  readonly newestId: string;
}

/** Whose people: those in a buyer's sales, or in a partner's leads. The database shows them no other rows. */
export type Owning =
  | { readonly kind: 'buyer'; readonly buyerId: string }
  | { readonly kind: 'partner'; readonly partnerId: string | undefined };

export interface OwnPage {
  readonly limit: number;
  readonly offset: number;
  /** Only these people. */
  readonly personIds?: readonly string[] | undefined;
}

function sourceOf(tx: TenantReader, owning: Owning, personIds: readonly string[] | undefined) {
  if (owning.kind === 'buyer') {
    const where = whereOf([
      ['tenant_id = ?', tx.context.tenantId],
      ['buyer_id = ?', owning.buyerId],
      [`status = 'settled'`],
      ['person_id IS NOT NULL'],
      ['person_id = ANY(?::uuid[])', personIds],
    ]);
    return { ...where, table: 'sales', at: 'reserved_at', id: 'sale_id', cents: 'price_cents' };
  }
  const where = whereOf([
    ['tenant_id = ?', tx.context.tenantId],
    ['partner_id = ?', owning.partnerId],
    ['person_id IS NOT NULL'],
    ['person_id = ANY(?::uuid[])', personIds],
  ]);
  return { ...where, table: 'leads', at: 'received_at', id: 'lead_id', cents: 'payout_cents' };
}

/** The people of a buyer or a partner, who came last first, and how many there are. */
export async function ownPeople(
  tx: TenantReader,
  owning: Owning,
  { limit, offset, personIds }: OwnPage,
): Promise<{ readonly rows: OwnPerson[]; readonly total: number }> {
  const { table, text, values, at, id, cents } = sourceOf(tx, owning, personIds);
  const rows = await tx.many<OwnPerson>({
    text: `SELECT person_id AS "personId", count(DISTINCT lead_id) AS "leadCount",
        coalesce(sum(${cents}), 0)::bigint AS "totalCents", max(${at}) AS "lastAt",
        (array_agg(${id} ORDER BY ${at} DESC, ${id} DESC))[1] AS "newestId"
      FROM ${table} WHERE ${text} GROUP BY person_id ORDER BY max(${at}) DESC, person_id DESC
      LIMIT ${limit} OFFSET ${offset}`,
    values,
  });
  const counted = await tx.first<{ total: number }>({
    text: `SELECT count(DISTINCT person_id) AS total FROM ${table} WHERE ${text}`,
    values,
  });
  return { rows, total: counted?.total ?? 0 };
}

/** A sale of a buyer, or a lead of a partner, and whose it is. */
export interface OwnRow {
  readonly personId: string;
  readonly rowId: string;
}

/** More sales of one e-mail or phone to one buyer than these are not looked at. */
const SOUGHT_AT_MOST = 200;

/** A buyer's sales, the newest 200, of leads that carry a token. Asked as Careroute, for no party sees tokens. */
export async function ownSalesWith(tx: TenantReader, buyerId: string, tokens: readonly Buffer[]): Promise<OwnRow[]> {
  return tx.many({
    text: `SELECT s.person_id AS "personId", s.sale_id AS "rowId" FROM sales AS s
      WHERE s.tenant_id = $1 AND s.buyer_id = $2 AND s.status = 'settled' AND s.person_id IS NOT NULL
        AND s.lead_id IN (SELECT t.lead_id FROM lead_tokens AS t WHERE t.tenant_id = $1 AND t.token = ANY($3::bytea[]))
      ORDER BY s.reserved_at DESC, s.sale_id DESC LIMIT ${SOUGHT_AT_MOST}`,
    values: [tx.context.tenantId, buyerId, tokens],
  });
}

/** The people of those leads of a partner that carry a token. Asked as Careroute, for no party sees tokens. */
export async function ownPeopleWith(
  tx: TenantReader,
  partnerId: string | undefined,
  tokens: readonly Buffer[],
): Promise<string[]> {
  const rows = await tx.many<{ personId: string }>({
    text: `SELECT DISTINCT l.person_id AS "personId" FROM leads AS l
      WHERE l.tenant_id = $1 AND ($2::uuid IS NULL OR l.partner_id = $2) AND l.person_id IS NOT NULL
        AND l.lead_id IN (
          SELECT t.lead_id FROM lead_tokens AS t WHERE t.tenant_id = $1 AND t.token = ANY($3::bytea[]))`,
    values: [tx.context.tenantId, partnerId ?? null, tokens],
  });
  return rows.map(({ personId }) => personId);
}

/** A partner's leads of a person since a day, newest first: the first 500. */
export async function ownLeads(
  tx: TenantReader,
  {
    partnerId,
    personId,
    since,
  }: { readonly partnerId: string | undefined; readonly personId: string; readonly since: Date },
): Promise<{ readonly leadId: string; readonly number: number; readonly status: LeadStatus; readonly at: Date }[]> {
  const { text, values } = whereOf([
    ['tenant_id = ?', tx.context.tenantId],
    ['partner_id = ?', partnerId],
    ['person_id = ?', personId],
    ['received_at >= ?', since],
  ]);
  return tx.many({
    text: `SELECT lead_id AS "leadId", number, status, received_at AS at FROM leads WHERE ${text}
      ORDER BY received_at DESC, lead_id DESC LIMIT 500`,
    values,
  });
}

/** Leads of a person that a partner sent into one offer. */
export interface OwnOffer {
  readonly offerId: string;
  /** Null for an offer that who asks may not know. */
  readonly offerName: string | null;
  readonly verticalName: string | null;
  readonly leadCount: number;
  /** Of those that are sold. */
  readonly payoutCents: number;
  readonly latestAt: Date;
}

/** Into which offers a partner sent leads of a person, the latest first. */
export async function ownOffers(
  tx: TenantReader,
  { partnerId, personId }: { readonly partnerId: string | undefined; readonly personId: string },
): Promise<OwnOffer[]> {
  const { text, values } = whereOf([
    ['l.tenant_id = ?', tx.context.tenantId],
    ['l.partner_id = ?', partnerId],
    ['l.person_id = ?', personId],
    ['l.offer_id IS NOT NULL'],
  ]);
  return tx.many({
    text: `SELECT l.offer_id AS "offerId", coalesce(o.name, s.name) AS "offerName", v.name AS "verticalName",
        count(*) AS "leadCount", max(l.received_at) AS "latestAt",
        coalesce(sum(l.payout_cents) FILTER (WHERE l.status = 'sold'), 0)::bigint AS "payoutCents"
      FROM leads AS l
        LEFT JOIN offers AS o ON o.tenant_id = l.tenant_id AND o.id = l.offer_id
        LEFT JOIN offer_listings AS s ON s.tenant_id = l.tenant_id AND s.id = l.offer_id
        LEFT JOIN verticals AS v ON v.tenant_id = l.tenant_id AND v.id = l.vertical_id
      WHERE ${text} GROUP BY l.offer_id, o.name, s.name, v.name
      ORDER BY max(l.received_at) DESC, l.offer_id`,
    values,
  });
}
