import { keyLineageLock } from '../access/index.ts';
import type { TenantReader, TenantWriter } from '../tenancy/index.ts';

/**
 * Revokes the API keys that a person made for the own side, and gives their ids: an admin those of the tenant, a
 * buyer's person those of the buyer. What an admin made for a buyer, a partner or a campaign works on, as it is in
 * their hands; the review of access names it. The sessions of the person have ended in the same transaction.
 */
export async function keysRevokeOf(
  tx: TenantWriter,
  { id, role }: { readonly id: string; readonly role: string },
  now: Date,
): Promise<string[]> {
  const kind = role === 'buyer' || role === 'partner' ? role : 'admin';
  // What the person or a key is just making has the same person behind it, and must be seen here. Whoever waits for the
  // lock to make one finds the session ended, or the key revoked.
  await keyLineageLock(tx);
  const rows = await tx.many<{ id: string }>({
    text: `UPDATE api_keys SET revoked_at = $3, revoked_reason = 'maker_changed'
      WHERE tenant_id = $1 AND created_by = $2 AND revoked_at IS NULL AND kind = $4 RETURNING key_id AS id`,
    values: [tx.context.tenantId, id, now, kind],
  });
  return rows.map((row) => row.id);
}

/** What each person of the tenant could still use without signing in anew. */
export async function openAccess(
  tx: TenantReader,
  now: Date,
): Promise<ReadonlyMap<string, { readonly sessions: number; readonly keys: number }>> {
  const rows = await tx.many<{ userId: string; sessions: number; keys: number }>({
    text: `SELECT u.user_id AS "userId",
        (SELECT count(*) FROM sessions AS s WHERE s.tenant_id = u.tenant_id AND s.user_id = u.user_id
          AND s.ended_at IS NULL AND s.stage = 'full' AND s.expires_at > $2) AS sessions,
        (SELECT count(*) FROM api_keys AS k WHERE k.tenant_id = u.tenant_id AND k.created_by = u.user_id
          AND k.revoked_at IS NULL AND (k.expires_at IS NULL OR k.expires_at > $2)) AS keys
      FROM users AS u WHERE u.tenant_id = $1`,
    values: [tx.context.tenantId, now],
  });
  return new Map(rows.map((row) => [row.userId, row]));
}

/** Whether a key was revoked; one that is gone was. */
export async function keyIsRevoked(tx: TenantReader, keyId: string): Promise<boolean> {
  const row = await tx.first<{ isOpen: boolean }>({
    text: 'SELECT revoked_at IS NULL AS "isOpen" FROM api_keys WHERE tenant_id = $1 AND key_id = $2',
    values: [tx.context.tenantId, keyId],
  });
  return row?.isOpen !== true;
}
