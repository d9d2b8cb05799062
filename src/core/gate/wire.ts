import { type Static, type TSchema, Type } from 'typebox';

/** `{ data }` of one record. */
export const one = <T extends TSchema>(item: T) => Type.Object({ data: item });

export const paginationSchema = Type.Object({
  total: Type.Integer(),
  limit: Type.Integer(),
  offset: Type.Integer(),
  hasMore: Type.Boolean(),
});

/** `{ data: […], pagination }` of a list. */
export const list = <T extends TSchema>(item: T) =>
  Type.Object({ data: Type.Array(item), pagination: paginationSchema });

/** A page asked for by `limit` (1 to 1000, 20) and `offset`; query values arrive as text. */
export const pageQuery = {
  limit: Type.Optional(Type.String({ pattern: '^[0-9]{1,4}$' })),
  offset: Type.Optional(Type.String({ pattern: '^[0-9]{1,9}$' })),
};

export interface Page {
  readonly limit: number;
  readonly offset: number;
}

/** The page that a query asks for, within bounds. */
export function pageOf(query: { limit?: string; offset?: string }): Page {
  return { limit: Math.min(Math.max(Number(query.limit ?? 20), 1), 1000), offset: Number(query.offset ?? 0) };
}

/** The list envelope around rows that were already cut to the page. */
export function listAnswer<T>(
  rows: readonly T[],
  total: number,
  page: Page,
): { data: T[]; pagination: Static<typeof paginationSchema> } {
  return { data: [...rows], pagination: { total, ...page, hasMore: page.offset + rows.length < total } };
}

export const idSchema = Type.String({ format: 'uuid', description: 'A UUID.' });
export const nullable = <T extends TSchema>(schema: T) => Type.Union([schema, Type.Null()]);
