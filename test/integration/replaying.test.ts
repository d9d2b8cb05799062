import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Client } from '../kit/client.ts';
import type { Market, MarketSpec } from '../kit/market.ts';
import { assertNoProblems, testPlace } from '../kit/place.ts';
import { made, names, refused } from '../kit/refusals.ts';

const place = testPlace();
const MISSING = '00000000-0000-7000-8000-000000000000';

interface Money {
  readonly sales: number;
  readonly revenue: string;
  readonly payout: string;
  readonly margin: string;
}
type Row = Record<'actual' | 'control' | 'draft' | 'change', Money> & {
  readonly contractId: string | null;
  readonly contractName: string;
  readonly buyerId: string;
};

const replayOf = async (m: Market, body: object = {}, client: Client = place().admin) => {
  const answer = await client.post(`/api/v1/offers/${m.offerId}/replay`, body);
  assert.equal(answer.status, 200, answer.text);
  return answer.json.data;
};
const refusedReplay = (m: Market, body: object) => place().admin.post(`/api/v1/offers/${m.offerId}/replay`, body);

const moneyOf = ({ sales, revenue, payout, margin }: Money) => [sales, revenue, payout, margin].join(' ');
const rowOf = (data: { contracts: readonly Row[] }, contractId: string | null): string[] => {
  const row = data.contracts.find((one) => one.contractId === contractId);
  assert.ok(row);
  return [row.actual, row.control, row.draft, row.change].map(moneyOf);
};

/** A market whose leads came yesterday, a minute apart. */
async function marketOf(spec: MarketSpec, leads: readonly Record<string, unknown>[]): Promise<Market> {
  const m = await place().market(spec);
  for (const more of leads) assert.equal((await m.post(m.lead(more))).status, 200);
  await place().app.owner.query({
    text: `UPDATE leads AS l SET received_at = date_trunc('day', now()) - interval '12 hours'
        + (SELECT count(*) FROM leads AS e WHERE e.offer_id = l.offer_id AND e.number < l.number) * interval '1 minute'
      WHERE offer_id = $1`,
    values: [m.offerId],
  });
  return m;
}

const TEXANS = [{}, {}, { state: 'CA', zipCode: '90210' }];

const twoBuyers = (): Promise<Market> =>
  marketOf(
    {
      buyers: [
        { contract: { name: 'Wide', price: '20.00' } },
        { contract: { name: 'Texan', price: '15.00', geoFilters: { states: ['TX'] } } },
      ],
    },
    TEXANS,
  );
const idsOf = (m: Market): [string, string] => [m.buyers[0]?.contractId ?? '', m.buyers[1]?.contractId ?? ''];

test('without drafts nothing changes, and what happened stands beside it', async () => {
  const m = await twoBuyers();
  const [wide, texan] = idsOf(m);
  const data = await replayOf(m);
  assert.deepEqual(data.sold, { actual: 3, control: 3, draft: 3, change: 0 });
  assert.deepEqual(rowOf(data, wide), [
    '3 60.00 15.00 45.00',
    '3 60.00 15.00 45.00',
    '3 60.00 15.00 45.00',
    '0 0.00 0.00 0.00',
  ]);
  assert.equal(rowOf(data, texan)[2], '0 0.00 0.00 0.00');
  assert.equal(moneyOf(data.totals.change), '0 0.00 0.00 0.00');
  assert.deepEqual(data.moves, { becameSold: 0, becameUnsold: 0, changedHands: 0, repriced: 0 });
  assert.deepEqual([data.because, data.samples], [[], []]);
  const { lastAt, ...leads } = data.leads;
  assert.ok(Date.parse(lastAt) > Date.parse(data.dateFrom));
  assert.deepEqual(leads, { inPeriod: 3, replayed: 3, leftOut: 0, isSampled: false, limit: 5000 });
});

