import { isGroup } from './terms.ts';
import { genderOf, numberOf, tagsOf } from './fold.ts';
import type { Subject } from './match-filters.ts';
import type { ContractFilters, CustomFilter, FieldFilter, GeoFilter, Radius } from './terms.ts';

/** What a lead must be in one respect to pass, or more than that: one of some keys, or a number within a range. */
export type Constraint =
  | { readonly keys: ReadonlySet<string> }
  /** Both ends included. */
  | { readonly min: number; readonly max: number };

/** Constraints by their dimension, such as `=state`, `zip` or `#income`. What is not said there is not bounded. */
export type Constraints = ReadonlyMap<string, Constraint>;

/** More codes than this are indexed by their beginnings. */
const MAX_ZIPS = 16;
/** A degree is some 69 miles of latitude; of longitude it is less the further north. */
const MILES_A_DEGREE = 69;
const MAX_CELLS = 64;

/**
 * What every lead that passes the filters fulfils. An index may look at this alone and then ask the filters: it never
 * leaves out a lead that fits.
 */
export function constraintsOf({ geo, demographic, custom }: ContractFilters): Constraints {
  const parts: Constraints[] = [];
  if (geo !== null && !geo.exclude) parts.push(placesOf(geo));
  if (demographic !== null) {
    const { minAge, maxAge, genders } = demographic;
    const found = new Map<string, Constraint>();
    if (minAge !== null || maxAge !== null) found.set('age', { min: minAge ?? 0, max: maxAge ?? Infinity });
    if (genders.length > 0) found.set('gender', { keys: new Set(genders) });
    parts.push(found);
  }
  return together([...parts, ...custom.map(ofFilter)]);
}

function placesOf(geo: GeoFilter): Constraints {
  const found = new Map<string, Constraint>();
  if (geo.states.length > 0) found.set('=state', { keys: tagsOf(geo.states) });
  if (geo.cities.length > 0) found.set('=city', { keys: tagsOf(geo.cities) });
  const keys = zipKeys(geo);
  if (keys !== null && keys.size > 0) found.set('zip', { keys });
  return found;
}

/** Null where there would be too many keys. */
function zipKeys({ zipCodes, zipPrefixes, radii = [] }: GeoFilter): Set<string> | null {
  const cells = radii.flatMap(cellsOf);
  if (cells.length > MAX_CELLS) return null;
  const exact = zipCodes.length > MAX_ZIPS ? zipCodes.map((zip) => beginning(zip.slice(0, 3))) : [...tagsOf(zipCodes)];
  return new Set([...exact, ...zipPrefixes.map(beginning), ...cells]);
}

const beginning = (prefix: string): string => `${prefix}*`;
/** The whole degrees in which a point lies. */
const cellAt = (latitude: number, longitude: number): string =>
  `@${Math.floor(latitude)},${(((Math.floor(longitude) + 180) % 360) + 360) % 360}`;

/** The whole degrees that a circle may touch; around a pole all of them, which is too many. */
function cellsOf({ latitude, longitude, miles }: Radius): string[] {
  const high = miles / MILES_A_DEGREE + 0.1;
  const wide = high / Math.max(0.01, Math.cos(((Math.abs(latitude) + high) * Math.PI) / 180));
  const cells: string[] = [];
  for (let lat = Math.floor(latitude - high); lat <= latitude + high && cells.length <= MAX_CELLS; lat += 1)
    for (let lon = Math.floor(longitude - wide); lon <= longitude + wide && cells.length <= MAX_CELLS; lon += 1)
      cells.push(cellAt(lat, lon));
  return cells;
}

function ofFilter(filter: CustomFilter): Constraints {
  if (isGroup(filter)) return 'all' in filter ? together(filter.all.map(ofFilter)) : either(filter.any.map(ofFilter));
  const constraint = ofField(filter);
  return constraint === null ? new Map() : new Map([constraint]);
}

function ofField(filter: FieldFilter): readonly [string, Constraint] | null {
  const { field } = filter;
  switch (filter.operator) {
    case 'equals':
      return [`=${field}`, { keys: tagsOf([filter.value]) }];
    case 'in':
      return [`=${field}`, { keys: tagsOf(filter.values) }];
    case 'greater_than':
      return typeof filter.value === 'number' ? [`#${field}`, { min: filter.value, max: Infinity }] : null;
    case 'less_than':
      return typeof filter.value === 'number' ? [`#${field}`, { min: -Infinity, max: filter.value }] : null;
    case 'between': {
      const { min = -Infinity, max = Infinity } = filter;
      return typeof min === 'number' && typeof max === 'number' ? [`#${field}`, { min, max }] : null;
    }
    default:
      return null;
  }
}

/** All of them hold: of two in one dimension the narrower is enough. */
function together(parts: readonly Constraints[]): Constraints {
  const found = new Map<string, Constraint>();
  for (const [name, one] of parts.flatMap((part) => [...part])) {
    const other = found.get(name);
    if (other === undefined || isNarrower(one, other)) found.set(name, one);
  }
  return found;
}

function isNarrower(one: Constraint, other: Constraint): boolean {
  if ('keys' in one) return !('keys' in other) || one.keys.size < other.keys.size;
  return !('keys' in other) && one.max - one.min < other.max - other.min;
}

/** One of them holds: what all of them bound is bounded by what any of them lets pass. */
function either(parts: readonly Constraints[]): Constraints {
  const [first = new Map<string, Constraint>(), ...others] = parts;
  const found = new Map<string, Constraint>();
  for (const [name, one] of first) {
    let union: Constraint | null = one;
    for (const part of others) {
      const other = part.get(name);
      union = union === null || other === undefined ? null : unite(union, other);
    }
    if (union !== null) found.set(name, union);
  }
  return found;
}

function unite(one: Constraint, other: Constraint): Constraint | null {
  if ('keys' in one) return 'keys' in other ? { keys: new Set([...one.keys, ...other.keys]) } : null;
  return 'keys' in other ? null : { min: Math.min(one.min, other.min), max: Math.max(one.max, other.max) };
}

/** A lead in one dimension: its keys, of which a contract may ask for any, or its number; empty and null: unknown. */
export function keysIn(dimension: string, subject: Subject): readonly string[] {
  if (dimension === 'zip') return zipKeysOf(subject);
  if (dimension === 'gender') {
    const gender = subject.field('gender');
    return gender === null ? [] : [genderOf(String(gender))];
  }
  const tag = subject.tag(dimension.slice(1));
  return tag === null ? [] : [tag];
}

export function numberIn(dimension: string, subject: Subject): number | null {
  if (dimension === 'age') return subject.age();
  const value = subject.field(dimension.slice(1));
  return value === null ? null : numberOf(value);
}

function zipKeysOf(subject: Subject): string[] {
  const value = subject.field('zipCode');
  if (value === null) return [];
  const text = String(value);
  const prefixes = [1, 2, 3, 4].filter((length) => text.length >= length).map((length) => text.slice(0, length));
  const point = subject.place();
  return [
    subject.tag('zipCode') ?? '',
    ...prefixes.map(beginning),
    ...(point === null ? [] : [cellAt(point.latitude, point.longitude)]),
  ];
}
