import { scheduleTexts as t } from '../texts/schedule.ts';
import { DAYS, type HoursWindow, isOverMidnight, type WeekHours } from './week-hours.ts';

const windowInWords = (window: HoursWindow): string =>
  `${window.from}–${window.to}${isOverMidnight(window) ? ` ${t.overMidnight}` : ''}`;

const dayInWords = (list: readonly HoursWindow[]): string => list.map(windowInWords).join(' and ');

/** The hours of a week, days alike together: "Mon–Fri 09:00–17:00; Sat 10:00–12:00". */
export function hoursInWords(hours: WeekHours | null): string {
  if (hours === null) return t.always;
  const groups: { first: number; last: number; words: string }[] = [];
  for (const day of DAYS) {
    const words = dayInWords(hours[day] ?? []);
    const last = groups.at(-1);
    if (last?.words === words) last.last = day;
    else groups.push({ first: day, last: day, words });
  }
  const said = groups.flatMap(({ first, last, words }) => {
    if (words === '') return [];
    const [from, to] = [t.shortDays[first], t.shortDays[last]];
    return [`${first === last ? from : `${from}–${to}`} ${words}`];
  });
  return said.join('; ') || t.never;
}
