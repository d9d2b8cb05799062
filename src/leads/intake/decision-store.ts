import type { TenantReader, TenantWriter } from '../../core/tenancy/index.ts';
import type { Basis, Plan } from '../routing/index.ts';
import type { EarningTerms } from '../sales/index.ts';
import type { ClearVerdict } from './split-verdicts.ts';

/** Why a lead was routed as it was, with the exact versions; what tells of the lead's values is sealed. */
export interface DecisionRecord {
  readonly leadId: string;
  /** From 1: how often the lead was routed. */
  readonly round: number;
  readonly offerId: string | null;
  readonly routingStamp: number;
  readonly seed: number;
  readonly verdicts: readonly ClearVerdict[];
  /** Opens as `VerdictDetails`; null where there are none, or where they were erased. */
  readonly sealedDetails: Buffer | null;
  readonly ranking: readonly string[];
  /** How the offer sold, and how the partner is paid; the latter is unknown of leads of earlier versions. */
  readonly plan: Plan & Partial<EarningTerms>;
  /** By what it was made; null where no contract was asked, and unknown of leads of earlier versions. */
  readonly basis: Basis | null;
}

export async function decisionInsert(tx: TenantWriter, at: Date, decisions: readonly DecisionRecord[]): Promise<void> {
  if (decisions.length === 0) return;
  await tx.run({
    name: 'decision-insert',
    text: `INSERT INTO decisions (tenant_id, lead_id, offer_id, routing_stamp, seed, verdicts, sealed_details,
        ranking, plan, decided_at, round, basis)
      SELECT $1, r.lead_id, r.offer_id, r.routing_stamp, r.seed, r.verdicts, r.sealed_details, r.ranking, r.plan, $2,
        r.round, r.basis
      FROM json_to_recordset($3::json) AS r (lead_id uuid, offer_id uuid, routing_stamp bigint, seed bigint, verdicts
        jsonb, sealed_details bytea, ranking uuid[], plan jsonb, round smallint, basis jsonb)`,
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
          round: decision.round,
          basis: decision.basis,
        })),
      ),
    ],
  });
}

/** A decision with when it was made. */
export type DatedDecision = DecisionRecord & { readonly decidedAt: Date };

const COLUMNS = `lead_id AS "leadId", round, offer_id AS "offerId", routing_stamp AS "routingStamp", seed, verdicts,
  sealed_details AS "sealedDetails", ranking, plan, basis, decided_at AS "decidedAt"`;

/** The last decision upon a lead. */
export async function decisionFind(tx: TenantReader, leadId: string): Promise<DatedDecision | undefined> {
  return tx.first({
    name: 'decision-find',
    text: `SELECT ${COLUMNS} FROM decisions WHERE tenant_id = $1 AND lead_id = $2 ORDER BY round DESC LIMIT 1`,
    values: [tx.context.tenantId, leadId],
  });
}

/** All decisions upon a lead, the first one first. */
export async function decisionList(tx: TenantReader, leadId: string): Promise<DatedDecision[]> {
  return tx.many({
    text: `SELECT ${COLUMNS} FROM decisions WHERE tenant_id = $1 AND lead_id = $2 ORDER BY round`,
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
