import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { addDays } from '../../../kernel/time.ts';
import { capUse } from './cap-use.ts';
import { type Caps, reachedCap } from './caps.ts';

const at = (day: string, timeZone = 'America/Chicago') => ({ day, timeZone, priceCents: 100, open: 2 });
const NOTHING = { leads: 0, spendCents: 0 };
const used = (leads: number) => ({ day: { leads, spendCents: leads * 100 }, week: NOTHING, month: NOTHING });

test('each period says what is used, of what, and when it begins anew', () => {
  const caps: Caps = { leads: { day: 5 }, spendCents: { month: 9_000 } };
  const use = capUse(caps, used(5), at('2026-11-27'));
  assert.deepEqual(
    use.periods.map(({ period, since, resetsAt, leads, spendCents }) => [
      period,
      since,
      resetsAt.toISOString(),
      leads.used,
      leads.cap,
      spendCents.cap,
    ]),
    [
      ['day', '2026-11-27', '2026-11-28T06:00:00.000Z', 5, 5, null],
      ['week', '2026-11-23', '2026-11-30T06:00:00.000Z', 0, null, null],
      ['month', '2026-11-01', '2026-12-01T06:00:00.000Z', 0, null, 9_000],
    ],
  );
  assert.equal(use.reached, 'daily leads');
  assert.equal(use.isObserved, false);
});

test('days begin where the clocks of the zone say, also when those are changed', () => {
  const [day] = capUse({}, used(0), at('2026-10-31', 'America/New_York')).periods;
  assert.equal(day?.resetsAt.toISOString(), '2026-11-01T04:00:00.000Z');
  const [changed] = capUse({}, used(0), at('2026-11-01', 'America/New_York')).periods;
  assert.equal(changed?.resetsAt.toISOString(), '2026-11-02T05:00:00.000Z');
});

test('a period holds its day and begins anew after it; what is reached is what a reservation meets', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 20_000 }),
      fc.record({
        leads: fc.record({ day: fc.nat(9) }, { requiredKeys: [] }),
        concurrent: fc.nat(4),
        observe: fc.boolean(),
      }),
      fc.nat(9),
      (days, caps, leads) => {
        const day = addDays('2000-01-01', days);
        const use = capUse(caps, used(leads), at(day, 'UTC'));
        for (const { since, resetsAt } of use.periods) {
          assert.ok(since <= day);
          assert.ok(resetsAt.toISOString().slice(0, 10) > day);
        }
        assert.equal(use.reached, reachedCap(caps, used(leads), 100, 2));
        assert.deepEqual(use.open, { used: 2, cap: caps.concurrent });
      },
    ),
  );
});
