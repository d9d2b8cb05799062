import type { Clock } from '../../kernel/time.ts';
import { recordAudit } from '../audit/index.ts';
import type { Tenancy } from '../tenancy/index.ts';
import type { KeyAuthenticator } from './authenticate.ts';
import type { Caller } from './caller.ts';
import { apiKeyFind, apiKeyUpdate } from './store.ts';

/** A key that was seen in the clear for the first time, and what was done. */
export interface ExposedKey {
  readonly caller: Caller;
  readonly outcome: 'flagged' | 'revoked';
}

/**
 * A key crossed the network in the clear: it is flagged, and revoked at once if it can read personal data or rule
 * the tenant. A stranger's text, and a key that was flagged before, change nothing and give undefined.
 */
export async function reportExposedKey(
  deps: { readonly keys: KeyAuthenticator; readonly tenancy: Tenancy; readonly clock: Clock },
  key: string,
  address: string,
): Promise<ExposedKey | undefined> {
  const caller = await deps.keys.identify(key);
  if (!caller) return undefined;
  const now = deps.clock.now();
  const revoked = caller.piiAccess || caller.role === 'admin';
  const context = { tenantId: caller.tenantId, actor: { kind: 'system', id: caller.actorId } } as const;
  const first = await deps.tenancy.withTenant(context, async (tx) => {
    if ((await apiKeyFind(tx, caller.actorId))?.exposedAt) return false;
    const revocation = revoked ? { revokedAt: now, revokedReason: 'seen_in_plaintext' } : {};
    await apiKeyUpdate(tx, caller.actorId, { exposedAt: now, ...revocation });
    const event = { action: 'api_key.exposed', entity: 'api_key', entityIds: [caller.actorId], detail: { revoked } };
    await recordAudit(tx, now, [{ event: { ...event, outcome: 'refused' }, origin: { address } }]);
    return true;
  });
  deps.keys.forget();
  return first ? { caller, outcome: revoked ? 'revoked' : 'flagged' } : undefined;
}
