import { AppError } from '../../kernel/app-error.ts';
import type { TenantReader, TenantWriter } from '../tenancy/index.ts';
import type { CallerSession } from './caller.ts';
import { keyLineageLock } from './key-lineage-store.ts';
import { SHUT_OUT } from './key-state.ts';
import type { KeyKind } from './policy.ts';
import type { Scope } from './scopes.ts';

export interface NewApiKey {
  readonly keyId: string;
  readonly kind: KeyKind;
  readonly buyerId?: string;
  readonly partnerId?: string;
  readonly campaignId?: string;
  readonly name: string;
  readonly prefix: string;
  readonly hash: Buffer;
  readonly readOnly: boolean;
  readonly piiAccess: boolean;
  readonly scopes: readonly Scope[];
  readonly allowedCidrs: readonly string[];
  readonly expiresAt?: Date | undefined;
  readonly rateLimitPerMinute?: number | undefined;
  /** The person who made it, by a session or by an earlier key. */
  readonly createdBy?: string | undefined;
  /** The key by which it was made. */
  readonly madeByKeyId?: string | undefined;
  /** The key by which its secret was seen first; it stays, whatever the key hangs on later. */
  readonly shownToKeyId?: string | undefined;
}

/** A key as people see it: never its hash. */
export interface ApiKeyListed {
  readonly id: string;
  readonly kind: KeyKind;
  readonly buyerId: string | null;
  readonly partnerId: string | null;
  readonly campaignId: string | null;
  readonly name: string;
  readonly keyPrefix: string;
  readonly readOnly: boolean;
  readonly piiAccess: boolean;
  readonly scopes: Scope[];
  readonly allowedCidrs: string[];
  readonly rateLimitPerMinute: number | null;
  readonly expiresAt: Date | null;
  readonly revokedAt: Date | null;
  readonly exposedAt: Date | null;
  readonly lastUsedAt: Date | null;
  readonly lastUsedAddress: string | null;
  readonly replacedBy: string | null;
  /** The key by which it was made; of a key that a person rotated, the maker of the old one. */
  readonly lineageKeyId: string | null;
  /** The same where the actor may see that key: who gave a party its key is not the party's to know. */
  readonly madeByKeyId: string | null;
  readonly createdAt: Date;
}

const LISTED = `key_id AS id, kind, buyer_id AS "buyerId", partner_id AS "partnerId", campaign_id AS "campaignId", name,
  prefix AS "keyPrefix", read_only AS "readOnly", pii_access AS "piiAccess", scopes,
  allowed_cidrs::text[] AS "allowedCidrs", rate_limit_per_minute AS "rateLimitPerMinute", expires_at AS "expiresAt",
  revoked_at AS "revokedAt", exposed_at AS "exposedAt", last_used_at AS "lastUsedAt",
  host(last_used_address) AS "lastUsedAddress", replaced_by AS "replacedBy", made_by_key AS "lineageKeyId",
  (SELECT m.key_id FROM api_keys AS m WHERE m.tenant_id = api_keys.tenant_id AND m.key_id = api_keys.made_by_key)
    AS "madeByKeyId", created_at AS "createdAt"`;

export async function apiKeyInsert(tx: TenantWriter, key: NewApiKey): Promise<void> {
  await tx.run({
    text: `INSERT INTO api_keys (tenant_id, key_id, kind, buyer_id, partner_id, campaign_id, name, prefix, secret_hash,
        read_only, pii_access, scopes, allowed_cidrs, expires_at, rate_limit_per_minute, created_by,
        made_by_key, shown_to_key)
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12::text[], $13::cidr[], $14, $15, $16, $17, $18)`,
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
      key.scopes,
      key.allowedCidrs,
      key.expiresAt ?? null,
      key.rateLimitPerMinute ?? null,
      key.createdBy ?? null,
      key.madeByKeyId ?? null,
      key.shownToKeyId ?? null,
    ],
  });
}

/** The person who made a key, or the one by which it was made. */
export async function apiKeyMaker(tx: TenantReader, keyId: string): Promise<string | undefined> {
  const row = await tx.first<{ maker: string | null }>({
    text: 'SELECT created_by AS maker FROM api_keys WHERE tenant_id = $1 AND key_id = $2',
    values: [tx.context.tenantId, keyId],
  });
  return row?.maker ?? undefined;
}

