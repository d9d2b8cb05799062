import { type TenantReader, whereOf } from '../../core/tenancy/index.ts';
import type { LeadCounts, Since } from './domain/offer-stats.ts';

/** Counts the leads of a partner on an offer, without tests; without a partner those of all. */
export async function leadCounts(
  tx: TenantReader,
  { partnerId, offerId }: { readonly partnerId: string | undefined; readonly offerId: string },
  { today, week, month }: Since,
): Promise<LeadCounts> {
  const { text, values } = whereOf(
    [['tenant_id = ?', tx.context.tenantId], ['partner_id = ?', partnerId], ['offer_id = ?', offerId], ['NOT is_test']],
    [today, week, month],
  );
  const row = await tx.first<LeadCounts>({
    text: `SELECT count(*) AS total, count(*) FILTER (WHERE status = 'sold') AS sold,
        count(*) FILTER (WHERE status = 'unsold') AS rejected, count(*) FILTER (WHERE status = 'returned') AS returned,
        count(*) FILTER (WHERE status IN ('routing', 'pending')) AS pending,
        coalesce(sum(payout_cents) FILTER (WHERE status = 'sold'), 0)::bigint AS "payoutCents",
        count(*) FILTER (WHERE received_at >= $1) AS today, count(*) FILTER (WHERE received_at >= $2) AS week,
        count(*) FILTER (WHERE received_at >= $3) AS month
      FROM leads WHERE ${text}`,
    values,
  });
  if (!row) throw new Error('a count gave no row');
  return row;
}
