import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bringOver } from '../kit/bring-over.ts';
import { assertNoProblems, testPlace } from '../kit/place.ts';
import { startForeignSystem } from '../kit/foreign-system.ts';

const place = testPlace();
const CONTRACTS = [{ contract: { price: '30.00' } }, { contract: { price: '20.00', geoFilters: { states: ['TX'] } } }];

const reportOf = async (campaignId: string) => {
  const answer = await place().admin.get(`/api/v1/campaigns/${campaignId}/shadow`);
  assert.equal(answer.status, 200, answer.text);
  return answer.json;
};

test('a campaign in shadow decides and delivers, reserves, counts and charges nothing', async () => {
  const m = await place().market({ campaign: { shadow: true, dailyCap: 1 }, buyers: CONTRACTS });
  for (let index = 0; index < 3; index += 1) {
    const answer = await m.post(m.lead({ shadowAnswer: { status: 'sold' } }));
    assert.deepEqual([answer.json.result, answer.json.data.status, answer.json.price], ['success', 'matched', null]);
  }
  for (const { simulator, buyerId, contractId } of m.buyers) {
    assert.equal(simulator.received().length, 0);
    const buyer = (await place().admin.get(`/api/v1/buyers/${buyerId}`)).json.data;
    assert.deepEqual([buyer.balance, buyer.reserved], ['0.00', '0.00']);
    assert.equal(
      (await place().app.owner.query({ text: 'SELECT 1 FROM sales WHERE contract_id = $1', values: [contractId] }))
        .length,
      0,
    );
  }
  const usage = await place().app.owner.query({
    text: 'SELECT 1 FROM cap_usage WHERE owner_id = $1',
    values: [m.campaignId],
  });
  assert.equal(usage.length, 0);
  const { summary } = await reportOf(m.campaignId);
  assert.deepEqual([summary.posts, summary.compared, summary.agreed, summary.agreementPercent], [3, 3, 3, 100]);
});

test('the report says how far both agree, and shows both answers where they do not', async () => {
  const m = await place().market({ campaign: { shadow: true }, buyers: CONTRACTS });
  const [dear, cheap] = m.buyers;
  const post = (shadowAnswer: object | undefined, more = {}) =>
    m.post(m.lead({ ...more, ...(shadowAnswer ? { shadowAnswer } : {}) }));
  await post({ status: 'success', buyerId: dear?.buyerId, price: '30.00', payout: '5.00' });
  await post({ status: 'sold', buyerId: cheap?.buyerId, price: 20 });
  await post({ status: 'rejected' });
  await post({ status: 'sold', payout: '4.00' });
  await post({ status: 'accepted' });
  await post(undefined);
  const { data, summary, pagination } = await reportOf(m.campaignId);
  assert.deepEqual(summary, {
    posts: 6,
    compared: 4,
    agreed: 1,
    agreementPercent: 25,
    differing: { status: 1, buyer: 1, price: 1, payout: 1 },
  });
  assert.equal(pagination.total, 3);
  assert.deepEqual(
    data.map((row: { differs: string[] }) => row.differs),
    [['payout'], ['status'], ['buyer', 'price']],
  );
  const [, rejected, other] = data;
  assert.deepEqual([rejected.theirs.status, rejected.ours.status, rejected.ours.price], ['rejected', 'sold', '30.00']);
  assert.match(rejected.shortId, /^L-\d+$/);
  assert.notEqual(other.theirs.buyer, other.ours.buyer);
  assert.deepEqual([other.theirs.price, other.ours.price, other.ours.payout], ['20.00', '30.00', '5.00']);
});

test('what lists and earlier sales refuse is compared too, though it makes no lead', async () => {
  const m = await place().market({ buyers: CONTRACTS });
  const lead = m.lead();
  assert.equal((await m.post(lead)).json.result, 'success');
  assert.equal((await place().admin.patch(`/api/v1/campaigns/${m.campaignId}`, { shadow: true })).status, 200);
  const again = { ...lead, lastName: 'Another', shadowAnswer: { status: 'duplicate' } };
  assert.equal((await m.post(again)).json.result, 'duplicate');
  await place().admin.post('/api/v1/blocked-ips', { ipRange: '198.51.100.77' });
  const blocked = await m.post(m.lead({ ipAddress: '198.51.100.77', shadowAnswer: { status: 'sold' } }));
  assert.equal(blocked.json.leadId, null);
  const { data, summary } = await reportOf(m.campaignId);
  assert.deepEqual([summary.posts, summary.agreed], [2, 1]);
  assert.deepEqual(
    [data[0].leadId, data[0].ours],
    [null, { status: 'rejected', buyer: null, price: null, payout: null, reason: 'Blocked IP address' }],
  );
});

test('tests are not compared, a repeat counts once, and a faulty answer is refused by name', async () => {
  const m = await place().market({ campaign: { shadow: true }, buyers: CONTRACTS });
  await m.post(m.lead({ isTest: true, shadowAnswer: { status: 'rejected' } }));
  const lead = m.lead({ shadowAnswer: { status: 'sold' } });
  await m.post(lead);
  assert.equal((await m.post(lead)).json.idempotent, true);
  const faulty = await m.post(m.lead({ shadowAnswer: { status: 'maybe' } }));
  assert.deepEqual([faulty.status, faulty.json.error.details.fields[0].field], [400, 'shadowAnswer.status']);
  assert.equal((await reportOf(m.campaignId)).summary.posts, 1);
});

test('once it sells, the same posts are sold, with a warning that the answer is of no use any more', async () => {
  const m = await place().market({ buyers: CONTRACTS });
  const answer = await m.post(m.lead({ shadowAnswer: { status: 'rejected' } }));
  assert.equal(answer.json.result, 'success');
  assert.deepEqual(
    answer.json.warnings.map(({ field, rule }: { field: string; rule: string }) => [field, rule]),
    [['shadowAnswer', 'not_in_shadow']],
  );
  assert.equal((await reportOf(m.campaignId)).summary.posts, 0);
});

test('a buyer that was brought over is known by the id that it has in the other system', async () => {
  const { app } = place();
  const { tenantId } = place();
  const tls = await app.certificate.issue(['localhost']);
  const empty = { data: [] };
  const lists = [
    'verticals',
    'partners',
    'contracts',
    'offers',
    'campaigns',
    'suppression',
    'blocked-ips',
    'blocked-callerids',
    'blocked-referrers',
  ];
  const answers = {
    ...Object.fromEntries(lists.map((name) => [`/api/v1/${name}`, empty])),
    '/api/v1/buyers': { data: [{ id: 'old-77', name: 'Brought over' }] },
  };
  const system = await startForeignSystem({ tls, answers, pageSize: 100, busyFirst: 0 });
  try {
    const bringing = { url: system.url, key: 'lr_admin', caPem: app.certificate.caPem, tenantId };
    assert.equal((await bringOver(app.runtime, bringing)).code, 0);
  } finally {
    await system.stop();
  }
  const m = await place().market({ campaign: { shadow: true }, buyers: CONTRACTS });
  await m.post(m.lead({ shadowAnswer: { status: 'sold', buyerId: 'old-77' } }));
  const { data } = await reportOf(m.campaignId);
  assert.deepEqual([data[0].differs, data[0].theirs.buyer], [['buyer'], 'Brought over']);
});

test('the report of another tenant is not there', async () => {
  const m = await place().market({ campaign: { shadow: true }, buyers: CONTRACTS });
  const other = await place().app.tenant();
  assert.equal((await other.admin.get(`/api/v1/campaigns/${m.campaignId}/shadow`)).status, 404);
});

assertNoProblems(place);
