import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Answer } from '../kit/client.ts';
import type { Market } from '../kit/market.ts';
import { keyFor, uncertainSale } from '../kit/parties.ts';
import { pingOf, postTo } from '../kit/pings.ts';
import { assertNoProblems, testPlace } from '../kit/place.ts';
import { made, names, refused } from '../kit/refusals.ts';
import { secondProcess } from '../kit/second-process.ts';

const place = testPlace();

const buyerOf = (m: Market, index = 0): { buyerId: string; contractId: string } => {
  const buyer = m.buyers[index];
  assert.ok(buyer);
  return buyer;
};
const packsPath = (m: Market): string => `/api/v1/buyers/${buyerOf(m).buyerId}/packs`;
const sell = (m: Market, body: object): Promise<{ id: string }> => made(place().admin, packsPath(m), body);
const close = (m: Market, id: string, body: object = {}): Promise<Answer> =>
  place().admin.post(`${packsPath(m)}/${id}/close`, body);
const many = (times: number, post: () => Promise<Answer>): Promise<Answer[]> =>
  Promise.all(Array.from({ length: times }, post));
const wins = (answers: readonly Answer[]): number => answers.filter(({ json }) => json.result === 'success').length;

/** The packs of a buyer, newest first, as numbers. */
const leftOf = async (m: Market): Promise<string[]> => {
  const { json } = await place().admin.get(packsPath(m));
  return json.data.map(
    (row: { leads: number; taken: number; left: number }) => `${row.taken}/${row.leads}/${row.left}`,
  );
};

const reasonOf = async ({ json }: Answer): Promise<string> =>
  (await place().waterfallOf(json.leadId))[0]?.reasonCode ?? '';

/** The accounts of a buyer in cents, what it may owe by its credit, and whether every transaction is zero. */
async function booksOf(m: Market): Promise<Record<string, number>> {
  const { buyerId } = buyerOf(m);
  const [row] = await place().app.owner.query<Record<string, number>>({
    text: `WITH own AS (SELECT * FROM ledger_entries WHERE buyer_id = $1 OR sale_id IN (
        SELECT sale_id FROM sales WHERE buyer_id = $1) OR transaction_id IN (
        SELECT transaction_id FROM ledger_entries WHERE buyer_id = $1))
      SELECT (SELECT coalesce(sum(amount_cents), 0)::int FROM own WHERE account = 'buyer_receivable') AS owed,
        (SELECT coalesce(-sum(amount_cents), 0)::int FROM own WHERE account = 'pack_liability') AS prepaid,
        (SELECT coalesce(-sum(amount_cents), 0)::int FROM own WHERE account = 'tenant_revenue') AS revenue,
        (SELECT count(*)::int FROM (SELECT FROM own GROUP BY transaction_id HAVING sum(amount_cents) <> 0) AS t)
          AS uneven,
        (SELECT committed_cents::int FROM buyer_credit WHERE buyer_id = $1) AS committed`,
    values: [buyerId],
  });
  assert.ok(row);
  return row;
}

test('of 200 posts at once, over two processes, a pack of 50 gives exactly 50 sales and books no debt', async () => {
  const m = await place().market({ buyers: [{ buyer: { creditLimit: '0.00' }, contract: { price: '20.00' } }] });
  await sell(m, { leads: 50, pricePerLead: '15.00', contractId: buyerOf(m).contractId });
  const other = await secondProcess(place().app);
  try {
    const posting = other.client(m.postingKey);
    const answers = await Promise.all([
      many(100, () => m.post()),
      many(100, () => posting.post('/api/v1/leads/submit', m.lead())),
    ]);
    const all = answers.flat();
    // On a busy machine some answers come before their delivery is done.
    assert.equal(all.filter(({ json }) => json.result !== 'rejected').length, 50);
    const lost = all.find(({ json }) => json.result === 'rejected');
    assert.ok(lost);
    assert.equal(await reasonOf(lost), 'pack_empty');
    const again = await place().admin.post(`/api/v1/leads/${lost.json.leadId}/explain`, {});
    assert.equal(again.json.data.reproduced.result, 'same', again.text);
  } finally {
    await other.stop();
  }
  assert.deepEqual(await leftOf(m), ['50/50/0']);
  while ((await booksOf(m))['prepaid'] !== 0) await new Promise((resolve) => setTimeout(resolve, 50));
  assert.deepEqual(await booksOf(m), { owed: 75_000, prepaid: 0, revenue: 75_000, uneven: 0, committed: 75_000 });
});

