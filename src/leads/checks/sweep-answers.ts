import { systemContext } from '../../core/gate/index.ts';
import { runOutDelete, type Tenancy } from '../../core/tenancy/index.ts';

/** Deletes answers of a tenant's vendors that may not be used again. */
export function sweepCheckAnswers(tenancy: Tenancy, tenantId: string, now: Date): Promise<void> {
  const answers = { table: 'check_answers', key: ['vendor_id', 'token'], endsAt: 'expires_at' };
  return runOutDelete(tenancy, systemContext(tenantId), answers, now);
}
