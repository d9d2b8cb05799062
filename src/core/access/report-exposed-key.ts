import type { Clock } from '../../kernel/time.ts';
import { recordAudit } from '../audit/index.ts';
import type { Tenancy } from '../tenancy/index.ts';
import type { Authenticator } from './authenticate.ts';
import { apiKeyUpdate } from './store.ts';

/**
 * A key crossed the network in the clear: it is flagged, and revoked at once if it can read personal data. Gives what was
 * done; a stranger's text does nothing.
 */
export async function reportExposedKey(
  deps: { readonly authenticator: Authenticator; readonly tenancy: Tenancy; readonly clock: Clock },
  key: string,
  address: string,
): Promise<'unknown' | 'flagged' | 'revoked'> {
  const caller = await deps.authenticator.identify(key);
  if (!caller) return 'unknown';
  const now = deps.clock.now();
  const revoke = caller.piiAccess;
  await deps.tenancy.withTenant({ tenantId: caller.tenantId, actor: { kind: 'system', id: caller.keyId } }, async (tx) => {
    await apiKeyUpdate(tx, caller.keyId, { exposedAt: now, ...(revoke ? { revokedAt: now, revokedReason: 'seen_in_plaintext' } : {}) });
    await recordAudit(tx, now, [{
      event: { action: 'api_key.exposed', entity: 'api_key', entityIds: [caller.keyId], outcome: 'refused', detail: { revoked: revoke } },
      origin: { address },
    }]);
  });
  deps.authenticator.forget();
  return revoke ? 'revoked' : 'flagged';
}
