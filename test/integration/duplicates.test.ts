import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Market, MarketSpec } from '../kit/market.ts';
import { assertNoProblems, testPlace } from '../kit/place.ts';
import { made } from '../kit/refusals.ts';
import { secondProcess } from '../kit/second-process.ts';

const place = testPlace();

const patch = async (path: string, body: object): Promise<void> => {
  const answer = await place().admin.patch(`/api/v1/${path}`, body);
  assert.equal(answer.status, 200, answer.text);
};
const resultOf = async (m: Market, lead: Record<string, unknown>): Promise<string> => (await m.post(lead)).json.result;

/** A market whose vertical has these rules. */
async function marketWith(rules: object, spec: MarketSpec = { buyers: [{}] }): Promise<Market> {
  const m = await place().market(spec);
  await patch(`verticals/${m.verticalId}`, rules);
  return m;
}

/** Makes everything that was received look so many days older. */
const age = (m: Market, days: number) =>
  Promise.all(
    [
      `UPDATE lead_tokens SET received_at = received_at - make_interval(days => ${days})
        WHERE vertical_id = '${m.verticalId}'`,
      `UPDATE sales SET reserved_at = reserved_at - make_interval(days => ${days})
        WHERE lead_id IN (SELECT lead_id FROM leads WHERE vertical_id = '${m.verticalId}')`,
    ].map((text) => place().app.owner.query({ text })),
  );
const setStatus = (m: Market, status: string) =>
  place().app.owner.query({
    text: `UPDATE leads SET status = $2 WHERE vertical_id = $1`,
    values: [m.verticalId, status],
  });

test('where all fields have to match, one alike is no duplicate', async () => {
  const m = await marketWith({ dedupMatch: 'all' });
  const first = m.lead();
  assert.equal(await resultOf(m, first), 'success');
  assert.equal(await resultOf(m, m.lead({ email: first['email'] })), 'success');
  assert.equal(await resultOf(m, m.lead({ phone: first['phone'] })), 'success');
  assert.equal(await resultOf(m, { ...first, firstName: 'Other' }), 'duplicate');
});

test('an empty field is alike with nothing, whichever way fields have to match', async () => {
  for (const dedupMatch of ['any', 'all']) {
    const m = await place().market({ buyers: [{}] });
    const path = `/api/v1/verticals/${m.verticalId}`;
    await made(place().admin, `${path}/custom-fields`, { name: 'workPhone', fieldType: 'phone' });
    await made(place().admin, `${path}/custom-fields`, { name: 'memberId', fieldType: 'text' });
    await patch(`verticals/${m.verticalId}`, { dedupFields: ['memberId', 'workPhone'], dedupMatch });
    for (const memberId of ['', '', undefined, '  '])
      assert.equal(await resultOf(m, m.lead({ custom: { memberId, workPhone: '' } })), 'success');
  }
});

test('an extension is no part of the number', async () => {
  const m = await marketWith({});
  const first = m.lead();
  assert.equal(await resultOf(m, { ...first, phone: `${String(first['phone'])} ext. 12` }), 'success');
  assert.equal(await resultOf(m, m.lead({ phone: first['phone'] })), 'duplicate');
  assert.equal(await resultOf(m, m.lead({ phone: `+1${String(first['phone'])}x9` })), 'duplicate');
});

test('after the window the person may come again; a window of no days looks nowhere', async () => {
  const m = await marketWith({ dedupWindowDays: 10 });
  const first = m.lead();
  assert.equal(await resultOf(m, first), 'success');
  await age(m, 9);
  assert.equal(await resultOf(m, { ...first, firstName: 'A' }), 'duplicate');
  await age(m, 2);
  assert.equal(await resultOf(m, { ...first, firstName: 'B' }), 'success');
  await patch(`verticals/${m.verticalId}`, { dedupWindowDays: 0 });
  assert.equal(await resultOf(m, { ...first, firstName: 'C' }), 'success');
});

test('a lead that nobody bought does not count; one given back does, unless only sold ones do', async () => {
  const m = await marketWith({}, { buyers: [{ behaviour: 'reject' }] });
  const first = m.lead();
  assert.equal(await resultOf(m, first), 'rejected');
  m.buyers[0]?.simulator.control({ behaviour: 'accept' });
  assert.equal(await resultOf(m, { ...first, firstName: 'A' }), 'success');
  await setStatus(m, 'returned');
  assert.equal(await resultOf(m, { ...first, firstName: 'B' }), 'duplicate');
  await patch(`verticals/${m.verticalId}`, { dedupSoldOnly: true });
  assert.equal(await resultOf(m, { ...first, firstName: 'C' }), 'success');
});

