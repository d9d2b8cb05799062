import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Market } from '../kit/market.ts';
import { testPlace } from '../kit/place.ts';

const place = testPlace();

const receivedBy = (m: Market): number[] => m.buyers.map(({ simulator }) => simulator.received().length);
const dispositions = async (leadId: string): Promise<string[]> =>
  (await place().waterfallOf(leadId)).map((row) => row.disposition);

/** What the ledger says of a lead, by account. */
const booked = (leadId: string) =>
  place().app.owner.query<{ account: string; amount: number; entries: number }>({
    text: `SELECT account, sum(amount_cents)::int AS amount, count(*)::int AS entries FROM ledger_entries
      WHERE sale_id IN (SELECT sale_id FROM sales WHERE lead_id = $1) GROUP BY account ORDER BY account`,
    values: [leadId],
  });

/** What was counted for an owner of caps, over all days. */
const countedFor = async (ownerId: string): Promise<{ leads: number; spend: number } | undefined> => {
  const [row] = await place().app.owner.query<{ leads: number; spend: number }>({
    text: 'SELECT sum(leads)::int AS leads, sum(spend_cents)::int AS spend FROM cap_usage WHERE owner_id = $1',
    values: [ownerId],
  });
  return row;
};

/** What each buyer owes with what is reserved for it, beside what ledger and open sales say. */
const credits = (buyerIds: readonly string[]) =>
  place().app.owner.query<{ committed: number; derived: number }>({
    text: `SELECT c.committed_cents::int AS committed,
        ((SELECT coalesce(sum(e.amount_cents), 0) FROM ledger_entries AS e
          WHERE e.buyer_id = c.buyer_id AND e.account = 'buyer_receivable')
        + (SELECT coalesce(sum(s.price_cents), 0) FROM sales AS s
          WHERE s.buyer_id = c.buyer_id AND s.status IN ('delivering', 'uncertain')))::int AS derived
      FROM buyer_credit AS c WHERE c.buyer_id = ANY($1::uuid[])`,
    values: [buyerIds],
  });

test('multisell sells to every contract that fits, and pays the partner once for the lead', async () => {
  const m = await place().market({
    offer: { distributionType: 'multisell' },
    buyers: [{ contract: { price: '20.00' } }, { behaviour: 'reject' }, { contract: { price: '35.00' } }],
  });
  const answer = await m.post();
  assert.equal(answer.json.result, 'success', answer.text);
  assert.equal(answer.json.price, 5);
  assert.deepEqual(receivedBy(m), [1, 1, 1]);
  assert.deepEqual(await dispositions(answer.json.leadId), ['delivered', 'delivered', 'rejected']);
  assert.deepEqual(await booked(answer.json.leadId), [
    { account: 'buyer_receivable', amount: 5500, entries: 2 },
    { account: 'partner_cost', amount: 500, entries: 1 },
    { account: 'partner_payable', amount: -500, entries: 1 },
    { account: 'tenant_revenue', amount: -5500, entries: 2 },
  ]);
  const counted = await Promise.all(m.buyers.map(({ contractId }) => countedFor(contractId)));
  assert.deepEqual(counted, [
    { leads: 1, spend: 2000 },
    { leads: 0, spend: 0 },
    { leads: 1, spend: 3500 },
  ]);
  for (const { committed, derived } of await credits(m.buyers.map(({ buyerId }) => buyerId)))
    assert.equal(committed, derived);
});

test('a hybrid sells to the best so many, and the next one takes the place of one that refuses', async () => {
  const m = await place().market({
    offer: { distributionType: 'hybrid', maxSales: 2 },
    buyers: [
      { contract: { price: '40.00' } },
      { behaviour: 'reject', contract: { price: '30.00' } },
      { contract: { price: '20.00' } },
      { contract: { price: '10.00' } },
    ],
  });
  const answer = await m.post();
  assert.equal(answer.json.result, 'success', answer.text);
  assert.deepEqual(receivedBy(m), [1, 1, 1, 0]);
  assert.deepEqual(await dispositions(answer.json.leadId), ['delivered', 'delivered', 'rejected', 'skipped']);
});

test('a hybrid without its number is refused, and so are terms that contradict each other', async () => {
  const { admin } = place();
  const m = await place().market({ buyers: [{}] });
  const offer = await admin.patch(`/api/v1/offers/${m.offerId}`, { distributionType: 'hybrid' });
  assert.deepEqual([offer.status, offer.json.error.details.fields[0].field], [400, 'maxSales']);
  const path = `/api/v1/contracts/${m.buyers[0]?.contractId}`;
  const contract = await admin.patch(path, { ruleType: 'exclusive', allowMultiSale: true });
  assert.deepEqual([contract.status, contract.json.error.details.fields[0].rule], [400, 'conflict']);
});

