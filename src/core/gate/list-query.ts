import { type TProperties, Type } from 'typebox';
import type { Fault } from '../../kernel/app-error.ts';
import { invalid } from '../../kernel/app-error.ts';
import { isCalendarDate } from '../../kernel/time.ts';
import type { ListRequest } from '../tenancy/index.ts';
import { oneOf } from './plain-fields.ts';
import { idSchema, pageOf, pageQuery } from './wire.ts';

/** How the list of a resource may be narrowed and sorted. */
export interface ListShape {
  readonly statuses: readonly string[];
  readonly sorts: readonly string[];
  /** Query parameters that are ids and equal a field of the row. */
  readonly ids: readonly string[];
  /** Query parameters that are ids of something the row is linked to: constant SQL with one `?`. */
  readonly linked: Readonly<Record<string, string>>;
  /** Further query parameters that equal a field of the row. */
  readonly equal?: TProperties;
  /** Further query parameters. */
  readonly also?: TProperties;
  /** Rows when the caller names no limit; 20 unless given. */
  readonly limit?: number;
}

export type ListQuery = Readonly<Record<string, string | undefined>>;

/** The schema of the query of a list. */
export function listQueryOf(shape: ListShape) {
  const ids = [...shape.ids, ...Object.keys(shape.linked)].map((name) => [name, Type.Optional(idSchema)] as const);
  return Type.Object(
    {
      ...pageQuery,
      search: Type.Optional(Type.String({ maxLength: 255 })),
      dateFrom: Type.Optional(Type.String({ description: 'Made at or after this day or instant, ISO 8601.' })),
      dateTo: Type.Optional(
        Type.String({ description: 'Made before the end of this day, or before this instant, ISO 8601.' }),
      ),
      sort: Type.Optional(oneOf(shape.sorts)),
      sortDirection: Type.Optional(oneOf(['asc', 'desc'])),
      ...(shape.statuses.length > 0 ? { status: Type.Optional(oneOf(shape.statuses)) } : {}),
      ...Object.fromEntries(ids),
      ...shape.equal,
      ...shape.also,
    },
    { additionalProperties: false },
  );
}

/** What a query asks for. Throws VALIDATION_ERROR for dates that are none. */
export function listRequestOf(shape: ListShape, query: ListQuery): ListRequest {
  const { from, to } = readDates(query);
  const linked = Object.entries(shape.linked).map(([name, sql]) => ({ sql, value: query[name] }));
  return {
    where: Object.fromEntries(
      ['status', ...shape.ids, ...Object.keys(shape.equal ?? {})].map((name) => [name, query[name]]),
    ),
    also: [...linked, { sql: 'created_at >= ?', value: from }, { sql: 'created_at < ?', value: to }],
    search: query['search'],
    sort: query['sort'],
    sortDirection: query['sortDirection'] === 'asc' ? 'asc' : 'desc',
    ...pageOf({
      limit: query['limit'] ?? String(shape.limit ?? 20),
      ...(query['offset'] ? { offset: query['offset'] } : {}),
    }),
  };
}

const DAY_MS = 86_400_000;
const DAY = /^\d{4}-\d{2}-\d{2}$/;
const INSTANT = /^\d{4}-\d{2}-\d{2}T[\d:.]{5,18}(?:Z|[+-]\d{2}:?\d{2})?$/;

/** `dateFrom` and `dateTo` as a half-open range; a day without a time counts whole, in UTC. */
export function readDates(query: ListQuery): { from: Date | undefined; to: Date | undefined } {
  const faults: Fault[] = [];
  const read = (field: 'dateFrom' | 'dateTo'): Date | undefined => {
    const text = query[field];
    if (text === undefined) return undefined;
    const isShaped = DAY.test(text) || INSTANT.test(text);
    const at = isShaped && isCalendarDate(text.slice(0, 10)) ? Date.parse(text) : Number.NaN;
    if (Number.isNaN(at))
      faults.push({
        field,
        rule: 'wrong_format',
        message: 'Send a day or an instant in ISO 8601, such as 2026-01-31.',
      });
    return new Date(field === 'dateTo' && DAY.test(text) ? at + DAY_MS : at);
  };
  const range = { from: read('dateFrom'), to: read('dateTo') };
  if (faults.length > 0) throw invalid(faults);
  return range;
}
