import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { clockOf, copyDay, type HoursWindow, isWindow, openMinutes, toggleHour, type WeekHours } from './week-hours.ts';

const clock = fc.integer({ min: 0, max: 1440 }).map(clockOf);
const window = fc.record({ from: clock, to: clock }).filter(isWindow);
const week: fc.Arbitrary<WeekHours> = fc.array(fc.array(window, { maxLength: 4 }), { minLength: 7, maxLength: 7 });
const place = fc.record({ day: fc.integer({ min: 0, max: 6 }), hour: fc.integer({ min: 0, max: 23 }) });

/** The minutes of each hour of the week that are open. */
const pictureOf = (hours: WeekHours): number[] =>
  hours.flatMap((_list, day) => Array.from({ length: 24 }, (_, hour) => openMinutes(hours, day, hour)));

const CLOSED: WeekHours = [[], [], [], [], [], [], []];
const only = (day: number, ...windows: HoursWindow[]): WeekHours => copyDay([windows, ...CLOSED.slice(1)], 0, [day]);

test('an hour that is pressed opens or closes, and no other one changes', () => {
  fc.assert(
    fc.property(week, place, (hours, { day, hour }) => {
      const [before, after] = [pictureOf(hours), pictureOf(toggleHour(hours, day, hour))];
      const at = day * 24 + hour;
      assert.equal(after[at], before[at] === 60 ? 0 : 60);
      assert.deepEqual(after.toSpliced(at, 1), before.toSpliced(at, 1));
    }),
  );
});

test('whatever is pressed, each window says two different times', () => {
  fc.assert(
    fc.property(week, fc.array(place, { maxLength: 30 }), (hours, presses) => {
      const pressed = presses.reduce((now, { day, hour }) => toggleHour(now, day, hour), hours);
      assert.ok(pressed.flat().every(isWindow));
      assert.equal(pressed.length, 7);
    }),
  );
});

test('hours over midnight belong to the day on which they begin, also from Saturday to Sunday', () => {
  const hours: WeekHours = [[], [{ from: '22:00', to: '06:30' }], [], [], [], [], [{ from: '23:00', to: '01:00' }]];
  assert.deepEqual(
    [21, 22, 23].map((hour) => openMinutes(hours, 1, hour)),
    [0, 60, 60],
  );
  assert.deepEqual(
    [0, 5, 6, 7].map((hour) => openMinutes(hours, 2, hour)),
    [60, 60, 30, 0],
  );
  assert.equal(openMinutes(hours, 0, 0), 60);
  assert.deepEqual(toggleHour(hours, 2, 0)[1], [{ from: '22:00', to: '24:00' }]);
  assert.deepEqual(toggleHour(hours, 2, 0)[2], [{ from: '01:00', to: '06:30' }]);
});

test('hours beside each other are one window, and a hole makes two of it', () => {
  const nine: WeekHours = [[], [{ from: '09:00', to: '12:00' }], [], [], [], [], []];
  assert.deepEqual(toggleHour(nine, 1, 12)[1], [{ from: '09:00', to: '13:00' }]);
  assert.deepEqual(toggleHour(nine, 1, 10)[1], [
    { from: '09:00', to: '10:00' },
    { from: '11:00', to: '12:00' },
  ]);
});

test('one day is copied to others', () => {
  assert.deepEqual(openMinutes(only(3, { from: '09:00', to: '10:00' }), 3, 9), 60);
  const copied = copyDay([[], [{ from: '09:00', to: '17:00' }], [], [], [], [], []], 1, [2, 3]);
  assert.deepEqual(
    copied.map((list) => list.length),
    [0, 1, 1, 1, 0, 0, 0],
  );
});
