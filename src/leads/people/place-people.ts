import { recordAudit } from '../../core/audit/index.ts';
import { systemContext } from '../../core/gate/index.ts';
import type { Tenancy, TenantWriter } from '../../core/tenancy/index.ts';
import type { Clock } from '../../kernel/time.ts';
import { personsPlace } from '../intake/index.ts';
import { leadsSetPerson, leadsWithoutPerson } from './backfill-store.ts';

const AT_ONCE = 500;

/**
 * Finds or makes the people of leads that were there before people were, the oldest first. Gives the ids of the leads;
 * none once all is done. What was done stays done, so whoever is stopped goes on by beginning again.
 */
export async function placeSome(tx: TenantWriter, now: Date, limit: number): Promise<string[]> {
  const leads = await leadsWithoutPerson(tx, limit);
  const read = leads.map(({ tokens, ...lead }) => ({
    ...lead,
    tokens: tokens.map(({ field, token }) => ({ field, token: Buffer.from(String(token), 'hex') })),
  }));
  await leadsSetPerson(tx, await personsPlace(tx, now, read));
  return leads.map(({ leadId }) => leadId);
}

/** Does so for all leads of a tenant, some in each transaction, so that posts go on beside it. */
export async function placePeople(
  { tenancy, clock }: { readonly tenancy: Tenancy; readonly clock: Clock },
  tenantId: string,
): Promise<void> {
  let placed = AT_ONCE;
  while (placed === AT_ONCE) {
    placed = await tenancy.withTenant(systemContext(tenantId), async (tx) => {
      const now = clock.now();
      const entityIds = await placeSome(tx, now, AT_ONCE);
      const event = { action: 'person.backfill', entity: 'lead', entityIds, outcome: 'done' } as const;
      if (entityIds.length > 0) await recordAudit(tx, now, [{ event, origin: {} }]);
      return entityIds.length;
    });
  }
}
