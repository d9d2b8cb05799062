import { offsetSpans } from '../../../kernel/time.ts';
import type { ClosedReason, Schedule, Window } from './schedule.ts';

/** `[from, to)` in epoch milliseconds. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** A schedule in a zone, worked out day by day as it is asked. Instants are epoch milliseconds. */
export interface Timetable {
  isOpen(at: number): boolean;
  /** Why it is closed; null while it is open. */
  closedFor(at: number): ClosedReason | null;
  /** The first instant from `at` on at which it is open; null when it never is again. */
  nextOpening(at: number): number | null;
  /** Of a stretch of time, how many milliseconds it is open. */
  openTime(from: number, to: number): number;
}

const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;
/** After all that closes a contract for days, its week comes round; a change of clocks may skip a window once. */
const SEARCH_DAYS = 16;
/** Days kept of a schedule: those of a calendar day, and its neighbours. */
const KEPT_DAYS = 8;

/** Works out a schedule. `tenantZone` is the zone of a schedule that names none. */
export function timetableOf(schedule: Schedule, tenantZone: string): Timetable {
  const bounds = boundsOf(schedule, schedule.timeZone ?? tenantZone);
  const spansOn = keepDays((day) => openSpans(bounds, day));
  const isOpen = (at: number): boolean => spansOn(dayNumber(at)).some(({ from, to }) => from <= at && at < to);
  const search = (at: number): number | null => {
    const from = Math.max(at, bounds.notBefore);
    const last = dayNumber(Math.min(Math.max(from, bounds.lastObstacle) + SEARCH_DAYS * DAY_MS, bounds.expiresAt));
    for (let day = dayNumber(from); day <= last; day = Math.max(day + 1, dayNumber(pausedUntil(bounds, day)))) {
      const span = spansOn(day).find(({ to }) => to > from);
      if (span) return Math.max(span.from, from);
    }
    return null;
  };
  let known: { readonly from: number; readonly opening: number | null } | undefined;
  return {
    isOpen,
    closedFor: (at) => (isOpen(at) ? null : reasonAt(bounds, at)),
    nextOpening(at) {
      if (isOpen(at)) return at;
      // Closed from `known.from` to its opening: whoever asks in between gets the same answer.
      if (known && known.from <= at && (known.opening === null || at < known.opening)) return known.opening;
      known = { from: at, opening: search(at) };
      return known.opening;
    },
    openTime(from, to) {
      let sum = 0;
      for (let day = dayNumber(from); day * DAY_MS < to; day += 1)
        for (const span of spansOn(day)) sum += Math.max(0, Math.min(span.to, to) - Math.max(span.from, from));
      return sum;
    },
  };
}

/** The day, counted from 1 January 1970, of an instant, or of what clocks show. */
const dayNumber = (at: number): number => Math.floor(at / DAY_MS);
const numberOf = (day: string): number => dayNumber(Date.parse(`${day}T00:00Z`));
/** Sunday is 0; the first of all days was a Thursday. */
const weekdayOf = (day: number): number => (((day + 4) % 7) + 7) % 7;

/** A schedule in numbers. Days are those of its calendar, instants epoch milliseconds. */
interface Bounds {
  readonly timeZone: string;
  readonly hours: Schedule['hours'];
  readonly firstDay: number;
  readonly lastDay: number;
  readonly holidays: ReadonlySet<number>;
  readonly pauses: readonly Span[];
  readonly expiresAt: number;
  /** Before this instant nobody need look for an opening. */
  readonly notBefore: number;
  /** The end of all that closes it but its week. */
  readonly lastObstacle: number;
}

function boundsOf({ hours, startDate, endDate, holidays, pauses, expiresAt }: Schedule, timeZone: string): Bounds {
  const firstDay = startDate === null ? -Infinity : numberOf(startDate);
  const lastDay = endDate === null ? Infinity : numberOf(endDate);
  const days = new Set(holidays.map(numberOf));
  const spans = pauses.map(({ from, to }) => ({ from: Date.parse(from), to: Date.parse(to) }));
  // A zone is at most a day from UTC.
  const obstacles = [...[...days].map((day) => (day + 2) * DAY_MS), ...spans.map(({ to }) => to), firstDay * DAY_MS];
  return {
    timeZone,
    hours,
    firstDay,
    lastDay,
    holidays: days,
    pauses: spans,
    expiresAt: Math.min(expiresAt === null ? Infinity : Date.parse(expiresAt), (lastDay + 2) * DAY_MS),
    notBefore: (firstDay - 1) * DAY_MS,
    lastObstacle: Math.max(...obstacles),
  };
}

