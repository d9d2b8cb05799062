import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  type DuplicateRule,
  duplicateRule,
  type DuplicateSettings,
  type FieldMatch,
  isDuplicate,
} from './duplicate-rule.ts';

const NOW = new Date('2026-11-26T12:00:00Z');
const DAY_MS = 86_400_000;
const daysAgo = (days: number): Date => new Date(NOW.getTime() - days * DAY_MS);

const settings: DuplicateSettings = {
  dedupFields: ['email', 'phone'],
  dedupMatch: 'any',
  dedupWindowDays: 30,
  dedupSoldOnly: false,
  dedupVerticalIds: ['dental'],
  offerId: 'offer',
  offerDedupEnabled: null,
  offerDedupWindowDays: null,
  offerDedupScope: null,
};
const rule = (more: Partial<DuplicateSettings> = {}): DuplicateRule => duplicateRule({ ...settings, ...more });
const match = (more: Partial<FieldMatch> = {}): FieldMatch => ({
  field: 'email',
  leadId: 'lead-1',
  verticalId: 'dental',
  offerId: 'offer',
  receivedAt: daysAgo(1),
  status: 'sold',
  ...more,
});
const BOTH = ['email', 'phone'];
const judged = (of: DuplicateRule, ...matches: FieldMatch[]): boolean => isDuplicate(of, BOTH, matches, NOW);

test('under any, one listed field that is alike makes a duplicate; under all, every one on the same lead', () => {
  assert.equal(judged(rule(), match()), true);
  assert.equal(judged(rule(), match({ field: 'lastName' })), false);
  const all = rule({ dedupMatch: 'all' });
  assert.equal(judged(all, match()), false);
  assert.equal(judged(all, match(), match({ field: 'phone', leadId: 'lead-2' })), false);
  assert.equal(judged(all, match(), match({ field: 'phone' })), true);
});

test('an empty field never matches: under all, a lead that lacks one is no duplicate', () => {
  const all = rule({ dedupMatch: 'all' });
  assert.equal(isDuplicate(all, ['email'], [match(), match({ field: 'phone' })], NOW), false);
  assert.equal(isDuplicate(rule(), ['email'], [match()], NOW), true);
  assert.equal(isDuplicate(rule({ dedupFields: [] }), [], [match()], NOW), false);
  assert.equal(isDuplicate(rule({ dedupFields: [], dedupMatch: 'all' }), [], [], NOW), false);
});

test('the window counts from when the earlier lead was received, its first instant included', () => {
  assert.equal(judged(rule(), match({ receivedAt: daysAgo(30) })), true);
  assert.equal(judged(rule(), match({ receivedAt: new Date(daysAgo(30).getTime() - 1) })), false);
  assert.equal(judged(rule({ dedupWindowDays: 0 }), match({ receivedAt: NOW })), false);
});

test('what ended without a buyer never counts; what was given back does, unless only sold leads do', () => {
  for (const status of ['unsold', 'matched']) assert.equal(judged(rule(), match({ status })), false, status);
  for (const status of ['routing', 'pending', 'sold', 'returned', 'scrubbed'])
    assert.equal(judged(rule(), match({ status })), true, status);
  const sold = rule({ dedupSoldOnly: true });
  for (const status of ['returned', 'scrubbed']) assert.equal(judged(sold, match({ status })), false, status);
  for (const status of ['routing', 'pending', 'sold']) assert.equal(judged(sold, match({ status })), true, status);
});

test('leads of other verticals count only where the group says so, of other offers unless the offer says not', () => {
  const other = match({ verticalId: 'vision', offerId: 'another' });
  assert.equal(judged(rule(), other), false);
  assert.equal(judged(rule({ dedupVerticalIds: ['dental', 'vision'] }), other), true);
  assert.equal(judged(rule(), match({ offerId: 'another' })), true);
  assert.equal(judged(rule({ offerDedupScope: 'offer' }), match({ offerId: 'another' })), false);
  assert.equal(judged(rule({ offerDedupScope: 'offer' }), match()), true);
});

test('an offer may switch the rule off, or give it another window', () => {
  assert.equal(judged(rule({ offerDedupEnabled: false }), match()), false);
  assert.equal(
    judged(rule({ offerDedupEnabled: true, offerDedupWindowDays: 60 }), match({ receivedAt: daysAgo(50) })),
    true,
  );
  assert.equal(judged(rule({ offerDedupWindowDays: 5 }), match({ receivedAt: daysAgo(6) })), false);
});

test('all is never wider than any, and a longer window never narrower than a shorter one', () => {
  const matches = fc.array(
    fc.record({
      field: fc.constantFrom('email', 'phone', 'memberId'),
      leadId: fc.constantFrom('lead-1', 'lead-2'),
      verticalId: fc.constantFrom('dental', 'vision'),
      offerId: fc.constantFrom('offer', null),
      receivedAt: fc.integer({ min: 0, max: 60 }).map(daysAgo),
      status: fc.constantFrom('sold', 'unsold', 'returned', 'routing'),
    }),
  );
  fc.assert(
    fc.property(matches, fc.nat(60), fc.nat(60), (found, one, other) => {
      const [short, long] = one < other ? [one, other] : [other, one];
      const under = (more: Partial<DuplicateSettings>) => isDuplicate(rule(more), BOTH, found, NOW);
      if (under({ dedupMatch: 'all', dedupWindowDays: short })) assert.ok(under({ dedupWindowDays: short }));
      if (under({ dedupWindowDays: short })) assert.ok(under({ dedupWindowDays: long }));
    }),
  );
});
