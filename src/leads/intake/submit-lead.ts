import { type Caller, callerEnded } from '../../core/access/index.ts';
import type { Origin } from '../../core/audit/index.ts';
import { systemContext } from '../../core/gate/index.ts';
import type { Tenancy } from '../../core/tenancy/index.ts';
import type { Vault } from '../../core/vault/index.ts';
import { AppError, invalid } from '../../kernel/app-error.ts';
import { unreachable } from '../../kernel/result.ts';
import { calendarDay } from '../../kernel/time.ts';
import { type Committed, commitGroup } from './commit-group.ts';
import type { Endpoint, Lineage, Post } from './route-lead.ts';
import { createDeliveries, type DeliverDeps, type Deliveries, type ReservedSale } from './track-deliveries.ts';
import { attemptList, saleListOfLead } from '../sales/index.ts';
import { createGroupCommit, type GroupCommit } from './submit-in-group.ts';
import { prepareLead } from './prepare-lead.ts';
import { type Validated, validateLead } from './validate-lead.ts';
import type { MaybeForced } from './domain/forced-outcome.ts';
import type { CampaignRules, RoutingSnapshot, Snapshots } from './load-snapshot.ts';
import { leadFind, type LeadStatus } from './store.ts';

export interface SubmitDeps extends DeliverDeps {
  readonly tenancy: Tenancy;
  readonly vault: Vault;
  readonly snapshots: Snapshots;
}

export interface SubmitRequest {
  /** Whoever posts, with the campaign that the posting key is of, or that is tried. */
  readonly caller: Caller;
  readonly endpoint: Endpoint;
  readonly origin: Origin;
  readonly body: Readonly<Record<string, unknown>>;
  readonly idempotencyKey: string | undefined;
  /** Where the lead comes from, of a session. */
  readonly lineage?: Lineage;
}

/** A lead with what its sender may know of it. */
export interface LeadState extends MaybeForced<LeadStatus> {
  readonly leadId: string;
  readonly number: number;
}

/** The state of a lead when its answer was due, or the reason why there is no lead. */
export type SubmitAnswer =
  | { readonly kind: 'lead'; readonly lead: LeadState; readonly repeat: boolean; readonly warnings: readonly Warning[] }
  | {
      readonly kind: 'refused';
      readonly reason: string;
      readonly repeat: boolean;
      readonly warnings: readonly Warning[];
    }
  | (Validated & { readonly warnings: readonly Warning[] });

export interface Warning {
  readonly field: string;
  readonly rule: string;
  readonly message: string;
}

export interface SubmitLead {
  (request: SubmitRequest): Promise<SubmitAnswer>;
}

const LARGEST_GROUP = 64;
const GROUPS_AT_ONCE = 2;
const STALE_TRIES = 3;

/**
 * Accepts a lead, decides and reserves in one transaction, delivers after the commit, and answers when the lead has an
 * end or its campaign's deadline has come. Nothing that was accepted is lost: what is not finished here, the worker
 * takes up.
 */
export function createSubmitLead(deps: SubmitDeps): SubmitLead {
  const recent = createRecentSnapshots(deps);
  const deliveries = createDeliveries(deps);
  const groups = new Map<string, GroupCommit<Post, Committed>>();
  const groupOf = (tenantId: string): GroupCommit<Post, Committed> => {
    const group =
      groups.get(tenantId) ??
      createGroupCommit<Post, Committed>({
        largest: LARGEST_GROUP,
        atOnce: GROUPS_AT_ONCE,
        commit: (posts) => commitGroup(deps, tenantId, posts, deps.clock.now()),
      });
    groups.set(tenantId, group);
    return group;
  };

  const attempt = async (request: SubmitRequest, startedAt: Date, snapshot: RoutingSnapshot): Promise<Attempted> => {
    const campaign = campaignOf(request, snapshot);
    const prepared = await prepareLead(
      { vault: deps.vault, tenantId: request.caller.tenantId, campaign },
      {
        body: request.body,
        idempotencyKey: request.idempotencyKey,
        today: calendarDay(startedAt, snapshot.timeZone),
      },
    );
    const post: Post = {
      prepared,
      stamp: snapshot.stamp,
      caller: request.caller,
      origin: request.origin,
      endpoint: request.endpoint,
      lineage: request.lineage,
      startedAt,
      deliverHere: campaign.responseDeadlineMs > 0,
    };
    const outcome = prepared.validateOnly
      ? await validateLead(deps, post)
      : await groupOf(request.caller.tenantId).submit(post);
    return { outcome, warnings: prepared.warnings, deadline: startedAt.getTime() + campaign.responseDeadlineMs };
  };
  return async (request) => {
    const startedAt = deps.clock.now();
    let attempted = await attempt(request, startedAt, await recent(request, 'recent'));
    for (let again = 0; attempted.outcome.kind === 'stale' && again < STALE_TRIES; again += 1) {
      attempted = await attempt(request, startedAt, await recent(request, 'fresh'));
    }
    return conclude(deps, deliveries, request.caller, attempted);
  };
}

interface Attempted {
  readonly outcome: Committed | Validated;
  readonly warnings: readonly Warning[];
  readonly deadline: number;
}

