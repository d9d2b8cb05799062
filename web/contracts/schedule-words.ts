import { scheduleTexts as t } from '../texts/schedule.ts';
import type { Fact } from '../ui/facts.tsx';
import type { FieldWords } from '../ui/form/changes.ts';
import { exactTime } from '../ui/format.ts';
import { hoursInWords } from './hours-in-words.ts';
import { hoursOf, type PauseRow, type ScheduleValues, type ShownSchedule } from './schedule-values.ts';
import { wallOf } from './wall-time.ts';

/** A day and time by the clocks of a zone: `2026-12-24 18:00`. */
const clocksOf = (text: string, zone: string): string => wallOf(text, zone).replace('T', ' ');

const pausesInWords = (pauses: readonly PauseRow[], zone: string): string =>
  pauses.map(({ from, to }) => t.between(clocksOf(from, zone), clocksOf(to, zone))).join('; ') || t.noPauses;

/** What of a change is told before it is saved; times in `zone`, which is that of the schedule as it will be. */
export const scheduleWords = (zone: string): FieldWords<ScheduleValues> => ({
  zone: { label: t.zone, say: (name) => name || t.zoneOfTenant },
  hours: { label: t.hours, say: hoursInWords },
  closedHours: { label: t.closedHours, say: (kind) => t.closedKinds[kind] },
  firstDay: t.firstDay,
  lastDay: t.lastDay,
  expiresAt: { label: t.expiresAt, say: (at) => (at === '' ? '–' : clocksOf(at, zone)) },
  holidays: { label: t.holidays, say: (days) => days.join(', ') || t.noHolidays },
  pauses: { label: t.pauses, say: (rows) => pausesInWords(rows, zone) },
});

function boundsInWords(startDate: string | null, endDate: string | null): string {
  if (startDate !== null && endDate !== null) return t.between(startDate, endDate);
  if (startDate !== null) return t.fromDay(startDate);
  return endDate === null ? t.anyDay : t.toDay(endDate);
}

/** When it buys, in words. `ownZone` is the organization's, for a schedule that names none. */
export function scheduleFacts(shown: ShownSchedule, ownZone: string): Fact[] {
  const { scheduleTimezone, scheduleHours, schedule, holidays, pauses, expiresAt, closedHours } = shown;
  const zone = scheduleTimezone ?? ownZone;
  return [
    [t.zone, zone],
    [t.hours, hoursInWords(hoursOf(scheduleHours))],
    [t.closedHours, closedHours === 'hold' ? t.closedKinds.hold : t.closedKinds.refuse],
    ...((schedule.startDate ?? schedule.endDate)
      ? [[t.runs, boundsInWords(schedule.startDate, schedule.endDate)] as const]
      : []),
    ...(expiresAt === null ? [] : [[t.expiresAt, exactTime(expiresAt, zone)] as const]),
    ...(holidays.length === 0 ? [] : [[t.holidays, holidays.join(', ')] as const]),
    ...(pauses.length === 0 ? [] : [[t.pauses, pausesInWords(pauses, zone)] as const]),
  ];
}
