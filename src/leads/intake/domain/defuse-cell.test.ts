import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { defuseCell, undefuseCell } from './defuse-cell.ts';

const PHONE = /^\+[0-9]{6,15}$/;
const NUMBER = /^-?[0-9]+(\.[0-9]+)?$/;

/** Texts that are formulas, hide one, or look like something that was defused; and any others. */
const FORMULAS = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠', '﹦', '1+1', 'SUM(A1)'];
const SKIPPED = ["'", ' ', '\u00a0', '\u0000', '\u200b', '\ufeff'];
const piece = fc.constantFrom(...FORMULAS, ...SKIPPED, '0', '61', '400000000', '.', 'x', ',', '"', ';');
const cell = fc.oneof(
  fc.array(piece, { maxLength: 6 }).map((pieces) => pieces.join('')),
  fc.string({ unit: 'grapheme' }),
  fc.string({ unit: 'binary' }),
);

test('no cell begins with what a spreadsheet runs, unless it is a phone or a number', () => {
  fc.assert(
    fc.property(cell, (value) => {
      const first =
        [
          ...defuseCell(value)
            .trimStart()
            .replace(/^[\p{Cc}\p{Cf}\s]+/u, ''),
        ][0] ?? '';
      const isSafe = PHONE.test(value) || NUMBER.test(value) || !'=+-@'.includes(first.normalize('NFKC') || 'x');
      assert.ok(isSafe && !/^[\t\r]/.test(defuseCell(value)), JSON.stringify(value));
    }),
    { numRuns: 5000 },
  );
});

test('every sign of Unicode that folds to the beginning of a formula gets a quote in front', () => {
  const signs = Array.from({ length: 0x110000 }, (_, code) => code)
    .filter((code) => code < 0xd800 || code > 0xdfff)
    .map((code) => String.fromCodePoint(code))
    .filter((sign) => '=+-@'.includes(sign.normalize('NFKC').charAt(0)));
  assert.ok(signs.length >= 19);
  for (const sign of signs) assert.equal(defuseCell(`${sign}1`), sign === '-' ? '-1' : `'${sign}1`);
});

test('a defused cell gives back what it was, and so does one that needed nothing', () => {
  fc.assert(
    fc.property(cell, (value) => assert.equal(undefuseCell(defuseCell(value)), value)),
    { numRuns: 5000 },
  );
});

test('a cell is changed by a quote in front at most', () => {
  fc.assert(fc.property(cell, (value) => assert.ok([value, `'${value}`].includes(defuseCell(value)))));
});

test('formulas get a quote in front, in whatever way they hide', () => {
  const formulas = ['=1+1', '+1+1', '-1+1', '@SUM(A1)', '\tx', '\rx', '=cmd|"/C calc"!A0', '+61 400 000 000', '-'];
  const hidden = ['  =1', '\u0000=1', '\ufeff=1', '\u200b=1', ' \t x', '＝1', '＋1', '－1', '＠x', "'=1", "''+x"];
  for (const formula of [...formulas, ...hidden, '+61400000000\n', '-1.5\n=1', "'+61400000000"])
    assert.equal(defuseCell(formula), `'${formula}`, JSON.stringify(formula));
});

test('phones, numbers, dates, masks and plain texts stay as they are, in and out', () => {
  const plain = ['+61400000000', '+12125550142', '-3', '-3.50', '0042', '1961-07-23', '(•••) •••-0142', 'q•••@•••'];
  for (const value of [...plain, '•••', '', "O'Neill", "'quoted'", "'", ' x', 'a=b'])
    assert.deepEqual([defuseCell(value), undefuseCell(value)], [value, value]);
});
