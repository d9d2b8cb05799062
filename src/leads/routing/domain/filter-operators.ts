import type { FieldFilter } from './terms.ts';

type Operator = FieldFilter['operator'];

const PRESENCE: readonly Operator[] = ['is_empty', 'is_not_empty'];
const SAME: readonly Operator[] = ['equals', 'not_equals'];
const LISTS: readonly Operator[] = ['in', 'not_in'];
const ORDER: readonly Operator[] = ['greater_than', 'less_than', 'between'];
const BY_TYPE: Readonly<Record<string, readonly Operator[]>> = {
  boolean: [...SAME, ...PRESENCE],
  select: [...SAME, ...LISTS, ...PRESENCE],
  number: [...SAME, ...LISTS, ...ORDER, ...PRESENCE],
  date: [...SAME, ...ORDER, ...PRESENCE],
};
const OF_TEXT: readonly Operator[] = [...SAME, 'contains', ...LISTS, ...PRESENCE];

/** The conditions that make sense for a field of a type. */
export const operatorsFor = (type: string): readonly Operator[] => BY_TYPE[type] ?? OF_TEXT;

/** Filters with words of their own for a field, beside the custom ones that may ask about any. */
const OWN_FILTERS: Readonly<Record<string, string>> = {
  state: 'geoFilters',
  zipCode: 'geoFilters',
  city: 'geoFilters',
  dateOfBirth: 'demographicFilters',
  gender: 'demographicFilters',
};

/** The filters of a contract that may ask about a field. */
export const filtersFor = (name: string): readonly string[] =>
  Object.hasOwn(OWN_FILTERS, name) ? [String(OWN_FILTERS[name]), 'customFilters'] : ['customFilters'];
