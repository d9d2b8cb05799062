import assert from 'node:assert/strict';
import { test } from 'node:test';
import { CHECK_KINDS } from './judge-checks.ts';
import { readTestContact, usualTestContact } from './test-contact.ts';

test('only a contact of nobody may be tried, however it is written', () => {
  for (const text of ['+1 212 555 0100', '(212) 555-0199', '1-212-555-0142'])
    assert.match(readTestContact('dnc', text) ?? '', /^\+121255501\d\d$/, text);
  for (const text of ['+1 212 555 2368', '+44 20 7946 0958', '555-0142', '', '+1 112 555 0142'])
    assert.equal(readTestContact('phone', text), undefined, text);
  assert.equal(readTestContact('email', ' Avery@Example.com '), 'avery@example.com');
  assert.equal(readTestContact('email', 'a@mail.example.org'), 'a@mail.example.org');
  for (const text of ['a@myexample.com', 'a@example.com.evil.io', 'a@gmail.com', 'example.com'])
    assert.equal(readTestContact('email', text), undefined, text);
});

test('the contact that is tried unless another is given is one of nobody', () => {
  for (const kind of CHECK_KINDS) assert.equal(readTestContact(kind, usualTestContact(kind)), usualTestContact(kind));
});
