import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { addDays, calendarDay } from '../../../kernel/time.ts';
import { dayFault, dayWindow } from './day-window.ts';

const HOUR_MS = 3_600_000;
const ZONES = [
  'America/Chicago',
  'America/Phoenix',
  'America/St_Johns',
  'America/Sao_Paulo',
  'Australia/Lord_Howe',
  'Asia/Kathmandu',
  'Asia/Beirut',
  'Europe/London',
  'Pacific/Chatham',
  'UTC',
];
const zones = fc.constantFrom(...ZONES);
const instants = fc.date({ min: new Date('2015-01-01'), max: new Date('2035-01-01'), noInvalidDate: true });

test('the hours of a day follow one another without a gap, and all of the day so far lies in them', () => {
  fc.assert(
    fc.property(zones, instants, fc.integer({ min: 0, max: 399 }), (zone, now, back) => {
      const day = addDays(calendarDay(now, zone), -back);
      const { span, before, hours } = dayWindow(day, zone, now);
      assert.ok(hours.length >= 23 && hours.length <= 25, `${hours.length} hours`);
      assert.deepEqual(hours[0], span.from);
      for (const [index, hour] of hours.entries()) {
        assert.equal(hour.getTime() - span.from.getTime(), index * HOUR_MS);
        assert.equal(calendarDay(hour, zone), day);
      }
      assert.ok(span.from <= span.until && span.until <= now);
      assert.ok(span.until.getTime() <= span.from.getTime() + hours.length * HOUR_MS);
      assert.ok(before.from <= before.until && before.until <= span.from);
      assert.equal(calendarDay(before.from, zone), addDays(day, -1));
      if (back > 0) assert.deepEqual(before.until, span.from);
    }),
  );
});

test('two days that follow one another meet: every instant is of one day only', () => {
  fc.assert(
    fc.property(zones, instants, (zone, now) => {
      const later = new Date(now.getTime() + 40 * HOUR_MS);
      const day = calendarDay(now, zone);
      const [today, tomorrow] = [dayWindow(day, zone, later), dayWindow(addDays(day, 1), zone, later)];
      assert.ok(today.span.from <= now && now < tomorrow.span.from);
      assert.deepEqual(tomorrow.before.from, today.span.from);
    }),
  );
});

test('a day on which clocks go forward has 23 hours, one on which they go back 25', () => {
  const hoursOf = (day: string): string[] =>
    dayWindow(day, 'America/Chicago', new Date('2026-12-31T00:00:00Z')).hours.map((hour) => hour.toISOString());
  const spring = hoursOf('2026-03-08');
  assert.equal(spring.length, 23);
  assert.deepEqual([spring[0], spring.at(-1)], ['2026-03-08T06:00:00.000Z', '2026-03-09T04:00:00.000Z']);
  const autumn = hoursOf('2026-11-01');
  assert.equal(autumn.length, 25);
  assert.deepEqual([autumn[0], autumn.at(-1)], ['2026-11-01T05:00:00.000Z', '2026-11-02T05:00:00.000Z']);
  assert.equal(hoursOf('2026-06-01').length, 24);
});

test('the day before counts up to the same time by the clock, over a change of clocks too', () => {
  const beforeOf = (day: string, now: string): string =>
    dayWindow(day, 'America/Chicago', new Date(now)).before.until.toISOString();
  assert.equal(beforeOf('2026-03-08', '2026-03-08T18:30:00Z'), '2026-03-07T19:30:00.000Z');
  assert.equal(beforeOf('2026-06-02', '2026-06-02T18:30:00Z'), '2026-06-01T18:30:00.000Z');
  assert.equal(beforeOf('2026-03-09', '2026-03-09T07:30:00Z'), '2026-03-08T08:30:00.000Z');
});

test('a day is refused that is none, that has not begun, or that lies too far back', () => {
  const now = new Date('2026-11-26T03:00:00Z');
  const faultOf = (day: string) => dayFault(day, 'America/Chicago', now);
  assert.equal(faultOf('2026-11-25'), undefined);
  assert.equal(faultOf('2026-11-26'), 'in_future');
  assert.equal(dayFault('2026-11-26', 'UTC', now), undefined);
  assert.equal(faultOf('2025-10-21'), undefined);
  assert.equal(faultOf('2025-10-20'), 'too_old');
  for (const day of ['2026-02-30', 'today', '2026-1-1', '']) assert.equal(faultOf(day), 'format', day);
});
