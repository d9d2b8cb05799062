import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { beginBook, type Book, type BookContract } from './book.ts';
import { dayOf } from './measure-caps.ts';
import type { Pack } from './packs.ts';
import { ALWAYS_OPEN } from './schedule.ts';
import { timetableOf } from './timetable.ts';

const ZONE = 'America/New_York';
const NOW = new Date('2026-03-02T12:00:00Z');

const contract = (contractId: string, more: Partial<BookContract>): BookContract => ({
  contractId,
  buyerId: 'b',
  caps: {},
  pacing: 'none',
  ramp: null,
  timetable: timetableOf(ALWAYS_OPEN, ZONE),
  timeZone: ZONE,
  arrivalOf: (now) => now,
  buyerCaps: {},
  creditLimitCents: null,
  packs: [],
  whenPackEmpty: 'refuse',
  ...more,
});

/** A book over contracts with full packs. */
function bookOf(contracts: readonly BookContract[], owedCents = 0): Book {
  const packs = contracts.flatMap((one) => one.packs);
  const none = { used: new Map(), open: new Map(), turns: new Map() };
  const left = new Map(packs.map(({ packId, leads }) => [packId, leads]));
  const owed = new Map([['b', owedCents]]);
  const inPlay = { contracts, campaigns: [], offers: [], timeZone: ZONE };
  return beginBook({ ...none, inPlay, now: NOW, days: dayOf(NOW), owed, left }, 1);
}

const pack = (packId: string, contractId: string | null): fc.Arbitrary<Pack> =>
  fc.record({
    packId: fc.constant(packId),
    contractId: fc.constant(contractId),
    leads: fc.integer({ min: 1, max: 6 }),
    priceCents: fc.integer({ min: 0, max: 50 }).map((price) => price * 100),
  });

test('whatever is taken and given back, no pack gives more than it has, and all else is owed', () => {
  const steps = fc.array(fc.tuple(fc.constantFrom('c', 'd'), fc.boolean()), { maxLength: 60 });
  const when = fc.constantFrom('refuse' as const, 'bill' as const);
  fc.assert(
    fc.property(pack('own', 'c'), pack('all', null), steps, when, (own, all, asked, whenPackEmpty) => {
      const book = bookOf([
        contract('c', { packs: [own, all], whenPackEmpty }),
        contract('d', { packs: [all], whenPackEmpty }),
      ]);
      const live: { contractId: string; priceCents: number; packId: string | null }[] = [];
      for (const [contractId, isTaken] of asked) {
        const sale = isTaken ? book.take(null, contractId, 7777) : undefined;
        const given = isTaken ? undefined : live.shift();
        if (sale) live.push({ contractId, ...sale });
        if (given) book.uncount({ buyerId: 'b', ...given });
        const { packs, credit } = book.entries();
        for (const { packId, leads, priceCents } of [own, all]) {
          const takers = live.filter((one) => one.packId === packId);
          assert.equal(packs.get(packId) ?? 0, takers.length);
          assert.ok(takers.length <= leads);
          assert.ok(takers.every((one) => one.priceCents === priceCents));
        }
        const billed = live.filter((one) => one.packId === null);
        assert.equal(credit.get('b') ?? 0, billed.length * 7777);
        if (whenPackEmpty === 'refuse') assert.equal(billed.length, 0);
        if (isTaken && !sale) assert.ok(book.standing([{ contractId, priceCents: 7777 }]).packEmpty.has(contractId));
      }
    }),
  );
});

test('a pack is used before credit is asked for, its price is counted, and then the credit counts again', () => {
  const one = { packId: 'p', contractId: null, leads: 1, priceCents: 500 };
  const packed = contract('c', { packs: [one], whenPackEmpty: 'bill', creditLimitCents: 1000 });
  const book = bookOf([packed], 1000);
  assert.equal(book.earns('c', 2000), 500);
  assert.deepEqual(book.take(null, 'c', 2000)?.packId, 'p');
  assert.equal(book.earns('c', 2000), 2000);
  assert.equal(book.take(null, 'c', 2000), undefined);
  assert.deepEqual([...book.standing([{ contractId: 'c', priceCents: 2000 }]).overCredit], ['c']);
  const spending = contract('c', { packs: [{ ...one, leads: 3 }], caps: { spendCents: { day: 1000 } } });
  const capped = bookOf([spending]);
  assert.deepEqual(
    [1, 2, 3].map(() => capped.take(null, 'c', 9000)?.priceCents),
    [500, 500, undefined],
  );
});
