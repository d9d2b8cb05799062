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
  pool: 'primary',
  weight: 1,
  exclusiveOnly: false,
  geo: null,
  demographic: null,
  custom: [],
  ...more,
});
const ids = (contracts: readonly ContractTerms[]): string[] => contracts.map((one) => one.contractId);

test('by price the highest comes first, then lowest priority, higher weight, the longest wait', () => {
  const contracts = [
    contract('e', { priceCents: 900, priority: 0 }),
    contract('d', { priority: 2, weight: 5 }),
    contract('c', { priority: 2, weight: 5 }),
    contract('b', { priority: 2, weight: 9 }),
    contract('a', { priority: 1 }),
    contract('n', { priority: 2, weight: 5 }),
    contract('z', { priceCents: 1001, priority: 99 }),
  ];
  assert.deepEqual(
    ids(
      rank(contracts, 'price', {
        seed: 'seed',
        turns: new Map([
          ['d', 50],
          ['c', 40],
          ['b', 90],
        ]),
      }),
    ),
    ['z', 'a', 'b', 'n', 'c', 'd', 'e'],
  );
});

test('by priority the lowest comes first whatever the price, then higher weight, the longest wait', () => {
  const contracts = [
    contract('a', { priority: 1, priceCents: 9999 }),
    contract('b', { priority: 0, weight: 1 }),
    contract('c', { priority: 0, weight: 2 }),
    contract('d', { priority: 0, weight: 2 }),
  ];
  assert.deepEqual(
    ids(
      rank(contracts, 'priority', {
        seed: 'seed',
        turns: new Map([
          ['c', 7],
          ['d', 3],
        ]),
      }),
    ),
    ['d', 'c', 'b', 'a'],
  );
});

const anyContracts = fc
  .array(
    fc.record({
      priceCents: fc.constantFrom(1000, 1500),
      priority: fc.constantFrom(0, 1),
      weight: fc.constantFrom(1, 2),
    }),
    { maxLength: 12 },
  )
  .map((list) => list.map((more, index) => contract(`c${index}`, more)));

test('a contract never comes after one that the rule puts below it', () => {
  const rule = fc.constantFrom('price' as const, 'priority' as const);
  const anyTurns = fc.dictionary(fc.constantFrom('c0', 'c1', 'c2', 'c3'), fc.integer({ min: 0, max: 2 }));
  fc.assert(
    fc.property(anyContracts, rule, fc.string(), anyTurns, (contracts, by, seed, turnsOf) => {
      const turns = new Map(Object.entries(turnsOf));
      const ranked = rank(contracts, by, { seed, turns });
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
        assert.ok((turns.get(before.contractId) ?? -1) <= (turns.get(next.contractId) ?? -1));
      }
    }),
  );
});

test('among equals many leads spread evenly, even against one stale snapshot (bugs 8 and 9)', () => {
  const equals = ['a', 'b', 'c', 'd'].map((id) => contract(id));
  const wins = new Map<string, number>();
  for (let lead = 0; lead < 4000; lead += 1) {
    const [first = ''] = ids(rank(equals, 'price', { seed: lead, turns: new Map() }));
    wins.set(first, (wins.get(first) ?? 0) + 1);
  }
  for (const { contractId } of equals) {
    assert.ok(Math.abs((wins.get(contractId) ?? 0) - 1000) < 150, JSON.stringify([...wins]));
  }
});

test('by weight the shares are met within a percentage point over 10,000 leads, wherever one begins (bug 9)', () => {
  const weights = { a: 70, b: 20, c: 9, d: 1, e: 0 };
  const contracts = Object.entries(weights).map(([id, weight]) => contract(id, { weight }));
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1e9 }), fc.integer({ min: 1, max: 50 }), (start, step) => {
      const firsts = new Map<string, number>();
      const seconds = new Map<string, number>();
      for (let lead = 0; lead < 10_000; lead += 1) {
        const [first = '', second = ''] = ids(
          rank(contracts, 'weight', { seed: start + lead * step, turns: new Map() }),
        );
        firsts.set(first, (firsts.get(first) ?? 0) + 1);
        seconds.set(second, (seconds.get(second) ?? 0) + 1);
      }
      for (const [id, weight] of Object.entries(weights))
        assert.ok(Math.abs((firsts.get(id) ?? 0) - weight * 100) <= 100, `${id}: ${firsts.get(id)} of ${weight * 100}`);
      assert.ok((seconds.get('b') ?? 0) > (seconds.get('c') ?? 0), 'who is second goes by weight too');
    }),
    { numRuns: 8 },
  );
});

test('one without weight comes after all that have some, and among none of weight the turn decides', () => {
  const contracts = [contract('a', { weight: 0 }), contract('b', { weight: 0 }), contract('c')];
  for (let seed = 0; seed < 50; seed += 1)
    assert.deepEqual(ids(rank(contracts, 'weight', { seed, turns: new Map([['a', 9]]) })), ['c', 'b', 'a']);
});

test('by round robin whoever waited longest is first, so that wins never differ by more than one', () => {
  const contracts = ['a', 'b', 'c'].map((id, index) =>
    contract(id, { weight: index, priority: index, priceCents: index }),
  );
  const turns = new Map<string, number>();
  const wins = new Map<string, number>();
  for (let lead = 1; lead <= 100; lead += 1) {
    const [first = ''] = ids(rank(contracts, 'round_robin', { seed: lead, turns }));
    turns.set(first, lead);
    wins.set(first, (wins.get(first) ?? 0) + 1);
    const counts = contracts.map(({ contractId }) => wins.get(contractId) ?? 0);
    assert.ok(Math.max(...counts) - Math.min(...counts) <= 1, JSON.stringify(counts));
  }
});
