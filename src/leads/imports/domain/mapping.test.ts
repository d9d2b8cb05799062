import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { findOddName } from './column-name.ts';
import { checkMapping } from './check-mapping.ts';
import { mapRow } from './map-row.ts';
import { suggestFields } from './suggest-field.ts';

const FIELDS = [
  { name: 'firstName', label: 'First name', required: true },
  { name: 'phone', label: 'Phone', required: true },
  { name: 'zipCode', label: 'ZIP code', required: false },
  { name: 'treatment', label: 'Which treatment', required: false },
];

test('a row is the cells under their fields, without empty ones and columns that are left out', () => {
  assert.deepEqual(mapRow(['Ann', '', 'x', ' 2 '], ['firstName', 'phone', null, 'zipCode']), {
    kind: 'row',
    body: { firstName: 'Ann', zipCode: ' 2 ' },
  });
});

test('a row with a cell too few or too many is never a lead', () => {
  const cells = fc.array(fc.string(), { maxLength: 6 });
  const names = fc.array(fc.option(fc.constantFrom('a', 'b', 'c')), { maxLength: 6 });
  fc.assert(
    fc.property(cells, names, (row, fields) => {
      const mapped = mapRow(row, fields);
      assert.equal(mapped.kind === 'row', row.length === fields.length);
      if (mapped.kind === 'row') for (const value of Object.values(mapped.body)) assert.ok(row.includes(value));
    }),
  );
});

test('a mapping is refused with all that is wrong with it, and never with a value', () => {
  const rules = (mapped: (string | null)[], columns = mapped.length): string[] =>
    checkMapping(mapped, columns, FIELDS).map(({ field, rule }) => `${field} ${rule}`);
  assert.deepEqual(rules(['firstName', 'phone', null]), []);
  assert.deepEqual(rules(['firstName'], 2), ['fields column_count']);
  assert.deepEqual(rules(['phone', 'phone', 'nosuch']), [
    'fields[1] field_twice',
    'fields[2] unknown_field',
    'firstName required',
  ]);
});

test('columns are known by name, label or what others call them, and each field is one column only', () => {
  assert.deepEqual(suggestFields(['First_Name', 'Mobile', 'Telephone', 'which treatment', 'ZIP', '?'], FIELDS), [
    'firstName',
    'phone',
    null,
    'treatment',
    'zipCode',
    null,
  ]);
  assert.deepEqual(suggestFields(['custom.treatment', 'gender'], FIELDS), ['treatment', null]);
});

test('a line with a phone, an address or an empty cell is no line of names', () => {
  assert.equal(findOddName(['firstName', 'Date of birth', 'custom.x']), -1);
  for (const cell of ['+12065550100', 'a@b.example', '', '1980-01-02', "'=x"]) {
    assert.equal(findOddName(['Ann', cell]), 1);
  }
});
