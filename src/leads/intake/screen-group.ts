import { suppressionMatches } from '../../core/consent/index.ts';
import type { TenantReader } from '../../core/tenancy/index.ts';
import { type DecideInput, duplicateContracts, type EarlierSale, knownBuyers } from '../routing/index.ts';
import { type BlockCode, blockOf } from '../screening/index.ts';
import { planHistory, type HistoryPlan } from './plan-history.ts';
import { salesWithTokens } from './buyer-history-store.ts';
import type { RoutingSnapshot } from './load-snapshot.ts';
import { SEARCHED } from './domain/dedup-values.ts';
import type { IndexedLead } from './prepare-lead.ts';

/** Why a post makes no lead, whoever might buy it. */
export type ScreenRefusal = BlockCode | 'suppressed';

/** What stands against single buyers and contracts for one lead, in the shape of `Standing`. */
export interface Against {
  readonly suppressed: ReadonlySet<string>;
  readonly duplicates: ReadonlySet<string>;
  readonly affinity: DecideInput['standing']['affinity'];
}

/** A lead, and the contracts that it may go to: those of its campaign's offer unless given. */
type Screening = IndexedLead & { readonly asked?: readonly string[] };

/** What lists and earlier sales say of the posts of a group. */
export interface Screened {
  refusalOf(post: IndexedLead): ScreenRefusal | undefined;
  /** Posts are to be asked about in the order of the group. */
  against(post: IndexedLead): Against;
  /** Says that a buyer gets the lead of one of them. */
  keep(post: IndexedLead, buyerId: string): void;
}

const DAY_MS = 86_400_000;

/**
 * Asks, for a whole group, whom suppression lists name and what buyers have had: one query each, and none where the
 * tenant has no list or no buyer asks.
 */
export async function screenGroup(
  tx: TenantReader,
  snapshot: RoutingSnapshot,
  posts: readonly Screening[],
  now: Date,
): Promise<Screened> {
  const named = await suppressionMatches(
    tx,
    posts.flatMap((post) => post.contactTokens),
    now,
  );
  const history = await findHistory(tx, snapshot, posts, now);
  const listsOf = ({ contactTokens }: IndexedLead) =>
    named.filter(({ token }) => contactTokens.some((own) => own.equals(token)));
  return {
    refusalOf(post) {
      const block = blockOf(snapshot.blocks, post.sender);
      if (block) return block;
      const { verticalId } = post.campaign;
      const holds = listsOf(post).some(
        ({ scope, scopeId }) => scope === 'global' || (scope === 'vertical' && scopeId === verticalId),
      );
      return holds ? 'suppressed' : undefined;
    },
    against: (post) => ({
      suppressed: new Set(
        listsOf(post).flatMap(({ scope, scopeId }) => (scope === 'buyer' && scopeId !== null ? [scopeId] : [])),
      ),
      duplicates: history.duplicatesOf(post),
      affinity: history.affinityOf(post),
    }),
    keep: (post, buyerId) => history.keep(post, buyerId),
  };
}

/** Earlier sales by token, those of this group among them, and what they mean for a post. */
async function findHistory(tx: TenantReader, snapshot: RoutingSnapshot, posts: readonly Screening[], now: Date) {
  const asking = new Map<IndexedLead, HistoryPlan>();
  for (const post of posts) if (!post.isTest || post.shadow) asking.set(post, askedOf(snapshot, post));
  const days = Math.max(0, ...[...asking.values()].map((asked) => asked.days));
  const sales = await salesWithTokens(tx, {
    tokens: [...asking].flatMap(([post, { fields }]) =>
      post.tokens.filter(({ field }) => fields.includes(field)).map(({ token }) => token),
    ),
    buyerIds: [...new Set([...asking.values()].flatMap(({ buyerIds }) => buyerIds))],
    since: new Date(now.getTime() - days * DAY_MS),
  });
  const byToken = new Map<string, EarlierSale[]>();
  const add = (token: Buffer, sale: EarlierSale): void => {
    const name = `${sale.field}/${token.toString('hex')}`;
    byToken.set(name, [...(byToken.get(name) ?? []), sale]);
  };
  for (const { token, ...sale } of sales) add(token, sale);
  const earlier = (post: IndexedLead): EarlierSale[] =>
    post.tokens.flatMap(({ field, token }) => byToken.get(`${field}/${token.toString('hex')}`) ?? []);
  return {
    duplicatesOf: (post: IndexedLead): ReadonlySet<string> =>
      duplicateContracts(asking.get(post)?.sparing ?? [], earlier(post), now),
    affinityOf(post: IndexedLead): Against['affinity'] {
      const affinity = asking.get(post)?.affinity;
      const known = new Set<string>(SEARCHED);
      return affinity
        ? knownBuyers(
            affinity,
            earlier(post).filter(({ field }) => known.has(field)),
            now,
          )
        : null;
    },
    keep(post: IndexedLead, buyerId: string): void {
      for (const { field, token } of post.tokens) add(token, { buyerId, field, at: now });
    },
  };
}

/** For contracts that a person chose it is worked out now; an offer's own stands in the snapshot. */
function askedOf({ campaigns, offers, contracts }: RoutingSnapshot, { campaign, asked }: Screening): HistoryPlan {
  const own = offers.get(campaigns.get(campaign.campaignId)?.offerId ?? '')?.history;
  if (own && !asked) return own;
  const chosen = (asked ?? []).flatMap((contractId) => contracts.get(contractId) ?? []);
  return planHistory(chosen, own?.affinity ?? null);
}
