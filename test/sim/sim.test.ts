import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Course, play } from './play.ts';

const LEADS_A_WORLD = 2500;
const LEADS = Number(
  process.env['CAREROUTE_SIM_LEADS'] ?? (process.env['CAREROUTE_TEST_SIZE'] === 'small' ? 10_000 : 1_000_000),
);
const SEED = Number(process.env['CAREROUTE_SIM_SEED'] ?? 1);

/** Seeds under which something broke once. */
const BROKE_ONCE: readonly number[] = [107];

const playNamed = (seed: number): Course => {
  try {
    return play(seed, LEADS_A_WORLD);
  } catch (error) {
    throw new Error(`broken with CAREROUTE_SIM_SEED=${seed} CAREROUTE_SIM_LEADS=${LEADS_A_WORLD}`, { cause: error });
  }
};

test(`${LEADS} leads through crashes, lost replies, lying buyers, repeats, clock jumps and changed contracts`, () => {
  const total = { leads: 0, sold: 0, releases: 0, uncertain: 0, returned: 0 };
  const worlds = Math.ceil(LEADS / LEADS_A_WORLD);
  for (let seed = SEED; seed < SEED + worlds; seed += 1) {
    const course = playNamed(seed);
    for (const key of ['leads', 'sold', 'releases', 'uncertain', 'returned'] as const) total[key] += course[key];
    if ((seed - SEED + 1) % 40 === 0) console.log(`${seed - SEED + 1} of ${worlds} worlds: ${JSON.stringify(total)}`);
  }
  console.log(JSON.stringify(total));
  assert.ok(total.leads > 0.5 * LEADS, 'posts became leads');
  for (const key of ['sold', 'releases', 'uncertain', 'returned'] as const)
    assert.ok(total[key] > 0, `there were ${key}`);
});

for (const seed of BROKE_ONCE) {
  test(`seed ${seed}, which broke something once, breaks nothing any more`, () => {
    assert.ok(playNamed(seed).leads > 0);
  });
}