test('an offer may switch the rule off, narrow it to itself, or give it another window', async () => {
  const m = await marketWith({});
  const first = m.lead();
  assert.equal(await resultOf(m, first), 'success');
  await patch(`offers/${m.offerId}`, { dedupEnabled: false });
  assert.equal(await resultOf(m, { ...first, firstName: 'A' }), 'success');
  await patch(`offers/${m.offerId}`, { dedupEnabled: null, dedupWindowDays: 5 });
  await age(m, 6);
  assert.equal(await resultOf(m, { ...first, firstName: 'B' }), 'success');
  assert.equal(await resultOf(m, { ...first, firstName: 'C' }), 'duplicate');

  // Another partner, the same vertical, another offer that sells to the same contract.
  const { verticalId, buyers } = m;
  const offer = await made(place().admin, '/api/v1/offers', { name: 'Second', verticalId, status: 'active' });
  await made(place().admin, `/api/v1/offers/${offer.id}/contracts`, { contractId: buyers[0]?.contractId });
  const partner = await made(place().admin, '/api/v1/partners', { name: 'Second' });
  const body = { name: 'Second', partnerId: partner.id, offerId: offer.id };
  const campaign = await made(place().admin, '/api/v1/campaigns', body);
  const posting = place().app.client(String(campaign['postingKey']));
  const post = async (firstName: string) =>
    (await posting.post('/api/v1/leads/submit', { ...first, firstName, campaignId: campaign.id })).json.result;
  assert.equal(await post('D'), 'duplicate');
  await patch(`offers/${offer.id}`, { dedupScope: 'offer' });
  assert.equal(await post('E'), 'success');
  assert.equal(await post('F'), 'duplicate');
});

const buyerAt = (m: Market, index: number) => {
  const buyer = m.buyers[index];
  assert.ok(buyer);
  return buyer;
};

test('a buyer that wants nobody twice is passed over for the next one, with the reason kept', async () => {
  const m = await marketWith(
    { dedupWindowDays: 0 },
    { buyers: [{ contract: { price: '30.00' } }, { contract: { price: '20.00' } }] },
  );
  const [dear, cheap] = [buyerAt(m, 0), buyerAt(m, 1)];
  await patch(`buyers/${dear.buyerId}`, { dedupEnabled: true, dedupFields: ['phone'], dedupWindowDays: 30 });
  const first = m.lead();
  assert.equal(await resultOf(m, first), 'success');
  const again = await m.post(m.lead({ phone: first['phone'] }));
  assert.equal(again.json.result, 'success', again.text);
  assert.deepEqual(
    [dear, cheap].map((buyer) => buyer.simulator.received().length),
    [1, 1],
  );
  const row = (await place().waterfallOf(again.json.leadId)).find(({ buyerId }) => buyerId === dear.buyerId);
  assert.equal(row?.reasonCode, 'duplicate');
  // By the field that it listed only, and after its window no more.
  assert.equal(await resultOf(m, m.lead({ email: first['email'] })), 'success');
  assert.equal(dear.simulator.received().length, 2);
  await age(m, 31);
  assert.equal(await resultOf(m, m.lead({ phone: first['phone'] })), 'success');
  assert.equal(dear.simulator.received().length, 3);
});

test('a contract may look longer than its buyer, or not at all; a test is never a duplicate', async () => {
  const m = await marketWith({ dedupWindowDays: 0 });
  const { buyerId, contractId } = buyerAt(m, 0);
  const first = m.lead();
  assert.equal(await resultOf(m, first), 'success');
  await patch(`contracts/${contractId}`, { dedupEnabled: true, dedupWindowDays: 60 });
  await age(m, 50);
  const refused = await m.post({ ...first, firstName: 'A' });
  assert.deepEqual([refused.json.result, refused.json.msg], ['rejected', 'Duplicate lead'], refused.text);
  assert.equal((await m.post({ ...first, firstName: 'T', isTest: true })).json.data.status, 'matched');
  await patch(`buyers/${buyerId}`, { dedupEnabled: true });
  await patch(`contracts/${contractId}`, { dedupEnabled: false });
  assert.equal(await resultOf(m, { ...first, firstName: 'B' }), 'success');
  const shown = (await place().admin.get(`/api/v1/contracts/${contractId}`)).json.data;
  assert.deepEqual([shown.dedupEnabled, shown.dedupWindowDays], [false, 60]);
});

test('a sale that was released does not count against its buyer', async () => {
  const m = await marketWith({ dedupWindowDays: 0 });
  const { buyerId, simulator } = buyerAt(m, 0);
  await patch(`buyers/${buyerId}`, { dedupEnabled: true });
  simulator.control({ behaviour: 'reject' });
  const lead = m.lead();
  assert.equal(await resultOf(m, lead), 'rejected');
  simulator.control({ behaviour: 'accept' });
  assert.equal(await resultOf(m, { ...lead, firstName: 'A' }), 'success');
});

