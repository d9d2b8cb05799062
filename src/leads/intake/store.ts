import type { TenantReader, TenantWriter } from '../../core/tenancy/index.ts';
import type { PhiClass } from '../../core/access/index.ts';
import type { KeptTestResult } from './domain/forced-outcome.ts';
import type { OfPerson } from './person-store.ts';

export const LEAD_STATUSES = [
  'routing',
  'sold',
  'unsold',
  'pending',
  'matched',
  'returned',
  'scrubbed',
  'erased',
] as const;
export type LeadStatus = (typeof LEAD_STATUSES)[number];

/** A lead to be written: sealed by class, with its limited data set in clear. */
export interface NewLead {
  readonly leadId: string;
  readonly number: number;
  readonly campaignId: string;
  readonly partnerId: string;
  readonly verticalId: string;
  readonly offerId: string | null;
  readonly status: LeadStatus;
  readonly reason: string | null;
  readonly regime: string;
  readonly isTest: boolean;
  readonly state: string | null;
  readonly zip3: string | null;
  readonly birthYear: number | null;
  readonly keyId: string;
  /** The day on which the campaign's caps count it; null for what none counts. */
  readonly countedOn: string | null;
  readonly sessionId: string | null;
  readonly parentLeadId: string | null;
  readonly testResult: KeptTestResult | null;
  readonly testPayoutCents: number | null;
  /** The only buyers that the person consented to, where the sender named them. */
  readonly acceptedBuyerIds: readonly string[] | null;
  readonly sealed: Readonly<Partial<Record<PhiClass, Buffer>>>;
}

const hex = (bytes: Buffer | undefined): string | null => (bytes ? `\\x${bytes.toString('hex')}` : null);

const recordOf = (lead: OfPerson<NewLead>) => ({
  lead_id: lead.leadId,
  number: lead.number,
  campaign_id: lead.campaignId,
  partner_id: lead.partnerId,
  vertical_id: lead.verticalId,
  offer_id: lead.offerId,
  status: lead.status,
  reason: lead.reason,
  regime: lead.regime,
  is_test: lead.isTest,
  state: lead.state,
  zip3: lead.zip3,
  birth_year: lead.birthYear,
  key_id: lead.keyId,
  identity: hex(lead.sealed.identity),
  contact: hex(lead.sealed.contact),
  health: hex(lead.sealed.health),
  other: hex(lead.sealed.other),
  counted_on: lead.countedOn,
  session_id: lead.sessionId,
  parent_lead_id: lead.parentLeadId,
  test_result: lead.testResult,
  test_payout_cents: lead.testPayoutCents,
  accepted_buyer_ids: lead.acceptedBuyerIds,
  person_id: lead.personId,
});

export async function leadInsert(tx: TenantWriter, at: Date, leads: readonly OfPerson<NewLead>[]): Promise<void> {
  await tx.run({
    name: 'lead-insert',
    text: `INSERT INTO leads (tenant_id, person_id, lead_id, number, campaign_id, partner_id, vertical_id, offer_id,
        status, reason, regime, is_test, state, zip3, birth_year, key_id, sealed_identity, sealed_contact,
        sealed_health, sealed_other, received_at, updated_at, counted_on, session_id, parent_lead_id, test_result,
        test_payout_cents, accepted_buyer_ids)
      SELECT $1, r.person_id, r.lead_id, r.number, r.campaign_id, r.partner_id, r.vertical_id, r.offer_id, r.status,
        r.reason, r.regime, r.is_test, r.state, r.zip3, r.birth_year, r.key_id, r.identity, r.contact, r.health,
        r.other, $2, $2, r.counted_on, r.session_id, r.parent_lead_id, r.test_result, r.test_payout_cents,
        r.accepted_buyer_ids
      FROM json_to_recordset($3::json) AS r (person_id uuid, lead_id uuid, number bigint, campaign_id uuid, partner_id
        uuid, vertical_id uuid, offer_id uuid, status text, reason text, regime text, is_test boolean, state text, zip3
        text, birth_year smallint, key_id uuid, identity bytea, contact bytea, health bytea, other bytea, counted_on
        date, session_id uuid, parent_lead_id uuid, test_result text, test_payout_cents bigint, accepted_buyer_ids
        uuid[])`,
    values: [tx.context.tenantId, at, JSON.stringify(leads.map(recordOf))],
  });
}

