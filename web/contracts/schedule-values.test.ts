import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { paceBody, paceValues } from './pace-values.ts';
import { hoursInWords } from './hours-in-words.ts';
import {
  daysIn,
  scheduleBody,
  scheduleRules,
  scheduleValues,
  type ShownSchedule,
  USUAL_HOURS,
} from './schedule-values.ts';
import { instantOf, wallOf } from './wall-time.ts';
import { clockOf } from './week-hours.ts';

const ZONES = ['America/Chicago', 'America/New_York', 'Asia/Kathmandu', 'Australia/Lord_Howe', 'UTC'];
const zone = fc.constantFrom(...ZONES);
/** Records as JSON makes them. */
const record = <T extends Record<string, unknown>>(parts: { [K in keyof T]: fc.Arbitrary<T[K]> }) =>
  fc.record(parts, { noNullPrototype: true });
const maybe = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(value, { nil: null });
const span = { min: new Date('2024-01-01'), max: new Date('2031-01-01'), noInvalidDate: true };
const instant = fc.oneof(
  fc.date(span).map((at) => at.toISOString()),
  fc.date(span).map((at) => `${at.toISOString().slice(0, 19)}-06:00`),
);
const day = fc.date(span).map((at) => at.toISOString().slice(0, 10));
const clock = fc.integer({ min: 0, max: 1440 }).map(clockOf);
const window = record({
  day: fc.integer({ min: 0, max: 6 }),
  startTime: clock,
  endTime: clock,
  active: fc.constant(true),
});
const shown: fc.Arbitrary<ShownSchedule> = record({
  scheduleTimezone: maybe(zone),
  // The API lists windows by day.
  scheduleHours: maybe(fc.array(window, { minLength: 1, maxLength: 20 }).map((list) => list.toSorted(byDay))),
  schedule: record({ timezone: fc.constant(null), startDate: maybe(day), endDate: maybe(day) }),
  holidays: fc.uniqueArray(day, { maxLength: 5 }),
  pauses: fc.array(record({ from: instant, to: instant }), { maxLength: 4 }),
  expiresAt: maybe(instant),
  closedHours: fc.constantFrom('refuse', 'hold'),
});
const byDay = (one: { readonly day: number }, other: { readonly day: number }): number => one.day - other.day;

test('a schedule that nobody edits goes back as it came', () => {
  fc.assert(
    fc.property(shown, zone, (came, ownZone) => {
      const { timezone: _zone, ...bounds } = came.schedule;
      assert.deepEqual(scheduleBody(scheduleValues(came), ownZone), { ...came, schedule: bounds });
    }),
  );
});

test('what is sent and shown again is what the form held', () => {
  fc.assert(
    fc.property(shown, zone, (came, ownZone) => {
      const held = scheduleValues(came);
      const { schedule, ...sent } = scheduleBody(held, ownZone);
      const again = { ...came, ...sent, schedule: { ...came.schedule, ...schedule } } as ShownSchedule;
      assert.deepEqual(scheduleValues(again), held);
    }),
  );
});

test('a pace and a ramp that nobody edits go back as they came', () => {
  const number = fc.integer({ min: 0, max: 1_000_000 });
  const ramp = record({ start: number, startDate: day, step: number, every: fc.constantFrom('day', 'week') });
  fc.assert(
    fc.property(record({ pacing: fc.constantFrom('none', 'even'), ramp: maybe(ramp) }), (came) => {
      assert.deepEqual(paceBody(paceValues(came)), came);
    }),
  );
});

test('a time that is entered is the one that clocks of the zone show then, but for one that they skip', () => {
  fc.assert(
    fc.property(fc.date(span), zone, (at, name) => {
      const entered = at.toISOString().slice(0, 16);
      const shownAs = wallOf(instantOf(entered, name), name);
      const apart = Date.parse(`${shownAs}Z`) - Date.parse(`${entered}Z`);
      assert.ok(apart === 0 || Math.abs(apart) <= 3_600_000, `${entered} in ${name} is shown as ${shownAs}`);
      // What clocks show is never skipped.
      const clocks = wallOf(at.toISOString(), name);
      assert.equal(wallOf(instantOf(clocks, name), name), clocks);
    }),
  );
  assert.equal(instantOf('2026-07-01T09:00', 'America/Chicago'), '2026-07-01T14:00:00.000Z');
  assert.equal(instantOf('2026-12-01T09:00', 'America/Chicago'), '2026-12-01T15:00:00.000Z');
});

test('faults are told before anything is sent, and hours are said in words', () => {
  const held = scheduleValues({
    scheduleTimezone: null,
    scheduleHours: [{ day: 1, startTime: '09:00', endTime: '09:00', active: true }],
    schedule: { timezone: null, startDate: '2026-02-01', endDate: '2026-01-01' },
    holidays: ['2026-02-30'],
    pauses: [{ from: '2026-01-02T00:00:00Z', to: '2026-01-01T00:00:00Z' }],
    expiresAt: null,
    closedHours: 'refuse',
  });
  assert.deepEqual(
    Object.entries(scheduleRules(held)).filter(([, fault]) => fault === null),
    [],
  );
  assert.match(scheduleRules({ ...held, hours: [[], [], [], [], [], [], []] }).hours ?? '', /Opens on no day/);
  assert.deepEqual(daysIn(['2098-12-25, 2099-01-01', '2099-01-01']), ['2098-12-25', '2099-01-01']);
  assert.equal(hoursInWords(null), 'Always open');
  assert.equal(hoursInWords(USUAL_HOURS), 'Mon–Fri 09:00–17:00');
  const night = [{ from: '22:00', to: '06:00' }];
  assert.equal(
    hoursInWords([[], night, [], [], [], [], night]),
    'Mon 22:00–06:00 over midnight; Sat 22:00–06:00 over midnight',
  );
});
