import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Fault } from '../../../kernel/app-error.ts';
import type { Result } from '../../../kernel/result.ts';
import { parseCustomFilters } from './parse-custom.ts';
import { parseDemographicFilters } from './parse-demographic.ts';
import { parseGeoFilters } from './parse-geo.ts';

function accepted<T>(result: Result<T, readonly Fault[]>): T {
  assert.ok(result.ok, JSON.stringify(result));
  return result.value;
}
function faults(result: Result<unknown, readonly Fault[]>): string[] {
  assert.ok(!result.ok, 'expected the filter to be refused');
  return result.error.map((fault) => `${fault.field}:${fault.rule}`);
}
const placeOf = (zipCode: string) => (zipCode === '90210' ? { latitude: 34.1, longitude: -118.41 } : null);
const readGeo = (raw: unknown, path?: string) => parseGeoFilters(raw, placeOf, path);
const GEO = { states: [], zipCodes: [], zipPrefixes: [], cities: [], exclude: false };

test('nothing, null and empty lists are no filter', () => {
  for (const raw of [undefined, null, {}]) {
    assert.equal(accepted(readGeo(raw)), null);
    assert.equal(accepted(parseDemographicFilters(raw)), null);
    assert.deepEqual(accepted(parseCustomFilters(raw)), []);
  }
  assert.equal(accepted(readGeo({ states: [], zips: [], cities: null, exclude: true })), null);
  assert.equal(accepted(parseDemographicFilters({ minAge: null, gender: ['any'] })), null);
  assert.deepEqual(accepted(parseCustomFilters([])), []);
});

test('every spelling of ZIP codes is read alike, prefixes apart, each once', () => {
  for (const spelling of ['zipCodes', 'zipcodes', 'zips']) {
    const geo = accepted(readGeo({ states: ['ca', 'CA', 'Az'], [spelling]: ['90210', '902*', '902*', '01730'] }));
    assert.deepEqual(geo, { ...GEO, states: ['CA', 'AZ'], zipCodes: ['90210', '01730'], zipPrefixes: ['902'] });
  }
});

test('one list alone is a filter, and outer white space of a ZIP code does not matter', () => {
  assert.deepEqual(accepted(readGeo({ zips: [' 90210 '] })), { ...GEO, zipCodes: ['90210'] });
  assert.deepEqual(accepted(readGeo({ zips: ['9*'] })), { ...GEO, zipPrefixes: ['9'] });
  assert.deepEqual(accepted(readGeo({ cities: ['Reno'] })), { ...GEO, cities: ['Reno'] });
});

test('a range of one value is a range', () => {
  assert.deepEqual(accepted(parseCustomFilters({ age: { min: 5, max: 5 } })), [
    { field: 'age', operator: 'between', min: 5, max: 5 },
  ]);
});

test('a geographic filter names the path of each fault', () => {
  const raw = {
    states: ['CA', 'XX', 7],
    zips: ['1730', '*', '90210*', 1730, '902*'],
    cities: ['', 'x'.repeat(101)],
    exclude: 'yes',
    radius: 5,
  };
  assert.deepEqual(faults(readGeo(raw)), [
    'geoFilters.radius:unknown_field',
    'geoFilters.states.1:not_valid',
    'geoFilters.states.2:not_valid',
    'geoFilters.zips.0:not_valid',
    'geoFilters.zips.1:not_valid',
    'geoFilters.zips.2:not_valid',
    'geoFilters.zips.3:not_valid',
    'geoFilters.cities.0:not_valid',
    'geoFilters.cities.1:not_valid',
    'geoFilters.exclude:wrong_type',
  ]);
  assert.deepEqual(faults(readGeo({ zipCodes: ['90210'], zips: ['90211'] }, 'geo')), ['geo.zips:conflict']);
  assert.deepEqual(faults(readGeo(['CA'])), ['geoFilters:wrong_type']);
  assert.deepEqual(faults(readGeo({ states: 'CA' })), ['geoFilters.states:wrong_type']);
  assert.deepEqual(faults(readGeo({ zips: Array.from({ length: 45_001 }, () => '90210') })), [
    'geoFilters.zips:too_many',
  ]);
});

test('demographic filters take ages as numbers or text and a gender as word or list', () => {
  assert.deepEqual(accepted(parseDemographicFilters({ minAge: '65', maxAge: 84, gender: 'F' })), {
    minAge: 65,
    maxAge: 84,
    genders: ['female'],
  });
  assert.deepEqual(accepted(parseDemographicFilters({ genders: ['Male', 'm', 'nonbinary'] })), {
    minAge: null,
    maxAge: null,
    genders: ['male', 'nonbinary'],
  });
  assert.deepEqual(faults(parseDemographicFilters({ minAge: 70, maxAge: 60 })), ['demographicFilters.maxAge:range']);
  assert.deepEqual(faults(parseDemographicFilters({ minAge: 64.5, maxAge: -1, gender: [3], income: 1 })), [
    'demographicFilters.income:unknown_field',
    'demographicFilters.minAge:not_valid',
    'demographicFilters.maxAge:not_valid',
    'demographicFilters.gender.0:not_valid',
  ]);
});

test('custom filters by field: a scalar equals, a list is in, min and max are between', () => {
  assert.deepEqual(
    accepted(
      parseCustomFilters({
        plan: 'PPO',
        smoker: false,
        state: ['CA', 'NV'],
        age: { min: '18', max: 64 },
        'custom.visits': { min: 1 },
        none: null,
      }),
    ),
    [
      { field: 'plan', operator: 'equals', value: 'PPO' },
      { field: 'smoker', operator: 'equals', value: false },
      { field: 'state', operator: 'in', values: ['CA', 'NV'] },
      { field: 'age', operator: 'between', min: 18, max: 64 },
      { field: 'visits', operator: 'between', min: 1 },
    ],
  );
});