test('whom a buyer got while another lead of the same person was elsewhere, it does not get again', async () => {
  const hold = { uncertainPolicy: 'hold', price: '50.00' };
  const m = await marketWith({ dedupWindowDays: 0 }, { buyers: [{ behaviour: 'status_500', contract: hold }, {}] });
  const [dear, cheap] = [buyerAt(m, 0), buyerAt(m, 1)];
  await patch(`buyers/${cheap.buyerId}`, { dedupEnabled: true });
  const lead = m.lead();
  const goingOn = async (pending: { json: { leadId: string } }): Promise<string> => {
    const [row] = await place().waterfallOf(pending.json.leadId);
    const word = await place().admin.post(`/api/v1/sales/${row?.saleId}/resolve`, { outcome: 'rejected' });
    assert.equal(word.status, 200, word.text);
    return (await place().admin.get(`/api/v1/leads/${pending.json.leadId}`)).json.data.status;
  };
  const waiting = [await m.post(lead), await m.post({ ...lead, firstName: 'A', email: 'else@example.com' })];
  dear.simulator.control({ behaviour: 'reject' });
  assert.equal(await resultOf(m, { ...lead, firstName: 'B' }), 'success');
  assert.equal(cheap.simulator.received().length, 1);
  for (const pending of waiting) assert.equal(await goingOn(pending), 'rejected');
  assert.equal(cheap.simulator.received().length, 1);
  // Where the buyer does not ask for it, it goes on as it was decided.
  await patch(`buyers/${cheap.buyerId}`, { dedupEnabled: false });
  dear.simulator.control({ behaviour: 'status_500' });
  const third = await m.post({ ...lead, firstName: 'C' });
  assert.equal(await goingOn(third), 'sold');
  assert.equal(cheap.simulator.received().length, 2);
});

test('fields that leads do not have tell no duplicates', async () => {
  const m = await place().market({ buyers: [{}] });
  const answer = await place().admin.patch(`/api/v1/buyers/${buyerAt(m, 0).buyerId}`, {
    dedupFields: ['phone', 'shoe'],
  });
  assert.equal(answer.status, 400);
  assert.equal(answer.json.error.details.fields[0].field, 'dedupFields.1');
});

test('one person at once, by two processes, is sold to a buyer once, though the vertical lets all in', async () => {
  const m = await marketWith({ dedupWindowDays: 0 });
  const { buyerId, simulator } = buyerAt(m, 0);
  await patch(`buyers/${buyerId}`, { dedupEnabled: true });
  const second = await secondProcess(place().app);
  try {
    const other = second.client(m.postingKey);
    const lead = m.lead();
    const answers = await Promise.all(
      Array.from({ length: 32 }, (_, index) =>
        (index % 2 === 0 ? m.posting : other).post('/api/v1/leads/submit', { ...lead, firstName: `Name${index}` }),
      ),
    );
    const results = answers.map((answer) => answer.json.result ?? answer.text);
    assert.equal(results.filter((result) => result === 'success').length, 1, results.join());
    assert.equal(results.filter((result) => result === 'rejected').length, 31, results.join());
    assert.equal(simulator.received().length, 1);
  } finally {
    await second.stop();
  }
});

test('32 equal posts at once, by two processes, make one lead, and one person at once is sold once', async () => {
  const m = await marketWith({});
  const second = await secondProcess(place().app);
  try {
    const beside = second.client(m.postingKey);
    const lead = m.lead();
    const postAll = (bodyOf: (index: number) => object) =>
      Promise.all(
        Array.from({ length: 32 }, (_, index) =>
          (index % 2 === 0 ? m.posting : beside).post('/api/v1/leads/submit', bodyOf(index)),
        ),
      );
    const equal = await postAll(() => lead);
    assert.deepEqual(new Set(equal.map((answer) => answer.json.result)), new Set(['success']));
    assert.equal(new Set(equal.map((answer) => answer.json.leadId)).size, 1);
    assert.equal(equal.filter((answer) => answer.json.idempotent === false).length, 1);
    assert.equal(m.buyers[0]?.simulator.received().length, 1);

    const other = m.lead();
    const persons = await postAll((index) => ({ ...other, firstName: `Name${index}` }));
    const results = persons.map((answer) => answer.json.result);
    assert.equal(results.filter((result) => result === 'success').length, 1, results.join());
    assert.equal(results.filter((result) => result === 'duplicate').length, 31);
    const [kept] = await place().app.owner.query<{ n: number }>({
      text: 'SELECT count(*) AS n FROM leads WHERE campaign_id = $1',
      values: [m.campaignId],
    });
    assert.equal(kept?.n, 2);
  } finally {
    await second.stop();
  }
});

assertNoProblems(place);
