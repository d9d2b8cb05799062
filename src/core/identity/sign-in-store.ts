import type { TenantReader, TenantWriter } from '../tenancy/index.ts';

/** A try to sign in to an account that there is. */
export interface SignIn {
  readonly signInId: string;
  readonly userId: string;
  readonly at: Date;
  readonly success: boolean;
  readonly method: string;
  readonly reason?: string | undefined;
  readonly address: string;
  readonly device: string;
}

export async function signInInsert(tx: TenantWriter, entry: SignIn): Promise<void> {
  await tx.run({
    text: `INSERT INTO sign_ins (tenant_id, sign_in_id, user_id, at, success, method, reason, address, device)
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    values: [
      tx.context.tenantId,
      entry.signInId,
      entry.userId,
      entry.at,
      entry.success,
      entry.method,
      entry.reason ?? null,
      entry.address,
      entry.device,
    ],
  });
}

/** Login activity as answers show it. */
export interface SignInListed extends SignIn {
  readonly id: string;
}

/** Login activity of the tenant or of one person, newest first. */
export async function signInList(
  tx: TenantReader,
  filter: { readonly userId?: string | undefined; readonly limit: number; readonly offset: number },
): Promise<{ rows: SignInListed[]; total: number }> {
  const where = 'tenant_id = $1 AND ($2::uuid IS NULL OR user_id = $2)';
  const values = [tx.context.tenantId, filter.userId ?? null];
  const counted = await tx.first<{ total: number }>({
    text: `SELECT count(*) AS total FROM sign_ins WHERE ${where}`,
    values,
  });
  const rows = await tx.many<SignInListed>({
    text: `SELECT sign_in_id AS id, user_id AS "userId", at, success, method, reason, host(address) AS address, device
      FROM sign_ins WHERE ${where} ORDER BY at DESC, sign_in_id DESC LIMIT $3 OFFSET $4`,
    values: [...values, filter.limit, filter.offset],
  });
  return { rows, total: counted?.total ?? 0 };
}

/** Whether somebody signed in to the account from this network lately; false too for an account that is not there. */
export async function isKnownNetwork(tx: TenantReader, userId: string, network: string, since: Date): Promise<boolean> {
  const row = await tx.first({
    text: `SELECT FROM sign_ins WHERE tenant_id = $1 AND user_id = $2 AND success AND at > $4 AND address <<= $3::cidr
      LIMIT 1`,
    values: [tx.context.tenantId, userId, network, since],
  });
  return row !== undefined;
}
