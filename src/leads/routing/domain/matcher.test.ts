import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { contract, INPUT } from './decide.fixture.ts';
import { decide } from './decide.ts';
import { type Matchable, matcherOf } from './matcher.ts';
import { firstMismatch, subjectOf } from './match-filters.ts';
import type { CustomFilter, FieldFilter, FieldValue, GeoFilter, Point } from './terms.ts';

/** ZIP codes on a grid of half degrees, some beyond the date line; others have no place. */
const placeOf = (zipCode: string): Point | null =>
  /^\d{5}$/.test(zipCode) && !zipCode.endsWith('9')
    ? { latitude: 30 + Number(zipCode.slice(2, 4)) / 2, longitude: 178 + Number(zipCode[4]) / 2 }
    : null;
const known = { now: INPUT.now, timeZone: 'UTC', placeOf };

const STATES = ['CA', 'NV', 'TX'];
const zip = fc.constantFrom('90210', '90211', '90109', '10009', '01730');
const value = fc.constantFrom<FieldValue>('PPO', 'hmo', '1', 1, 2.5, true, 'yes', '640', 640, 'É', '2025-01-31');
const field = fc.constantFrom('plan', 'size', 'state', 'zipCode', 'nowhere');
const bound = fc.constantFrom<number | string>(-5, 0, 1, 2.5, 640, '2025-01-01', '2025-01-31');
const values = fc.array(value, { minLength: 1, maxLength: 4 });
const condition: fc.Arbitrary<FieldFilter> = fc.oneof(
  fc.record({ field, operator: fc.constantFrom('equals' as const, 'not_equals' as const), value }),
  fc.record({ field, operator: fc.constantFrom('in' as const, 'not_in' as const), values }),
  fc.record({ field, operator: fc.constant('contains' as const), value: fc.constantFrom('p', '0') }),
  fc.record({ field, operator: fc.constantFrom('greater_than' as const, 'less_than' as const), value: bound }),
  fc.record({ field, operator: fc.constant('between' as const), min: bound, max: bound }),
  fc.record({ field, operator: fc.constant('between' as const), min: bound }),
  fc.record({ field, operator: fc.constantFrom('is_empty' as const, 'is_not_empty' as const) }),
);
const { filter } = fc.letrec<{ filter: CustomFilter }>((tie) => {
  const members = fc.array(tie('filter'), { minLength: 1, maxLength: 3 });
  return {
    filter: fc.oneof(
      { maxDepth: 2, depthSize: 'small' },
      condition,
      members.map((any) => ({ any })),
      members.map((all) => ({ all })),
    ),
  };
});
const radius = fc.record({
  zipCode: fc.constant(null),
  latitude: fc.integer({ min: 28, max: 85 }),
  longitude: fc.constantFrom(-179.5, -170, 178, 179.9),
  miles: fc.constantFrom(1, 20, 90, 500),
});
const geo: fc.Arbitrary<GeoFilter> = fc.record(
  {
    states: fc.subarray(STATES),
    zipCodes: fc.oneof(fc.uniqueArray(zip, { maxLength: 3 }), fc.constant(manyZips())),
    zipPrefixes: fc.subarray(['9', '902', '1000', '017']),
    cities: fc.subarray(['Reno', 'Austin']),
    radii: fc.array(radius, { maxLength: 2 }),
    exclude: fc.boolean(),
  },
  { requiredKeys: ['states', 'zipCodes', 'zipPrefixes', 'cities', 'exclude'] },
);
const age = fc.option(fc.integer({ min: 0, max: 90 }));
const terms = fc.record({
  version: fc.integer({ min: 1, max: 3 }),
  geo: fc.option(geo),
  demographic: fc.option(fc.record({ minAge: age, maxAge: age, genders: fc.subarray(['female', 'male']) })),
  custom: fc.array(filter, { maxLength: 3 }),
});
const lead = fc.record(
  {
    state: fc.constantFrom(...STATES, ' '),
    zipCode: fc.oneof(zip, fc.constantFrom(90210, '902')),
    city: fc.constantFrom('RENO', 'Boise'),
    gender: fc.constantFrom('F', 'man', 'other'),
    dateOfBirth: fc.constantFrom('1960-02-29', '1990-01-01', '2020-12-31', 'unknown'),
    plan: value,
    size: value,
  },
  { requiredKeys: [] },
);
const contracts = fc
  .array(terms, { minLength: 0, maxLength: 60 })
  .map((list) => list.map((one, index): Matchable => ({ contractId: `c${index}`, ...one })));