test('custom filters as a list: every operator, with commas where in is given as text', () => {
  const list = [
    { field: 'plan', operator: 'not_equals', value: 'HMO' },
    { field: 'note', operator: 'contains', value: 5 },
    { field: 'plan', operator: 'in', value: 'PPO, HMO' },
    { field: 'plan', operator: 'not_in', value: ['EPO', 1] },
    { field: 'age', operator: 'greater_than', value: '64' },
    { field: 'lastVisit', operator: 'less_than', value: '2025-01-01' },
    { field: 'note', operator: 'is_empty' },
    { field: 'note', operator: 'is_not_empty', value: '' },
  ];
  assert.deepEqual(accepted(parseCustomFilters(list)), [
    { field: 'plan', operator: 'not_equals', value: 'HMO' },
    { field: 'note', operator: 'contains', value: '5' },
    { field: 'plan', operator: 'in', values: ['PPO', 'HMO'] },
    { field: 'plan', operator: 'not_in', values: ['EPO', 1] },
    { field: 'age', operator: 'greater_than', value: 64 },
    { field: 'lastVisit', operator: 'less_than', value: '2025-01-01' },
    { field: 'note', operator: 'is_empty' },
    { field: 'note', operator: 'is_not_empty' },
  ]);
});

test('a custom filter names the path of each fault, all at once', () => {
  assert.deepEqual(
    faults(
      parseCustomFilters([
        { field: 'Plan', operator: 'equals', value: 1 },
        { field: 'plan', operator: 'like', value: 1 },
        { field: 'plan', operator: 'in', value: [] },
        'plan',
        { field: 'age', operator: 'greater_than', value: 'old' },
        { field: 'age', operator: 'less_than' },
        { field: 'plan', operator: 'equals', value: {} },
        { field: 'age', operator: 'between' },
        { field: 'age', operator: 'between', min: 5, max: '2025-01-01' },
        { field: 'plan', operator: 'equals', value: 1, mode: 'x' },
        { field: 'plan', operator: 'not_in', values: ['a', null] },
      ]),
    ),
    [
      'customFilters.0.field:name_shape',
      'customFilters.1.operator:not_an_option',
      'customFilters.2.value:required',
      'customFilters.3:wrong_type',
      'customFilters.4.value:not_valid',
      'customFilters.5.value:not_valid',
      'customFilters.6.value:not_valid',
      'customFilters.7:required',
      'customFilters.8.max:range',
      'customFilters.9.mode:unknown_field',
      'customFilters.10.values.1:not_valid',
    ],
  );
  assert.deepEqual(faults(parseCustomFilters({ age: { min: 9, max: 1 }, 'bad name': 1, plan: { equals: 1 } })), [
    'customFilters.age.max:range',
    'customFilters.bad name:name_shape',
    'customFilters.plan.equals:unknown_field',
    'customFilters.plan:required',
  ]);
  assert.deepEqual(faults(parseCustomFilters('plan=PPO')), ['customFilters:wrong_type']);
  assert.deepEqual(
    faults(parseCustomFilters(Array.from({ length: 101 }, () => ({ field: 'a', operator: 'is_empty' })))),
    ['customFilters:too_many'],
  );
});

test('what was parsed parses to itself, so that a contract read and saved again is unchanged', () => {
  const value = fc.constantFrom('PPO', 'a, b', '007', 5, -2.5, true, '2025-01-01');
  const item = fc.record({
    field: fc.constantFrom('plan', 'custom.age'),
    operator: fc.constantFrom(
      'equals',
      'not_equals',
      'contains',
      'in',
      'not_in',
      'greater_than',
      'less_than',
      'is_empty',
    ),
    value: fc.oneof(value, fc.array(value, { minLength: 1, maxLength: 4 })),
  });
  fc.assert(
    fc.property(fc.array(item), (list) => {
      for (const one of list) {
        const first = parseCustomFilters([one]);
        if (first.ok)
          assert.deepEqual(accepted(parseCustomFilters(JSON.parse(JSON.stringify(first.value)))), first.value);
      }
    }),
  );
  const geo = accepted(readGeo({ states: ['CA'], zips: ['902*', '90001'], cities: ['Reno'], exclude: true }));
  assert.deepEqual(accepted(readGeo(geo)), geo);
  const demographic = accepted(parseDemographicFilters({ minAge: 65, gender: ['f'] }));
  assert.deepEqual(accepted(parseDemographicFilters(demographic)), demographic);
});

test('whatever JSON is sent as a filter, the answer is a filter or faults', () => {
  const keys = fc.constantFrom(
    'states',
    'zips',
    'zipCodes',
    'cities',
    'exclude',
    'minAge',
    'maxAge',
    'gender',
    'field',
    'operator',
    'value',
    'min',
    'max',
    '__proto__',
    'plan',
  );
  const raw = fc.letrec((tie) => ({
    node: fc.oneof(
      { depthSize: 'small' },
      fc.constantFrom(null, true, Number.POSITIVE_INFINITY, 'CA', '902*', 'in', 'a\0', '\ud800', 65),
      fc.array(tie('node'), { maxLength: 4 }),
      fc.dictionary(keys, tie('node'), { maxKeys: 5 }),
    ),
  })).node;
  fc.assert(
    fc.property(raw, (input) => {
      for (const parse of [readGeo, parseDemographicFilters, parseCustomFilters]) {
        const result = parse(input);
        assert.ok(
          result.ok ||
            (result.error.length > 0 && result.error.every((fault) => fault.field !== '' && fault.message !== '')),
        );
      }
    }),
    { numRuns: 500 },
  );
});
