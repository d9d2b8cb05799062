import { recordAudit } from '../../core/audit/index.ts';
import { systemContext } from '../../core/gate/index.ts';
import type { Tenancy, TenantWriter } from '../../core/tenancy/index.ts';
import type { Vault } from '../../core/vault/index.ts';
import { pingInsert, pingUse } from '../bidding/index.ts';
import { type Book, closeBook, lockBook, openBook } from '../routing/index.ts';
import { attemptInsert, enqueueHeld, saleInsert } from '../sales/index.ts';
import { checkRefusal, keepAnswers, keepChecks } from '../checks/index.ts';
import { checkPosters } from './check-posters.ts';
import { claimFind, claimPlace, claimRefuse, type ClaimRow } from './claim-store.ts';
import { decisionInsert } from './decision-store.ts';
import { findDuplicates } from './find-duplicates.ts';
import { keepShadow } from './keep-shadow.ts';
import { openQuotes, type Quotes } from './open-quotes.ts';
import { personsPlace } from './person-store.ts';
import { postingInsert } from './posting-log-store.ts';
import { auditOf, checkedOf, type Committed, pingOf, postingOf } from './report-post.ts';
import type { PreparedLead } from './prepare-lead.ts';
import { type Screened, screenGroup } from './screen-group.ts';
import { inPlayOf, type Post, type RoutedLead, routeLead } from './route-lead.ts';
import { campaignBlocks } from '../sources/index.ts';
import type { RoutingSnapshot, Snapshots } from './load-snapshot.ts';
import { leadInsert, tokenInsert } from './store.ts';

export interface CommitDeps {
  readonly tenancy: Tenancy;
  readonly vault: Vault;
  readonly snapshots: Snapshots;
  /** Of a group that a job commits, for whose posts no key or session is there to ask. */
  readonly job?: GroupJob;
}

/** What the job of a group does in the group's own transaction. */
export interface GroupJob {
  /** Whether it may still go on; asked first, and what it locks stays locked. */
  mayGoOn(tx: TenantWriter): Promise<boolean>;
  /** Writes what became of the posts, in their order, unless it might not go on or the settings changed. */
  keep(tx: TenantWriter, outcomes: readonly Committed[]): Promise<void>;
}

/**
 * Commits posts of one tenant in one transaction: claims, duplicates, decisions, reservations, audit rows and jobs of
 * all of them, or of none. Two posts of one group that are the same request get one lead.
 */
export async function commitGroup(
  deps: CommitDeps,
  tenantId: string,
  posts: readonly Post[],
  now: Date,
): Promise<Committed[]> {
  return deps.tenancy.withTenant(systemContext(tenantId), async (tx) => {
    const snapshot = await deps.snapshots.current(tx);
    const isValid = await checkPosters(tx, { posts, now, job: deps.job });
    const valid = posts.filter((post) => isValid(post.caller) && post.stamp === snapshot.stamp);
    const inPlay = inPlayOf(snapshot, valid);
    await lockBook(tx, inPlay, tokenKeys(valid));
    const book = await openBook(tx, inPlay, now);
    // Settings that changed while this group waited for its locks may have brought caps that it did not lock.
    if (book.stamp !== undefined && book.stamp !== snapshot.stamp) return posts.map(() => ({ kind: 'stale' }));
    const claims = await placeClaims(tx, valid, now);
    const prepared = valid.map((post) => post.prepared);
    const quotes = await openQuotes(tx, valid, now);
    const duplicates = await findDuplicates(tx, prepared, now);
    const screened = await screenGroup(tx, snapshot, prepared, now);
    const outcomes = new Map<Post, Committed>();
    for (const post of valid) {
      const repeat = claims(post, outcomes);
      const reason = repeat ? undefined : refusalOf({ snapshot, quotes, screened, duplicates }, post);
      if (repeat) outcomes.set(post, repeat);
      else if (reason) outcomes.set(post, { kind: 'refused', reason });
      else {
        const against = screened.against(post.prepared);
        const routed = routeLead({ vault: deps.vault, tenantId, snapshot, book, against, now }, post);
        outcomes.set(post, { kind: 'routed', routed });
        quotes.use(post);
        if (routed.sales.length > 0) duplicates.keep(post.prepared);
        for (const { buyerId } of routed.sales) screened.keep(post.prepared, buyerId);
      }
    }
    await writeAll(tx, outcomes, book, now);
    await pingUse(tx, quotes.used);
    await keepShadow(tx, outcomes, now);
    if (outcomes.size > 0) await deps.job?.keep(tx, [...outcomes.values()]);
    return posts.map((post) => outcomes.get(post) ?? { kind: isValid(post.caller) ? 'stale' : 'caller_ended' });
  });
}

interface Judging {
  readonly snapshot: RoutingSnapshot;
  readonly quotes: Quotes;
  readonly screened: Screened;
  readonly duplicates: { isDuplicate(post: PreparedLead): boolean };
}

/** Why the post makes no lead, whoever might buy it: what outside services said of it comes last. */
function refusalOf(
  { snapshot, quotes, screened, duplicates }: Judging,
  post: Post,
): Extract<Committed, { kind: 'refused' }>['reason'] | undefined {
  if (!accepts(snapshot, post.prepared)) return 'inactive_campaign';
  const refusal = quotes.refusalOf(post) ?? screened.refusalOf(post.prepared);
  if (refusal) return refusal;
  return isDuplicate(duplicates, post) ? 'duplicate' : checkRefusal(post.checks);
}