/** Keeps the days that were asked for last. */
function keepDays(work: (day: number) => readonly Span[]): (day: number) => readonly Span[] {
  const kept = new Map<number, readonly Span[]>();
  return (day) => {
    const found = kept.get(day);
    if (found) return found;
    const spans = work(day);
    const [oldest] = kept.keys();
    if (kept.size >= KEPT_DAYS && oldest !== undefined) kept.delete(oldest);
    kept.set(day, spans);
    return spans;
  };
}

/** When it is open on a day of UTC, in order and without overlaps. */
function openSpans(bounds: Bounds, utcDay: number): Span[] {
  const found: Span[] = [];
  for (const { from, to, offsetMs } of offsetSpans(utcDay * DAY_MS, (utcDay + 1) * DAY_MS, bounds.timeZone))
    for (let day = dayNumber(from + offsetMs); day * DAY_MS < to + offsetMs; day += 1)
      for (const window of windowsOf(bounds, day)) {
        const midnight = day * DAY_MS - offsetMs;
        const opens = Math.max(from, midnight + window.from * MINUTE_MS);
        const closes = Math.min(to, midnight + window.to * MINUTE_MS, bounds.expiresAt);
        if (opens < closes) found.push({ from: opens, to: closes });
      }
  return bounds.pauses.reduce(without, joined(found));
}

/** The windows of a day of the calendar, with those of the day before that go over midnight; none of them does. */
function windowsOf(bounds: Bounds, day: number): readonly Window[] {
  const { hours, firstDay, lastDay, holidays } = bounds;
  if (day < firstDay || day > lastDay || holidays.has(day)) return [];
  if (hours === null) return [{ from: 0, to: 1440 }];
  const own = (hours[weekdayOf(day)] ?? []).map(({ from, to }) => ({ from, to: to > from ? to : 1440 }));
  const before = (hours[weekdayOf(day - 1)] ?? []).flatMap(({ from, to }) => (to > from ? [] : [{ from: 0, to }]));
  return [...before, ...own];
}

function joined(spans: readonly Span[]): Span[] {
  const result: Span[] = [];
  for (const span of spans.toSorted((one, other) => one.from - other.from)) {
    const last = result.at(-1);
    if (last && span.from <= last.to) result.splice(-1, 1, { from: last.from, to: Math.max(last.to, span.to) });
    else result.push(span);
  }
  return result;
}

const without = (spans: readonly Span[], pause: Span): Span[] =>
  spans.flatMap(({ from, to }) =>
    [
      { from, to: Math.min(to, pause.from) },
      { from: Math.max(from, pause.to), to },
    ].filter((rest) => rest.from < rest.to),
  );

/** The end of the pauses that cover a whole day of UTC. */
const pausedUntil = ({ pauses }: Bounds, day: number): number =>
  Math.max(
    ...pauses.filter(({ from, to }) => from <= day * DAY_MS && to >= (day + 1) * DAY_MS).map(({ to }) => to),
    day * DAY_MS,
  );

function reasonAt({ timeZone, firstDay, lastDay, holidays, pauses, expiresAt }: Bounds, at: number): ClosedReason {
  const day = dayNumber(at + (offsetSpans(at, at + 1, timeZone)[0]?.offsetMs ?? 0));
  if (at >= expiresAt || day > lastDay) return 'expired';
  if (pauses.some(({ from, to }) => from <= at && at < to)) return 'paused';
  if (day < firstDay) return 'not_started';
  return holidays.has(day) ? 'holiday' : 'closed_hours';
}

/** No lead is worth waiting for longer: a contract that opens later refuses. */
const LONGEST_HOLD_MS = 14 * 86_400_000;

/**
 * What a closed contract does with a lead that comes at an instant (epoch milliseconds): it holds it until another one,
 * or refuses it: null. Undefined where it is open.
 */
export function holdAt(
  timetable: Timetable,
  { closedHours }: Pick<Schedule, 'closedHours'>,
  at: number,
): number | null | undefined {
  if (timetable.isOpen(at)) return undefined;
  const opening = closedHours === 'hold' ? timetable.nextOpening(at) : null;
  return opening !== null && opening - at <= LONGEST_HOLD_MS ? opening : null;
}
