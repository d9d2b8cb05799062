import assert from 'node:assert/strict';
import { test } from 'node:test';
import { pingLogged, pingOf, postTo } from '../kit/pings.ts';
import { assertNoProblems, testPlace } from '../kit/place.ts';

const place = testPlace();

test('a post sells at the quote to the buyer that bid, whose delivery says which bid it was', async () => {
  const m = await place().market({
    offer: { margin: { type: 'fixed', amount: '7.00' } },
    buyers: [{ bids: { bid: '33.33' } }, { bids: { bid: '20.00' } }],
  });
  const { pingId, price } = (await pingOf(m)).json.data;
  assert.equal(price, '26.33');
  m.buyers[0]?.simulator.control({ bidding: { bid: '1.00' } });
  const answer = await postTo(m, pingId);
  assert.equal(answer.status, 200, answer.text);
  assert.deepEqual(
    { ...answer.json.data, leadId: null },
    { leadId: null, pingId, status: 'sold', payout: '26.33', matchCount: 1, warnings: [] },
  );
  const [delivery] = m.buyers[0]?.simulator.received() ?? [];
  assert.equal(delivery?.headers['ping-id'], pingId);
  assert.match(delivery?.headers['bid-id'] ?? '', /^b-\d+$/);
  assert.equal(m.buyers[0]?.simulator.pings().length, 1);
  const ledger = await place().app.owner.query<{ account: string; amount: number }>({
    text: `SELECT e.account, e.amount_cents AS amount
      FROM ledger_entries AS e JOIN sales AS s USING (tenant_id, sale_id)
      WHERE s.lead_id = $1 ORDER BY e.account`,
    values: [answer.json.data.leadId],
  });
  assert.deepEqual(ledger, [
    { account: 'buyer_receivable', amount: 3333 },
    { account: 'partner_cost', amount: 2633 },
    { account: 'partner_payable', amount: -2633 },
    { account: 'tenant_revenue', amount: -3333 },
  ]);
  assert.equal((await pingLogged(place(), pingId)).leadId, answer.json.data.leadId);
});

test('submit takes the ping too, and when the first buyer refuses, the next one has it at its own quote', async () => {
  const m = await place().market({
    offer: { margin: { type: 'percent', percent: 10 } },
    buyers: [{ behaviour: 'reject', bids: { bid: '40.00' } }, { bids: { bid: '30.00' } }],
  });
  const { pingId } = (await pingOf(m)).json.data;
  const answer = await m.post({ ...m.lead(), pingId });
  assert.equal(answer.json.result, 'success', answer.text);
  assert.equal(answer.json.price, 27);
  const [delivery] = m.buyers[1]?.simulator.received() ?? [];
  assert.equal(delivery?.headers['ping-id'], pingId);
  assert.match(delivery?.headers['bid-id'] ?? '', /^b-\d+$/);
});

test('a quote is for one lead: a second post to it is 409', async () => {
  const m = await place().market({ buyers: [{ bids: { bid: '20.00' } }] });
  const { pingId } = (await pingOf(m)).json.data;
  const lead = m.lead();
  const posts = await Promise.all([postTo(m, pingId, lead), postTo(m, pingId), postTo(m, pingId)]);
  assert.deepEqual(
    posts.map(({ status }) => status).toSorted((a, b) => a - b),
    [200, 409, 409],
  );
  const sold = posts.find(({ status }) => status === 200)?.json.data;
  assert.equal(posts.find(({ status }) => status === 409)?.json.error.code, 'CONFLICT');
  const again = await postTo(m, pingId);
  assert.equal(again.status, 409);
  assert.equal(again.json.error.details?.fields?.[0]?.rule ?? 'used', 'used');
  assert.equal(m.buyers[0]?.simulator.received().length, 1);
  const one = await postTo(m, (await pingOf(m)).json.data.pingId, {});
  assert.equal(one.json.data.status, 'sold', one.text);
  assert.notEqual(one.json.data.leadId, sold.leadId);
});

test('the same post again gets the first answer, though its quote is used', async () => {
  const m = await place().market({ buyers: [{ bids: { bid: '20.00' } }] });
  const { pingId } = (await pingOf(m)).json.data;
  const lead = m.lead();
  const [first, second] = [await postTo(m, pingId, lead), await postTo(m, pingId, lead)];
  assert.equal(first.json.data.status, 'sold', first.text);
  assert.deepEqual(second.json.data, first.json.data);
  assert.equal(m.buyers[0]?.simulator.received().length, 1);
});

