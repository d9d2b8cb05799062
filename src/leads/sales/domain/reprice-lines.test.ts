import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { type LedgerLine, linesOfSale } from './ledger-lines.ts';
import { linesOfReprice } from './reprice-lines.ts';
import { linesOfReturn } from './return-lines.ts';

const earned = fc.record({
  priceCents: fc.integer({ min: 0, max: 100_000 }),
  payoutCents: fc.integer({ min: 0, max: 100_000 }),
});
const parties = { buyerId: 'b', partnerId: 'p' };

const sumsOf = (lines: readonly LedgerLine[]): Map<string, number> => {
  const sums = new Map<string, number>();
  for (const { account, buyerId, partnerId, amountCents } of lines) {
    const key = `${account}/${buyerId ?? ''}/${partnerId ?? ''}`;
    sums.set(key, (sums.get(key) ?? 0) + amountCents);
  }
  return new Map([...sums].filter(([, sum]) => sum !== 0));
};
const total = (lines: readonly LedgerLine[]): number => lines.reduce((sum, line) => sum + line.amountCents, 0);

test('after any changes of its price a sale stands booked as if it had been made at the last one', () => {
  fc.assert(
    fc.property(earned, fc.array(earned, { maxLength: 6 }), (first, changes) => {
      let stands = first;
      const lines = [...linesOfSale({ ...parties, ...first, isPrepaid: false })];
      for (const next of changes) {
        const { buyer, partner } = linesOfReprice(parties, stands, next);
        assert.deepEqual([total(buyer), total(partner)], [0, 0]);
        assert.ok([...buyer, ...partner].every(({ amountCents }) => amountCents !== 0));
        lines.push(...buyer, ...partner);
        stands = next;
      }
      assert.deepEqual(sumsOf(lines), sumsOf(linesOfSale({ ...parties, ...stands, isPrepaid: false })));
    }),
  );
});

test('a sale whose price was changed, however often, and that is returned then leaves every account at zero', () => {
  fc.assert(
    fc.property(earned, fc.array(earned, { maxLength: 6 }), fc.boolean(), (first, changes, payoutPerSale) => {
      let stands = first;
      const lines = [...linesOfSale({ ...parties, ...first, isPrepaid: false })];
      for (const next of changes) {
        const after = { ...next, payoutCents: payoutPerSale ? next.payoutCents : stands.payoutCents };
        const { buyer, partner } = linesOfReprice(parties, stands, after);
        lines.push(...buyer, ...partner);
        stands = after;
      }
      const sale = { saleId: 's', buyerId: 'b', ...stands, payoutPerSale, isPrepaid: false };
      lines.push(...linesOfReturn(sale, [], 'p').lines);
      assert.deepEqual(sumsOf(lines), new Map());
    }),
  );
});

test('what the partner earns is booked apart from what the buyer owes, and what stays is not booked', () => {
  const { buyer, partner } = linesOfReprice(
    parties,
    { priceCents: 2000, payoutCents: 500 },
    { priceCents: 1500, payoutCents: 500 },
  );
  assert.deepEqual(buyer, [
    { account: 'buyer_receivable', amountCents: -500, buyerId: 'b' },
    { account: 'tenant_revenue', amountCents: 500 },
  ]);
  assert.deepEqual(partner, []);
});