/** A blind index of one value of a lead. */
export interface NewToken {
  readonly field: string;
  readonly token: Buffer;
  readonly verticalId: string;
  readonly leadId: string;
}

export async function tokenInsert(tx: TenantWriter, at: Date, tokens: readonly NewToken[]): Promise<void> {
  if (tokens.length === 0) return;
  await tx.run({
    name: 'token-insert',
    text: `INSERT INTO lead_tokens (tenant_id, field, token, vertical_id, lead_id, received_at)
      SELECT $1, r.field, r.token, r.vertical_id, r.lead_id, $2
      FROM json_to_recordset($3::json) AS r (field text, token bytea, vertical_id uuid, lead_id uuid)`,
    values: [
      tx.context.tenantId,
      at,
      JSON.stringify(
        tokens.map((token) => ({
          field: token.field,
          token: hex(token.token),
          vertical_id: token.verticalId,
          lead_id: token.leadId,
        })),
      ),
    ],
  });
}

/** A lead that carries one of the tokens asked for. */
export interface TokenMatch {
  readonly token: Buffer;
  readonly field: string;
  readonly verticalId: string;
  readonly offerId: string | null;
  readonly leadId: string;
  readonly receivedAt: Date;
  readonly status: LeadStatus;
}

/**
 * Leads received since `since` that carry one of these tokens. Each token, and then its lead, is looked up by itself:
 * a planner without statistics (of a young table) would read all rows of either, and ask the policies about each.
 */
export async function tokenMatches(tx: TenantReader, tokens: readonly Buffer[], since: Date): Promise<TokenMatch[]> {
  if (tokens.length === 0) return [];
  return tx.many({
    name: 'token-matches',
    text: `SELECT found.token, found.field, found.vertical_id AS "verticalId", found.lead_id AS "leadId",
        found.received_at AS "receivedAt", lead.status, lead.offer_id AS "offerId"
      FROM unnest($2::bytea[]) AS wanted (token)
      CROSS JOIN LATERAL (SELECT * FROM lead_tokens AS t
        WHERE t.tenant_id = $1 AND t.token = wanted.token AND t.received_at >= $3 OFFSET 0) AS found
      CROSS JOIN LATERAL (SELECT l.status, l.offer_id FROM leads AS l
        WHERE l.tenant_id = $1 AND l.lead_id = found.lead_id OFFSET 0) AS lead`,
    values: [tx.context.tenantId, tokens, since],
  });
}

export interface LeadRow {
  readonly leadId: string;
  readonly number: number;
  readonly campaignId: string;
  readonly partnerId: string;
  readonly verticalId: string;
  readonly offerId: string | null;
  readonly status: LeadStatus;
  readonly reason: string | null;
  readonly regime: string;
  readonly isTest: boolean;
  readonly state: string | null;
  readonly priceCents: number | null;
  readonly payoutCents: number | null;
  /** The outcome that a test asked for, and what it would have paid. */
  readonly testResult: KeptTestResult | null;
  readonly testPayoutCents: number | null;
  /** The day on which the campaign's caps count it. */
  readonly countedOn: string | null;
  readonly identity: Buffer | null;
  readonly contact: Buffer | null;
  readonly health: Buffer | null;
  readonly other: Buffer | null;
  /** Whose lead it is; null for one that nobody can be known by. */
  readonly personId: string | null;
  readonly sessionId: string | null;
  readonly parentLeadId: string | null;
  readonly receivedAt: Date;
}

/** The columns of a lead, of a table or subquery whose columns are those of leads. */
export const LEAD = `lead_id AS "leadId", number, campaign_id AS "campaignId", partner_id AS "partnerId",
  vertical_id AS "verticalId", offer_id AS "offerId", status, reason, regime, is_test AS "isTest", state,
  price_cents AS "priceCents", payout_cents AS "payoutCents", sealed_identity AS identity, sealed_contact AS contact,
  sealed_health AS health, sealed_other AS other, counted_on AS "countedOn", test_result AS "testResult",
  test_payout_cents AS "testPayoutCents", person_id AS "personId", session_id AS "sessionId",
  parent_lead_id AS "parentLeadId", received_at AS "receivedAt"`;

