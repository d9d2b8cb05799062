import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { CLEAR_STANDING, decide, type DecideInput, type Standing } from './decide.ts';
import { contract, INPUT } from './decide.fixture.ts';
import { basisOf, decideAgain, type KeptDecision } from './decide-again.ts';
import { DISTRIBUTION_RULES } from './rank.ts';
import type { ContractTerms } from './terms.ts';
import { AUCTION_REFUSALS } from './reasons.ts';

/** A decision as it is kept: through JSON, and without what the contracts asked. */
function keep(input: DecideInput): KeptDecision & { readonly ranking: readonly string[] } {
  const decision = decide(input);
  const { distributionType, maxSales, fallbackRule } = input.offer;
  const kept = {
    offerId: input.offer.offerId,
    verticalId: input.lead.verticalId,
    seed: Number(input.seed),
    plan: { distributionType, maxSales, fallbackRule },
    basis: basisOf(input, () => true),
    verdicts: decision.verdicts.map((verdict) => {
      if (verdict.outcome !== 'refused') return verdict;
      const { detail: _detail, ...rest } = verdict;
      return rest;
    }),
    ranking: decision.ranking,
  };
  return {
    ...(JSON.parse(JSON.stringify(kept)) as typeof kept),
    decidedAt: input.now,
    terms: new Map(input.contracts.map((terms) => [terms.contractId, terms])),
    caps: new Map(input.standing.capReached),
  };
}

const IDS = ['a', 'b', 'c', 'd', 'e', 'f'] as const;
const some = fc.subarray([...IDS]);
const someBuyers = some.map((ids) => new Set(ids.map((id) => `buyer-${id}`)));

const anyContract = (id: string): fc.Arbitrary<ContractTerms> =>
  fc
    .record({
      priceCents: fc.integer({ min: 0, max: 3 }),
      priority: fc.integer({ min: 0, max: 2 }),
      weight: fc.integer({ min: 0, max: 3 }),
      pool: fc.constantFrom('primary' as const, 'fallback' as const),
      contractStatus: fc.constantFrom('active', 'active', 'active', 'paused'),
      buyerStatus: fc.constantFrom('active', 'active', 'active', 'suspended'),
      verticalId: fc.constantFrom('v', 'v', 'v', 'w'),
      exclusiveOnly: fc.boolean(),
      consentScope: fc.constantFrom('any' as const, 'any' as const, 'named' as const),
      custom: fc.constantFrom([], [{ field: 'state', operator: 'equals' as const, value: 'TX' }]),
    })
    .map((more) => contract(id, more));

const anyStanding: fc.Arbitrary<Standing> = fc.record({
  withoutAgreement: someBuyers,
  packEmpty: some.map((ids) => new Set(ids)),
  overCredit: some.map((ids) => new Set(ids)),
  closed: some.map((ids) => new Map(ids.map((id, n) => [id, { holdUntil: n % 2 ? 5000 : null }] as const))),
  capReached: some.map((ids) => new Map(ids.map((id) => [id, 'weekly leads'] as const))),
  buyerCapReached: some.map((ids) => new Map(ids.map((id) => [id, 'monthly spend'] as const))),
  duplicates: some.map((ids) => new Set(ids)),
  affinity: fc.option(fc.record({ mode: fc.constantFrom('same' as const, 'exclude' as const), buyerIds: someBuyers })),
  suppressed: someBuyers,
  auction: some.map((ids) => new Map(ids.map((id, n) => [id, AUCTION_REFUSALS[n % 4] ?? 'no_bid'] as const))),
});

const anyInput: fc.Arbitrary<DecideInput> = fc.record({
  lead: fc.option(someBuyers, { nil: undefined }).map((accepted) => ({
    ...INPUT.lead,
    fields: { ...INPUT.lead.fields, state: 'CA' },
    acceptedBuyerIds: accepted && [...accepted],
  })),
  offer: fc.record({
    offerId: fc.constant('o'),
    status: fc.constantFrom('active', 'active', 'active', 'paused'),
    distributionType: fc.constantFrom('exclusive' as const, 'multisell' as const, 'hybrid' as const),
    rule: fc.constantFrom(...DISTRIBUTION_RULES),
    maxSales: fc.constantFrom(null, 2),
    fallbackRule: fc.constantFrom('all' as const, ...DISTRIBUTION_RULES),
  }),
  contracts: fc.tuple(...IDS.map(anyContract)),
  standing: anyStanding,
  now: fc.constant(INPUT.now),
  timeZone: fc.constant(INPUT.timeZone),
  placeOf: fc.constant(INPUT.placeOf),
  seed: fc.integer({ min: 1, max: 1e9 }),
  turns: some.map((ids) => new Map(ids.map((id, n) => [id, n * 7] as const))),
});

test('a decision that is made again from its record alone is the same one', () => {
  fc.assert(
    fc.property(anyInput, (input) => {
      const again = decideAgain(keep(input), input.lead.fields, INPUT.placeOf);
      assert.ok(again);
      assert.deepEqual(again.differences, []);
      assert.deepEqual(again.decision.ranking, decide(input).ranking);
    }),
    { numRuns: 2000 },
  );
});

test('what was asked of a field is found anew, and another value of it shows as a difference', () => {
  const input: DecideInput = {
    ...INPUT,
    seed: 7,
    contracts: [contract('a', { geo: geoOf('CA') }), contract('b', { geo: geoOf('TX') })],
  };
  const same = decideAgain(keep(input), input.lead.fields, INPUT.placeOf);
  const refused = same?.decision.verdicts.find(({ contractId }) => contractId === 'b');
  assert.ok(refused?.outcome === 'refused');
  assert.deepEqual([refused.detail.field, refused.detail.bound], ['state', 'TX']);
  assert.deepEqual(decideAgain(keep(input), { ...input.lead.fields, state: 'TX' }, INPUT.placeOf)?.differences, [
    { contractId: 'a', kept: 'eligible_1', again: 'geo_mismatch' },
    { contractId: 'b', kept: 'geo_mismatch', again: 'eligible_1' },
  ]);
});

test('without a version that was decided upon nothing is decided', () => {
  const kept = keep({ ...INPUT, seed: 7, contracts: [contract('a')], standing: CLEAR_STANDING });
  assert.equal(decideAgain({ ...kept, terms: new Map() }, INPUT.lead.fields, INPUT.placeOf), undefined);
});

const geoOf = (state: string) => ({
  states: [state],
  zipCodes: [],
  zipPrefixes: [],
  cities: [],
  radii: [],
  exclude: false,
});
