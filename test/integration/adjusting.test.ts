import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Answer } from '../kit/client.ts';
import type { Market } from '../kit/market.ts';
import { keyFor } from '../kit/parties.ts';
import { assertNoProblems, testPlace } from '../kit/place.ts';
import { made, names } from '../kit/refusals.ts';

const place = testPlace();

const act = (leadId: string, what: string, body: object): Promise<Answer> =>
  place().admin.post(`/api/v1/leads/${leadId}/${what}`, body);
const adjust = (leadId: string, newPrice: number | string, more: object = {}): Promise<Answer> =>
  act(leadId, 'adjust-payout', { newPrice, ...more });
const query = <T extends object>(text: string, values: readonly unknown[]): Promise<T[]> =>
  place().app.owner.query<T>({ text, values: [...values] });

/** What accounts hold of a lead's sales in cents; whether a transaction of them is not zero. */
async function booksOf(leadId: string): Promise<Record<string, number>> {
  const [row] = await query<Record<string, number>>(
    `WITH own AS (SELECT e.* FROM ledger_entries AS e JOIN sales AS s USING (tenant_id, sale_id) WHERE s.lead_id = $1)
      SELECT (SELECT coalesce(sum(amount_cents), 0)::int FROM own WHERE account = 'buyer_receivable') AS owed,
        (SELECT coalesce(-sum(amount_cents), 0)::int FROM own WHERE account = 'tenant_revenue') AS revenue,
        (SELECT coalesce(sum(amount_cents), 0)::int FROM own WHERE account = 'partner_cost') AS cost,
        (SELECT coalesce(-sum(amount_cents), 0)::int FROM own WHERE account = 'partner_payable') AS payable,
        (SELECT count(*)::int FROM (SELECT FROM own GROUP BY transaction_id HAVING sum(amount_cents) <> 0) AS t)
          AS uneven`,
    [leadId],
  );
  assert.ok(row);
  return row;
}

/** What the caps of the first contract and its buyer count, and what the buyer owes. */
async function countedOf(m: Market): Promise<readonly [leads: number[], cents: number[], owed: number]> {
  const { contractId, buyerId } = m.buyers[0] ?? {};
  const caps = await query<{ leads: number; cents: number }>(
    `SELECT sum(leads)::int AS leads, sum(spend_cents)::int AS cents FROM cap_usage
      WHERE owner_id = ANY ($1::uuid[]) GROUP BY owner_id`,
    [[contractId, buyerId]],
  );
  const [credit] = await query<{ cents: number }>(
    'SELECT committed_cents::int AS cents FROM buyer_credit WHERE buyer_id = $1',
    [buyerId],
  );
  return [caps.map(({ leads }) => leads), caps.map(({ cents }) => cents), credit?.cents ?? 0];
}

const sold = async (m: Market): Promise<string> => {
  const answer = await m.post();
  assert.equal(answer.json.result, 'success', answer.text);
  return answer.json.leadId;
};
const saleIds = async (leadId: string): Promise<string[]> =>
  (await query<{ id: string }>('SELECT sale_id AS id FROM sales WHERE lead_id = $1 ORDER BY rank', [leadId])).map(
    ({ id }) => id,
  );

test('the price of a sale is changed: the difference is booked beside what stands, counted and told', async () => {
  const m = await place().market({ buyers: [{ contract: { price: '30.00' } }] });
  const leadId = await sold(m);
  const before = await query('SELECT entry_id FROM ledger_entries', []);
  const done = await adjust(leadId, 24.5, { reason: 'The phone rang into nothing.', expectedCurrentAmount: '30.00' });
  assert.equal(done.status, 200, done.text);
  const { delta, price, payout, partnerTransactionId, creditStatus, buyerTransactionId } = done.json.data;
  assert.deepEqual(
    { delta, price, payout, partnerTransactionId, creditStatus },
    { delta: '-5.50', price: '24.50', payout: '5.00', partnerTransactionId: null, creditStatus: 'normal' },
  );
  assert.match(buyerTransactionId, /^[0-9a-f-]{36}$/);
  const booked = await query<{ transactionId: string }>(
    `SELECT transaction_id AS "transactionId" FROM ledger_entries WHERE entry_id <> ALL ($1::uuid[])`,
    [before.map((row) => Object.values(row)[0])],
  );
  assert.deepEqual(booked, [{ transactionId: buyerTransactionId }, { transactionId: buyerTransactionId }]);
  assert.deepEqual(await booksOf(leadId), { owed: 2450, revenue: 2450, cost: 500, payable: 500, uneven: 0 });
  assert.deepEqual(await countedOf(m), [[1, 1], [2450, 2450], 2450]);
  const lead = await place().admin.get(`/api/v1/leads/${leadId}`);
  assert.deepEqual([lead.json.data.price, lead.json.data.status], ['24.50', 'sold']);
  const notes = await place().admin.get(`/api/v1/leads/${leadId}/notes`);
  assert.deepEqual([notes.json.data[0].kind, notes.json.data[0].content], ['price', 'The phone rang into nothing.']);
  const [event] = await query<{ detail: object }>(
    `SELECT detail FROM audit_events WHERE action = 'lead.adjust' AND $1 = ANY (entity_ids)`,
    [leadId],
  );
  assert.deepEqual(event?.detail, {
    priceCents: 2450,
    beforeCents: 3000,
    payoutCents: 500,
    payoutBeforeCents: 500,
    noteGiven: true,
  });
});

