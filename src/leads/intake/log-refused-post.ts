import { type Refusal, systemContext } from '../../core/gate/index.ts';
import { nameForReader } from './domain/gather-input.ts';
import { rejectionOf } from './domain/rejection-of.ts';
import { postingInsert } from './posting-log-store.ts';
import type { SubmitDeps } from './submit-lead.ts';

/** Writes a refused post into the posting log: which fields, by which rules. Not when there is no room for anything. */
export async function logRefusedPost(
  deps: Pick<SubmitDeps, 'tenancy' | 'clock'>,
  { caller, origin, error, durationMs }: Refusal,
): Promise<void> {
  if (error.code === 'STORAGE_FULL') return;
  const isAboutKey = error.code === 'UNAUTHORIZED' || error.code === 'FORBIDDEN';
  await deps.tenancy.withTenant(systemContext(caller.tenantId), (tx) =>
    postingInsert(tx, deps.clock.now(), [
      {
        endpoint: 'submit',
        campaignId: caller.campaignId ?? null,
        partnerId: caller.partnerId ?? null,
        leadId: null,
        outcome: error.status >= 500 ? 'server_error' : isAboutKey ? 'auth_error' : 'validation_error',
        httpStatus: error.status,
        code: error.faults.length > 0 ? rejectionOf(error.faults).code : error.code,
        faults: error.faults.map(({ field, rule }) => ({ field: nameForReader(field), rule })),
        durationMs,
        requestId: origin.requestId ?? '',
      },
    ]),
  );
}
