import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { payoutOf, type PayoutTerms } from './payout.ts';

const share = (revshareBp: number, maximumPayoutCents: number | null = null): PayoutTerms => ({
  pricingModel: 'revshare',
  payoutCents: 999,
  revshareBp,
  maximumPayoutCents,
});

test('a share of the price is paid for each sale, rounded half to even, up to the most', () => {
  assert.deepEqual(payoutOf(share(5000), 101), { payoutCents: 50, payoutPerSale: true });
  assert.deepEqual(payoutOf(share(5000), 103), { payoutCents: 52, payoutPerSale: true });
  assert.deepEqual(payoutOf(share(3333), 1000), { payoutCents: 333, payoutPerSale: true });
  assert.deepEqual(payoutOf(share(9000, 500), 1000), { payoutCents: 500, payoutPerSale: true });
  assert.deepEqual(payoutOf({ ...share(0), pricingModel: 'fixed' }, 1000), { payoutCents: 999, payoutPerSale: false });
});

test('the partner never earns more than the sale brought', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 10_000 }), fc.integer({ min: 0, max: 1e9 }), (bp, price) => {
      const { payoutCents } = payoutOf(share(bp), price);
      assert.ok(payoutCents >= 0 && payoutCents <= price && Number.isInteger(payoutCents));
    }),
  );
});
