import type { Clock } from '../../kernel/time.ts';
import { recordAudit } from '../audit/index.ts';
import { systemContext } from '../gate/index.ts';
import type { Tenancy } from '../tenancy/index.ts';
import { rulersOf } from './grant-store.ts';
import { notifyOfExposedKey } from './notify.ts';

/**
 * Has whoever rules a tenant told by mail, durably, that one of its keys was seen in the clear. False where nobody
 * rules it yet.
 */
export async function tellRulersOfKey(
  { identityTenancy, clock }: { readonly identityTenancy: Tenancy; readonly clock: Clock },
  { tenantId, keyId }: { readonly tenantId: string; readonly keyId: string },
): Promise<boolean> {
  const now = clock.now();
  return identityTenancy.withTenant(systemContext(tenantId), async (tx) => {
    const rulers = await rulersOf(tx, now);
    if (rulers.length === 0) return false;
    await notifyOfExposedKey(tx, keyId, rulers, now);
    const entityIds = [keyId, ...rulers.map(({ userId }) => userId)];
    const event = { action: 'api_key.tell_rulers', entity: 'api_key', entityIds, outcome: 'done' } as const;
    await recordAudit(tx, now, [{ event, origin: {} }]);
    return true;
  });
}
