import assert from 'node:assert/strict';
import { test } from 'node:test';
import { writeCsv } from './write-csv.ts';

test('every cell is quoted, quotes are doubled, and rows end as RFC 4180 has it', () => {
  assert.equal(
    writeCsv([
      ['Name', 'Says'],
      ['Dental, LLC', 'He said "no"\nand left'],
    ]),
    '"Name","Says"\r\n"Dental, LLC","He said ""no""\nand left"\r\n',
  );
  assert.equal(writeCsv([]), '');
  assert.equal(writeCsv([['']]), '""\r\n');
});

test('what a spreadsheet would run gets a quote in front; amounts and phones stay as they are', () => {
  const formulas = ['=1+1', '+cmd', '-1+1', '@SUM(A1)', '\tx', '\rx', '  =1', '＝1'];
  assert.equal(writeCsv([formulas]), `${formulas.map((cell) => `"'${cell}"`).join(',')}\r\n`);
  const plain = ['-3.50', '12.50', '+12125550142', '2026-11-26T14:02:07.000Z', '(•••) •••-0142'];
  assert.equal(writeCsv([plain]), `${plain.map((cell) => `"${cell}"`).join(',')}\r\n`);
});
