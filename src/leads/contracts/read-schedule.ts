import type { Fault } from '../../kernel/app-error.ts';
import { WEEKDAYS } from '../../kernel/time.ts';
import type { Caps, Pacing, Ramp, Schedule } from '../routing/index.ts';
import type { ScheduleBody } from './schedule-wire.ts';

type Hours = NonNullable<Schedule['hours']>;
type Window = Hours[number][number];

const CLOCK = /^(?:([01]?\d|2[0-3]):([0-5]\d)|24:00)$/;
const MOST_WINDOWS = 24;

/** The schedule in a body over the one before; what it does not speak of stays. Collects every fault. */
export function readSchedule(body: ScheduleBody, before: Schedule, faults: Fault[]): Schedule {
  const { schedule, scheduleHours, scheduleTimezone, pauses } = body;
  const zones = [scheduleTimezone, schedule?.timezone].filter((zone) => zone !== undefined);
  if (new Set(zones).size > 1) faults.push(conflict('schedule.timezone', 'scheduleTimezone'));
  const windowed = (schedule?.days ?? []).length > 0 || isTime(schedule?.startTime) || isTime(schedule?.endTime);
  if (windowed && scheduleHours !== undefined && scheduleHours !== null)
    faults.push(conflict('schedule.days', 'scheduleHours'));
  const hours =
    scheduleHours === undefined || (scheduleHours === null && windowed)
      ? windowed && schedule
        ? hoursOfWindow(schedule, faults)
        : schedule === null
          ? null
          : before.hours
      : readHours(scheduleHours, before.hours, faults);
  for (const [index, pause] of (pauses ?? []).entries())
    if (Date.parse(pause.from) >= Date.parse(pause.to))
      faults.push({ field: `pauses.${index}.to`, rule: 'order', message: 'Is not after from. Send a later instant.' });
  const [startDate, endDate] = [schedule?.startDate, schedule?.endDate].map((day, index) =>
    schedule === null ? null : day === undefined ? [before.startDate, before.endDate][index] : day,
  );
  if (startDate && endDate && startDate > endDate)
    faults.push({ field: 'schedule.endDate', rule: 'order', message: 'Is before startDate. Send a later day.' });
  return {
    timeZone: zones.length === 0 ? before.timeZone : (zones[0] ?? null),
    hours,
    startDate: startDate ?? null,
    endDate: endDate ?? null,
    holidays: body.holidays === undefined ? before.holidays : (body.holidays ?? []),
    pauses: pauses === undefined ? before.pauses : (pauses ?? []),
    expiresAt: body.expiresAt === undefined ? before.expiresAt : body.expiresAt,
    closedHours: body.closedHours ?? before.closedHours,
  };
}

const conflict = (field: string, other: string): Fault => ({
  field,
  rule: 'conflict',
  message: `Says something else than ${other}. Send one of them.`,
});

const isTime = (time: unknown): boolean => typeof time === 'string';

/** One window on some days; without days, on every day. */
function hoursOfWindow(
  { days, startTime, endTime }: NonNullable<ScheduleBody['schedule']>,
  faults: Fault[],
): Hours | null {
  const from = minutesOf(startTime ?? '00:00', 'schedule.startTime', faults);
  const to = minutesOf(endTime ?? '24:00', 'schedule.endTime', faults);
  return from === undefined || to === undefined
    ? null
    : WEEKDAYS.map((_name, day) => ((days ?? []).length === 0 || days?.includes(day) ? [{ from, to }] : []));
}

/** Nothing at all is always open; a day of which nothing is said is closed, and hours that never open are a fault. */
function readHours(given: unknown, before: Hours | null, faults: Fault[]): Hours | null {
  if (given === null || (typeof given === 'object' && Object.keys(given).length === 0)) return null;
  const known = faults.length;
  const hours: Window[][] = WEEKDAYS.map(() => []);
  const found = Array.isArray(given) ? windowsOfList(given, faults) : windowsOfObject(given, faults);
  for (const { day, ...window } of found) hours[day]?.push(window);
  const crowded = hours.findIndex((list) => list.length > MOST_WINDOWS);
  if (crowded >= 0)
    faults.push({
      field: 'scheduleHours',
      rule: 'maximum',
      message: `Has more than ${MOST_WINDOWS} windows on one day. Send fewer.`,
    });
  if (found.length === 0 && faults.length === known) {
    const message = 'Opens on no day. Send at least one window, null for always, or pause the contract.';
    faults.push({ field: 'scheduleHours', rule: 'never_open', message });
  }
  return faults.length === known ? hours : before;
}

