import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { newId } from '../../kernel/ids.ts';
import { AppError } from '../../kernel/app-error.ts';
import { cursorOf, keysetPage, markOf, readCursor } from './keyset.ts';

const places = fc.record({
  at: fc.date({ min: new Date('2000-01-01'), max: new Date('2100-01-01'), noInvalidDate: true }),
  id: fc.uuid(),
});

const ruleOf = (work: () => unknown): string | undefined => {
  try {
    work();
    return undefined;
  } catch (error) {
    if (error instanceof AppError) return error.faults[0]?.rule;
    throw error;
  }
};

test('a cursor read again is the place it was made of, with a mark and without', () => {
  fc.assert(
    fc.property(places, fc.option(fc.string(), { nil: undefined }), (place, list) => {
      const mark = list === undefined ? undefined : markOf([list]);
      assert.deepEqual(readCursor(cursorOf(place, mark), mark), { ...place });
    }),
  );
});

test('a cursor of another list is told apart from one that is none', () => {
  const place = { at: new Date(), id: newId() };
  const cursor = cursorOf(place, markOf(['leads', 'a']));
  assert.equal(
    ruleOf(() => readCursor(cursor, markOf(['leads', 'b']))),
    'other_list',
  );
  assert.equal(
    ruleOf(() => readCursor(cursor)),
    'format',
  );
  assert.equal(
    ruleOf(() => readCursor(cursorOf(place), markOf(['leads', 'a']))),
    'format',
  );
  for (const wrong of ['x', '~', `now~${newId()}`, `${place.at.toISOString()}~1`, `${cursor}~more`, '2026-99-99T0Z~'])
    assert.equal(
      ruleOf(() => readCursor(wrong, markOf(['leads', 'a']))),
      'format',
      wrong,
    );
});

test('a page has a next one where a row was left over, and none otherwise', () => {
  const rows = [1, 2, 3].map((day) => ({ at: new Date(Date.UTC(2026, 0, day)), id: newId() }));
  const [, second] = rows;
  const page = keysetPage(rows, 2, (row) => row);
  assert.ok(second && page.nextCursor);
  assert.deepEqual([page.rows.length, readCursor(page.nextCursor)], [2, second]);
  assert.deepEqual(keysetPage(rows, 3, (row) => row).nextCursor, null);
  assert.deepEqual(
    keysetPage([], 3, (row: (typeof rows)[0]) => row),
    { rows: [], nextCursor: null },
  );
});
