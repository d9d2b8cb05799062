import { type TenantReader, whereOf } from '../../core/tenancy/index.ts';
import type { LeadStatus } from './store.ts';

/** A lead as the feed tells of it: nothing that is sealed. */
export interface FeedRow {
  readonly leadId: string;
  readonly number: number;
  readonly campaignId: string;
  readonly partnerId: string;
  readonly verticalId: string;
  readonly offerId: string | null;
  readonly status: LeadStatus;
  readonly reason: string | null;
  readonly isTest: boolean;
  readonly state: string | null;
  readonly priceCents: number | null;
  readonly payoutCents: number | null;
  readonly receivedAt: Date;
  readonly updatedAt: Date;
}

const COLUMNS = `lead_id AS "leadId", number, campaign_id AS "campaignId", partner_id AS "partnerId",
  vertical_id AS "verticalId", offer_id AS "offerId", status, reason, is_test AS "isTest", state,
  price_cents AS "priceCents", payout_cents AS "payoutCents", received_at AS "receivedAt", updated_at AS "updatedAt"`;

/** The leads that came last, oldest change first. */
export async function feedNewest(tx: TenantReader, partnerId: string | undefined, limit: number): Promise<FeedRow[]> {
  const { text, values } = whereOf([
    ['tenant_id = ?', tx.context.tenantId],
    ['partner_id = ?', partnerId],
  ]);
  const rows = await tx.many<FeedRow>({
    text: `SELECT ${COLUMNS} FROM leads WHERE ${text} ORDER BY received_at DESC, lead_id DESC LIMIT ${limit}`,
    values,
  });
  return rows.toSorted((a, b) => a.updatedAt.getTime() - b.updatedAt.getTime());
}

/** The leads that changed at or after an instant, oldest change first. */
export async function feedChanges(
  tx: TenantReader,
  partnerId: string | undefined,
  since: Date,
  limit: number,
): Promise<FeedRow[]> {
  const { text, values } = whereOf([
    ['tenant_id = ?', tx.context.tenantId],
    ['partner_id = ?', partnerId],
    ['updated_at >= ?', since],
  ]);
  return tx.many({
    text: `SELECT ${COLUMNS} FROM leads WHERE ${text} ORDER BY updated_at, lead_id LIMIT ${limit}`,
    values,
  });
}
