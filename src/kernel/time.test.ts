import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { ageInYears, calendarDay, isCalendarDate } from './time.ts';

const ZONES = ['UTC', 'America/New_York', 'America/Phoenix', 'Australia/Lord_Howe', 'Pacific/Apia', 'America/St_Johns'];
const instant = fc.date({ min: new Date('1960-01-01'), max: new Date('2040-01-01'), noInvalidDate: true });
const twoDigits = (max: number) => fc.integer({ min: 0, max }).map((number) => String(number).padStart(2, '0'));

function exists(text: string): boolean {
  try {
    return Temporal.PlainDate.from(text).toString() === text;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}

test('a day exists exactly if the calendar has it', () => {
  const text = fc
    .tuple(fc.constantFrom('0000', '1900', '2000', '2023', '2024', '9999'), twoDigits(14), twoDigits(33))
    .map((parts) => parts.join('-'));
  fc.assert(
    fc.property(text, (day) => assert.equal(isCalendarDate(day), exists(day))),
    { numRuns: 1000 },
  );
  for (const day of ['2024-2-01', '2024-02-30', '20240201', '2024-02-01 ', '+002024-02-01', ''])
    assert.equal(isCalendarDate(day), false);
});

test('the day is that of the zone, however near another instant was asked before', () => {
  const nearby = fc.tuple(instant, fc.array(fc.integer({ min: -90_000, max: 90_000 }), { maxLength: 5 }));
  fc.assert(
    fc.property(nearby, fc.constantFrom(...ZONES), ([first, steps], zone) => {
      for (const at of [0, ...steps].map((step) => new Date(first.getTime() + step))) {
        const expected = Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(zone).toPlainDate();
        assert.equal(calendarDay(at, zone), expected.toString());
      }
    }),
  );
});

test('the age is that of the calendar, and leap days turn on 1 March', () => {
  const born = fc.date({ min: new Date('1900-01-01'), max: new Date('1959-12-31'), noInvalidDate: true });
  fc.assert(
    fc.property(born, instant, fc.constantFrom(...ZONES), (birth, at, zone) => {
      const [day, today] = [birth.toISOString().slice(0, 10), Temporal.PlainDate.from(calendarDay(at, zone))];
      const last = Temporal.PlainDate.from(day).until(today, { largestUnit: 'years' }).years;
      // Temporal clamps a leap day to 28 February of other years.
      if (day.endsWith('02-29') && today.month === 2 && today.day === 28) return;
      assert.equal(ageInYears(day, at, zone), last);
    }),
  );
  const noon = (day: string): Date => new Date(`${day}T12:00:00Z`);
  assert.equal(ageInYears('2000-02-29', noon('2023-02-28'), 'UTC'), 22);
  assert.equal(ageInYears('2000-02-29', noon('2023-03-01'), 'UTC'), 23);
  assert.throws(() => ageInYears('2000-02-30', noon('2023-03-01'), 'UTC'), RangeError);
});
