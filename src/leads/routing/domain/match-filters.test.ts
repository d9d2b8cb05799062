import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { mismatch, reason } from './match-filters.fixture.ts';
import type { FieldValue } from './terms.ts';

const one = (operator: string, value: unknown, field: FieldValue): string | null =>
  reason({ custom: [{ field: 'it', operator, value }] }, { it: field });

test('a lead inside every list of the geography passes, and one outside any fails', () => {
  const geo = { states: ['CA'], zips: ['902*', '94105'], cities: ['Beverly  Hills', 'San Francisco'] };
  assert.equal(reason({ geo }, { state: 'CA', zipCode: '90210', city: 'BEVERLY HILLS' }), null);
  assert.equal(reason({ geo }, { state: 'CA', zipCode: '94105', city: 'san francisco ' }), null);
  assert.deepEqual(mismatch({ geo }, { state: 'NV', zipCode: '90210', city: 'Beverly Hills' })?.detail, {
    filter: 'geography',
    field: 'state',
    bound: 'CA',
  });
  assert.deepEqual(mismatch({ geo }, { state: 'CA', zipCode: '94106', city: 'San Francisco' })?.detail, {
    filter: 'geography',
    field: 'zipCode',
    bound: '902*, 94105',
  });
  assert.equal(reason({ geo }, { state: 'CA', zipCode: '90210', city: 'Los Angeles' }), 'geo_mismatch');
});

test('with exclude, a lead in any of the lists fails', () => {
  const geo = { states: ['CA'], zips: ['100*'], exclude: true };
  assert.equal(reason({ geo }, { state: 'NY', zipCode: '11201' }), null);
  assert.deepEqual(mismatch({ geo }, { state: 'CA', zipCode: '90210' })?.detail, {
    filter: 'geography',
    field: 'state',
    bound: 'none of CA',
  });
  assert.equal(reason({ geo }, { state: 'NY', zipCode: '10001' }), 'geo_mismatch');
});

test('a ZIP code matches by its text: no prefix or padding makes 1730 of 01730 (bug 26)', () => {
  assert.equal(reason({ geo: { zips: ['01730'] } }, { zipCode: '01730' }), null);
  assert.equal(reason({ geo: { zips: ['017*'] } }, { zipCode: '17300' }), 'geo_mismatch');
  assert.equal(reason({ geo: { zips: ['01730'] } }, { zipCode: '1730' }), 'geo_mismatch');
});

test('a field that a filter needs and the lead lacks is refused by name, never passed over (bug 37)', () => {
  const cases: readonly [Parameters<typeof mismatch>[0], string, string][] = [
    [{ geo: { states: ['CA'] } }, 'geography', 'state'],
    [{ geo: { states: ['CA'], exclude: true } }, 'geography', 'state'],
    [{ geo: { zips: ['902*'] } }, 'geography', 'zipCode'],
    [{ geo: { cities: ['Reno'] } }, 'geography', 'city'],
    [{ demographic: { minAge: 65 } }, 'demographics', 'dateOfBirth'],
    [{ demographic: { maxAge: 65 } }, 'demographics', 'dateOfBirth'],
    [{ demographic: { gender: 'female' } }, 'demographics', 'gender'],
    [{ custom: [{ field: 'plan', operator: 'not_equals', value: 'HMO' }] }, 'custom', 'plan'],
    [{ custom: [{ field: 'plan', operator: 'not_in', value: ['HMO'] }] }, 'custom', 'plan'],
    [{ custom: [{ field: 'plan', operator: 'is_not_empty' }] }, 'custom', 'plan'],
    [{ custom: { toString: 'x' } }, 'custom', 'toString'],
  ];
  for (const fields of [{}, { state: ' ', zipCode: '', city: '', dateOfBirth: '', gender: ' ', plan: '' }]) {
    for (const [filters, filter, field] of cases) {
      assert.deepEqual(
        mismatch(filters, fields),
        { reason: 'field_missing', detail: { filter, field } },
        JSON.stringify(filters),
      );
    }
  }
});

