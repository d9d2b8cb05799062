import assert from 'node:assert/strict';
import { setImmediate } from 'node:timers/promises';
import { test } from 'node:test';
import { LeasePools } from './lease-pool.ts';

/** Pools of numbered leases; each fill waits for `gate` and throws what `fault` holds. */
function numbered() {
  const seen = { fills: [] as number[], running: 0, mostRunning: 0, taken: [] as string[] };
  const control: { fault: Error | undefined; gate: Promise<void> } = { fault: undefined, gate: Promise.resolve() };
  let last = 0;
  const pools = new LeasePools<number>({
    async make(_tenantId, count) {
      seen.fills.push(count);
      seen.running += 1;
      seen.mostRunning = Math.max(seen.mostRunning, seen.running);
      await control.gate;
      await setImmediate();
      seen.running -= 1;
      if (control.fault) throw control.fault;
      return Array.from({ length: count }, () => (last += 1));
    },
    onTake: (tenantId, lease) => seen.taken.push(`${tenantId}/${lease}`),
  });
  return { pools, seen, control };
}

const many = (count: number, pools: LeasePools<number>): Promise<number[]> =>
  Promise.all(Array.from({ length: count }, () => pools.lease('t')));

test('many callers at the same time each get a lease of their own, from one fill at a time', async () => {
  const { pools, seen } = numbered();
  const leases = await many(2000, pools);
  assert.equal(new Set(leases).size, 2000);
  assert.equal(seen.mostRunning, 1);
  assert.equal(new Set(seen.taken).size, 2000);
});

test('a small tenant makes a small batch, a busy one grows to large batches', async () => {
  const { pools, seen } = numbered();
  await pools.lease('t');
  assert.deepEqual(seen.fills, [32]);
  for (let index = 0; index < 2000; index += 1) await pools.lease('t');
  assert.equal(seen.fills.at(-1), 256);
});

test('a failed fill is thrown to all who wait for it, and the next call tries again', async () => {
  const { pools, seen, control } = numbered();
  control.fault = new Error('the keystore is away');
  const outcomes = await Promise.allSettled(Array.from({ length: 50 }, () => pools.lease('t')));
  for (const outcome of outcomes) assert.ok(outcome.status === 'rejected' && outcome.reason === control.fault);
  assert.equal(seen.fills.length, 1);
  control.fault = undefined;
  assert.equal(await pools.lease('t'), 1);
});

test('a fill that failed while nobody waited is told once to whoever finds the pool empty', async () => {
  const { pools, control } = numbered();
  await many(16, pools);
  control.fault = new Error('the keystore is away');
  for (let left = 16; left > 0; left -= 1) {
    await pools.lease('t');
    await setImmediate();
    await setImmediate();
  }
  const failure = control.fault;
  control.fault = undefined;
  await assert.rejects(pools.lease('t'), failure);
  assert.equal(await pools.lease('t'), 33);
});

test('a failure before the pool is empty is nobody’s trouble once a later fill succeeds', async () => {
  const { pools, control } = numbered();
  await many(17, pools);
  control.fault = new Error('the keystore is away');
  await pools.lease('t');
  await setImmediate();
  await setImmediate();
  control.fault = undefined;
  assert.equal(new Set(await many(200, pools)).size, 200);
});

test('a failure, whoever it reaches, is never an unhandled rejection', async () => {
  const unhandled: unknown[] = [];
  const note = (reason: unknown): void => {
    unhandled.push(reason);
  };
  process.on('unhandledRejection', note);
  try {
    const { pools, control } = numbered();
    await many(32, pools);
    control.fault = new Error('the keystore is away');
    await assert.rejects(many(200, pools));
    await setImmediate();
    await setImmediate();
    assert.deepEqual(unhandled, []);
  } finally {
    process.off('unhandledRejection', note);
  }
});

test('leases that were being made when their tenant was forgotten are never handed out', async () => {
  const { pools, seen, control } = numbered();
  const gate = Promise.withResolvers<void>();
  control.gate = gate.promise;
  const waiting = many(3, pools);
  await setImmediate();
  pools.forget('t');
  gate.resolve();
  const leases = await waiting;
  assert.deepEqual(seen.fills, [32, 32]);
  assert.ok(leases.every((lease) => lease > 32));
  assert.deepEqual(
    seen.taken,
    leases.map((lease) => `t/${lease}`),
  );
});

test('leases that were ready when their tenant was forgotten are never handed out', async () => {
  const { pools } = numbered();
  assert.equal(await pools.lease('t'), 1);
  pools.forget('t');
  assert.equal(await pools.lease('t'), 33);
});

test('the pools of idle tenants are dropped, so that memory is bounded', async () => {
  const { pools, seen } = numbered();
  await pools.lease('first');
  for (let index = 0; index < 256; index += 1) await pools.lease(`tenant ${index}`);
  assert.equal(seen.fills.length, 257);
  await pools.lease('tenant 255');
  assert.equal(seen.fills.length, 257);
  await pools.lease('first');
  assert.equal(seen.fills.length, 258);
});

test('a thousand new tenants at once all get their leases', async () => {
  const { pools } = numbered();
  const leases = await Promise.all(Array.from({ length: 1000 }, (_, index) => pools.lease(`tenant ${index}`)));
  assert.equal(new Set(leases).size, 1000);
});
