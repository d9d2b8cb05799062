import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { formatCents } from '../../../kernel/money.ts';
import { type BidVerdict, NO_BIDS, readBid } from './read-bid.ts';

const PING = '0190aaaa-0000-7000-8000-000000000001';
const question = { pingId: PING, currency: 'USD', floorCents: 0 };
const answered = (bodyText: string, more: { tookMs?: number; status?: number; floorCents?: number } = {}) => {
  const { tookMs = 10, status = 200, floorCents = 0 } = more;
  return readBid(
    { reply: { kind: 'response', status, bodyText }, tookMs, deadlineMs: 100 },
    { ...question, floorCents },
  );
};
const said = (bodyText: string): string => answered(bodyText).verdict;
const priceOf = (verdict: BidVerdict): number | undefined =>
  verdict.verdict === 'bid' ? verdict.priceCents : undefined;

test('a bid is read with its reference, and goes for the ping that it answers', () => {
  assert.deepEqual(answered(`{"pingId":"${PING}","bid":12.5,"accepted":true,"bidId":"b-7"}`), {
    verdict: 'bid',
    priceCents: 1250,
    reference: 'b-7',
  });
  assert.equal(said('{"bid":12.5,"pingId":"0190aaaa-0000-7000-8000-000000000002"}'), 'other_ping');
  assert.deepEqual(answered('{"bidPrice":7,"bidId":"two words"}'), {
    verdict: 'bid',
    priceCents: 700,
    reference: null,
  });
});

test('each way of not bidding has a name of its own', () => {
  const cases: readonly (readonly [string, string])[] = [
    ['{"accepted":false}', 'no_bid'],
    ['{"accepted":"false","bid":90}', 'no_bid'],
    ['{"accepted":true,"bid":0}', 'no_bid'],
    ['{"accepted":true}', 'no_amount'],
    ['{"accepted":"maybe","bid":1}', 'malformed'],
    ['{"bid":"12.50"}', 'text_amount'],
    ['{"bid":"NaN"}', 'not_a_number'],
    ['{"bid":NaN}', 'not_a_number'],
    ['{"bid":-Infinity,"accepted":true}', 'not_a_number'],
    ['{"bid":-1}', 'negative'],
    ['{"bid":12.345}', 'fraction_of_cent'],
    ['{"bid":12.340000000000000001}', 'fraction_of_cent'],
    ['{"bid":1e999}', 'too_large'],
    ['{"bid":9999999999999}', 'too_large'],
    ['{"bid":5,"currency":"EUR"}', 'other_currency'],
    ['{"bid":{"amount":5}}', 'malformed'],
    ['[12.5]', 'malformed'],
    ['12.5', 'malformed'],
    ['{"bid":12.', 'malformed'],
    ['', 'malformed'],
  ];
  for (const [body, verdict] of cases) assert.equal(said(body), verdict, body);
  assert.equal(answered('', { status: 204 }).verdict, 'no_bid');
  assert.equal(answered('{"bid":5}', { status: 500 }).verdict, 'http_error');
  assert.equal(answered('{"bid":4.99}', { floorCents: 500 }).verdict, 'below_floor');
  assert.equal(priceOf(answered('{"bid":5.00}', { floorCents: 500 })), 500);
  assert.equal(said('{"bid":5,"currency":"usd"}'), 'bid');
});

test('a no-bid is not a time-out, and who cannot be reached is neither', () => {
  const at = (reply: Parameters<typeof readBid>[0]['reply']): string =>
    readBid({ reply, tookMs: 100, deadlineMs: 100 }, question).verdict;
  assert.equal(at({ kind: 'uncertain', isTimeout: true }), 'timed_out');
  assert.equal(at({ kind: 'uncertain', isTimeout: false }), 'connection_lost');
  assert.equal(at({ kind: 'not_sent' }), 'unreachable');
  assert.equal(at({ kind: 'response', status: 200, bodyText: '{"accepted":false}' }), 'no_bid');
});

test('what comes after the deadline never wins, whatever it says', () => {
  fc.assert(
    fc.property(fc.json(), fc.integer({ min: 101, max: 1e6 }), (bodyText, tookMs) => {
      assert.equal(answered(bodyText, { tookMs }).verdict, 'late');
      assert.equal(answered('{"bid":99}', { tookMs }).verdict, 'late');
    }),
  );
});

test('an amount of at most two decimals is read exactly, however it is written', () => {
  const written = fc.constantFrom<(cents: number) => string>(
    (cents) => formatCents(cents),
    (cents) => `${formatCents(cents)}000`,
    (cents) => `${cents}e-2`,
    (cents) => `${cents}0E-3`,
    (cents) => `${formatCents(cents)}e0`,
    (cents) => `0.${String(cents).padStart(20, '0')}e18`,
  );
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 99_999_999_999_999 }), written, (cents, write) => {
      assert.equal(priceOf(answered(`{"bid":${write(cents)}}`)), cents);
    }),
  );
});

test('whatever a buyer answers, it is a bid in whole cents at or above the floor, or a named verdict', () => {
  const amount = fc.oneof(fc.double(), fc.integer(), fc.string(), fc.constant(null), fc.boolean(), fc.object());
  const body = fc.oneof(
    fc.string(),
    fc.json(),
    fc.record({ bid: amount, accepted: amount }, { requiredKeys: [] }).map((value) => JSON.stringify(value)),
    fc.tuple(fc.double(), fc.integer({ min: -400, max: 400 })).map(([one, power]) => `{"bid":${one}e${power}}`),
  );
  fc.assert(
    fc.property(body, fc.integer({ min: 0, max: 10_000 }), (bodyText, floorCents) => {
      const verdict = answered(bodyText, { floorCents });
      if (verdict.verdict !== 'bid') return assert.ok(NO_BIDS.includes(verdict.verdict));
      assert.ok(Number.isSafeInteger(verdict.priceCents) && verdict.priceCents > 0);
      assert.ok(verdict.priceCents >= floorCents);
    }),
    { numRuns: 500 },
  );
});
