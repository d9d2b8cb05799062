import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { feedPaceMs } from './feed-pace.ts';

test('few who watch hear four times a second', () => {
  assert.deepEqual([0, 1, 25].map(feedPaceMs), [250, 250, 250]);
});

test('however many watch, they look at the database a hundred times a second at most', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 100_000 }), (watchers) => (watchers * 1000) / feedPaceMs(watchers) <= 100),
  );
});
