import assert from 'node:assert/strict';
import { test } from 'node:test';
import { filtersFor, operatorsFor } from './filter-operators.ts';
import { parseCustomFilters } from './parse-custom.ts';

const VALUES: Readonly<Record<string, object>> = {
  between: { min: 1, max: 2 },
  greater_than: { value: 1 },
  less_than: { value: 1 },
  is_empty: {},
  is_not_empty: {},
};

test('every condition that is named for a type can be written into a filter', () => {
  for (const type of ['text', 'number', 'boolean', 'date', 'select', 'email', 'phone', 'url']) {
    const operators = operatorsFor(type);
    assert.ok(operators.includes('equals') && operators.includes('is_empty'), type);
    const filters = operators.map((operator) => ({
      field: 'size',
      operator,
      ...(VALUES[operator] ?? { value: 'large' }),
    }));
    assert.equal(parseCustomFilters(filters).ok, true, type);
  }
});

test('numbers and days are put in order, a choice is one of some, and only text holds text', () => {
  assert.ok(operatorsFor('number').includes('between') && operatorsFor('date').includes('less_than'));
  assert.ok(operatorsFor('select').includes('in') && !operatorsFor('select').includes('contains'));
  assert.ok(operatorsFor('email').includes('contains') && !operatorsFor('email').includes('between'));
});

test('a place and a person have filters of their own, beside the custom ones', () => {
  assert.deepEqual(filtersFor('state'), ['geoFilters', 'customFilters']);
  assert.deepEqual(filtersFor('dateOfBirth'), ['demographicFilters', 'customFilters']);
  assert.deepEqual(filtersFor('constructor'), ['customFilters']);
});
