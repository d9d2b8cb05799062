import assert from 'node:assert/strict';
import { test } from 'node:test';
import { AppError } from '../../kernel/app-error.ts';
import { refuseStale } from './edit-guard.ts';

const shown = { name: 'Acme', price: '20.00', notes: null, priority: 0, geoFilters: { states: ['TX'] } };

const conflicts = (snapshot: unknown): unknown => {
  try {
    refuseStale(snapshot, shown);
    return [];
  } catch (error) {
    assert.ok(error instanceof AppError);
    assert.equal(error.code, 'CONFLICT');
    return error.details['conflictFields'];
  }
};

test('an editor who saw what stands there may go on, in whatever spelling it saw money and emptiness', () => {
  for (const snapshot of [
    undefined,
    {},
    { name: 'Acme' },
    { price: 20 },
    { price: '20' },
    { notes: '' },
    { notes: null, dailyCap: null },
    { geoFilters: { states: ['TX'] }, priority: 0 },
  ]) {
    assert.deepEqual(conflicts(snapshot), []);
  }
});

test('every field that differs is named', () => {
  assert.deepEqual(conflicts({ name: 'Other', price: '20.01', notes: 'n' }), ['name', 'price', 'notes']);
  assert.deepEqual(conflicts({ priority: null }), ['priority']);
  assert.deepEqual(conflicts({ geoFilters: { states: ['TX', 'CA'] } }), ['geoFilters']);
  assert.deepEqual(conflicts({ dailyCap: 5 }), ['dailyCap']);
});
