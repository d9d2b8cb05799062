import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { drawChart, roundUp } from './chart-shape.ts';

test('a tick is a round number at or above what it has to reach, and never more than 2.5 times that', () => {
  fc.assert(
    fc.property(fc.double({ min: 0.01, max: 1e9, noNaN: true }), (value) => {
      const round = roundUp(value);
      assert.ok(round >= value * (1 - 1e-9) && round <= value * 2.5 * (1 + 1e-9), `${value} → ${round}`);
      assert.match(round.toExponential(0), /^[125]e/);
    }),
  );
  assert.equal(roundUp(0), 1);
});

const SHAPE = { width: 640, height: 220 } as const;

test('every mark stands inside the picture, and a higher value never lower', () => {
  const values = fc.array(fc.option(fc.integer({ min: 0, max: 100_000 })), { minLength: 1, maxLength: 30 });
  fc.assert(
    fc.property(values, fc.constantFrom('bars' as const, 'lines' as const), (given, kind) => {
      const labels = given.map((_, index) => String(index));
      const { marks, ticks } = drawChart({ ...SHAPE, kind, labels, series: [{ values: given }] });
      for (const { x, y, width, height } of marks) {
        assert.ok(x >= 0 && x + width <= SHAPE.width && y >= 0 && y + height <= SHAPE.height);
      }
      const ordered = marks.toSorted((a, b) => a.value - b.value);
      for (const [index, mark] of ordered.entries()) assert.ok(index === 0 || mark.y <= (ordered[index - 1]?.y ?? 0));
      assert.ok((ticks.at(-1)?.value ?? 0) >= Math.max(0, ...given.map((value) => value ?? 0)));
    }),
  );
});

test('what is counted in whole numbers is measured in them', () => {
  const ticksOf = (values: readonly number[]): number[] =>
    drawChart({ ...SHAPE, kind: 'bars', labels: ['a', 'b'], series: [{ values }] }).ticks.map(({ value }) => value);
  assert.deepEqual(ticksOf([1, 2]), [0, 1, 2, 3, 4]);
  assert.deepEqual(ticksOf([0.5, 2]), [0, 0.5, 1, 1.5, 2]);
});

test('labels part a day evenly, as many as there is room for', () => {
  const stepsOf = (hours: number, width: number): number[] => {
    const labels = Array.from({ length: hours }, (_, hour) => String(hour));
    const { steps } = drawChart({
      kind: 'bars',
      labels,
      series: [{ values: labels.map(() => 1) }],
      width,
      height: 220,
    });
    return steps.map(({ label }) => Number(label));
  };
  assert.deepEqual(stepsOf(24, 640), [0, 3, 6, 9, 12, 15, 18, 21]);
  assert.deepEqual(stepsOf(24, 290), [0, 8, 16]);
  // The day on which the clocks are put on has an hour less, and 23 is a prime.
  assert.deepEqual(stepsOf(23, 290), [0, 7, 14, 21]);
});

test('a line is broken where there was nothing to measure', () => {
  const { lines } = drawChart({
    ...SHAPE,
    kind: 'lines',
    labels: ['a', 'b', 'c', 'd'],
    series: [{ values: [1, 2, null, 3] }],
  });
  assert.equal(lines[0]?.path.match(/M/g)?.length, 2);
});
