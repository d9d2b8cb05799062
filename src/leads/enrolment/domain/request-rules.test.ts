import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  approveRefusal,
  type Asking,
  ASKED_DAYS,
  askRefusal,
  DECLINED_DAYS,
  type EarlierRequest,
  MOST_ASKED,
  REQUEST_STATUSES,
} from './request-rules.ts';

const NOW = new Date('2026-06-01T12:00:00Z');
const DAY_MS = 86_400_000;
const before = (days: number): Date => new Date(NOW.getTime() - days * DAY_MS);
const asking = (more: Partial<Asking> = {}): Asking => ({ status: 'active', isEnrolled: false, earlier: [], ...more });
const ended = (status: 'approved' | 'declined' | 'withdrawn', days: number): EarlierRequest => ({
  status,
  askedAt: before(days),
  decidedAt: before(days),
});

const requests = fc.array(
  fc.record({ status: fc.constantFrom(...REQUEST_STATUSES), days: fc.double({ min: 0, max: 90, noNaN: true }) }),
  { maxLength: 8 },
);
const askings = fc
  .record({
    status: fc.constantFrom('active' as const, 'paused' as const),
    isEnrolled: fc.boolean(),
    earlier: requests,
  })
  .map(({ earlier, ...rest }): Asking => ({
    ...rest,
    earlier: earlier.map(({ status, days }) =>
      status === 'pending' ? { status, askedAt: before(days), decidedAt: null } : ended(status, days),
    ),
  }));

test('a partner asks for an active offer that it never asked for', () => {
  assert.equal(askRefusal(asking(), NOW), undefined);
});

test('who is enrolled, waits, or finds the offer paused does not ask', () => {
  const waiting: EarlierRequest = { status: 'pending', askedAt: before(50), decidedAt: null };
  assert.deepEqual(askRefusal(asking({ isEnrolled: true, earlier: [waiting] }), NOW), { kind: 'enrolled' });
  assert.deepEqual(askRefusal(asking({ earlier: [waiting] }), NOW), { kind: 'waiting' });
  assert.deepEqual(askRefusal(asking({ status: 'paused' }), NOW), { kind: 'not_open' });
});

test('who withdrew asks again at once, who was declined after a week', () => {
  assert.equal(askRefusal(asking({ earlier: [ended('withdrawn', 0)] }), NOW), undefined);
  const declined = askRefusal(asking({ earlier: [ended('declined', 2)] }), NOW);
  assert.deepEqual(declined, { kind: 'declined', again: before(2 - DECLINED_DAYS) });
  assert.equal(askRefusal(asking({ earlier: [ended('declined', DECLINED_DAYS)] }), NOW), undefined);
});

test('an offer is asked for three times in thirty days, and no oftener', () => {
  const earlier = [ended('withdrawn', 1), ended('withdrawn', 20), ended('withdrawn', 3)];
  assert.deepEqual(askRefusal(asking({ earlier }), NOW), { kind: 'too_often', again: before(20 - ASKED_DAYS) });
  assert.equal(askRefusal(asking({ earlier: [ended('approved', 40), ...earlier.slice(0, 2)] }), NOW), undefined);
});

test('whoever may ask has no request that waits, was not declined lately, and keeps to the bound', () => {
  fc.assert(
    fc.property(askings, (one) => {
      const refusal = askRefusal(one, NOW);
      const isSince = (at: Date | null, days: number): boolean => at !== null && at > before(days);
      const lately = one.earlier.filter(({ askedAt }) => isSince(askedAt, ASKED_DAYS)).length;
      const isBarred =
        one.isEnrolled ||
        one.status !== 'active' ||
        lately >= MOST_ASKED ||
        one.earlier.some(
          ({ status, decidedAt }) =>
            status === 'pending' || (status === 'declined' && isSince(decidedAt, DECLINED_DAYS)),
        );
      assert.equal(refusal !== undefined, isBarred);
    }),
  );
});

test('at the instant that a refusal names, the partner may ask, and not a moment before', () => {
  fc.assert(
    fc.property(askings, (one) => {
      const refusal = askRefusal(one, NOW);
      if (!refusal || !('again' in refusal)) return;
      assert.ok(refusal.again > NOW);
      assert.equal(askRefusal(one, refusal.again), undefined);
      assert.ok(askRefusal(one, new Date(refusal.again.getTime() - 1)));
    }),
  );
});

test('what waits for a partner and an offer that are both there is approved, and nothing else', () => {
  const good = {
    status: 'pending',
    listed: 'active',
    visibility: 'public',
    isEnrolled: false,
    partnerStatus: 'active',
  };
  const decide = (more: object) => approveRefusal({ ...good, ...more } as Parameters<typeof approveRefusal>[0]);
  assert.equal(decide({}), undefined);
  assert.equal(decide({ listed: 'paused' }), undefined);
  for (const status of ['approved', 'declined', 'withdrawn']) assert.equal(decide({ status }), 'decided');
  assert.equal(decide({ isEnrolled: true, listed: null }), 'enrolled');
  assert.equal(decide({ listed: null, visibility: 'private' }), 'private');
  assert.equal(decide({ listed: null }), 'closed');
  assert.equal(decide({ partnerStatus: 'paused' }), 'partner_inactive');
});
