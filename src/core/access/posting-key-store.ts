import type { TenantWriter } from '../tenancy/index.ts';
import type { NewApiKey } from './store.ts';

/** The newest posting key of a campaign that is not revoked, kept from others until the transaction ends. */
export async function postingKeyLock(
  tx: TenantWriter,
  campaignId: string,
): Promise<{ readonly keyId: string; readonly hash: Buffer } | undefined> {
  return tx.first({
    text: `SELECT key_id AS "keyId", secret_hash AS hash FROM api_keys
      WHERE tenant_id = $1 AND campaign_id = $2 AND kind = 'posting' AND revoked_at IS NULL
      ORDER BY created_at DESC, key_id DESC LIMIT 1 FOR UPDATE`,
    values: [tx.context.tenantId, campaignId],
  });
}

/** Gives a key another secret. */
export async function postingKeyReplace(
  tx: TenantWriter,
  { keyId, hash, prefix }: Pick<NewApiKey, 'keyId' | 'hash' | 'prefix'>,
): Promise<void> {
  await tx.run({
    text: 'UPDATE api_keys SET secret_hash = $3, prefix = $4 WHERE tenant_id = $1 AND key_id = $2',
    values: [tx.context.tenantId, keyId, hash, prefix],
  });
}
