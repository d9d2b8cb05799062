import { unreachable } from '../../../kernel/result.ts';
import { ageInYears, isCalendarDate } from '../../../kernel/time.ts';
import { describeFilter, describeGroup, describeRadius, named } from './describe-filter.ts';
import { isWithin, type PlaceOf } from './distance.ts';
import { fieldFiltersOf, isGroup, membersOf } from './terms.ts';
import { fold, genderOf, holds, tagOf } from './fold.ts';
import { isOrdered } from './is-ordered.ts';
import type { FilterKind, ReasonDetail } from './reasons.ts';
import type {
  ContractFilters,
  CustomFilter,
  DemographicFilter,
  FieldFilter,
  FieldValue,
  FilterGroup,
  GeoFilter,
  Point,
} from './terms.ts';

/** Why a filter refuses: by reason, with names and the contract's own bounds. */
export interface Mismatch {
  readonly reason: 'field_missing' | 'geo_mismatch' | 'place_unknown' | 'demographic_mismatch' | 'custom_mismatch';
  readonly detail: ReasonDetail;
}

/** A lead as filters see it: its fields, its age, and where its ZIP code lies, each computed once. */
export interface Subject {
  readonly field: (name: string) => FieldValue | null;
  /** Of a field's value, to compare it by; null where the lead lacks it or its value can equal none. */
  readonly tag: (name: string) => string | null;
  readonly age: () => number | null;
  readonly place: () => Point | null;
}

/** What is known beside a lead's fields: the day on the tenant's calendar, and where ZIP codes lie. */
export interface Known {
  readonly now: Date;
  readonly timeZone: string;
  readonly placeOf: PlaceOf;
}

/** The age is that of the tenant's calendar (`timeZone`) at `now`; without a birth date that exists it is unknown. */
export function subjectOf(fields: Readonly<Record<string, FieldValue>>, { now, timeZone, placeOf }: Known): Subject {
  const field = (name: string): FieldValue | null => {
    const value = Object.hasOwn(fields, name) ? fields[name] : undefined;
    return value === undefined || (typeof value === 'string' && value.trim() === '') ? null : value;
  };
  const tags = new Map<string, string | null>();
  let age: number | null | undefined;
  let place: Point | null | undefined;
  return {
    field,
    tag(name) {
      const kept = tags.get(name);
      if (kept !== undefined) return kept;
      const value = field(name);
      const tag = value === null ? null : tagOf(value);
      tags.set(name, tag);
      return tag;
    },
    age: () => (age === undefined ? (age = ageOf(field('dateOfBirth'), now, timeZone)) : age),
    place: () => (place === undefined ? (place = placeOf(String(field('zipCode') ?? ''))) : place),
  };
}

function ageOf(birthDate: FieldValue | null, now: Date, timeZone: string): number | null {
  if (typeof birthDate !== 'string' || !isCalendarDate(birthDate)) return null;
  const age = ageInYears(birthDate, now, timeZone);
  return age < 0 ? null : age;
}

/** The first filter that refuses, in the order geography, demographics, custom; null when all pass. */
export function firstMismatch(filters: ContractFilters, subject: Subject): Mismatch | null {
  const place = filters.geo === null ? null : matchGeo(filters.geo, subject);
  if (place !== null) return place;
  const person = filters.demographic === null ? null : matchDemographic(filters.demographic, subject);
  if (person !== null) return person;
  return firstOf(filters.custom, subject);
}

function firstOf(filters: readonly CustomFilter[], subject: Subject): Mismatch | null {
  for (const filter of filters) {
    const mismatch = matchCustom(filter, subject);
    if (mismatch !== null) return mismatch;
  }
  return null;
}

const missing = (filter: FilterKind, field: string): Mismatch => ({
  reason: 'field_missing',
  detail: { filter, field },
});

function matchGeo(geo: GeoFilter, subject: Subject): Mismatch | null {
  return (
    matchPlace(geo, subject, 'state', geo.states) ??
    matchZip(geo, subject) ??
    matchPlace(geo, subject, 'city', geo.cities)
  );
}

function matchPlace(
  geo: GeoFilter,
  subject: Subject,
  field: 'state' | 'city',
  values: readonly string[],
): Mismatch | null {
  if (values.length === 0) return null;
  const value = subject.field(field);
  if (value === null) return missing('geography', field);
  const found = holds(values, subject.tag(field));
  return found === geo.exclude ? elsewhere(geo, field) : null;
}

function elsewhere(geo: GeoFilter, field: 'state' | 'city' | 'zipCode'): Mismatch {
  return saidOnce(geo, field, () => {
    const asked = field === 'state' ? named(geo.states) : field === 'city' ? named(geo.cities) : zipsInWords(geo);
    const bound = geo.exclude ? `none of ${asked}` : asked;
    return { reason: 'geo_mismatch', detail: { filter: 'geography', field, bound } };
  });
}

const said = new WeakMap<object, Map<string, Mismatch>>();

/** A refusal by a filter, which must never be changed in place, is put in words once, however many leads it refuses. */
function saidOnce(filter: object, name: string, say: () => Mismatch): Mismatch {
  let kept = said.get(filter);
  if (kept === undefined) said.set(filter, (kept = new Map<string, Mismatch>()));
  let mismatch = kept.get(name);
  if (mismatch === undefined) kept.set(name, (mismatch = say()));
  return mismatch;
}