test('a payout that is a share follows the price, by the terms that the lead was sold under', async () => {
  const share = { pricingModel: 'revshare', revsharePercent: 40, maximumPayout: '10.00', costPerLead: undefined };
  const m = await place().market({ campaign: share, buyers: [{ contract: { price: '20.00' } }] });
  const leadId = await sold(m);
  assert.equal((await booksOf(leadId)).payable, 800);
  const changed = await place().admin.patch(`/api/v1/campaigns/${m.campaignId}`, { revsharePercent: 5 });
  assert.equal(changed.status, 200, changed.text);
  const less = await adjust(leadId, '12.00');
  assert.deepEqual([less.json.data.payout, less.json.data.delta], ['4.80', '-8.00'], less.text);
  assert.notEqual(less.json.data.partnerTransactionId, null);
  assert.notEqual(less.json.data.partnerTransactionId, less.json.data.buyerTransactionId);
  assert.deepEqual(await booksOf(leadId), { owed: 1200, revenue: 1200, cost: 480, payable: 480, uneven: 0 });
  assert.equal((await adjust(leadId, '50.00')).json.data.payout, '10.00');
  assert.equal((await act(leadId, 'return', { reason: 'bad_data' })).status, 200);
  assert.deepEqual(await booksOf(leadId), { owed: 0, revenue: 0, cost: 0, payable: 0, uneven: 0 });
  assert.deepEqual(await countedOf(m), [[0, 0], [0, 0], 0]);
});

test('whatever is changed, returned and sold again, books, caps and credit say the same', async () => {
  const m = await place().market({ buyers: [{ contract: { price: '20.00' } }, { contract: { price: '10.00' } }] });
  const step = fc.oneof(
    { weight: 4, arbitrary: fc.integer({ min: 0, max: 5000 }) },
    { weight: 1, arbitrary: fc.constantFrom('return' as const, 'distribute' as const) },
  );
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 6 }), async (steps) => {
      const before = (await countedOf(m))[2];
      const leadId = await sold(m);
      for (const next of steps)
        await (typeof next === 'number'
          ? adjust(leadId, (next / 100).toFixed(2))
          : act(leadId, next, next === 'return' ? { reason: 'other' } : { mode: 'all' }));
      const sales = await query<{ buyerId: string; cents: number; payout: number }>(
        `SELECT buyer_id AS "buyerId", price_cents::int AS cents, payout_cents::int AS payout FROM sales
          WHERE lead_id = $1 AND status = 'settled'`,
        [leadId],
      );
      const sum = (pick: (sale: (typeof sales)[number]) => number): number =>
        sales.reduce((total, sale) => total + pick(sale), 0);
      const [owed, payable] = [sum(({ cents }) => cents), sum(({ payout }) => payout)];
      assert.deepEqual(await booksOf(leadId), { owed, revenue: owed, cost: payable, payable, uneven: 0 });
      const first = sales.filter(({ buyerId }) => buyerId === m.buyers[0]?.buyerId);
      const more = first.reduce((total, { cents }) => total + cents, 0);
      const [, cents, committed] = await countedOf(m);
      assert.equal(committed - before, more);
      assert.deepEqual(cents, [committed, committed]);
    }),
    { numRuns: 12, seed: 57 },
  );
});

test('of two who change a price at once with what they have read, one is told what it costs by now', async () => {
  const m = await place().market({ buyers: [{ contract: { price: '30.00' } }] });
  const leadId = await sold(m);
  const expectedCurrentAmount = '30.00';
  const answers = await Promise.all([
    adjust(leadId, '25.00', { expectedCurrentAmount }),
    adjust(leadId, '20.00', { expectedCurrentAmount }),
  ]);
  const [done, late] = answers.toSorted((one, other) => one.status - other.status);
  assert.deepEqual([done?.status, late?.status], [200, 409]);
  assert.equal(late?.json.error.details.currentAmount, done?.json.data.price);
  const cents = Number(done?.json.data.price) * 100;
  assert.deepEqual(await countedOf(m), [[1, 1], [cents, cents], cents]);
  const again = await adjust(leadId, cents / 100);
  assert.deepEqual([again.json.data.delta, again.json.data.buyerTransactionId], ['0.00', null]);
});

test('a change of price and a return at once leave nothing owed, whichever comes first', async () => {
  const m = await place().market({ buyers: [{ contract: { price: '30.00' } }] });
  for (let round = 0; round < 4; round += 1) {
    const leadId = await sold(m);
    const [returned] = await Promise.all([act(leadId, 'return', { reason: 'other' }), adjust(leadId, '45.00')]);
    assert.equal(returned.status, 200, returned.text);
    assert.deepEqual(await booksOf(leadId), { owed: 0, revenue: 0, cost: 0, payable: 0, uneven: 0 });
  }
  assert.deepEqual(await countedOf(m), [[0, 0], [0, 0], 0]);
});

