import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Fault } from '../../../kernel/app-error.ts';
import type { Result } from '../../../kernel/result.ts';
import { parseCustomFilters } from './parse-custom.ts';
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
const readGeo = (raw: unknown) => parseGeoFilters(raw, placeOf);
const GEO = { states: [], zipCodes: [], zipPrefixes: [], cities: [], exclude: false };

test('a radius is read by ZIP code, whose middle is kept, or by a point', () => {
  assert.deepEqual(
    accepted(
      readGeo({
        radii: [
          { zipCode: ' 90210 ', miles: '25' },
          { latitude: 40.75, longitude: -73.99, miles: 2.5 },
        ],
      }),
    ),
    {
      ...GEO,
      radii: [
        { zipCode: '90210', latitude: 34.1, longitude: -118.41, miles: 25 },
        { zipCode: null, latitude: 40.75, longitude: -73.99, miles: 2.5 },
      ],
    },
  );
  const raw = [
    { zipCode: '00000', miles: 5 },
    { zipCode: '90210', miles: 501 },
    { latitude: 91, longitude: 0, miles: 1 },
    5,
  ];
  assert.deepEqual(faults(readGeo({ radii: raw })), [
    'geoFilters.radii.0.zipCode:not_valid',
    'geoFilters.radii.1.miles:not_valid',
    'geoFilters.radii.2.latitude:not_valid',
    'geoFilters.radii.3:wrong_type',
  ]);
  assert.deepEqual(faults(readGeo({ radii: {} })), ['geoFilters.radii:wrong_type']);
  assert.deepEqual(faults(readGeo({ radii: Array.from({ length: 51 }, () => ({})) })), ['geoFilters.radii:too_many']);
});

test('groups of conditions are kept as they are written', () => {
  const groups = [
    { field: 'size', operator: 'greater_than', value: 2 },
    { any: [{ field: 'plan', operator: 'equals', value: 'PPO' }, { all: [{ field: 'plan', operator: 'is_empty' }] }] },
  ];
  assert.deepEqual(accepted(parseCustomFilters(groups)), groups);
});

test('a group names the path of each fault, and has its bounds', () => {
  const item = { field: 'plan', operator: 'equals', value: 'PPO' };
  const nested = (depth: number): unknown => (depth === 0 ? item : { any: [nested(depth - 1)] });
  assert.deepEqual(faults(parseCustomFilters([{ any: [item, { field: 'plan', operator: 'near' }] }])), [
    'customFilters.0.any.1.operator:not_an_option',
  ]);
  assert.deepEqual(faults(parseCustomFilters([{ any: [] }, { all: 'x' }])), [
    'customFilters.0.any:required',
    'customFilters.1.all:required',
  ]);
  assert.deepEqual(faults(parseCustomFilters([{ any: [item], all: [item] }])), ['customFilters.0:conflict']);
  assert.deepEqual(faults(parseCustomFilters([{ any: [item], field: 'plan' }])), [
    'customFilters.0.field:unknown_field',
  ]);
  assert.ok(parseCustomFilters([nested(3)]).ok);
  assert.deepEqual(faults(parseCustomFilters([nested(4)])), ['customFilters.0.any.0.any.0.any.0:too_deep']);
  const many = (count: number) => Array.from({ length: count }, () => item);
  assert.deepEqual(faults(parseCustomFilters([{ any: many(60) }, { all: many(41) }])), ['customFilters:too_many']);
});
