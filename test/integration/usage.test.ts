import assert from 'node:assert/strict';
import { test } from 'node:test';
import { newId } from '../../src/kernel/ids.ts';
import type { Client } from '../kit/client.ts';
import { assertNoProblems, testPlace } from '../kit/place.ts';
import { made, names } from '../kit/refusals.ts';

const place = testPlace();

const dataOf = async (client: Client, path: string) => {
  const answer = await client.get(path);
  assert.equal(answer.status, 200, answer.text);
  return answer.json.data;
};

test('what is used of caps and credit is told beside them, and by which one the next lead is kept away', async () => {
  const { admin } = place();
  const m = await place().market({
    campaign: { dailyCap: 9 },
    buyers: [
      { buyer: { creditLimit: '500.00' }, contract: { price: '20.00', dailyLeadCap: 2, monthlySpendCap: '900.00' } },
    ],
  });
  const [bought] = m.buyers;
  assert.ok(bought);
  const contract = `/api/v1/contracts/${bought.contractId}/usage`;
  const [day] = (await dataOf(admin, contract)).caps.periods;
  assert.deepEqual(
    [day.leads, day.spend],
    [
      { used: 0, cap: 2 },
      { used: '0.00', cap: null },
    ],
  );
  for (let post = 0; post < 3; post++) await m.post();
  const use = await dataOf(admin, contract);
  assert.equal(use.caps.reached, 'daily leads');
  assert.deepEqual(
    use.caps.periods.map(({ period, leads, spend }: Record<string, unknown>) => [period, leads, spend]),
    [
      ['day', { used: 2, cap: 2 }, { used: '40.00', cap: null }],
      ['week', { used: 2, cap: null }, { used: '40.00', cap: null }],
      ['month', { used: 2, cap: null }, { used: '40.00', cap: '900.00' }],
    ],
  );
  assert.deepEqual([use.buyer.credit, use.buyer.caps.reached], [{ used: '40.00', limit: '500.00' }, null]);
  assert.deepEqual(await dataOf(admin, `/api/v1/buyers/${bought.buyerId}/usage`), use.buyer);
  const campaign = await dataOf(admin, `/api/v1/campaigns/${m.campaignId}/usage`);
  assert.deepEqual(campaign.caps.periods[0].leads, { used: 2, cap: 9 });
});

test('a paced contract says how many of the day may have gone by now', async () => {
  const m = await place().market({ buyers: [{ contract: { dailyLeadCap: 100, pacing: 'even' } }] });
  const { caps } = await dataOf(place().admin, `/api/v1/contracts/${m.buyers[0]?.contractId}/usage`);
  assert.ok(caps.paceLeads >= 1 && caps.paceLeads <= 100, String(caps.paceLeads));
  assert.deepEqual([caps.paceSpend, caps.capMode], [null, 'enforce']);
});

test('a contract says what today’s leads came to for it, and its buyer reads the same', async () => {
  const { admin } = place();
  const m = await place().market({
    rule: 'priority',
    buyers: [
      { contract: { priority: 1, dailyLeadCap: 1 } },
      { contract: { priority: 2 } },
      { contract: { priority: 3, geoFilters: { states: ['WY'] } } },
    ],
  });
  for (let post = 0; post < 3; post++) assert.equal((await m.post()).json.data.status, 'sold');
  const path = (index: number): string => `/api/v1/contracts/${m.buyers[index]?.contractId}/considered`;
  const told = async (client: Client, index: number) => {
    const { leads, outcomes } = await dataOf(client, path(index));
    return [leads, outcomes.map((one: { code: string; leads: number }) => [one.code, one.leads])];
  };
  assert.deepEqual(await told(admin, 0), [
    3,
    [
      ['cap_reached', 2],
      ['settled', 1],
    ],
  ]);
  assert.deepEqual(await told(admin, 1), [
    3,
    [
      ['settled', 2],
      ['others_first', 1],
    ],
  ]);
  assert.deepEqual(await told(admin, 2), [3, [['geo_mismatch', 3]]]);
  const { key } = await made(admin, '/api/v1/auth/api-keys', { name: 'Buyer', buyerId: m.buyers[2]?.buyerId });
  const buyer = place().app.client(key);
  assert.deepEqual(await told(buyer, 2), [3, [['geo_mismatch', 3]]]);
  assert.equal((await buyer.get(path(0))).status, 404, 'of the contracts of others nothing is told');
  assert.equal((await buyer.get(path(2).replace('considered', 'usage'))).status, 200);
  assert.equal((await buyer.get(path(0).replace('considered', 'usage'))).status, 404);
});

test('the order of an offer’s contracts is set at once, and leads go by it', async () => {
  const { admin } = place();
  const m = await place().market({ rule: 'priority', buyers: [{}, {}, {}] });
  const ids = m.buyers.map(({ contractId }) => contractId);
  const [first = '', second = '', third = ''] = ids;
  const path = `/api/v1/offers/${m.offerId}/contracts`;
  const order = (contractIds: readonly string[]) => admin.put(path, { contractIds });
  assert.equal((await order([third, first, second])).status, 200);
  await m.post();
  assert.deepEqual(
    m.buyers.map(({ simulator }) => simulator.received().length),
    [0, 0, 1],
  );
  const links = await dataOf(admin, path);
  const priorities = new Map(
    links.map((link: Record<string, unknown>) => [link['contractId'], link['priorityOverride']]),
  );
  assert.deepEqual(
    [third, first, second].map((id) => priorities.get(id)),
    [1, 2, 3],
  );
  const rulesOf = async (contractIds: readonly string[], field: string) =>
    names(await order(contractIds), field).map(({ rule }) => rule);
  assert.deepEqual(await rulesOf([third, first], 'contractIds'), ['incomplete']);
  assert.deepEqual(await rulesOf([third, first, first], 'contractIds.2'), ['unique']);
  names(await order([third, first, second, newId()]), 'contractIds.3');
});

assertNoProblems(place);
