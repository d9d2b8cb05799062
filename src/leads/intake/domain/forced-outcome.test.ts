import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { seenBySender } from './forced-outcome.ts';

const lead = { status: 'matched', reason: null, payoutCents: null, testResult: null, testPayoutCents: null } as const;

test('a lead without an asked-for outcome is seen as it is', () => {
  const status = fc.constantFrom('routing', 'sold', 'unsold', 'matched', 'erased');
  const given = fc.record(
    { status, reason: fc.option(fc.string()), payoutCents: fc.option(fc.nat()) },
    { noNullPrototype: true },
  );
  fc.assert(fc.property(given, (row) => assert.deepEqual(seenBySender({ ...lead, ...row }), row)));
});

test('a test with an asked-for outcome is seen as a live lead with that outcome is', () => {
  const seen = (testResult: 'sold' | 'rejected' | 'pending') =>
    seenBySender({ ...lead, testResult, testPayoutCents: 2500 });
  assert.deepEqual(seen('sold'), { status: 'sold', reason: null, payoutCents: 2500 });
  assert.deepEqual(seen('rejected'), { status: 'unsold', reason: 'no_matching_contracts', payoutCents: null });
  assert.deepEqual(seen('pending'), { status: 'pending', reason: 'uncertain', payoutCents: null });
});

test('an erased lead is erased, whatever was asked for', () => {
  assert.equal(seenBySender({ ...lead, status: 'erased', testResult: 'sold', testPayoutCents: 1 }).status, 'erased');
});
