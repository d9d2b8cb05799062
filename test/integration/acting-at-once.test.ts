import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Market } from '../kit/market.ts';
import { assertNoProblems, testPlace } from '../kit/place.ts';

const place = testPlace();

const act = (leadId: string, what: string, body: object) => place().admin.post(`/api/v1/leads/${leadId}/${what}`, body);
const pick = (leadId: string, m: Market, buyer: number, more: object = {}) =>
  act(leadId, 'cherry-pick', { contractId: m.buyers[buyer]?.contractId, ...more });
const giveBack = (leadId: string, more: object = {}) => act(leadId, 'return', { reason: 'other', ...more });
const change = async (path: string, body: object): Promise<void> => {
  const answer = await place().admin.patch(`/api/v1/${path}`, body);
  assert.equal(answer.status, 200, answer.text);
};

const query = <T extends object>(text: string, values: readonly unknown[]): Promise<T[]> =>
  place().app.owner.query<T>({ text, values: [...values] });

/** The sales of a lead by buyer of the market, in the order tried. */
const salesOf = async (leadId: string) =>
  query<{ id: string; buyerId: string; status: string; payout: number }>(
    `SELECT sale_id AS id, buyer_id AS "buyerId", status, payout_cents::int AS payout FROM sales
      WHERE lead_id = $1 ORDER BY rank`,
    [leadId],
  );
const statusesOf = async (leadId: string) => (await salesOf(leadId)).map(({ status }) => status);

/** What accounts hold of a lead's sales, those at zero left out. */
const heldOf = (leadId: string) =>
  query<{ account: string; cents: number }>(
    `SELECT e.account, sum(e.amount_cents)::int AS cents FROM ledger_entries AS e
      JOIN sales AS s USING (tenant_id, sale_id) WHERE s.lead_id = $1
      GROUP BY e.account HAVING sum(e.amount_cents) <> 0 ORDER BY e.account`,
    [leadId],
  );

/** What caps count of the market's campaign, contracts and buyers, and what buyers owe. */
async function countedOf(m: Market) {
  const parties = [m.campaignId, ...m.buyers.flatMap(({ contractId, buyerId }) => [contractId, buyerId])];
  const [caps] = await query<{ leads: number; cents: number; least: number }>(
    `SELECT sum(leads)::int AS leads, sum(spend_cents)::int AS cents, min(leads)::int AS least FROM cap_usage
      WHERE owner_id = ANY($1::uuid[])`,
    [parties],
  );
  const [credit] = await query<{ cents: number }>(
    'SELECT sum(committed_cents)::int AS cents FROM buyer_credit WHERE buyer_id = ANY($1::uuid[])',
    [parties],
  );
  return { leads: caps?.leads, cents: caps?.cents, least: caps?.least, owed: credit?.cents };
}

const NOTHING = { leads: 0, cents: 0, least: 0, owed: 0 };

