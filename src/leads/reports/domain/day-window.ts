import { addDays, atClockTimeOf, calendarDay, isCalendarDate, startOfDay } from '../../../kernel/time.ts';

/** From an instant, up to another one that is no part of it. */
export interface Span {
  readonly from: Date;
  readonly until: Date;
}

/** A day of a tenant's calendar as far as it has gone, with what it is held against. */
export interface DayWindow {
  readonly zone: string;
  readonly day: string;
  /** The day up to now, or whole once it is over. */
  readonly span: Span;
  /** The day before, up to the same time by the clock. */
  readonly before: Span;
  /** When each hour of the day begins: 24 of them, 23 or 25 where clocks change. The last one may be shorter. */
  readonly hours: readonly Date[];
}

/** How far back a day may lie. */
export const DAYS_BACK = 400;

const HOUR_MS = 3_600_000;

/** What is wrong with a day that is asked for; undefined for one that is today or was before. */
export function dayFault(day: string, timeZone: string, now: Date): 'format' | 'in_future' | 'too_old' | undefined {
  if (!isCalendarDate(day)) return 'format';
  const today = calendarDay(now, timeZone);
  if (day > today) return 'in_future';
  return day < addDays(today, -DAYS_BACK) ? 'too_old' : undefined;
}

/** The window of a day in a zone at an instant. */
export function dayWindow(day: string, zone: string, now: Date): DayWindow {
  const from = startOfDay(day, zone);
  const end = startOfDay(addDays(day, 1), zone);
  const until = earlier(now, end);
  const dayBefore = addDays(day, -1);
  const sameTime = until < end ? atClockTimeOf(until, dayBefore, zone) : from;
  return {
    zone,
    day,
    span: { from, until },
    before: { from: startOfDay(dayBefore, zone), until: earlier(sameTime, from) },
    hours: Array.from(
      { length: Math.ceil((end.getTime() - from.getTime()) / HOUR_MS) },
      (_, hour) => new Date(from.getTime() + hour * HOUR_MS),
    ),
  };
}

const earlier = (one: Date, other: Date): Date => (one < other ? one : other);