/** A ZIP code that is neither listed nor known by its place cannot be said to lie within a radius, or outside. */
function matchZip(geo: GeoFilter, subject: Subject): Mismatch | null {
  const { zipCodes, zipPrefixes, radii = [] } = geo;
  if (zipCodes.length + zipPrefixes.length + radii.length === 0) return null;
  const value = subject.field('zipCode');
  if (value === null) return missing('geography', 'zipCode');
  const isListed =
    holds(zipCodes, subject.tag('zipCode')) || zipPrefixes.some((prefix) => String(value).startsWith(prefix));
  const point = isListed || radii.length === 0 ? null : subject.place();
  if (!isListed && radii.length > 0 && point === null)
    return saidOnce(geo, 'place', () => ({
      reason: 'place_unknown',
      detail: { filter: 'geography', field: 'zipCode', bound: named(radii.map(describeRadius)) },
    }));
  const found = isListed || (point !== null && radii.some((radius) => isWithin(radius, point)));
  return found === geo.exclude ? elsewhere(geo, 'zipCode') : null;
}

function zipsInWords({ zipCodes, zipPrefixes, radii = [] }: GeoFilter): string {
  const first = [
    ...radii.slice(0, 3).map(describeRadius),
    ...zipPrefixes.slice(0, 5).map((prefix) => `${prefix}*`),
    ...zipCodes.slice(0, 10),
  ];
  return named(first, radii.length + zipPrefixes.length + zipCodes.length);
}

function matchDemographic(filter: DemographicFilter, subject: Subject): Mismatch | null {
  const { minAge, maxAge, genders } = filter;
  const refuse = (field: string, say: () => string, name = field): Mismatch =>
    saidOnce(filter, name, () => ({
      reason: 'demographic_mismatch',
      detail: { filter: 'demographics', field, bound: say() },
    }));
  if (minAge !== null || maxAge !== null) {
    const age = subject.age();
    if (age === null) return missing('demographics', 'dateOfBirth');
    if (minAge !== null && age < minAge) return refuse('dateOfBirth', () => `at least ${minAge} years`, 'minAge');
    if (maxAge !== null && age > maxAge) return refuse('dateOfBirth', () => `at most ${maxAge} years`, 'maxAge');
  }
  if (genders.length === 0) return null;
  const gender = subject.field('gender');
  if (gender === null) return missing('demographics', 'gender');
  return genders.includes(genderOf(String(gender))) ? null : refuse('gender', () => named(genders));
}

function matchCustom(filter: CustomFilter, subject: Subject): Mismatch | null {
  if (isGroup(filter)) return 'all' in filter ? firstOf(filter.all, subject) : matchAny(filter, subject);
  const value = subject.field(filter.field);
  if (value === null && filter.operator !== 'is_empty') return missing('custom', filter.field);
  if (passes(filter, value, subject)) return null;
  return saidOnce(filter, 'custom', () => ({
    reason: 'custom_mismatch',
    detail: { filter: 'custom', field: filter.field, bound: describeFilter(filter) },
  }));
}

/** One that holds is enough. Where none does, what is asked of a field that the lead lacks comes first. */
function matchAny(group: Extract<FilterGroup, { any: unknown }>, subject: Subject): Mismatch | null {
  let lacking: Mismatch | null = null;
  for (const filter of membersOf(group)) {
    const mismatch = matchCustom(filter, subject);
    if (mismatch === null) return null;
    if (mismatch.reason === 'field_missing') lacking ??= mismatch;
  }
  return lacking ?? saidOnce(group, 'any', () => nobodyOf(group));
}

function nobodyOf(group: FilterGroup): Mismatch {
  const fields = [...new Set(fieldFiltersOf([group]).map(({ field }) => field))];
  const [field] = fields;
  const about = fields.length === 1 && field !== undefined ? { field } : { fields };
  return { reason: 'custom_mismatch', detail: { filter: 'custom', ...about, bound: describeGroup(group) } };
}

function passes(filter: FieldFilter, value: FieldValue | null, subject: Subject): boolean {
  if (value === null) return filter.operator === 'is_empty';
  const isAmong = (list: readonly FieldValue[]): boolean => holds(list, subject.tag(filter.field));
  switch (filter.operator) {
    case 'equals':
      return isAmong(alone(filter));
    case 'not_equals':
      return !isAmong(alone(filter));
    case 'contains':
      return fold(String(value)).includes(fold(filter.value));
    case 'in':
      return isAmong(filter.values);
    case 'not_in':
      return !isAmong(filter.values);
    case 'greater_than':
      return isOrdered(value, filter.value, (order) => order > 0);
    case 'less_than':
      return isOrdered(value, filter.value, (order) => order < 0);
    case 'between':
      return (
        (filter.min === undefined || isOrdered(value, filter.min, (order) => order >= 0)) &&
        (filter.max === undefined || isOrdered(value, filter.max, (order) => order <= 0))
      );
    case 'is_empty':
      return false;
    case 'is_not_empty':
      return true;
    default:
      return unreachable(filter);
  }
}

const lists = new WeakMap<FieldFilter, readonly FieldValue[]>();

/** A single value as a list of one, always the same list. */
function alone(filter: FieldFilter & { readonly operator: 'equals' | 'not_equals' }): readonly FieldValue[] {
  let list = lists.get(filter);
  if (list === undefined) lists.set(filter, (list = [filter.value]));
  return list;
}
