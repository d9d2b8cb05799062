import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { faultLines, settingsTable } from './settings-manual.ts';
import { settingRows } from './settings-table.ts';

const manual = readFileSync(new URL('../../../docs/operate/configuration.md', import.meta.url), 'utf8');

test('the manual holds exactly the table that drives the reading', () => {
  const start = manual.indexOf('| Variable |');
  const table = manual.slice(start, manual.indexOf('\n\n', start) + 1);
  assert.equal(table, settingsTable(), 'Put the output of settingsTable() in the place of the table in the manual.');
});

test('every setting stands in the manual once, in its table and nowhere with another name', () => {
  const named = new Set(manual.match(/CAREROUTE_[A-Z0-9_]+/g));
  assert.deepEqual([...named].toSorted(), settingRows.map((row) => row.variable).toSorted());
  for (const row of settingRows) assert.equal(settingsTable().split(`| \`${row.variable}\``).length, 2);
});

test('no text of the table breaks its row', () => {
  for (const row of settingRows) assert.doesNotMatch(`${row.meaning}${row.form}${row.otherwise}`, /[|\n]/);
});

test('faults are a line each, the variable first', () => {
  const faults = [
    { variable: 'CAREROUTE_HOST', rule: 'wrong_form', message: 'Give one.' },
    { variable: 'CAREROUTE_HTTP_PORT', rule: 'missing', message: 'Set it.' },
  ] as const;
  assert.equal(faultLines(faults), '  CAREROUTE_HOST: Give one.\n  CAREROUTE_HTTP_PORT: Set it.');
});
