import type { Caller } from '../../core/access/index.ts';
import { systemContext } from '../../core/gate/index.ts';
import type { TenantWriter } from '../../core/tenancy/index.ts';
import { AppError, type Fault } from '../../kernel/app-error.ts';
import { type Clock, calendarDay } from '../../kernel/time.ts';
import { campaignBlocks } from '../sources/index.ts';
import { type CheckDeps, collectChecks } from './collect-checks.ts';
import { type CommitDeps, commitGroup } from './commit-group.ts';
import type { CampaignRules, RoutingSnapshot } from './load-snapshot.ts';
import type { Committed } from './report-post.ts';
import { type PreparedLead, prepareLead } from './prepare-lead.ts';
import type { Post } from './route-lead.ts';

/** A row of a file as a post: its fields, and what makes a repeat of this very row the same request. */
export interface FileRow {
  readonly number: number;
  readonly body: Readonly<Record<string, unknown>>;
  readonly idempotencyKey: string;
}

/** What became of a row. */
export type RowOutcome = { readonly number: number } & (
  | { readonly kind: 'accepted'; readonly leadId: string }
  | { readonly kind: 'rejected'; readonly code: string }
  | { readonly kind: 'invalid'; readonly code: string; readonly faults: readonly Pick<Fault, 'field' | 'rule'>[] }
);

export interface RowGroup {
  /** On whose behalf, with the campaign that the file is of. */
  readonly caller: Caller;
  readonly campaignId: string;
  readonly rows: readonly FileRow[];
  /** Rows that could not even be read, to be kept with the others. */
  readonly unreadable: readonly RowOutcome[];
  /** Asked in the transaction of the rows, before anything is written; what it locks stays locked. */
  mayGoOn(tx: TenantWriter): Promise<boolean>;
  /** Keeps what became of the rows, in the transaction in which it became so. */
  keep(tx: TenantWriter, outcomes: readonly RowOutcome[]): Promise<void>;
}

/** `closed`: the campaign takes no leads now. `halted`: whoever asked may not go on. Nothing is written then. */
export type SubmitRows = (group: RowGroup) => Promise<'kept' | 'closed' | 'halted'>;

type SubmitRowsDeps = Omit<CommitDeps, 'job'> & CheckDeps & { readonly clock: Clock };

const STALE_TRIES = 5;

/**
 * Routes rows of a file the way of posts, all in one transaction with what their caller keeps of them: however often
 * the process dies, each row is a lead once. Deliveries are left to the queue.
 */
export function createSubmitRows(deps: SubmitRowsDeps): SubmitRows {
  return async (group) => {
    for (let tries = 0; tries < STALE_TRIES; tries += 1) {
      const answer = await attempt(deps, group);
      if (answer !== 'stale') return answer;
    }
    throw new AppError('UNAVAILABLE', 'The settings are changing all the time. Go on with the file later.');
  };
}

async function attempt(deps: SubmitRowsDeps, group: RowGroup): Promise<Awaited<ReturnType<SubmitRows>> | 'stale'> {
  const { tenantId } = group.caller;
  const context = systemContext(tenantId);
  const snapshot = await deps.tenancy.readTenant(context, (tx) => deps.snapshots.current(tx));
  const campaign = snapshot.campaigns.get(group.campaignId);
  if (!campaign || snapshot.tenantStatus !== 'active' || campaignBlocks(campaign).length > 0) return 'closed';
  const read = await Promise.all(group.rows.map((row) => readRow(deps, { group, campaign, snapshot }, row)));
  const posts = read.flatMap((row) => ('post' in row ? [row] : []));
  const faulty = [...group.unreadable, ...read.flatMap((row) => ('post' in row ? [] : [row]))];
  if (posts.length === 0) {
    return deps.tenancy.withTenant(context, async (tx) => {
      if (!(await group.mayGoOn(tx))) return 'halted';
      await group.keep(tx, faulty);
      return 'kept';
    });
  }
  const keep = async (tx: TenantWriter, committed: readonly Committed[]): Promise<void> => {
    const outcomes = committed.map((outcome, index) => outcomeOf(outcome, posts[index]?.number ?? 0));
    await group.keep(tx, [...outcomes, ...faulty]);
  };
  const job = { mayGoOn: (tx: TenantWriter) => group.mayGoOn(tx), keep };
  const prepared = posts.map(({ post }) => post.prepared);
  const checksOf = await collectChecks(deps, { tenantId, snapshot, prepared, now: deps.clock.now(), earlier: [] });
  const toCommit = posts.map(({ post }) => ({ ...post, checks: checksOf(post.prepared) }));
  const [first] = await commitGroup({ ...deps, job }, tenantId, toCommit, deps.clock.now());
  if (first?.kind === 'stale') return 'stale';
  return first?.kind === 'caller_ended' ? 'halted' : 'kept';
}

interface Reading {
  readonly group: RowGroup;
  readonly campaign: CampaignRules;
  readonly snapshot: RoutingSnapshot;
}

/** The row as a post, or what is wrong with it. */
async function readRow(
  { vault, clock }: SubmitRowsDeps,
  { group: { caller }, campaign, snapshot }: Reading,
  { number, body, idempotencyKey }: FileRow,
): Promise<{ readonly number: number; readonly post: Omit<Post, 'checks'> } | RowOutcome> {
  const startedAt = clock.now();
  const today = calendarDay(startedAt, snapshot.timeZone);
  let prepared: PreparedLead;
  try {
    prepared = await prepareLead({ vault, tenantId: caller.tenantId, campaign }, { body, idempotencyKey, today });
  } catch (error) {
    if (!(error instanceof AppError && error.code === 'VALIDATION_ERROR')) throw error;
    const faults = error.faults.map(({ field, rule }) => ({ field, rule }));
    return { number, kind: 'invalid', code: faults[0]?.rule ?? 'invalid', faults };
  }
  const { stamp } = snapshot;
  // Bids are asked for before a transaction, lead by lead: a file's rows go to those who buy without.
  const unasked = { auction: undefined, ping: undefined } as const;
  const fromFile = { origin: {}, endpoint: 'import', lineage: undefined, deliverHere: false, ...unasked } as const;
  return { number, post: { prepared, stamp, caller, startedAt, ...fromFile } };
}

function outcomeOf(outcome: Committed, number: number): RowOutcome {
  if (outcome.kind === 'routed') return { number, kind: 'accepted', leadId: outcome.routed.lead.leadId };
  if (outcome.kind === 'own') return { number, kind: 'accepted', leadId: outcome.leadId };
  if (outcome.kind === 'refused') return { number, kind: 'rejected', code: outcome.reason };
  if (outcome.kind !== 'repeat') throw new Error(`a row of a file ended as ${outcome.kind}`);
  if (outcome.leadId !== null) return { number, kind: 'accepted', leadId: outcome.leadId };
  return { number, kind: 'rejected', code: outcome.refusal ?? 'duplicate' };
}
