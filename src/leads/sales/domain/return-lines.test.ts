import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { linesOfSale } from './ledger-lines.ts';
import { linesOfReturn } from './return-lines.ts';

const sale = (saleId: string, payoutPerSale: boolean) =>
  fc.record({
    saleId: fc.constant(saleId),
    buyerId: fc.constant(`buyer-${saleId}`),
    priceCents: fc.integer({ min: 0, max: 100_000 }),
    payoutCents: fc.integer({ min: 0, max: 100_000 }),
    payoutPerSale: fc.constant(payoutPerSale),
    isPrepaid: fc.boolean(),
  });

test('a sale and its return are zero on every account, and a payout that stays is booked once', () => {
  fc.assert(
    fc.property(fc.boolean(), fc.boolean(), sale('a', true), sale('b', true), (perSale, isTwice, one, two) => {
      const returned = { ...one, payoutPerSale: perSale };
      const other = { ...two, payoutCents: perSale ? two.payoutCents : 0, payoutPerSale: perSale };
      const { lines, moved } = linesOfReturn(returned, isTwice ? [other] : [], 'p');
      const all = [...linesOfSale({ ...returned, partnerId: 'p' }), ...lines];
      for (const account of ['buyer_receivable', 'pack_liability', 'tenant_revenue', 'partner_cost', 'partner_payable'])
        assert.equal(
          all.filter((line) => line.account === account).reduce((sum, line) => sum + line.amountCents, 0),
          0,
          account,
        );
      assert.equal(moved !== null, isTwice && !perSale && returned.payoutCents > 0);
      if (!moved) return;
      assert.equal(moved.payoutCents, returned.payoutCents);
      assert.equal(moved.lines.find(({ account }) => account === 'partner_payable')?.amountCents, -moved.payoutCents);
      assert.equal(
        moved.lines.reduce((sum, line) => sum + line.amountCents, 0),
        0,
      );
    }),
  );
});

test('a payout that stays goes to no sale that pays the partner by itself', () => {
  const booked = {
    saleId: 'a',
    buyerId: 'buyer-a',
    priceCents: 2000,
    payoutCents: 500,
    payoutPerSale: false,
    isPrepaid: true,
  };
  const shared = { ...booked, saleId: 'b', payoutPerSale: true };
  const free = { ...booked, saleId: 'c', payoutCents: 0 };
  assert.equal(linesOfReturn(booked, [shared], 'p').moved, null);
  assert.equal(linesOfReturn(booked, [shared, free], 'p').moved?.saleId, 'c');
});
