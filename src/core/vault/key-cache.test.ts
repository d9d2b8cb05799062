import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { KeyCache } from './key-cache.ts';

function cacheOf(entries: number, ageMs = 1000) {
  const time = { wall: 1_000_000, monotonic: 0 };
  const clock = { now: () => new Date(time.wall) };
  return { time, cache: new KeyCache<string>({ clock, entries, ageMs, monotonicMs: () => time.monotonic }) };
}

test('a key is kept for its age and no longer', () => {
  const { cache, time } = cacheOf(10);
  cache.set('t', 'a', 'key');
  time.wall += 999;
  assert.equal(cache.get('t', 'a'), 'key');
  time.wall += 1;
  assert.equal(cache.get('t', 'a'), undefined);
  assert.equal(cache.size, 0);
});

test('a clock that is set back prolongs nothing', () => {
  const { cache, time } = cacheOf(10);
  cache.set('t', 'a', 'key');
  cache.set('t', 'b', 'key');
  time.wall += 900;
  time.monotonic += 900;
  assert.equal(cache.get('t', 'a'), 'key');
  time.wall -= 500;
  time.monotonic += 100;
  assert.equal(cache.get('t', 'a'), undefined);
  time.monotonic = 0;
  time.wall -= 1000;
  assert.equal(cache.get('t', 'b'), undefined);
});

test('what was read before a tenant was forgotten is not kept afterwards', () => {
  const { cache } = cacheOf(10);
  const epoch = cache.epoch;
  cache.set('t', 'a', 'key', epoch);
  cache.forget('t');
  assert.equal(cache.get('t', 'a'), undefined);
  cache.set('t', 'a', 'read before', epoch);
  assert.equal(cache.get('t', 'a'), undefined);
  cache.set('t', 'a', 'read after', cache.epoch);
  assert.equal(cache.get('t', 'a'), 'read after');
});

test('forgetting one tenant leaves the others, even one whose id begins alike', () => {
  const { cache } = cacheOf(10);
  cache.set('t1', 'a', 'one');
  cache.set('t11', 'a', 'two');
  cache.forget('t1');
  assert.equal(cache.get('t11', 'a'), 'two');
  assert.equal(cache.size, 1);
});

test('an entry is dropped only if it still has the value', () => {
  const { cache } = cacheOf(10);
  cache.set('t', 'a', 'old');
  cache.set('t', 'a', 'new');
  cache.drop('t', 'a', 'old');
  assert.equal(cache.get('t', 'a'), 'new');
  cache.drop('t', 'a', 'new');
  assert.equal(cache.get('t', 'a'), undefined);
});

test('a tenant with many keys pushes out its own, not those of a quiet tenant', () => {
  const { cache } = cacheOf(100);
  for (let index = 0; index < 10; index += 1) cache.set('quiet', String(index), 'key');
  for (let index = 0; index < 1000; index += 1) cache.set('loud', String(index), 'key');
  for (let index = 0; index < 10; index += 1) assert.equal(cache.get('quiet', String(index)), 'key');
  assert.equal(cache.get('loud', '999'), 'key');
  assert.equal(cache.get('loud', '0'), undefined);
  assert.equal(cache.size, 100);
});

test('expired keys of idle tenants go before fresh ones', () => {
  const { cache, time } = cacheOf(100);
  for (let index = 0; index < 100; index += 1) cache.set(`idle ${index >> 1}`, String(index), 'key');
  time.wall += 1000;
  for (let index = 0; index < 100; index += 1) cache.set('busy', String(index), 'key');
  for (let index = 0; index < 100; index += 1) assert.equal(cache.get('busy', String(index)), 'key');
});

test('it never holds more than its entries, and counts them rightly', () => {
  const digit = fc.nat({ max: 9 });
  const step = fc.record({ tenant: fc.nat({ max: 4 }), name: digit, act: digit, later: fc.nat({ max: 200 }) });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 200 }), (steps) => {
      const { cache, time } = cacheOf(8);
      for (const { tenant, name, act, later } of steps) {
        time.wall += later;
        if (act === 0) cache.forget(`t${tenant}`);
        else if (act < 7) cache.set(`t${tenant}`, `n${name}`, 'key');
        else cache.get(`t${tenant}`, `n${name}`);
        assert.ok(cache.size >= 0 && cache.size <= 8);
        if (act > 0 && act < 7) assert.equal(cache.get(`t${tenant}`, `n${name}`), 'key');
      }
      for (let tenant = 0; tenant < 5; tenant += 1) cache.forget(`t${tenant}`);
      assert.equal(cache.size, 0);
    }),
  );
});
