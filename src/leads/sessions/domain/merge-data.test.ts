import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { LARGEST_DATA_BYTES, mergeData, MOST_FIELDS, type SessionData } from './merge-data.ts';

const CONTROL = new Set(['campaignId', 'pingId']);
const merged = (held: SessionData, sent: SessionData): SessionData => {
  const result = mergeData(held, sent, CONTROL);
  assert.ok(result.ok);
  return result.value;
};

const name = fc.constantFrom('firstName', 'email', 'phone', 'treatment', '__proto__');
const value = fc.oneof(fc.string({ maxLength: 8 }), fc.integer(), fc.boolean(), fc.constant(null));
const fields = fc.dictionary(name, value, { maxKeys: 5, noNullPrototype: true });
const data = fc.oneof(
  fields,
  fc.tuple(fields, fields).map(([flat, custom]) => ({ ...flat, custom })),
);

test('what was sent last counts, and nothing else that was sent is lost', () => {
  fc.assert(
    fc.property(data, data, (held, sent) => {
      const result = merged(held, sent);
      for (const [key, given] of Object.entries(sent)) if (key !== 'custom') assert.deepEqual(result[key], given);
      for (const key of Object.keys(held)) assert.ok(Object.hasOwn(result, key));
    }),
  );
});

test('it does not matter how the steps of a form are cut, and the same step again changes nothing', () => {
  fc.assert(
    fc.property(data, data, data, (one, two, three) => {
      assert.deepEqual(merged(merged(one, two), three), merged(one, merged(two, three)));
      assert.deepEqual(merged(merged(one, two), two), merged(one, two));
    }),
  );
});

test('fields under custom are merged one by one', () => {
  assert.deepEqual(merged({ custom: { a: 1, b: 2 } }, { custom: { b: 3 } }), { custom: { a: 1, b: 3 } });
  assert.deepEqual(merged({ custom: 'odd' }, { custom: { b: 3 } }), { custom: { b: 3 } });
});

test('keys that steer a request are refused by name', () => {
  const result = mergeData({}, { campaignId: 'x', email: 'a@b.c', pingId: 1 }, CONTROL);
  assert.ok(!result.ok);
  assert.deepEqual(
    result.error.map(({ field, rule }) => [field, rule]),
    [
      ['campaignId', 'control_key'],
      ['pingId', 'control_key'],
    ],
  );
});

test('data grows to a bound and no further, in bytes and in fields', () => {
  const almost = { text: 'x'.repeat(LARGEST_DATA_BYTES - 20) };
  assert.ok(mergeData({}, almost, CONTROL).ok);
  const over = mergeData(almost, { more: 'x'.repeat(40) }, CONTROL);
  assert.ok(!over.ok && over.error[0]?.rule === 'too_large');
  const many = Object.fromEntries(Array.from({ length: MOST_FIELDS }, (_, index) => [`f${index}`, 1]));
  assert.ok(mergeData({}, many, CONTROL).ok);
  const more = mergeData(many, { custom: { another: 1 } }, CONTROL);
  assert.ok(!more.ok && more.error[0]?.rule === 'too_many_fields');
});