/** Which keys to list. */
export interface ApiKeyFilter {
  readonly kinds?: readonly KeyKind[] | undefined;
  readonly buyerId?: string | undefined;
  readonly partnerId?: string | undefined;
  readonly campaignId?: string | undefined;
  /** The key by which they were made, or that they hang on by now. */
  readonly madeBy?: string | undefined;
  readonly limit: number;
  readonly offset: number;
}

/** Keys that the actor may see, newest first. */
export async function apiKeyList(
  tx: TenantReader,
  filter: ApiKeyFilter,
): Promise<{ rows: ApiKeyListed[]; total: number }> {
  const where = `tenant_id = $1 AND ($2::text[] IS NULL OR kind = ANY($2)) AND ($3::uuid IS NULL OR buyer_id = $3)
    AND ($4::uuid IS NULL OR partner_id = $4) AND ($5::uuid IS NULL OR campaign_id = $5)
    AND ($6::uuid IS NULL OR made_by_key = $6 OR shown_to_key = $6)`;
  const values = [
    tx.context.tenantId,
    filter.kinds ?? null,
    filter.buyerId ?? null,
    filter.partnerId ?? null,
    filter.campaignId ?? null,
    filter.madeBy ?? null,
  ];
  const counted = await tx.first<{ total: number }>({
    text: `SELECT count(*) AS total FROM api_keys WHERE ${where}`,
    values,
  });
  const rows = await tx.many<ApiKeyListed>({
    text: `SELECT ${LISTED} FROM api_keys WHERE ${where} ORDER BY created_at DESC, key_id DESC LIMIT $7 OFFSET $8`,
    values: [...values, filter.limit, filter.offset],
  });
  return { rows, total: counted?.total ?? 0 };
}

/** The same, kept from others until the transaction ends. */
export async function apiKeyLock(tx: TenantWriter, keyId: string): Promise<ApiKeyListed | undefined> {
  return tx.first({
    text: `SELECT ${LISTED} FROM api_keys WHERE tenant_id = $1 AND key_id = $2 FOR UPDATE`,
    values: [tx.context.tenantId, keyId],
  });
}

export async function apiKeyFind(tx: TenantReader, keyId: string): Promise<ApiKeyListed | undefined> {
  return tx.first({
    text: `SELECT ${LISTED} FROM api_keys WHERE tenant_id = $1 AND key_id = $2`,
    values: [tx.context.tenantId, keyId],
  });
}

/** What may change about a key. Revoking and exposure are for good: what was said first stays. */
export interface ApiKeyChange {
  readonly name?: string | undefined;
  readonly readOnly?: boolean | undefined;
  readonly scopes?: readonly Scope[] | undefined;
  readonly allowedCidrs?: readonly string[] | undefined;
  readonly expiresAt?: Date | null | undefined;
  readonly rateLimitPerMinute?: number | null | undefined;
  readonly replacedBy?: string | undefined;
  readonly revokedAt?: Date | undefined;
  readonly revokedReason?: string | undefined;
  readonly exposedAt?: Date | undefined;
}

const SETTERS: Readonly<Record<keyof ApiKeyChange, (value: string) => string>> = {
  name: (value) => `name = ${value}`,
  readOnly: (value) => `read_only = ${value}`,
  scopes: (value) => `scopes = ${value}::text[]`,
  allowedCidrs: (value) => `allowed_cidrs = ${value}::cidr[]`,
  expiresAt: (value) => `expires_at = ${value}`,
  rateLimitPerMinute: (value) => `rate_limit_per_minute = ${value}`,
  replacedBy: (value) => `replaced_by = ${value}`,
  revokedAt: (value) => `revoked_at = coalesce(revoked_at, ${value})`,
  revokedReason: (value) => `revoked_reason = coalesce(revoked_reason, ${value})`,
  exposedAt: (value) => `exposed_at = coalesce(exposed_at, ${value})`,
};

/** Changes what is given; null clears. Undefined if there is no such key for the actor. */
export async function apiKeyUpdate(
  tx: TenantWriter,
  keyId: string,
  change: ApiKeyChange,
): Promise<ApiKeyListed | undefined> {
  const given = (Object.keys(SETTERS) as (keyof ApiKeyChange)[]).filter((name) => change[name] !== undefined);
  if (given.length === 0) return apiKeyFind(tx, keyId);
  return tx.first({
    text: `UPDATE api_keys SET ${given.map((name, index) => SETTERS[name](`$${index + 3}`)).join(', ')}
      WHERE tenant_id = $1 AND key_id = $2 RETURNING ${LISTED}`,
    values: [tx.context.tenantId, keyId, ...given.map((name) => change[name])],
  });
}

