import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { parseForm } from './form.ts';
import { isTextBody } from './text-bodies.ts';

const parse = (text: string) => parseForm(Buffer.from(text, 'latin1'));

function faultsOf(text: string): string[] {
  const parsed = parse(text);
  return parsed.ok ? [] : parsed.error.map((fault) => `${fault.field} ${fault.rule}`);
}

test('what URLSearchParams writes is read back equal', () => {
  const entries = fc.dictionary(fc.string({ minLength: 1, unit: 'grapheme' }), fc.string({ unit: 'grapheme' }));
  fc.assert(
    fc.property(entries, (values) => {
      fc.pre(!JSON.stringify(values).includes('\\u0000'));
      const parsed = parse(new URLSearchParams(values).toString());
      assert.ok(parsed.ok);
      assert.deepEqual(new Map(Object.entries(parsed.value)), new Map(Object.entries(values)));
    }),
  );
});

test('plus is a space, a name may have no value, empty pairs are passed over', () => {
  assert.deepEqual(parse('a=b+c%2B&&flag&x='), { ok: true, value: { a: 'b c+', flag: '', x: '' } });
});

test('repeated names are refused by name, however they are written', () => {
  assert.deepEqual(faultsOf('email=a&zip=1&%65mail=b&zip=2'), ['email duplicate_key', 'zip duplicate_key']);
});

test('broken percent sequences, foreign bytes, NUL and nameless values are refused', () => {
  assert.deepEqual(faultsOf('a=%zz&b=%C3&c%=1'), ['a bad_encoding', 'b bad_encoding', 'c% bad_encoding']);
  assert.deepEqual(faultsOf('a=\xff'), ['body bad_encoding']);
  assert.deepEqual(faultsOf('a=%00&b%00=1'), ['a nul', 'b\\u0000 nul']);
  assert.deepEqual(faultsOf('=secret'), ['body empty_name']);
});

test('__proto__ is a name like any other', () => {
  const parsed = parse('__proto__=x');
  assert.ok(parsed.ok);
  assert.deepEqual(Object.keys(parsed.value), ['__proto__']);
  assert.equal(Object.getPrototypeOf(parsed.value), Object.prototype);
});

test('a form is known as one, an equal object is not', () => {
  const parsed = parse('a=1');
  assert.ok(parsed.ok && isTextBody(parsed.value));
  assert.ok(!isTextBody({ a: '1' }));
});
