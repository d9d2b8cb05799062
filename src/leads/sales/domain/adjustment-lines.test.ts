import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { ADJUSTMENT_KINDS, linesOfAdjustment, owedBy } from './adjustment-lines.ts';

test('a payment lowers what is owed, a fee raises it, and an adjustment goes either way', () => {
  assert.deepEqual([owedBy('payment', 500), owedBy('fee', 500)], [-500, 500]);
  assert.deepEqual([owedBy('adjustment', 500), owedBy('adjustment', -500)], [-500, 500]);
});

test('whatever is booked by hand sums to zero, and moves the balance by what is owed more', () => {
  fc.assert(
    fc.property(fc.constantFrom(...ADJUSTMENT_KINDS), fc.integer(), (kind, amountCents) => {
      const owed = owedBy(kind, amountCents);
      const lines = linesOfAdjustment('b', kind, owed);
      assert.equal(
        lines.reduce((sum, line) => sum + line.amountCents, 0),
        0,
      );
      assert.deepEqual(
        lines.filter(({ account }) => account === 'buyer_receivable').map(({ amountCents: cents }) => cents),
        [owed],
      );
      assert.equal(new Set(lines.map(({ account }) => account)).size, 2);
    }),
  );
});
