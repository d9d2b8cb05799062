import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { ACCOUNT_PATIENCE, delayAfter, NETWORK_PATIENCE } from './attempt-delay.ts';

test('the first tries are free, then each wait is twice the one before, up to the longest', () => {
  assert.deepEqual(
    [4, 5, 6, 7, 40].map((failures) => delayAfter(failures, ACCOUNT_PATIENCE)),
    [0, 2_000, 4_000, 8_000, 900_000],
  );
});

test('a wait never shrinks with more failures and never exceeds the longest', () => {
  fc.assert(
    fc.property(fc.nat(100_000), fc.constantFrom(ACCOUNT_PATIENCE, NETWORK_PATIENCE), (failures, patience) => {
      const [now, next] = [delayAfter(failures, patience), delayAfter(failures + 1, patience)];
      return now <= next && next <= patience.longestMs;
    }),
  );
});
