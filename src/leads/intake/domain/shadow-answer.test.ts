import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Fault } from '../../../kernel/app-error.ts';
import { compareAnswers, type OwnAnswer, readShadowAnswer, type ShadowAnswer } from './shadow-answer.ts';

const read = (raw: unknown): { answer: ShadowAnswer | undefined; fields: string[] } => {
  const faults: Fault[] = [];
  const answer = readShadowAnswer(raw, faults);
  return { answer, fields: faults.map(({ field, rule }) => `${field} ${rule}`) };
};

test('an answer is read in the words of both wire shapes, with amounts as numbers or texts', () => {
  assert.deepEqual(read({ status: 'success', buyerId: 'b-1', price: '12.50', payout: 7 }).answer, {
    status: 'sold',
    buyerId: 'b-1',
    priceCents: 1250,
    payoutCents: 700,
  });
  assert.deepEqual(read({ status: 'failed', buyerId: null, price: null }).answer, { status: 'rejected' });
  for (const nothing of [undefined, null, '']) assert.deepEqual(read(nothing), { answer: undefined, fields: [] });
});

test('every fault of it is named, and none of its values', () => {
  assert.deepEqual(read('sold').fields, ['shadowAnswer wrong_type']);
  const { answer, fields } = read({ status: '__proto__', buyerId: 'a b', price: '1.234', payout: -1, who: 'x' });
  assert.equal(answer, undefined);
  assert.deepEqual(fields, [
    'shadowAnswer unknown_field',
    'shadowAnswer.status not_allowed',
    'shadowAnswer.buyerId not_an_id',
    'shadowAnswer.price not_money',
    'shadowAnswer.payout not_money',
  ]);
});

const ours: OwnAnswer = {
  status: 'sold',
  payoutCents: 700,
  sales: [
    { buyerId: 'ours-1', priceCents: 2000 },
    { buyerId: 'ours-2', priceCents: 1500 },
  ],
};

test('what differs is named: status, buyer, price, payout, each only where both say something of it', () => {
  const differs = (theirs: ShadowAnswer, buyerId?: string) => compareAnswers(theirs, ours, buyerId);
  assert.deepEqual(differs({ status: 'sold' }), []);
  assert.deepEqual(differs({ status: 'pending' }), []);
  assert.deepEqual(differs({ status: 'rejected', payoutCents: 1 }), ['status']);
  assert.deepEqual(differs({ status: 'sold', buyerId: 'b-2', priceCents: 1500, payoutCents: 700 }, 'ours-2'), []);
  assert.deepEqual(differs({ status: 'sold', buyerId: 'b-2', priceCents: 2000 }, 'ours-2'), ['price']);
  assert.deepEqual(differs({ status: 'sold', buyerId: 'b-9', priceCents: 2000 }), ['buyer']);
  assert.deepEqual(differs({ status: 'sold', priceCents: 1999, payoutCents: 699 }), ['price', 'payout']);
  assert.deepEqual(
    compareAnswers({ status: 'duplicate' }, { status: 'duplicate', sales: [], payoutCents: 0 }, undefined),
    [],
  );
});

test('an answer that is told in our own words never differs', () => {
  const sale = fc.record({ buyerId: fc.uuid(), priceCents: fc.nat(100_000) });
  fc.assert(
    fc.property(
      fc.array(sale, { minLength: 1, maxLength: 5 }),
      fc.nat(100_000),
      fc.nat(4),
      (sales, payoutCents, at) => {
        const one = sales[at % sales.length];
        const first = sales.find(({ buyerId }) => buyerId === one?.buyerId);
        assert.ok(one && first);
        const theirs = { status: 'sold', buyerId: one.buyerId, priceCents: first.priceCents, payoutCents } as const;
        assert.deepEqual(compareAnswers(theirs, { status: 'sold', sales, payoutCents }, one.buyerId), []);
      },
    ),
  );
});