test('raising one price moves the leads that it may have, and the money as computed by hand', async () => {
  const m = await twoBuyers();
  const [wide, texan] = idsOf(m);
  const data = await replayOf(m, { drafts: [{ contractId: texan, price: '25.00' }] });
  // Two Texans go for 25 instead of 20; the Californian stays. The partner gets 5 for each lead.
  assert.equal(moneyOf(data.totals.control), '3 60.00 15.00 45.00');
  assert.equal(moneyOf(data.totals.draft), '3 70.00 15.00 55.00');
  assert.equal(moneyOf(data.totals.change), '0 10.00 0.00 10.00');
  assert.deepEqual(rowOf(data, wide).slice(2), ['1 20.00 5.00 15.00', '-2 -40.00 -10.00 -30.00']);
  assert.deepEqual(rowOf(data, texan).slice(2), ['2 50.00 10.00 40.00', '2 50.00 10.00 40.00']);
  assert.deepEqual(data.moves, { becameSold: 0, becameUnsold: 0, changedHands: 2, repriced: 0 });
  assert.deepEqual(data.because[0].code, 'order');
  assert.equal(data.samples.length, 2);
  assert.match(data.samples[0].shortId, /^L-\d+$/);
  assert.deepEqual([data.samples[0].from, data.samples[0].to], [['Wide'], ['Texan']]);
  assert.deepEqual(
    data.buyers.map((row: { buyerId: string; draft: Money }) => [row.buyerId, row.draft.revenue]),
    [
      [m.buyers[0]?.buyerId, '20.00'],
      [m.buyers[1]?.buyerId, '50.00'],
    ],
  );
});

test('a cap holds in the draft, and what it turns away goes on or stays unsold, with the reason', async () => {
  const m = await twoBuyers();
  const [wide, texan] = idsOf(m);
  const capped = await replayOf(m, { drafts: [{ contractId: wide, dailyLeadCap: 1 }] });
  assert.deepEqual(rowOf(capped, wide)[2], '1 20.00 5.00 15.00');
  assert.deepEqual(rowOf(capped, texan)[2], '1 15.00 5.00 10.00');
  assert.deepEqual(capped.sold, { actual: 3, control: 3, draft: 2, change: -1 });
  assert.deepEqual(capped.moves, { becameSold: 0, becameUnsold: 1, changedHands: 1, repriced: 0 });
  assert.deepEqual(
    capped.because.map((row: { move: string; code: string; leads: number }) => [row.move, row.code, row.leads]),
    [
      ['became_unsold', 'cap_reached', 1],
      ['changed_hands', 'cap_reached', 1],
    ],
  );
  assert.deepEqual(
    capped.unsold.map(({ text: _text, ...row }: { text: string }) => row),
    [{ reason: 'cap_exceeded', control: 0, draft: 1, change: 1 }],
  );
});

test('the offer, a status, a pool, a contract that is not there yet and filters may be drafts too', async () => {
  const m = await twoBuyers();
  const [wide, texan] = idsOf(m);
  const many = await replayOf(m, { offer: { distributionType: 'multisell', maxSales: null } });
  assert.equal(moneyOf(many.totals.draft), '5 90.00 15.00 75.00');
  const paused = await replayOf(m, { drafts: [{ contractId: wide, status: 'paused' }] });
  assert.deepEqual(paused.sold, { actual: 3, control: 3, draft: 2, change: -1 });
  assert.equal(paused.because[0].code, 'contract_inactive');
  const last = await replayOf(m, { drafts: [{ contractId: wide, pool: 'fallback' }] });
  assert.equal(moneyOf(last.totals.draft), '3 50.00 15.00 35.00');
  const fresh = await replayOf(m, {
    drafts: [{ buyerId: m.buyers[1]?.buyerId, name: 'New', price: '50.00', demographicFilters: { minAge: 99 } }],
  });
  assert.deepEqual(rowOf(fresh, null), Array(4).fill('0 0.00 0.00 0.00'));
  const wider = await replayOf(m, {
    drafts: [{ buyerId: m.buyers[1]?.buyerId, name: 'New', price: '50.00', geoFilters: { zipCodes: ['902*'] } }],
  });
  assert.deepEqual(rowOf(wider, null).slice(2), ['1 50.00 5.00 45.00', '1 50.00 5.00 45.00']);
  assert.equal(wider.because[0].code, 'new');
  const closed = await replayOf(m, {
    drafts: [{ contractId: texan, price: '30.00', expiresAt: '2020-01-01T00:00:00Z' }],
  });
  assert.equal(moneyOf(closed.totals.change), '0 0.00 0.00 0.00');
});

