import type { TablePage, TableWish } from './table-types.ts';

interface OffsetAnswer<T> {
  readonly data: readonly T[];
  readonly pagination: { readonly total: number; readonly limit: number; readonly offset: number };
}

interface KeysetAnswer<T> {
  readonly data: readonly T[];
  readonly pagination: object;
}

/** The order as the API takes it. */
function orderOf({ sort }: TableWish): Readonly<Record<string, string>> {
  if (sort === undefined) return {};
  return { sort: sort.replace(/^-/, ''), sortDirection: sort.startsWith('-') ? 'desc' : 'asc' };
}

/** The query of a list that is paged by offset. */
export const offsetQuery = (wish: TableWish) => ({
  ...wish.filters,
  ...orderOf(wish),
  limit: String(wish.limit),
  offset: wish.position ?? '0',
});

/** A page of a list that is paged by offset. */
export function offsetPage<T>({ data, pagination }: OffsetAnswer<T>): TablePage<T> {
  const after = pagination.offset + data.length;
  return {
    rows: data,
    next: after < pagination.total && data.length > 0 ? String(after) : undefined,
    total: pagination.total,
  };
}

/** The query of a list that is paged by a cursor. */
export const keysetQuery = ({ filters, position, limit }: TableWish) => ({
  ...filters,
  limit: String(limit),
  // An empty one asks for the first page by a cursor, without counting.
  cursor: position ?? '',
});

/** A page of a list that is paged by a cursor. */
export const keysetPage = <T>({ data, pagination }: KeysetAnswer<T>): TablePage<T> => ({
  rows: data,
  next: 'nextCursor' in pagination && typeof pagination.nextCursor === 'string' ? pagination.nextCursor : undefined,
  total: undefined,
});
