import { systemContext } from '../../core/gate/index.ts';
import type { Tenancy } from '../../core/tenancy/index.ts';
import { answerSweep } from './answer-store.ts';

const AT_ONCE = 2000;

/** Deletes answers of a tenant's vendors that may not be used again. */
export async function sweepCheckAnswers(tenancy: Tenancy, tenantId: string, now: Date): Promise<void> {
  let deleted = AT_ONCE;
  while (deleted === AT_ONCE)
    deleted = await tenancy.withTenant(systemContext(tenantId), (tx) => answerSweep(tx, now, AT_ONCE));
}
