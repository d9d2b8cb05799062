import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { ALWAYS_OPEN, type Schedule, type Window } from './schedule.ts';
import { type Timetable, timetableOf } from './timetable.ts';

const at = (text: string): number => Date.parse(text);
const daily = (...windows: readonly Window[]): Schedule['hours'] => Array.from({ length: 7 }, () => windows);
const hm = (text: string): number => {
  const [hours = 0, minutes = 0] = text.split(':').map(Number);
  return hours * 60 + minutes;
};
const between = (from: string, to: string): Window => ({ from: hm(from), to: hm(to) });
const table = (zone: string, more: Partial<Schedule>): Timetable => timetableOf({ ...ALWAYS_OPEN, ...more }, zone);

/** The stretches in which it is open, by asking every minute. */
function openTimes(timetable: Timetable, from: string, to: string): string[] {
  const found: string[] = [];
  const short = (ms: number): string => new Date(ms).toISOString().slice(0, 16);
  let since: number | undefined;
  for (let now = at(from); now <= at(to); now += 60_000) {
    const open = now < at(to) && timetable.isOpen(now);
    if (open && since === undefined) since = now;
    if (open || since === undefined) continue;
    found.push(`${short(since)}/${short(now)}`);
    since = undefined;
  }
  return found;
}

test('a schedule without hours is open at any time, and one with hours within them alone', () => {
  assert.equal(table('UTC', {}).isOpen(at('2026-03-01T03:00Z')), true);
  const split = table('America/Phoenix', { hours: daily(between('09:00', '12:00'), between('13:30', '17:00')) });
  assert.deepEqual(openTimes(split, '2026-03-02T07:00Z', '2026-03-03T07:00Z'), [
    '2026-03-02T16:00/2026-03-02T19:00',
    '2026-03-02T20:30/2026-03-03T00:00',
  ]);
  assert.equal(split.nextOpening(at('2026-03-02T19:00Z')), at('2026-03-02T20:30Z'));
});

test('Arizona keeps its hours when the clocks of New York are changed, and New York its own', () => {
  const hours = daily(between('13:00', '17:00'));
  // The afternoon of the day on which clocks go forward is at its usual time of the clock (cal.diy#30021).
  assert.deepEqual(openTimes(table('America/New_York', { hours }), '2026-03-07T05:00Z', '2026-03-09T04:00Z'), [
    '2026-03-07T18:00/2026-03-07T22:00',
    '2026-03-08T17:00/2026-03-08T21:00',
  ]);
  assert.deepEqual(openTimes(table('America/Phoenix', { hours }), '2026-03-07T07:00Z', '2026-03-09T07:00Z'), [
    '2026-03-07T20:00/2026-03-08T00:00',
    '2026-03-08T20:00/2026-03-09T00:00',
  ]);
});

test('a window that the change of clocks skips never opens that day, one that it repeats opens twice', () => {
  const night = table('America/New_York', { hours: daily(between('02:00', '03:00')) });
  assert.deepEqual(openTimes(night, '2026-03-08T05:00Z', '2026-03-09T04:00Z'), []);
  assert.equal(night.nextOpening(at('2026-03-08T07:00Z')), at('2026-03-09T06:00Z'));
  const across = table('America/New_York', { hours: daily(between('01:30', '03:30')) });
  assert.deepEqual(openTimes(across, '2026-03-08T05:00Z', '2026-03-09T04:00Z'), ['2026-03-08T06:30/2026-03-08T07:30']);
  const repeated = table('America/New_York', { hours: daily(between('01:30', '02:00')) });
  assert.deepEqual(openTimes(repeated, '2026-11-01T04:00Z', '2026-11-02T05:00Z'), [
    '2026-11-01T05:30/2026-11-01T06:00',
    '2026-11-01T06:30/2026-11-01T07:00',
  ]);
});

