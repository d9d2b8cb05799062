import type { LogWindow } from '../../core/gate/index.ts';
import type { EarningTerms } from '../sales/index.ts';
import { type TenantReader, type TenantWriter, whereOf } from '../../core/tenancy/index.ts';

/** What the partner was promised for one contract's buying it. */
export interface PingMatch {
  readonly rank: number;
  readonly payoutCents: number;
}

/** What a contract said, or was quoted at, and what came of it. */
export interface PingBid {
  readonly contractId: string;
  readonly version: number;
  readonly contractName: string;
  readonly buyerId: string;
  readonly buyerName: string;
  /** `fixed`: it buys at its price and was not asked. */
  readonly verdict: string;
  readonly priceCents: number | null;
  readonly payoutCents: number | null;
  /** Place in the quote, from 1; null where it is not in it. */
  readonly rank: number | null;
  readonly reference: string | null;
  readonly durationMs: number | null;
  /** What a form was to tell the person whose consent names the buyer. */
  readonly disclosure: string | null;
}

export interface NewPing {
  readonly pingId: string;
  readonly kind: 'ping' | 'submit';
  readonly campaignId: string;
  readonly partnerId: string;
  readonly offerId: string | null;
  readonly isTest: boolean;
  readonly outcome: 'quoted' | 'no_match';
  readonly fields: readonly string[];
  readonly matches: readonly PingMatch[];
  readonly payoutCents: number | null;
  readonly asked: number;
  readonly claim: Buffer | null;
  readonly payloadHash: Buffer | null;
  readonly durationMs: number;
  readonly requestId: string;
  readonly at: Date;
  readonly expiresAt: Date;
  readonly leadId: string | null;
  readonly bids: readonly PingBid[];
  readonly terms: EarningTerms;
}

const hex = (bytes: Buffer | null): string | null => bytes && `\\x${bytes.toString('hex')}`;

/** Writes pings with what buyers said to them. Gives the ids that were written: a claim holds one ping. */
export async function pingInsert(tx: TenantWriter, pings: readonly NewPing[]): Promise<ReadonlySet<string>> {
  if (pings.length === 0) return new Set();
  const rows = await tx.many<{ pingId: string }>({
    name: 'ping-insert',
    text: `WITH given AS (SELECT * FROM json_to_recordset($2::json) AS r (ping_id uuid, kind text, campaign_id uuid,
          partner_id uuid, offer_id uuid, is_test boolean, outcome text, fields text[], matches jsonb,
          payout_cents bigint, asked int, claim bytea, payload_hash bytea, duration_ms int, request_id text,
          at timestamptz, expires_at timestamptz, lead_id uuid, bids jsonb, terms jsonb)),
      written AS (INSERT INTO pings (tenant_id, ping_id, kind, campaign_id, partner_id, offer_id, is_test, outcome,
          fields, matches, payout_cents, asked, claim, payload_hash, duration_ms, request_id, at, expires_at, lead_id)
        SELECT $1, ping_id, kind, campaign_id, partner_id, offer_id, is_test, outcome, fields, matches, payout_cents,
          asked, claim, payload_hash, duration_ms, request_id, at, expires_at, lead_id FROM given
        ON CONFLICT (tenant_id, campaign_id, claim) WHERE claim IS NOT NULL DO NOTHING RETURNING ping_id),
      told AS (INSERT INTO ping_bids (tenant_id, ping_id, bids, terms)
        SELECT $1, given.ping_id, given.bids, given.terms FROM given JOIN written USING (ping_id))
      SELECT ping_id AS "pingId" FROM written`,
    values: [
      tx.context.tenantId,
      JSON.stringify(
        pings.map((ping) => ({
          ping_id: ping.pingId,
          kind: ping.kind,
          campaign_id: ping.campaignId,
          partner_id: ping.partnerId,
          offer_id: ping.offerId,
          is_test: ping.isTest,
          outcome: ping.outcome,
          fields: ping.fields,
          matches: ping.matches,
          payout_cents: ping.payoutCents,
          asked: ping.asked,
          claim: hex(ping.claim),
          payload_hash: hex(ping.payloadHash),
          duration_ms: Math.max(0, Math.round(ping.durationMs)),
          request_id: ping.requestId,
          at: ping.at,
          expires_at: ping.expiresAt,
          lead_id: ping.leadId,
          bids: ping.bids,
          terms: ping.terms,
        })),
      ),
    ],
  });
  return new Set(rows.map((row) => row.pingId));
}

