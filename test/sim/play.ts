import { buildSnapshot } from '../../src/leads/intake/load-snapshot.ts';
import { acceptGroup, drawPost, type Posters, type SimPost } from './accept.ts';
import { conclude, resume } from './conclude.ts';
import { changeSettings } from './settings.ts';
import { createWorld, type World } from './world.ts';

/** What a course brought, so that one in which nothing happened does not pass for a proof. */
export interface Course {
  readonly leads: number;
  readonly sold: number;
  readonly releases: number;
  readonly uncertain: number;
  readonly returned: number;
}

const FAULTS = { crash: 0.01, lostReply: 0.02, network: 0.06 };
const NO_FAULTS = { crash: 0, lostReply: 0, network: 0 };
const HOUR_MS = 3_600_000;

/** Plays one world: so many posts over some days, all kinds of faults, then quiet until nothing is under way. */
export function play(seed: number, posts: number): Course {
  const world = createWorld(seed, FAULTS, (it) => ({
    conclude: (...said) => conclude(it, ...said),
    resume: (saleId) => resume(it, saleId),
  }));
  const posters = createPosters(world);
  schedulePosts(world, posts, posters);
  while (world.step());
  world.promises.settled(world.buyers, posters.accepted);
  if (posters.waiting() > 0) throw new Error('a poster was never answered');
  const leads = [...world.store.leads.values()];
  const sales = [...world.store.sales.values()];
  return {
    leads: leads.length,
    sold: leads.filter(({ state }) => state.status === 'sold').length,
    releases: sales.filter(({ row }) => row.status === 'released').length,
    uncertain: sales.filter(({ attempts }) => attempts.some(({ outcome }) => outcome === 'uncertain')).length,
    returned: sales.filter(({ row }) => row.status === 'returned').length,
  };
}

/** Posts come in groups, some twice at once; between them somebody changes settings, or the clock jumps. */
function schedulePosts(world: World, total: number, posters: Posters & { expect(post: SimPost): void }): void {
  const { chance, store } = world;
  let number = 0;
  const tick = (): void => {
    if (number >= total) {
      world.faults = NO_FAULTS;
      return;
    }
    const campaigns = [...store.snapshot.campaigns.keys()];
    const size = Math.min(chance.between(1, 12), total - number);
    const group = Array.from({ length: size }, () => drawPost(chance, (number += 1), chance.pick(campaigns)));
    for (const post of group) posters.expect(post);
    const twice = chance.happens(0.1) ? [...group, chance.pick(group)] : group;
    acceptGroup(world, twice, posters);
    if (chance.happens(0.05)) acceptGroup(world, [chance.pick(group)], posters);
    if (chance.happens(0.03)) change(world);
    if (chance.happens(0.005)) world.setClock(chance.pick([0, -5000, 60_000, 3 * HOUR_MS]));
    world.later(chance.happens(0.002) ? 20 * HOUR_MS : chance.between(1, 4 * 60_000), tick);
  };
  world.later(0, tick);
}

function change({ chance, store }: World): void {
  store.settings = changeSettings(chance, store.settings);
  store.snapshot = buildSnapshot(store.settings);
}

/** Whoever gets no answer sends the same again, until there is one. */
function createPosters(world: World): Posters & { expect(post: SimPost): void; waiting(): number } {
  const waiting = new Set<string>();
  const first = new Map<string, string | null>();
  const accepted = new Set<string>();
  const posters: Posters & { expect(post: SimPost): void; waiting(): number } = {
    accepted,
    expect: (post) => waiting.add(post.key),
    waiting: () => waiting.size,
    answer({ key }, leadId) {
      const known = first.get(key);
      if (known !== undefined && known !== leadId) throw new Error('a repeat got another answer than the first');
      first.set(key, leadId);
      waiting.delete(key);
      accepted.add(key);
    },
    again: (post) => world.later(world.chance.between(500, 5000), () => acceptGroup(world, [post], posters)),
  };
  return posters;
}
