import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type FedLead, merged } from './feed-buffer.ts';

const lead = (number: number, updated = number): FedLead => ({
  leadId: `lead-${number}`,
  shortId: `L-${number}`,
  status: updated === number ? 'pending' : 'sold',
  reason: null,
  campaignId: 'c',
  partnerId: 'p',
  verticalId: 'v',
  offerId: null,
  state: 'TX',
  isTest: false,
  price: null,
  payout: null,
  receivedAt: new Date(number * 1000).toISOString(),
  updatedAt: new Date(updated * 1000).toISOString(),
});

test('a lead that is told of again stands once, in its newest state, where it was', () => {
  const before = merged([], [lead(1), lead(2), lead(3)]);
  const after = merged(before, [lead(2, 9), lead(2, 4)]);
  assert.deepEqual(
    after.map(({ shortId, status }) => [shortId, status]),
    [
      ['L-3', 'pending'],
      ['L-2', 'sold'],
      ['L-1', 'pending'],
    ],
  );
  assert.equal(after[0], before[0], 'what did not change is the same object');
});

test('a window keeps the newest, however many come', () => {
  const many = Array.from({ length: 500 }, (_, index) => lead(index));
  const kept = merged([], many);
  assert.ok(kept.length < 100);
  assert.equal(kept[0]?.shortId, 'L-499');
  assert.equal(merged(kept, []), kept);
});
