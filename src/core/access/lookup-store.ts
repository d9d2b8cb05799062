import type { Session } from '../../platform/postgres/index.ts';
import type { TenantWriter } from '../tenancy/index.ts';
import type { KeyState } from './key-state.ts';
import type { KeyKind } from './policy.ts';
import type { Scope } from './scopes.ts';

/** A key as it is looked up by its hash, before a tenant is known. */
export interface KeyFound extends KeyState {
  readonly tenantId: string;
  readonly keyId: string;
  readonly kind: KeyKind;
  readonly buyerId: string | null;
  readonly partnerId: string | null;
  readonly campaignId: string | null;
  readonly readOnly: boolean;
  readonly piiAccess: boolean;
  readonly scopes: readonly Scope[];
  readonly rateLimitPerMinute: number | null;
}

/** A key made for the own side lasts no longer than its maker's account. */
const MAKER_GONE = `coalesce(k.kind = CASE WHEN m.role IN ('buyer', 'partner') THEN m.role ELSE 'admin' END
  AND (m.status = 'inactive' OR m.access_until <= now()), false)`;

export async function keyFind(identity: Session, hash: Buffer): Promise<KeyFound | undefined> {
  const [row] = await identity.query<KeyFound>({
    name: 'key-find',
    text: `SELECT k.tenant_id AS "tenantId", k.key_id AS "keyId", k.kind, k.buyer_id AS "buyerId",
        k.partner_id AS "partnerId", k.campaign_id AS "campaignId", k.read_only AS "readOnly",
        k.pii_access AS "piiAccess", k.scopes, k.rate_limit_per_minute AS "rateLimitPerMinute",
        k.allowed_cidrs::text[] AS "allowedCidrs", k.expires_at AS "expiresAt", k.revoked_at AS "revokedAt",
        ${MAKER_GONE} AS "makerGone", t.status AS "tenantStatus", coalesce(b.status, p.status) AS "ownerStatus"
      FROM api_keys AS k JOIN tenants AS t ON t.tenant_id = k.tenant_id
      LEFT JOIN buyers AS b ON b.tenant_id = k.tenant_id AND b.id = k.buyer_id
      LEFT JOIN partners AS p ON p.tenant_id = k.tenant_id AND p.id = k.partner_id
      LEFT JOIN users AS m ON m.tenant_id = k.tenant_id AND m.user_id = k.created_by
      WHERE k.secret_hash = $1`,
    values: [hash],
  });
  return row;
}

/** Notes when and from where a key was used; an earlier use than the one noted changes nothing. */
export async function keyUsed(tx: TenantWriter, keyId: string, at: Date, address: string): Promise<void> {
  await tx.run({
    text: `UPDATE api_keys SET last_used_at = $3, last_used_address = $4
      WHERE tenant_id = $1 AND key_id = $2 AND (last_used_at IS NULL OR last_used_at < $3)`,
    values: [tx.context.tenantId, keyId, at, address],
  });
}