test('Lord Howe moves its clocks by half an hour, Sydney by one', () => {
  const hours = daily(between('01:30', '02:15'));
  // 5 April 2026, 2:00 becomes 1:30 at Lord Howe, and 3:00 becomes 2:00 in Sydney; 4 October they go forward.
  assert.deepEqual(openTimes(table('Australia/Lord_Howe', { hours }), '2026-04-04T13:00Z', '2026-04-05T13:30Z'), [
    '2026-04-04T14:30/2026-04-04T15:45',
  ]);
  assert.deepEqual(openTimes(table('Australia/Lord_Howe', { hours }), '2026-10-03T13:30Z', '2026-10-04T13:00Z'), [
    '2026-10-03T15:00/2026-10-03T15:30',
  ]);
  assert.deepEqual(openTimes(table('Australia/Sydney', { hours }), '2026-04-04T13:00Z', '2026-04-05T14:00Z'), [
    '2026-04-04T14:30/2026-04-04T15:15',
    '2026-04-04T16:00/2026-04-04T16:15',
  ]);
  assert.deepEqual(openTimes(table('Australia/Sydney', { hours }), '2026-10-03T14:00Z', '2026-10-04T13:00Z'), [
    '2026-10-03T15:30/2026-10-03T16:00',
  ]);
});

test('a window over midnight belongs to the day on which it begins, and 24:00 is the end of a day', () => {
  const friday = Array.from({ length: 7 }, (_, day) => (day === 5 ? [between('22:00', '06:00')] : []));
  assert.deepEqual(openTimes(table('UTC', { hours: friday }), '2026-03-01T00:00Z', '2026-03-10T00:00Z'), [
    '2026-03-06T22:00/2026-03-07T06:00',
  ]);
  const whole = Array.from({ length: 7 }, (_, day) => (day === 1 || day === 2 ? [between('00:00', '24:00')] : []));
  assert.deepEqual(openTimes(table('UTC', { hours: whole }), '2026-03-01T00:00Z', '2026-03-08T00:00Z'), [
    '2026-03-02T00:00/2026-03-04T00:00',
  ]);
});

test('holidays, pauses, first and last days and the expiry close it, each with its reason', () => {
  const bounded = table('America/Chicago', {
    hours: daily(between('09:00', '17:00')),
    startDate: '2026-03-03',
    endDate: '2026-03-10',
    holidays: ['2026-03-05'],
    pauses: [{ from: '2026-03-06T16:00:00Z', to: '2026-03-06T18:00:00Z' }],
  });
  const closed = (when: string) => bounded.closedFor(at(when));
  assert.equal(closed('2026-03-02T16:00Z'), 'not_started');
  assert.equal(bounded.nextOpening(at('2026-03-01T16:00Z')), at('2026-03-03T15:00Z'));
  assert.equal(closed('2026-03-03T16:00Z'), null);
  assert.equal(closed('2026-03-04T23:30Z'), 'closed_hours');
  assert.equal(closed('2026-03-05T16:00Z'), 'holiday');
  assert.equal(bounded.nextOpening(at('2026-03-04T23:30Z')), at('2026-03-06T15:00Z'));
  assert.equal(closed('2026-03-06T17:00Z'), 'paused');
  assert.equal(bounded.nextOpening(at('2026-03-06T17:00Z')), at('2026-03-06T18:00Z'));
  assert.equal(closed('2026-03-11T16:00Z'), 'expired');
  assert.equal(bounded.nextOpening(at('2026-03-10T22:00Z')), null);
  const expiring = table('UTC', { expiresAt: '2026-03-10T12:00:00Z' });
  assert.deepEqual(
    [expiring.isOpen(at('2026-03-10T11:59Z')), expiring.closedFor(at('2026-03-10T12:00Z'))],
    [true, 'expired'],
  );
  assert.equal(expiring.nextOpening(at('2026-03-10T12:00Z')), null);
});

