import assert from 'node:assert/strict';
import { test } from 'node:test';
import { neededConsent } from './needed-consent.ts';

const on = (regime: string, state: string | null, day = '2026-11-25') => neededConsent({ regime, state, day });

test('a sale under HIPAA needs a signed authorisation in every state', () => {
  assert.equal(on('hipaa', 'TX'), 'signed');
  assert.equal(on('hipaa', null), 'signed');
});

test('a Medicare lead needs a consent that names its buyer, from the day of the rule on', () => {
  assert.equal(on('cms_tpmo', 'FL'), 'named');
  assert.equal(on('cms_tpmo', 'FL', '2024-09-30'), 'any');
});

test('consumer health data needs a signed authorisation in Washington, and where the state is not known', () => {
  assert.equal(on('consumer_health', 'WA'), 'signed');
  assert.equal(on('consumer_health', null), 'signed');
  assert.equal(on('consumer_health', 'TX'), 'any');
});

test('a vertical under no regime needs no more than the campaign asks for', () => {
  assert.equal(on('none', 'WA'), 'any');
});
