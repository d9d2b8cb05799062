import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { byDay, perHour, quantileOf, shareOf, sumOf, topOf } from './fold-cells.ts';

const hours = Array.from({ length: 25 }, (_, hour) => new Date(hour * 3_600_000));
const cells = fc.array(
  fc.record({ hour: fc.nat({ max: 25 }), id: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g'), count: fc.nat(100) }),
);

test('what the hours hold sums up to the day, and nothing of the day before is among it', () => {
  fc.assert(
    fc.property(cells, (all) => {
      const { today, before } = byDay(all);
      const shown = perHour(hours, (own) => ({ count: sumOf(all.filter(own), ({ count }) => count) }));
      assert.equal(shown.length, hours.length);
      assert.equal(
        sumOf(shown, ({ count }) => count),
        sumOf(today, ({ count }) => count),
      );
      assert.equal(today.length + before.length, all.length);
    }),
  );
});

test('the greatest come first, five at most, and no other is greater than the last of them', () => {
  fc.assert(
    fc.property(cells, (all) => {
      const weigh = (own: typeof all | readonly (typeof all)[0][]): number => sumOf(own, ({ count }) => count);
      const top = topOf(all, ({ id }) => id, weigh);
      const ids = new Set(all.map(({ id }) => id));
      assert.equal(top.length, Math.min(5, ids.size));
      const weights = top.map((one) => weigh(one.cells));
      assert.deepEqual(
        weights,
        weights.toSorted((a, b) => b - a),
      );
      const rest = [...ids].filter((id) => top.every((one) => one.id !== id));
      for (const id of rest) assert.ok(weigh(all.filter((cell) => cell.id === id)) <= (weights.at(-1) ?? 0));
    }),
  );
});

test('a share is of what was answered, lies between nothing and all, and of nothing there is none', () => {
  assert.equal(shareOf(0, 0), null);
  assert.equal(shareOf(1, 2), 0.3333);
  fc.assert(
    fc.property(fc.nat(), fc.nat(), (yes, no) => {
      const share = shareOf(yes, no);
      assert.ok(share === null ? yes + no === 0 : share >= 0 && share <= 1);
    }),
  );
});

test('a quantile is that of the sorted list which the counts stand for, without what was not measured', () => {
  const took = fc.record({ ms: fc.option(fc.nat(50)), count: fc.integer({ min: 1, max: 20 }) });
  fc.assert(
    fc.property(fc.array(took), fc.constantFrom(0.5, 0.95, 1), (all, share) => {
      const list = all.flatMap(({ ms, count }) => (ms === null ? [] : Array.from({ length: count }, () => ms)));
      const sorted = list.toSorted((a, b) => a - b);
      assert.equal(quantileOf(all, share), sorted[Math.ceil(share * sorted.length - 1e-9) - 1] ?? null);
    }),
  );
});
