import { type TSchema, Type } from 'typebox';
import { type Fault, invalid } from '../../kernel/app-error.ts';
import { isId } from '../../kernel/ids.ts';
import { keysetPage, type Place } from './keyset.ts';
import { nullable } from './wire.ts';

/** A page of a log asked for by `limit` (1 to 100, 50) and the `cursor` of the page before. */
export const logQuery = {
  limit: Type.Optional(Type.String({ pattern: '^[0-9]{1,3}$' })),
  cursor: Type.Optional(Type.String()),
};

/** Which rows of a log are read: of a time, and from the last row of the page before on, newest first. */
export interface LogWindow {
  readonly dateFrom?: Date | undefined;
  readonly dateTo?: Date | undefined;
  readonly before?: Place | undefined;
  readonly limit: number;
}

/** `{ data: […], pagination }` of a log, which grows at its head: nobody counts it. */
export const logList = <T extends TSchema>(item: T) =>
  Type.Object({
    data: Type.Array(item),
    pagination: Type.Object({
      hasMore: Type.Boolean(),
      cursor: nullable(Type.String()),
      nextCursor: nullable(Type.String()),
      total: Type.Null(),
      totalIsApproximate: Type.Boolean(),
    }),
  });

export const logLimit = ({ limit }: { readonly limit?: string }): number =>
  Math.min(Math.max(Number(limit ?? 50), 1), 100);

/** Refuses query parameters that should be ids and are not. Throws VALIDATION_ERROR with every fault. */
export function requireIds<N extends string>(query: Readonly<Partial<Record<N, string>>>, names: readonly N[]): void {
  const faults: Fault[] = names
    .filter((name) => query[name] !== undefined && !isId(query[name]))
    .map((field) => ({ field, rule: 'format', message: 'Send a UUID.' }));
  if (faults.length > 0) throw invalid(faults);
}

/** A page of rows of which one more was asked for than is shown. */
export function logAnswer<R, S>(rows: readonly R[], limit: number, as: { placeOf(row: R): Place; show(row: R): S }) {
  const { rows: shown, nextCursor } = keysetPage(rows, limit, (row) => as.placeOf(row));
  const pagination = {
    hasMore: nextCursor !== null,
    cursor: nextCursor,
    nextCursor,
    total: null,
    totalIsApproximate: false,
  };
  return { data: shown.map((row) => as.show(row)), pagination };
}
