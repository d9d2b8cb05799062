import { Type } from 'typebox';
import { parseCents } from '../../kernel/money.ts';

/** Text of 1 to `max` characters. */
export const textOf = (max: number) => Type.String({ minLength: 1, maxLength: max });

/** Text of at most `max` characters, or null. */
export const textOrNull = (max: number) => Type.Union([Type.String({ maxLength: max }), Type.Null()]);

/** One of the given texts, or null where it is among them. */
export const oneOf = <const T extends string | null>(values: readonly T[]) => Type.Unsafe<T>({ enum: [...values] });

/** An amount of at least nothing, as a number or a decimal text with at most two decimals. */
export const amount = Type.Refine(
  Type.Union([Type.Number(), Type.String()]),
  isAmount,
  () => 'Send an amount of zero or more with at most two decimals, such as "15.00".',
);

function isAmount(value: unknown): boolean {
  if (typeof value !== 'number' && typeof value !== 'string') return true;
  const cents = parseCents(value);
  return cents.ok && cents.value >= 0;
}

/** The cents of what `amount` accepted. */
export function centsOf(value: number | string): number {
  const cents = parseCents(value);
  if (!cents.ok) throw new TypeError('an amount came through its schema that is none');
  return cents.value;
}

/** The time of the answer, as ISO 8601. */
export const timestamp = Type.String({ description: 'ISO 8601.' });

/** A row with its instants as ISO 8601. */
export function withIsoDates(row: object): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(row).map(([name, value]) => [name, value instanceof Date ? value.toISOString() : value]),
  );
}
