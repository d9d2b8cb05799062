/** How times, money and numbers are written, in the reader's language and the organization's zone. */

/** The reader's language, where it is a well-formed one: some systems call theirs `en-US@posix`. */
function readersLocale(): string {
  try {
    return Intl.getCanonicalLocales(globalThis.navigator.language)[0] ?? 'en-US';
  } catch (error) {
    if (error instanceof RangeError) return 'en-US';
    throw error;
  }
}

const LOCALE = readersLocale();
const DAY_MS = 24 * 3600 * 1000;

const formats = new Map<string, Intl.DateTimeFormat>();

/** A format of dates, made once: making one costs more than a hundred uses. */
function dates(options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const name = JSON.stringify(options);
  const known = formats.get(name) ?? new Intl.DateTimeFormat(LOCALE, options);
  formats.set(name, known);
  return known;
}

/** Day, time and zone: `26 Nov 2026, 14:02:07 CST`. */
export function exactTime(iso: string, timeZone: string): string {
  return dates({
    dateStyle: 'medium',
    timeStyle: 'medium',
    timeZone,
  })
    .format(new Date(iso))
    .concat(` ${zoneName(iso, timeZone)}`);
}

/** The short name of a zone at an instant, such as CST. */
function zoneName(iso: string, timeZone: string): string {
  const parts = dates({ timeZone, timeZoneName: 'short' }).formatToParts(new Date(iso));
  return parts.find((part) => part.type === 'timeZoneName')?.value ?? timeZone;
}

/** Within a day how long ago or until when, else day and time. */
export function shortTime(iso: string, timeZone: string, now: Date): string {
  const at = new Date(iso);
  const awayMs = at.getTime() - now.getTime();
  if (Math.abs(awayMs) < DAY_MS) return relative(awayMs);
  const sameYear = at.getFullYear() === now.getFullYear();
  return dates({
    day: 'numeric',
    month: 'short',
    ...(sameYear ? {} : { year: 'numeric' }),
    hour: 'numeric',
    minute: '2-digit',
    timeZone,
  }).format(at);
}

const STEPS: readonly (readonly [ms: number, unit: Intl.RelativeTimeFormatUnit])[] = [
  [3_600_000, 'hour'],
  [60_000, 'minute'],
  [1_000, 'second'],
];

function relative(awayMs: number): string {
  const words = new Intl.RelativeTimeFormat(LOCALE, { numeric: 'auto', style: 'short' });
  for (const [ms, unit] of STEPS) if (Math.abs(awayMs) >= ms) return words.format(Math.trunc(awayMs / ms), unit);
  return words.format(0, 'second');
}

/** An hour of a day in a zone: `2 PM`. */
export const hourOf = (iso: string, timeZone: string): string =>
  dates({ hour: 'numeric', timeZone }).format(new Date(iso));

/** Hour and minute of an instant in a zone: `2:05 PM`. */
export const clockOf = (iso: string, timeZone: string): string =>
  dates({ hour: 'numeric', minute: '2-digit', timeZone }).format(new Date(iso));

/** A calendar day such as 2026-11-26, in words. */
export const dayInWords = (day: string): string =>
  dates({ dateStyle: 'full', timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`));

/** Amounts of the API (`"12.50"`) with currency; negative ones in parentheses. */
export function money(amount: string | number, currency = 'USD'): string {
  return new Intl.NumberFormat(LOCALE, { style: 'currency', currency, currencySign: 'accounting' }).format(
    Number(amount),
  );
}

/** So many times an amount of the API, reckoned in cents. */
export const moneyTimes = (times: number, amount: string): string =>
  money((times * Math.round(Number(amount) * 100)) / 100);

export const count = (value: number): string => new Intl.NumberFormat(LOCALE).format(value);

/** A share between 0 and 1 as a percentage; a dash where there was nothing to count. */
export const percent = (share: number | null): string =>
  share === null ? '–' : new Intl.NumberFormat(LOCALE, { style: 'percent', maximumFractionDigits: 1 }).format(share);

/** A duration with its unit: `850 ms`, `2.4 s`. */
export function duration(ms: number): string {
  if (ms < 1_000) return `${count(Math.round(ms))} ms`;
  const seconds = new Intl.NumberFormat(LOCALE, { maximumFractionDigits: 1 }).format(ms / 1_000);
  return `${seconds} s`;
}

/** One or many: `1 lead`, `5 leads`. */
export const plural = (number: number, one: string, many = `${one}s`): string =>
  `${count(number)} ${number === 1 ? one : many}`;