function manyZips(): string[] {
  return Array.from({ length: 40 }, (_, index) => `90${100 + index * 3}`);
}

const asked = (all: readonly Matchable[], fields: Readonly<Record<string, FieldValue>>): string[] =>
  all.flatMap((one) => (firstMismatch(one, subjectOf(fields, known)) === null ? [one.contractId] : [])).toSorted();

test('a matcher finds exactly the contracts whose filters a lead passes', () => {
  fc.assert(
    fc.property(contracts, fc.array(lead, { minLength: 1, maxLength: 8 }), (all, leads) => {
      const matcher = matcherOf(1, all);
      for (const fields of leads)
        assert.deepEqual([...matcher.match(subjectOf(fields, known))].toSorted(), asked(all, fields));
    }),
    { numRuns: 400 },
  );
});

test('after any changes a matcher finds what one made anew would, and bears the new stamp', () => {
  const changes = fc.array(
    fc.record({ at: fc.nat({ max: 70 }), terms: fc.option(terms.map((one) => ({ ...one, version: 9 }))) }),
    { minLength: 1, maxLength: 10 },
  );
  fc.assert(
    fc.property(contracts, fc.array(changes, { minLength: 1, maxLength: 4 }), lead, (first, rounds, fields) => {
      let matcher = matcherOf(0, first);
      let current = new Map(first.map((one) => [one.contractId, one]));
      for (const [round, edits] of rounds.entries()) {
        const next = new Map(current);
        for (const edit of edits) {
          const contractId = `c${edit.at}`;
          if (edit.terms === null) next.delete(contractId);
          else next.set(contractId, { contractId, ...edit.terms, version: 10 + round });
        }
        const before = matcher;
        matcher = matcherOf(round + 1, [...next.values()], before);
        assert.equal(matcher.stamp, round + 1);
        const found = [...matcher.match(subjectOf(fields, known))].toSorted();
        assert.deepEqual(found, asked([...next.values()], fields));
        const earlier = [...before.match(subjectOf(fields, known))].toSorted();
        assert.deepEqual(earlier, asked([...current.values()], fields), 'one that is in use stays what it was');
        current = next;
      }
    }),
  );
});

test('a change of one among many contracts indexes that one, and a change of most all of them', () => {
  const all = Array.from({ length: 2000 }, (_, index) =>
    contract(`c${index}`, {
      geo: { states: ['CA'], zipCodes: [], zipPrefixes: [String(index)], cities: [], exclude: false },
    }),
  );
  const first = matcherOf(1, all);
  assert.equal(first.indexed, 2000);
  const edited = all.map((one, index) => (index === 7 ? { ...one, version: 2, geo: null } : one));
  const second = matcherOf(2, edited, first);
  assert.equal(second.indexed, 1);
  assert.equal(second.match(subjectOf({}, known)).has('c7'), true);
  const most = edited.map((one) => ({ ...one, version: 3 }));
  assert.equal(matcherOf(3, most, second).indexed, 2000);
});

test('a decision is the same with a matcher as without', () => {
  fc.assert(
    fc.property(contracts, lead, (all, fields) => {
      const full = all.map((one) => contract(one.contractId, one));
      const input = { ...INPUT, ...known, contracts: full, lead: { ...INPUT.lead, fields } };
      assert.deepEqual(decide({ ...input, matcher: matcherOf(1, full) }), decide(input));
    }),
  );
});
