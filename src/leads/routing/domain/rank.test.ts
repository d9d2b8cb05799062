import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { rank } from './rank.ts';
import type { ContractTerms } from './terms.ts';

const contract = (contractId: string, more: Partial<ContractTerms> = {}): ContractTerms => ({
  contractId,
  version: 1,
  contractName: 'Contract',
  buyerId: 'b',
  buyerName: 'Buyer',
  contractStatus: 'active',
  buyerStatus: 'active',
  verticalId: 'v',
  priceCents: 1000,
  priority: 10,
  weight: 1,
  lastWonAt: null,
  geo: null,
  demographic: null,
  custom: [],
  ...more,
});
const ids = (contracts: readonly ContractTerms[]): string[] => contracts.map((one) => one.contractId);

test('by price the highest comes first, then lowest priority, higher weight, least recent win', () => {
  const contracts = [
    contract('e', { priceCents: 900, priority: 0 }),
    contract('d', { priority: 2, weight: 5, lastWonAt: 50 }),
    contract('c', { priority: 2, weight: 5, lastWonAt: 40 }),
    contract('b', { priority: 2, weight: 9, lastWonAt: 90 }),
    contract('a', { priority: 1 }),
    contract('n', { priority: 2, weight: 5, lastWonAt: null }),
    contract('z', { priceCents: 1001, priority: 99 }),
  ];
  assert.deepEqual(ids(rank(contracts, 'price', 'seed')), ['z', 'a', 'b', 'n', 'c', 'd', 'e']);
});

test('by priority the lowest comes first whatever the price, then higher weight, least recent win', () => {
  const contracts = [
    contract('a', { priority: 1, priceCents: 9999 }),
    contract('b', { priority: 0, weight: 1 }),
    contract('c', { priority: 0, weight: 2, lastWonAt: 7 }),
    contract('d', { priority: 0, weight: 2, lastWonAt: 3 }),
  ];
  assert.deepEqual(ids(rank(contracts, 'priority', 'seed')), ['d', 'c', 'b', 'a']);
});

const anyContracts = fc
  .array(
    fc.record({
      priceCents: fc.constantFrom(1000, 1500),
      priority: fc.constantFrom(0, 1),
      weight: fc.constantFrom(1, 2),
      lastWonAt: fc.constantFrom(null, 0, 1),
    }),
    { maxLength: 12 },
  )
  .map((list) => list.map((more, index) => contract(`c${index}`, more)));

test('a contract never comes after one that the rule puts below it', () => {
  const rule = fc.constantFrom('price' as const, 'priority' as const);
  fc.assert(
    fc.property(anyContracts, rule, fc.string(), (contracts, by, seed) => {
      const ranked = rank(contracts, by, seed);
      assert.deepEqual(ids(ranked).toSorted(), ids(contracts).toSorted());
      for (const [index, next] of ranked.entries()) {
        const before = ranked[index - 1];
        if (!before) continue;
        if (by === 'price') assert.ok(before.priceCents >= next.priceCents);
        if (by === 'price' && before.priceCents > next.priceCents) continue;
        assert.ok(before.priority <= next.priority);
        if (before.priority < next.priority) continue;
        assert.ok(before.weight >= next.weight);
        if (before.weight > next.weight) continue;
        assert.ok((before.lastWonAt ?? -1) <= (next.lastWonAt ?? -1));
      }
    }),
  );
});

test('among equals many leads spread evenly, even against one stale snapshot (bugs 8 and 9)', () => {
  const equals = ['a', 'b', 'c', 'd'].map((id) => contract(id));
  const wins = new Map<string, number>();
  for (let lead = 0; lead < 4000; lead += 1) {
    const [first = ''] = ids(rank(equals, 'price', lead));
    wins.set(first, (wins.get(first) ?? 0) + 1);
  }
  for (const { contractId } of equals) {
    assert.ok(Math.abs((wins.get(contractId) ?? 0) - 1000) < 150, JSON.stringify([...wins]));
  }
});
