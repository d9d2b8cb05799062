import assert from 'node:assert/strict';
import { test } from 'node:test';
import { idOf, readPage, readRecord } from './envelope.ts';

const rows = [{ id: 'a' }, { id: 'b' }];

test('a list is read in every shape that is in use', () => {
  const all = [rows, { data: rows }, { data: { items: rows } }, { data: { rows } }, { items: rows }, { results: rows }];
  for (const json of all) assert.deepEqual(readPage(json)?.rows, rows, JSON.stringify(json));
  for (const json of [null, 'x', {}, { data: null }, { data: { a: 1 } }]) assert.equal(readPage(json), undefined);
});

test('whether more follows is told by either spelling, and left open where nothing is said', () => {
  const more = (pagination?: unknown) => readPage({ data: rows, pagination })?.hasMore;
  assert.equal(more({ hasMore: true }), true);
  assert.equal(more({ total: 5, limit: 2, offset: 2 }), true);
  assert.equal(more({ total: 4, limit: 2, offset: 2 }), false);
  assert.equal(more({ cursor: 'x' }), undefined);
  assert.equal(more(), undefined);
});

test('a record is read bare or below data, and its id as text', () => {
  assert.deepEqual(readRecord({ data: { id: 7 } }), { id: 7 });
  assert.deepEqual(readRecord({ id: 7 }), { id: 7 });
  assert.equal(readRecord([1]), undefined);
  assert.equal(readRecord({ data: 'x' }), undefined);
  assert.equal(idOf({ id: 7 }), '7');
  assert.equal(idOf({ id: '' }), undefined);
});
