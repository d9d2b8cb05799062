import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { defuseCell } from '../../src/leads/intake/domain/defuse-cell.ts';
import { defuseCell as defusedInBrowser } from '../../web/ui/table/defuse-cell.ts';

const piece = fc.constantFrom(
  '=',
  '+',
  '-',
  '@',
  '\t',
  '\r',
  '\n',
  '＝',
  '﬩',
  "'",
  ' ',
  '\u200b',
  '61',
  '.5',
  'x',
  ',',
);
const cell = fc.oneof(
  fc.array(piece, { maxLength: 6 }).map((pieces) => pieces.join('')),
  fc.string({ unit: 'binary' }),
);

test('a file that the browser makes defuses formulas just as one of the server does', () => {
  fc.assert(
    fc.property(cell, (value) => assert.equal(defusedInBrowser(value), defuseCell(value))),
    { numRuns: 5000 },
  );
  for (let code = 0; code < 0x10000; code += 1) {
    const value = `${String.fromCharCode(code)}1`;
    assert.equal(defusedInBrowser(value), defuseCell(value), `U+${code.toString(16)}`);
  }
});
