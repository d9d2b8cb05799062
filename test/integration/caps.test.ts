import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Answer } from '../kit/client.ts';
import type { Market } from '../kit/market.ts';
import { testPlace } from '../kit/place.ts';

const place = testPlace();

const postMany = (m: Market, times: number): Promise<Answer[]> =>
  Promise.all(Array.from({ length: times }, () => m.post()));
const wins = (answers: readonly Answer[]): number => answers.filter(({ json }) => json.result === 'success').length;
const lastReason = async (answer: Answer): Promise<string | null | undefined> =>
  (await place().waterfallOf(answer.json.leadId))[0]?.reasonCode;

test('200 posts at once against a daily cap of 50 give exactly 50, and the rest say why', async () => {
  const m = await place().market({ buyers: [{ contract: { dailyLeadCap: 50 } }] });
  const answers = await postMany(m, 200);
  assert.equal(wins(answers), 50);
  assert.equal(m.buyers[0]?.simulator.received().length, 50);
  const refused = answers.filter(({ json }) => json.result === 'rejected');
  assert.deepEqual([refused.length, refused[0]?.json.msg], [150, 'Cap exceeded']);
});

test('what a buyer refuses is given back to its cap', async () => {
  const m = await place().market({ buyers: [{ behaviour: 'reject', contract: { dailyLeadCap: 1 } }] });
  assert.equal(wins(await postMany(m, 3)), 0);
  m.buyers[0]?.simulator.control({ behaviour: 'accept' });
  assert.deepEqual([wins([await m.post()]), wins([await m.post()])], [1, 0]);
});

test('a new cap counts what was sold before it, and a higher one goes on from there', async () => {
  const m = await place().market({ buyers: [{}] });
  assert.equal(wins(await postMany(m, 3)), 3);
  const path = `/api/v1/contracts/${m.buyers[0]?.contractId}`;
  const { admin } = place();
  await admin.patch(path, { caps: { daily: 3 } });
  const refused = await m.post();
  assert.deepEqual([refused.json.result, await lastReason(refused)], ['rejected', 'cap_reached']);
  const raised = await admin.patch(path, { dailyLeadCap: 5 });
  assert.deepEqual([raised.json.data.dailyLeadCap, raised.json.data.weeklyLeadCap], [5, null]);
  assert.equal(wins(await postMany(m, 4)), 2);
  await admin.patch(path, { dailyLeadCap: null });
  assert.equal(wins([await m.post()]), 1);
});

test('a cap that is lowered while posts are under way is never exceeded by what comes after', async () => {
  const m = await place().market({ buyers: [{}] });
  const path = `/api/v1/contracts/${m.buyers[0]?.contractId}`;
  const first = postMany(m, 40);
  await place().admin.patch(path, { dailyLeadCap: 20 });
  const before = wins(await first);
  const after = wins(await postMany(m, 40));
  assert.equal(before + after, Math.max(before, 20));
});

test('money counts like leads: a cap on spend lets in what still fits', async () => {
  const m = await place().market({ buyers: [{ contract: { price: '30.00', dailySpendCap: '70.00' } }] });
  assert.equal(wins(await postMany(m, 5)), 2);
});

test('caps of a buyer hold over all its contracts, and those of a campaign over all that it sends', async () => {
  const buyer = await place().market({ buyers: [{ buyer: { weeklyLeadCap: 2 } }] });
  const answers = await postMany(buyer, 4);
  assert.equal(wins(answers), 2);
  const refused = answers.find(({ json }) => json.result === 'rejected');
  assert.ok(refused);
  assert.equal(await lastReason(refused), 'buyer_cap_reached');
  const campaign = await place().market({ campaign: { dailyCap: 3 }, buyers: [{}] });
  const posts = await postMany(campaign, 6);
  assert.equal(wins(posts), 3);
  assert.equal(posts.find(({ json }) => json.result === 'rejected')?.json.msg, 'Cap exceeded');
});

test('caps that are only observed are counted and keep nobody away', async () => {
  const m = await place().market({ buyers: [{ contract: { dailyLeadCap: 1, capMode: 'observe' } }] });
  assert.equal(wins(await postMany(m, 3)), 3);
  await place().admin.patch(`/api/v1/contracts/${m.buyers[0]?.contractId}`, { capMode: 'enforce' });
  assert.equal(wins([await m.post()]), 0);
});

test('a buyer gets no lead that it could not owe, however many come at once', async () => {
  const m = await place().market({ buyers: [{ buyer: { creditLimit: '50.00' }, contract: { price: '20.00' } }] });
  const answers = await postMany(m, 10);
  assert.equal(wins(answers), 2);
  const refused = answers.find(({ json }) => json.result === 'rejected');
  assert.ok(refused);
  assert.equal(await lastReason(refused), 'over_credit');
  const balance = await place().admin.get(`/api/v1/buyers/${m.buyers[0]?.buyerId}/balance`);
  assert.deepEqual(balance.json.data, { balance: '40.00', creditLimit: '50.00', available: '10.00' });
  const nothing = await place().market({ buyers: [{ buyer: { creditLimit: 0 } }] });
  assert.equal(wins(await postMany(nothing, 2)), 0);
});

test('a test lead counts against nothing', async () => {
  const m = await place().market({ buyers: [{ contract: { dailyLeadCap: 1 } }] });
  for (let time = 0; time < 2; time += 1) await m.post(m.lead({ isTest: true }));
  assert.equal(wins([await m.post()]), 1);
});
