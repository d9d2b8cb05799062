import assert from 'node:assert/strict';
import { test } from 'node:test';
import { holdAt } from './timetable.ts';
import { ALWAYS_OPEN, type Schedule } from './schedule.ts';
import { timetableOf } from './timetable.ts';

const heldAt = (when: string, more: Partial<Schedule>): string | null | undefined => {
  const schedule = { ...ALWAYS_OPEN, ...more };
  const held = holdAt(timetableOf(schedule, 'America/New_York'), schedule, Date.parse(when));
  return typeof held === 'number' ? new Date(held).toISOString() : held;
};
const pauses = [{ from: '2026-03-01T00:00:00Z', to: '2026-04-01T00:00:00Z' }];

test('a closed contract refuses unless it holds, and holds until it opens', () => {
  assert.equal(heldAt('2026-02-01T00:00:00Z', { pauses }), undefined);
  assert.equal(heldAt('2026-03-30T00:00:00Z', { pauses }), null);
  assert.equal(heldAt('2026-03-30T00:00:00Z', { pauses, closedHours: 'hold' }), '2026-04-01T00:00:00.000Z');
});

test('no lead is held for an opening that is weeks away, nor for one that never comes', () => {
  assert.equal(heldAt('2026-03-17T23:59:59Z', { pauses, closedHours: 'hold' }), null);
  assert.equal(heldAt('2026-03-18T00:00:00Z', { pauses, closedHours: 'hold' }), '2026-04-01T00:00:00.000Z');
  assert.equal(heldAt('2026-03-18T00:00:00Z', { expiresAt: '2026-03-01T00:00:00Z', closedHours: 'hold' }), null);
});
