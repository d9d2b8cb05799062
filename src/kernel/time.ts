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

/** Full years from a birth date (`YYYY-MM-DD`) to `at`, on the calendar of `timeZone`. Leap days turn on 1 March. */
export function ageInYears(birthDate: string, at: Date, timeZone: string): number {
  const today = Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(timeZone).toPlainDate();
  const born = Temporal.PlainDate.from(birthDate);
  const years = today.year - born.year;
  const reached = today.month > born.month || (today.month === born.month && today.day >= born.day);
  return reached ? years : years - 1;
}

/** Whether the text is a day that exists on the calendar, written `YYYY-MM-DD`. */
export function isCalendarDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  try {
    return Temporal.PlainDate.from(text).toString() === text;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}

/** The day, `YYYY-MM-DD`, that it is in the zone at the instant. */
export function calendarDay(at: Date, timeZone: string): string {
  return Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(timeZone).toPlainDate().toString();
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
