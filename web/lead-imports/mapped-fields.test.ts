import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkFields } from './mapped-fields.ts';

const KNOWN = [
  { name: 'email', label: 'E-mail', required: true },
  { name: 'phone', label: 'Phone', required: true },
  { name: 'city', label: 'City', required: false },
];

test('a field that two columns are is said at the second, and what every lead needs is named', () => {
  assert.deepEqual(checkFields(['email', 'phone', ''], KNOWN), {});
  const faults = checkFields(['email', 'email', '', ''], KNOWN);
  assert.deepEqual(Object.keys(faults), ['fields.1', 'missing']);
  assert.match(faults['missing'] ?? '', /Phone/);
});
