import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { batchOf, grantedOf, secondsToNext, windowStart } from './window.ts';

const at = (text: string): Date => new Date(text);

test('a window is a whole minute, and the wait is what is left of it', () => {
  assert.equal(windowStart(at('2026-03-01T10:20:59.999Z')), at('2026-03-01T10:20:00Z').getTime());
  assert.equal(windowStart(at('2026-03-01T10:21:00Z')), at('2026-03-01T10:21:00Z').getTime());
  assert.equal(secondsToNext(at('2026-03-01T10:20:00Z')), 60);
  assert.equal(secondsToNext(at('2026-03-01T10:20:59.999Z')), 1);
});

test('a batch is a twentieth of the limit, and never less than what is asked for', () => {
  assert.equal(batchOf(6000, 1), 300);
  assert.equal(batchOf(5, 1), 1);
  assert.equal(batchOf(60, 10), 10);
});

test('batches of any sizes together never grant more than the limit, and all of it if enough is asked', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 10_000 }),
      fc.array(fc.integer({ min: 1, max: 500 }), { maxLength: 60 }),
      (perMinute, batches) => {
        let taken = 0;
        let granted = 0;
        for (const batch of batches) {
          taken += batch;
          granted += grantedOf(batch, taken, perMinute);
        }
        assert.equal(granted, Math.min(perMinute, taken));
      },
    ),
  );
});