test('a post to a quote whose time is over is 410, and nobody gets the lead', async () => {
  const m = await place().market({ buyers: [{ bids: { bid: '20.00' } }] });
  const { pingId } = (await pingOf(m, { expiryMinutes: 1 })).json.data;
  await place().app.owner.query({
    text: `UPDATE pings SET expires_at = now() - interval '1 second' WHERE ping_id = $1`,
    values: [pingId],
  });
  const lead = m.lead();
  const answer = await postTo(m, pingId, lead);
  assert.equal(answer.status, 410, answer.text);
  assert.equal(answer.json.error.code, 'GONE');
  assert.equal((await postTo(m, pingId, lead)).status, 410);
  assert.equal(m.buyers[0]?.simulator.received().length, 0);
  assert.equal((await m.posting.post('/api/v1/leads/ping', { state: 'TX' })).status, 200);
});

test('a ping of another campaign, or of nobody, is refused like one that never was', async () => {
  const [m, other] = [
    await place().market({ buyers: [{ bids: { bid: '20.00' } }] }),
    await place().market({ buyers: [{ bids: { bid: '20.00' } }] }),
  ];
  const { pingId } = (await pingOf(m)).json.data;
  const foreign = await other.posting.post('/api/v1/leads/post', { ...other.lead(), pingId });
  const missing = await other.posting.post('/api/v1/leads/post', {
    ...other.lead(),
    pingId: '00000000-0000-7000-8000-0000000000ff',
  });
  assert.equal(foreign.status, 400, foreign.text);
  assert.equal(foreign.text.replace(/"requestId":"[^"]*"/, ''), missing.text.replace(/"requestId":"[^"]*"/, ''));
});

test('terms that change while a quote lives do not change what it promised', async () => {
  const m = await place().market({
    offer: { margin: { type: 'fixed', amount: '5.00' } },
    buyers: [{ bids: { bid: '30.00' }, contract: { geoFilters: { states: ['TX'] } } }],
  });
  const { pingId } = (await pingOf(m)).json.data;
  const contract = `/api/v1/contracts/${m.buyers[0]?.contractId}`;
  const tightened = { geoFilters: { states: ['FL'] }, licensedFields: ['firstName'] };
  assert.equal((await place().admin.patch(contract, tightened)).status, 200);
  const offer = { margin: { type: 'fixed', amount: '20.00' } };
  assert.equal((await place().admin.patch(`/api/v1/offers/${m.offerId}`, offer)).status, 200);
  const answer = await postTo(m, pingId);
  assert.deepEqual([answer.json.data.status, answer.json.data.payout], ['sold', '25.00'], answer.text);
  const elsewhere = await postTo(m, (await pingOf(m)).json.data.pingId);
  assert.equal(elsewhere.json.data.status, 'rejected', elsewhere.text);
});

test('a lead that is not what was pinged is not sold to a contract that does not buy it', async () => {
  const m = await place().market({
    buyers: [{ bids: { bid: '30.00' }, contract: { geoFilters: { states: ['TX'] } } }],
  });
  const { pingId } = (await pingOf(m)).json.data;
  const answer = await postTo(m, pingId, { state: 'FL', zipCode: '33101' });
  assert.equal(answer.json.data.status, 'rejected', answer.text);
  assert.equal(m.buyers[0]?.simulator.received().length, 0);
});

test('caps are asked again when the lead comes: of three quotes on a cap of two, two are sold', async () => {
  const m = await place().market({ buyers: [{ bids: { bid: '30.00' }, contract: { dailyLeadCap: 2 } }] });
  const pings = await Promise.all([pingOf(m), pingOf(m), pingOf(m)]);
  assert.deepEqual(
    pings.map(({ json }) => json.data.matchCount),
    [1, 1, 1],
  );
  const posts = await Promise.all(pings.map(({ json }) => postTo(m, json.data.pingId)));
  assert.deepEqual(posts.map(({ json }) => String(json.data.status)).toSorted(), ['rejected', 'sold', 'sold']);
  assert.equal((await pingOf(m)).json.data.matchCount, 0);
});

test('acceptedBuyerIds limits who may buy and is kept, and a quote names those who want to be named', async () => {
  const m = await place().market({
    buyers: [
      { bids: { bid: '40.00' }, buyer: { company: 'First Legal LLC', brandTcpa: 'I agree to be called by First.' } },
      { bids: { bid: '30.00' }, buyer: { company: 'Second Legal LLC', brandTcpa: 'I agree to be called by Second.' } },
      { bids: { bid: '20.00' } },
    ],
  });
  const { data } = (await pingOf(m)).json;
  assert.deepEqual(
    data.matches.map(({ buyerName, disclosure }: Record<string, string>) => [buyerName, disclosure]),
    [
      ['First Legal LLC', 'I agree to be called by First.'],
      ['Second Legal LLC', 'I agree to be called by Second.'],
      [undefined, undefined],
    ],
  );
  const acceptedBuyerIds = [data.matches[1].buyerId];
  const answer = await postTo(m, data.pingId, { acceptedBuyerIds });
  assert.equal(answer.json.data.status, 'sold', answer.text);
  assert.equal(m.buyers[1]?.simulator.received().length, 1);
  const [kept] = await place().app.owner.query<{ ids: string[] }>({
    text: 'SELECT accepted_buyer_ids AS ids FROM leads WHERE lead_id = $1',
    values: [answer.json.data.leadId],
  });
  assert.deepEqual(kept?.ids, acceptedBuyerIds);
});