test('a refusal gives the lead back at once, and it goes to the next contract', async () => {
  const m = await place().market({
    rule: 'priority',
    buyers: [{ behaviour: 'reject', contract: { priority: 1 } }, { contract: { priority: 2 } }],
  });
  await sell(m, { leads: 2, pricePerLead: '15.00' });
  for (let post = 0; post < 3; post += 1) assert.equal(wins([await m.post()]), 1);
  assert.deepEqual(await leftOf(m), ['0/2/2']);
  m.buyers[0]?.simulator.control({ behaviour: 'accept' });
  assert.equal(wins(await many(6, () => m.post())), 6);
  assert.equal(m.buyers[0]?.simulator.received().length, 5);
  assert.deepEqual(await booksOf(m), { owed: 3000, prepaid: 0, revenue: 3000, uneven: 0, committed: 3000 });
});

test('a return gives the lead back to its pack, in the ledger too', async () => {
  const m = await place().market({ buyers: [{ contract: { price: '20.00' } }] });
  await sell(m, { leads: 1, pricePerLead: '15.00' });
  const sold = await m.post();
  const [won] = await place().waterfallOf(sold.json.leadId);
  assert.match(won?.reason ?? '', /won at 15\.00 USD of a prepaid pack/);
  assert.equal((await m.post()).json.result, 'rejected');
  const returned = await place().admin.post(`/api/v1/leads/${sold.json.leadId}/return`, { reason: 'bad_data' });
  assert.equal(returned.status, 200, returned.text);
  assert.deepEqual(await leftOf(m), ['0/1/1']);
  assert.deepEqual(await booksOf(m), { owed: 1500, prepaid: 1500, revenue: 0, uneven: 0, committed: 1500 });
  assert.deepEqual([wins([await m.post()]), wins([await m.post()])], [1, 0]);
});

