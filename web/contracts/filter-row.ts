import { contractTexts as t } from '../texts/contracts.ts';

export type Operator = keyof typeof t.operators;

/** A condition on a field of the lead, as its row of the form holds it. */
export interface FilterRow {
  readonly field: string;
  readonly operator: Operator | '';
  readonly value: string;
  readonly values: string[];
  readonly min: string;
  readonly max: string;
}

export const NEW_ROW: FilterRow = { field: '', operator: '', value: '', values: [], min: '', max: '' };

export const isUnary = (operator: Operator | ''): boolean => operator === 'is_empty' || operator === 'is_not_empty';
export const takesList = (operator: Operator | ''): boolean => operator === 'in' || operator === 'not_in';
export const isRange = (operator: Operator | ''): boolean => operator === 'between';

const textOf = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';

/** A condition of the API, for the form. */
export function rowOf(filter: Readonly<Record<string, unknown>>): FilterRow {
  const operator = (Object.keys(t.operators) as Operator[]).find((one) => one === filter['operator']) ?? '';
  return {
    field: textOf(filter['field']),
    operator,
    value: textOf(filter['value']),
    values: Array.isArray(filter['values']) ? filter['values'].map(textOf) : [],
    min: textOf(filter['min']),
    max: textOf(filter['max']),
  };
}

/** A row of the form, for the API. Values go as text: they are compared as what the field is. */
export function filterOf({ field, operator, value, values, min, max }: FilterRow): Record<string, unknown> {
  if (isUnary(operator)) return { field, operator };
  if (takesList(operator)) return { field, operator, values };
  if (!isRange(operator)) return { field, operator, value: value.trim() };
  return { field, operator, ...(min === '' ? {} : { min }), ...(max === '' ? {} : { max }) };
}

/** What a row lacks; null where it is whole. */
export function lacking({ field, operator, value, values, min, max }: FilterRow): string | null {
  if (field === '' || operator === '') return t.filterNeedsField;
  if (isUnary(operator)) return null;
  const isSaid = takesList(operator) ? values.length > 0 : isRange(operator) ? min + max !== '' : value.trim() !== '';
  return isSaid ? null : t.filterNeedsValue;
}
