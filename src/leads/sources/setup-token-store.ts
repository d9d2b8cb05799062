import type { TenantReader, TenantWriter } from '../../core/tenancy/index.ts';
import type { Session } from '../../platform/postgres/index.ts';

/** A link that opens the posting instructions of a campaign once. */
export interface SetupTokenRow {
  readonly id: string;
  readonly campaignId: string;
  readonly createdBy: string;
  readonly createdAt: Date;
  readonly expiresAt: Date;
  readonly usedAt: Date | null;
  readonly revokedAt: Date | null;
}

const COLUMNS = `id, campaign_id AS "campaignId", created_by AS "createdBy", created_at AS "createdAt",
  expires_at AS "expiresAt", used_at AS "usedAt", revoked_at AS "revokedAt"`;

export type NewSetupToken = Pick<SetupTokenRow, 'id' | 'campaignId' | 'createdBy' | 'createdAt' | 'expiresAt'>;

export async function setupTokenInsert(tx: TenantWriter, token: NewSetupToken, tokenHash: Buffer): Promise<void> {
  const { id, campaignId, createdBy, createdAt, expiresAt } = token;
  await tx.run({
    text: `INSERT INTO setup_tokens (tenant_id, id, campaign_id, token_hash, created_by, created_at, expires_at)
      VALUES ($1, $2, $3, $4, $5, $6, $7)`,
    values: [tx.context.tenantId, id, campaignId, tokenHash, createdBy, createdAt, expiresAt],
  });
}

const MOST_LISTED = 100;

/** The newest tokens of a campaign. */
export async function setupTokenList(tx: TenantReader, campaignId: string): Promise<SetupTokenRow[]> {
  return tx.many({
    text: `SELECT ${COLUMNS} FROM setup_tokens WHERE tenant_id = $1 AND campaign_id = $2
      ORDER BY created_at DESC, id DESC LIMIT ${MOST_LISTED}`,
    values: [tx.context.tenantId, campaignId],
  });
}

/** Revokes a token, once; undefined for one that is not of the campaign. */
export async function setupTokenRevoke(
  tx: TenantWriter,
  { id, campaignId, now }: { readonly id: string; readonly campaignId: string; readonly now: Date },
): Promise<SetupTokenRow | undefined> {
  return tx.first({
    text: `UPDATE setup_tokens SET revoked_at = coalesce(revoked_at, $4)
      WHERE tenant_id = $1 AND campaign_id = $2 AND id = $3 RETURNING ${COLUMNS}`,
    values: [tx.context.tenantId, campaignId, id, now],
  });
}

/** Uses a token up; undefined for one that opens nothing. */
export async function setupTokenUse(
  tx: TenantWriter,
  tokenHash: Buffer,
  now: Date,
): Promise<SetupTokenRow | undefined> {
  return tx.first({
    text: `UPDATE setup_tokens SET used_at = $3
      WHERE tenant_id = $1 AND token_hash = $2 AND used_at IS NULL AND revoked_at IS NULL AND expires_at > $3
      RETURNING ${COLUMNS}`,
    values: [tx.context.tenantId, tokenHash, now],
  });
}

/** The open tenant that a token belongs to, whatever the token's own state. */
export async function setupTokenTenant(identity: Session, tokenHash: Buffer): Promise<string | undefined> {
  const rows = await identity.query<{ tenantId: string }>({
    text: `SELECT s.tenant_id AS "tenantId" FROM setup_tokens AS s
      JOIN tenants AS t ON t.tenant_id = s.tenant_id AND t.status = 'active' WHERE s.token_hash = $1`,
    values: [tokenHash],
  });
  return rows[0]?.tenantId;
}
