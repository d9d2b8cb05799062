import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { reachedCap, type UsedBy, usedOf } from './caps.ts';
import { pacedAllowance, pacedCaps, rampedCap } from './pacing.ts';

const UNUSED = usedOf(new Map(), 'nobody');
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

const noon = { pacing: 'even', ramp: null, day: '2026-03-02', passedMs: 4, totalMs: 8 } as const;
const used = (leads: number, spendCents: number): UsedBy => ({ ...UNUSED, day: { leads, spendCents } });

test('money is spread like leads, but for the first lead of a day, which may always be paid', () => {
  const opening = pacedCaps({ spendCents: { day: 8000 } }, { ...noon, passedMs: 0 });
  assert.equal(reachedCap(opening, used(0, 0), 2500), null);
  assert.equal(reachedCap(opening, used(1, 2500), 2500), 'daily pace');
  const middle = pacedCaps({ spendCents: { day: 8000 } }, noon);
  assert.equal(reachedCap(middle, used(1, 1500), 2500), null);
  assert.equal(reachedCap(middle, used(1, 2500), 2500), 'daily pace');
  assert.equal(reachedCap(middle, used(3, 7500), 2500), 'daily spend');
  assert.equal(reachedCap({ ...middle, observe: true }, used(1, 2500), 2500), null);
});

test('the pace is of what the ramp leaves, and a cap that is reached is named before it', () => {
  const ramp = { start: 8, startDate: '2026-03-02', step: 1, every: 'day' } as const;
  const caps = pacedCaps({ leads: { day: 100 } }, { ...noon, ramp });
  assert.deepEqual([caps.leads, caps.pace], [{ day: 8 }, 5]);
  assert.equal(reachedCap(caps, used(4, 0), 100), null);
  assert.equal(reachedCap(caps, used(5, 0), 100), 'daily pace');
  assert.equal(reachedCap(caps, used(8, 0), 100), 'daily leads');
});
