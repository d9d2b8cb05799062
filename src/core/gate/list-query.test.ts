import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readDates } from './list-query.ts';

test('a day counts whole, an instant to the millisecond', () => {
  const day = readDates({ dateFrom: '2026-01-31', dateTo: '2026-01-31' });
  assert.equal(day.from?.toISOString(), '2026-01-31T00:00:00.000Z');
  assert.equal(day.to?.toISOString(), '2026-02-01T00:00:00.000Z');
  const instant = readDates({ dateFrom: '2026-01-31T10:00:00+02:00', dateTo: '2026-01-31T10:00:00.5Z' });
  assert.equal(instant.from?.toISOString(), '2026-01-31T08:00:00.000Z');
  assert.equal(instant.to?.toISOString(), '2026-01-31T10:00:00.500Z');
  assert.deepEqual(readDates({}), { from: undefined, to: undefined });
});

test('what is no date is refused by name, each one', () => {
  for (const text of ['soon', '2026-13-01', '2026-1-1', '1', '2026-01-31T25:00Z']) {
    assert.throws(() => readDates({ dateFrom: text, dateTo: text }), /dateFrom: .*dateTo: /, text);
  }
});
