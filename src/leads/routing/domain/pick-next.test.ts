import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { type Candidate, pickNext, type Plan, type Tried, wantedSales } from './pick-next.ts';

const candidate = (contractId: string, more: Partial<Candidate> = {}): Candidate => ({
  contractId,
  buyerId: `buyer of ${contractId}`,
  pool: 'primary',
  ...more,
});
const plan = (more: Partial<Plan> = {}): Plan => ({
  distributionType: 'exclusive',
  maxSales: null,
  fallbackRule: 'priority',
  ...more,
});
const tried = (one: Candidate, keepsPlace: boolean): Tried => ({ ...one, keepsPlace });
const yes = (): boolean => true;
const ids = (picked: readonly Candidate[]): string[] => picked.map(({ contractId }) => contractId);
const [a, b, c, f, g] = [
  candidate('a'),
  candidate('b'),
  candidate('c'),
  candidate('f', { pool: 'fallback' }),
  candidate('g', { pool: 'fallback' }),
];
const ranking = [a, b, c, f, g];

test('an exclusive lead goes to the first, multisell to all, and a bound to so many', () => {
  assert.deepEqual(ids(pickNext(plan(), ranking, [], yes)), ['a']);
  assert.deepEqual(ids(pickNext(plan({ distributionType: 'multisell' }), ranking, [], yes)), ['a', 'b', 'c']);
  assert.deepEqual(ids(pickNext(plan({ distributionType: 'hybrid', maxSales: 2 }), ranking, [], yes)), ['a', 'b']);
});

test('a released sale makes room for the next that was not tried, a live one does not', () => {
  const hybrid = plan({ distributionType: 'hybrid', maxSales: 2 });
  assert.deepEqual(ids(pickNext(hybrid, ranking, [tried(a, false), tried(b, true)], yes)), ['c']);
  assert.deepEqual(ids(pickNext(hybrid, ranking, [tried(a, true), tried(b, true)], yes)), []);
  assert.deepEqual(ids(pickNext(plan(), ranking, [tried(a, true)], yes)), []);
});

test('the fallback pool is asked only when no primary contract has the lead or may have it, by its own rule', () => {
  const refused = [tried(a, false), tried(b, false), tried(c, false)];
  assert.deepEqual(ids(pickNext(plan(), ranking, refused, yes)), ['f']);
  assert.deepEqual(ids(pickNext(plan({ fallbackRule: 'all' }), ranking, refused, yes)), ['f', 'g']);
  assert.deepEqual(ids(pickNext(plan(), ranking, [...refused, tried(f, false)], yes)), ['g']);
  const onePending = [tried(a, false), tried(b, true)];
  assert.deepEqual(ids(pickNext(plan({ distributionType: 'hybrid', maxSales: 5 }), [a, b, f], onePending, yes)), []);
});

test('what fallback contracts share goes to no primary one, though it may have it by now', () => {
  const all = plan({ fallbackRule: 'all' });
  const atCap = ({ contractId }: Candidate): boolean => contractId !== 'a';
  assert.deepEqual(ids(pickNext(all, [a, f, g], [], atCap)), ['f', 'g']);
  assert.deepEqual(ids(pickNext(all, [a, f, g], [tried(f, true), tried(g, false)], yes)), []);
  assert.deepEqual(ids(pickNext(all, [a, f, g], [tried(f, false), tried(g, false)], yes)), ['a']);
});

test('one that may not have it at this moment is passed over, and counted only if it gets it', () => {
  const asked: string[] = [];
  const take = ({ contractId }: Candidate): boolean => {
    asked.push(contractId);
    return contractId !== 'a';
  };
  assert.deepEqual(ids(pickNext(plan(), ranking, [], take)), ['b']);
  assert.deepEqual(asked, ['a', 'b']);
});

test('no buyer has two live sales of one lead; its second contract has its turn when the first was refused', () => {
  const again = candidate('d', { buyerId: a.buyerId });
  const multi = plan({ distributionType: 'multisell' });
  assert.deepEqual(ids(pickNext(multi, [a, again, b], [], yes)), ['a', 'b']);
  assert.deepEqual(ids(pickNext(multi, [a, again, b], [tried(a, false), tried(b, true)], yes)), ['d']);
});

test('whatever was tried, nobody is picked twice, no buyer has two, and no pool has more than the plan wants', () => {
  const anyCandidate = fc.record({
    buyerId: fc.constantFrom('x', 'y', 'z', 'w'),
    pool: fc.constantFrom('primary' as const, 'fallback' as const),
    state: fc.constantFrom('untried', 'live', 'released'),
    mayHave: fc.boolean(),
  });
  const anyPlan = fc.record({
    distributionType: fc.constantFrom('exclusive' as const, 'multisell' as const, 'hybrid' as const),
    maxSales: fc.constantFrom(null, 1, 2),
    fallbackRule: fc.constantFrom('all' as const, 'round_robin' as const),
  });
  fc.assert(
    fc.property(fc.array(anyCandidate, { maxLength: 10 }), anyPlan, (list, how) => {
      const all = list.map((one, index) => ({ ...one, contractId: `c${index}` }));
      const before = all.filter(({ state }) => state !== 'untried');
      const picked = pickNext(
        how,
        all,
        before.map((one) => tried(one, one.state === 'live')),
        (one) => all.some(({ contractId, mayHave }) => contractId === one.contractId && mayHave),
      );
      const live = before.filter(({ state }) => state === 'live');
      assert.ok(picked.every(({ state, mayHave }) => state === 'untried' && mayHave));
      assert.equal(new Set(picked.map(({ buyerId }) => buyerId)).size, picked.length);
      assert.ok(picked.every(({ buyerId }) => live.every((sale) => sale.buyerId !== buyerId)));
      for (const pool of ['primary', 'fallback'] as const) {
        const [had, more] = [live, picked].map((some) => some.filter((one) => one.pool === pool).length);
        if (more) assert.ok((had ?? 0) + more <= wantedSales(pool, how));
      }
      if (picked.length > 0) assert.ok([...live, ...picked].every(({ pool }) => pool === picked[0]?.pool));
    }),
  );
});
