import { parseCustomFilters } from '../../src/leads/routing/domain/parse-custom.ts';
import type { Matchable } from '../../src/leads/routing/domain/matcher.ts';
import type { FieldValue, GeoFilter } from '../../src/leads/routing/domain/terms.ts';
import { placeOfZip } from '../../src/leads/routing/find-place.ts';

/** States by their share of the people, in per mille, each with the beginnings of its ZIP codes. */
const STATES: readonly (readonly [string, number, number, number])[] = [
  ['CA', 118, 900, 961],
  ['TX', 89, 750, 799],
  ['FL', 67, 320, 349],
  ['NY', 59, 100, 149],
  ['PA', 39, 150, 196],
  ['IL', 38, 600, 629],
  ['OH', 35, 430, 458],
  ['GA', 32, 300, 319],
  ['NC', 32, 270, 289],
  ['MI', 30, 480, 499],
  ['NJ', 28, 70, 89],
  ['VA', 26, 201, 246],
  ['WA', 23, 980, 994],
  ['AZ', 22, 850, 865],
  ['TN', 21, 370, 385],
  ['CO', 17, 800, 816],
  ['MN', 17, 550, 567],
  ['OR', 13, 970, 979],
  ['NV', 10, 889, 898],
  ['NM', 6, 870, 884],
  ['ME', 4, 39, 49],
  ['WY', 2, 820, 831],
];
const PLANS = ['PPO', 'HMO', 'EPO', 'POS', 'Medicare', 'Medicaid', 'none'];
/** The first are wanted by far more people than the last. */
const SERVICES = Array.from({ length: 400 }, (_, index) => `service-${index}`);

/** Numbers from 0 to 1, always the same ones (mulberry32). */
export function chance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Somewhere, more often where more people live. */
function somewhere(next: () => number): { state: string; zip3: string } {
  const total = STATES.reduce((sum, [, share]) => sum + share, 0);
  let left = next() * total;
  const [state, , from, to] = STATES.find(([, share]) => (left -= share) < 0) ?? ['CA', 0, 900, 961];
  // Squared: the first beginnings of a state are those of its cities.
  const zip3 = from + Math.floor(next() ** 2 * (to - from + 1));
  return { state, zip3: String(zip3).padStart(3, '0') };
}

const anyOf = <T>(list: readonly T[], next: () => number): T => {
  const one = list[Math.floor(next() * list.length)];
  if (one === undefined) throw new Error('an empty list');
  return one;
};
/** By Zipf's law: the second is wanted half as often as the first, the third a third as often. */
const wanted = (next: () => number): string => SERVICES[Math.floor(SERVICES.length ** next()) - 1] ?? SERVICES[0] ?? '';
const someOf = <T>(list: readonly T[], count: number, next: () => number): T[] => [
  ...new Set(Array.from({ length: count }, () => anyOf(list, next))),
];

/** Contracts as buyers of leads have them: most are local, some of a state or a few, few of the whole country. */
export function contractsOf(count: number, seed: number): Matchable[] {
  const next = chance(seed);
  return Array.from({ length: count }, (_, index) => {
    const custom = parseCustomFilters(conditions(next));
    if (!custom.ok) throw new Error(JSON.stringify(custom.error));
    const minAge = next() < 0.6 ? 18 + Math.floor(next() * 50) : null;
    const maxAge = next() < 0.4 ? (minAge ?? 20) + 5 + Math.floor(next() * 30) : null;
    return {
      contractId: `contract-${index}`,
      version: 1,
      geo: placesOf(next),
      demographic: minAge === null && maxAge === null ? null : { minAge, maxAge, genders: [] },
      custom: custom.value,
    };
  });
}

function placesOf(next: () => number): GeoFilter | null {
  const none = { states: [], zipCodes: [], zipPrefixes: [], cities: [], exclude: false };
  const { state, zip3 } = somewhere(next);
  const kind = next();
  if (kind < 0.45) return { ...none, states: [state], zipPrefixes: [zip3] };
  if (kind < 0.7) {
    const codes = Array.from(
      { length: 5 + Math.floor(next() * 35) },
      () => zip3 + String(Math.floor(next() * 100)).padStart(2, '0'),
    );
    return { ...none, zipCodes: [...new Set(codes)] };
  }
  if (kind < 0.85) {
    const middle = `${zip3}01`;
    const point = placeOfZip(middle);
    if (point) return { ...none, radii: [{ zipCode: middle, ...point, miles: 10 + Math.floor(next() * 30) }] };
    return { ...none, zipPrefixes: [zip3] };
  }
  if (kind < 0.98)
    return {
      ...none,
      states: someOf(
        STATES.map(([name]) => name),
        1 + Math.floor(next() * 3),
        next,
      ),
    };
  return next() < 0.5 ? null : { ...none, states: ['NY', 'WA'], exclude: true };
}

function conditions(next: () => number): unknown[] {
  const filters: unknown[] = [{ field: 'service', operator: 'in', value: [...new Set([wanted(next), wanted(next)])] }];
  if (next() < 0.6) filters.push({ field: 'plan', operator: 'in', value: someOf(PLANS, 2, next) });
  if (next() < 0.4) filters.push({ field: 'income', operator: 'between', min: Math.floor(next() * 8) * 10_000 });
  if (next() < 0.1) filters.push({ field: 'homeowner', operator: 'equals', value: true });
  if (next() < 0.1) filters.push({ field: 'lastVisit', operator: 'is_not_empty' });
  if (next() < 0.2)
    filters.push({
      any: [
        { field: 'plan', operator: 'not_equals', value: 'none' },
        { field: 'income', operator: 'greater_than', value: 60_000 },
      ],
    });
  return filters;
}

export type Lead = Readonly<Record<string, FieldValue>>;

export function leadsOf(count: number, seed: number): Lead[] {
  const next = chance(seed);
  return Array.from({ length: count }, () => {
    const { state, zip3 } = somewhere(next);
    return {
      state,
      zipCode: zip3 + String(Math.floor(next() * 100)).padStart(2, '0'),
      dateOfBirth: `${1935 + Math.floor(next() * 70)}-0${1 + Math.floor(next() * 9)}-15`,
      service: wanted(next),
      plan: anyOf(PLANS, next),
      income: Math.floor(next() * 120_000),
      homeowner: next() < 0.6,
      ...(next() < 0.5 ? { lastVisit: '2025-01-31' } : {}),
    };
  });
}
