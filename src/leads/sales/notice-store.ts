import type { TenantReader } from '../../core/tenancy/index.ts';

/** Uncertain sales that wait for a person's word: how many, since when, and of which lead if it is one alone. */
export async function salesHeld(
  tx: TenantReader,
): Promise<{ readonly count: number; readonly since: Date | null; readonly leadId: string | null }> {
  const found = await tx.first<{ count: number; since: Date | null; leadId: string | null }>({
    text: `SELECT count(*) AS count, min(updated_at) AS since,
        CASE WHEN count(*) = 1 THEN min(lead_id::text) END AS "leadId"
      FROM sales WHERE tenant_id = $1 AND status = 'uncertain' AND resume_at IS NULL`,
    values: [tx.context.tenantId],
  });
  return found ?? { count: 0, since: null, leadId: null };
}

/** Active buyers whose last deliveries, so many, all failed or came to no clear end, with when the last one began. */
export async function buyersFailing(
  tx: TenantReader,
  { since, atLeast }: { readonly since: Date; readonly atLeast: number },
): Promise<{ readonly buyerId: string; readonly at: Date }[]> {
  return tx.many({
    text: `SELECT b.id AS "buyerId", last.at FROM buyers AS b
      CROSS JOIN LATERAL (
        SELECT count(*) AS tries, bool_and(a.outcome IN ('failed', 'uncertain')) AS "allFailed", max(a.started_at) AS at
        FROM (SELECT outcome, started_at FROM delivery_attempts
          WHERE tenant_id = $1 AND buyer_id = b.id AND outcome IS NOT NULL AND started_at > $2
          ORDER BY started_at DESC, attempt_id DESC LIMIT $3) AS a) AS last
      WHERE b.tenant_id = $1 AND b.status = 'active' AND last.tries = $3 AND last."allFailed"
      ORDER BY last.at DESC LIMIT 20`,
    values: [tx.context.tenantId, since, atLeast],
  });
}
