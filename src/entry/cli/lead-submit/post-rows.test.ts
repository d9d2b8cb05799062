import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setImmediate as turn } from 'node:timers/promises';
import type { Outcome } from './outcome.ts';
import { postRows } from './post-rows.ts';
import type { Row } from './row.ts';

const SOLD: Outcome = { kind: 'sold', leadId: '', shortId: '', payout: '', message: '', repeat: false };
const AWAY: Outcome = { kind: 'unanswered', code: 'X', message: '' };

/** Rows 1 to `count`, counting how many were asked for. */
function numbered(count: number) {
  const asked = { rows: 0 };
  async function* rows(): AsyncGenerator<Row> {
    for (let number = 1; number <= count; number += 1) {
      asked.rows += 1;
      yield { kind: 'lead', number, body: '{}' };
    }
  }
  return { asked, rows: rows() };
}

const never = new AbortController().signal;

test('every row is posted once, no more at a time than asked, and none is read ahead', async () => {
  const { asked, rows } = numbered(100);
  const seen: number[] = [];
  let under = 0;
  let most = 0;
  const end = await postRows({
    rows,
    concurrency: 7,
    signal: never,
    async post() {
      under += 1;
      most = Math.max(most, under);
      assert.ok(asked.rows - seen.length <= 7);
      await turn();
      under -= 1;
      return SOLD;
    },
    onOutcome: (row) => seen.push(row),
  });
  assert.equal(end, 'done');
  assert.equal(most, 7);
  assert.deepEqual(
    seen.toSorted((a, b) => a - b),
    Array.from({ length: 100 }, (_, index) => index + 1),
  );
});

test('a row that cannot be read is told of and not posted', async () => {
  async function* rows(): AsyncGenerator<Row> {
    yield { kind: 'unreadable', number: 1, message: 'broken' };
  }
  const outcomes: Outcome[] = [];
  const end = await postRows({
    rows: rows(),
    concurrency: 2,
    signal: never,
    post: () => assert.fail('it was posted'),
    onOutcome: (_row, outcome) => outcomes.push(outcome),
  });
  assert.equal(end, 'done');
  assert.deepEqual(outcomes, [{ kind: 'unreadable', message: 'broken' }]);
});

test('a server that is away is not asked for every row of the file', async () => {
  const { asked, rows } = numbered(1000);
  assert.equal(
    await postRows({ rows, concurrency: 4, signal: never, post: async () => AWAY, onOutcome: () => {} }),
    'away',
  );
  assert.ok(asked.rows < 20);
});

test('stopping finishes the rows under way and reads no more', async () => {
  const { asked, rows } = numbered(1000);
  const stop = new AbortController();
  let told = 0;
  const end = await postRows({
    rows,
    concurrency: 4,
    signal: stop.signal,
    async post(row) {
      await turn();
      if (row.number === 10) stop.abort();
      return SOLD;
    },
    onOutcome: () => {
      told += 1;
    },
  });
  assert.equal(end, 'stopped');
  assert.equal(told, asked.rows);
  assert.ok(told < 20);
});

test('a fault of the file comes out after the rows under way were told of', async () => {
  async function* rows(): AsyncGenerator<Row> {
    yield { kind: 'lead', number: 1, body: '{}' };
    throw new Error('broken here');
  }
  const told: number[] = [];
  const run = postRows({
    rows: rows(),
    concurrency: 3,
    signal: never,
    async post() {
      await turn();
      return SOLD;
    },
    onOutcome: (row) => told.push(row),
  });
  await assert.rejects(run, /broken here/);
  assert.deepEqual(told, [1]);
});
