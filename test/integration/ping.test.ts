import assert from 'node:assert/strict';
import { test } from 'node:test';
import { pingLogged, pingOf, postTo } from '../kit/pings.ts';
import { assertNoProblems, testPlace } from '../kit/place.ts';

const place = testPlace();

test('a ping asks every bidder at once with safe fields only, and quotes the best bid less the margin', async () => {
  const m = await place().market({
    offer: { margin: { type: 'percent', percent: '20' }, minMargin: '2.00' },
    buyers: [
      { bids: { bid: '30.00', delayMs: 50 } },
      { bids: { bid: '42.55', delayMs: 50 } },
      { bids: { behaviour: 'no_bid' } },
      { contract: { price: '25.00' } },
    ],
  });
  const answer = await pingOf(m);
  assert.equal(answer.status, 200, answer.text);
  const { data } = answer.json;
  assert.equal(data.price, '34.04');
  assert.deepEqual(
    data.matches.map(({ rank, price }: { rank: number; price: string }) => [rank, price]),
    [
      [1, '34.04'],
      [2, '24.00'],
      [3, '20.00'],
    ],
  );
  assert.equal(data.matchCount, 3);
  const minutes = (new Date(data.expiresAt).getTime() - Date.now()) / 60_000;
  assert.ok(minutes > 4.5 && minutes <= 5);
  for (const buyer of m.buyers.slice(0, 3)) {
    const [received] = buyer.simulator.pings();
    assert.deepEqual(received?.body, {
      pingId: data.pingId,
      vertical: received?.body['vertical'],
      state: 'TX',
      zipCode: '78701',
    });
    assert.equal(received?.headers['webhook-id'], data.pingId);
    assert.match(received?.headers['webhook-signature'] ?? '', /^v1,/);
  }
  assert.equal(m.buyers[3]?.simulator.pings().length, 0);
  for (const { simulator } of m.buyers) assert.equal(simulator.received().length, 0);
  const verdicts = (await pingLogged(place(), data.pingId)).bids.map(
    (bid: { verdict: string; price: string | null; rank: number | null }) => [bid.verdict, bid.price, bid.rank],
  );
  assert.deepEqual(verdicts, [
    ['bid', '42.55', 1],
    ['bid', '30.00', 2],
    ['fixed', '25.00', 3],
    ['no_bid', null, null],
  ]);
});

test('what a buyer says wrong has a name in the log, costs nobody else, and never wins', async () => {
  const kinds = [
    ['garbage', 'malformed'],
    ['text', 'text_amount'],
    ['not_a_number', 'not_a_number'],
    ['negative', 'negative'],
    ['fraction', 'fraction_of_cent'],
    ['other_currency', 'other_currency'],
    ['other_ping', 'other_ping'],
    ['status_500', 'http_error'],
    ['silent', 'timed_out'],
  ] as const;
  const m = await place().market({
    campaign: { pingDeadlineMs: 1500 },
    buyers: [
      ...kinds.map(([behaviour]) => ({ bids: { behaviour, bid: '90.00' } })),
      { bids: { bid: '95.00', delayMs: 4000 } },
      { bids: { bid: '4.99' }, contract: { minimumBidFloor: '5.00' } },
      { bids: { bid: '5.00' }, contract: { minimumBidFloor: '5.00' } },
    ],
  });
  const { data } = (await pingOf(m)).json;
  assert.equal(data.matchCount, 1);
  const { bids } = await pingLogged(place(), data.pingId);
  const verdictOf = (index: number): string =>
    bids.find((bid: { contractId: string }) => bid.contractId === m.buyers[index]?.contractId)?.verdict;
  for (const [index, [, verdict]] of kinds.entries()) assert.equal(verdictOf(index), verdict);
  assert.equal(verdictOf(kinds.length), 'timed_out');
  assert.equal(verdictOf(kinds.length + 1), 'below_floor');
  assert.equal(verdictOf(kinds.length + 2), 'bid');
  const sold = await postTo(m, data.pingId);
  assert.equal(sold.json.data.status, 'sold', sold.text);
  assert.equal(m.buyers.at(-1)?.simulator.received().length, 1);
});

test('fields that are not safe for pings are refused by name, and no buyer hears of the lead', async () => {
  const m = await place().market({ buyers: [{ bids: { bid: '20.00' } }] });
  const answer = await pingOf(m, { email: 'a@example.com', custom: { condition: 'x' } });
  assert.equal(answer.status, 400, answer.text);
  assert.match(answer.text, /email/);
  assert.match(answer.text, /custom\.condition/);
  assert.doesNotMatch(answer.text, /a@example\.com/);
  assert.equal(m.buyers[0]?.simulator.pings().length, 0);
});

