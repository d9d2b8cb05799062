import { AppError, invalid } from '../../kernel/app-error.ts';
import type { SubmitAnswer } from '../intake/index.ts';
import { requireCampaign } from './create-session.ts';
import type { SessionData } from './domain/merge-data.ts';
import { type AskedFor, requireGoingOn, requireSession } from './find-session.ts';
import { postingFor, type SubmitSessionDeps } from './submit-session.ts';
import type { Writer } from './write-session.ts';

export interface CoregWish {
  /** Its id or its number; the session's own campaign if undefined. */
  readonly campaign: string | undefined;
  readonly data: SessionData;
  readonly idempotencyKey: string | undefined;
}

/**
 * Makes another lead out of a submitted session, of another campaign of the same partner, linked to the first. Only
 * what is sent goes into it: a consent to one campaign is none to another. Throws CONFLICT before the submit.
 */
export async function submitCoreg(
  deps: SubmitSessionDeps,
  asked: AskedFor & Writer,
  { campaign: ref, data, idempotencyKey }: CoregWish,
): Promise<SubmitAnswer> {
  const row = await requireSession(deps.tenancy, asked);
  requireGoingOn(row, asked.now);
  if (row.status !== 'submitted' && row.status !== 'completed')
    throw new AppError('CONFLICT', 'This session made no lead yet. Submit it before a further one.');
  const partner = { ...asked.caller, role: 'partner', partnerId: row.partnerId } as const;
  const found = await requireCampaign(deps, partner, ref ?? row.campaignId);
  const keyed = idempotencyKey === undefined ? undefined : `coreg:${row.sessionId}:${idempotencyKey}`;
  const named = data['campaignId'];
  const other = typeof named === 'string' || typeof named === 'number' ? String(named) : undefined;
  if (named !== undefined && other !== found.id && other !== String(found.displayId))
    throw invalid([{ field: 'data.campaignId', rule: 'conflict', message: 'Send campaignId once, beside data.' }]);
  return deps.submitLead({
    caller: postingFor({ ...asked.caller, campaignId: found.id }, { campaignId: found.id, partnerId: row.partnerId }),
    origin: asked.origin,
    endpoint: 'coreg',
    body: { ...data, campaignId: found.id },
    idempotencyKey: keyed,
    lineage: { sessionId: row.sessionId, parentLeadId: row.primaryLeadId },
  });
}
