import type { TenantReader } from '../../core/tenancy/index.ts';
import type { Verdict } from '../routing/index.ts';

/** Leads that came to the same for one contract. */
export interface ConsideredCount {
  /** The state of its last sale; null where it had none. */
  readonly sale: string | null;
  /** Why it was refused; null where it was eligible. */
  readonly reason: Extract<Verdict, { outcome: 'refused' }>['reason'] | null;
  readonly leads: number;
}

/** Of a contract, since an instant; of the newest leads at most so many. */
export interface ConsideredSince {
  readonly contractId: string;
  readonly since: Date;
  readonly limit: number;
}

/** What the last decision upon each lead of the contract's offers said of it. Test leads do not count. */
export async function consideredCounts(
  tx: TenantReader,
  { contractId, since, limit }: ConsideredSince,
): Promise<ConsideredCount[]> {
  return tx.many({
    text: `WITH newest AS (
        SELECT l.lead_id FROM leads AS l
        WHERE l.tenant_id = $1 AND NOT l.is_test AND l.received_at >= $3
          AND l.offer_id IN (SELECT o.offer_id FROM offer_contracts AS o WHERE o.tenant_id = $1 AND o.contract_id = $2)
        ORDER BY l.received_at DESC LIMIT $4)
      SELECT s.status AS sale, d.verdict ->> 'reason' AS reason, count(*)::int AS leads
      FROM newest AS n
      JOIN LATERAL (
        SELECT jsonb_path_query_first(d.verdicts, '$[*] ? (@.contractId == $id)',
          jsonb_build_object('id', $2::uuid)) AS verdict
        FROM decisions AS d WHERE d.tenant_id = $1 AND d.lead_id = n.lead_id ORDER BY d.round DESC LIMIT 1) AS d
        ON d.verdict IS NOT NULL
      LEFT JOIN LATERAL (
        SELECT s.status FROM sales AS s WHERE s.tenant_id = $1 AND s.lead_id = n.lead_id AND s.contract_id = $2
        ORDER BY s.reserved_at DESC LIMIT 1) AS s ON true
      GROUP BY sale, reason ORDER BY leads DESC, sale, reason`,
    values: [tx.context.tenantId, contractId, since, limit],
  });
}
