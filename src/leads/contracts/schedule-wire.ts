import { type Static, type TProperties, Type } from 'typebox';
import { nullable, oneOf, type Shown } from '../../core/gate/index.ts';
import { isTimeZone } from '../../kernel/time.ts';
import { PACINGS, type Ramp, type Schedule } from '../routing/index.ts';

const maybe = Type.Optional;
const timeZone = Type.Refine(
  Type.String({ maxLength: 64 }),
  (name) => typeof name !== 'string' || isTimeZone(name),
  () => 'Send a time zone such as America/Chicago.',
);
const day = Type.String({ format: 'date' });
const instant = Type.String({ format: 'date-time', maxLength: 40 });

/** When a contract buys and how a daily cap is spent, as requests may say it. */
export const scheduleFields = {
  scheduleTimezone: maybe(nullable(timeZone)),
  scheduleHours: maybe(
    Type.Unknown({
      description: `A list of {day, startTime, endTime, active} (day 0 is Sunday; several a day are well), or an object
        by day of the week with a list of [start, end]; times as 09:00, 24:00 is midnight. Null: always open.`,
    }),
  ),
  schedule: maybe(
    nullable(
      Type.Object(
        {
          timezone: maybe(nullable(timeZone)),
          days: maybe(nullable(Type.Array(Type.Integer({ minimum: 0, maximum: 6 }), { maxItems: 7 }))),
          startTime: maybe(nullable(Type.String({ maxLength: 5 }))),
          endTime: maybe(nullable(Type.String({ maxLength: 5 }))),
          startDate: maybe(nullable(day)),
          endDate: maybe(nullable(day)),
        },
        { additionalProperties: false, description: 'One window for some days, and the days between which it buys.' },
      ),
    ),
  ),
  holidays: maybe(
    nullable(Type.Array(day, { maxItems: 400, uniqueItems: true, description: 'Days on which it is closed.' })),
  ),
  pauses: maybe(
    nullable(
      Type.Array(Type.Object({ from: instant, to: instant }, { additionalProperties: false }), { maxItems: 100 }),
    ),
  ),
  expiresAt: maybe(nullable(instant)),
  closedHours: maybe(
    Type.Unsafe<'refuse' | 'hold'>({
      enum: ['refuse', 'hold'],
      description: 'What becomes of a lead while it is closed. One is held for at most 14 days.',
    }),
  ),
  pacing: maybe(oneOf(PACINGS)),
  ramp: maybe(
    nullable(
      Type.Object(
        {
          start: Type.Integer({ minimum: 0, maximum: 1_000_000 }),
          startDate: day,
          step: Type.Integer({ minimum: 0, maximum: 1_000_000 }),
          every: oneOf(['day', 'week']),
        },
        { additionalProperties: false, description: 'A daily cap that begins small and grows up to dailyLeadCap.' },
      ),
    ),
  ),
} satisfies TProperties;
const scheduleBody = Type.Object(scheduleFields);
export type ScheduleBody = Static<typeof scheduleBody>;

const text = Type.String();

/** When a contract buys, as answers show it. */
export const scheduleItem = {
  scheduleTimezone: nullable(text),
  scheduleHours: nullable(
    Type.Array(Type.Object({ day: Type.Integer(), startTime: text, endTime: text, active: Type.Boolean() })),
  ),
  schedule: Type.Object({ timezone: nullable(text), startDate: nullable(text), endDate: nullable(text) }),
  holidays: Type.Array(text),
  pauses: Type.Array(Type.Object({ from: text, to: text })),
  expiresAt: nullable(text),
  closedHours: text,
  pacing: text,
  ramp: nullable(Type.Object({ start: Type.Integer(), startDate: text, step: Type.Integer(), every: text })),
};

const clock = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

/** A schedule in the spelling that requests may use. */
export function showSchedule(schedule: Schedule, pacing: string, ramp: Ramp | null): Shown {
  const { timeZone: zone, hours, startDate, endDate, holidays, pauses, expiresAt, closedHours } = schedule;
  const windows = hours?.flatMap((list, weekday) =>
    list.map(({ from, to }) => ({ day: weekday, startTime: clock(from), endTime: clock(to), active: true })),
  );
  return {
    scheduleTimezone: zone,
    scheduleHours: windows ?? null,
    schedule: { timezone: zone, startDate, endDate },
    holidays,
    pauses,
    expiresAt,
    closedHours,
    pacing,
    ramp,
  };
}
