import { Temporal } from 'temporal-polyfill';

/** Where rules take the time from; tests pass their own. */
export interface Clock {
  now(): Date;
}

export const systemClock: Clock = { now: () => new Date() };

/** Whether the text is a time zone of the IANA database, such as `America/Chicago`. */
export function isTimeZone(name: string): boolean {
  try {
    return !/^[+-]/.test(name) && Temporal.Now.zonedDateTimeISO(name).timeZoneId.length > 0;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}

/**
 * Full years from a birth date (`YYYY-MM-DD`) to `at`, on the calendar of `timeZone`. Leap days turn on 1 March. Throws
 * RangeError for a day that does not exist.
 */
export function ageInYears(birthDate: string, at: Date, timeZone: string): number {
  if (!isCalendarDate(birthDate)) throw new RangeError('a birth date is a day that exists, YYYY-MM-DD');
  const today = calendarDay(at, timeZone);
  const years = Number(today.slice(0, 4)) - Number(birthDate.slice(0, 4));
  return today.slice(5) >= birthDate.slice(5) ? years : years - 1;
}

const MONTH_DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Whether the text is a day that exists on the calendar, written `YYYY-MM-DD`. */
export function isCalendarDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const [year, month, day] = [Number(text.slice(0, 4)), Number(text.slice(5, 7)), Number(text.slice(8))];
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const days = month === 2 && isLeap ? 29 : (MONTH_DAYS[month - 1] ?? 0);
  return day >= 1 && day <= days;
}

const MINUTE_MS = 60_000;
/** Since then no zone has changed its offset but at a full minute. */
const FULL_MINUTES_SINCE = Date.UTC(1973, 0, 1);
const keptDays = new Map<string, { readonly minute: number; readonly day: string }>();

/** The day, `YYYY-MM-DD`, that it is in the zone at the instant. Within a minute it is worked out once. */
export function calendarDay(at: Date, timeZone: string): string {
  const minute = Math.floor(at.getTime() / MINUTE_MS);
  const kept = keptDays.get(timeZone);
  if (kept?.minute === minute) return kept.day;
  const day = Temporal.Instant.fromEpochMilliseconds(at.getTime())
    .toZonedDateTimeISO(timeZone)
    .toPlainDate()
    .toString();
  if (at.getTime() >= FULL_MINUTES_SINCE) keptDays.set(timeZone, { minute, day });
  return day;
}

/** The first instant of a day, `YYYY-MM-DD`, in the zone: midnight, or what comes first where midnight is skipped. */
export function startOfDay(day: string, timeZone: string): Date {
  return new Date(Temporal.PlainDate.from(day).toZonedDateTime(timeZone).epochMilliseconds);
}

/** The Monday of a day's week. */
export function weekStart(day: string): string {
  const date = Temporal.PlainDate.from(day);
  return date.subtract({ days: date.dayOfWeek - 1 }).toString();
}

/** The day so many days after another one; `days` may be negative. */
export function addDays(day: string, days: number): string {
  return Temporal.PlainDate.from(day).add({ days }).toString();
}

/**
 * When the clocks of the zone show on another day what they show at the instant. A time that the day skips is as much
 * later; of one that comes twice it is the first.
 */
export function atClockTimeOf(at: Date, day: string, timeZone: string): Date {
  const plainTime = Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(timeZone).toPlainTime();
  return new Date(Temporal.PlainDate.from(day).toZonedDateTime({ timeZone, plainTime }).epochMilliseconds);
}

/** A stretch of time, `[from, to)` in epoch milliseconds, in which the clocks of a zone keep one distance from UTC. */
export interface OffsetSpan {
  readonly from: number;
  readonly to: number;
  readonly offsetMs: number;
}

/** Parts a stretch of at most a day where the clocks of the zone are changed. */
export function offsetSpans(from: number, to: number, timeZone: string): OffsetSpan[] {
  const offsetAt = (at: number): number =>
    Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timeZone).offsetNanoseconds / 1e6;
  const offsetMs = offsetAt(from);
  if (offsetMs === offsetAt(to - 1)) return [{ from, to, offsetMs }];
  const change = Temporal.Instant.fromEpochMilliseconds(from)
    .toZonedDateTimeISO(timeZone)
    .getTimeZoneTransition('next');
  const changeAt = change?.epochMilliseconds ?? to;
  return [{ from, to: changeAt, offsetMs }, ...(changeAt < to ? offsetSpans(changeAt, to, timeZone) : [])];
}

/** What clocks of the zone show at an instant: `Monday 2026-03-02 09:00 (America/Chicago)`. */
export function sayInstant(at: Date, timeZone: string): string {
  const shown = Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(timeZone);
  const time = shown.toPlainTime().toString({ smallestUnit: 'minute' });
  return `${WEEKDAYS[shown.dayOfWeek % 7] ?? ''} ${shown.toPlainDate().toString()} ${time} (${timeZone})`;
}

/** Sunday first, as the wire counts them. */
export const WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'] as const;