test('which of several sales is meant must be said, and one that does not stand keeps its price', async () => {
  const m = await place().market({ offer: { distributionType: 'multisell' }, buyers: [{}, {}] });
  const leadId = await sold(m);
  const other = await sold(m);
  names(await adjust(leadId, '1.00'), 'saleId');
  const [first, second] = await saleIds(leadId);
  const [foreign] = await saleIds(other);
  names(await adjust(leadId, '1.00', { saleId: foreign }), 'saleId');
  assert.equal((await adjust(leadId, '1.00', { saleId: first })).status, 200);
  names(await adjust(leadId, '-1.00', { saleId: first }), 'newPrice');
  names(await adjust(leadId, '1.005', { saleId: first }), 'newPrice');
  assert.equal((await act(leadId, 'return', { reason: 'other', saleId: first })).status, 200);
  assert.equal((await adjust(leadId, '2.00', { saleId: first })).status, 409);
  names(await adjust(leadId, '2.00', { saleId: first, allowRefunded: true }), 'allowRefunded');
  const rest = await adjust(leadId, '2.00');
  assert.equal(rest.json.data.saleId, second, rest.text);
  assert.equal((await act(leadId, 'return', { reason: 'other' })).status, 200);
  names(await adjust(leadId, '2.00'), 'saleId');
});

test('a sale of a prepaid pack keeps its price, and one beyond the credit limit says so', async () => {
  const m = await place().market({ buyers: [{ buyer: { creditLimit: '40.00' }, contract: { price: '20.00' } }] });
  const leadId = await sold(m);
  const over = await adjust(leadId, '40.01');
  assert.deepEqual([over.status, over.json.data.creditStatus], [200, 'overdraft'], over.text);
  assert.equal((await m.post()).json.result, 'rejected');
  assert.equal((await adjust(leadId, '20.00')).json.data.creditStatus, 'normal');
  await made(place().admin, `/api/v1/buyers/${m.buyers[0]?.buyerId}/packs`, { leads: 5, pricePerLead: '15.00' });
  const prepaid = await sold(m);
  const refused = await adjust(prepaid, '10.00');
  names(refused, 'saleId');
  assert.match(refused.text, /prepaid pack/);
});

test('a cap on money knows the new price: it lets in what fits now, and no more', async () => {
  const m = await place().market({ buyers: [{ contract: { price: '20.00', dailySpendCap: '40.00' } }] });
  const leadId = await sold(m);
  assert.equal((await adjust(leadId, '30.00')).status, 200);
  assert.equal((await m.post()).json.result, 'rejected');
  assert.equal((await adjust(leadId, '20.00')).status, 200);
  await sold(m);
  assert.equal((await m.post()).json.result, 'rejected');
});

test('nobody changes what is another’s, and a buyer not what it pays', async () => {
  const m = await place().market({ buyers: [{ contract: { price: '30.00' } }] });
  const leadId = await sold(m);
  const path = `/api/v1/leads/${leadId}/adjust-payout`;
  const stranger = await place().app.tenant('Other');
  assert.equal((await stranger.admin.post(path, { newPrice: 1 })).status, 404);
  const buyer = await keyFor(place().app, place().admin, { buyerId: String(m.buyers[0]?.buyerId) });
  assert.equal((await buyer.client.post(path, { newPrice: 1 })).status, 403);
  assert.equal((await booksOf(leadId)).owed, 3000);
});

test('many leads get a price at once, each with its own result', async () => {
  const m = await place().market({ buyers: [{ contract: { price: '30.00' } }] });
  const shared = await place().market({ offer: { distributionType: 'multisell' }, buyers: [{}, {}] });
  const leadIds = [await sold(m), await sold(shared), await sold(m)];
  const bulk = (body: object) => place().admin.post('/api/v1/leads/bulk', { leadIds, ...body });
  const done = await bulk({ newPrice: '12.00', reason: 'As agreed for this week.' });
  assert.deepEqual(
    done.json.data.results.map(({ ok, status, code }: Record<string, unknown>) => [ok, status, code]),
    [
      [true, 'sold', null],
      [false, null, 'VALIDATION_ERROR'],
      [true, 'sold', null],
    ],
    done.text,
  );
  assert.deepEqual(await countedOf(m), [[2, 2], [2400, 2400], 2400]);
  for (const action of ['trash', 'toggle_test', 'toggle_paid']) {
    const refused = await bulk({ action });
    names(refused, 'action');
  }
  names(await bulk({ action: 'scrub', newPrice: 1 }), 'action');
  names(await bulk({ action: 'scrub', reason: 'Why' }), 'reason');
  assert.equal((await bulk({ action: 'scrub', leadIds: Array.from({ length: 101 }, (_, n) => `L-${n}`) })).status, 400);
});

assertNoProblems(place);
