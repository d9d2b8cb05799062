import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { CLEAR_STANDING, decide, type DecideInput, type Standing } from './decide.ts';
import { contract, decideOn, INPUT, reasonOf } from './decide.fixture.ts';
import { reasonSentence, type RefusalCode, rejectionText } from './reasons.ts';
import { DISTRIBUTION_RULES } from './rank.ts';
import type { ContractTerms } from './terms.ts';

test('each check refuses on its own, with its reason', () => {
  const standing = (more: Partial<Standing>): Partial<DecideInput> => ({ standing: { ...CLEAR_STANDING, ...more } });
  const buyers = new Set(['buyer-a']);
  assert.equal(reasonOf(contract('a')), 'eligible');
  assert.equal(reasonOf(contract('a', { verticalId: 'other' })), 'other_vertical');
  assert.equal(reasonOf(contract('a'), standing({ withoutAgreement: buyers })), 'agreement_missing');
  assert.equal(reasonOf(contract('a'), standing({ overCredit: new Set(['a']) })), 'over_credit');
  assert.equal(
    reasonOf(contract('a'), standing({ closed: new Map([['a', { holdUntil: null }]]) })),
    'outside_schedule',
  );
  assert.equal(reasonOf(contract('a'), standing({ duplicates: new Set(['a']) })), 'duplicate');
  assert.equal(reasonOf(contract('a'), standing({ suppressed: buyers })), 'suppressed');
  const nobody = standing({
    withoutAgreement: new Set(['a']),
    overCredit: new Set(['b']),
    closed: new Map([['buyer-a', { holdUntil: null }]]),
    duplicates: new Set(['x']),
  });
  assert.equal(reasonOf(contract('a'), nobody), 'eligible');
});

test('contracts and buyers that are not active never receive (bug 10)', () => {
  for (const status of ['paused', 'expired', 'inactive', 'setup', 'archived', 'suspended', '', 'Active']) {
    assert.equal(reasonOf(contract('a', { contractStatus: status })), 'contract_inactive');
    assert.equal(reasonOf(contract('a', { buyerStatus: status })), 'buyer_inactive');
  }
});

test('a buyer over its daily cap is skipped, with the reason kept', () => {
  const decision = decideOn([contract('a', { priceCents: 2000 }), contract('b')], {
    standing: { ...CLEAR_STANDING, capReached: new Map([['a', 'daily leads']]) },
  });
  assert.deepEqual(decision.ranking, ['b']);
  const refused = decision.verdicts[1];
  assert.ok(refused?.outcome === 'refused');
  assert.deepEqual([refused.contractId, refused.reason, refused.detail], ['a', 'cap_reached', { cap: 'daily leads' }]);
  assert.equal(reasonSentence(refused.reason, refused.detail), 'The contract has reached its cap on daily leads.');
});

test('the consent limits who is eligible', () => {
  const lead = (acceptedBuyerIds: string[] | undefined) => ({ lead: { ...INPUT.lead, acceptedBuyerIds } });
  assert.equal(reasonOf(contract('a'), lead(['buyer-a'])), 'eligible');
  assert.equal(reasonOf(contract('a'), lead(['buyer-b'])), 'consent_not_given');
  assert.equal(reasonOf(contract('a'), lead([])), 'consent_not_given');
  assert.equal(reasonOf(contract('a', { consentScope: 'named' }), lead(undefined)), 'consent_not_named');
  assert.equal(reasonOf(contract('a', { consentScope: 'named' }), lead(['buyer-a'])), 'eligible');
});

