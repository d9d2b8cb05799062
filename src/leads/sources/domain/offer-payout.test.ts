import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { offerPayout } from './offer-payout.ts';

test('a partner is told an amount exactly where every lead pays the same', () => {
  fc.assert(
    fc.property(
      fc.constantFrom('fixed', 'revshare'),
      fc.nat(100_000_000),
      fc.boolean(),
      (pricingModel, costPerLeadCents, underMargin) => {
        const { model, amount } = offerPayout({ pricingModel, costPerLeadCents, underMargin });
        assert.equal(model, underMargin ? 'margin' : pricingModel);
        assert.equal(amount === null, model !== 'fixed');
        if (amount !== null) assert.equal(Math.round(Number(amount) * 100), costPerLeadCents);
      },
    ),
  );
});