test('the period and the number of leads are bounds, and tests and erased leads are not played', async () => {
  const m = await twoBuyers();
  const first = await replayOf(m, { limit: 2 });
  assert.deepEqual([first.leads.replayed, first.leads.inPeriod, first.leads.isSampled], [2, 3, true]);
  assert.equal(first.totals.draft.sales, 2);
  await m.post({ ...m.lead(), testMode: true });
  await place().app.owner.query({
    text: `UPDATE leads SET status = 'erased', sealed_identity = NULL, sealed_contact = NULL, sealed_health = NULL,
      sealed_other = NULL WHERE offer_id = $1 AND state = 'CA'`,
    values: [m.offerId],
  });
  const { leads, totals } = await replayOf(m);
  assert.deepEqual([leads.inPeriod, leads.replayed, leads.leftOut], [3, 2, 1]);
  assert.equal(totals.actual.sales, 2);
  const none = await replayOf(m, { dateFrom: '2026-01-01', dateTo: '2026-01-20' });
  assert.deepEqual([none.leads.inPeriod, none.leads.lastAt], [0, null]);
  names(await refusedReplay(m, { dateFrom: '2026-01-01', dateTo: '2026-02-20' }), 'dateFrom');
  names(await refusedReplay(m, { dateFrom: '2026-01-02', dateTo: '2026-01-01T00:00:00Z' }), 'dateTo');
  names(await refusedReplay(m, { dateFrom: 'last week' }), 'dateFrom');
});

test('foreign and wrong drafts are refused by name', async () => {
  const m = await twoBuyers();
  const other = await place().market({ buyers: [{}] });
  const [wide] = idsOf(m);
  const { admin: stranger } = await place().app.tenant();
  refused(await stranger.post(`/api/v1/offers/${m.offerId}/replay`, {}), 404, 'NOT_FOUND');
  const { id: strange } = await made(stranger, '/api/v1/buyers', { name: 'Strange buyer' });
  names(await refusedReplay(m, { drafts: [{ contractId: MISSING }] }), 'drafts.0.contractId');
  names(await refusedReplay(m, { drafts: [{ buyerId: strange, price: 1 }] }), 'drafts.0.buyerId');
  names(await refusedReplay(m, { drafts: [{ contractId: other.buyers[0]?.contractId }] }), 'drafts.0.contractId');
  names(
    await refusedReplay(m, {
      drafts: [{ contractId: wide }, { contractId: wide, geoFilters: { states: ['XX'] } }, { price: '1.00' }],
      offer: { distributionType: 'hybrid' },
    }),
    'drafts.1.contractId',
    'drafts.1.geoFilters.states.0',
    'drafts.2.contractId',
    'offer.maxSales',
  );
});

/** How many rows each table has, but for the audit trail and what a request itself is counted by. */
async function rowsOfAll(): Promise<Record<string, number>> {
  const { owner } = place().app;
  const tables = await owner.query<{ name: string }>({
    text: `SELECT c.relname AS name FROM pg_class AS c JOIN pg_namespace AS n ON n.oid = c.relnamespace
      WHERE c.relkind IN ('r', 'p') AND n.nspname = 'public' AND NOT c.relispartition ORDER BY 1`,
  });
  const counts: Record<string, number> = {};
  for (const { name } of tables.filter((one) => !/^audit_|request_counts/.test(one.name))) {
    const [row] = await owner.query<{ rows: number }>({ text: `SELECT count(*)::int AS rows FROM ${name}` });
    counts[name] = row?.rows ?? -1;
  }
  return counts;
}