/** A lead by its id or by its number. */
export async function leadFind(
  tx: TenantReader,
  by: { readonly leadId: string } | { readonly number: number },
): Promise<LeadRow | undefined> {
  const [column, value] = 'leadId' in by ? ['lead_id', by.leadId] : ['number', by.number];
  return tx.first({
    name: `lead-find-by-${column}`,
    text: `SELECT ${LEAD} FROM leads WHERE tenant_id = $1 AND ${column} = $2`,
    values: [tx.context.tenantId, value],
  });
}

/** A lead, kept from others until the transaction ends: of two sales that end at once, the later sees both ends. */
export async function leadLock(tx: TenantWriter, leadId: string): Promise<LeadRow | undefined> {
  return tx.first({
    name: 'lead-lock',
    text: `SELECT ${LEAD} FROM leads WHERE tenant_id = $1 AND lead_id = $2 FOR NO KEY UPDATE`,
    values: [tx.context.tenantId, leadId],
  });
}

/** The leads of these ids, in no certain order. */
export async function leadsOf(tx: TenantReader, leadIds: readonly string[]): Promise<LeadRow[]> {
  return tx.many({
    text: `SELECT ${LEAD} FROM leads WHERE tenant_id = $1 AND lead_id = ANY($2::uuid[])`,
    values: [tx.context.tenantId, leadIds],
  });
}

/** Moves a lead to another state of its life; one that was erased stays so. */
export async function leadMove(
  tx: TenantWriter,
  leadId: string,
  at: Date,
  change: {
    readonly status: LeadStatus;
    readonly reason: string | null;
    readonly priceCents?: number | null;
    readonly payoutCents?: number | null;
  },
): Promise<void> {
  await tx.run({
    name: 'lead-move',
    text: `UPDATE leads SET status = $3, reason = $4, price_cents = $5, payout_cents = $6, updated_at = $7
      WHERE tenant_id = $1 AND lead_id = $2 AND status <> 'erased' RETURNING lead_id`,
    values: [
      tx.context.tenantId,
      leadId,
      change.status,
      change.reason,
      change.priceCents ?? null,
      change.payoutCents ?? null,
      at,
    ],
  });
}

/** Says on which day the campaign's caps count a lead; null once none does. */
export async function leadCount(tx: TenantWriter, leadId: string, day: string | null): Promise<void> {
  await tx.run({
    text: 'UPDATE leads SET counted_on = $3 WHERE tenant_id = $1 AND lead_id = $2 RETURNING lead_id',
    values: [tx.context.tenantId, leadId, day],
  });
}

/** Says by which offer a lead is sold. */
export async function leadPlace(tx: TenantWriter, leadId: string, offerId: string | null): Promise<void> {
  await tx.run({
    text: 'UPDATE leads SET offer_id = $3 WHERE tenant_id = $1 AND lead_id = $2 RETURNING lead_id',
    values: [tx.context.tenantId, leadId, offerId],
  });
}

/** Erases what is personal of a lead; the fact that there was one stays. */
export async function leadErase(tx: TenantWriter, leadId: string): Promise<number> {
  return tx.run({
    text: `UPDATE leads SET sealed_identity = NULL, sealed_contact = NULL, sealed_health = NULL, sealed_other = NULL,
      state = NULL,
        zip3 = NULL, birth_year = NULL, status = 'erased', updated_at = now()
      WHERE tenant_id = $1 AND lead_id = $2 RETURNING lead_id`,
    values: [tx.context.tenantId, leadId],
  });
}

/** The fields by which a lead can be found. */
export async function tokenFields(tx: TenantReader, leadId: string): Promise<{ field: string }[]> {
  return tx.many({
    text: 'SELECT field FROM lead_tokens WHERE tenant_id = $1 AND lead_id = $2',
    values: [tx.context.tenantId, leadId],
  });
}

/** The tokens by which a lead can be found. */
export async function tokensOfLead(tx: TenantReader, leadId: string): Promise<Buffer[]> {
  const rows = await tx.many<{ token: Buffer }>({
    text: 'SELECT token FROM lead_tokens WHERE tenant_id = $1 AND lead_id = $2',
    values: [tx.context.tenantId, leadId],
  });
  return rows.map(({ token }) => token);
}

export async function tokenErase(tx: TenantWriter, leadId: string): Promise<number> {
  return tx.run({
    text: 'DELETE FROM lead_tokens WHERE tenant_id = $1 AND lead_id = $2 RETURNING lead_id',
    values: [tx.context.tenantId, leadId],
  });
}
