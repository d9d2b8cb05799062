import { type Caller, KEY_REQUESTS_PER_MINUTE } from '../../core/access/index.ts';
import { type Refusal, systemContext } from '../../core/gate/index.ts';
import type { AppError } from '../../kernel/app-error.ts';
import { nameForReader } from './domain/gather-input.ts';
import { rejectionOf } from './domain/rejection-of.ts';
import { type Posting, postingInsert, type PostingOutcome } from './posting-log-store.ts';
import type { Endpoint } from './route-lead.ts';
import type { SubmitDeps } from './submit-lead.ts';

/**
 * Writes a refused post into the posting log: which fields, by which rules. Not when there is no room for anything. Of
 * the posts over a key's limit the first of a minute comes here, with the limit; the rest of the minute is turned away.
 */
export async function logRefusedPost(
  deps: Pick<SubmitDeps, 'tenancy' | 'clock'>,
  { caller, origin, error, durationMs }: Omit<Refusal, 'userAgent'>,
  endpoint: Endpoint = 'submit',
): Promise<void> {
  if (error.code === 'STORAGE_FULL') return;
  await deps.tenancy.withTenant(systemContext(caller.tenantId), (tx) =>
    postingInsert(tx, deps.clock.now(), [
      {
        endpoint,
        campaignId: caller.campaignId ?? null,
        partnerId: caller.partnerId ?? null,
        leadId: null,
        outcome: outcomeOf(error),
        httpStatus: error.status,
        code: error.faults.length > 0 ? rejectionOf(error.faults).code : error.code,
        faults: faultsOf(error, caller),
        durationMs,
        requestId: origin.requestId ?? '',
      },
    ]),
  );
}

const KEY_MISUSED: ReadonlySet<string> = new Set(['UNAUTHORIZED', 'FORBIDDEN', 'ORIGIN_NOT_ALLOWED']);

function outcomeOf({ status, code }: AppError): PostingOutcome {
  if (status >= 500) return 'server_error';
  if (code === 'RATE_LIMITED') return 'rate_limited';
  return KEY_MISUSED.has(code) ? 'auth_error' : 'validation_error';
}

function faultsOf({ code, faults }: AppError, { requestsPerMinute }: Caller): Posting['faults'] {
  // Which limit it was: that of the key, or that of its kind.
  if (code === 'RATE_LIMITED')
    return [{ field: 'rateLimitPerMinute', rule: `at_most_${requestsPerMinute ?? KEY_REQUESTS_PER_MINUTE.posting}` }];
  return faults.map(({ field, rule }) => ({ field: nameForReader(field), rule }));
}
