import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Chance, createChance } from '../kit/chance.ts';
import { processesNaming } from '../kit/clusters.ts';
import { type Acknowledged, postUntilAnswered, startLoad } from './load.ts';
import { checkPromises, openWork } from './promises.ts';
import { blowOf, strike } from './strike.ts';
import { startWorld, type World } from './world.ts';

/** Each seed is one kill. `CAREROUTE_CHAOS_SEED=17` runs that one alone; `CAREROUTE_CHAOS_KILLS=200` runs more. */
const ONE = process.env['CAREROUTE_CHAOS_SEED'];
const KILLS = Number(
  process.env['CAREROUTE_CHAOS_KILLS'] ?? (process.env['CAREROUTE_TEST_SIZE'] === 'small' ? 50 : 150),
);
const SEEDS = ONE === undefined ? Array.from({ length: KILLS }, (_, index) => index + 1) : [Number(ONE)];
/** After this many kills, all that they left is waited for. */
const REST_EVERY = 10;
/** Longest delivery, lease and recovery interval, and patience with a busy machine. */
const REST_LIMIT_MS = 120_000;

let world: World;
const acknowledged = new Map<string, Acknowledged>();
before(async () => {
  world = await startWorld();
});
after(() => world.stop());

for (const [index, seed] of SEEDS.entries()) {
  const blow = blowOf(seed);
  test(`nothing is lost, sold twice or half written by kill ${seed} (${blow})`, async () => {
    const chance = createChance(seed);
    try {
      await underLoad(chance, async () => {
        await sleep(chance.between(50, 900));
        await strike(world, blow, chance);
        await world.ready();
        await sleep(chance.between(0, 300));
      });
      await checkPromises(world, acknowledged);
      await repeatSome(chance);
      if ((index + 1) % REST_EVERY === 0 || index + 1 === SEEDS.length) await rest();
    } catch (error) {
      const said = world.output().slice(-20_000);
      throw new Error(`run CAREROUTE_CHAOS_SEED=${seed} for this one alone; the product has said:\n${said}`, {
        cause: error,
      });
    }
  });
}

test('leads of any age can still be read, and the log has named nobody', async () => {
  const chance = createChance(SEEDS.length);
  const entries = [...acknowledged.values()];
  for (let count = 0; count < 20; count += 1) {
    const { leadId, body } = chance.pick(entries);
    const answer = await world.admin.get(`/api/v1/leads/${leadId}`);
    assert.equal(answer.status, 200, answer.text);
    assert.ok(answer.text.includes(String(body['email'])), 'a lead does not hold what was sent');
  }
  const told = entries.filter(({ body }) => world.output().includes(String(body['email'])));
  assert.equal(told.length, 0);
});

test('sales were taken back all the while', async () => {
  const text = `SELECT FROM sales WHERE status = 'returned' AND contract_id = ANY($1)`;
  const contracts = world.market.buyers.map((buyer) => buyer.contractId);
  assert.notEqual((await world.application.query({ text, values: [contracts] })).length, 0);
});

test('what is sent again until the buyer answers is settled or released; the rest waits for a person', async () => {
  for (const { simulator } of world.market.buyers) simulator.control({ behaviour: 'accept' });
  // A buyer has a second to answer. A busy machine may take longer, and then the sale rightly waits once more.
  const limit = Date.now() + REST_LIMIT_MS;
  for (let waiting = await waitingSales(); waiting.length > 0; waiting = await waitingSales()) {
    assert.ok(Date.now() < limit, `sales still wait, though their buyers answer: ${JSON.stringify(waiting)}`);
    await bringForward();
    await rest();
  }
  await checkPromises(world, acknowledged);
});

test('a stop leaves no process and no lock, and a second start finds everything', async () => {
  const stopped = world.product();
  assert.deepEqual(await stopped.end('SIGINT'), { code: 0, signal: null }, stopped.output().slice(-4000));
  if (process.platform === 'linux') assert.deepEqual(await processesNaming(world.dataDir), []);
  for (const name of ['application', 'keystore'])
    assert.ok(!existsSync(path.join(world.dataDir, 'postgres', name, 'postmaster.pid')));
  await world.ready();
  await checkPromises(world, acknowledged);
});

/** Does the work while senders post; whatever it meets, the product runs again and the senders come to an end. */
async function underLoad(chance: Chance, work: () => Promise<void>): Promise<void> {
  const load = startLoad(world, chance, acknowledged);
  try {
    await work();
  } finally {
    await world.ready();
    await load.stop();
  }
}

/** A sender that repeats by its key gets the same lead as before. */
async function repeatSome(chance: Chance): Promise<void> {
  const entries = [...acknowledged.values()];
  for (let count = 0; count < 5; count += 1) {
    const { leadId, body, key, posting } = chance.pick(entries);
    const answer = await postUntilAnswered(posting, body, key);
    assert.equal(answer.json.leadId, leadId, 'a repeat by its key got another lead');
    assert.equal(answer.json.idempotent, true);
  }
}

/** Waits until nothing is under way: every attempt has its outcome, every sale an end or its place in line. */
async function rest(): Promise<void> {
  await world.application.query({
    text: `UPDATE sales SET resume_at = resume_at - interval '2 minutes' WHERE status = 'delivering'`,
  });
  const limit = Date.now() + REST_LIMIT_MS;
  for (;;) {
    const { open, overdue } = await openWork(world);
    if (open === 0) return;
    assert.ok(Date.now() < limit, `${open} pieces of work stay open, ${overdue} of them attempts that are nobody's`);
    await sleep(250);
  }
}

/** The contracts whose sales wait for another attempt, and how they wait. */
function waitingSales(): Promise<{ contractId: string; status: string }[]> {
  return world.application.query({
    text: `SELECT DISTINCT contract_id AS "contractId", status FROM sales WHERE contract_id = ANY($1) AND resume_at IS
      NOT NULL`,
    values: [world.market.buyers.map((buyer) => buyer.contractId)],
  });
}

/** Lets the time of sales that wait to be sent again come now. */
async function bringForward(): Promise<void> {
  await world.application.query({
    text: `UPDATE sales SET resume_at = now() - interval '2 minutes' WHERE status = 'uncertain' AND resume_at IS NOT
      NULL`,
  });
  const limit = Date.now() + REST_LIMIT_MS;
  for (;;) {
    const rows = await world.application.query({
      text: `SELECT FROM sales WHERE status = 'uncertain' AND resume_at < now()`,
    });
    if (rows.length === 0) return;
    assert.ok(Date.now() < limit, 'sales that are to be sent again are not taken up');
    await sleep(250);
  }
}
