import { campaignBlocks } from '../../src/leads/sources/index.ts';
import { inPlayOf, type Post, routeLead } from '../../src/leads/intake/route-lead.ts';
import type { Chance } from '../kit/chance.ts';
import { send, takeUp } from './deliver.ts';
import { SEALING } from './sealing.ts';
import type { NewLead } from '../../src/leads/intake/store.ts';
import type { LeadState } from './rows.ts';
import { PLANS, STATES } from './settings.ts';
import { applyBook, insertSales, openSimBook, type StoredSale } from './store.ts';
import type { World } from './world.ts';

/** Somebody's post, sent again under the same key until it is answered. */
export interface SimPost {
  readonly key: string;
  readonly number: number;
  readonly campaignId: string;
  readonly fields: Readonly<Record<string, string>>;
}

export const drawPost = (chance: Chance, number: number, campaignId: string): SimPost => ({
  key: `key-${number}`,
  number,
  campaignId,
  fields: { state: chance.pick(STATES), plan: chance.pick(PLANS) },
});

export interface Posters {
  /** Keys that were answered with a lead. */
  readonly accepted: Set<string>;
  answer(post: SimPost, leadId: string | null): void;
  again(post: SimPost): void;
}

/** Commits posts as one group, as `commit-group` does, and delivers what this process has in hand. */
export function acceptGroup(world: World, posts: readonly SimPost[], posters: Posters): void {
  const lose = (): void => {
    for (const post of posts) posters.again(post);
  };
  const written = world.dies() ? undefined : commit(world, posts);
  if (!written) {
    lose();
    return;
  }
  if (world.dies()) {
    lose();
    return;
  }
  for (const sale of written) if (sale.row.resumeAt === null) send(world, sale);
  for (const post of posts) {
    if (world.chance.happens(world.faults.lostReply)) posters.again(post);
    else posters.answer(post, world.store.claims.get(post.key)?.leadId ?? null);
  }
}

/** One transaction: nothing of it is kept where the process dies within. */
function commit(world: World, posts: readonly SimPost[]): StoredSale[] | undefined {
  const { store } = world;
  const now = world.now();
  const { snapshot } = store;
  const fresh = posts.filter(
    ({ key }, index) => !store.claims.has(key) && posts.findIndex((post) => post.key === key) === index,
  );
  const prepared = fresh.map((post) => postOf(world, post, now));
  const book = openSimBook(store, inPlayOf(snapshot, prepared), now);
  const writes: (() => StoredSale[])[] = prepared.map((post, index) => {
    const key = fresh[index]?.key ?? '';
    const campaign = snapshot.campaigns.get(post.prepared.campaign.campaignId);
    if (!campaign || campaignBlocks(campaign).length > 0)
      return () => {
        store.claims.set(key, { leadId: null, refusal: 'inactive_campaign' });
        return [];
      };
    const against = { suppressed: new Set<string>(), duplicates: new Set<string>(), affinity: null };
    const routed = routeLead({ ...SEALING, snapshot, book, against, now }, post);
    return () => {
      const state = beginningOf(routed.lead);
      const { lead, decision } = routed;
      const stored = { lead, prepared: post.prepared, decision, decidedAt: now, snapshot, state, sales: [] };
      store.leads.set(lead.leadId, stored);
      store.claims.set(key, { leadId: lead.leadId, refusal: null });
      const sales = insertSales(store, stored, routed, now);
      if (lead.countedOn !== null) world.promises.campaignCounted(lead.campaignId, lead.countedOn, 1);
      world.promises.reserved(
        stored,
        sales.map(({ row }) => row),
      );
      takeUp(world, sales);
      return sales;
    };
  });
  if (world.dies()) return undefined;
  applyBook(store, book);
  return writes.flatMap((write) => write());
}

const beginningOf = ({ status, reason }: NewLead): LeadState => ({
  status: status === 'routing' || status === 'pending' ? status : 'unsold',
  reason,
  priceCents: null,
  payoutCents: null,
});

/** What a post may ask for, and these do not. */
const NOTHING_ASKED = {
  testResult: undefined,
  validateOnly: false,
  pingId: undefined,
  shadow: undefined,
  acceptedBuyerIds: undefined,
};

function postOf({ store, chance }: World, post: SimPost, now: Date): Post {
  const campaign = store.snapshot.campaigns.get(post.campaignId);
  if (!campaign) throw new Error('a campaign is never deleted');
  const leadId = `lead-${post.number}-${chance.between(0, 1_000_000)}`;
  return {
    prepared: {
      lease: { subjectId: leadId, number: post.number, key: SEALING.key },
      campaign,
      fields: post.fields,
      isTest: false,
      ...NOTHING_ASKED,
      warnings: [],
      clear: { state: post.fields['state'] ?? null, zip3: null, birthYear: null },
      sealed: {},
      tokens: [],
      payloadHash: Buffer.alloc(0),
      claim: Buffer.from(post.key),
      claimSeconds: 86_400,
      contactTokens: [],
      sender: { ipAddress: undefined, phoneTokens: [], referrers: [] },
    },
    stamp: store.snapshot.stamp,
    caller: {
      tenantId: SEALING.tenantId,
      actorId: 'poster',
      role: 'posting',
      buyerId: undefined,
      partnerId: campaign.partnerId,
      campaignId: campaign.campaignId,
      readOnly: false,
      piiAccess: false,
      scopes: undefined,
      requestsPerMinute: undefined,
      session: undefined,
      guest: undefined,
      narrowedTo: undefined,
      customRoleId: undefined,
    },
    origin: {},
    endpoint: 'submit',
    lineage: undefined,
    auction: undefined,
    ping: undefined,
    checks: [],
    startedAt: now,
    deliverHere: chance.happens(0.95),
  };
}
