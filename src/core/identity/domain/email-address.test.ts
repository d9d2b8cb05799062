import assert from 'node:assert/strict';
import { test } from 'node:test';
import { emailKey } from './email-address.ts';

test('spellings of one address are one account', () => {
  assert.equal(emailKey(' Marta.Koch@Example.COM '), 'marta.koch@example.com');
  assert.equal(emailKey('ｍarta@example.com'), 'marta@example.com');
});

test('what is no single address is none', () => {
  for (const text of [
    '',
    'marta',
    'a@b',
    'a@b c.de',
    'a@x.de,b@x.de',
    'a\n@x.de',
    '<a@x.de>',
    `${'a'.repeat(65)}@x.de`,
  ])
    assert.equal(emailKey(text), undefined, text);
});
