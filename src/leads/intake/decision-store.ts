import type { TenantReader, TenantWriter } from '../../core/tenancy/index.ts';

/** Why a lead was routed as it was: kept with the exact versions, without a value of the lead. */
export interface DecisionRecord {
  readonly leadId: string;
  readonly offerId: string | null;
  readonly routingStamp: number;
  readonly seed: number;
  readonly verdicts: readonly unknown[];
  readonly ranking: readonly string[];
}

export async function decisionInsert(tx: TenantWriter, at: Date, decisions: readonly DecisionRecord[]): Promise<void> {
  if (decisions.length === 0) return;
  await tx.run({
    name: 'decision-insert',
    text: `INSERT INTO decisions (tenant_id, lead_id, offer_id, routing_stamp, seed, verdicts, ranking, decided_at)
      SELECT $1, r.lead_id, r.offer_id, r.routing_stamp, r.seed, r.verdicts, r.ranking, $2
      FROM json_to_recordset($3::json) AS r (lead_id uuid, offer_id uuid, routing_stamp bigint, seed bigint, verdicts
        jsonb, ranking uuid[])`,
    values: [
      tx.context.tenantId,
      at,
      JSON.stringify(
        decisions.map((decision) => ({
          lead_id: decision.leadId,
          offer_id: decision.offerId,
          routing_stamp: decision.routingStamp,
          seed: decision.seed,
          verdicts: decision.verdicts,
          ranking: decision.ranking,
        })),
      ),
    ],
  });
}

export async function decisionFind(
  tx: TenantReader,
  leadId: string,
): Promise<(DecisionRecord & { readonly decidedAt: Date }) | undefined> {
  return tx.first({
    name: 'decision-find',
    text: `SELECT lead_id AS "leadId", offer_id AS "offerId", routing_stamp AS "routingStamp", seed, verdicts, ranking,
      decided_at AS "decidedAt"
      FROM decisions WHERE tenant_id = $1 AND lead_id = $2`,
    values: [tx.context.tenantId, leadId],
  });
}
