import assert from 'node:assert/strict';
import { test } from 'node:test';
import { whereOf } from './where.ts';

test('only conditions with all their values count, and their places are numbered after what is bound already', () => {
  const where = whereOf(
    [
      ['a = ?', 1],
      ['b = ?', undefined],
      ['NOT c'],
      ['(d, e) < (?, ?)', 2, 3],
      ['(f, g) < (?, ?)', 4, undefined],
      ['h = ?', null],
    ],
    ['first'],
  );
  assert.deepEqual(where, {
    text: 'a = $2 AND NOT c AND (d, e) < ($3, $4) AND h = $5',
    values: ['first', 1, 2, 3, null],
  });
});

test('no condition at all is one that always holds, and a value without its place is refused', () => {
  assert.deepEqual(whereOf([['a = ?', undefined]]), { text: 'true', values: [] });
  assert.throws(() => whereOf([['a = b', 1]]), TypeError);
});