test('a birth date that does not exist or lies ahead is a missing one', () => {
  for (const dateOfBirth of ['1960-02-30', 'unknown', '2027-01-01', 5]) {
    assert.equal(reason({ demographic: { maxAge: 65 } }, { dateOfBirth }), 'field_missing');
  }
});

test('age counts on the calendar of the tenant, both bounds included', () => {
  const demographic = { minAge: 65, maxAge: 65 };
  assert.equal(reason({ demographic }, { dateOfBirth: '1961-03-08' }, 'UTC'), null);
  assert.equal(reason({ demographic }, { dateOfBirth: '1961-03-08' }, 'America/Los_Angeles'), 'demographic_mismatch');
  assert.equal(reason({ demographic }, { dateOfBirth: '1960-03-09' }, 'UTC'), null);
  assert.deepEqual(mismatch({ demographic }, { dateOfBirth: '1960-03-08' })?.detail, {
    filter: 'demographics',
    field: 'dateOfBirth',
    bound: 'at most 65 years',
  });
  assert.deepEqual(mismatch({ demographic }, { dateOfBirth: '1961-03-09' })?.detail, {
    filter: 'demographics',
    field: 'dateOfBirth',
    bound: 'at least 65 years',
  });
});

test('a gender is compared by its meaning', () => {
  for (const gender of ['F', 'female', ' Woman '])
    assert.equal(reason({ demographic: { gender: ['f'] } }, { gender }), null);
  assert.equal(reason({ demographic: { gender: ['female'] } }, { gender: 'male' }), 'demographic_mismatch');
});

test('values are compared by the type the lead has', () => {
  for (const [asked, value] of [
    ['PPO', 'ppo'],
    ['007', '007'],
    [7, 7],
    ['7', 7],
    ['7.0', 7],
    [true, true],
    ['yes', true],
    ['0', false],
    ['É', 'e\u0301'],
    [7, '7'],
  ] as const) {
    assert.equal(one('equals', asked, value), null, `${asked} = ${value}`);
    assert.equal(one('in', [asked, 'other'], value), null, `${value} in ${asked}`);
    assert.equal(one('not_equals', asked, value), 'custom_mismatch');
    assert.equal(one('not_in', [asked], value), 'custom_mismatch');
  }
  for (const [asked, value] of [
    ['7', '007'],
    ['PP', 'PPO'],
    ['x', 7],
    ['false', true],
    ['maybe', false],
    [1, 'true'],
  ] as const) {
    assert.equal(one('equals', asked, value), 'custom_mismatch', `${asked} = ${value}`);
    assert.equal(one('in', [asked], value), 'custom_mismatch');
    assert.equal(one('not_in', [asked], value), null);
  }
});

test('bounds compare numbers with numbers and days with days, and nothing else', () => {
  assert.equal(one('greater_than', 64, 65), null);
  assert.equal(one('greater_than', 65, '65'), 'custom_mismatch');
  assert.equal(one('less_than', '9', '10'), 'custom_mismatch', 'as numbers, not as text');
  assert.equal(one('less_than', '2025-01-01', '2024-12-31'), null);
  assert.equal(one('greater_than', 5, 'many'), 'custom_mismatch');
  assert.equal(one('less_than', 5, true), 'custom_mismatch');
  assert.equal(one('less_than', '2025-01-01', 5), 'custom_mismatch');
  const range = (it: FieldValue) => reason({ custom: { it: { min: 1, max: 3 } } }, { it });
  assert.deepEqual([0, 1, 3, '3.0', 3.1].map(range), ['custom_mismatch', null, null, null, 'custom_mismatch']);
});

test('contains looks inside text whatever the capitals; empty and not empty look at presence', () => {
  assert.equal(one('contains', 'DIAB', 'Type 2 diabetes'), null);
  assert.equal(one('contains', 'asthma', 'Type 2 diabetes'), 'custom_mismatch');
  assert.equal(reason({ custom: [{ field: 'it', operator: 'is_empty' }] }, {}), null);
  assert.equal(reason({ custom: [{ field: 'it', operator: 'is_empty' }] }, { it: ' ' }), null);
  assert.equal(one('is_empty', undefined, 'x'), 'custom_mismatch');
  assert.equal(one('is_not_empty', undefined, false), null);
});

