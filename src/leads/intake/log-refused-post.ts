import { systemContext } from '../../core/gate/index.ts';
import type { AppError } from '../../kernel/app-error.ts';
import { rejectionOf } from './domain/rejection-of.ts';
import { postingInsert } from './posting-log-store.ts';
import type { SubmitDeps, SubmitRequest } from './submit-lead.ts';

/** Writes a refused post into the posting log: which fields, by which rules. */
export async function logRefusedPost(
  deps: Pick<SubmitDeps, 'tenancy' | 'clock'>,
  request: SubmitRequest,
  startedAt: Date,
  error: AppError,
): Promise<void> {
  const now = deps.clock.now();
  await deps.tenancy.withTenant(systemContext(request.caller.tenantId), (tx) =>
    postingInsert(tx, now, [
      {
        endpoint: 'submit',
        campaignId: request.caller.campaignId ?? null,
        partnerId: request.caller.partnerId ?? null,
        leadId: null,
        outcome:
          error.status < 500 ? (error.code === 'UNAUTHORIZED' ? 'auth_error' : 'validation_error') : 'server_error',
        httpStatus: error.status,
        code: error.faults.length > 0 ? rejectionOf(error.faults).code : error.code,
        faults: error.faults.map(({ field, rule }) => ({ field, rule })),
        durationMs: now.getTime() - startedAt.getTime(),
        requestId: request.origin.requestId ?? '',
      },
    ]),
  );
}
