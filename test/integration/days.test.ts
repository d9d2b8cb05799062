import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addDays, calendarDay, startOfDay } from '../../src/kernel/time.ts';
import type { Client } from '../kit/client.ts';
import { type Market, startMarket } from '../kit/market.ts';
import { assertNoProblems, testPlace } from '../kit/place.ts';

const place = testPlace();
const ZONE = 'America/Chicago';

async function keyOf(binding: object): Promise<Client> {
  const answer = await place().admin.post('/api/v1/auth/api-keys', { name: 'k', ...binding });
  return place().app.client(answer.json.data.key);
}

/** What a day brought, as somebody is told it. */
// oxlint-disable-next-line no-explicit-any -- a test reads what it expects
async function dayOf(client: Client, path = '/api/v1/today'): Promise<any> {
  const answer = await client.get(path);
  assert.equal(answer.status, 200, answer.text);
  return answer.json.data;
}

interface Scene {
  readonly market: Market;
  readonly buyer: Client;
  readonly partner: Client;
}

/** Two leads sold, one that nobody buys, one uncertain, a test, a duplicate and a post without what it must have. */
async function scene(): Promise<Scene> {
  const market = await place().market({ buyers: [{ contract: { uncertainPolicy: 'hold', price: '20.00' } }] });
  const [buyer] = market.buyers;
  assert.ok(buyer);
  const first = market.lead();
  assert.equal((await market.post(first)).json.result, 'success');
  assert.equal((await market.post()).json.result, 'success');
  assert.equal((await market.post({ ...first, externalId: 'again' })).json.result, 'duplicate');
  assert.equal((await market.post({ ...market.lead(), email: 'none' })).status, 400);
  assert.equal((await market.post(market.lead({ isTest: true }))).status, 200);
  buyer.simulator.control({ behaviour: 'reject' });
  assert.equal((await market.post()).json.result, 'rejected');
  buyer.simulator.control({ behaviour: 'status_500' });
  assert.equal((await market.post()).json.result, 'accepted');
  const { partnerId } = market;
  return { market, buyer: await keyOf({ buyerId: buyer.buyerId }), partner: await keyOf({ partnerId }) };
}

// oxlint-disable-next-line no-explicit-any -- a test reads what it expects
function assertSameDay(days: any[]): void {
  for (const { zone, day, hours, totals } of days) {
    assert.deepEqual([zone, day], [ZONE, calendarDay(new Date(), ZONE)]);
    assert.ok(hours.length >= 23 && hours.length <= 25);
    assert.equal(hours[0].startsAt, startOfDay(day, ZONE).toISOString());
    assert.ok(totals.latencyP50Ms !== null && totals.latencyP50Ms <= totals.latencyP95Ms);
  }
}

test('staff, buyer and partner are told the same day, each what is theirs', async () => {
  const { market, buyer, partner } = await scene();
  const [told, bought, sent] = [
    await dayOf(place().admin),
    await dayOf(buyer, '/api/buyer/today'),
    await dayOf(partner, '/api/partner/today'),
  ];
  assertSameDay([told, bought, sent]);
  const { latencyP50Ms: _p50, latencyP95Ms: _p95, ...staff } = told.totals;
  assert.deepEqual(staff, {
    leads: 4,
    sold: 2,
    unsold: 1,
    pending: 1,
    testLeads: 1,
    duplicates: 1,
    refused: 1,
    uncertain: 1,
    revenue: '40.00',
    payout: '10.00',
    acceptRate: 0.6667,
  });
  const campaign = { id: market.campaignId, leads: 4, sold: 2 };
  const [byCampaign] = told.byCampaign;
  assert.deepEqual(byCampaign, { ...campaign, name: byCampaign.name, revenue: '40.00' });
  const buyerId = market.buyers[0]?.buyerId;
  assert.deepEqual(told.byBuyer, [{ id: buyerId, name: told.byBuyer[0].name, sold: 2, revenue: '40.00' }]);
  const { latencyP50Ms: _b50, latencyP95Ms: _b95, ...ofBuyer } = bought.totals;
  assert.deepEqual(ofBuyer, { bought: 2, spend: '40.00', refused: 1, failed: 0, uncertain: 1, acceptRate: 0.6667 });
  assert.deepEqual(
    bought.byContract.map(({ name: _name, ...rest }: { name: string }) => rest),
    [{ id: market.buyers[0]?.contractId, bought: 2, spend: '40.00' }],
  );
  const { latencyP50Ms: _s50, latencyP95Ms: _s95, ...ofPartner } = sent.totals;
  assert.deepEqual(ofPartner, {
    leads: 4,
    sold: 2,
    unsold: 1,
    pending: 1,
    testLeads: 1,
    payout: '10.00',
    rejectedPosts: 2,
  });
  assert.deepEqual(sent.rejectedPosts, [
    { code: 'duplicate', posts: 1 },
    { code: 'invalid_field', posts: 1 },
  ]);
  assert.deepEqual(sent.byCampaign, [{ ...campaign, name: byCampaign.name, payout: '10.00' }]);
});

test('the hours of a day sum up to it', async () => {
  const { hours, totals } = await dayOf(place().admin);
  const sum = (name: string): number => hours.reduce((all: number, hour: never) => all + Number(hour[name]), 0);
  assert.deepEqual([sum('leads'), sum('sold')], [totals.leads, totals.sold]);
  assert.equal(sum('revenue').toFixed(2), totals.revenue);
  assert.ok(totals.leads > 0);
});