/** The column and the id of whom a key belongs to; undefined for the tenant itself. */
export function apiKeyOwner(key: {
  readonly buyerId?: string | null;
  readonly partnerId?: string | null;
  readonly campaignId?: string | null;
}): { readonly column: 'buyer_id' | 'partner_id' | 'campaign_id'; readonly id: string } | undefined {
  if (key.campaignId) return { column: 'campaign_id', id: key.campaignId };
  if (key.buyerId) return { column: 'buyer_id', id: key.buyerId };
  return key.partnerId ? { column: 'partner_id', id: key.partnerId } : undefined;
}

/**
 * How many keys of a kind and owner open something at `now`. Whoever counts at the same time waits for the end of this
 * transaction, so that no two find room for the last one.
 */
export async function apiKeysCountOpen(
  tx: TenantWriter,
  kind: KeyKind,
  owner: NonNullable<ReturnType<typeof apiKeyOwner>>,
  now: Date,
): Promise<number> {
  await tx.run({
    text: `SELECT pg_advisory_xact_lock(hashtextextended('api_keys ' || $1::text, 0))`,
    values: [owner.id],
  });
  const row = await tx.first<{ count: number }>({
    text: `SELECT count(*) AS count FROM api_keys WHERE tenant_id = $1 AND kind = $2 AND ${owner.column} = $3
      AND revoked_at IS NULL AND (expires_at IS NULL OR expires_at > $4)`,
    values: [tx.context.tenantId, kind, owner.id, now],
  });
  return row?.count ?? 0;
}

/** Deletes the keys of a buyer, a partner or a campaign that is about to be deleted, and gives their ids. */
export async function apiKeysDelete(
  tx: TenantWriter,
  owner: { readonly buyerId: string } | { readonly partnerId: string } | { readonly campaignId: string },
): Promise<string[]> {
  const at = apiKeyOwner(owner);
  if (!at) throw new TypeError('these keys belong to nobody');
  // Whoever makes or rotates one of them locks it first and its owner afterwards.
  await keyLineageLock(tx);
  const rows = await tx.many<{ id: string }>({
    text: `DELETE FROM api_keys WHERE tenant_id = $1 AND ${at.column} = $2 RETURNING key_id AS id`,
    values: [tx.context.tenantId, at.id],
  });
  return rows.map((row) => row.id);
}

/** Those of the given keys that still open something at `now`: re-checked in the transaction that relies on them. */
export async function apiKeysValid(tx: TenantReader, keyIds: readonly string[], now: Date): Promise<Set<string>> {
  const rows = await tx.many<{ id: string }>({
    name: 'api-keys-valid',
    text: `SELECT k.key_id AS id FROM api_keys AS k JOIN tenants AS t ON t.tenant_id = k.tenant_id
      LEFT JOIN buyers AS b ON b.tenant_id = k.tenant_id AND b.id = k.buyer_id
      LEFT JOIN partners AS p ON p.tenant_id = k.tenant_id AND p.id = k.partner_id
      WHERE k.tenant_id = $1 AND k.key_id = ANY($2::uuid[])
      AND k.revoked_at IS NULL AND (k.expires_at IS NULL OR k.expires_at > $3) AND t.status = 'active'
      AND (b.status = ANY($4::text[])) IS NOT TRUE AND (p.status = ANY($4::text[])) IS NOT TRUE`,
    values: [tx.context.tenantId, keyIds, now, SHUT_OUT],
  });
  return new Set(rows.map((row) => row.id));
}

/** The refusal of a key that was good when its request began. */
export const keyInvalid = (): AppError =>
  new AppError('UNAUTHORIZED', 'This API key was revoked or has expired. Use a new one.');

/** Whether a session is still what it was when it was looked up. */
export async function sessionHolds(tx: TenantReader, session: CallerSession, now: Date): Promise<boolean> {
  const row = await tx.first({
    name: 'session-holds',
    text: `SELECT 1 FROM sessions WHERE tenant_id = $1 AND session_id = $2 AND stage = $3 AND ended_at IS NULL
      AND expires_at > $4`,
    values: [tx.context.tenantId, session.sessionId, session.stage, now],
  });
  return row !== undefined;
}
