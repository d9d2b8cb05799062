import assert from 'node:assert/strict';
import { test } from 'node:test';
import { FIELD_TYPES, type LeadField } from './lead-field.ts';
import { sampleValue } from './sample-value.ts';

const field = (more: Partial<LeadField> & { format?: string; min?: number; max?: number }) => ({
  name: 'planType',
  label: 'Plan',
  tier: 'vertical' as const,
  type: 'text' as const,
  phiClass: 'health' as const,
  required: false,
  ...more,
});

test('every type of field has a sample, and a select gives one of its options', () => {
  for (const type of FIELD_TYPES) assert.notEqual(sampleValue(field({ type, options: ['PPO', 'HMO'] })), '');
  assert.equal(sampleValue(field({ type: 'select', options: ['PPO', 'HMO'] })), 'PPO');
});

test('a number stays within its bounds', () => {
  assert.equal(sampleValue(field({ type: 'number' })), 1);
  assert.equal(sampleValue(field({ type: 'number', min: 18 })), 18);
  assert.equal(sampleValue(field({ type: 'number', max: -5 })), -5);
});

test('a field of a vertical that is called like a global one gets a sample of its own type', () => {
  assert.equal(sampleValue(field({ name: 'email', tier: 'global', type: 'email' })), 'sample.person@example.com');
  assert.equal(sampleValue(field({ name: 'email', type: 'number' })), 1);
});
