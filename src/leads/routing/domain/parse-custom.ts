import type { Fault } from '../../../kernel/app-error.ts';
import { ok, type Result } from '../../../kernel/result.ts';
import { isCalendarDate } from '../../../kernel/time.ts';
import { blame, type FilterInput, readList, readObject, scalarOf, settled } from './filter-input.ts';
import { numberOf } from './fold.ts';
import { fieldFiltersOf } from './terms.ts';
import type { Bound, CustomFilter, FieldFilter, FieldValue, FilterGroup } from './terms.ts';

const OPERATORS = [
  'equals',
  'not_equals',
  'contains',
  'in',
  'not_in',
  'greater_than',
  'less_than',
  'between',
  'is_empty',
  'is_not_empty',
] as const;
type Operator = (typeof OPERATORS)[number];
type Given = Readonly<Record<string, unknown>>;

const FIELD = /^[a-z][a-zA-Z0-9]{0,63}$/;
const MAX_FILTERS = 100;
const MAX_VALUES = 1000;
/** Groups that stand in each other. */
const MAX_DEPTH = 3;
const VALUE_HELP = 'Send a text of 1 to 500 characters, a finite number or a boolean.';
const BOUND_HELP = 'Send a number, or a day as YYYY-MM-DD.';

/**
 * Reads `customFilters` of the wire in either spelling: a list of `{field, operator, value}`, or an object by field
 * whose values are a scalar (equals), a list (in) or `{min, max}` (between, ends included). In a list may stand groups,
 * `{any: […]}` of which one is enough, and `{all: […]}`, with conditions and groups in them.
 * The value of `in` and `not_in` may be a list or text with commas. A field may be written `custom.age`.
 * Fault paths are such as `customFilters.0.operator`, `customFilters.0.any.1.value` or `customFilters.age.min`.
 */
export function parseCustomFilters(
  raw: unknown,
  path = 'customFilters',
): Result<readonly CustomFilter[], readonly Fault[]> {
  if (raw === undefined || raw === null) return ok([]);
  const input: FilterInput = { path, faults: [] };
  const filters = Array.isArray(raw) ? listForm(input, raw, 0) : objectForm(input, raw);
  if (fieldFiltersOf(filters).length > MAX_FILTERS) tooMany(input);
  return settled(input, filters);
}

const tooMany = (input: FilterInput): void => blame(input, '', 'too_many', `Send at most ${MAX_FILTERS} conditions.`);

/** A longer list is not looked into. */
function listForm(input: FilterInput, raw: readonly unknown[], depth: number): CustomFilter[] {
  if (raw.length > MAX_FILTERS) {
    tooMany(input);
    return [];
  }
  return raw.flatMap((item, index): CustomFilter[] => {
    const at: FilterInput = { path: `${input.path}.${index}`, faults: input.faults };
    const one = isGroupForm(item) ? readGroup(at, item, depth + 1) : readItem(at, item);
    return one === null ? [] : [one];
  });
}

const isGroupForm = (item: unknown): item is Given =>
  typeof item === 'object' && item !== null && ('any' in item || 'all' in item);

function readGroup(at: FilterInput, item: Given, depth: number): FilterGroup | null {
  const given = readObject(at, item, ['any', 'all']) ?? {};
  const [kind, other] = (['any', 'all'] as const).filter((one) => Object.hasOwn(given, one));
  if (kind === undefined || other !== undefined) {
    blame(at, '', 'conflict', 'A group is either any or all. Send one of them, with a list of conditions.');
    return null;
  }
  if (depth > MAX_DEPTH) {
    blame(at, '', 'too_deep', `Groups may stand in each other ${MAX_DEPTH} deep. Send fewer.`);
    return null;
  }
  const raw = given[kind];
  if (!Array.isArray(raw) || raw.length === 0) {
    blame(at, `.${kind}`, 'required', 'List at least one condition.');
    return null;
  }
  const filters = listForm({ path: `${at.path}.${kind}`, faults: at.faults }, raw, depth);
  return kind === 'any' ? { any: filters } : { all: filters };
}

