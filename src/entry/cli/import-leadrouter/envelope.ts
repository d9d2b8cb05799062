import { isObject } from '../lead-submit/outcome.ts';

/** A record of the other system, as it answered. */
export type ForeignRow = Readonly<Record<string, unknown>>;

/** The rows of a list, and whether more may follow. */
export interface ForeignPage {
  readonly rows: readonly ForeignRow[];
  /** Undefined where the answer does not say. */
  readonly hasMore: boolean | undefined;
}

/**
 * A list in any of the shapes that are in use: `{data: […], pagination}`, a bare list, or one below a name of its own
 * (`{data: {rows: […]}}`, `{items: […]}`). Undefined for what is no list.
 */
export function readPage(json: unknown): ForeignPage | undefined {
  const rows = listIn(json) ?? (isObject(json) ? listIn(json['data']) : undefined);
  if (!rows) return undefined;
  const pagination = isObject(json) ? json['pagination'] : undefined;
  return { rows: rows.filter(isObject), hasMore: isObject(pagination) ? moreOf(pagination, rows.length) : undefined };
}

const isList = (value: unknown): value is readonly unknown[] => Array.isArray(value);

function listIn(json: unknown): readonly unknown[] | undefined {
  if (isList(json)) return json;
  if (!isObject(json)) return undefined;
  const { data } = json;
  if (isList(data)) return data;
  const lists = ['items', 'rows', 'results'].map((name) => json[name]).filter(isList);
  return lists[0];
}

function moreOf(pagination: ForeignRow, count: number): boolean | undefined {
  const { hasMore, total, offset } = pagination;
  if (typeof hasMore === 'boolean') return hasMore;
  if (typeof total === 'number') return (typeof offset === 'number' ? offset : 0) + count < total;
  return undefined;
}

/** One record, bare or below `data`. Undefined for what is none. */
export function readRecord(json: unknown): ForeignRow | undefined {
  if (!isObject(json)) return undefined;
  const { data } = json;
  if (data === undefined) return json;
  return isObject(data) ? data : undefined;
}

/** The id of a record as text; undefined for one without. */
export function idOf(row: ForeignRow): string | undefined {
  const { id } = row;
  if (typeof id === 'string' && id !== '') return id;
  return typeof id === 'number' ? String(id) : undefined;
}

/** A text of a record; undefined for what is none. */
export const textIn = (row: ForeignRow, name: string): string | undefined => {
  const value = row[name];
  return typeof value === 'string' && value !== '' ? value : undefined;
};
