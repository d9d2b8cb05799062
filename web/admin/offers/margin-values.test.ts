import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { bandsInWords, marginBody, marginInWords, marginRules, marginValues } from './margin-values.ts';

const hundredths = (value: number): string => (value / 100).toFixed(2);
const amount = fc.integer({ min: 0, max: 99_999_999 }).map(hundredths);
const share = fc.integer({ min: 0, max: 10_000 }).map(hundredths);
const part = fc.oneof(
  amount.map((text) => ({ amount: text })),
  share.map((text) => ({ percent: text })),
);
const bands = fc.uniqueArray(
  fc.tuple(amount, part).map(([from, kept]) => ({ from, ...kept })),
  { minLength: 1, maxLength: 5, selector: ({ from }) => from },
);
const margin = fc.oneof(
  fc.constant(null),
  amount.map((text) => ({ type: 'fixed', amount: text })),
  share.map((text) => ({ type: 'percent', percent: text })),
  bands.map((list) => ({ type: 'bands', bands: list })),
);
const offer = fc.record({ margin, minMargin: fc.option(amount, { nil: null }) }, { noNullPrototype: true });

/** Numbers instead of their spellings. */
const numbersIn = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value), (_, inner: unknown) =>
    typeof inner === 'string' && /^\d+(?:\.\d+)?$/.test(inner) ? Number(inner) : inner,
  );

test('a margin that nobody edits passes the form, and goes back as it came', () => {
  fc.assert(
    fc.property(offer, (came) => {
      const values = marginValues(came);
      assert.deepEqual(marginRules(values), { keep: null, bands: null, minMargin: null });
      assert.deepEqual(numbersIn(marginBody(values)), numbersIn(came));
    }),
  );
});

test('what is wrong is said: nothing to keep, no share at all, no band, two bands of one price', () => {
  const blank = marginValues();
  const faultOf = (change: Partial<typeof blank>) => Object.values(marginRules({ ...blank, ...change })).join('');
  assert.equal(faultOf({}), '');
  assert.equal(faultOf({ margin: 'none', keep: 'x' }), '');
  for (const keep of ['', 'x', '101%', '100.01%', '-5', '5.001', '%', '20 %%'])
    assert.notEqual(faultOf({ margin: 'same', keep }), '', keep);
  for (const keep of ['0', '5.00', '20%', '12.5 %', '100%']) assert.equal(faultOf({ margin: 'same', keep }), '', keep);
  const band = { from: '0', keep: '5' };
  assert.match(faultOf({ margin: 'bands' }), /at least one band/);
  assert.match(faultOf({ margin: 'bands', bands: [band, { from: '', keep: '5' }] }), /^Band 2: /);
  assert.match(faultOf({ margin: 'bands', bands: [band, { from: '0.00', keep: '9' }] }), /same price/);
  assert.equal(faultOf({ margin: 'bands', bands: [band, { from: '50', keep: '20%' }] }), '');
});

test('it is said in words', () => {
  assert.equal(marginInWords({ margin: null, minMargin: null }), 'As the campaigns pay');
  assert.equal(marginInWords({ margin: { type: 'percent', percent: '20.00' }, minMargin: null }), '20%');
  assert.equal(marginInWords({ margin: { type: 'fixed', amount: '5.00' }, minMargin: null }), '$5.00');
  assert.equal(
    bandsInWords([
      { from: '0', keep: '5' },
      { from: '50', keep: '20%' },
    ]),
    'from $0.00: $5.00; from $50.00: 20%',
  );
});
