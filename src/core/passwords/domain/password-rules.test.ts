import assert from 'node:assert/strict';
import { test } from 'node:test';
import { passwordFaults } from './password-rules.ts';

const rulesOf = (password: string): string[] =>
  passwordFaults(password, 'marta.koch@example.com', (text) => text === 'known from a breach').map(({ rule }) => rule);

test('a password of twelve characters or more that nobody knows is taken', () => {
  assert.deepEqual(rulesOf('twelve chars'), []);
  assert.deepEqual(rulesOf('ä'.repeat(12)), []);
  assert.deepEqual(rulesOf('💐'.repeat(256)), []);
});

test('a short, an endless, a known one and one with the own address are refused, with the reason', () => {
  assert.deepEqual(rulesOf('eleven char'), ['too_short']);
  assert.deepEqual(rulesOf('💐'.repeat(11)), ['too_short']);
  assert.deepEqual(rulesOf('x'.repeat(257)), ['too_long']);
  assert.deepEqual(rulesOf('known from a breach'), ['common']);
  assert.deepEqual(rulesOf('I am Marta.Koch here'), ['holds_address']);
});