test('a field is in pings once it is marked safe, and one of identity never can be', async () => {
  const m = await place().market({ buyers: [{ bids: { bid: '20.00' } }] });
  const path = `/api/v1/verticals/${m.verticalId}/custom-fields`;
  const unsafe = await place().admin.post(path, {
    name: 'nick',
    fieldType: 'text',
    phiClass: 'identity',
    pingSafe: true,
  });
  assert.equal(unsafe.status, 400, unsafe.text);
  const safe = await place().admin.post(path, {
    name: 'coverage',
    fieldType: 'text',
    phiClass: 'other',
    pingSafe: true,
  });
  assert.equal(safe.status, 201, safe.text);
  const changed = await place().admin.patch(`/api/v1/contracts/${m.buyers[0]?.contractId}`, {
    pingFields: ['coverage'],
  });
  assert.equal(changed.status, 200, changed.text);
  const answer = await pingOf(m, { custom: { coverage: 'PPO' } });
  assert.equal(answer.status, 200, answer.text);
  const { body } = m.buyers[0]?.simulator.pings()[0] ?? {};
  assert.equal(body?.['coverage'], 'PPO');
  assert.equal(body?.['state'], undefined);
  const told = await place().admin.patch(`/api/v1/contracts/${m.buyers[0]?.contractId}`, { pingFields: ['email'] });
  assert.equal(told.status, 400, told.text);
});

test('nobody is asked about a test, and bidders stand for it at their floor', async () => {
  const m = await place().market({ buyers: [{ bids: { bid: '25.00' }, contract: { minimumBidFloor: '8.00' } }] });
  const { data } = (await pingOf(m, { isTest: true })).json;
  assert.equal(data.matchCount, 1);
  const answer = await m.post({ ...m.lead(), isTest: true });
  assert.equal(answer.json.result, 'success', answer.text);
  assert.equal(m.buyers[0]?.simulator.pings().length, 0);
});

test('an idempotency key makes two pings one, also at once, and with another body it is 409', async () => {
  const m = await place().market({ buyers: [{ bids: { bid: '25.00', delayMs: 30 } }] });
  const key = { 'idempotency-key': 'ping-1' };
  const both = await Promise.all([pingOf(m, {}, key), pingOf(m, {}, key)]);
  const ids = both.map(({ json }) => json.data.pingId);
  assert.equal(ids[0], ids[1]);
  assert.equal((await pingOf(m, {}, key)).json.data.pingId, ids[0]);
  assert.equal((await pingOf(m, { state: 'FL' }, key)).status, 409);
  const unlike = [await pingOf(m), await pingOf(m)].map(({ json }) => json.data.pingId);
  assert.notEqual(unlike[0], unlike[1]);
});

test('under hipaa bidders are told three digits of the ZIP code at most, if anybody may buy at all', async () => {
  const m = await place().market({ regime: 'hipaa', buyers: [{ bids: { bid: '25.00' } }] });
  const { data } = (await pingOf(m)).json;
  assert.equal(data.matchCount, 0);
  assert.equal(m.buyers[0]?.simulator.pings().length, 0);
});

test('credentials for bids go to the address for bids only, and are forgotten with another one', async () => {
  const m = await place().market({ buyers: [{ bids: { bid: '25.00' } }] });
  const contract = `/api/v1/contracts/${m.buyers[0]?.contractId}`;
  const config = { url: `${m.buyers[0]?.simulator.url}/ping`, authType: 'bearer' };
  assert.equal((await place().admin.patch(contract, { pingDeliveryConfig: config })).status, 400);
  const set = { ...config, authCredentials: { token: 'open-sesame' } };
  const saved = await place().admin.patch(contract, { pingDeliveryConfig: set });
  assert.equal(saved.status, 200, saved.text);
  assert.doesNotMatch(saved.text, /open-sesame/);
  assert.equal((await place().admin.patch(contract, { pingDeliveryConfig: config })).status, 200);
  const moved = { ...config, url: 'https://elsewhere.example.com/ping' };
  assert.equal((await place().admin.patch(contract, { pingDeliveryConfig: moved })).status, 400);
  const fixed = await place().admin.patch(contract, { pricingModel: 'fixed', price: '9.00' });
  assert.deepEqual([fixed.json.data.pricingModel, fixed.json.data.pingUrl], ['fixed', null], fixed.text);
});

assertNoProblems(place);