test('the least margin keeps out bids that leave less, whatever the campaign pays', async () => {
  const m = await place().market({
    offer: { minMargin: '6.00' },
    buyers: [{ bids: { bid: '10.99' } }, { bids: { bid: '11.00' } }, { contract: { price: '10.00' } }],
  });
  const { data } = (await pingOf(m)).json;
  assert.deepEqual([data.matchCount, data.price], [1, '5.00']);
  const answer = await m.post();
  assert.equal(answer.json.result, 'success', answer.text);
  assert.equal(m.buyers[1]?.simulator.received().length, 1);
  const rows = await place().waterfallOf(answer.json.leadId);
  assert.deepEqual(
    rows.map(({ reasonCode }) => reasonCode),
    ['accepted', 'margin_too_small', 'margin_too_small'],
  );
});

test('a submit on an offer with bidders asks them first, sells to the best, and stands in the ping log', async () => {
  const m = await place().market({
    buyers: [{ bids: { bid: '25.00' } }, { contract: { price: '24.00' } }, { bids: { behaviour: 'no_bid' } }],
  });
  const lead = m.lead();
  const answer = await m.post(lead);
  assert.equal(answer.json.result, 'success', answer.text);
  const [ping] = m.buyers[0]?.simulator.pings() ?? [];
  assert.deepEqual(Object.keys(ping?.body ?? {}), ['pingId', 'vertical', 'state', 'zipCode']);
  const [delivery] = m.buyers[0]?.simulator.received() ?? [];
  assert.equal(delivery?.headers['ping-id'], ping?.pingId);
  const rows = await place().waterfallOf(answer.json.leadId);
  assert.deepEqual(
    rows.map(({ reasonCode, price }) => [reasonCode, price]),
    [
      ['accepted', '25.00'],
      ['outranked', '24.00'],
      ['no_bid', '0.00'],
    ],
  );
  const entry = await pingLogged(place(), ping?.pingId ?? '');
  assert.deepEqual([entry.kind, entry.leadId, entry.asked], ['submit', answer.json.leadId, 2]);
  const repeat = await m.post(lead);
  assert.equal(repeat.json.leadId, answer.json.leadId);
  assert.equal(m.buyers[0]?.simulator.pings().length, 1);
});

test('a lead that is sold by hand again asks who bids now, and goes to the best at its bid', async () => {
  const m = await place().market({
    offer: { margin: { type: 'fixed', amount: '7.00' } },
    buyers: [
      { behaviour: 'reject', bids: { bid: '40.00' } },
      { bids: { bid: '1.00', behaviour: 'no_bid' } },
      { bids: { bid: '2.00', behaviour: 'no_bid' } },
    ],
  });
  const { leadId } = (await m.post()).json;
  const before = m.buyers.map(({ simulator }) => simulator.pings().length);
  m.buyers[1]?.simulator.control({ bidding: { behaviour: 'bid', bid: '21.00' } });
  m.buyers[2]?.simulator.control({ bidding: { behaviour: 'bid', bid: '33.00' } });
  const path = `/api/v1/leads/${leadId}/distribute`;
  const answer = await place().admin.post(path, { mode: 'exclude_seen' });
  assert.deepEqual([answer.json.data.status, answer.json.data.price], ['sold', '33.00'], answer.text);
  const asked = m.buyers.map(({ simulator }, index) => simulator.pings().length - (before[index] ?? 0));
  assert.deepEqual(asked, [0, 1, 1], 'who had seen it is not asked');
  const [delivery] = m.buyers[2]?.simulator.received() ?? [];
  const logged = await pingLogged(place(), String(delivery?.headers['ping-id']));
  assert.deepEqual([logged.kind, logged.leadId], ['submit', leadId]);
  const explained = await place().admin.post(`/api/v1/leads/${leadId}/explain`, {});
  assert.equal(explained.json.data.reproduced.result, 'same', explained.text);
  const refused = await place().admin.post(path, { mode: 'all' });
  assert.equal(refused.status, 409, refused.text);
  assert.equal(m.buyers[2]?.simulator.pings().length, (before[2] ?? 0) + 1, 'nobody bids for what is sold');
});

assertNoProblems(place);
