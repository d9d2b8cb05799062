import { AppError } from '../../kernel/app-error.ts';
import type { TenantReader, TenantWriter } from '../tenancy/index.ts';
import type { CallerKind } from './policy.ts';

export interface NewApiKey {
  readonly keyId: string;
  readonly kind: CallerKind;
  readonly buyerId?: string;
  readonly partnerId?: string;
  readonly campaignId?: string;
  readonly name: string;
  readonly prefix: string;
  readonly hash: Buffer;
  readonly readOnly: boolean;
  readonly piiAccess: boolean;
  readonly allowedCidrs: readonly string[];
  readonly expiresAt?: Date;
}

/** A key as people see it: never its hash. */
export interface ApiKeyListed {
  readonly id: string;
  readonly kind: CallerKind;
  readonly buyerId: string | null;
  readonly partnerId: string | null;
  readonly campaignId: string | null;
  readonly name: string;
  readonly keyPrefix: string;
  readonly readOnly: boolean;
  readonly piiAccess: boolean;
  readonly allowedCidrs: string[];
  readonly expiresAt: Date | null;
  readonly revokedAt: Date | null;
  readonly exposedAt: Date | null;
  readonly createdAt: Date;
}

const LISTED = `key_id AS id, kind, buyer_id AS "buyerId", partner_id AS "partnerId", campaign_id AS "campaignId", name,
  prefix AS "keyPrefix", read_only AS "readOnly", pii_access AS "piiAccess", allowed_cidrs::text[] AS "allowedCidrs",
  expires_at AS "expiresAt", revoked_at AS "revokedAt", exposed_at AS "exposedAt", created_at AS "createdAt"`;

export async function apiKeyInsert(tx: TenantWriter, key: NewApiKey): Promise<void> {
  await tx.run({
    text: `INSERT INTO api_keys (tenant_id, key_id, kind, buyer_id, partner_id, campaign_id, name, prefix, secret_hash,
        read_only, pii_access, allowed_cidrs, expires_at)
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12::cidr[], $13)`,
    values: [
      tx.context.tenantId,
      key.keyId,
      key.kind,
      key.buyerId ?? null,
      key.partnerId ?? null,
      key.campaignId ?? null,
      key.name,
      key.prefix,
      key.hash,
      key.readOnly,
      key.piiAccess,
      key.allowedCidrs,
      key.expiresAt ?? null,
    ],
  });
}

/** Which keys to list. */
export interface ApiKeyFilter {
  readonly kind?: CallerKind | undefined;
  readonly buyerId?: string | undefined;
  readonly partnerId?: string | undefined;
  readonly campaignId?: string | undefined;
  readonly limit: number;
  readonly offset: number;
}

/** Keys that the actor may see, newest first. */
export async function apiKeyList(
  tx: TenantReader,
  filter: ApiKeyFilter,
): Promise<{ rows: ApiKeyListed[]; total: number }> {
  const where = `tenant_id = $1 AND ($2::text IS NULL OR kind = $2) AND ($3::uuid IS NULL OR buyer_id = $3)
    AND ($4::uuid IS NULL OR partner_id = $4) AND ($5::uuid IS NULL OR campaign_id = $5)`;
  const values = [
    tx.context.tenantId,
    filter.kind ?? null,
    filter.buyerId ?? null,
    filter.partnerId ?? null,
    filter.campaignId ?? null,
  ];
  const counted = await tx.first<{ total: number }>({
    text: `SELECT count(*) AS total FROM api_keys WHERE ${where}`,
    values,
  });
  const rows = await tx.many<ApiKeyListed>({
    text: `SELECT ${LISTED} FROM api_keys WHERE ${where} ORDER BY created_at DESC, key_id DESC LIMIT $6 OFFSET $7`,
    values: [...values, filter.limit, filter.offset],
  });
  return { rows, total: counted?.total ?? 0 };
}

export async function apiKeyFind(tx: TenantReader, keyId: string): Promise<ApiKeyListed | undefined> {
  return tx.first({
    text: `SELECT ${LISTED} FROM api_keys WHERE tenant_id = $1 AND key_id = $2`,
    values: [tx.context.tenantId, keyId],
  });
}

/** Renames or revokes; revoking is for good. */
export async function apiKeyUpdate(
  tx: TenantWriter,
  keyId: string,
  change: { name?: string; revokedAt?: Date; revokedReason?: string; exposedAt?: Date },
): Promise<ApiKeyListed | undefined> {
  return tx.first({
    text: `UPDATE api_keys SET name = coalesce($3, name), revoked_at = coalesce(revoked_at, $4),
        revoked_reason = coalesce(revoked_reason, $5), exposed_at = coalesce(exposed_at, $6)
      WHERE tenant_id = $1 AND key_id = $2 RETURNING ${LISTED}`,
    values: [
      tx.context.tenantId,
      keyId,
      change.name ?? null,
      change.revokedAt ?? null,
      change.revokedReason ?? null,
      change.exposedAt ?? null,
    ],
  });
}

/** Deletes the keys of a buyer, a partner or a campaign that is about to be deleted, and gives their ids. */
export async function apiKeysDelete(
  tx: TenantWriter,
  owner: { readonly buyerId: string } | { readonly partnerId: string } | { readonly campaignId: string },
): Promise<string[]> {
  const [column, id] =
    'buyerId' in owner
      ? ['buyer_id', owner.buyerId]
      : 'partnerId' in owner
        ? ['partner_id', owner.partnerId]
        : ['campaign_id', owner.campaignId];
  const rows = await tx.many<{ id: string }>({
    text: `DELETE FROM api_keys WHERE tenant_id = $1 AND ${column} = $2 RETURNING key_id AS id`,
    values: [tx.context.tenantId, id],
  });
  return rows.map((row) => row.id);
}

/** Those of the given keys that still open something at `now`: re-checked in the transaction that relies on them. */
export async function apiKeysValid(tx: TenantReader, keyIds: readonly string[], now: Date): Promise<Set<string>> {
  const rows = await tx.many<{ id: string }>({
    name: 'api-keys-valid',
    text: `SELECT key_id AS id FROM api_keys WHERE tenant_id = $1 AND key_id = ANY($2::uuid[])
      AND revoked_at IS NULL AND (expires_at IS NULL OR expires_at > $3)`,
    values: [tx.context.tenantId, keyIds, now],
  });
  return new Set(rows.map((row) => row.id));
}

/** Throws UNAUTHORIZED if the caller's key was revoked or ran out since it was looked up: for whatever writes. */
export async function requireValidKey(tx: TenantReader, caller: { readonly keyId: string }, now: Date): Promise<void> {
  if ((await apiKeysValid(tx, [caller.keyId], now)).size === 0) throw keyInvalid();
}

/** The refusal of a key that was good when its request began. */
export const keyInvalid = (): AppError =>
  new AppError('UNAUTHORIZED', 'This API key was revoked or has expired. Use a new one.');
