import { type Caller, callerEnded } from '../../core/access/index.ts';
import type { Origin } from '../../core/audit/index.ts';
import { systemContext } from '../../core/gate/index.ts';
import type { Tenancy } from '../../core/tenancy/index.ts';
import type { Vault } from '../../core/vault/index.ts';
import { AppError } from '../../kernel/app-error.ts';
import { unreachable } from '../../kernel/result.ts';
import { calendarDay, type Clock } from '../../kernel/time.ts';
import { commitGroup } from './commit-group.ts';
import type { Committed } from './report-post.ts';
import { isPingRefusal } from './open-quotes.ts';
import type { Endpoint, Lineage, Post } from './route-lead.ts';
import { createDeliveries, type DeliverDeps, type Deliveries, type ReservedSale } from './track-deliveries.ts';
import { attemptList, saleListOfLead } from '../sales/index.ts';
import { createTenantGroups } from './submit-in-group.ts';
import { prepareLead } from './prepare-lead.ts';
import { type Validated, validateLead } from './validate-lead.ts';
import type { MaybeForced } from './domain/forced-outcome.ts';
import { campaignOf, createRecentSnapshots } from './find-campaign.ts';
import type { RoutingSnapshot, Snapshots } from './load-snapshot.ts';
import { type Answers, collectAnswers } from './collect-answers.ts';
import type { CheckDeps } from './collect-checks.ts';
import type { AuctionDeps } from './hold-auction.ts';
import { leadFind, type LeadStatus } from './store.ts';

export interface SubmitDeps extends DeliverDeps, AuctionDeps, CheckDeps {
  readonly clock: Clock;
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

const STALE_TRIES = 3;

/**
 * Accepts a lead, decides and reserves in one transaction, delivers after the commit, and answers when the lead has an
 * end or its campaign's deadline has come. Nothing that was accepted is lost: what is not finished here, the worker
 * takes up.
 */
export function createSubmitLead(deps: SubmitDeps): SubmitLead {
  const recent = createRecentSnapshots(deps);
  const deliveries = createDeliveries(deps);
  const commit = createTenantGroups((tenantId, posts: readonly Post[]) =>
    commitGroup(deps, tenantId, posts, deps.clock.now()),
  );
  const attempt = async (
    request: SubmitRequest,
    { startedAt, snapshot, held }: { startedAt: Date; snapshot: RoutingSnapshot; held: Answers | undefined },
  ): Promise<Attempted> => {
    const campaign = campaignOf(request, snapshot);
    const prepared = await prepareLead(
      { vault: deps.vault, tenantId: request.caller.tenantId, campaign },
      {
        body: request.body,
        idempotencyKey: request.idempotencyKey,
        today: calendarDay(startedAt, snapshot.timeZone),
      },
    );
    const answers = await collectAnswers(deps, request, { prepared, snapshot, startedAt, held });
    const post: Post = {
      prepared,
      ...answers.auctioned,
      checks: answers.checks,
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
      : await commit(request.caller.tenantId, post);
    const deadline = startedAt.getTime() + campaign.responseDeadlineMs;
    return { outcome, warnings: prepared.warnings, deadline, answers };
  };
  return async (request) => {
    const startedAt = deps.clock.now();
    const snapshot = await recent(request.caller, 'recent');
    let attempted = await attempt(request, { startedAt, snapshot, held: undefined });
    for (let again = 0; attempted.outcome.kind === 'stale' && again < STALE_TRIES; again += 1) {
      const fresh = await recent(request.caller, 'fresh');
      attempted = await attempt(request, { startedAt, snapshot: fresh, held: attempted.answers });
    }
    return conclude(deps, deliveries, request.caller, attempted);
  };
}

interface Attempted {
  readonly outcome: Committed | Validated;
  readonly warnings: readonly Warning[];
  readonly deadline: number;
  readonly answers: Answers;
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
      requireOpen(outcome.reason);
      return { kind: 'refused', reason: outcome.reason, repeat: false, warnings };
    case 'repeat':
      requireOpen(outcome.refusal);
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
      return { kind: 'lead', lead: { ...lead, status, reason, payoutCents }, repeat: false, warnings };
    }
    default:
      return unreachable(outcome);
  }
}

/** Throws CONFLICT for a quote that became a lead before, GONE for one whose time is over. */
function requireOpen(refusal: string | null): void {
  const [code, rule, message] =
    refusal === 'ping_used'
      ? (['CONFLICT', 'used', 'This ping became a lead before. Send a new ping.'] as const)
      : (['GONE', 'expired', 'The quote of this ping has expired. Send a new ping.'] as const);
  if (isPingRefusal(refusal))
    throw new AppError(code, `pingId: ${message}`, { faults: [{ field: 'pingId', rule, message }] });
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
