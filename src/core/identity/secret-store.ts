import type { TenantReader, TenantWriter } from '../tenancy/index.ts';

/** What a person proves who they are with. */
export interface UserSecrets {
  readonly passwordHash: string | null;
  /** Sealed under the tenant's key, as is the secret that is only offered yet. */
  readonly totpOffer: Buffer | null;
  readonly totpSecret: Buffer | null;
  readonly totpConfirmedAt: Date | null;
}

export async function secretsFind(tx: TenantReader, userId: string): Promise<UserSecrets | undefined> {
  return tx.first({
    text: `SELECT password_hash AS "passwordHash", totp_offer AS "totpOffer",
        totp_secret AS "totpSecret", totp_confirmed_at AS "totpConfirmedAt"
      FROM user_secrets WHERE tenant_id = $1 AND user_id = $2`,
    values: [tx.context.tenantId, userId],
  });
}

export async function passwordSet(tx: TenantWriter, userId: string, hash: string, now: Date): Promise<void> {
  await tx.run({
    text: `INSERT INTO user_secrets AS s (tenant_id, user_id, password_hash, password_set_at) VALUES ($1, $2, $3, $4)
      ON CONFLICT (tenant_id, user_id) DO UPDATE SET password_hash = $3, password_set_at = $4`,
    values: [tx.context.tenantId, userId, hash, now],
  });
}

/** Puts in a secret that does not count yet; one that counts stays until a code of the new one was shown. */
export async function totpOffer(tx: TenantWriter, userId: string, sealed: Buffer): Promise<void> {
  await tx.run({
    text: `INSERT INTO user_secrets (tenant_id, user_id, totp_offer) VALUES ($1, $2, $3)
      ON CONFLICT (tenant_id, user_id) DO UPDATE SET totp_offer = $3`,
    values: [tx.context.tenantId, userId, sealed],
  });
}

/**
 * Takes a code of a time step, once: of any number of tries at the same moment one gets true, as do none with an
 * earlier step (RFC 6238, 5.2).
 */
export async function totpClaim(tx: TenantWriter, userId: string, step: number): Promise<boolean> {
  const rows = await tx.run({
    text: `UPDATE user_secrets SET totp_last_step = $3
      WHERE tenant_id = $1 AND user_id = $2 AND totp_last_step < $3 RETURNING 1`,
    values: [tx.context.tenantId, userId, step],
  });
  return rows === 1;
}

/** The offered secret counts from now on, and the step of the code that showed it is used. False if it is gone. */
export async function totpConfirm(
  tx: TenantWriter,
  userId: string,
  { offer, step, now }: { readonly offer: Buffer; readonly step: number; readonly now: Date },
): Promise<boolean> {
  const rows = await tx.run({
    text: `UPDATE user_secrets
      SET totp_secret = totp_offer, totp_offer = NULL, totp_confirmed_at = $5, totp_last_step = $4
      WHERE tenant_id = $1 AND user_id = $2 AND totp_offer = $3 RETURNING 1`,
    values: [tx.context.tenantId, userId, offer, step, now],
  });
  return rows === 1;
}

export async function totpRemove(tx: TenantWriter, userId: string): Promise<void> {
  await tx.run({
    text: `UPDATE user_secrets SET totp_secret = NULL, totp_offer = NULL, totp_confirmed_at = NULL
      WHERE tenant_id = $1 AND user_id = $2`,
    values: [tx.context.tenantId, userId],
  });
}

/** Replaces all recovery codes of a person. */
export async function recoveryCodesReplace(tx: TenantWriter, userId: string, hashes: readonly Buffer[]): Promise<void> {
  const { tenantId } = tx.context;
  await tx.run({
    text: 'DELETE FROM recovery_codes WHERE tenant_id = $1 AND user_id = $2',
    values: [tenantId, userId],
  });
  await tx.run({
    text: 'INSERT INTO recovery_codes (tenant_id, user_id, code_hash) SELECT $1, $2, unnest($3::bytea[])',
    values: [tenantId, userId, hashes],
  });
}

/** Uses up a recovery code; false for a wrong and for a used one. */
export async function recoveryCodeClaim(tx: TenantWriter, userId: string, hash: Buffer, now: Date): Promise<boolean> {
  const rows = await tx.run({
    text: `UPDATE recovery_codes SET used_at = $4
      WHERE tenant_id = $1 AND user_id = $2 AND code_hash = $3 AND used_at IS NULL RETURNING 1`,
    values: [tx.context.tenantId, userId, hash, now],
  });
  return rows === 1;
}

export async function recoveryCodesLeft(tx: TenantReader, userId: string): Promise<number> {
  const row = await tx.first<{ left: number }>({
    text: 'SELECT count(*) AS left FROM recovery_codes WHERE tenant_id = $1 AND user_id = $2 AND used_at IS NULL',
    values: [tx.context.tenantId, userId],
  });
  return row?.left ?? 0;
}
