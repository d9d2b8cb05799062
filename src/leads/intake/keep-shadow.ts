import type { TenantWriter } from '../../core/tenancy/index.ts';
import { isId, newId } from '../../kernel/ids.ts';
import { pickNext } from '../routing/index.ts';
import { earningsOf } from '../sales/index.ts';
import { broughtBuyers } from '../sources/index.ts';
import { compareAnswers, type OwnAnswer } from './domain/shadow-answer.ts';
import type { Post, RoutedLead } from './route-lead.ts';
import { shadowInsert, type ShadowRow } from './shadow-store.ts';

/** What a post came to, as far as a comparison asks. */
type Outcome =
  | { readonly kind: 'routed'; readonly routed: RoutedLead }
  | { readonly kind: 'refused'; readonly reason: string }
  | { readonly kind: 'repeat' | 'own' | 'key_reused' | 'caller_ended' | 'stale' };

/** Keeps, of the posts in shadow, what we would have done beside what the other system answered. */
export async function keepShadow(tx: TenantWriter, outcomes: ReadonlyMap<Post, Outcome>, now: Date): Promise<void> {
  const posts = [...outcomes].flatMap(([{ prepared }, outcome]) => {
    const own = ownAnswerOf(outcome);
    return prepared.shadow && own ? [{ prepared, theirs: prepared.shadow.theirs, outcome, ...own }] : [];
  });
  if (posts.length === 0) return;
  const known = await broughtBuyers(
    tx,
    posts.flatMap(({ theirs }) => theirs?.buyerId ?? []),
  );
  const rows = posts.map(({ prepared, theirs, outcome, ours, reason }): ShadowRow => {
    const named = theirs?.buyerId;
    const theirBuyerId = named === undefined ? undefined : (known.get(named) ?? (isId(named) ? named : undefined));
    return {
      answerId: newId(now.getTime()),
      campaignId: prepared.campaign.campaignId,
      leadId: outcome.kind === 'routed' ? outcome.routed.lead.leadId : null,
      theirs: theirs ?? null,
      theirBuyerId: theirBuyerId ?? null,
      ours,
      reason,
      differs: theirs ? compareAnswers(theirs, ours, theirBuyerId) : [],
    };
  });
  await shadowInsert(tx, now, rows);
}

const NOTHING = { sales: [], payoutCents: 0 } as const;

/** What we would have answered; undefined for a post that is no new one. */
function ownAnswerOf(outcome: Outcome): { readonly ours: OwnAnswer; readonly reason: string | null } | undefined {
  if (outcome.kind === 'routed') {
    const ours = wouldSell(outcome.routed);
    return { ours, reason: ours.status === 'sold' ? null : outcome.routed.lead.reason };
  }
  if (outcome.kind !== 'refused') return undefined;
  const { reason } = outcome;
  return { ours: { status: reason === 'duplicate' ? 'duplicate' : 'rejected', ...NOTHING }, reason };
}

/** The first sales that the decision leads to, were every one of those buyers to take it. */
function wouldSell({ decision: { verdicts, plan } }: RoutedLead): OwnAnswer {
  const eligible = verdicts.filter((verdict) => verdict.outcome === 'eligible');
  const sales = pickNext(plan, eligible, [], () => true);
  if (sales.length === 0) return { status: 'rejected', ...NOTHING };
  const { payout } = plan;
  const paid = payout ? sales.map(({ priceCents }) => earningsOf({ ...plan, payout }, priceCents)) : [];
  const counting = paid.filter(({ payoutPerSale }, index) => payoutPerSale || index === 0);
  return {
    status: 'sold',
    sales: sales.map(({ buyerId, priceCents }) => ({ buyerId, priceCents })),
    payoutCents: counting.reduce((sum, { payoutCents }) => sum + payoutCents, 0),
  };
}
