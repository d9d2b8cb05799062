import type { Caller } from '../../core/access/index.ts';
import { recordAudit } from '../../core/audit/index.ts';
import { systemContext } from '../../core/gate/index.ts';
import type { TenantWriter } from '../../core/tenancy/index.ts';
import { AppError } from '../../kernel/app-error.ts';
import { leadFind, type Posting, postingInsert, type SubmitAnswer, type SubmitLead } from '../intake/index.ts';
import { NOT_DATA } from './create-session.ts';
import type { SessionData } from './domain/merge-data.ts';
import { type AskedFor, requireGoingOn, requireSession } from './find-session.ts';
import { openData } from './seal-data.ts';
import { sessionReopen, type SessionRow, sessionSettle } from './store.ts';
import { behalfOf, type SessionDeps, untilWritten, type Writer, writeSession } from './write-session.ts';

export interface SubmitSessionDeps extends SessionDeps {
  readonly submitLead: SubmitLead;
}

/** What a submit may say about its handling beside the data: of whom the consent is, and that it is a test. */
const OF_A_SUBMIT: ReadonlySet<string> = new Set(['acceptedBuyerIds', 'isTest', 'testMode', 'testResult']);
const NOT_SUBMITTED: ReadonlySet<string> = new Set([...NOT_DATA].filter((key) => !OF_A_SUBMIT.has(key)));

type Taken =
  | { readonly kind: 'answered'; readonly row: SessionRow }
  | { readonly kind: 'taken'; readonly row: SessionRow; readonly data: SessionData };

/**
 * Makes a lead of a session, the way of every post. The data is fixed before anything is routed, and claimed by the
 * session's id: two submits at once, and one that is repeated after a crash, make one lead and get its answer. What the
 * campaign's fields refuse opens the session again.
 */
export async function submitSession(
  deps: SubmitSessionDeps,
  asked: AskedFor & Writer,
  sent: SessionData,
): Promise<SubmitAnswer> {
  const taken = await untilWritten(() => take(deps, asked, sent));
  const { row } = taken;
  if (taken.kind === 'answered') return firstAnswer(deps, asked, row);
  const request = {
    caller: postingFor(asked.caller, row),
    origin: asked.origin,
    endpoint: 'session-submit',
    body: { ...taken.data, campaignId: row.campaignId },
    idempotencyKey: `session:${row.sessionId}`,
    lineage: { sessionId: row.sessionId, parentLeadId: null },
  } as const;
  try {
    const answer = await deps.submitLead(request);
    await settle(deps, asked, row, answer);
    return answer;
  } catch (error) {
    if (!(error instanceof AppError && error.code === 'VALIDATION_ERROR')) throw error;
    const { tenantId } = asked.caller;
    await deps.tenancy.withTenant(systemContext(tenantId), (tx) => sessionReopen(tx, row, deps.clock.now()));
    throw error;
  }
}

/** What a submit writes beside the lead, whose own event stands for the request. */
const BESIDE = {};

/** Fixes what is submitted; what was fixed before stands, whatever is sent now. Undefined: read the session again. */
async function take(deps: SubmitSessionDeps, asked: AskedFor & Writer, sent: SessionData): Promise<Taken | undefined> {
  const row = await requireSession(deps.tenancy, asked);
  const sealedData = requireGoingOn(row, asked.now);
  if (row.status === 'submitted' || row.status === 'completed') return { kind: 'answered', row };
  if (row.status === 'submitting') {
    const data = await openData(deps.vault, asked.caller.tenantId, { sessionId: row.sessionId, sealedData });
    return { kind: 'taken', row, data };
  }
  const written = await writeSession(deps, { ...asked, origin: BESIDE }, row, {
    data: sent,
    refused: NOT_SUBMITTED,
    status: 'submitting',
    isTry: true,
    action: 'lead-session.submit',
  });
  return written && { kind: 'taken', ...written };
}

/** Who posts a lead of a session: the caller, as the campaign's. */
export const postingFor = (
  caller: Caller,
  { campaignId, partnerId }: { readonly campaignId: string; readonly partnerId: string },
): Caller => ({ ...caller, campaignId, partnerId: caller.role === 'posting' ? caller.partnerId : partnerId });

async function settle(
  { tenancy, clock }: SubmitSessionDeps,
  { caller }: Writer,
  { sessionId }: SessionRow,
  answer: SubmitAnswer,
): Promise<void> {
  const leadId = answer.kind === 'lead' ? answer.lead.leadId : null;
  const refusal = answer.kind === 'refused' ? answer.reason : null;
  const entityIds = leadId === null ? [sessionId] : [sessionId, leadId];
  const event = { action: 'lead-session.answer', entity: 'lead-session', entityIds, outcome: 'done' } as const;
  await tenancy.withTenant(systemContext(caller.tenantId), async (tx) => {
    const now = clock.now();
    await sessionSettle(tx, sessionId, { leadId, refusal, now });
    await recordAudit(tx, now, [{ event, origin: BESIDE, onBehalfOf: behalfOf(caller) }]);
  });
}

/** The answer that a session got, with the lead as it is now. Throws GONE for one that was erased since. */
async function firstAnswer(deps: SubmitSessionDeps, asked: Writer, row: SessionRow): Promise<SubmitAnswer> {
  const { primaryLeadId: leadId } = row;
  return deps.tenancy.withTenant(systemContext(asked.caller.tenantId), async (tx) => {
    const lead = leadId === null ? undefined : await leadFind(tx, { leadId });
    if (leadId !== null && (!lead || lead.status === 'erased'))
      throw new AppError('GONE', 'The lead of the first answer has been erased since.');
    await recordRepeat(tx, asked, row, deps.clock.now());
    if (lead) return { kind: 'lead', lead, repeat: true, warnings: [] } as const;
    return { kind: 'refused', reason: row.refusal ?? 'duplicate', repeat: true, warnings: [] } as const;
  });
}

async function recordRepeat(
  tx: TenantWriter,
  { caller, origin, now: startedAt }: Writer,
  { campaignId, partnerId, primaryLeadId: leadId, refusal }: SessionRow,
  now: Date,
): Promise<void> {
  const entityIds = leadId === null ? [] : [leadId];
  const detail = { result: 'repeat', campaignId, endpoint: 'session-submit' };
  const event = { action: 'lead.submit', entity: 'lead', entityIds, outcome: 'done', detail } as const;
  await recordAudit(tx, now, [{ event, origin, onBehalfOf: behalfOf(caller) }]);
  const line: Posting = {
    endpoint: 'session-submit',
    campaignId,
    partnerId,
    leadId,
    outcome: refusal === null ? 'success' : 'rejected',
    httpStatus: 201,
    code: refusal,
    faults: [],
    durationMs: now.getTime() - startedAt.getTime(),
    requestId: origin.requestId ?? '',
  };
  await postingInsert(tx, now, [line]);
}