export interface PingRow extends Omit<NewPing, 'bids' | 'terms' | 'claim'> {
  readonly campaignName: string | null;
}

const COLUMNS = `ping_id AS "pingId", kind, campaign_id AS "campaignId", partner_id AS "partnerId",
  (SELECT c.name FROM campaigns AS c WHERE c.tenant_id = pings.tenant_id AND c.id = pings.campaign_id)
    AS "campaignName",
  offer_id AS "offerId", is_test AS "isTest", outcome, fields, matches, payout_cents AS "payoutCents", asked,
  payload_hash AS "payloadHash", duration_ms AS "durationMs", request_id AS "requestId", at,
  expires_at AS "expiresAt", lead_id AS "leadId"`;

export interface PingFilter extends LogWindow {
  readonly pingId?: string | undefined;
  readonly kind?: string | undefined;
  readonly outcome?: string | undefined;
  readonly campaignId?: string | undefined;
  readonly partnerId?: string | undefined;
  readonly leadId?: string | undefined;
}

/** Pings that the actor may see, newest first, by keyset. */
export async function pingList(tx: TenantReader, filter: PingFilter): Promise<PingRow[]> {
  const { before, limit } = filter;
  const where = whereOf([
    ['tenant_id = ?', tx.context.tenantId],
    ['ping_id = ?', filter.pingId],
    ['kind = ?', filter.kind],
    ['outcome = ?', filter.outcome],
    ['campaign_id = ?', filter.campaignId],
    ['partner_id = ?', filter.partnerId],
    ['lead_id = ?', filter.leadId],
    ['at >= ?', filter.dateFrom],
    ['at < ?', filter.dateTo],
    ['(at, ping_id) < (?, ?)', before?.at, before?.id],
  ]);
  return tx.many({
    text: `SELECT ${COLUMNS} FROM pings WHERE ${where.text} ORDER BY at DESC, ping_id DESC LIMIT ${limit}`,
    values: where.values,
  });
}

/** A ping that a claim holds. */
export async function pingOfClaim(tx: TenantReader, campaignId: string, claim: Buffer): Promise<PingRow | undefined> {
  return tx.first({
    name: 'ping-of-claim',
    text: `SELECT ${COLUMNS} FROM pings WHERE tenant_id = $1 AND campaign_id = $2 AND claim = $3`,
    values: [tx.context.tenantId, campaignId, claim],
  });
}

/** What buyers said to a ping, and its terms; undefined for who may not know. */
export async function pingBids(
  tx: TenantReader,
  pingId: string,
): Promise<{ readonly bids: readonly PingBid[]; readonly terms: EarningTerms } | undefined> {
  return tx.first({
    name: 'ping-bids',
    text: 'SELECT bids, terms FROM ping_bids WHERE tenant_id = $1 AND ping_id = $2',
    values: [tx.context.tenantId, pingId],
  });
}

/** Of these pings, what became of each, kept from others until the transaction ends. */
export async function pingLock(
  tx: TenantWriter,
  pingIds: readonly string[],
): Promise<ReadonlyMap<string, { readonly leadId: string | null; readonly expiresAt: Date }>> {
  if (pingIds.length === 0) return new Map();
  const rows = await tx.many<{ pingId: string; leadId: string | null; expiresAt: Date }>({
    name: 'ping-lock',
    text: `SELECT ping_id AS "pingId", lead_id AS "leadId", expires_at AS "expiresAt" FROM pings
      WHERE tenant_id = $1 AND ping_id = ANY($2::uuid[]) ORDER BY ping_id FOR NO KEY UPDATE`,
    values: [tx.context.tenantId, pingIds],
  });
  return new Map(rows.map(({ pingId, ...row }) => [pingId, row]));
}

/** Says which leads pings became; they can be posted to no more. */
export async function pingUse(
  tx: TenantWriter,
  used: readonly { readonly pingId: string; readonly leadId: string }[],
): Promise<void> {
  if (used.length === 0) return;
  await tx.run({
    name: 'ping-use',
    text: `UPDATE pings AS p SET lead_id = r.lead_id FROM json_to_recordset($2::json) AS r (ping_id uuid, lead_id uuid)
      WHERE p.tenant_id = $1 AND p.ping_id = r.ping_id RETURNING p.ping_id`,
    values: [
      tx.context.tenantId,
      JSON.stringify(used.map(({ pingId, leadId }) => ({ ping_id: pingId, lead_id: leadId }))),
    ],
  });
}
