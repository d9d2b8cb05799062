import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { defineField } from './fields.ts';
import { GLOBAL_FIELDS } from './global-fields.ts';
import { readPing, tellableFields } from './read-ping.ts';

const definitions = [
  ...GLOBAL_FIELDS,
  defineField({ name: 'coverage', tier: 'vertical', type: 'text', phiClass: 'other', pingSafe: true }),
  defineField({ name: 'condition', tier: 'vertical', type: 'text', phiClass: 'health' }),
];
const ports = { readPhone: () => ({ kind: 'fault', rule: 'x', message: 'x' }) as never, today: '2026-11-27' };
const read = (body: Record<string, unknown>, regime = 'none') => readPing(body, { definitions, regime }, ports);

test('a ping carries the fields marked as safe, flat or under custom, and for five minutes unless it says', () => {
  const ping = read({ campaignId: 'x', state: 'Texas', zipCode: '78701', custom: { coverage: 'PPO' } });
  assert.deepEqual(ping, {
    ok: true,
    value: {
      fields: { state: 'TX', zipCode: '78701', coverage: 'PPO' },
      sent: ['state', 'zipCode', 'coverage'],
      isTest: false,
      expiryMinutes: 5,
    },
  });
});

test('under hipaa a ping says state and three digits of the ZIP code at most', () => {
  const ping = read({ state: 'TX', zipCode: '78701' }, 'hipaa');
  assert.deepEqual(ping.ok && ping.value.fields, { state: 'TX', zipCode: '787' });
  const more = read({ custom: { coverage: 'PPO' } }, 'hipaa');
  assert.deepEqual(!more.ok && more.error.map(({ field, rule }) => [field, rule]), [
    ['custom.coverage', 'not_ping_safe'],
  ]);
  assert.deepEqual(tellableFields({ state: 'TX', zipCode: '78701', coverage: 'PPO' }, definitions, 'hipaa'), {
    state: 'TX',
    zip3: '787',
  });
});

test('whatever else is sent is refused by name, and its value is never repeated', () => {
  const unsafe = fc.constantFrom('firstName', 'email', 'phone', 'dateOfBirth', 'condition', 'anything', 'ipAddress');
  fc.assert(
    fc.property(fc.uniqueArray(unsafe, { minLength: 1 }), fc.stringMatching(/^[a-z]{12}$/), (names, value) => {
      const ping = read({ state: 'TX', ...Object.fromEntries(names.map((name) => [name, value])) });
      assert.ok(!ping.ok);
      assert.deepEqual(
        ping.error.map(({ field, rule }) => `${field} ${rule}`).toSorted(),
        names.map((name) => `${name} not_ping_safe`).toSorted(),
      );
      assert.ok(!JSON.stringify(ping.error).includes(value));
    }),
  );
});

test('nothing but safe fields is ever told to bidders', () => {
  const names = definitions.map(({ name }) => name);
  fc.assert(
    fc.property(fc.dictionary(fc.constantFrom(...names), fc.string()), (fields) => {
      for (const name of Object.keys(tellableFields(fields, definitions, 'none')))
        assert.ok(['state', 'zipCode', 'coverage'].includes(name));
      for (const name of Object.keys(tellableFields(fields, definitions, 'sud_part2')))
        assert.ok(['state', 'zip3'].includes(name));
    }),
  );
});

test('how long a quote is good for is a whole number of minutes up to an hour', () => {
  for (const expiryMinutes of [0, 61, 1.5, '5', {}]) assert.equal(read({ expiryMinutes }).ok, false);
  const ping = read({ expiryMinutes: 60 });
  assert.equal(ping.ok && ping.value.expiryMinutes, 60);
});
