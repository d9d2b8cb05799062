import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { type Caps, isEnforced, isWithinCredit, plusOne, reachedCap, type UsedBy, usedOf } from './caps.ts';

const UNUSED = usedOf(new Map(), 'nobody');
const used = (leads: number, spendCents: number): UsedBy => {
  const both = { leads, spendCents };
  return { day: both, week: both, month: both };
};

test('the lead that fills a cap is let in, the next one is not, and the cap is named', () => {
  const caps: Caps = { leads: { day: 50 }, spendCents: { month: 10_000 } };
  assert.equal(reachedCap(caps, used(49, 0), 100), null);
  assert.equal(reachedCap(caps, used(50, 0), 100), 'daily leads');
  assert.equal(reachedCap(caps, used(0, 9900), 100), null);
  assert.equal(reachedCap(caps, used(0, 9901), 100), 'monthly spend');
  assert.equal(reachedCap({ leads: { week: 0 } }, UNUSED, 0), 'weekly leads');
  assert.equal(reachedCap({}, used(1e9, 1e9), 100), null);
});

test('as many leads at once as a cap says, and one more only when one of them has its end', () => {
  const caps: Caps = { concurrent: 3 };
  assert.equal(isEnforced(caps), true);
  assert.equal(reachedCap(caps, UNUSED, 100, 2), null);
  assert.equal(reachedCap(caps, UNUSED, 100, 3), 'concurrent leads');
  assert.equal(reachedCap({ concurrent: 0 }, UNUSED, 100), 'concurrent leads');
  assert.equal(
    reachedCap({ ...caps, leads: { day: 0 } }, UNUSED, 100, 3),
    'daily leads',
    'what lasts longer comes first',
  );
  assert.equal(reachedCap({ ...caps, observe: true }, UNUSED, 100, 9), null);
});

test('caps that are only observed keep nobody away', () => {
  const caps: Caps = { leads: { day: 1 }, observe: true };
  assert.equal(isEnforced(caps), false);
  assert.equal(reachedCap(caps, used(5, 0), 100), null);
});

test('however many leads come, what passed never exceeds a cap, in leads or in money', () => {
  const limit = fc.option(fc.integer({ min: 0, max: 20 }), { nil: undefined });
  const limits = fc.record({ day: limit, week: limit, month: limit });
  const clean = (some: Record<string, number | undefined>) =>
    Object.fromEntries(Object.entries(some).filter(([, value]) => value !== undefined));
  fc.assert(
    fc.property(limits, limits, fc.array(fc.integer({ min: 0, max: 7 }), { maxLength: 60 }), (leads, spend, prices) => {
      const caps: Caps = { leads: clean(leads), spendCents: clean(spend) };
      let now = UNUSED;
      for (const price of prices) {
        if (reachedCap(caps, now, price) === null) now = plusOne(now, price);
        else assert.ok(isEnforced(caps));
      }
      for (const period of ['day', 'week', 'month'] as const) {
        assert.ok(now[period].leads <= (leads[period] ?? Infinity));
        assert.ok(now[period].spendCents <= (spend[period] ?? Infinity));
      }
    }),
  );
});

test('nothing on credit means that what was paid before is all there is; without a limit there is none', () => {
  assert.equal(isWithinCredit(null, 1e12, 100), true);
  assert.equal(isWithinCredit(0, 0, 100), false);
  assert.equal(isWithinCredit(0, 0, 0), false);
  assert.equal(isWithinCredit(0, -100, 100), true);
  assert.equal(isWithinCredit(0, -99, 100), false);
  assert.equal(isWithinCredit(1000, 1000, 0), false);
  assert.equal(isWithinCredit(1000, 900, 100), true);
});