async function settles(leadId: string): Promise<void> {
  for (let round = 0; round < 100; round += 1) {
    if ((await statusesOf(leadId)).every((status) => status !== 'delivering')) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  assert.fail('a delivery has no end');
}

test('all sales of a lead that are returned in one go leave every account, cap and credit at zero', async () => {
  const m = await place().market({ offer: { distributionType: 'multisell' }, buyers: [{}, {}, {}] });
  const { leadId } = (await m.post()).json;
  assert.equal((await countedOf(m)).owed, 6000);
  const answers = await Promise.all([giveBack(leadId), giveBack(leadId), act(leadId, 'scrub', {})]);
  const taken = answers.flatMap(({ status, json }) => (status === 200 ? json.data.returned : []));
  assert.equal(taken.length, 3);
  assert.deepEqual(await statusesOf(leadId), ['returned', 'returned', 'returned']);
  assert.deepEqual(await heldOf(leadId), []);
  assert.deepEqual(await countedOf(m), NOTHING);
  assert.equal((await salesOf(leadId)).length, 3);
});

test('two sales of a lead that are returned at once are both returned, each once', async () => {
  const m = await place().market({ offer: { distributionType: 'multisell' }, buyers: [{}, {}] });
  const { leadId } = (await m.post()).json;
  const sales = await salesOf(leadId);
  const twice = [...sales, ...sales].map(({ id }) => giveBack(leadId, { saleId: id }));
  const done = (await Promise.all(twice)).filter(({ status }) => status === 200);
  assert.equal(done.length, 2);
  assert.deepEqual(await heldOf(leadId), []);
  assert.deepEqual(await countedOf(m), NOTHING);
});

test('a sale is returned while another buyer has the lead in hand: that one pays the partner', async () => {
  const m = await place().market({
    campaign: { responseDeadlineMs: 50 },
    offer: { distributionType: 'multisell' },
    buyers: [{ contract: { price: '30.00' } }, { behaviour: 'slow' }],
  });
  const { leadId } = (await m.post()).json;
  for (let round = 0; round < 100 && !(await statusesOf(leadId)).includes('settled'); round += 1)
    await new Promise((resolve) => setTimeout(resolve, 10));
  assert.deepEqual(await statusesOf(leadId), ['settled', 'delivering']);
  assert.equal((await act(leadId, 'scrub', {})).status, 409);
  assert.equal((await giveBack(leadId)).status, 200);
  await settles(leadId);
  assert.deepEqual(
    (await salesOf(leadId)).map(({ status, payout }) => [status, payout]),
    [
      ['returned', 500],
      ['settled', 500],
    ],
  );
  assert.deepEqual(await heldOf(leadId), [
    { account: 'buyer_receivable', cents: 2000 },
    { account: 'partner_cost', cents: 500 },
    { account: 'partner_payable', cents: -500 },
    { account: 'tenant_revenue', cents: -2000 },
  ]);
  assert.equal((await giveBack(leadId)).status, 200);
  assert.deepEqual(await countedOf(m), NOTHING);
});

test('a lead is returned, routed again and returned again: its campaign counts it once, or not at all', async () => {
  const m = await place().market({ campaign: { dailyCap: 5 }, buyers: [{ contract: { price: '30.00' } }, {}, {}] });
  const { leadId } = (await m.post()).json;
  const counted = async () =>
    (
      await query<{ leads: number }>('SELECT sum(leads)::int AS leads FROM cap_usage WHERE owner_id = $1', [
        m.campaignId,
      ])
    )[0]?.leads;
  for (const owed of [3000, 2000, 2000]) {
    assert.deepEqual([await counted(), (await countedOf(m)).owed], [1, owed]);
    assert.equal((await giveBack(leadId)).status, 200);
    assert.deepEqual([await counted(), (await countedOf(m)).owed], [0, 0]);
    await act(leadId, 'distribute', { mode: 'all' });
  }
  assert.deepEqual(await statusesOf(leadId), ['returned', 'returned', 'returned']);
  for (const { simulator } of m.buyers) assert.equal(simulator.received().length, 1);
  assert.deepEqual(await countedOf(m), NOTHING);
  assert.deepEqual(await heldOf(leadId), []);
});

test('a lead that buyers share is picked for one more, and for nobody alone', async () => {
  const m = await place().market({ offer: { distributionType: 'multisell', maxSales: 2 }, buyers: [{}, {}, {}] });
  const { leadId } = (await m.post()).json;
  const free = m.buyers.findIndex(({ simulator }) => simulator.received().length === 0);
  const full = await pick(leadId, m, free);
  assert.deepEqual([full.status, full.json.data.reserved, full.json.data.reasonCode], [200, 0, 'already_sold']);
  await change(`offers/${m.offerId}`, { distributionType: 'exclusive', maxSales: null });
  for (const refused of [await pick(leadId, m, free), await act(leadId, 'distribute', { mode: 'all' })])
    assert.equal(refused.status, 409, refused.text);
  await change(`offers/${m.offerId}`, { distributionType: 'multisell', maxSales: 3 });
  const answers = await Promise.all([pick(leadId, m, free), pick(leadId, m, free)]);
  assert.equal(answers.filter(({ json }) => json.data?.reserved === 1).length, 1);
  assert.deepEqual(await statusesOf(leadId), ['settled', 'settled', 'settled']);
  for (const { simulator } of m.buyers) assert.equal(simulator.received().length, 1);
});

test('a buyer that wants nobody twice is spared by hand too, though its contract is on no offer', async () => {
  const dedup = { dedupEnabled: true, dedupFields: ['email'], dedupWindowDays: 30 };
  const m = await place().market({ buyers: [{ behaviour: 'reject' }, { buyer: dedup }] });
  await change(`verticals/${m.verticalId}`, { dedupWindowDays: 0 });
  const lead = m.lead();
  assert.equal((await m.post(lead)).json.result, 'success');
  const link = `/api/v1/offers/${m.offerId}/contracts/${m.buyers[1]?.contractId}`;
  assert.ok((await place().admin.delete(link)).status < 300);
  const again = await m.post({ ...lead, firstName: 'Mary' });
  assert.equal(again.json.result, 'rejected', again.text);
  const { leadId } = again.json;
  const spared = await pick(leadId, m, 1);
  assert.deepEqual([spared.json.data.reserved, spared.json.data.reasonCode], [0, 'duplicate'], spared.text);
  const done = await pick(leadId, m, 1, { skipDedup: true });
  assert.equal(done.json.data.status, 'sold', done.text);
});

test('who bids for each lead is sold to by hand at a price that a person names', async () => {
  const m = await place().market({ buyers: [{ behaviour: 'reject' }, { bids: { bid: '0' } }] });
  const { leadId } = (await m.post()).json;
  const unasked = await pick(leadId, m, 1);
  assert.equal(unasked.json.data.reasonCode, 'no_bid', unasked.text);
  const done = await pick(leadId, m, 1, { price: '9.00' });
  assert.deepEqual([done.json.data.status, done.json.data.price], ['sold', '9.00'], done.text);
});

assertNoProblems(place);
