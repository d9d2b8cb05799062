import { unreachable } from '../../../kernel/result.ts';
import { isWithin } from './distance.ts';
import { isGroup } from './terms.ts';
import { fold, genderOf, tagsOf } from './fold.ts';
import { isOrdered } from './is-ordered.ts';
import type { Subject } from './match-filters.ts';
import type { ContractFilters, CustomFilter, FieldFilter, FieldValue, GeoFilter } from './terms.ts';

/** Whether a lead passes, and nothing of why not: that `firstMismatch` says. */
export type Test = (subject: Subject) => boolean;

/** Lists up to so long are searched faster than a set is asked. */
const SHORT = 8;

/** All filters of a contract as one test, prepared as far as they are known before there is a lead. */
export function compileFilters({ geo, demographic, custom }: ContractFilters): Test {
  const tests = custom.map(compileCustom);
  if (demographic !== null) {
    const { minAge, maxAge, genders } = demographic;
    if (minAge !== null || maxAge !== null) {
      const [min, max] = [minAge ?? 0, maxAge ?? Infinity];
      tests.unshift((subject) => {
        const age = subject.age();
        return age !== null && age >= min && age <= max;
      });
    }
    if (genders.length > 0)
      tests.push((subject) => {
        const gender = subject.field('gender');
        return gender !== null && genders.includes(genderOf(String(gender)));
      });
  }
  if (geo !== null) tests.unshift(...compileGeo(geo));
  return every(tests);
}

const every = (tests: readonly Test[]): Test => {
  const [only] = tests;
  return only !== undefined && tests.length === 1 ? only : (subject) => tests.every((test) => test(subject));
};

/** Whether a tag is one of those of a list; a lead without the field has none. */
function among(values: readonly FieldValue[]): (tag: string | null) => boolean {
  const tags = tagsOf(values);
  if (tags.size > SHORT) return (tag) => tag !== null && tags.has(tag);
  const list = [...tags];
  return (tag) => tag !== null && list.includes(tag);
}

function compileGeo({ states, cities, zipCodes, zipPrefixes, radii = [], exclude }: GeoFilter): Test[] {
  const tests: Test[] = [];
  for (const [field, values] of [['state', states] as const, ['city', cities] as const]) {
    if (values.length === 0) continue;
    const isAmong = among(values);
    tests.push((subject) => subject.field(field) !== null && isAmong(subject.tag(field)) !== exclude);
  }
  if (zipCodes.length + zipPrefixes.length + radii.length === 0) return tests;
  const isListed = among(zipCodes);
  tests.push((subject) => {
    const zip = subject.field('zipCode');
    if (zip === null) return false;
    if (isListed(subject.tag('zipCode')) || zipPrefixes.some((prefix) => String(zip).startsWith(prefix)))
      return !exclude;
    if (radii.length === 0) return exclude;
    const point = subject.place();
    return point !== null && radii.some((radius) => isWithin(radius, point)) !== exclude;
  });
  return tests;
}

function compileCustom(filter: CustomFilter): Test {
  if (!isGroup(filter)) return compileField(filter);
  if ('all' in filter) return every(filter.all.map(compileCustom));
  const tests = filter.any.map(compileCustom);
  return (subject) => tests.some((test) => test(subject));
}

function compileField(filter: FieldFilter): Test {
  const { field } = filter;
  const present =
    (holds: (value: FieldValue, subject: Subject) => boolean): Test =>
    (subject) => {
      const value = subject.field(field);
      return value !== null && holds(value, subject);
    };
  switch (filter.operator) {
    case 'equals':
    case 'in': {
      const isAmong = among('values' in filter ? filter.values : [filter.value]);
      return (subject) => isAmong(subject.tag(field));
    }
    case 'not_equals':
    case 'not_in': {
      const isAmong = among('values' in filter ? filter.values : [filter.value]);
      return present((_value, subject) => !isAmong(subject.tag(field)));
    }
    case 'contains': {
      const part = fold(filter.value);
      return present((value) => fold(String(value)).includes(part));
    }
    case 'greater_than':
      return present((value) => isOrdered(value, filter.value, (order) => order > 0));
    case 'less_than':
      return present((value) => isOrdered(value, filter.value, (order) => order < 0));
    case 'between': {
      const { min, max } = filter;
      return present(
        (value) =>
          (min === undefined || isOrdered(value, min, (order) => order >= 0)) &&
          (max === undefined || isOrdered(value, max, (order) => order <= 0)),
      );
    }
    case 'is_empty':
      return (subject) => subject.field(field) === null;
    case 'is_not_empty':
      return (subject) => subject.field(field) !== null;
    default:
      return unreachable(filter);
  }
}
