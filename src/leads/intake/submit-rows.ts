import type { Caller } from '../../core/access/index.ts';
import { systemContext } from '../../core/gate/index.ts';
import type { Tenancy, TenantWriter } from '../../core/tenancy/index.ts';
import { AppError, type Fault } from '../../kernel/app-error.ts';
import { calendarDay } from '../../kernel/time.ts';
import { campaignBlocks } from '../sources/index.ts';
import { ASKED_AT_ONCE, askInTurns } from './ask-in-turns.ts';
import { type Answers, askBuyers } from './collect-answers.ts';
import { type CheckDeps, collectChecks } from './collect-checks.ts';
import { type CommitDeps, commitGroup } from './commit-group.ts';
import type { AuctionDeps } from './hold-auction.ts';
import type { CampaignRules, RoutingSnapshot, Snapshots } from './load-snapshot.ts';
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

type SubmitRowsDeps = Omit<CommitDeps, 'job'> & CheckDeps & AuctionDeps;

const STALE_TRIES = 5;
const ROWS_AT_ONCE = 64;

/**
 * How many rows of a campaign go well into one group. Where buyers bid, as many as are asked about at the same moment:
 * a bid is not left waiting for those of later rows, and a process that dies has few asked about in vain.
 */
export async function rowsAtOnce(
  { tenancy, snapshots }: { readonly tenancy: Tenancy; readonly snapshots: Snapshots },
  tenantId: string,
  campaignId: string,
): Promise<number> {
  const snapshot = await tenancy.readTenant(systemContext(tenantId), (tx) => snapshots.current(tx));
  const rules = snapshot.offers.get(snapshot.campaigns.get(campaignId)?.offerId ?? '');
  return rules && rules.bidders.size > 0 ? ASKED_AT_ONCE : ROWS_AT_ONCE;
}

/**
 * Routes rows of a file the way of posts, all in one transaction with what their caller keeps of them: however often
 * the process dies, each row is a lead once. Deliveries are left to the queue.
 */
export function createSubmitRows(deps: SubmitRowsDeps): SubmitRows {
  return async (group) => {
    const held = new Map<number, Answers>();
    for (let tries = 0; tries < STALE_TRIES; tries += 1) {
      const answer = await attempt(deps, group, held);
      if (answer !== 'stale') return answer;
    }
    throw new AppError('UNAVAILABLE', 'The settings are changing all the time. Go on with the file later.');
  };
}

async function attempt(
  deps: SubmitRowsDeps,
  group: RowGroup,
  held: Map<number, Answers>,
): Promise<Awaited<ReturnType<SubmitRows>> | 'stale'> {
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
  const toCommit = await askOutside(deps, { group, campaign, snapshot }, posts, held);
  const [first] = await commitGroup({ ...deps, job }, tenantId, toCommit, deps.clock.now());
  if (first?.kind === 'stale') return 'stale';
  return first?.kind === 'caller_ended' ? 'halted' : 'kept';
}

interface Reading {
  readonly group: RowGroup;
  readonly campaign: CampaignRules;
  readonly snapshot: RoutingSnapshot;
}

/** A row that is to become a lead; nobody was asked about it yet. */
interface ReadRow {
  readonly number: number;
  readonly post: Omit<Post, 'checks' | 'auction' | 'ping'>;
}

/**
 * Asks about each row whom a post of its campaign asks: services, then the buyers that bid, in no transaction. What
 * they say is kept in `held` by the number of the row, so that they are not asked again where settings change.
 */
async function askOutside(
  deps: SubmitRowsDeps,
  { group: { caller }, snapshot }: Reading,
  rows: readonly ReadRow[],
  held: Map<number, Answers>,
): Promise<Post[]> {
  const checksOf = await collectChecks(deps, {
    tenantId: caller.tenantId,
    snapshot,
    prepared: rows.map(({ post }) => post.prepared),
    now: deps.clock.now(),
    earlier: [...held.values()].flatMap(({ checks }) => checks),
  });
  return askInTurns(rows, async ({ number, post }) => {
    const { prepared, startedAt, origin } = post;
    const posted = { prepared, snapshot, startedAt, held: held.get(number) };
    const answers = await askBuyers(deps, { caller, origin }, posted, checksOf(prepared));
    held.set(number, answers);
    return { ...post, checks: answers.checks, ...answers.auctioned };
  });
}

/** The row as a post, or what is wrong with it. */
async function readRow(
  { vault, clock }: SubmitRowsDeps,
  { group: { caller }, campaign, snapshot }: Reading,
  { number, body, idempotencyKey }: FileRow,
): Promise<ReadRow | RowOutcome> {
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
  const fromFile = { origin: {}, endpoint: 'import', lineage: undefined, deliverHere: false } as const;
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
