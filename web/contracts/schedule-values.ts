import { scheduleTexts as t } from '../texts/schedule.ts';
import { orBlank, orNull } from '../ui/form/rules.ts';
import type { Contract, ContractBody } from './contract-types.ts';
import { instantOf } from './wall-time.ts';
import { isWindow, type WeekHours } from './week-hours.ts';

/** An instant as the API wrote it, or what was entered by the clocks of the schedule's zone. */
export interface PauseRow {
  readonly from: string;
  readonly to: string;
}

/** When a contract buys, as its form holds it. */
export type ScheduleValues = {
  /** Blank: the organization's. */
  zone: string;
  /** Null: always. */
  hours: WeekHours | null;
  closedHours: 'refuse' | 'hold';
  firstDay: string;
  lastDay: string;
  expiresAt: string;
  holidays: string[];
  pauses: PauseRow[];
};

export const ALWAYS: ScheduleValues = {
  zone: '',
  hours: null,
  closedHours: 'refuse',
  firstDay: '',
  lastDay: '',
  expiresAt: '',
  holidays: [],
  pauses: [],
};

const USUAL = [{ from: '09:00', to: '17:00' }];
/** Hours to begin with: Monday to Friday from nine to five. */
export const USUAL_HOURS: WeekHours = [[], USUAL, USUAL, USUAL, USUAL, USUAL, []];

const MOST_WINDOWS = 24;

/** The parts of a contract that say when it buys. */
export type ShownSchedule = Pick<
  Contract,
  'scheduleTimezone' | 'scheduleHours' | 'schedule' | 'holidays' | 'pauses' | 'expiresAt' | 'closedHours'
>;

/** What was loaded, for the form. */
export const scheduleValues = (shown: ShownSchedule): ScheduleValues => ({
  zone: orBlank(shown.scheduleTimezone),
  hours: hoursOf(shown.scheduleHours),
  closedHours: shown.closedHours === 'hold' ? 'hold' : 'refuse',
  firstDay: orBlank(shown.schedule.startDate),
  lastDay: orBlank(shown.schedule.endDate),
  expiresAt: orBlank(shown.expiresAt),
  holidays: shown.holidays,
  pauses: shown.pauses,
});

/** Windows of the API by the day on which they begin. */
export const hoursOf = (windows: Contract['scheduleHours']): WeekHours | null =>
  windows &&
  t.days.map((_name, weekday) =>
    windows
      .filter(({ day, active }) => active && day === weekday)
      .map(({ startTime, endTime }) => ({ from: startTime, to: endTime })),
  );

type ScheduleBody = Pick<
  ContractBody,
  'scheduleTimezone' | 'scheduleHours' | 'schedule' | 'holidays' | 'pauses' | 'expiresAt' | 'closedHours'
>;

/** What is sent of the form. `ownZone` is the organization's, for a schedule that names none. */
export function scheduleBody(values: ScheduleValues, ownZone: string): ScheduleBody {
  const zone = values.zone || ownZone;
  const windows = values.hours?.flatMap((list, day) =>
    list.map(({ from, to }) => ({ day, startTime: from.trim(), endTime: to.trim(), active: true })),
  );
  return {
    scheduleTimezone: orNull(values.zone),
    scheduleHours: windows ?? null,
    schedule: { startDate: orNull(values.firstDay), endDate: orNull(values.lastDay) },
    holidays: values.holidays,
    pauses: values.pauses.map(({ from, to }) => ({ from: instantOf(from, zone), to: instantOf(to, zone) })),
    expiresAt: values.expiresAt === '' ? null : instantOf(values.expiresAt, zone),
    closedHours: values.closedHours,
  };
}

/** What the form says of it before anything is sent. */
export const scheduleRules = (values: ScheduleValues): Partial<Record<keyof ScheduleValues, string | null>> => ({
  hours: hoursFault(values.hours),
  lastDay: values.firstDay !== '' && values.lastDay !== '' && values.lastDay < values.firstDay ? t.daysCross : null,
  holidays: holidayFault(values.holidays),
  pauses: pauseFault(values),
});

function hoursFault(hours: WeekHours | null): string | null {
  if (hours === null) return null;
  for (const [day, list] of hours.entries()) {
    const name = t.days[day] ?? '';
    const bad = list.findIndex((window) => !isWindow(window));
    if (bad >= 0) return t.windowFault(name, bad + 1);
    if (list.length > MOST_WINDOWS) return t.manyFault(name);
  }
  return hours.every((list) => list.length === 0) ? t.neverFault : null;
}

/** Days one by one of what was entered, of which one entry may hold several. */
export const daysIn = (entries: readonly string[]): string[] => [
  ...new Set(entries.flatMap((entry) => entry.split(/[\s,;]+/)).filter((day) => day !== '')),
];

function isDay(text: string): boolean {
  const at = /^\d{4}-\d\d-\d\d$/.test(text) ? Date.parse(`${text}T00:00Z`) : Number.NaN;
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(text);
}

function holidayFault(days: readonly string[]): string | null {
  const bad = days.find((day) => !isDay(day));
  return bad === undefined ? null : t.holidayFault(bad);
}

/** Two times of one zone are in the order of the clocks, but for the hour that a change of clocks repeats. */
function pauseFault({ pauses, zone }: ScheduleValues): string | null {
  const at = (text: string): number => Date.parse(instantOf(text, zone || 'UTC'));
  const bad = pauses.findIndex(({ from, to }) => !(at(from) < at(to)));
  return bad < 0 ? null : t.pauseFault(bad + 1);
}
