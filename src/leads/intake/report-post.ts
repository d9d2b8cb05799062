import { actorOf } from '../../core/access/index.ts';
import type { AuditEntry } from '../../core/audit/index.ts';
import type { NewPing } from '../bidding/index.ts';
import type { CheckedPost, CheckRefusal } from '../checks/index.ts';
import { seenBySender } from './domain/forced-outcome.ts';
import { isPingRefusal, type PingRefusal } from './open-quotes.ts';
import type { Posting } from './posting-log-store.ts';
import type { Post, RoutedLead } from './route-lead.ts';
import type { ScreenRefusal } from './screen-group.ts';

/** What a post came to when its group was committed. */
export type Committed =
  | { readonly kind: 'routed'; readonly routed: RoutedLead }
  /** The first answer to this request stands. */
  | { readonly kind: 'repeat'; readonly leadId: string | null; readonly refusal: string | null }
  /** This very post was committed before, though the database's answer did not arrive. */
  | { readonly kind: 'own'; readonly leadId: string }
  | { readonly kind: 'key_reused' }
  | { readonly kind: 'caller_ended' }
  /** The settings changed after the body was read by them: read it again. */
  | { readonly kind: 'stale' }
  | {
      readonly kind: 'refused';
      readonly reason: 'duplicate' | 'inactive_campaign' | PingRefusal | ScreenRefusal | CheckRefusal;
    };

/** Who was asked for bids for a lead that came without a quote. What is refused all the same was asked about too. */
export const pingOf = ({ ping }: Post, outcome: Committed): NewPing[] =>
  ping && outcome.kind !== 'repeat' ? [{ ...ping, leadId: leadIdOf(outcome) }] : [];

/**
 * What outside services said of a post, to be kept beside its lead. Of a repeat nothing: it has that of the first
 * request. Nor of a post that was refused for another reason before anybody was asked.
 */
export const checkedOf = ({ checks, prepared, origin }: Post, outcome: Committed): CheckedPost[] => {
  const isKept = outcome.kind === 'routed' || (outcome.kind === 'refused' && checks.some(wasAnswered));
  if (checks.length === 0 || !isKept) return [];
  const { campaignId } = prepared.campaign;
  return [{ checks, leadId: leadIdOf(outcome), campaignId, requestId: origin.requestId ?? '' }];
};

const wasAnswered = ({ outcome }: Post['checks'][number]): boolean => outcome !== 'not_asked';

const leadIdOf = (outcome: Committed): string | null =>
  outcome.kind === 'routed' ? outcome.routed.lead.leadId : outcome.kind === 'repeat' ? outcome.leadId : null;

/** What became of a post, in a word; none for those that are answered with an error, which the gate audits. */
function resultOf(outcome: Committed): string | undefined {
  if (outcome.kind === 'routed') return seenBySender({ ...outcome.routed.lead, payoutCents: null }).status;
  if (outcome.kind === 'repeat') return isPingRefusal(outcome.refusal) ? undefined : 'repeat';
  return outcome.kind === 'refused' && !isPingRefusal(outcome.reason) ? outcome.reason : undefined;
}

/** The ping that was asked for this lead, and the one that it was posted to. */
const pingIdsOf = (post: Post, outcome: Committed): string[] => [
  ...pingOf(post, outcome).map(({ pingId }) => pingId),
  ...(outcome.kind === 'routed' && post.prepared.pingId !== undefined ? [post.prepared.pingId] : []),
];

export function auditOf(post: Post, outcome: Committed): AuditEntry[] {
  const result = resultOf(outcome);
  if (result === undefined) return [];
  const { caller, origin, endpoint, prepared } = post;
  const { campaignId } = prepared.campaign;
  const leadId = leadIdOf(outcome);
  const isTestPost = endpoint === 'test-post';
  const { partnerId } = caller;
  return [
    {
      event: {
        action: 'lead.submit',
        entity: 'lead',
        entityIds: [
          ...(leadId === null ? [] : [leadId]),
          ...pingIdsOf(post, outcome),
          ...(isTestPost ? [campaignId] : []),
        ],
        outcome: outcome.kind === 'refused' ? 'refused' : 'done',
        detail: { result, campaignId, ...(endpoint === 'submit' ? {} : { endpoint }) },
      },
      origin,
      onBehalfOf: {
        kind: caller.role === 'posting' ? 'posting' : actorOf(caller).kind,
        id: caller.actorId,
        ...(partnerId === undefined ? {} : { partnerId }),
      },
    },
  ];
}

export function postingOf(post: Post, outcome: Committed, now: Date): Posting[] {
  const result = resultOf(outcome);
  if (result === undefined) return [];
  const rejected = outcome.kind === 'refused' || result === 'unsold';
  return [
    {
      endpoint: post.endpoint,
      campaignId: post.prepared.campaign.campaignId,
      partnerId: post.prepared.campaign.partnerId,
      leadId: leadIdOf(outcome),
      outcome: rejected ? 'rejected' : 'success',
      httpStatus: 200,
      code: rejected ? result : null,
      faults: [],
      durationMs: now.getTime() - post.startedAt.getTime(),
      requestId: post.origin.requestId ?? '',
    },
  ];
}
