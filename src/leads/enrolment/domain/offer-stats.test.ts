import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { calendarDay } from '../../../kernel/time.ts';
import { type LeadCounts, offerStats, sinceOf } from './offer-stats.ts';

const NONE: LeadCounts = {
  total: 0,
  sold: 0,
  rejected: 0,
  returned: 0,
  pending: 0,
  payoutCents: 0,
  today: 0,
  week: 0,
  month: 0,
};

test('of no leads there are no shares and no money', () => {
  const { conversionRate, returnRate, totalCost, avgCostPerLead } = offerStats(NONE);
  assert.deepEqual([conversionRate, returnRate, totalCost, avgCostPerLead], [0, 0, '0.00', '0.00']);
});

test('shares are of all leads, and of those that were ever sold; money is of those that are', () => {
  const stats = offerStats({ ...NONE, total: 8, sold: 3, rejected: 4, returned: 1, payoutCents: 1000 });
  assert.deepEqual([stats.conversionRate, stats.returnRate], [0.375, 0.25]);
  assert.deepEqual([stats.totalCost, stats.avgCostPerLead], ['10.00', '3.33']);
});

test('half a cent goes to the even one', () => {
  const average = (payoutCents: number): string => offerStats({ ...NONE, sold: 2, payoutCents }).avgCostPerLead;
  assert.deepEqual([average(1), average(3), average(5)], ['0.00', '0.02', '0.02']);
});

test('the average times the leads is the sum, to half a cent a lead', () => {
  fc.assert(
    fc.property(fc.nat(1_000_000_000), fc.integer({ min: 1, max: 100_000 }), (payoutCents, sold) => {
      const cents = Math.round(Number(offerStats({ ...NONE, sold, payoutCents }).avgCostPerLead) * 100);
      assert.ok(Math.abs(cents * sold - payoutCents) * 2 <= sold);
    }),
  );
});

test('day, week and month begin at midnight of the zone, the week on Monday and the month on the first', () => {
  const zones = fc.constantFrom('America/Chicago', 'Asia/Kathmandu', 'Australia/Lord_Howe', 'Pacific/Chatham', 'UTC');
  const instants = fc.date({ min: new Date('2015-01-01'), max: new Date('2035-01-01'), noInvalidDate: true });
  fc.assert(
    fc.property(zones, instants, (zone, now) => {
      const { today, week, month } = sinceOf(now, zone);
      const day = calendarDay(now, zone);
      assert.ok(today <= now && week <= today && month <= today);
      assert.equal(calendarDay(today, zone), day);
      assert.notEqual(calendarDay(new Date(today.getTime() - 1), zone), day);
      assert.equal(new Date(`${calendarDay(week, zone)}T12:00:00Z`).getUTCDay(), 1);
      assert.equal(calendarDay(month, zone), `${day.slice(0, 8)}01`);
    }),
  );
});