test('nothing is written but the trail, which names offer, drafts, leads shown and classes', async () => {
  const m = await twoBuyers();
  const [wide] = idsOf(m);
  await replayOf(m);
  const before = await rowsOfAll();
  assert.ok((before['sales'] ?? 0) > 0);
  const usage = { text: 'SELECT * FROM cap_usage ORDER BY owner_id, day' };
  const counted = await place().app.owner.query(usage);
  const data = await replayOf(m, { drafts: [{ contractId: wide, demographicFilters: { minAge: 60 } }] });
  assert.equal(data.moves.changedHands + data.moves.becameUnsold, 3);
  assert.deepEqual(await rowsOfAll(), before);
  assert.deepEqual(await place().app.owner.query(usage), counted);
  const [event] = await place().app.owner.query<{ ids: string[]; classes: string[]; detail: object }>({
    text: `SELECT entity_ids AS ids, phi_classes AS classes, detail FROM audit_events
      WHERE action = 'offer.replay' ORDER BY event_id DESC LIMIT 1`,
  });
  assert.deepEqual(event?.classes, ['identity']);
  assert.deepEqual(event.detail, { looked: 3, opened: 3 });
  const buyerIds = m.buyers.map(({ buyerId }) => buyerId);
  const leadIds = data.samples.map(({ leadId }: { leadId: string }) => leadId);
  const shown: string[] = [m.offerId, ...idsOf(m), ...buyerIds, ...leadIds];
  assert.deepEqual(event.ids.toSorted(), shown.toSorted());
  const text = JSON.stringify(data);
  for (const word of ['Avery', 'Bennett', 'example.com', '1980-02-03', '78701']) assert.ok(!text.includes(word), word);
});

test('who may not see a field draws no drafts of it, and who may not try leads replays none', async () => {
  const m = await twoBuyers();
  const [, texan] = idsOf(m);
  const key = await made(place().admin, '/api/v1/auth/api-keys', { name: 'No personal data', piiAccess: false });
  const blind = place().app.client(key.key);
  const path = `/api/v1/offers/${m.offerId}/replay`;
  const drafts = [{ contractId: texan, demographicFilters: { minAge: 65 } }];
  refused(await blind.post(path, { drafts }), 403, 'FORBIDDEN');
  const data = await replayOf(m, { drafts: [{ contractId: texan, price: '25.00' }] }, blind);
  assert.equal(data.moves.changedHands, 2);
  refused(await m.posting.post(path, {}), 403, 'FORBIDDEN');
});

test('turns go round, duplicates stay refused, and bids are those of then', async () => {
  const turns = await marketOf({ rule: 'round_robin', buyers: [{}, {}] }, [{}, {}, {}, {}]);
  const even = await replayOf(turns);
  assert.deepEqual(
    even.contracts.map((row: Row) => row.control.sales),
    [2, 2],
  );
  const m = await marketOf(
    { buyers: [{ bids: { bid: '40.00' }, contract: { minimumBidFloor: '10.00' } }, { contract: { price: '30.00' } }] },
    [{}, {}],
  );
  const [, fixed] = idsOf(m);
  const bid = await replayOf(m, { drafts: [{ contractId: fixed, price: '45.00' }] });
  assert.equal(moneyOf(bid.totals.control), '2 80.00 10.00 70.00');
  assert.equal(moneyOf(bid.totals.draft), '2 90.00 10.00 80.00');
  const people = { email: 'again@example.com', phone: '5125550100' };
  const again = await marketOf(
    {
      buyers: [
        { contract: { price: '30.00', dedupEnabled: true, dedupWindowDays: 30 } },
        { contract: { price: '10.00' } },
      ],
    },
    [people, {}],
  );
  const [picky] = idsOf(again);
  const kept = await place().app.owner.query<{ verdicts: { contractId: string; reason?: string }[] }>({
    text: `SELECT d.verdicts FROM decisions AS d JOIN leads AS l ON l.lead_id = d.lead_id WHERE l.offer_id = $1
      ORDER BY l.number`,
    values: [again.offerId],
  });
  assert.equal(kept.length, 2);
  await place().app.owner.query({
    text: `UPDATE decisions SET verdicts = (SELECT jsonb_agg(CASE WHEN v ->> 'contractId' = $2
          THEN v - 'rank' || '{"outcome": "refused", "reason": "duplicate"}' ELSE v END)
        FROM jsonb_array_elements(verdicts) AS v)
      WHERE lead_id = (SELECT lead_id FROM leads WHERE offer_id = $1 ORDER BY number LIMIT 1)`,
    values: [again.offerId, picky],
  });
  const spared = await replayOf(again, { drafts: [{ contractId: picky, price: '50.00' }] });
  assert.deepEqual(rowOf(spared, picky).slice(1, 3), ['1 30.00 5.00 25.00', '1 50.00 5.00 45.00']);
});

assertNoProblems(place);
