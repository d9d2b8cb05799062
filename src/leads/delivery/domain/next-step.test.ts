import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { AttemptOutcome } from './classify-response.ts';
import {
  nextStep,
  type NextStep,
  type OpenSale,
  type SaleState,
  stateAfter,
  type UncertainPolicy,
} from './next-step.ts';

const step = (sale: OpenSale, outcome: AttemptOutcome, policy: UncertainPolicy = 'hold', attemptNumber = 1): NextStep =>
  nextStep({ sale, outcome, policy, attemptNumber });

test('an accepted delivery is settled, at once or after it was uncertain', () => {
  assert.deepEqual(
    [step('delivering', 'accepted'), step('uncertain', 'accepted', 'resend', 3)],
    [{ kind: 'settle' }, { kind: 'settle' }],
  );
});

test('a rejection goes to the next contract, and so does a first delivery that is duplicate or failed', () => {
  for (const [sale, outcome] of [
    ['delivering', 'rejected'],
    ['delivering', 'duplicate'],
    ['delivering', 'failed'],
    ['uncertain', 'rejected'],
  ] as const) {
    assert.deepEqual(step(sale, outcome, 'resend'), { kind: 'release_and_try_next' });
  }
});

test('an uncertain delivery is held or sent again, as the contract says', () => {
  assert.deepEqual(step('delivering', 'uncertain', 'hold'), { kind: 'hold_uncertain' });
  assert.deepEqual(step('delivering', 'uncertain', 'resend'), { kind: 'resend_later', delayMs: 30_000 });
});

test('a duplicate on a resend may be our own first attempt and is held for a person (bugs 2 and 3)', () => {
  assert.deepEqual(step('uncertain', 'duplicate', 'resend', 2), { kind: 'hold_uncertain' });
});

test('a resend that failed says nothing of the attempt before it: the sale stays uncertain', () => {
  assert.deepEqual(step('uncertain', 'failed', 'resend', 2), { kind: 'resend_later', delayMs: 120_000 });
  assert.deepEqual(step('uncertain', 'failed', 'hold', 2), { kind: 'hold_uncertain' });
});

test('resends wait longer each time and end with a person', () => {
  const delays = [1, 2, 3, 4, 5, 6, 7].map((attempt) => {
    const next = step('uncertain', 'uncertain', 'resend', attempt);
    return next.kind === 'resend_later' ? next.delayMs : null;
  });
  assert.deepEqual(delays, [30_000, 120_000, 600_000, 3_600_000, 21_600_000, null, null]);
});

/** One exclusive lead over the contracts of its ranking, driven as a caller would: closed sales take no step. */
interface Lead {
  readonly sales: { state: SaleState; attempts: number; everUncertain: boolean; ended: AttemptOutcome | null }[];
  readonly contracts: number;
}

function follow(lead: Lead, sale: Lead['sales'][number], outcome: AttemptOutcome, policy: UncertainPolicy): void {
  if (sale.state === 'settled' || sale.state === 'released') return;
  const next = nextStep({ sale: sale.state, outcome, policy, attemptNumber: sale.attempts });
  sale.state = stateAfter(next);
  sale.everUncertain ||= sale.state === 'uncertain';
  if (next.kind === 'settle' || next.kind === 'release_and_try_next') sale.ended = outcome;
  if (next.kind === 'resend_later') sale.attempts += 1;
  if (next.kind === 'release_and_try_next' && lead.sales.length < lead.contracts) {
    lead.sales.push({ state: 'delivering', attempts: 1, everUncertain: false, ended: null });
  }
}

test('never two live sales of an exclusive lead, no settling after release, no reselling while uncertain', () => {
  const outcome = fc.constantFrom<AttemptOutcome>('accepted', 'rejected', 'duplicate', 'failed', 'uncertain');
  const event = fc.record({ sale: fc.nat({ max: 3 }), outcome });
  const seen = new Set<SaleState>();
  fc.assert(
    fc.property(
      fc.array(event, { maxLength: 30 }),
      fc.constantFrom<UncertainPolicy>('resend', 'hold'),
      fc.integer({ min: 1, max: 4 }),
      (events, policy, contracts) => {
        const lead: Lead = {
          contracts,
          sales: [{ state: 'delivering', attempts: 1, everUncertain: false, ended: null }],
        };
        for (const { sale: at, outcome: came } of events) {
          const sale = lead.sales[at % lead.sales.length];
          assert.ok(sale);
          const before = lead.sales.map((one) => one.state);
          const count = lead.sales.length;
          follow(lead, sale, came, policy);
          const live = lead.sales.filter((one) => one.state !== 'released');
          assert.ok(live.length <= 1, 'two live sales');
          for (const [index, state] of before.entries()) {
            if (state === 'settled' || state === 'released')
              assert.equal(lead.sales[index]?.state, state, 'a closed sale opened again');
          }
          if (lead.sales.length > count)
            assert.ok(
              !sale.everUncertain || came === 'rejected',
              'an uncertain lead was sold again without a rejection',
            );
          if (before.includes('settled')) assert.equal(lead.sales.length, count, 'a sold lead was sold again');
        }
        for (const one of lead.sales) {
          seen.add(one.state);
          if (one.state === 'settled') assert.equal(one.ended, 'accepted');
          if (one.state === 'released') assert.notEqual(one.ended, 'accepted');
        }
      },
    ),
    { numRuns: 2000 },
  );
  assert.deepEqual(
    [...seen].toSorted(),
    ['delivering', 'released', 'settled', 'uncertain'],
    'the events reach every state',
  );
});
