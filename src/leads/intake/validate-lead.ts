import { actorOf, validCallers } from '../../core/access/index.ts';
import { recordAudit } from '../../core/audit/index.ts';
import { systemContext } from '../../core/gate/index.ts';
import type { TenantWriter } from '../../core/tenancy/index.ts';
import { openBook } from '../routing/index.ts';
import { accepts, type CommitDeps } from './commit-group.ts';
import type { Committed } from './report-post.ts';
import { seenBySender } from './domain/forced-outcome.ts';
import { findDuplicates } from './find-duplicates.ts';
import type { RoutingSnapshot } from './load-snapshot.ts';
import { postingInsert } from './posting-log-store.ts';
import { inPlayOf, type Post, routeLead } from './route-lead.ts';
import { screenGroup } from './screen-group.ts';

/** What would become of a lead that was only judged. `sold`: somebody would be offered it. */
export interface Validated {
  readonly kind: 'validated';
  readonly result: 'sold' | 'pending' | 'rejected' | 'duplicate';
  readonly reason: string | null;
}

/**
 * Judges a post by the settings, caps and earlier leads that are true now, and keeps nothing of it: no lead, no claim,
 * no count. That it was asked stands in the trail and in the posting log.
 */
export async function validateLead(
  deps: CommitDeps,
  post: Post,
): Promise<Validated | Extract<Committed, { readonly kind: 'stale' | 'caller_ended' }>> {
  const { caller } = post;
  return deps.tenancy.withTenant(systemContext(caller.tenantId), async (tx) => {
    const now = post.startedAt;
    const isValid = await validCallers(tx, [caller], now);
    if (!isValid(caller)) return { kind: 'caller_ended' };
    const snapshot = await deps.snapshots.current(tx);
    if (snapshot.stamp !== post.stamp) return { kind: 'stale' };
    const judged = await judge(deps, tx, snapshot, post);
    await writeDown(tx, post, judged);
    return judged;
  });
}

async function judge(deps: CommitDeps, tx: TenantWriter, snapshot: RoutingSnapshot, post: Post): Promise<Validated> {
  const { prepared, startedAt: now, caller } = post;
  if (!accepts(snapshot, prepared)) return refused('inactive_campaign');
  const screened = await screenGroup(tx, snapshot, [prepared], now);
  const refusal = screened.refusalOf(prepared);
  if (refusal) return refused(refusal);
  const duplicates = await findDuplicates(tx, [prepared], now);
  if (prepared.testResult === 'duplicate' || duplicates.isDuplicate(prepared))
    return { kind: 'validated', result: 'duplicate', reason: 'duplicate' };
  const book = await openBook(tx, inPlayOf(snapshot, [post]), now);
  const against = screened.against(prepared);
  const { lead } = routeLead({ vault: deps.vault, tenantId: caller.tenantId, snapshot, book, against, now }, post);
  const { status, reason } = seenBySender({ ...lead, payoutCents: null });
  if (status === 'unsold') return refused(reason ?? 'no_matching_contracts');
  return status === 'pending' ? { kind: 'validated', result: 'pending', reason } : WOULD_SELL;
}

const WOULD_SELL: Validated = { kind: 'validated', result: 'sold', reason: null };
const refused = (reason: string): Validated => ({ kind: 'validated', result: 'rejected', reason });

async function writeDown(tx: TenantWriter, post: Post, { result }: Validated): Promise<void> {
  const { caller, origin, prepared, endpoint, startedAt: now } = post;
  const { campaignId, partnerId } = prepared.campaign;
  const event = {
    action: 'lead.validate',
    entity: 'campaign',
    entityIds: [campaignId],
    outcome: 'done',
    detail: { result, campaignId, ...(endpoint === 'submit' ? {} : { endpoint }) },
  } as const;
  const kind = caller.role === 'posting' ? 'posting' : actorOf(caller).kind;
  const by = { kind, id: caller.actorId, ...(caller.partnerId === undefined ? {} : { partnerId: caller.partnerId }) };
  await recordAudit(tx, now, [{ event, origin, onBehalfOf: by }]);
  const isRejected = result === 'rejected' || result === 'duplicate';
  await postingInsert(tx, now, [
    {
      endpoint: 'validate',
      campaignId,
      partnerId,
      leadId: null,
      outcome: isRejected ? 'rejected' : 'success',
      httpStatus: 200,
      code: isRejected ? result : null,
      faults: [],
      durationMs: 0,
      requestId: origin.requestId ?? '',
    },
  ]);
}
