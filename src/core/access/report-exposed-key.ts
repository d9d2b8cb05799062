import type { Clock } from '../../kernel/time.ts';
import { recordAudit } from '../audit/index.ts';
import type { Tenancy } from '../tenancy/index.ts';
import type { KeyAuthenticator } from './authenticate.ts';
import type { Caller } from './caller.ts';
import { keyLineageLock } from './key-lineage-store.ts';
import { revokeKin } from './revoke-kin.ts';
import { apiKeyFind, apiKeyUpdate } from './store.ts';

/** A key that was seen in the clear for the first time, and what was done. */
export interface ExposedKey {
  readonly caller: Caller;
  readonly outcome: 'flagged' | 'revoked';
  /** Keys that were revoked with it. */
  readonly alsoRevoked: readonly string[];
}

/**
 * A key crossed the network in the clear: it is flagged, and revoked at once if it can read personal data or rule the
 * tenant, with the keys that it made, though they were handed on to a successor since, and the successor that it made
 * of itself: whoever read it may know them. One that opened nothing any more takes nothing along. A stranger's text,
 * and a key that was flagged before, change nothing and give undefined.
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
  const keyId = caller.actorId;
  const context = { tenantId: caller.tenantId, actor: { kind: 'system', id: keyId } } as const;
  const alsoRevoked = await deps.tenancy.withTenant(context, async (tx) => {
    await keyLineageLock(tx);
    const found = await apiKeyFind(tx, keyId);
    if (!found || found.exposedAt) return undefined;
    const revocation = revoked ? { revokedAt: now, revokedReason: 'seen_in_plaintext' } : {};
    await apiKeyUpdate(tx, keyId, { exposedAt: now, ...revocation });
    const opened = !found.revokedAt && !(found.expiresAt && found.expiresAt <= now);
    const kin = revoked && opened ? await revokeKin(tx, keyId, now, 'own') : [];
    const entityIds = [keyId, ...kin];
    const event = { action: 'api_key.exposed', entity: 'api_key', entityIds, detail: { revoked } };
    await recordAudit(tx, now, [{ event: { ...event, outcome: 'refused' }, origin: { address } }]);
    return kin;
  });
  deps.keys.forget();
  return alsoRevoked && { caller, outcome: revoked ? 'revoked' : 'flagged', alsoRevoked };
}
