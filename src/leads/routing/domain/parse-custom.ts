import type { Fault } from '../../../kernel/app-error.ts';
import { ok, type Result } from '../../../kernel/result.ts';
import { isCalendarDate } from '../../../kernel/time.ts';
import { blame, type FilterInput, readList, readObject, scalarOf, settled } from './filter-input.ts';
import { numberOf } from './fold.ts';
import type { Bound, CustomFilter, FieldValue } from './terms.ts';

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
const VALUE_HELP = 'Send a text of 1 to 500 characters, a finite number or a boolean.';
const BOUND_HELP = 'Send a number, or a day as YYYY-MM-DD.';

/**
 * Reads `customFilters` of the wire in either spelling: a list of `{field, operator, value}`, or an object by field
 * whose values are a scalar (equals), a list (in) or `{min, max}` (between, ends included).
 * The value of `in` and `not_in` may be a list or text with commas. A field may be written `custom.age`.
 * Fault paths are such as `customFilters[0].operator` or `customFilters.age.min`.
 */
export function parseCustomFilters(
  raw: unknown,
  path = 'customFilters',
): Result<readonly CustomFilter[], readonly Fault[]> {
  if (raw === undefined || raw === null) return ok([]);
  const input: FilterInput = { path, faults: [] };
  const given = Array.isArray(raw) ? listForm(input, raw) : objectForm(input, raw);
  if (given.length > MAX_FILTERS) {
    blame(input, '', 'too_many', `Send at most ${MAX_FILTERS} conditions.`);
    return settled(input, []);
  }
  return settled(
    input,
    given.flatMap((one) => readFilter(one.at, one.field, one.operator, one.given) ?? []),
  );
}

interface GivenFilter {
  readonly at: FilterInput;
  readonly field: string;
  readonly operator: Operator;
  readonly given: Given;
}

function listForm(input: FilterInput, raw: readonly unknown[]): GivenFilter[] {
  return raw.flatMap((item, index): GivenFilter[] => {
    const at: FilterInput = { path: `${input.path}.${index}`, faults: input.faults };
    const given = readObject(at, item, ['field', 'operator', 'value', 'values', 'min', 'max']);
    if (given === null) return [];
    const field = readFieldName(at, '.field', given['field']);
    const operator = OPERATORS.find((one) => one === given['operator']);
    if (operator === undefined) blame(at, '.operator', 'not_an_option', `Send one of: ${OPERATORS.join(', ')}.`);
    return field === null || operator === undefined ? [] : [{ at, field, operator, given }];
  });
}

function objectForm(input: FilterInput, raw: unknown): GivenFilter[] {
  return Object.entries(readObject(input, raw) ?? {}).flatMap(([name, value]): GivenFilter[] => {
    const at: FilterInput = { path: `${input.path}.${name}`, faults: input.faults };
    const field = readFieldName(at, '', name);
    if (field === null) return [];
    if (Array.isArray(value)) return [{ at, field, operator: 'in', given: { value } }];
    if (typeof value !== 'object') return [{ at, field, operator: 'equals', given: { value } }];
    const given = readObject(at, value, ['min', 'max']);
    return given === null ? [] : [{ at, field, operator: 'between', given }];
  });
}

function readFieldName(input: FilterInput, below: string, raw: unknown): string | null {
  const name = typeof raw === 'string' ? raw.replace(/^custom\./, '') : '';
  if (FIELD.test(name)) return name;
  blame(input, below, 'name_shape', 'Send the camelCase name of a lead field.');
  return null;
}

function readFilter(at: FilterInput, field: string, operator: Operator, given: Given): CustomFilter | null {
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
