import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { BookContract, InPlay } from './book.ts';
import { createRunningBook } from './running-book.ts';
import { ALWAYS_OPEN } from './schedule.ts';
import { timetableOf } from './timetable.ts';

const ZONE = 'America/New_York';

const contract = (more: Partial<BookContract> = {}): BookContract => ({
  contractId: 'c',
  buyerId: 'b',
  caps: {},
  pacing: 'none',
  ramp: null,
  timetable: timetableOf(ALWAYS_OPEN, ZONE),
  timeZone: ZONE,
  arrivalOf: (now) => now,
  buyerCaps: {},
  packs: [],
  whenPackEmpty: 'refuse',
  creditLimitCents: null,
  ...more,
});

const inPlay = (contracts: readonly BookContract[], cap?: number): InPlay => ({
  contracts,
  campaigns: [{ campaignId: 'm', partnerId: 'p', caps: cap === undefined ? {} : { leads: { day: cap } } }],
  offers: [{ offerId: 'o', inTurn: true }],
  timeZone: ZONE,
});

const at = (hours: number): Date => new Date(Date.parse('2026-03-02T05:00:00Z') + hours * 3_600_000);

test('caps count from nothing, by day and by week, whatever comes between', () => {
  const limit = fc.option(fc.integer({ min: 0, max: 6 }), { nil: undefined });
  const hours = fc.array(fc.integer({ min: 0, max: 24 * 40 }), { maxLength: 60 });
  fc.assert(
    fc.property(limit, limit, hours, (day, week, when) => {
      const caps = {
        leads: { ...(day === undefined ? {} : { day }), ...(week === undefined ? {} : { week }) },
      };
      const running = createRunningBook();
      const taken = new Map<string, number>();
      for (const hour of when.toSorted((a, b) => a - b)) {
        const book = running.begin(inPlay([contract({ caps })]), at(hour));
        const days = book.take('o', 'c', 100);
        running.end(book);
        if (days) taken.set(days.countedOn, (taken.get(days.countedOn) ?? 0) + 1);
      }
      for (const count of taken.values()) assert.ok(count <= (day ?? Infinity));
      const weeks = Map.groupBy(taken, ([on]) => Math.floor((Date.parse(on) - Date.parse('2026-03-02')) / 604_800_000));
      for (const list of weeks.values())
        assert.ok(list.reduce((total, [, count]) => total + count, 0) <= (week ?? Infinity));
      if (day === undefined && week === undefined)
        assert.equal(
          [...taken.values()].reduce((total, count) => total + count, 0),
          when.length,
        );
    }),
  );
});

test('turns go on from lead to lead, credit is counted, and a campaign keeps its cap', () => {
  const running = createRunningBook();
  const sold = inPlay([contract({ creditLimitCents: 250 }), contract({ contractId: 'd', buyerId: 'e' })], 3);
  const turn = (contractId: string): boolean => {
    const book = running.begin(sold, at(1));
    const isTaken = book.take('o', contractId, 100) !== undefined && book.takeCampaign('m') !== undefined;
    running.end(book);
    return isTaken;
  };
  assert.deepEqual([turn('c'), turn('d'), turn('c')], [true, true, true]);
  const book = running.begin(sold, at(1));
  const [first, second] = [book.turns('o').get('c') ?? 0, book.turns('o').get('d') ?? 0];
  assert.ok(first > second, 'who was asked last has the later turn');
  assert.equal(book.take('o', 'c', 100), undefined, 'the credit is used up');
  assert.equal(book.campaignCap('m'), 'daily leads');
});
