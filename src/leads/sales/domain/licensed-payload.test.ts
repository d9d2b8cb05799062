import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { licensedPayload } from './licensed-payload.ts';

test('a buyer gets the licensed fields that the lead has, in the order of the contract', () => {
  const fields = { phone: '+12125550123', condition: 'x', firstName: 'Ada', smoker: false, visits: 0 };
  assert.equal(
    JSON.stringify(licensedPayload(fields, ['firstName', 'email', 'phone', 'firstName', 'smoker', 'visits'])),
    '{"firstName":"Ada","phone":"+12125550123","smoker":false,"visits":0}',
  );
  assert.deepEqual(licensedPayload(fields, []), {});
  assert.deepEqual(licensedPayload(fields, ['constructor', 'toString', '__proto__']), {});
});

test('nothing but licensed fields can ever be in a payload, and every licensed one present is', () => {
  const name = fc.constantFrom('firstName', 'email', 'phone', 'condition', '__proto__', 'constructor', 'zipCode');
  const value = fc.oneof(fc.string(), fc.integer(), fc.boolean());
  fc.assert(
    fc.property(fc.dictionary(name, value), fc.array(name), (fields, licensed) => {
      const payload = licensedPayload(fields, licensed);
      const expected = [...new Set(licensed)].filter((one) => Object.hasOwn(fields, one));
      assert.deepEqual(Object.keys(payload), expected);
      for (const one of expected) assert.equal(payload[one], fields[one]);
    }),
  );
});

test("the same bytes come out whatever the order of the lead's fields", () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.integer()), (fields) => {
      const reversed = Object.fromEntries(Object.entries(fields).toReversed());
      const licensed = Object.keys(fields).toSorted();
      assert.equal(
        JSON.stringify(licensedPayload(reversed, licensed)),
        JSON.stringify(licensedPayload(fields, licensed)),
      );
    }),
  );
});