test('a partner hears of no buyer, no price and no contract, and a buyer of no partner and no campaign', async () => {
  const { market, buyer, partner } = await scene();
  const [sent, bought] = [(await partner.get('/api/partner/today')).text, (await buyer.get('/api/buyer/today')).text];
  const [sold] = market.buyers;
  for (const secret of [sold?.buyerId, sold?.contractId, '20.00', '40.00', 'Buyer'])
    assert.ok(!sent.includes(String(secret)), `a partner hears of ${secret}`);
  for (const secret of [market.partnerId, market.campaignId, '"5.00"', '"10.00"', 'artner'])
    assert.ok(!bought.includes(secret), `a buyer hears of ${secret}`);
});

test('what belongs to another buyer, partner or tenant counts nowhere', async () => {
  const other = await place().market({ buyers: [{}] });
  const buyer = await keyOf({ buyerId: other.buyers[0]?.buyerId });
  const partner = await keyOf({ partnerId: other.partnerId });
  assert.equal((await dayOf(buyer, '/api/buyer/today')).totals.bought, 0);
  const sent = await dayOf(partner, '/api/partner/today');
  assert.deepEqual([sent.totals.leads, sent.totals.rejectedPosts, sent.byCampaign], [0, 0, []]);
  const stranger = await place().app.tenant();
  const told = await dayOf(stranger.admin);
  assert.deepEqual([told.totals.leads, told.totals.revenue, told.totals.acceptRate], [0, '0.00', null]);
  assert.deepEqual([told.byCampaign, told.byBuyer, told.totals.latencyP95Ms], [[], [], null]);
});

test('yesterday counts beside today up to the same time, and can be asked for itself', async () => {
  const { app } = place();
  const { admin, tenantId } = await app.tenant();
  const market = await startMarket(app, admin, { buyers: [{}] });
  await market.post();
  const now = new Date();
  const today = calendarDay(now, ZONE);
  const yesterday = addDays(today, -1);
  // One lead of yesterday's first instant, and one of its last.
  for (const at of [startOfDay(yesterday, ZONE), new Date(startOfDay(today, ZONE).getTime() - 1)])
    await app.owner.query({
      text: `INSERT INTO leads SELECT (jsonb_populate_record(l, jsonb_build_object('lead_id', gen_random_uuid(),
          'number', l.number + extract(epoch FROM $2::timestamptz)::bigint, 'received_at', $2::timestamptz))).*
        FROM leads AS l WHERE tenant_id = $1 ORDER BY number LIMIT 1`,
      values: [tenantId, at],
    });
  const told = await dayOf(admin);
  assert.deepEqual([told.totals.leads, told.before.leads], [1, 1]);
  const before = await dayOf(admin, `/api/v1/today?day=${yesterday}`);
  assert.deepEqual([before.day, before.totals.leads, before.before.leads], [yesterday, 2, 0]);
  assert.equal(before.asOf, startOfDay(today, ZONE).toISOString());
  assert.deepEqual([before.hours[0].leads, before.hours.at(-1).leads], [1, 1]);
  await market.stop();
});

/** Fills so many posts of a minute ago into a tenant's log. */
async function fillPosts(tenantId: string, posts: number): Promise<void> {
  await place().app.owner.query({
    text: `INSERT INTO posting_log (tenant_id, id, at, endpoint, outcome, http_status, code, duration_ms, request_id)
      SELECT $1, gen_random_uuid(), $2, '/api/v1/leads/submit', 'rejected', 400, 'filled_in', 10, 'r' || n
      FROM generate_series(1, $3) AS n`,
    values: [tenantId, startOfDay(calendarDay(new Date(), ZONE), ZONE), posts],
  });
}

test('staff share the answer of a day of many leads while it is fresh, and no other tenant sees it', async () => {
  const [{ admin, tenantId }, other] = [await place().app.tenant(), await place().app.tenant()];
  await fillPosts(tenantId, 20_000);
  await fillPosts(other.tenantId, 10_000);
  const made = await admin.post('/api/v1/auth/api-keys', { name: 'Another one of staff', scopes: ['routing'] });
  const [first, again, others] = [
    await dayOf(admin),
    await dayOf(place().app.client(made.json.data.key)),
    await dayOf(other.admin),
  ];
  assert.equal(first.totals.refused, 20_000);
  assert.deepEqual(again, first);
  assert.equal(others.totals.refused, 10_000);
  const yesterday = addDays(first.day, -1);
  assert.equal((await dayOf(admin, `/api/v1/today?day=${yesterday}`)).totals.refused, 0);
});

test('a day that is none, has not begun or lies too far back is refused by name', async () => {
  const today = calendarDay(new Date(), ZONE);
  for (const [day, rule] of [
    ['soon', 'format'],
    [addDays(today, 1), 'in_future'],
    [addDays(today, -401), 'too_old'],
  ] as const) {
    const answer = await place().admin.get(`/api/v1/today?day=${day}`);
    assert.equal(answer.status, 400, answer.text);
    assert.equal(answer.json.error.details.fields[0].rule, rule);
  }
});

assertNoProblems(place);
