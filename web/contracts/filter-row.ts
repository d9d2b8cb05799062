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

/** Conditions and groups of which one is enough, or all must hold. */
export interface FilterGroupRow {
  readonly kind: 'any' | 'all';
  readonly rows: readonly FilterNode[];
}

export type FilterNode = FilterRow | FilterGroupRow;

export const isGroupRow = (node: FilterNode): node is FilterGroupRow => 'kind' in node;

export const NEW_ROW: FilterRow = { field: '', operator: '', value: '', values: [], min: '', max: '' };

export const isUnary = (operator: Operator | ''): boolean => operator === 'is_empty' || operator === 'is_not_empty';
export const takesList = (operator: Operator | ''): boolean => operator === 'in' || operator === 'not_in';
export const isRange = (operator: Operator | ''): boolean => operator === 'between';

const textOf = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';

type Filter = Readonly<Record<string, unknown>>;
const isFilter = (one: unknown): one is Filter => typeof one === 'object' && one !== null;

/** A condition or a group of the API, for the form. */
export function nodeOf(filter: Filter): FilterNode {
  for (const kind of ['any', 'all'] as const) {
    const members = filter[kind];
    if (Array.isArray(members)) return { kind, rows: members.filter(isFilter).map(nodeOf) };
  }
  return rowOf(filter);
}

/** A condition or a group of the form, for the API. */
export function filterOf(node: FilterNode): Record<string, unknown> {
  return isGroupRow(node) ? { [node.kind]: node.rows.map(filterOf) } : conditionOf(node);
}

/** What the first incomplete part of a list of the form lacks; null where all is said. */
export function lackingIn(nodes: readonly FilterNode[], path = ''): string | null {
  for (const [index, node] of nodes.entries()) {
    const number = `${path}${index + 1}`;
    const lack = isGroupRow(node)
      ? node.rows.length === 0
        ? t.groupNeedsRow
        : lackingIn(node.rows, `${number}.`)
      : lacking(node);
    if (lack !== null) return isGroupRow(node) && node.rows.length > 0 ? lack : `${t.filter(number)}: ${lack}`;
  }
  return null;
}

/** A condition of the API, as a row of the form. */
function rowOf(filter: Filter): FilterRow {
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

/** A row of the form, as a condition. Values go as text: they are compared as what the field is. */
function conditionOf({ field, operator, value, values, min, max }: FilterRow): Record<string, unknown> {
  if (isUnary(operator)) return { field, operator };
  if (takesList(operator)) return { field, operator, values };
  if (!isRange(operator)) return { field, operator, value: value.trim() };
  return { field, operator, ...(min === '' ? {} : { min }), ...(max === '' ? {} : { max }) };
}

/** What a row lacks; null where it is whole. */
function lacking({ field, operator, value, values, min, max }: FilterRow): string | null {
  if (field === '' || operator === '') return t.filterNeedsField;
  if (isUnary(operator)) return null;
  const isSaid = takesList(operator) ? values.length > 0 : isRange(operator) ? min + max !== '' : value.trim() !== '';
  return isSaid ? null : t.filterNeedsValue;
}

type Operators = readonly Operator[];
const PRESENCE: Operators = ['is_empty', 'is_not_empty'];
const SAME: Operators = ['equals', 'not_equals'];
const LISTS: Operators = ['in', 'not_in'];
const ORDER: Operators = ['greater_than', 'less_than', 'between'];
const BY_TYPE: Readonly<Record<string, Operators>> = {
  boolean: [...SAME, ...PRESENCE],
  select: [...SAME, ...LISTS, ...PRESENCE],
  number: [...SAME, ...LISTS, ...ORDER, ...PRESENCE],
  date: [...SAME, ...ORDER, ...PRESENCE],
};
const OF_TEXT: Operators = [...SAME, 'contains', ...LISTS, ...PRESENCE];

/** The conditions that make sense for a field of a type; all of them for one that nobody knows any more. */
export const operatorsFor = (type: string | undefined): Operators =>
  type === undefined ? (Object.keys(t.operators) as Operator[]) : (BY_TYPE[type] ?? OF_TEXT);