test('in and not_in are opposites on every present value, equals and not_equals likewise', () => {
  const value = fc.oneof(
    fc.string({ minLength: 1, maxLength: 3 }).filter((text) => text.trim() !== '' && !text.includes('\0')),
    fc.integer({ min: -3, max: 3 }),
    fc.boolean(),
    fc.constantFrom('1', '0', 'yes', 'No'),
  );
  fc.assert(
    fc.property(fc.array(value, { minLength: 1, maxLength: 5 }), value, (list, it) => {
      const [first] = list;
      assert.notEqual(one('in', list, it) === null, one('not_in', list, it) === null);
      assert.notEqual(one('equals', first, it) === null, one('not_equals', first, it) === null);
      assert.equal(
        one('in', list, it) === null,
        list.some((entry) => one('equals', entry, it) === null),
      );
    }),
  );
});

test('the first failure is kept, in the order geography, demographics, custom', () => {
  const filters = { geo: { states: ['CA'] }, demographic: { minAge: 65 }, custom: { plan: 'PPO', size: 3 } };
  assert.equal(reason(filters, { state: 'NV' }), 'geo_mismatch');
  assert.equal(reason(filters, { state: 'CA', dateOfBirth: '2000-01-01' }), 'demographic_mismatch');
  assert.deepEqual(mismatch(filters, { state: 'CA', dateOfBirth: '1950-01-01', plan: 'HMO' })?.detail, {
    filter: 'custom',
    field: 'plan',
    bound: 'PPO',
  });
  assert.equal(reason(filters, { state: 'CA', dateOfBirth: '1950-01-01', plan: 'PPO', size: 3 }), null);
});

test('a day is compared strictly, and included at the ends of a range', () => {
  assert.equal(one('less_than', '2025-01-01', '2025-01-01'), 'custom_mismatch');
  assert.equal(one('greater_than', '2025-01-01', '2025-01-01'), 'custom_mismatch');
  const custom = { it: { min: '2025-01-01', max: '2025-01-31' } };
  assert.equal(reason({ custom }, { it: '2025-01-01' }), null);
  assert.equal(reason({ custom }, { it: '2025-01-31' }), null);
  assert.equal(reason({ custom }, { it: '2025-02-01' }), 'custom_mismatch');
});

test('each kind of condition is described by the contract alone', () => {
  const bound = (operator: string, more: object): string | undefined =>
    mismatch({ custom: [{ field: 'it', operator, ...more }] }, { it: '9' })?.detail.bound;
  assert.deepEqual(
    [
      bound('equals', { value: 'PPO' }),
      bound('not_equals', { value: '9' }),
      bound('contains', { value: 'x' }),
      bound('in', { value: 'a,b' }),
      bound('not_in', { value: '9' }),
      bound('greater_than', { value: 9 }),
      bound('less_than', { value: 9 }),
      bound('between', { min: 10 }),
      bound('between', { max: 5 }),
      bound('between', { min: 1, max: 5 }),
      bound('is_empty', {}),
    ],
    [
      'PPO',
      'anything but 9',
      'a text that contains x',
      'one of a, b',
      'none of 9',
      'more than 9',
      'less than 9',
      'at least 10',
      'at most 5',
      'at least 1 and at most 5',
      'no value',
    ],
  );
  assert.equal(bound('equals', { value: 'x'.repeat(500) })?.length, 200);
});

test('a long list of the contract is named in part', () => {
  const geo = { zips: Array.from({ length: 30 }, (_, index) => `100${String(index).padStart(2, '0')}`) };
  assert.match(mismatch({ geo }, { zipCode: '99999' })?.detail.bound ?? '', /^10000, .*10009 and 20 more$/);
});