/** What the sender is told, after waiting for a delivery that is this process's to make. */
async function conclude(
  deps: SubmitDeps,
  deliveries: Deliveries,
  caller: Caller,
  attempted: Attempted,
): Promise<SubmitAnswer> {
  const { tenantId } = caller;
  const { outcome, warnings, deadline } = attempted;
  switch (outcome.kind) {
    case 'stale':
      throw new AppError('UNAVAILABLE', 'The settings of this campaign are changing just now. Send the lead again.', {
        retryAfterSeconds: 1,
      });
    case 'caller_ended':
      throw callerEnded(caller);
    case 'key_reused':
      throw keyReused();
    case 'validated':
      return { ...outcome, warnings };
    case 'refused':
      return { kind: 'refused', reason: outcome.reason, repeat: false, warnings };
    case 'repeat':
      if (outcome.leadId === null)
        return { kind: 'refused', reason: outcome.refusal ?? 'duplicate', repeat: true, warnings };
      await deliveries.endOf(outcome.leadId, deadline);
      return { kind: 'lead', lead: await stateOf(deps, tenantId, outcome.leadId), repeat: true, warnings };
    case 'own': {
      const reserved = await reservedOf(deps, tenantId, outcome.leadId);
      if (reserved.length > 0) await deliveries.start(reserved, outcome.leadId, deadline);
      return { kind: 'lead', lead: await stateOf(deps, tenantId, outcome.leadId), repeat: false, warnings };
    }
    case 'routed': {
      const { lead, attempts } = outcome.routed;
      const reserved = attempts.map((attempt) => ({ tenantId, ...attempt }));
      const end = reserved.length > 0 ? await deliveries.start(reserved, lead.leadId, deadline) : undefined;
      // Of several that ended together, the last one we heard of may have seen another still under way.
      const isOld = end?.status === 'routing';
      const known = end ?? { status: lead.status, reason: lead.reason, payoutCents: null };
      const { status, reason, payoutCents } = isOld ? await stateOf(deps, tenantId, lead.leadId) : known;
      return {
        kind: 'lead',
        lead: { ...lead, status, reason, payoutCents },
        repeat: false,
        warnings,
      };
    }
    default:
      return unreachable(outcome);
  }
}

function keyReused(): AppError {
  const message = 'It was used with another body. Send a new key with a new lead.';
  return new AppError('CONFLICT', `Idempotency-Key: ${message}`, {
    faults: [{ field: 'Idempotency-Key', rule: 'reused', message }],
  });
}

/** The attempts that a commit left this process to make. */
async function reservedOf(deps: SubmitDeps, tenantId: string, leadId: string): Promise<ReservedSale[]> {
  return deps.tenancy.readTenant(systemContext(tenantId), async (tx) => {
    const sales = await saleListOfLead(tx, leadId);
    const attempts = await attemptList(
      tx,
      sales.map((sale) => sale.saleId),
    );
    return attempts.flatMap(({ saleId, attemptId, outcome }) =>
      outcome === null ? [{ tenantId, saleId, attemptId }] : [],
    );
  });
}

async function stateOf(deps: SubmitDeps, tenantId: string, leadId: string): Promise<LeadState> {
  const lead = await deps.tenancy.readTenant(systemContext(tenantId), (tx) => leadFind(tx, { leadId }));
  if (!lead || lead.status === 'erased')
    throw new AppError('GONE', 'The lead of the first answer has been erased since.');
  return lead;
}

const SNAPSHOT_AGE_MS = 1000;

/**
 * For reading a body, settings of a second ago will do, unless they do not know the campaign: the transaction that
 * decides sends a post back whose settings have changed since.
 */
function createRecentSnapshots(
  deps: SubmitDeps,
): (request: SubmitRequest, age: 'recent' | 'fresh') => Promise<RoutingSnapshot> {
  const known = new Map<string, { readonly at: number; readonly snapshot: RoutingSnapshot }>();
  return async ({ caller: { tenantId, campaignId = '' } }, age) => {
    const now = deps.clock.now().getTime();
    const found = known.get(tenantId);
    const young = found && Math.abs(now - found.at) < SNAPSHOT_AGE_MS && found.snapshot.campaigns.has(campaignId);
    if (young && age === 'recent') return found.snapshot;
    const snapshot = await deps.tenancy.readTenant(systemContext(tenantId), (tx) => deps.snapshots.current(tx));
    known.set(tenantId, { at: now, snapshot });
    return snapshot;
  };
}

const NOT_THIS: Readonly<Record<Endpoint, string>> = {
  submit: 'Is not the campaign of this posting key. Check the id, or use the posting key of that campaign.',
  'test-post': 'Is not the campaign that is tried. Check the id, or leave it out.',
  session: 'Is not the campaign of this session. Leave it out.',
  'session-submit': 'Is not the campaign of this session. Leave it out.',
  coreg: 'Is not the campaign of this lead. Leave it out of data.',
  import: 'Is not the campaign of this file. Leave it out.',
};

/** The campaign of the posting key; a campaignId in the body must name the same one, by its id or its number. */
function campaignOf(request: SubmitRequest, snapshot: RoutingSnapshot): CampaignRules {
  const campaign =
    request.caller.campaignId === undefined ? undefined : snapshot.campaigns.get(request.caller.campaignId);
  const named = request.body['campaignId'];
  const matches = campaign && (named === campaign.campaignId || String(named) === String(campaign.displayId));
  if (campaign && matches && (typeof named === 'string' || typeof named === 'number')) return campaign;
  const rule = named === undefined || named === null || named === '' ? 'required' : 'unknown_campaign';
  throw invalid([
    {
      field: 'campaignId',
      rule,
      message:
        rule === 'required'
          ? 'Is required. Send the id or the number of the campaign that this posting key belongs to.'
          : NOT_THIS[request.endpoint],
    },
  ]);
}
