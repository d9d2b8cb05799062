import type { TenantReader, TenantWriter } from '../../core/tenancy/index.ts';

/** A request's claim to be the first of its kind: by the caller's idempotency key, or by its payload. */
export interface Claim {
  readonly campaignId: string;
  readonly claim: Buffer;
  readonly payloadHash: Buffer;
  /** The lead that it will have made, if the claim holds. */
  readonly leadId: string;
  readonly expiresAt: Date;
}

export interface ClaimRow {
  readonly campaignId: string;
  readonly claim: Buffer;
  readonly payloadHash: Buffer;
  readonly leadId: string | null;
  readonly refusal: string | null;
  readonly expiresAt: Date;
}

/** Tries to place claims and gives those that hold; the others were placed before and have not expired. */
export async function claimPlace(tx: TenantWriter, now: Date, claims: readonly Claim[]): Promise<Set<string>> {
  const sorted = claims.toSorted((a, b) => Buffer.compare(a.claim, b.claim));
  const rows = await tx.many<{ claim: Buffer }>({
    name: 'claim-place',
    text: `INSERT INTO intake_claims AS c (tenant_id, campaign_id, claim, payload_hash, lead_id, expires_at)
      SELECT $1, r.campaign_id, r.claim, r.payload_hash, r.lead_id, r.expires_at
      FROM json_to_recordset($3::json) AS r (campaign_id uuid, claim bytea, payload_hash bytea, lead_id uuid,
        expires_at timestamptz)
      ON CONFLICT (tenant_id, campaign_id, claim) DO UPDATE
        SET payload_hash = EXCLUDED.payload_hash, lead_id = EXCLUDED.lead_id, refusal = NULL, expires_at =
          EXCLUDED.expires_at
        WHERE c.expires_at <= $2
      RETURNING claim`,
    values: [
      tx.context.tenantId,
      now,
      JSON.stringify(
        sorted.map((claim) => ({
          campaign_id: claim.campaignId,
          claim: `\\x${claim.claim.toString('hex')}`,
          payload_hash: `\\x${claim.payloadHash.toString('hex')}`,
          lead_id: claim.leadId,
          expires_at: claim.expiresAt,
        })),
      ),
    ],
  });
  return new Set(rows.map((row) => row.claim.toString('hex')));
}

/** What earlier requests claimed. */
export async function claimFind(tx: TenantReader, claims: readonly Buffer[]): Promise<ClaimRow[]> {
  if (claims.length === 0) return [];
  return tx.many({
    name: 'claim-find',
    text: `SELECT campaign_id AS "campaignId", claim, payload_hash AS "payloadHash", lead_id AS "leadId", refusal,
        expires_at AS "expiresAt"
      FROM intake_claims WHERE tenant_id = $1 AND claim = ANY($2::bytea[])`,
    values: [tx.context.tenantId, claims],
  });
}

/** Keeps the refusal as the answer of claims that made no lead. */
export async function claimRefuse(
  tx: TenantWriter,
  refusals: readonly { readonly claim: Buffer; readonly refusal: string }[],
): Promise<void> {
  if (refusals.length === 0) return;
  await tx.run({
    name: 'claim-refuse',
    text: `UPDATE intake_claims AS c SET lead_id = NULL, refusal = r.refusal
      FROM json_to_recordset($2::json) AS r (claim bytea, refusal text) WHERE c.tenant_id = $1 AND c.claim = r.claim
        RETURNING c.claim`,
    values: [
      tx.context.tenantId,
      JSON.stringify(refusals.map((entry) => ({ claim: `\\x${entry.claim.toString('hex')}`, refusal: entry.refusal }))),
    ],
  });
}

/** When the claims of a lead run out. */
export async function claimExpiries(tx: TenantReader, leadId: string): Promise<{ expiresAt: Date }[]> {
  return tx.many({
    text: 'SELECT expires_at AS "expiresAt" FROM intake_claims WHERE tenant_id = $1 AND lead_id = $2',
    values: [tx.context.tenantId, leadId],
  });
}

export async function claimErase(tx: TenantWriter, leadId: string): Promise<number> {
  return tx.run({
    text: 'DELETE FROM intake_claims WHERE tenant_id = $1 AND lead_id = $2 RETURNING claim',
    values: [tx.context.tenantId, leadId],
  });
}