/** Tests are no duplicates, unless they ask to be answered as such. */
const isDuplicate = (duplicates: { isDuplicate(post: PreparedLead): boolean }, { prepared }: Post): boolean =>
  prepared.testResult === 'duplicate' || duplicates.isDuplicate(prepared);

export function accepts(snapshot: RoutingSnapshot, { campaign }: PreparedLead): boolean {
  const current = snapshot.campaigns.get(campaign.campaignId);
  return snapshot.tenantStatus === 'active' && current !== undefined && campaignBlocks(current).length === 0;
}

const tokenKeys = (posts: readonly Post[]): bigint[] =>
  posts.flatMap((post) => post.prepared.tokens.map(({ token }) => token.readBigInt64BE(0)));

type EarlierAnswer = (post: Post, outcomes: ReadonlyMap<Post, Committed>) => Committed | undefined;

/** Places the group's claims; the function says what an earlier request, also one of this group, makes of a post. */
async function placeClaims(tx: TenantWriter, posts: readonly Post[], now: Date): Promise<EarlierAnswer> {
  const firsts = new Map<string, Post>();
  for (const post of posts) {
    const name = post.prepared.claim.toString('hex');
    if (!firsts.has(name)) firsts.set(name, post);
  }
  const held = await claimPlace(
    tx,
    now,
    [...firsts.values()].map(({ prepared }) => ({
      campaignId: prepared.campaign.campaignId,
      claim: prepared.claim,
      payloadHash: prepared.payloadHash,
      leadId: prepared.lease.subjectId,
      expiresAt: new Date(now.getTime() + prepared.claimSeconds * 1000),
    })),
  );
  const lost = [...firsts.values()].filter((post) => !held.has(post.prepared.claim.toString('hex')));
  const earlier = new Map(
    (
      await claimFind(
        tx,
        lost.map((post) => post.prepared.claim),
      )
    ).map((row) => [row.claim.toString('hex'), row]),
  );
  return (post, outcomes) => {
    const name = post.prepared.claim.toString('hex');
    const row = earlier.get(name);
    if (row) return repeatOf(row, post);
    const first = firsts.get(name);
    if (first === post || !first) return undefined;
    if (!first.prepared.payloadHash.equals(post.prepared.payloadHash)) return { kind: 'key_reused' };
    const outcome = outcomes.get(first);
    const refusal = outcome?.kind === 'refused' ? outcome.reason : null;
    return { kind: 'repeat', leadId: refusal === null ? first.prepared.lease.subjectId : null, refusal };
  };
}

function repeatOf(row: ClaimRow, post: Post): Committed {
  if (!row.payloadHash.equals(post.prepared.payloadHash)) return { kind: 'key_reused' };
  if (row.leadId !== null && row.leadId === post.prepared.lease.subjectId) return { kind: 'own', leadId: row.leadId };
  return { kind: 'repeat', leadId: row.leadId, refusal: row.refusal };
}

async function writeAll(
  tx: TenantWriter,
  outcomes: ReadonlyMap<Post, Committed>,
  book: Book,
  now: Date,
): Promise<void> {
  const entries = [...outcomes];
  const routed = entries.flatMap(([, outcome]) => (outcome.kind === 'routed' ? [outcome.routed] : []));
  const refusals = entries.flatMap(([post, outcome]) =>
    outcome.kind === 'refused' ? [{ claim: post.prepared.claim, refusal: outcome.reason }] : [],
  );
  const events = entries.flatMap(([post, outcome]) => auditOf(post, outcome));
  const postings = entries.flatMap(([post, outcome]) => postingOf(post, outcome, now));
  if (routed.length > 0) await writeRouted(tx, routed, now);
  await closeBook(tx, book);
  await claimRefuse(tx, refusals);
  await keepChecks(
    tx,
    now,
    entries.flatMap(([post, outcome]) => checkedOf(post, outcome)),
  );
  await keepAnswers(
    tx,
    entries.flatMap(([post]) => post.checks),
  );
  await pingInsert(
    tx,
    entries.flatMap(([post, outcome]) => pingOf(post, outcome)),
  );
  await recordAudit(tx, now, events);
  await postingInsert(tx, now, postings);
}

async function writeRouted(tx: TenantWriter, routed: readonly RoutedLead[], now: Date): Promise<void> {
  const all = <T>(pick: (entry: RoutedLead) => readonly T[]): T[] => routed.flatMap((entry) => [...pick(entry)]);
  const persons = await personsPlace(
    tx,
    now,
    all(({ lead, tokens }) => [{ ...lead, tokens }]),
  );
  await leadInsert(
    tx,
    now,
    all(({ lead }) => [{ ...lead, personId: persons.get(lead.leadId) ?? null }]),
  );
  await tokenInsert(
    tx,
    now,
    all((entry) => entry.tokens),
  );
  await decisionInsert(
    tx,
    now,
    all((entry) => [entry.decision]),
  );
  await saleInsert(
    tx,
    now,
    all((entry) => entry.sales),
  );
  await attemptInsert(
    tx,
    now,
    all((entry) => entry.attempts),
  );
  await enqueueHeld(
    tx,
    all((entry) => entry.sales),
    now,
  );
}
