import type { TenantReader } from '../../core/tenancy/index.ts';
import { LEAD, type LeadRow } from '../intake/index.ts';

/** The newest lead of each of these people, by the person's id. */
export async function newestLeads(tx: TenantReader, personIds: readonly string[]): Promise<Map<string, LeadRow>> {
  const rows = await tx.many<LeadRow & { wantedId: string }>({
    text: `SELECT wanted.id AS "wantedId", ${LEAD} FROM unnest($2::uuid[]) AS wanted (id) CROSS JOIN LATERAL (
        SELECT l.* FROM leads AS l WHERE l.tenant_id = $1 AND l.person_id = wanted.id
        ORDER BY l.received_at DESC, l.lead_id DESC LIMIT 1
      ) AS l`,
    values: [tx.context.tenantId, personIds],
  });
  return new Map(rows.map(({ wantedId, ...lead }) => [wantedId, lead]));
}

/** What a person's export says of the person, asked for by a lead. */
export async function personOfLead(tx: TenantReader, leadId: string): Promise<object | undefined> {
  return tx.first({
    text: `SELECT p.number, p.tags, p.key_field AS "knownBy", p.created_at AS "createdAt" FROM leads AS l
      JOIN people AS p ON p.tenant_id = $1 AND p.person_id = l.person_id WHERE l.tenant_id = $1 AND l.lead_id = $2`,
    values: [tx.context.tenantId, leadId],
  });
}

/** A sale of a person's leads, without what was delivered. */
export interface PersonSale {
  readonly saleId: string;
  readonly leadId: string;
  readonly leadNumber: number;
  readonly buyerId: string;
  readonly buyerName: string;
  readonly contractId: string;
  readonly status: string;
  readonly priceCents: number;
  readonly payoutCents: number;
  readonly reservedAt: Date;
  readonly settledAt: Date | null;
}

/** Sales of a person's leads that came to something, newest first; of very many the newest. */
export async function salesOfPerson(tx: TenantReader, personId: string): Promise<PersonSale[]> {
  return tx.many({
    text: `SELECT s.sale_id AS "saleId", s.lead_id AS "leadId", l.number AS "leadNumber", s.buyer_id AS "buyerId",
        b.name AS "buyerName", s.contract_id AS "contractId", s.status, s.price_cents AS "priceCents",
        s.payout_cents AS "payoutCents", s.reserved_at AS "reservedAt", s.settled_at AS "settledAt"
      FROM sales AS s JOIN leads AS l ON l.tenant_id = $1 AND l.lead_id = s.lead_id
      JOIN buyers AS b ON b.tenant_id = $1 AND b.id = s.buyer_id
      WHERE s.tenant_id = $1 AND s.person_id = $2 AND s.status <> 'released'
      ORDER BY s.reserved_at DESC, s.sale_id DESC LIMIT 500`,
    values: [tx.context.tenantId, personId],
  });
}