test('the own pack comes before the buyer’s, the older first, and then the contract refuses or goes on', async () => {
  const { admin } = place();
  const m = await place().market({ buyers: [{ contract: { price: '20.00', whenPackEmpty: 'bill' } }] });
  await sell(m, { leads: 1, pricePerLead: '9.00' });
  await sell(m, { leads: 1, pricePerLead: '8.00' });
  await sell(m, { leads: 1, pricePerLead: '7.00', contractId: buyerOf(m).contractId });
  const prices: string[] = [];
  for (let post = 0; post < 4; post += 1) {
    const { json } = await m.post();
    const lead = await admin.get(`/api/v1/leads/${json.leadId}`);
    prices.push(JSON.stringify(lead.json.data).match(/"price":"?([\d.]+)/)?.[1] ?? lead.text);
  }
  assert.deepEqual(prices, ['7.00', '9.00', '8.00', '20.00']);
  assert.deepEqual(await booksOf(m), { owed: 4400, prepaid: 0, revenue: 4400, uneven: 0, committed: 4400 });
  const path = `/api/v1/contracts/${buyerOf(m).contractId}`;
  assert.equal((await admin.get(path)).json.data.whenPackEmpty, 'bill');
  assert.equal((await admin.patch(path, { whenPackEmpty: 'refuse' })).status, 200);
  assert.equal(await reasonOf(await m.post()), 'pack_empty');
  const { prepaid } = (await admin.get(`${path}/usage`)).json.data;
  const packs = prepaid.packs.map((pack: { ofBuyer: boolean; pricePerLead: string }) => [
    pack.ofBuyer,
    pack.pricePerLead,
  ]);
  assert.deepEqual(
    [prepaid.left, prepaid.whenPackEmpty, packs],
    [
      0,
      'refuse',
      [
        [false, '7.00'],
        [true, '9.00'],
        [true, '8.00'],
      ],
    ],
  );
  const ready = await admin.get(`/api/v1/offers/${m.offerId}/readiness`);
  assert.deepEqual(
    ready.json.data.contracts.flatMap((one: { reasons: { code: string }[] }) => one.reasons.map(({ code }) => code)),
    ['pack_empty'],
  );
  await sell(m, { leads: 1, pricePerLead: '9.00' });
  assert.equal(wins([await m.post()]), 1);
});

test('closing gives the price of the rest back or not, and what comes back later is the buyer’s too', async () => {
  const m = await place().market({ buyers: [{ contract: { price: '20.00', whenPackEmpty: 'bill' } }] });
  const first = await sell(m, { leads: 3, pricePerLead: '10.00' });
  const sold = await m.post();
  const closed = await close(m, first.id);
  assert.deepEqual([closed.json.data.status, closed.json.data.refunded, closed.json.data.left], ['closed', '20.00', 0]);
  assert.deepEqual(await booksOf(m), { owed: 1000, prepaid: 0, revenue: 1000, uneven: 0, committed: 1000 });
  refused(await close(m, first.id), 409, 'CONFLICT');
  await place().admin.post(`/api/v1/leads/${sold.json.leadId}/return`, { reason: 'bad_data' });
  assert.deepEqual(await booksOf(m), { owed: 0, prepaid: 0, revenue: 0, uneven: 0, committed: 0 });
  const second = await sell(m, { leads: 2, pricePerLead: '10.00' });
  assert.equal((await close(m, second.id, { refund: false })).json.data.refunded, null);
  assert.deepEqual(await booksOf(m), { owed: 2000, prepaid: 0, revenue: 2000, uneven: 0, committed: 2000 });
  assert.equal((await m.post()).json.result, 'success');
  assert.deepEqual(await booksOf(m), { owed: 4000, prepaid: 0, revenue: 4000, uneven: 0, committed: 4000 });
});

test('a lead that is refused after its pack was closed is the buyer’s credit', async () => {
  const { admin } = place();
  const m = await place().market({ buyers: [{ contract: { uncertainPolicy: 'hold' } }] });
  const pack = await sell(m, { leads: 3, pricePerLead: '10.00' });
  const [refusedLater, takenLater] = [
    await uncertainSale({ market: m, admin }),
    await uncertainSale({ market: m, admin }),
  ];
  assert.deepEqual(await leftOf(m), ['2/3/1']);
  assert.equal((await close(m, pack.id)).json.data.refunded, '10.00');
  await admin.post(`/api/v1/sales/${refusedLater}/resolve`, { outcome: 'rejected' });
  assert.deepEqual(await booksOf(m), { owed: 1000, prepaid: 1000, revenue: 0, uneven: 0, committed: 1000 });
  await admin.post(`/api/v1/sales/${takenLater}/resolve`, { outcome: 'accepted' });
  assert.deepEqual(await booksOf(m), { owed: 1000, prepaid: 0, revenue: 1000, uneven: 0, committed: 1000 });
});

test('closed while posts are under way, a pack gives what it gave, and the books are even', async () => {
  const m = await place().market({ buyers: [{ contract: { price: '20.00', whenPackEmpty: 'bill' } }] });
  const pack = await sell(m, { leads: 40, pricePerLead: '10.00' });
  const posts = many(60, () => m.post());
  while ((await leftOf(m))[0] === '0/40/40') await new Promise((resolve) => setTimeout(resolve, 5));
  const closed = await close(m, pack.id);
  assert.equal(closed.status, 200, closed.text);
  assert.equal(wins(await posts), 60);
  const { taken, refunded } = closed.json.data;
  assert.equal(refunded, `${(40 - taken) * 10}.00`);
  assert.deepEqual(await leftOf(m), [`${taken}/40/0`]);
  const owed = taken * 1000 + (60 - taken) * 2000;
  assert.deepEqual(await booksOf(m), { owed, prepaid: 0, revenue: owed, uneven: 0, committed: owed });
});

test('a price that a person names is owed by itself, and a share is of the pack’s price', async () => {
  const m = await place().market({
    campaign: { pricingModel: 'revshare', revsharePercent: '50' },
    buyers: [{ contract: { price: '20.00', status: 'paused' } }],
  });
  const { admin } = place();
  const { contractId } = buyerOf(m);
  const unsold = await m.post();
  await admin.patch(`/api/v1/contracts/${contractId}`, { status: 'active' });
  await sell(m, { leads: 1, pricePerLead: '10.00' });
  const byHand = await admin.post(`/api/v1/leads/${unsold.json.leadId}/cherry-pick`, { contractId, price: '33.00' });
  assert.equal(byHand.status, 200, byHand.text);
  assert.deepEqual(await leftOf(m), ['0/1/1']);
  const sold = await m.post();
  assert.equal(sold.json.price, 5, sold.text);
  assert.deepEqual(await leftOf(m), ['1/1/0']);
});

test('who was quoted a payout is paid it, also for a lead of a pack; a contract that bids takes none', async () => {
  const m = await place().market({
    campaign: { pricingModel: 'revshare', revsharePercent: '50' },
    buyers: [{ contract: { price: '20.00' } }],
  });
  await sell(m, { leads: 5, pricePerLead: '18.00' });
  const posted = await postTo(m, (await pingOf(m)).json.data.pingId);
  assert.equal(posted.json.data.payout, '10.00', posted.text);
  assert.deepEqual(await leftOf(m), ['1/5/4']);
  assert.equal((await booksOf(m))['revenue'], 1800);
  const contractId = buyerOf(m).contractId;
  await place().admin.patch(`/api/v1/contracts/${contractId}`, { status: 'paused', pricingModel: 'ping_post' });
  names(await place().admin.post(packsPath(m), { leads: 1, pricePerLead: '1.00', contractId }), 'contractId');
  assert.equal((await place().admin.get(`/api/v1/contracts/${contractId}/usage`)).json.data.prepaid, null);
});

test('under one key a pack is sold once, and what is wrong is said at its field', async () => {
  const m = await place().market({ buyers: [{}, {}] });
  const { admin, app } = place();
  const headers = { 'idempotency-key': 'pack-1' };
  const body = { leads: 10, pricePerLead: '10.00', notes: 'Spring' };
  const answers = await many(6, () => admin.post(packsPath(m), body, headers));
  assert.deepEqual(new Set(answers.map(({ status }) => status)), new Set([200]));
  assert.equal(new Set(answers.map(({ json }) => json.data.id)).size, 1);
  assert.equal((await booksOf(m))['owed'], 10_000);
  refused(await admin.post(packsPath(m), { ...body, leads: 11 }, headers), 409, 'CONFLICT');
  names(await admin.post(packsPath(m), { ...body, contractId: buyerOf(m, 1).contractId }), 'contractId');
  names(await admin.post(packsPath(m), { leads: 0, pricePerLead: '-1' }), 'leads', 'pricePerLead');
  names(await admin.post(packsPath(m), { leads: 1, pricePerLead: '1000000.01' }), 'pricePerLead');
  const own = (await keyFor(app, admin, { buyerId: buyerOf(m).buyerId })).client;
  assert.equal((await own.get(packsPath(m))).json.data.length, 1);
  refused(await own.post(packsPath(m), body), 403, 'FORBIDDEN');
  refused(await close(m, buyerOf(m).buyerId), 404, 'NOT_FOUND');
  assert.equal((await admin.delete(`/api/v1/buyers/${buyerOf(m).buyerId}`)).status, 409);
});

assertNoProblems(place);
