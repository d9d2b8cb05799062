import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { createRequestLimits } from '../../src/core/gate/index.ts';
import { createRateLimiter, type RateLimit, type RateLimiter, type Taken } from '../../src/core/limits/index.ts';
import { newId } from '../../src/kernel/ids.ts';
import type { Clock } from '../../src/kernel/time.ts';
import type { Database, Statement } from '../../src/platform/postgres/index.ts';
import { freshDatabases, type TestDatabases } from '../kit/database.ts';

let databases: TestDatabases;
let now = new Date('2026-06-01T10:00:10Z');
const clock: Clock = { now: () => now };
const failures: unknown[] = [];

before(async () => {
  databases = await freshDatabases(clock);
});
after(async () => {
  await databases.drop();
  assert.deepEqual(failures, []);
});

/** A process of its own over the one database, with the statements that it sent. */
function processOf(
  query: Database['query'] = (statement) => databases.runtime.identity.query(statement),
  onFailure: (error: unknown) => void = (error) => failures.push(error),
) {
  const sent: Statement[] = [];
  const identity: Database = {
    ...databases.runtime.identity,
    query: (statement) => {
      sent.push(statement);
      return query(statement);
    },
  };
  const pepper = databases.runtime.secrets.identityPepper;
  return { limiter: createRateLimiter({ identity, clock, pepper, onFailure }), sent };
}

let serial = 0;
const subject = (): string => `subject ${(serial += 1)}`;

/** How many of so many uses at once went through. */
async function taken(limiter: RateLimiter, who: string, limit: RateLimit, count: number): Promise<number> {
  const all = await Promise.all(Array.from({ length: count }, () => limiter.take(who, limit)));
  return all.filter(({ kind }) => kind === 'ok').length;
}

const waitOf = (outcome: Taken): number | undefined =>
  outcome.kind === 'limited' ? outcome.retryAfterSeconds : undefined;

test('two processes over one database never give out more than the limit, whoever asks at the same time', async () => {
  for (const perMinute of [1, 7, 60, 500]) {
    const [who, limit] = [subject(), { name: 'test', perMinute }];
    const processes = [processOf(), processOf()];
    const counts = await Promise.all(processes.map(({ limiter }) => taken(limiter, who, limit, perMinute + 20)));
    assert.equal((counts[0] ?? 0) + (counts[1] ?? 0), perMinute, `of ${perMinute} a minute`);
  }
});

test('the next minute gives the whole limit again, and what was left of a lease is gone with its minute', async () => {
  const [who, limit] = [subject(), { name: 'test', perMinute: 100 }];
  const { limiter } = processOf();
  assert.equal(await taken(limiter, who, limit, 3), 3);
  now = new Date('2026-06-01T10:01:59.5Z');
  assert.equal(await taken(limiter, who, limit, 130), 100);
  assert.equal(waitOf(await limiter.take(who, limit)), 1);
  assert.equal(limiter.waitOf(who, limit), 1);
  now = new Date('2026-06-01T10:02:00Z');
  assert.equal(limiter.waitOf(who, limit), undefined);
  assert.equal(await taken(limiter, who, limit, 130), 100);
  assert.equal(waitOf(await limiter.take(who, limit)), 60);
});

test('subjects and names have budgets of their own, and a use may cost more than one', async () => {
  const { limiter } = processOf();
  const who = subject();
  assert.equal(await taken(limiter, who, { name: 'dear', perMinute: 10, cost: 4 }, 5), 2);
  assert.equal(await taken(limiter, who, { name: 'cheap', perMinute: 10 }, 12), 10);
  assert.equal(await taken(limiter, subject(), { name: 'cheap', perMinute: 10 }, 12), 10);
});

test('only the first refusal of a minute is told apart', async () => {
  const [who, limit] = [subject(), { name: 'test', perMinute: 1 }];
  const { limiter } = processOf();
  await limiter.take(who, limit);
  const refusals = await Promise.all([1, 2, 3].map(() => limiter.take(who, limit)));
  assert.deepEqual(
    refusals.map((outcome) => outcome.kind === 'limited' && outcome.isFirst),
    [true, false, false],
  );
});

test('a thousand uses ask the database twenty times, and those that are refused not at all', async () => {
  const [who, limit] = [subject(), { name: 'test', perMinute: 1000 }];
  const { limiter, sent } = processOf();
  assert.equal(await taken(limiter, who, limit, 1000), 1000);
  const leases = () => sent.filter(({ text }) => text.startsWith('INSERT')).length;
  assert.equal(leases(), 20);
  assert.equal(await taken(limiter, who, limit, 1000), 0);
  assert.equal(leases(), 21);
  assert.equal(sent.length, 22, 'and one that sweeps old windows away');
});

test('old windows are swept away by whoever begins a new one', async () => {
  const limit = { name: 'test', perMinute: 5 };
  await processOf().limiter.take(subject(), limit);
  const rows = () => databases.owner.query({ text: 'SELECT FROM identity.rate_windows' });
  assert.ok((await rows()).length > 5);
  now = new Date('2026-06-01T11:00:00Z');
  const { limiter, sent } = processOf();
  await limiter.take(subject(), limit);
  for (let round = 0; round < 50 && (await rows()).length > 1; round += 1)
    await new Promise((resolve) => setTimeout(resolve, 20));
  assert.equal((await rows()).length, 1);
  assert.equal(sent.length, 2);
});

test('an address does not stand in the table', async () => {
  await processOf().limiter.take('192.0.2.77/32', { name: 'test', perMinute: 5 });
  const found = await databases.owner.query({
    text: `SELECT FROM identity.rate_windows WHERE position('192.0.2.77'::bytea IN subject) > 0`,
  });
  assert.deepEqual(found, []);
});

test('when the database cannot be asked, callers are served, ways in are shut, and somebody is told', async () => {
  const told: unknown[] = [];
  const broken = new Error('the database is gone');
  const { limiter, sent } = processOf(
    () => Promise.reject(broken),
    (error) => told.push(error),
  );
  const who = subject();
  assert.equal(await taken(limiter, who, { name: 'open', perMinute: 5 }, 50), 50);
  await assert.rejects(limiter.take(who, { name: 'shut', perMinute: 5, whenUnknown: 'closed' }), {
    code: 'UNAVAILABLE',
    retryAfterSeconds: 5,
  });
  assert.ok(sent.length <= 3, `${sent.length} statements were sent to a database that is gone`);
  assert.deepEqual(new Set(told), new Set([broken]));
  now = new Date(now.getTime() + 1500);
  const asked = sent.length;
  await limiter.take(who, { name: 'open', perMinute: 5 });
  assert.equal(sent.length, asked + 1, 'a second later it is asked again');
});

test('a refused key stands in its trail so often a minute, from however many addresses it is tried', async () => {
  const limits = createRequestLimits(processOf().limiter);
  const caller = { actorId: newId() };
  const outcomes = await Promise.all(Array.from({ length: 310 }, () => limits.standsInTrail(caller)));
  assert.equal(outcomes.filter(Boolean).length, 300);
});
