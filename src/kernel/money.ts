import { fail, ok, type Result } from './result.ts';

/** Integer minor units of a currency with two decimals. Never a float. */
export type Cents = number;

const DECIMAL = /^-?\d{1,12}(?:\.\d{1,2})?$/;

/**
 * Reads `"15"`, `"15.5"`, `"15.00"` or a JSON number as cents, exactly.
 * Refuses more than two decimals, exponents, NaN and anything else, rather than round.
 */
export function parseCents(value: unknown): Result<Cents, 'not_money'> {
  const text = typeof value === 'number' ? String(value) : value;
  if (typeof text !== 'string' || !DECIMAL.test(text)) return fail('not_money');
  const negative = text.startsWith('-');
  const [whole = '0', part = ''] = (negative ? text.slice(1) : text).split('.');
  const cents = Number(whole) * 100 + Number(part.padEnd(2, '0'));
  return ok(negative && cents !== 0 ? -cents : cents);
}

/** A share of an amount in hundredths of a per cent, to the nearest cent; a half goes to the even one. */
export function shareOf(cents: Cents, basisPoints: number): Cents {
  const exact = BigInt(cents) * BigInt(basisPoints);
  const whole = exact / 10_000n;
  const rest = exact % 10_000n;
  const twice = (rest < 0n ? -rest : rest) * 2n;
  const isUp = twice > 10_000n || (twice === 10_000n && whole % 2n !== 0n);
  return Number(isUp ? whole + (rest < 0n ? -1n : 1n) : whole);
}

/** Cents as the decimal text of the wire contract: `1500` → `"15.00"`. */
export function formatCents(cents: Cents): string {
  const sign = cents < 0 ? '-' : '';
  const absolute = Math.abs(cents);
  return `${sign}${Math.trunc(absolute / 100)}.${String(absolute % 100).padStart(2, '0')}`;
}
