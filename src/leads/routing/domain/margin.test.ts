import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { dividePrice, keepsLeast, type Margin, marginOf } from './margin.ts';

const cents = fc.integer({ min: 0, max: 1e9 });
const part = fc.oneof(
  cents.map((value) => ({ cents: value })),
  fc.integer({ min: 0, max: 10_000 }).map((bp) => ({ bp })),
);
const bands = fc
  .uniqueArray(fc.tuple(cents, part), { selector: ([from]) => from, minLength: 1, maxLength: 6 })
  .map((list) => list.map(([fromCents, one]) => ({ fromCents, ...one })).toSorted((a, b) => a.fromCents - b.fromCents));
const anyMargin: fc.Arbitrary<Margin> = fc.oneof(
  cents.map((value) => ({ kind: 'fixed' as const, cents: value })),
  fc.integer({ min: 0, max: 10_000 }).map((bp) => ({ kind: 'percent' as const, bp })),
  bands.map((list) => ({ kind: 'bands' as const, bands: list })),
);

test('a margin is an amount, a share rounded half to even, or that of the highest band reached', () => {
  assert.equal(marginOf({ kind: 'fixed', cents: 250 }, 1000), 250);
  assert.equal(marginOf({ kind: 'percent', bp: 5000 }, 101), 50);
  assert.equal(marginOf({ kind: 'percent', bp: 5000 }, 103), 52);
  const byBands: Margin = {
    kind: 'bands',
    bands: [
      { fromCents: 500, cents: 100 },
      { fromCents: 2000, bp: 2000 },
    ],
  };
  assert.deepEqual(
    [499, 500, 1999, 2000, 5000].map((price) => marginOf(byBands, price)),
    [0, 100, 100, 400, 1000],
  );
});

test('payout and margin are whole cents that make the price, and the least margin is always kept', () => {
  fc.assert(
    fc.property(anyMargin, fc.option(cents), cents, (margin, minMarginCents, price) => {
      const divided = dividePrice({ margin, minMarginCents }, price);
      if (divided.kind === 'too_small') {
        assert.ok(Math.max(marginOf(margin, price), minMarginCents ?? 0) >= price);
        return;
      }
      const kept = price - divided.payoutCents;
      assert.ok(Number.isSafeInteger(divided.payoutCents) && divided.payoutCents > 0 && kept >= 0);
      assert.ok(kept >= (minMarginCents ?? 0) && kept >= marginOf(margin, price));
      assert.ok(keepsLeast({ margin, minMarginCents }, price, divided.payoutCents));
    }),
  );
});

test('a higher bid never brings the partner less, under one margin for all prices', () => {
  const flat = anyMargin.filter(({ kind }) => kind !== 'bands');
  fc.assert(
    fc.property(flat, fc.option(cents), cents, cents, (margin, minMarginCents, one, more) => {
      const payoutAt = (price: number): number => {
        const divided = dividePrice({ margin, minMarginCents }, price);
        return divided.kind === 'pays' ? divided.payoutCents : 0;
      };
      assert.ok(payoutAt(one + more) >= payoutAt(one));
    }),
  );
});

test('without a least margin every sale keeps it', () => {
  assert.equal(keepsLeast({ margin: null, minMarginCents: null }, 100, 500), true);
  assert.equal(keepsLeast({ margin: null, minMarginCents: 1 }, 100, 100), false);
});