test('the checks are asked in the documented order and the first refusal is kept', () => {
  const order: RefusalCode[] = [
    'contract_inactive',
    'buyer_inactive',
    'agreement_missing',
    'pack_empty',
    'over_credit',
    'outside_schedule',
    'geo_mismatch',
    'demographic_mismatch',
    'custom_mismatch',
    'consent_not_given',
    'cap_reached',
    'buyer_cap_reached',
    'duplicate',
    'had_before',
    'suppressed',
    'no_bid',
  ];
  for (const [index, expected] of order.entries()) {
    const fails = (code: RefusalCode): boolean => order.indexOf(code) >= index;
    const buyers = (code: RefusalCode): Set<string> => new Set(fails(code) ? ['buyer-a'] : []);
    const terms = contract('a', {
      contractStatus: fails('contract_inactive') ? 'paused' : 'active',
      buyerStatus: fails('buyer_inactive') ? 'paused' : 'active',
      geo: fails('geo_mismatch') ? { states: ['NV'], zipCodes: [], zipPrefixes: [], cities: [], exclude: false } : null,
      demographic: fails('demographic_mismatch') ? { minAge: 90, maxAge: null, genders: [] } : null,
      custom: fails('custom_mismatch') ? [{ field: 'state', operator: 'equals', value: 'NV' }] : [],
    });
    const standing: Standing = {
      withoutAgreement: buyers('agreement_missing'),
      packEmpty: new Set(fails('pack_empty') ? ['a'] : []),
      overCredit: new Set(fails('over_credit') ? ['a'] : []),
      duplicates: new Set(fails('duplicate') ? ['a'] : []),
      suppressed: buyers('suppressed'),
      auction: new Map(fails('no_bid') ? [['a', 'no_bid']] : []),
      closed: new Map(fails('outside_schedule') ? [['a', { holdUntil: null }]] : []),
      capReached: new Map(fails('cap_reached') ? [['a', 'daily leads']] : []),
      buyerCapReached: new Map(fails('buyer_cap_reached') ? [['a', 'weekly spend']] : []),
      affinity: fails('had_before') ? { mode: 'exclude', buyerIds: new Set(['buyer-a']) } : null,
    };
    const lead = { ...INPUT.lead, acceptedBuyerIds: fails('consent_not_given') ? [] : undefined };
    assert.equal(reasonOf(terms, { standing, lead }), expected);
  }
});

test('a lead nobody may have says why, in the words of the wire contract', () => {
  const standing: Standing = {
    ...CLEAR_STANDING,
    duplicates: new Set(['a']),
    capReached: new Map([['b', 'weekly leads']]),
    suppressed: new Set(['buyer-s']),
  };
  const [a, b, s, off] = [contract('a'), contract('b'), contract('s'), contract('x', { contractStatus: 'paused' })];
  const text = (contracts: ContractTerms[], more: Partial<DecideInput> = {}): string => {
    const { reason } = decideOn(contracts, { standing, ...more });
    assert.ok(reason);
    return rejectionText(reason);
  };
  assert.equal(text([]), 'No matching contracts');
  assert.equal(text([off]), 'No matching contracts');
  assert.equal(text([a, off]), 'Duplicate lead');
  assert.equal(text([b, off]), 'Cap exceeded');
  assert.equal(text([a, b]), 'No matching contracts');
  assert.equal(text([s]), 'No matching contracts');
  assert.equal(text([contract('ok')], { offer: { ...INPUT.offer, status: 'paused' } }), 'Campaign inactive');
});

test('an offer that is not active considers nobody', () => {
  const decision = decideOn([contract('a')], { offer: { ...INPUT.offer, status: 'paused' } });
  assert.deepEqual([decision.verdicts, decision.ranking, decision.reason], [[], [], 'offer_inactive']);
});

const anyContract = fc.record({
  contractStatus: fc.constantFrom('active', 'active', 'active', 'paused'),
  buyerId: fc.constantFrom('b1', 'b2', 'b3', 'b4'),
  priceCents: fc.constantFrom(1000, 1500),
  priority: fc.constantFrom(0, 1),
  weight: fc.constantFrom(1, 2),
  pool: fc.constantFrom('primary' as const, 'primary' as const, 'fallback' as const),
  custom: fc.constantFrom<ContractTerms['custom']>(
    [],
    [{ field: 'plan', operator: 'equals', value: 'PPO' }],
    [{ field: 'nowhere', operator: 'not_equals', value: 1 }],
  ),
  geo: fc.constantFrom<ContractTerms['geo']>(null, {
    states: ['CA'],
    zipCodes: [],
    zipPrefixes: ['10'],
    cities: [],
    exclude: true,
  }),
});
const anyContracts = fc
  .array(anyContract, { maxLength: 12 })
  .map((list) => list.map((more, index) => contract(`c${index}`, more)));
