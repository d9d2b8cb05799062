import { createHash } from 'node:crypto';
import { Type } from 'typebox';
import { invalid } from '../../kernel/app-error.ts';
import { isId } from '../../kernel/ids.ts';
import { nullable } from './wire.ts';

/** Where a page of a list ended: its last row. The next page holds what comes after it in the order of the list. */
export interface Place {
  readonly at: Date;
  readonly id: string;
}

/** The query parameter of lists that are read page by page without counting; an empty one asks for the first page. */
export const cursorSchema = Type.String({
  maxLength: 100,
  description:
    'The nextCursor of the page before, with the same filters; empty for the first page. Nothing is counted.',
});

/** The pagination of an answer to a request with a cursor. */
export const keysetPagination = Type.Object({
  total: Type.Null(),
  limit: Type.Integer(),
  hasMore: Type.Boolean(),
  nextCursor: nullable(Type.String()),
});

const MARK_CHARACTERS = 11;

/** A short mark of the list that a cursor belongs to: of its name, whose it is, and what it is narrowed by. */
export const markOf = (list: readonly unknown[]): string =>
  createHash('sha256').update(JSON.stringify(list)).digest('base64url').slice(0, MARK_CHARACTERS);

/** A cursor for what comes after a place. With a mark, it is good for that list only. */
export const cursorOf = ({ at, id }: Place, mark?: string): string =>
  [at.toISOString(), id, ...(mark === undefined ? [] : [mark])].join('~');

/** The place that a cursor names; undefined for none or an empty one. Throws VALIDATION_ERROR if it is of another. */
export function readCursor(cursor: string | undefined, mark?: string): Place | undefined {
  if (cursor === undefined || cursor === '') return undefined;
  const [at = '', id = '', given, ...more] = cursor.split('~');
  const time = /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(at) ? Date.parse(at) : Number.NaN;
  if (Number.isNaN(time) || !isId(id) || (mark === undefined) !== (given === undefined) || more.length > 0)
    throw refused('format', 'Send the cursor of the page before, unchanged.');
  if (given !== mark)
    throw refused('other_list', 'Belongs to another list or to other filters. Begin again without it.');
  return { at: new Date(time), id };
}

const refused = (rule: string, message: string) => invalid([{ field: 'cursor', rule, message }]);

/** Cuts rows, of which one more than the limit was asked for, to a page. */
export function keysetPage<Row>(
  rows: readonly Row[],
  limit: number,
  placeOf: (row: Row) => Place,
  mark?: string,
): { readonly rows: readonly Row[]; readonly nextCursor: string | null } {
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return { rows: page, nextCursor: rows.length > limit && last ? cursorOf(placeOf(last), mark) : null };
}