test('an exclusive lead costs its multiple, and who buys for itself alone stays out of a shared one', async () => {
  const contract = { price: '10.05', exclusiveMultiplier: '1.5', ruleType: 'exclusive' };
  const alone = await place().market({ buyers: [{ contract }] });
  const sold = await alone.post();
  const [row] = await place().waterfallOf(sold.json.leadId);
  assert.deepEqual([row?.disposition, row?.price], ['delivered', '15.08']);
  const shared = await place().market({ offer: { distributionType: 'multisell' }, buyers: [{ contract }, {}] });
  const both = await shared.post();
  assert.equal(both.json.result, 'success', both.text);
  const rows = await place().waterfallOf(both.json.leadId);
  assert.deepEqual(
    rows.map(({ disposition, reasonCode }) => [disposition, reasonCode]),
    [
      ['delivered', 'accepted'],
      ['skipped', 'exclusive_only'],
    ],
  );
});

test('the fallback pool gets a lead only when nobody of the primary one took it', async () => {
  const m = await place().market({
    offer: { dqDistributionRule: 'all' },
    buyers: [
      { behaviour: 'reject' },
      { contract: { price: '99.00' }, link: { pool: 'fallback' } },
      { contract: { price: '1.00' }, link: { pool: 'fallback' } },
    ],
  });
  const fallen = await m.post();
  assert.equal(fallen.json.result, 'success', fallen.text);
  assert.deepEqual(receivedBy(m), [1, 1, 1]);
  m.buyers[0]?.simulator.control({ behaviour: 'accept' });
  const sold = await m.post();
  assert.equal(sold.json.result, 'success', sold.text);
  assert.deepEqual(receivedBy(m), [2, 1, 1]);
});

test('a buyer never gets one lead by two contracts', async () => {
  const m = await place().market({
    offer: { distributionType: 'multisell' },
    buyers: [{ contract: { price: '30.00' } }],
  });
  const { admin } = place();
  const [first] = m.buyers;
  assert.ok(first);
  const second = await admin.post('/api/v1/contracts', {
    name: 'Second contract',
    buyerId: first.buyerId,
    verticalId: m.verticalId,
    status: 'active',
    price: '10.00',
    deliveryUrl: first.simulator.url,
  });
  assert.equal(second.status, 201, second.text);
  await admin.post(`/api/v1/offers/${m.offerId}/contracts`, { contractId: second.json.data.id });
  const answer = await m.post();
  assert.equal(answer.json.result, 'success', answer.text);
  assert.deepEqual(receivedBy(m), [1]);
  assert.deepEqual(await dispositions(answer.json.leadId), ['delivered', 'skipped']);
});

test('round robin: the wins of 32 posters at once never differ by more than one', async () => {
  const m = await place().market({ rule: 'round_robin', buyers: [{}, { contract: { price: '90.00' } }, {}] });
  const answers = await Promise.all(Array.from({ length: 32 }, () => m.post()));
  for (const answer of answers) assert.equal(answer.json.result, 'success', answer.text);
  const counts = receivedBy(m);
  assert.equal(
    counts.reduce((sum, count) => sum + count, 0),
    32,
  );
  assert.ok(Math.max(...counts) - Math.min(...counts) <= 1, counts.join(' '));
});

test('a partner on a share of the revenue earns by each sale, up to the most', async () => {
  const m = await place().market({
    offer: { distributionType: 'multisell' },
    campaign: { pricingModel: 'revshare', revsharePercent: '50', maximumPayout: '12.00' },
    buyers: [{ contract: { price: '20.01' } }, { contract: { price: '30.00' } }],
  });
  const answer = await m.post();
  assert.equal(answer.json.price, 22, answer.text);
  const cost = (await booked(answer.json.leadId)).find(({ account }) => account === 'partner_cost');
  assert.deepEqual(cost, { account: 'partner_cost', amount: 2200, entries: 2 });
});

test('affinity: who comes again goes to the buyer of last time first, or to no buyer that had the person', async () => {
  const offer = { affinity: 'same', affinityDays: 30, dedupEnabled: false };
  const m = await place().market({ rule: 'priority', offer, buyers: [{}, { contract: { priority: 900 } }] });
  const person = m.lead({ email: 'again@example.com' });
  const [first, second] = m.buyers;
  assert.ok(first && second);
  const rename = (priority: number) => place().admin.patch(`/api/v1/contracts/${first.contractId}`, { priority });
  const set = (affinity: string) => place().admin.patch(`/api/v1/offers/${m.offerId}`, { affinity });

  await rename(1000);
  await m.post(person);
  assert.deepEqual(receivedBy(m), [0, 1], 'nobody knows the person yet: the order decides');
  await rename(1);
  await m.post({ ...m.lead(), email: 'again@example.com' });
  assert.deepEqual(receivedBy(m), [0, 2], 'the buyer that had the person by its e-mail comes first');
  await m.post();
  assert.deepEqual(receivedBy(m), [1, 2]);

  assert.equal((await set('exclude')).status, 200);
  await m.post({ ...m.lead(), email: 'again@example.com' });
  assert.deepEqual(receivedBy(m), [2, 2], 'to the one that never had the person');
  const { json } = await m.post({ ...m.lead(), email: 'again@example.com' });
  assert.equal(json.data.status, 'rejected');
  const reasons = (await place().waterfallOf(json.leadId)).map((row) => row.reasonCode);
  assert.deepEqual(reasons, ['had_before', 'had_before']);
  assert.equal((await set('off')).status, 200);
  const last = await m.post({ ...m.lead(), email: 'again@example.com' });
  assert.equal(last.json.data.status, 'sold');
});
