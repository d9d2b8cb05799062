/** Times of the clock as they are written, such as 09:00; one that closes before it opens goes over midnight. */
export interface HoursWindow {
  readonly from: string;
  readonly to: string;
}

/** Windows by day of the week on which they begin, Sunday first, as the API counts days. */
export type WeekHours = readonly (readonly HoursWindow[])[];

/** Days as people read a week, Monday first. */
export const DAYS = [1, 2, 3, 4, 5, 6, 0] as const;
export const HOURS: readonly number[] = Array.from({ length: 24 }, (_, hour) => hour);

const DAY = 1440;
const HOUR = 60;
const CLOCK = /^(?:([01]?\d|2[0-3]):([0-5]\d)|24:00)$/;

/** Minutes from midnight; null for what is no time of the day. */
function minutesOf(text: string): number | null {
  const parts = CLOCK.exec(text.trim());
  if (!parts) return null;
  return parts[1] === undefined ? DAY : Number(parts[1]) * HOUR + Number(parts[2]);
}

/** `09:00` of minutes from midnight. */
export const clockOf = (minutes: number): string =>
  `${String(Math.floor(minutes / HOUR)).padStart(2, '0')}:${String(minutes % HOUR).padStart(2, '0')}`;

/** In minutes from the midnight before it opens; what goes over the next one ends beyond 1440. */
interface Span {
  readonly from: number;
  readonly to: number;
}

function spanOf(window: HoursWindow): Span | null {
  const [from, to] = [minutesOf(window.from), minutesOf(window.to)];
  if (from === null || to === null || from === to) return null;
  return { from, to: to > from ? to : to + DAY };
}

const windowOf = ({ from, to }: Span): HoursWindow => ({
  from: clockOf(from),
  to: clockOf(to > DAY ? to - DAY : to),
});

/** Whether it says two times, one to open and another to close. */
export const isWindow = (window: HoursWindow): boolean => spanOf(window) !== null;

export const isOverMidnight = (window: HoursWindow): boolean => (spanOf(window)?.to ?? 0) > DAY;

const dayBefore = (day: number): number => (day + 6) % 7;
const dayAfter = (day: number): number => (day + 1) % 7;

/** How many minutes of an hour it is open, from 0 to 60; windows that are not whole yet are left out. */
export function openMinutes(hours: WeekHours, day: number, hour: number): number {
  const own = (hours[day] ?? []).map(spanOf);
  const before = (hours[dayBefore(day)] ?? []).map(spanOf).map((span) => span && shifted(span, -DAY));
  const spans = [...own, ...before].filter((span) => span !== null);
  let open = 0;
  for (let minute = hour * HOUR; minute < (hour + 1) * HOUR; minute += 1)
    if (spans.some(({ from, to }) => from <= minute && minute < to)) open += 1;
  return open;
}

const shifted = ({ from, to }: Span, by: number): Span => ({ from: from + by, to: to + by });

/** The week with one hour open that was not, or closed that was; no minute of another hour changes. */
export function toggleHour(hours: WeekHours, day: number, hour: number): WeekHours {
  const span = { from: hour * HOUR, to: (hour + 1) * HOUR };
  if (openMinutes(hours, day, hour) < HOUR) return opened(hours, day, span);
  const next = hours.map((list) => [...list]);
  cut(next, day, span);
  cut(next, dayBefore(day), shifted(span, DAY));
  return next;
}

/** Joined with the windows of its day that it touches. */
function opened(hours: WeekHours, day: number, span: Span): WeekHours {
  let whole = span;
  const apart: HoursWindow[] = [];
  const byStart = (hours[day] ?? []).toSorted((one, other) => (spanOf(one)?.from ?? 0) - (spanOf(other)?.from ?? 0));
  for (const window of byStart) {
    const found = spanOf(window);
    if (found && found.from <= whole.to && whole.from <= found.to)
      whole = { from: Math.min(found.from, whole.from), to: Math.max(found.to, whole.to) };
    else apart.push(window);
  }
  const next = hours.map((list, at) => (at === day ? apart : [...list]));
  // A window has less than a day: of more, what is after midnight stands on the day after.
  const isLong = whole.to - whole.from >= DAY && whole.to > DAY;
  next[day]?.push(windowOf(isLong ? { ...whole, to: DAY } : whole));
  if (isLong) next[dayAfter(day)]?.push(windowOf({ from: 0, to: whole.to - DAY }));
  return next.map((list, at) => (at === day || isLong ? sorted(list) : list));
}

const sorted = (list: readonly HoursWindow[]): HoursWindow[] =>
  list.toSorted((one, other) => (spanOf(one)?.from ?? 0) - (spanOf(other)?.from ?? 0));

/** Takes a stretch out of the windows that begin on a day; what is left of the day after stands there. */
function cut(hours: HoursWindow[][], day: number, out: Span): void {
  const later: HoursWindow[] = [];
  hours[day] = (hours[day] ?? []).flatMap((window) => {
    const span = spanOf(window);
    if (!span || span.to <= out.from || out.to <= span.from) return [window];
    const rests = [
      { from: span.from, to: Math.min(span.to, out.from) },
      { from: Math.max(span.from, out.to), to: span.to },
    ].filter(({ from, to }) => from < to);
    later.push(...rests.filter(({ from }) => from >= DAY).map((rest) => windowOf(shifted(rest, -DAY))));
    return rests.filter(({ from }) => from < DAY).map(windowOf);
  });
  if (later.length > 0) hours[dayAfter(day)] = sorted([...(hours[dayAfter(day)] ?? []), ...later]);
}

/** The week with the windows of one day on others too. */
export const copyDay = (hours: WeekHours, day: number, to: readonly number[]): WeekHours =>
  hours.map((list, at) => (to.includes(at) ? [...(hours[day] ?? [])] : list));
