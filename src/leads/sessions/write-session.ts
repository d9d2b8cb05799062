import { actorOf, type Caller, requireValidCaller } from '../../core/access/index.ts';
import { type OnBehalfOf, type Origin, recordAudit } from '../../core/audit/index.ts';
import { systemContext } from '../../core/gate/index.ts';
import type { Tenancy, TenantWriter } from '../../core/tenancy/index.ts';
import type { Vault } from '../../core/vault/index.ts';
import { AppError, invalid } from '../../kernel/app-error.ts';
import type { Clock } from '../../kernel/time.ts';
import { postingInsert } from '../intake/index.ts';
import { mergeData, type SessionData } from './domain/merge-data.ts';
import { requireGoingOn } from './find-session.ts';
import { openData, sealData } from './seal-data.ts';
import { sessionChange, type SessionChange, type SessionRow } from './store.ts';

export interface SessionDeps {
  readonly tenancy: Tenancy;
  readonly vault: Vault;
  readonly clock: Clock;
}

/** Who writes a session, and since when. */
export interface Writer {
  readonly caller: Caller;
  readonly origin: Origin;
  readonly now: Date;
}

/** Whom Careroute acts for, in a transaction of its own. */
export function behalfOf(caller: Caller): OnBehalfOf {
  const { actorId: id, partnerId, role } = caller;
  const kind = role === 'posting' ? 'posting' : actorOf(caller).kind;
  return { kind, id, ...(partnerId === undefined ? {} : { partnerId }) };
}

/** An event about a session, and its line in the posting log. */
export async function recordStep(
  tx: TenantWriter,
  { caller, origin, now }: Writer,
  row: Pick<SessionRow, 'sessionId' | 'campaignId' | 'partnerId'>,
  step: { readonly action: string; readonly httpStatus: number; readonly startedAt: Date },
): Promise<void> {
  const { sessionId, campaignId, partnerId } = row;
  const event = { action: step.action, entity: 'lead-session', entityIds: [sessionId], detail: { campaignId } };
  await recordAudit(tx, now, [{ event: { ...event, outcome: 'done' }, origin, onBehalfOf: behalfOf(caller) }]);
  // The submit's own line comes with its answer.
  if (origin.requestId === undefined) return;
  await postingInsert(tx, now, [
    {
      endpoint: 'session',
      campaignId,
      partnerId,
      leadId: null,
      outcome: 'success',
      httpStatus: step.httpStatus,
      code: null,
      faults: [],
      durationMs: now.getTime() - step.startedAt.getTime(),
      requestId: origin.requestId ?? '',
    },
  ]);
}

/** What a step sends, and what it changes beside the data. */
export interface Step extends Omit<SessionChange, 'sealedData'> {
  readonly data: SessionData;
  readonly refused: ReadonlySet<string>;
  readonly action: string;
}

/**
 * Merges data into a session, and changes it, if it is still as it was read; undefined where somebody was faster: read
 * it again. Throws VALIDATION_ERROR for what cannot be merged, GONE for a session whose day is over.
 */
export async function writeSession(
  { tenancy, vault, clock }: SessionDeps,
  writer: Writer,
  row: SessionRow,
  step: Step,
): Promise<{ readonly row: SessionRow; readonly data: SessionData } | undefined> {
  const { tenantId } = writer.caller;
  const { sessionId } = row;
  const sealedData = requireGoingOn(row, writer.now);
  const merged = mergeData(await openData(vault, tenantId, { sessionId, sealedData }), step.data, step.refused);
  if (!merged.ok) throw invalid(merged.error);
  const key = await vault.subjectKey(tenantId, sessionId);
  const sealed = sealData(vault, { tenantId, sessionId, key }, merged.value);
  const { status, currentStep, isTry = false } = step;
  return tenancy.withTenant(systemContext(tenantId), async (tx) => {
    const now = clock.now();
    await requireValidCaller(tx, writer.caller, now);
    const changed = await sessionChange(tx, row, { sealedData: sealed, status, currentStep, isTry }, now);
    if (!changed) return undefined;
    await recordStep(tx, { ...writer, now }, row, { action: step.action, httpStatus: 200, startedAt: writer.now });
    return { row: changed, data: merged.value };
  });
}

const MOST_TRIES = 10;

/** Tries what another step of the same session may be in the way of, each time on the session as it then is. */
export async function untilWritten<T>(attempt: () => Promise<T | undefined>): Promise<T> {
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    const result = await attempt();
    if (result !== undefined) return result;
  }
  throw new AppError('UNAVAILABLE', 'This session is being changed just now. Send the step again.', {
    retryAfterSeconds: 1,
  });
}
