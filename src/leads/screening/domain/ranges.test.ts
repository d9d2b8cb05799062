import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { mergeSpans, prefixOf, spansHold } from './ranges.ts';

const span = fc.tuple(fc.bigInt(0n, 400n), fc.bigInt(0n, 40n)).map(([from, length]) => ({ from, to: from + length }));

test('merged spans hold exactly the addresses that some span holds', () => {
  fc.assert(
    fc.property(fc.array(span), fc.bigInt(0n, 460n), (spans, address) => {
      const held = spans.some(({ from, to }) => from <= address && address <= to);
      assert.equal(spansHold(mergeSpans(spans), address), held);
    }),
  );
});

test('merged spans are in order and apart', () => {
  fc.assert(
    fc.property(fc.array(span), (spans) => {
      const merged = mergeSpans(spans);
      assert.ok(merged.every(({ from }, index) => index === 0 || from > (merged[index - 1]?.to ?? 0n) + 1n));
    }),
  );
});

test('a span is a block if it begins at a multiple of its size, which is a power of two', () => {
  assert.equal(prefixOf({ from: 256n, to: 511n }, 32), 24);
  assert.equal(prefixOf({ from: 7n, to: 7n }, 32), 32);
  assert.equal(prefixOf({ from: 0n, to: 2n ** 128n - 1n }, 128), 0);
  assert.equal(prefixOf({ from: 255n, to: 510n }, 32), undefined);
  assert.equal(prefixOf({ from: 256n, to: 510n }, 32), undefined);
});
