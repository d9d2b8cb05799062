import assert from 'node:assert/strict';
import { test } from 'node:test';
import { resolveDedup } from './resolve-dedup.ts';

const buyer = { enabled: true, fields: ['phone'], windowDays: 30 };

test('a contract looks for earlier sales as its buyer says, unless it says otherwise', () => {
  assert.deepEqual(resolveDedup(buyer, undefined), { fields: ['phone'], windowDays: 30 });
  assert.deepEqual(resolveDedup(buyer, { enabled: null, windowDays: 90 }), { fields: ['phone'], windowDays: 90 });
  assert.equal(resolveDedup(buyer, { enabled: false, windowDays: 90 }), null);
  const off = { ...buyer, enabled: false };
  assert.equal(resolveDedup(off, undefined), null);
  assert.deepEqual(resolveDedup(off, { enabled: true, windowDays: null }), { fields: ['phone'], windowDays: 30 });
});

test('no days and no fields are no rule', () => {
  assert.equal(resolveDedup({ ...buyer, windowDays: 0 }, undefined), null);
  assert.equal(resolveDedup(buyer, { enabled: true, windowDays: 0 }), null);
  assert.equal(resolveDedup({ ...buyer, fields: [] }, undefined), null);
});