function readItem(at: FilterInput, item: unknown): FieldFilter | null {
  const given = readObject(at, item, ['field', 'operator', 'value', 'values', 'min', 'max']);
  if (given === null) return null;
  const field = readFieldName(at, '.field', given['field']);
  const operator = OPERATORS.find((one) => one === given['operator']);
  if (operator === undefined) blame(at, '.operator', 'not_an_option', `Send one of: ${OPERATORS.join(', ')}.`);
  return field === null || operator === undefined ? null : readFilter(at, field, operator, given);
}

function objectForm(input: FilterInput, raw: unknown): CustomFilter[] {
  const entries = Object.entries(readObject(input, raw) ?? {});
  if (entries.length > MAX_FILTERS) {
    tooMany(input);
    return [];
  }
  return entries.flatMap(([name, value]): CustomFilter[] => {
    const at: FilterInput = { path: `${input.path}.${name}`, faults: input.faults };
    const field = readFieldName(at, '', name);
    const one = field === null ? null : readByField(at, field, value);
    return one === null ? [] : [one];
  });
}

function readByField(at: FilterInput, field: string, value: unknown): FieldFilter | null {
  if (Array.isArray(value)) return readFilter(at, field, 'in', { value });
  if (typeof value !== 'object') return readFilter(at, field, 'equals', { value });
  const given = readObject(at, value, ['min', 'max']);
  return given === null ? null : readFilter(at, field, 'between', given);
}

function readFieldName(input: FilterInput, below: string, raw: unknown): string | null {
  const name = typeof raw === 'string' ? raw.replace(/^custom\./, '') : '';
  if (FIELD.test(name)) return name;
  blame(input, below, 'name_shape', 'Send the camelCase name of a lead field.');
  return null;
}

function readFilter(at: FilterInput, field: string, operator: Operator, given: Given): FieldFilter | null {
  switch (operator) {
    case 'is_empty':
    case 'is_not_empty':
      return { field, operator };
    case 'in':
    case 'not_in': {
      const values = readValues(at, given);
      return values === null ? null : { field, operator, values };
    }
    case 'between': {
      const [min, max] = [readBound(at, given, 'min'), readBound(at, given, 'max')];
      if (min === null && max === null)
        return Object.hasOwn(given, 'min') || Object.hasOwn(given, 'max') ? null : noBounds(at);
      if (min !== null && max !== null && (typeof min !== typeof max || min > max)) {
        blame(at, '.max', 'range', 'The max must be of the kind of the min and not lie below it.');
      }
      return { field, operator, ...(min === null ? {} : { min }), ...(max === null ? {} : { max }) };
    }
    case 'greater_than':
    case 'less_than': {
      const value = Object.hasOwn(given, 'value') ? readBound(at, given, 'value') : blameMissing(at, BOUND_HELP);
      return value === null ? null : { field, operator, value };
    }
    default: {
      const value = scalarOf(given['value']);
      if (value === null) return blameMissing(at, VALUE_HELP);
      return operator === 'contains' ? { field, operator, value: String(value) } : { field, operator, value };
    }
  }
}

function noBounds(at: FilterInput): null {
  blame(at, '', 'required', 'Give a min, a max or both.');
  return null;
}

function blameMissing(at: FilterInput, help: string): null {
  blame(at, '.value', 'not_valid', help);
  return null;
}

function readBound(at: FilterInput, given: Given, name: string): Bound | null {
  if (!Object.hasOwn(given, name)) return null;
  const scalar = scalarOf(given[name]);
  const number = scalar === null ? null : numberOf(scalar);
  if (number !== null) return number;
  if (typeof scalar === 'string' && isCalendarDate(scalar)) return scalar;
  blame(at, `.${name}`, 'not_valid', BOUND_HELP);
  return null;
}

function readValues(at: FilterInput, given: Given): FieldValue[] | null {
  const raw = given['value'] ?? given['values'];
  const list = typeof raw === 'string' ? raw.split(',') : raw;
  const name = Object.hasOwn(given, 'values') && !Object.hasOwn(given, 'value') ? 'values' : 'value';
  const values = readList(at, { [name]: list }, [name], { accept: scalarOf, help: VALUE_HELP, max: MAX_VALUES });
  if (values.length > 0) return values;
  if (!Array.isArray(list) || list.length === 0) blame(at, `.${name}`, 'required', 'List at least one value.');
  return null;
}
