import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  COLUMNS,
  type Comparison,
  type Figures,
  moveOf,
  type ReplayedLead,
  type ReplaySale,
  startComparison,
} from './compare-replay.ts';

const CONTRACTS = ['a', 'b', 'c', 'd'] as const;
const buyerOf = (contractId: string): string => (contractId < 'c' ? 'one' : 'two');

const sale = fc.record({
  contractId: fc.constantFrom(...CONTRACTS),
  priceCents: fc.nat(5000),
  payoutCents: fc.nat(5000),
});
const sales = fc
  .uniqueArray(sale, { maxLength: 3, selector: ({ contractId }) => contractId })
  .map((list): ReplaySale[] => list.map((one) => ({ ...one, buyerId: buyerOf(one.contractId) })));
const code = fc.constantFrom(null, 'cap_reached', 'geo_mismatch');
const side = fc.tuple(sales, fc.array(fc.tuple(fc.constantFrom(...CONTRACTS), code)), code).map(([sold, asked]) => ({
  sales: sold,
  reason: sold.length > 0 ? null : 'no_matching_contracts',
  asked: new Map<string, string | null>([
    ...asked,
    ...sold.map(({ contractId }): [string, null] => [contractId, null]),
  ]),
}));
const lead = fc
  .record({ number: fc.nat(), actual: sales, control: side, draft: side })
  .map((one): ReplayedLead => ({ ...one, leadId: `lead-${one.number}` }));
const leads = fc.uniqueArray(lead, { maxLength: 30, selector: ({ number }) => number });

function compare(list: readonly ReplayedLead[], samples = 3): Comparison {
  const comparing = startComparison(samples);
  for (const one of list) comparing.add(one);
  return comparing.result();
}

const sum = (rows: readonly Figures[]): Figures => ({
  sales: rows.reduce((total, row) => total + row.sales, 0),
  revenueCents: rows.reduce((total, row) => total + row.revenueCents, 0),
  payoutCents: rows.reduce((total, row) => total + row.payoutCents, 0),
  marginCents: rows.reduce((total, row) => total + row.marginCents, 0),
});

test('without a difference between drafts and today nothing changes', () => {
  fc.assert(
    fc.property(leads, (list) => {
      const { totals, moves, because, samples, sold, unsold } = compare(
        list.map((one) => ({ ...one, draft: one.control })),
      );
      assert.deepEqual(totals.change, { sales: 0, revenueCents: 0, payoutCents: 0, marginCents: 0 });
      assert.deepEqual(Object.values(moves), [0, 0, 0, 0]);
      assert.deepEqual([because, samples], [[], []]);
      assert.equal(sold.draft, sold.control);
      for (const row of unsold) assert.equal(row.draft, row.control);
    }),
  );
});

test('totals are the sums of contracts and of buyers, and margins are what is left of revenue', () => {
  fc.assert(
    fc.property(leads, (list) => {
      const { totals, contracts, buyers } = compare(list);
      for (const column of [...COLUMNS, 'change'] as const) {
        assert.deepEqual(sum(contracts.map((row) => row[column])), totals[column]);
        assert.deepEqual(sum(buyers.map((row) => row[column])), totals[column]);
        assert.equal(totals[column].marginCents, totals[column].revenueCents - totals[column].payoutCents);
      }
      assert.equal(totals.change.revenueCents, totals.draft.revenueCents - totals.control.revenueCents);
    }),
  );
});

test('it does not matter in which order leads are added', () => {
  fc.assert(
    fc.property(leads, (list) => {
      assert.deepEqual(compare(list.toReversed()), compare(list));
    }),
  );
});

test('every lead is sold or not, moves once at most, and each move has one reason', () => {
  fc.assert(
    fc.property(leads, fc.integer({ min: 0, max: 4 }), (list, most) => {
      const { leads: all, sold, unsold, moves, because, samples } = compare(list, most);
      assert.equal(all, list.length);
      for (const column of ['control', 'draft'] as const)
        assert.equal(sold[column] + unsold.reduce((total, row) => total + row[column], 0), all);
      const moved = list.filter((one) => moveOf(one) !== null).length;
      assert.equal(
        Object.values(moves).reduce((total, one) => total + one, 0),
        moved,
      );
      assert.equal(
        because.reduce((total, row) => total + row.leads, 0),
        moved,
      );
      assert.equal(sold.draft - sold.control, moves.became_sold - moves.became_unsold);
      for (const [move, count] of Object.entries(moves))
        assert.equal(samples.filter((one) => one.move === move).length, Math.min(count, most));
    }),
  );
});

test('a lead moves because who had it may not, because who gets it may now, or because of the order', () => {
  const of = (
    contractId: string | undefined,
    asked: readonly (readonly [string, string | null])[],
    priceCents = 1000,
  ) => ({
    sales: contractId === undefined ? [] : [{ contractId, buyerId: buyerOf(contractId), priceCents, payoutCents: 500 }],
    reason: contractId === undefined ? 'cap_exceeded' : null,
    asked: new Map(asked),
  });
  const why = (control: ReturnType<typeof of>, draft: ReturnType<typeof of>) => {
    const [found] = compare([{ leadId: 'l', number: 1, actual: [], control, draft }]).because;
    return found && [found.move, found.by, found.code];
  };
  const both = [
    ['a', null],
    ['b', null],
  ] as const;
  assert.deepEqual(why(of('a', both), of('b', both)), ['changed_hands', 'order', null]);
  assert.deepEqual(
    why(
      of('a', both),
      of('b', [
        ['a', 'cap_reached'],
        ['b', null],
      ]),
    ),
    ['changed_hands', 'lost', 'cap_reached'],
  );
  assert.deepEqual(
    why(
      of('a', [
        ['a', null],
        ['b', 'geo_mismatch'],
      ]),
      of('b', both),
    ),
    ['changed_hands', 'won', 'geo_mismatch'],
  );
  assert.deepEqual(why(of('a', [['a', null]]), of('b', both)), ['changed_hands', 'new', null]);
  assert.deepEqual(why(of(undefined, [['a', 'geo_mismatch']]), of('a', both)), ['became_sold', 'won', 'geo_mismatch']);
  assert.deepEqual(why(of('a', both), of(undefined, [['a', 'contract_inactive']])), [
    'became_unsold',
    'lost',
    'contract_inactive',
  ]);
  assert.deepEqual(why(of('a', both), of('a', both, 1200)), ['repriced', 'terms', null]);
  assert.equal(why(of('a', both), of('a', both)), undefined);
});