type OnDay = Window & { readonly day: number };

function windowsOfList(list: readonly unknown[], faults: Fault[]): OnDay[] {
  return list.flatMap((entry, index): OnDay[] => {
    const field = `scheduleHours.${index}`;
    const { day, startTime, endTime, active = true } = fieldsOf(entry);
    if (active === false) return [];
    if (typeof day !== 'number' || !Number.isInteger(day) || day < 0 || day > 6) {
      faults.push({ field: `${field}.day`, rule: 'day', message: 'Is no day. Send 0 for Sunday to 6 for Saturday.' });
      return [];
    }
    return windowOf(startTime, endTime, field, faults).map((window) => ({ day, ...window }));
  });
}

function windowsOfObject(given: unknown, faults: Fault[]): OnDay[] {
  const entries = typeof given === 'object' ? Object.entries(fieldsOf(given)) : undefined;
  if (!entries) {
    const message = 'Is neither a list nor an object by day. Send {"mon": [["09:00", "17:00"]]}, or null for always.';
    faults.push({ field: 'scheduleHours', rule: 'type', message });
    return [];
  }
  return entries.flatMap(([name, value]): OnDay[] => {
    const field = `scheduleHours.${name}`;
    const day = dayOf(name);
    if (day < 0) {
      faults.push({ field, rule: 'day', message: 'Is no day of the week. Send names such as mon or monday.' });
      return [];
    }
    if (value === null) return [];
    const pairs: unknown[] = Array.isArray(value) ? value : [value];
    const windows = pairs.length === 2 && pairs.every(isTime) ? [pairs] : pairs;
    return windows.flatMap((window, index) => {
      const at = `${field}.${index}`;
      const { startTime, endTime, start = startTime, end = endTime } = fieldsOf(window);
      const [from, to] = Array.isArray(window) ? (window as readonly unknown[]) : [start, end];
      return windowOf(from, to, at, faults).map((found) => ({ day, ...found }));
    });
  });
}

/** By its name, the first three letters of it, or its number. */
const dayOf = (name: string): number =>
  WEEKDAYS.findIndex((weekday, index) => {
    const [asked, whole] = [name.toLowerCase(), weekday.toLowerCase()];
    return asked === whole || asked === whole.slice(0, 3) || asked === String(index);
  });

const fieldsOf = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null ? { ...value } : {};

function windowOf(start: unknown, end: unknown, field: string, faults: Fault[]): Window[] {
  const [from, to] = [minutesOf(start, `${field}.startTime`, faults), minutesOf(end, `${field}.endTime`, faults)];
  if (from === undefined || to === undefined) return [];
  if (from !== to) return [{ from, to }];
  faults.push({
    field: `${field}.endTime`,
    rule: 'order',
    message: 'Is the start time. Send 00:00 and 24:00 for all day.',
  });
  return [];
}

function minutesOf(time: unknown, field: string, faults: Fault[]): number | undefined {
  const parts = typeof time === 'string' ? CLOCK.exec(time) : null;
  if (parts) return parts[1] === undefined ? 1440 : Number(parts[1]) * 60 + Number(parts[2]);
  faults.push({ field, rule: 'time', message: 'Is no time of the day. Send it as 09:00 or 17:30; 24:00 is midnight.' });
  return undefined;
}

/** A pace and a ramp are of a daily cap: without one they would be promises of nothing. */
export function uncapped(pacing: Pacing, ramp: Ramp | null, { leads, spendCents }: Caps): Fault[] {
  const hasLeads = leads?.day !== undefined;
  const isUnpaced = pacing === 'even' && !hasLeads && spendCents?.day === undefined;
  const rule = 'needs_cap';
  return [
    ...(isUnpaced
      ? [{ field: 'pacing', rule, message: 'Spreads a daily cap, and there is none. Send a cap, or the pacing none.' }]
      : []),
    ...(ramp !== null && !hasLeads
      ? [{ field: 'ramp', rule, message: 'Grows up to dailyLeadCap, and there is none. Send that cap, or no ramp.' }]
      : []),
  ];
}
