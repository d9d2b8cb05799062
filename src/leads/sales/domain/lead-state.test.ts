import assert from 'node:assert/strict';
import { test } from 'node:test';
import { leadStateOf, type StateOfSale } from './lead-state.ts';

const now = new Date('2026-03-01T12:00:00Z');
const sale = (status: StateOfSale['status'], resumeAt: Date | null = null): StateOfSale => ({
  status,
  priceCents: 1000,
  payoutCents: 400,
  resumeAt,
});
const later = new Date('2026-03-02T09:00:00Z');
const stateOf = (...sales: StateOfSale[]): string => {
  const { status, reason, priceCents } = leadStateOf(sales, now);
  return [status, reason, priceCents].join(' ');
};

test('a lead is sold once a sale is settled and none is under way, for all that its sales brought', () => {
  assert.equal(stateOf(sale('settled'), sale('settled'), sale('released')), 'sold  2000');
  assert.equal(stateOf(sale('settled'), sale('delivering')), 'routing  1000');
  assert.equal(stateOf(sale('settled'), sale('uncertain')), 'sold  1000');
  assert.equal(stateOf(sale('settled'), sale('delivering', later)), 'sold  1000');
});

test('a lead that nobody has for sure is pending, and one that nobody took is unsold', () => {
  assert.equal(stateOf(sale('uncertain'), sale('released')), 'pending uncertain ');
  assert.equal(stateOf(sale('delivering', later), sale('released')), 'pending held ');
  assert.equal(stateOf(sale('delivering', now)), 'routing  ');
  assert.equal(stateOf(sale('released')), 'unsold all_refused ');
});
