import { unreachable } from '../../../kernel/result.ts';
import { ageInYears, isCalendarDate } from '../../../kernel/time.ts';
import { describeFilter, named } from './describe-filter.ts';
import { fold, genderOf, holds, keyOf, kindOf, numberOf } from './fold.ts';
import type { FilterKind, ReasonDetail } from './reasons.ts';
import type { Bound, ContractFilters, CustomFilter, DemographicFilter, FieldValue, GeoFilter } from './terms.ts';

/** Why a filter refuses: by reason, with names and the contract's own bounds. */
export interface Mismatch {
  readonly reason: 'field_missing' | 'geo_mismatch' | 'demographic_mismatch' | 'custom_mismatch';
  readonly detail: ReasonDetail;
}

/** A lead as filters see it: its fields, and its age, computed once. */
export interface Subject {
  readonly field: (name: string) => FieldValue | null;
  readonly age: () => number | null;
}

/** The age is that of the tenant's calendar (`timeZone`) at `now`; without a birth date that exists it is unknown. */
export function subjectOf(fields: Readonly<Record<string, FieldValue>>, now: Date, timeZone: string): Subject {
  const field = (name: string): FieldValue | null => {
    const value = Object.hasOwn(fields, name) ? fields[name] : undefined;
    return value === undefined || (typeof value === 'string' && value.trim() === '') ? null : value;
  };
  let age: number | null | undefined;
  return { field, age: () => (age === undefined ? (age = ageOf(field('dateOfBirth'), now, timeZone)) : age) };
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
  for (const filter of filters.custom) {
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
    matchPlace(geo, subject, 'state', [geo.states]) ??
    matchPlace(geo, subject, 'zipCode', [geo.zipCodes, geo.zipPrefixes]) ??
    matchPlace(geo, subject, 'city', [geo.cities])
  );
}

function matchPlace(geo: GeoFilter, subject: Subject, field: string, [values, prefixes = []]: Places): Mismatch | null {
  if (values.length + prefixes.length === 0) return null;
  const value = subject.field(field);
  if (value === null) return missing('geography', field);
  const found = holds(values, value) || prefixes.some((prefix) => String(value).startsWith(prefix));
  if (found !== geo.exclude) return null;
  const first = [...prefixes.slice(0, 5).map((prefix) => `${prefix}*`), ...values.slice(0, 10)];
  const asked = named(first, prefixes.length + values.length);
  return {
    reason: 'geo_mismatch',
    detail: { filter: 'geography', field, bound: geo.exclude ? `none of ${asked}` : asked },
  };
}

/** Whole values, and beginnings of values. */
type Places = readonly [readonly string[], (readonly string[])?];

function matchDemographic({ minAge, maxAge, genders }: DemographicFilter, subject: Subject): Mismatch | null {
  const refuse = (field: string, bound: string): Mismatch => ({
    reason: 'demographic_mismatch',
    detail: { filter: 'demographics', field, bound },
  });
  if (minAge !== null || maxAge !== null) {
    const age = subject.age();
    if (age === null) return missing('demographics', 'dateOfBirth');
    if (minAge !== null && age < minAge) return refuse('dateOfBirth', `at least ${minAge} years`);
    if (maxAge !== null && age > maxAge) return refuse('dateOfBirth', `at most ${maxAge} years`);
  }
  if (genders.length === 0) return null;
  const gender = subject.field('gender');
  if (gender === null) return missing('demographics', 'gender');
  return genders.includes(genderOf(String(gender))) ? null : refuse('gender', named(genders));
}

function matchCustom(filter: CustomFilter, subject: Subject): Mismatch | null {
  const value = subject.field(filter.field);
  if (value === null && filter.operator !== 'is_empty') return missing('custom', filter.field);
  if (passes(filter, value)) return null;
  return {
    reason: 'custom_mismatch',
    detail: { filter: 'custom', field: filter.field, bound: describeFilter(filter) },
  };
}

function passes(filter: CustomFilter, value: FieldValue | null): boolean {
  if (value === null) return filter.operator === 'is_empty';
  switch (filter.operator) {
    case 'equals':
      return same(value, filter.value);
    case 'not_equals':
      return !same(value, filter.value);
    case 'contains':
      return fold(String(value)).includes(fold(filter.value));
    case 'in':
      return holds(filter.values, value);
    case 'not_in':
      return !holds(filter.values, value);
    case 'greater_than':
      return compare(value, filter.value, (order) => order > 0);
    case 'less_than':
      return compare(value, filter.value, (order) => order < 0);
    case 'between':
      return (
        (filter.min === undefined || compare(value, filter.min, (order) => order >= 0)) &&
        (filter.max === undefined || compare(value, filter.max, (order) => order <= 0))
      );
    case 'is_empty':
      return false;
    case 'is_not_empty':
      return true;
    default:
      return unreachable(filter);
  }
}

function same(value: FieldValue, asked: FieldValue): boolean {
  const kind = kindOf(value);
  const key = keyOf(value, kind);
  return key !== null && key === keyOf(asked, kind);
}

/** Compares numbers with numbers and days with days; anything else satisfies no bound. */
function compare(value: FieldValue, bound: Bound, wanted: (order: number) => boolean): boolean {
  if (typeof bound === 'number') {
    const number = numberOf(value);
    return number !== null && wanted(number - bound);
  }
  if (typeof value !== 'string' || !isCalendarDate(value)) return false;
  return wanted(value === bound ? 0 : value < bound ? -1 : 1);
}
