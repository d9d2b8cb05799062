import type { Session } from '../../platform/postgres/index.ts';
import type { TenantReader, TenantWriter } from '../tenancy/index.ts';

/** What a ceremony of registration yields of a passkey. */
export interface PasskeyCredential {
  readonly credentialId: Buffer;
  /** In COSE form. */
  readonly publicKey: Buffer;
  readonly signCount: number;
  readonly transports: readonly string[];
  readonly isBackedUp: boolean;
}

export interface NewPasskey extends PasskeyCredential {
  readonly passkeyId: string;
  readonly userId: string;
  readonly name: string;
  readonly now: Date;
}

/** Keeps a passkey; false if somebody has registered this credential already. */
export async function passkeyInsert(tx: TenantWriter, passkey: NewPasskey): Promise<boolean> {
  const rows = await tx.run({
    text: `INSERT INTO passkeys (tenant_id, passkey_id, user_id, credential_id, public_key, sign_count, transports,
        is_backed_up, name, created_at)
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) ON CONFLICT (credential_id) DO NOTHING RETURNING 1`,
    values: [
      tx.context.tenantId,
      passkey.passkeyId,
      passkey.userId,
      passkey.credentialId,
      passkey.publicKey,
      passkey.signCount,
      passkey.transports,
      passkey.isBackedUp,
      passkey.name,
      passkey.now,
    ],
  });
  return rows === 1;
}

/** A passkey as its person sees it. */
export interface PasskeyListed {
  readonly passkeyId: string;
  readonly credentialId: Buffer;
  readonly transports: readonly string[];
  readonly isBackedUp: boolean;
  readonly name: string;
  readonly createdAt: Date;
  readonly lastUsedAt: Date | null;
  readonly blockedAt: Date | null;
}

/** A person's passkeys, the blocked ones too, oldest first. */
export async function passkeyList(tx: TenantReader, userId: string): Promise<PasskeyListed[]> {
  return tx.many({
    text: `SELECT passkey_id AS "passkeyId", credential_id AS "credentialId", transports,
        is_backed_up AS "isBackedUp", name, created_at AS "createdAt", last_used_at AS "lastUsedAt",
        blocked_at AS "blockedAt"
      FROM passkeys WHERE tenant_id = $1 AND user_id = $2 ORDER BY created_at, passkey_id`,
    values: [tx.context.tenantId, userId],
  });
}

/** A passkey with what it takes to check a signature of it. */
export interface PasskeyFound {
  readonly tenantId: string;
  readonly passkeyId: string;
  readonly userId: string;
  readonly publicKey: Buffer;
  readonly signCount: number;
  readonly blockedAt: Date | null;
}

/** The passkey of a credential over all tenants: it says who signs in before the tenant is known. */
export async function passkeyFind(identity: Session, credentialId: Buffer): Promise<PasskeyFound | undefined> {
  const [row] = await identity.query<PasskeyFound>({
    name: 'passkey-find',
    text: `SELECT tenant_id AS "tenantId", passkey_id AS "passkeyId", user_id AS "userId", public_key AS "publicKey",
        sign_count AS "signCount", blocked_at AS "blockedAt"
      FROM passkeys WHERE credential_id = $1`,
    values: [credentialId],
  });
  return row;
}

/** What an answer that was verified says of its passkey. */
export interface PasskeyUse {
  readonly passkeyId: string;
  readonly signCount: number;
  readonly isBackedUp: boolean;
}

/**
 * Whether a counter went on. One of zero that was always zero counts nothing: passkeys that are kept in several places
 * have no counter (WebAuthn Level 3, 6.1.1).
 */
export const counterWentOn = (stored: number, shown: number): boolean =>
  shown > stored || (shown === 0 && stored === 0);

/**
 * Notes a use. False if the passkey is gone or blocked, or if its counter has been used meanwhile: the answer counts
 * for nothing then.
 */
export async function passkeyUse(tx: TenantWriter, use: PasskeyUse, now: Date): Promise<boolean> {
  const rows = await tx.run({
    text: `UPDATE passkeys SET sign_count = $3, is_backed_up = $4, last_used_at = $5
      WHERE tenant_id = $1 AND passkey_id = $2 AND blocked_at IS NULL
        AND ($3 > sign_count OR ($3 = 0 AND sign_count = 0)) RETURNING 1`,
    values: [tx.context.tenantId, use.passkeyId, use.signCount, use.isBackedUp, now],
  });
  return rows === 1;
}

/** Blocks a passkey; false if it was blocked before, or is gone. */
export async function passkeyBlock(tx: TenantWriter, passkeyId: string, now: Date): Promise<boolean> {
  const rows = await tx.run({
    text: `UPDATE passkeys SET blocked_at = $3
      WHERE tenant_id = $1 AND passkey_id = $2 AND blocked_at IS NULL RETURNING 1`,
    values: [tx.context.tenantId, passkeyId, now],
  });
  return rows === 1;
}

/** Which passkey of which person. */
export interface OwnPasskey {
  readonly userId: string;
  readonly passkeyId: string;
}

/** Gives a person's passkey another name; false if the person has no such passkey. */
export async function passkeyRename(tx: TenantWriter, own: OwnPasskey, name: string): Promise<boolean> {
  const rows = await tx.run({
    text: `UPDATE passkeys SET name = $4 WHERE tenant_id = $1 AND user_id = $2 AND passkey_id = $3 RETURNING 1`,
    values: [tx.context.tenantId, own.userId, own.passkeyId, name],
  });
  return rows === 1;
}

/** Removes a person's passkey; false if the person has no such passkey. */
export async function passkeyRemove(tx: TenantWriter, own: OwnPasskey): Promise<boolean> {
  const rows = await tx.run({
    text: 'DELETE FROM passkeys WHERE tenant_id = $1 AND user_id = $2 AND passkey_id = $3 RETURNING 1',
    values: [tx.context.tenantId, own.userId, own.passkeyId],
  });
  return rows === 1;
}

/** Removes all passkeys of a person and gives their ids. */
export async function passkeysRemove(tx: TenantWriter, userId: string): Promise<string[]> {
  const rows = await tx.many<{ id: string }>({
    text: 'DELETE FROM passkeys WHERE tenant_id = $1 AND user_id = $2 RETURNING passkey_id AS id',
    values: [tx.context.tenantId, userId],
  });
  return rows.map((row) => row.id);
}
