import type { Caller } from '../../core/access/index.ts';
import type { Origin } from '../../core/audit/index.ts';
import { systemContext } from '../../core/gate/index.ts';
import type { Tenancy } from '../../core/tenancy/index.ts';
import type { Vault } from '../../core/vault/index.ts';
import { AppError, invalid } from '../../kernel/app-error.ts';
import { unreachable } from '../../kernel/result.ts';
import { calendarDay } from '../../kernel/time.ts';
import { type Committed, commitGroup } from './commit-group.ts';
import type { Post } from './route-lead.ts';
import { createDeliveries, type DeliverDeps, type LeadEnd } from './track-deliveries.ts';
import { createGroupCommit, type GroupCommit } from './submit-in-group.ts';
import { prepareLead } from './prepare-lead.ts';
import type { CampaignRules, RoutingSnapshot, Snapshots } from './load-snapshot.ts';
import { leadFind } from './store.ts';

export interface SubmitDeps extends DeliverDeps {
  readonly tenancy: Tenancy;
  readonly vault: Vault;
  readonly snapshots: Snapshots;
}

export interface SubmitRequest {
  readonly caller: Caller;
  readonly origin: Origin;
  readonly body: Readonly<Record<string, unknown>>;
  readonly idempotencyKey: string | undefined;
}

/** A lead as its sender may know it. */
export interface LeadState extends LeadEnd {
  readonly leadId: string;
  readonly number: number;
}

/** The state of a lead when its answer was due, or the reason why there is no lead. */
export type SubmitAnswer =
  | { readonly kind: 'lead'; readonly lead: LeadState; readonly repeat: boolean; readonly warnings: readonly Warning[] }
  | { readonly kind: 'refused'; readonly reason: string; readonly repeat: boolean; readonly warnings: readonly Warning[] };

export interface Warning {
  readonly field: string;
  readonly rule: string;
  readonly message: string;
}

export interface SubmitLead {
  (request: SubmitRequest): Promise<SubmitAnswer>;
}

const LARGEST_GROUP = 64;

/**
 * Accepts a lead, decides and reserves in one transaction, delivers after the commit, and answers when the lead has an
 * end or its campaign's deadline has come. Nothing that was accepted is lost: what is not finished here, the worker takes up.
 */
export function createSubmitLead(deps: SubmitDeps): SubmitLead {
  const recent = createRecentSnapshots(deps);
  const deliveries = createDeliveries(deps);
  const groups = new Map<string, GroupCommit<Post, Committed>>();
  const groupOf = (tenantId: string): GroupCommit<Post, Committed> => {
    const group = groups.get(tenantId) ?? createGroupCommit<Post, Committed>({
      largest: LARGEST_GROUP,
      commit: (posts) => commitGroup(deps, tenantId, posts, deps.clock.now()),
    });
    groups.set(tenantId, group);
    return group;
  };

  return async (request) => {
    const { tenantId, keyId } = request.caller;
    const startedAt = deps.clock.now();
    const snapshot = await recent(tenantId);
    const campaign = campaignOf(request, snapshot);
    const prepared = await prepareLead(deps.vault, tenantId, campaign, {
      body: request.body,
      idempotencyKey: request.idempotencyKey,
      today: calendarDay(startedAt, snapshot.timeZone),
    });
    const deadline = startedAt.getTime() + campaign.responseDeadlineMs;
    const outcome = await groupOf(tenantId).submit({
      prepared,
      caller: { keyId, partnerId: campaign.partnerId },
      origin: request.origin,
      startedAt,
      deliverHere: campaign.responseDeadlineMs > 0,
    });
    const { warnings } = prepared;
    switch (outcome.kind) {
      case 'key_invalid':
        throw new AppError('UNAUTHORIZED', 'This API key was revoked or has expired. Use a new one.');
      case 'key_reused':
        throw new AppError('CONFLICT', 'Idempotency-Key: it was used with another body. Send a new key with a new lead.');
      case 'refused':
        return { kind: 'refused', reason: outcome.reason, repeat: false, warnings };
      case 'repeat':
        if (outcome.leadId === null) return { kind: 'refused', reason: outcome.refusal ?? 'duplicate', repeat: true, warnings };
        await deliveries.endOf(outcome.leadId, deadline);
        return { kind: 'lead', lead: await stateOf(deps, tenantId, outcome.leadId), repeat: true, warnings };
      case 'routed': {
        const { lead, attempt } = outcome.routed;
        const end = attempt ? await deliveries.start({ tenantId, ...attempt }, lead.leadId, deadline) : undefined;
        return { kind: 'lead', lead: { leadId: lead.leadId, number: lead.number, ...(end ?? { status: lead.status, reason: lead.reason, payoutCents: null }) }, repeat: false, warnings };
      }
      default:
        return unreachable(outcome);
    }
  };
}

async function stateOf(deps: SubmitDeps, tenantId: string, leadId: string): Promise<LeadState> {
  const lead = await deps.tenancy.readTenant(systemContext(tenantId), (tx) => leadFind(tx, { leadId }));
  if (!lead) throw new AppError('GONE', 'The lead of the first answer has been erased since.');
  return lead;
}

const SNAPSHOT_AGE_MS = 1000;

/** For reading a body, rules of a second ago will do; the transaction looks again before it decides. */
function createRecentSnapshots(deps: SubmitDeps): (tenantId: string) => Promise<RoutingSnapshot> {
  const known = new Map<string, { readonly at: number; readonly snapshot: RoutingSnapshot }>();
  return async (tenantId) => {
    const now = deps.clock.now().getTime();
    const found = known.get(tenantId);
    if (found && Math.abs(now - found.at) < SNAPSHOT_AGE_MS) return found.snapshot;
    const snapshot = await deps.tenancy.readTenant(systemContext(tenantId), (tx) => deps.snapshots.current(tx));
    known.set(tenantId, { at: now, snapshot });
    return snapshot;
  };
}

/** The campaign of the posting key; a campaignId in the body must name the same one, by its id or its number. */
function campaignOf(request: SubmitRequest, snapshot: RoutingSnapshot): CampaignRules {
  const campaign = request.caller.campaignId === undefined ? undefined : snapshot.campaigns.get(request.caller.campaignId);
  const named = request.body['campaignId'];
  const matches = campaign && (named === campaign.campaignId || String(named) === String(campaign.displayId));
  if (campaign && matches && (typeof named === 'string' || typeof named === 'number')) return campaign;
  const rule = named === undefined || named === null || named === '' ? 'required' : 'unknown_campaign';
  throw invalid([{
    field: 'campaignId',
    rule,
    message: rule === 'required'
      ? 'Is required. Send the id or the number of the campaign that this posting key belongs to.'
      : 'Is not the campaign of this posting key. Check the id, or use the posting key of that campaign.',
  }]);
}
