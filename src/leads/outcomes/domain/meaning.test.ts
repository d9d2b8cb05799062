import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { type Code, type Glossary, knownWords, meaningOf, type Word } from './meaning.ts';

const WORDS = ['sold', 'duplicate', 'bad_data', 'call_back', 'gone'] as const;
const REASONS = [null, 'duplicate', 'other'] as const;
const word = fc.constantFrom(...WORDS);
const code = fc.record<Code>({
  id: fc.constantFrom('a', 'b', 'c', 'd'),
  label: fc.string({ minLength: 1, maxLength: 5 }),
  slug: word,
  category: fc.constantFrom('working', 'converted', 'rejected', 'returned'),
  triggersReturn: fc.boolean(),
  returnReason: fc.constantFrom(...REASONS),
  isActive: fc.boolean(),
});
const contractWord = fc.record<Word>({
  externalCode: word,
  externalLabel: fc.constant(null),
  codeId: fc.constantFrom(null, 'a', 'b', 'c', 'of another group'),
  triggersReturn: fc.constantFrom(null, true, false),
  returnReason: fc.constantFrom(...REASONS),
  isActive: fc.boolean(),
});
const glossary = fc.record<Glossary>({
  codes: fc
    .uniqueArray(code, { selector: ({ slug }) => slug })
    .map((codes) => codes.map((one, index) => ({ ...one, id: 'abcde'.charAt(index) }))),
  words: fc.uniqueArray(contractWord, { selector: ({ externalCode }) => externalCode }),
  returnWords: fc.uniqueArray(word),
});

test('a word returns the lead as the contract says of it, else as its code does, and as a return word always', () => {
  fc.assert(
    fc.property(word, glossary, (said, known) => {
      const own = known.words.find((one) => one.externalCode === said && one.isActive);
      const bySlug = known.codes.find((one) => one.slug === said && one.isActive);
      const byId = known.codes.find((one) => one.id === own?.codeId && one.isActive);
      const expected = own ? (own.triggersReturn ?? byId?.triggersReturn ?? false) : (bySlug?.triggersReturn ?? false);
      const meaning = meaningOf(said, known);
      assert.equal(meaning.triggersReturn, expected || known.returnWords.includes(said));
      assert.equal(meaning.code, own ? byId : bySlug);
      if (!expected) assert.equal(meaning.returnReason, null);
    }),
  );
});

test('a word is unknown exactly where neither contract nor group nor return words have it', () => {
  fc.assert(
    fc.property(word, glossary, (said, known) => {
      const has =
        known.words.some((one) => one.isActive && one.externalCode === said) ||
        known.codes.some((one) => one.isActive && one.slug === said) ||
        known.returnWords.includes(said);
      assert.equal(meaningOf(said, known).source !== null, has);
      assert.equal(knownWords(known).includes(said), has);
      assert.equal(new Set(knownWords(known)).size, knownWords(known).length);
    }),
  );
});

test('what is switched off changes nothing, and neither does the order', () => {
  fc.assert(
    fc.property(word, glossary, (said, known) => {
      const active = {
        codes: known.codes.filter(({ isActive }) => isActive),
        words: known.words.filter(({ isActive }) => isActive),
        returnWords: known.returnWords,
      };
      const turned = {
        codes: known.codes.toReversed(),
        words: known.words.toReversed(),
        returnWords: known.returnWords.toReversed(),
      };
      assert.deepEqual(meaningOf(said, active), meaningOf(said, known));
      assert.deepEqual(meaningOf(said, turned), meaningOf(said, known));
    }),
  );
});

test('nothing returns a lead while nobody said that it should', () => {
  fc.assert(
    fc.property(word, glossary, (said, known) => {
      const calm = {
        codes: known.codes.map((one) => ({ ...one, triggersReturn: false })),
        words: known.words.map((one) => ({ ...one, triggersReturn: one.triggersReturn === true ? null : false })),
        returnWords: [],
      };
      assert.equal(meaningOf(said, calm).triggersReturn, false);
    }),
  );
});
