import type { TenantReader, TenantWriter } from '../../core/tenancy/index.ts';
import type { Plan } from '../routing/index.ts';
import type { EarningTerms } from '../sales/index.ts';
import type { ClearVerdict } from './split-verdicts.ts';

/** Why a lead was routed as it was, with the exact versions; what tells of the lead's values is sealed. */
export interface DecisionRecord {
  readonly leadId: string;
  readonly offerId: string | null;
  readonly routingStamp: number;
  readonly seed: number;
  readonly verdicts: readonly ClearVerdict[];
  /** Opens as `VerdictDetails`; null where there are none, or where they were erased. */
  readonly sealedDetails: Buffer | null;
  readonly ranking: readonly string[];
  /** How the offer sold, and how the partner is paid; the latter is unknown of leads of earlier versions. */
  readonly plan: Plan & Partial<EarningTerms>;
}

export async function decisionInsert(tx: TenantWriter, at: Date, decisions: readonly DecisionRecord[]): Promise<void> {
  if (decisions.length === 0) return;
  await tx.run({
    name: 'decision-insert',
    text: `INSERT INTO decisions (tenant_id, lead_id, offer_id, routing_stamp, seed, verdicts, sealed_details,
        ranking, plan, decided_at)
      SELECT $1, r.lead_id, r.offer_id, r.routing_stamp, r.seed, r.verdicts, r.sealed_details, r.ranking, r.plan, $2
      FROM json_to_recordset($3::json) AS r (lead_id uuid, offer_id uuid, routing_stamp bigint, seed bigint, verdicts
        jsonb, sealed_details bytea, ranking uuid[], plan jsonb)`,
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
          sealed_details: decision.sealedDetails && `\\x${decision.sealedDetails.toString('hex')}`,
          ranking: decision.ranking,
          plan: decision.plan,
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
    text: `SELECT lead_id AS "leadId", offer_id AS "offerId", routing_stamp AS "routingStamp", seed, verdicts,
      sealed_details AS "sealedDetails", ranking, plan, decided_at AS "decidedAt"
      FROM decisions WHERE tenant_id = $1 AND lead_id = $2`,
    values: [tx.context.tenantId, leadId],
  });
}

/** Erases what tells of the lead's values; that and why it was sold or refused, by code, stays. */
export async function decisionErase(tx: TenantWriter, leadId: string): Promise<number> {
  return tx.run({
    text: `UPDATE decisions SET sealed_details = NULL
      WHERE tenant_id = $1 AND lead_id = $2 AND sealed_details IS NOT NULL RETURNING lead_id`,
    values: [tx.context.tenantId, leadId],
  });
}
