import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { pacedAllowance, rampedCap } from './pacing.ts';

test('one may go at the opening, the whole cap before it closes, and never fewer than before', () => {
  const cap = fc.integer({ min: 1, max: 10_000 });
  const total = fc.integer({ min: 60_000, max: 25 * 3_600_000 });
  fc.assert(
    fc.property(
      cap,
      total,
      fc.double({ min: 0, max: 1, noNaN: true }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (c, t, a, b) => {
        const [early, late] = [Math.floor(t * Math.min(a, b)), Math.floor(t * Math.max(a, b))];
        assert.equal(pacedAllowance(c, 0, t), 1);
        assert.equal(pacedAllowance(c, t - 1, t), Math.min(c, Math.floor((c * (t - 1)) / t) + 1));
        assert.ok(pacedAllowance(c, early, t) <= pacedAllowance(c, late, t));
        assert.ok(pacedAllowance(c, late, t) <= c);
        assert.equal(pacedAllowance(c, t, t), c);
      },
    ),
  );
  assert.equal(pacedAllowance(8, 3_600_000, 8 * 3_600_000), 2);
  assert.equal(pacedAllowance(8, 8 * 3_600_000 - 1, 8 * 3_600_000), 8);
  assert.equal(pacedAllowance(0, 1, 2), 0);
  assert.equal(pacedAllowance(8, 0, 0), 8);
});

test('a ramp begins at its start and grows by its step every day or week, up to the cap', () => {
  const ramp = { start: 5, startDate: '2026-03-02', step: 10, every: 'week' } as const;
  const caps = ['2026-02-20', '2026-03-02', '2026-03-08', '2026-03-09', '2026-03-16', '2026-12-01'];
  assert.deepEqual(
    caps.map((day) => rampedCap(20, ramp, day)),
    [5, 5, 5, 15, 20, 20],
  );
  assert.equal(rampedCap(100, { ...ramp, every: 'day' }, '2026-03-09'), 75);
  assert.equal(rampedCap(3, ramp, '2026-03-02'), 3);
});
