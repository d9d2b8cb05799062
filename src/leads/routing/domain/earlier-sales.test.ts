import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { type ContractDedup, duplicateContracts, type EarlierSale, knownBuyers } from './earlier-sales.ts';

const NOW = new Date('2026-11-26T12:00:00Z');
const daysAgo = (days: number): Date => new Date(NOW.getTime() - days * 86_400_000);
const dedup = { fields: ['email', 'phone'], windowDays: 30 };
const contract = (more: Partial<ContractDedup> = {}): ContractDedup => ({
  contractId: 'contract-1',
  buyerId: 'buyer-1',
  dedup,
  ...more,
});
const sale = (more: Partial<EarlierSale> = {}): EarlierSale => ({
  buyerId: 'buyer-1',
  field: 'email',
  at: daysAgo(1),
  ...more,
});
const found = (contracts: ContractDedup[], history: EarlierSale[]) => [...duplicateContracts(contracts, history, NOW)];

test('a buyer that has had the person within the window loses by all of its contracts that ask, others do not', () => {
  const contracts = [
    contract(),
    contract({ contractId: 'contract-2' }),
    contract({ contractId: 'off', dedup: null }),
    contract({ contractId: 'other', buyerId: 'buyer-2' }),
  ];
  assert.deepEqual(found(contracts, [sale()]), ['contract-1', 'contract-2']);
});

test('only a listed field counts, and a window of no days looks nowhere', () => {
  assert.deepEqual(found([contract()], [sale({ field: 'memberId' })]), []);
  assert.deepEqual(found([contract({ dedup: { ...dedup, fields: [] } })], [sale()]), []);
  assert.deepEqual(found([contract({ dedup: { ...dedup, windowDays: 0 } })], [sale({ at: NOW })]), []);
});

test('the window counts from the reservation, its first instant included', () => {
  assert.deepEqual(found([contract()], [sale({ at: daysAgo(30) })]), ['contract-1']);
  assert.deepEqual(found([contract()], [sale({ at: new Date(daysAgo(30).getTime() - 1) })]), []);
});

test('more history never makes fewer duplicates, and a longer window never either', () => {
  const sales = fc.array(
    fc.record({
      buyerId: fc.constantFrom('buyer-1', 'buyer-2'),
      field: fc.constantFrom('email', 'phone', 'memberId'),
      at: fc.nat(80).map(daysAgo),
    }),
  );
  fc.assert(
    fc.property(sales, sales, fc.nat(60), fc.nat(20), (some, more, windowDays, longer) => {
      const of = (days: number) => [contract({ dedup: { ...dedup, windowDays: days } })];
      const few = found(of(windowDays), some);
      assert.ok(few.every((id) => found(of(windowDays), [...some, ...more]).includes(id)));
      assert.ok(few.every((id) => found(of(windowDays + longer), some).includes(id)));
    }),
  );
});

test('affinity keeps away whoever had the person within the days, and puts first only who had it last', () => {
  const history = [
    sale({ buyerId: 'first', at: daysAgo(9) }),
    sale({ buyerId: 'last', at: daysAgo(2) }),
    sale({ buyerId: 'shared', at: daysAgo(2) }),
    sale({ buyerId: 'long ago', at: daysAgo(11) }),
    sale({ buyerId: 'edge', at: daysAgo(10) }),
  ];
  const known = (mode: 'same' | 'exclude') => [...knownBuyers({ mode, days: 10 }, history, NOW).buyerIds].toSorted();
  assert.deepEqual(known('exclude'), ['edge', 'first', 'last', 'shared']);
  assert.deepEqual(known('same'), ['last', 'shared']);
  assert.deepEqual([...knownBuyers({ mode: 'same', days: 10 }, [], NOW).buyerIds], []);
});
