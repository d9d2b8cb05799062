import assert from 'node:assert/strict';
import { test } from 'node:test';
import { CLEAR_STANDING, type DecideInput } from './decide.ts';
import { contract, decideOn, INPUT, reasonOf } from './decide.fixture.ts';

test('the fallback pool comes after the primary one, each in the order of its own rule', () => {
  const fallback = { pool: 'fallback' as const, priceCents: 9000 };
  const contracts = [
    contract('a', fallback),
    contract('b', { ...fallback, priority: 1 }),
    contract('c', { priceCents: 500 }),
    contract('d'),
  ];
  const decision = decideOn(contracts, { offer: { ...INPUT.offer, fallbackRule: 'priority' } });
  assert.deepEqual(decision.ranking, ['d', 'c', 'b', 'a']);
});

test('a contract that buys for itself alone is left out where leads are sold several times', () => {
  const alone = contract('a', { exclusiveOnly: true });
  assert.equal(reasonOf(alone, { offer: { ...INPUT.offer, distributionType: 'hybrid' } }), 'exclusive_only');
  assert.equal(reasonOf(alone), 'eligible');
  assert.equal(
    reasonOf({ ...alone, pool: 'fallback' }, { offer: { ...INPUT.offer, distributionType: 'hybrid' } }),
    'eligible',
  );
});

test('a closed contract that holds leads comes after those that are open, with the instant when it opens', () => {
  const closed = new Map([['a', { holdUntil: 5000 }]]);
  const decision = decideOn([contract('a', { priceCents: 2000 }), contract('b')], {
    standing: { ...CLEAR_STANDING, closed },
  });
  assert.deepEqual(decision.ranking, ['b', 'a']);
  const [first, second] = decision.verdicts;
  assert.ok(first?.outcome === 'eligible' && second?.outcome === 'eligible');
  assert.deepEqual([first.holdUntil, second.holdUntil], [undefined, 5000]);
});

test('a person who comes again goes to the same buyer first, or to anybody else, as the offer has it', () => {
  const contracts = [contract('a'), contract('b', { priceCents: 2000 })];
  const standing = (mode: 'same' | 'exclude'): Partial<DecideInput> => ({
    standing: { ...CLEAR_STANDING, affinity: { mode, buyerIds: new Set(['buyer-a']) } },
  });
  assert.deepEqual(decideOn(contracts, standing('same')).ranking, ['a', 'b']);
  assert.deepEqual(decideOn(contracts, standing('exclude')).ranking, ['b']);
  assert.equal(reasonOf(contract('a'), standing('exclude')), 'had_before');
});