test('a pause of centuries is stepped over', () => {
  const paused = table('UTC', { pauses: [{ from: '2026-01-01T00:00:00Z', to: '9000-01-01T00:00:00Z' }] });
  assert.equal(paused.nextOpening(at('2026-03-01T00:00Z')), at('9000-01-01T00:00Z'));
});

const ZONES = ['America/New_York', 'America/Phoenix', 'Australia/Lord_Howe', 'Australia/Sydney', 'Pacific/Apia'];
const someHours = fc.array(
  fc.array(
    fc
      .record({ from: fc.integer({ min: 0, max: 1439 }), to: fc.integer({ min: 1, max: 1440 }) })
      .filter(({ from, to }) => from !== to),
    { maxLength: 2 },
  ),
  { minLength: 7, maxLength: 7 },
);
const someDay = fc
  .integer({ min: 0, max: 380 })
  .map((n) => new Date(at('2026-01-01') + n * 864e5).toISOString().slice(0, 10));
const someTime = fc.integer({ min: 0, max: 365 * 1440 }).map((minute) => at('2026-01-01T00:00Z') + minute * 60_000);

/** What a wall clock and a list of hours tell anybody who looks at both. */
function oracle({ hours, holidays }: Schedule, zone: string, now: number): boolean {
  const shown = new Intl.DateTimeFormat('en-CA', {
    timeZone: zone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).formatToParts(now);
  const part = (type: string): string => shown.find((one) => one.type === type)?.value ?? '';
  const day = `${part('year')}-${part('month')}-${part('day')}`;
  const minute = Number(part('hour')) * 60 + Number(part('minute'));
  const weekday = new Date(`${day}T00:00Z`).getUTCDay();
  if (holidays.includes(day)) return false;
  const today = (hours?.[weekday] ?? []).some(({ from, to }) => from <= minute && (to <= from || minute < to));
  return today || (hours?.[(weekday + 6) % 7] ?? []).some(({ from, to }) => to <= from && minute < to);
}

test('it is open when the clock on the wall says so', () => {
  const holidays = fc.array(someDay, { maxLength: 5 });
  fc.assert(
    fc.property(fc.constantFrom(...ZONES), someHours, holidays, fc.array(someTime), (zone, hours, days, times) => {
      const schedule = { ...ALWAYS_OPEN, hours, holidays: days };
      const timetable = timetableOf(schedule, zone);
      for (const now of times)
        assert.equal(timetable.isOpen(now), oracle(schedule, zone, now), new Date(now).toISOString());
    }),
  );
});

test('the next opening is open, and nothing between now and it is', () => {
  const holidays = fc.array(someDay, { maxLength: 5 });
  const pauses = fc.array(
    fc.tuple(someTime, fc.integer({ min: 1, max: 5 * 864e5 })).map(([from, long]) => ({
      from: new Date(from).toISOString(),
      to: new Date(from + long).toISOString(),
    })),
    { maxLength: 2 },
  );
  const scene = fc.record({
    zone: fc.constantFrom(...ZONES),
    hours: someHours,
    days: holidays,
    breaks: pauses,
    now: someTime,
  });
  fc.assert(
    fc.property(scene, ({ zone, hours, days, breaks, now }) => {
      const timetable = timetableOf({ ...ALWAYS_OPEN, hours, holidays: days, pauses: breaks }, zone);
      const opening = timetable.nextOpening(now);
      if (opening === null) return assert.ok(hours.every((windows) => windows.length === 0));
      assert.ok(opening >= now && timetable.isOpen(opening));
      assert.equal(timetable.openTime(now, opening), 0);
      for (const part of [0, 0.1, 0.5, 0.9]) {
        const meanwhile: number = now + Math.floor((opening - now) * part);
        assert.equal(meanwhile < opening && timetable.isOpen(meanwhile), false);
        assert.equal(timetable.nextOpening(meanwhile), opening);
      }
    }),
  );
});
