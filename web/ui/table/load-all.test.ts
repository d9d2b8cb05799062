import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadAll } from './load-all.ts';
import type { TablePage, TableWish } from './table-types.ts';

const rowId = (row: number): string => String(row);

/** A list of so many rows, which remembers what it was asked. */
function listOf(length: number) {
  const asked: TableWish[] = [];
  const load = async (wish: TableWish): Promise<TablePage<number>> => {
    asked.push(wish);
    const from = Number(wish.position ?? '0');
    const rows = Array.from({ length: Math.min(wish.limit, length - from) }, (_, index) => from + index);
    const next = from + rows.length < length ? String(from + rows.length) : undefined;
    return { rows, next, total: length };
  };
  return { asked, load };
}

const wish = { filters: { status: 'active' }, sort: '-name' };

test('all pages of the filtered list are taken, in its order', async () => {
  const { asked, load } = listOf(250);
  const seen: number[] = [];
  const { signal } = new AbortController();
  const { rows, isCut } = await loadAll({ load, rowId, wish, most: 1000, signal, onProgress: (had) => seen.push(had) });
  assert.deepEqual([rows.length, rows.at(-1), isCut, seen], [250, 249, false, [100, 200, 250]]);
  for (const one of asked) assert.deepEqual({ filters: one.filters, sort: one.sort }, wish);
});

test('a list over the limit is cut and says so; one of just the limit is whole', async () => {
  const { signal } = new AbortController();
  const take = (length: number, most: number) =>
    loadAll({ load: listOf(length).load, rowId, wish, most, signal, onProgress: () => undefined });
  assert.deepEqual([(await take(250, 120)).rows.length, (await take(250, 120)).isCut], [120, true]);
  assert.deepEqual([(await take(200, 200)).rows.length, (await take(200, 200)).isCut], [200, false]);
});

test('a row that moved to the next page meanwhile is taken once', async () => {
  const pages: readonly TablePage<number>[] = [
    { rows: [1, 2], next: '2', total: 3 },
    { rows: [2, 3], next: undefined, total: 4 },
  ];
  const load = async ({ position }: TableWish): Promise<TablePage<number>> => pages[position ? 1 : 0] as never;
  const { signal } = new AbortController();
  const { rows } = await loadAll({ load, rowId, wish, most: 10, signal, onProgress: () => undefined });
  assert.deepEqual(rows, [1, 2, 3]);
});

test('giving it up ends it before the next page', async () => {
  const { asked, load } = listOf(1000);
  const stopper = new AbortController();
  const onProgress = (): void => stopper.abort();
  await assert.rejects(loadAll({ load, rowId, wish, most: 1000, signal: stopper.signal, onProgress }), /abort/i);
  assert.equal(asked.length, 1);
});
