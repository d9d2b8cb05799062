import type { TenantReader } from '../../core/tenancy/index.ts';

/** A sale that was not released, of a lead that carries one of the tokens asked for. */
export interface TokenSale {
  readonly token: Buffer;
  readonly field: string;
  readonly buyerId: string;
  readonly at: Date;
}

/** Sales to these buyers, reserved since `since` and not released, of leads that carry one of these tokens. */
export async function salesWithTokens(
  tx: TenantReader,
  wanted: { readonly tokens: readonly Buffer[]; readonly buyerIds: readonly string[]; readonly since: Date },
): Promise<TokenSale[]> {
  if (wanted.tokens.length === 0 || wanted.buyerIds.length === 0) return [];
  return tx.many({
    name: 'sales-with-tokens',
    text: `SELECT found.* FROM unnest($2::bytea[]) AS wanted (token) CROSS JOIN LATERAL (
        SELECT t.token, t.field, s.buyer_id AS "buyerId", s.reserved_at AS at
        FROM lead_tokens AS t JOIN sales AS s ON s.tenant_id = $1 AND s.lead_id = t.lead_id
        WHERE t.tenant_id = $1 AND t.token = wanted.token AND s.status <> 'released'
          AND s.buyer_id = ANY($3::uuid[]) AND s.reserved_at >= $4 OFFSET 0
      ) AS found`,
    values: [tx.context.tenantId, wanted.tokens, wanted.buyerIds, wanted.since],
  });
}
