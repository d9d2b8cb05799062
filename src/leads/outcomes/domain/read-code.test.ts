import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { readCode } from './read-code.ts';

test('spellings of one word are one code, and a code is read as itself', () => {
  for (const text of ['Not interested', ' not-interested', 'NOT_INTERESTED', 'not / interested'])
    assert.equal(readCode(text), 'not_interested', text);
  fc.assert(
    fc.property(fc.string({ maxLength: 60 }), (text) => {
      const code = readCode(text);
      if (code !== undefined) assert.equal(readCode(code), code);
    }),
  );
});

test('what could tell of a person is no code', () => {
  for (const text of [
    '',
    '512-555-0100',
    'called 5125550100',
    'born 1980-02-03',
    'avery@example.com',
    'wants: a crown',
    'José',
    '<b>sold</b>',
    'a'.repeat(41),
    '3rd_call',
  ])
    assert.equal(readCode(text), undefined, text);
});

test('whatever is read has at most three digits and forty characters of a small alphabet', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'aZ09 _-/.@é'), maxLength: 50 }), (text) => {
      const code = readCode(text);
      if (code === undefined) return;
      assert.match(code, /^[a-z][a-z0-9_]{0,39}$/);
      assert.ok((code.match(/\d/g) ?? []).length <= 3);
    }),
  );
});
