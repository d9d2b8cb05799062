import assert from 'node:assert/strict';
import { test } from 'node:test';
import { faultInWords } from './fault-words.ts';

test('a fault is told with the field as people call it, and alone where a name says nothing', () => {
  const told = (field: string): string => faultInWords({ field, message: 'Is missing.' });
  assert.equal(told('custom.visitDate'), 'Visit date: Is missing.');
  assert.equal(told('networks.0'), 'Networks: Is missing.');
  assert.equal(told('zipCode'), 'ZIP code: Is missing.');
  assert.equal(told('allowedCidrs'), 'Networks: Is missing.');
  assert.equal(told('constructor'), 'Constructor: Is missing.');
  for (const field of ['', 'code', '0']) assert.equal(told(field), 'Is missing.');
});