const anyInput = fc
  .record({
    contracts: anyContracts,
    rule: fc.constantFrom(...DISTRIBUTION_RULES),
    turns: fc.dictionary(fc.constantFrom('c0', 'c1', 'c2'), fc.integer({ min: 1, max: 3 })),
    seed: fc.oneof(fc.string(), fc.integer()),
    duplicates: fc.uniqueArray(fc.constantFrom('c1', 'c2', 'c3', 'c4')),
  })
  .map(({ contracts, rule, seed, duplicates, turns }): DecideInput => ({
    ...INPUT,
    contracts,
    seed,
    turns: new Map(Object.entries(turns)),
    offer: { ...INPUT.offer, rule },
    standing: { ...CLEAR_STANDING, duplicates: new Set(duplicates) },
  }));

test('a decision does not depend on the order of the contracts, nor on when it is asked again', () => {
  const shuffles = anyInput.chain((input) =>
    fc
      .shuffledSubarray([...input.contracts], { minLength: input.contracts.length })
      .map((contracts) => ({ input, shuffled: { ...input, contracts } })),
  );
  fc.assert(
    fc.property(shuffles, ({ input, shuffled }) => {
      const decision = decide(input);
      assert.deepEqual(decide(shuffled), decision);
      const { placeOf, ...plain } = input;
      assert.deepEqual(decide({ ...structuredClone(plain), placeOf }), decision);
    }),
  );
});

test('every contract has one verdict, and a reason is given exactly if none is eligible', () => {
  fc.assert(
    fc.property(anyInput, (input) => {
      const { verdicts, ranking, reason } = decide(input);
      assert.deepEqual(
        verdicts.map((one) => one.contractId).toSorted(),
        input.contracts.map((one) => one.contractId).toSorted(),
      );
      assert.deepEqual(
        verdicts.flatMap((one) => (one.outcome === 'eligible' ? [one.contractId] : [])),
        ranking,
      );
      assert.equal(reason === null, ranking.length > 0);
      const ranks = verdicts.flatMap((one) => (one.outcome === 'eligible' ? [one.rank] : []));
      assert.deepEqual(
        ranks,
        [...ranking.keys()].map((index) => index + 1),
      );
    }),
  );
});

const named = fc.constantFrom('firstName', 'state', 'zipCode', 'city', 'dateOfBirth', 'gender', 'plan', 'email');
const anyFilter: fc.Arbitrary<ContractTerms['custom'][number]> = fc.oneof(
  fc.record({ field: named, operator: fc.constantFrom('equals', 'not_equals'), value: fc.constantFrom('PPO', 5) }),
  fc.record({ field: named, operator: fc.constantFrom('in', 'not_in'), values: fc.constant(['PPO', 5, true]) }),
  fc.record({
    field: named,
    operator: fc.constantFrom('greater_than', 'less_than'),
    value: fc.constantFrom(5, '1990-01-01'),
  }),
  fc.record({ field: named, operator: fc.constant('contains'), value: fc.constant('x') }),
  fc.record({ field: named, operator: fc.constant('between'), min: fc.constant(5) }),
  fc.record({ field: named, operator: fc.constantFrom('is_empty', 'is_not_empty') }),
);

test('no value of the lead occurs in a decision, whatever the filters', () => {
  const marker = fc.oneof(
    fc.integer({ min: 0 }).map((number) => `QZX${number}`),
    fc.constantFrom('1931-04-05', 987_654_321),
  );
  const geo = { states: ['CA'], zipCodes: ['90210'], zipPrefixes: ['1'], cities: ['Reno'], exclude: false };
  const contracts = [
    contract('b', { geo }),
    contract('c', { geo: { ...geo, exclude: true } }),
    contract('d', { demographic: { minAge: 65, maxAge: 80, genders: [] } }),
    contract('e', { demographic: { minAge: null, maxAge: null, genders: ['female'] } }),
    contract('f'),
  ];
  fc.assert(
    fc.property(fc.dictionary(named, marker), anyFilter, (fields, filter) => {
      const lead = { verticalId: 'v', fields, acceptedBuyerIds: contracts.slice(0, 4).map((one) => one.buyerId) };
      const decision = decideOn([...contracts, contract('a', { custom: [filter] })], { lead });
      const sentences = decision.verdicts.map((one) =>
        one.outcome === 'refused' ? reasonSentence(one.reason, one.detail) : '',
      );
      assert.doesNotMatch(JSON.stringify([decision, sentences]), /QZX|1931|987654321/);
    }),
  );
});
