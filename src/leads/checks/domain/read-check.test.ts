import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { CHECK_RESULTS } from './judge-checks.ts';
import { readCheck } from './read-check.ts';

const said = (bodyText: string, status = 200) =>
  readCheck({ kind: 'response', status, bodyText }, ['+15125550142']).outcome;

test('each of the four words is read, and nothing that only looks like one', () => {
  for (const result of CHECK_RESULTS) assert.equal(said(JSON.stringify({ result })), result);
  for (const text of ['', 'clear', '[]', 'null', '{"result":"CLEAR"}', '{"result":true}', '{"result":"clear"', '{}'])
    assert.equal(said(text), 'malformed', text);
  for (const status of [199, 302, 400, 500]) assert.equal(said('{"result":"clear"}', status), 'http_error');
});

test('whatever a vendor writes is read without an error, and what is no answer is none', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
      const parsed = safely(text);
      const isKnown = CHECK_RESULTS.some((word) => word === parsed?.result);
      assert.equal(said(text) === 'malformed', !isKnown);
    }),
  );
});

function safely(text: string): { result?: unknown } | undefined {
  try {
    const value = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

const told = (asked: string, reference: unknown) =>
  readCheck({ kind: 'response', status: 200, bodyText: JSON.stringify({ result: 'clear', reference }) }, [asked])
    .reference;

test('a reference that repeats what was asked about, however it is written, is not kept', () => {
  const phone = fc.stringMatching(/^\+1[2-9]\d{9}$/);
  const fill = fc.constantFrom('', '-', '.', '/');
  fc.assert(
    fc.property(phone, fill, fc.stringMatching(/^[a-z]{0,8}$/), (number, between, around) => {
      const written = Array.from(number.slice(2)).join(between);
      assert.equal(told(number, `${around}${written}${around}`), null);
    }),
  );
  for (const text of ['avery@example.com', 'id:AVERY.example', 'x-averyexample'])
    assert.equal(told('avery@example.com', text), null, text);
});

test('an honest reference is kept as it is, and one of another form is none', () => {
  assert.equal(told('+15125550142', 'ref-88/a'), 'ref-88/a');
  for (const wrong of [17, null, '', 'two words', 'ö', 'x'.repeat(101)])
    assert.equal(told('+15125550142', wrong), null);
});
