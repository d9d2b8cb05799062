import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Client } from '../kit/client.ts';
import { keyFor, uncertainSale } from '../kit/parties.ts';
import { personOf } from '../kit/people.ts';
import { assertNoProblems, testPlace } from '../kit/place.ts';
import { names, refused } from '../kit/refusals.ts';

const place = testPlace();

const ALL = '/api/v1/deliveries';
const OWN = '/api/buyer/deliveries';

interface Row {
  readonly id: string;
  readonly leadId: string;
  readonly buyerId: string;
  readonly outcome: string;
  readonly saleStatus: string;
}

async function listOf(client: Client, path: string): Promise<Row[]> {
  const answer = await client.get(path);
  assert.equal(answer.status, 200, answer.text);
  return answer.json.data;
}

test('an attempt is shown with its lead, contract, outcome and price, and with nothing of the person', async () => {
  const m = await place().market({ buyers: [{}] });
  const lead = m.lead({ firstName: 'Phimarker' });
  const { leadId } = (await m.post(lead)).json;
  const answer = await place().admin.get(`${ALL}?leadId=${leadId}`);
  const [row, ...more] = answer.json.data;
  assert.deepEqual(more, []);
  const [buyer] = m.buyers;
  const { id, startedAt, durationMs, contractName, ...rest } = row;
  const { data: sold } = (await place().admin.get(`/api/v1/leads/${leadId}`)).json;
  const [won] = await place().waterfallOf(leadId);
  assert.deepEqual(rest, {
    attemptId: id,
    deliveryId: won?.saleId,
    saleId: won?.saleId,
    leadId,
    shortId: sold.shortId,
    contractId: buyer?.contractId,
    buyerId: buyer?.buyerId,
    number: 1,
    outcome: 'accepted',
    reason: rest.reason,
    httpStatus: 200,
    saleStatus: 'settled',
    price: '20.00',
  });
  assert.match(contractName, /^Contract \d+$/);
  assert.ok(durationMs >= 0 && !Number.isNaN(Date.parse(startedAt)));
  for (const value of [lead['firstName'], lead['email'], lead['phone']])
    assert.ok(!answer.text.includes(String(value)));
});

test('the list goes by buyer, contract, outcome and day, newest first', async () => {
  const m = await place().market({ buyers: [{ behaviour: 'reject', contract: { price: '30.00' } }, {}] });
  const { leadId } = (await m.post()).json;
  const [first, second] = m.buyers;
  const rows = await listOf(place().admin, `${ALL}?leadId=${leadId}`);
  assert.deepEqual(
    rows.map(({ buyerId, outcome, saleStatus }) => [buyerId, outcome, saleStatus]),
    [
      [second?.buyerId, 'accepted', 'settled'],
      [first?.buyerId, 'rejected', 'released'],
    ],
  );
  const only = async (query: string) => (await listOf(place().admin, `${ALL}?leadId=${leadId}&${query}`)).length;
  assert.equal(await only(`buyerId=${first?.buyerId}`), 1);
  assert.equal(await only(`contractId=${second?.contractId}`), 1);
  assert.equal(await only('outcome=rejected'), 1);
  assert.equal(await only('outcome=under_way'), 0);
  const today = new Date().toISOString().slice(0, 10);
  assert.equal(await only(`dateFrom=${today}&dateTo=${today}`), 2);
  assert.equal(await only('dateFrom=2100-01-01'), 0);
  names(await place().admin.get(`${ALL}?outcome=lost&leadId=1`), 'outcome', 'leadId');
});

test('page after page shows each attempt once, also when new ones come meanwhile', async () => {
  const m = await place().market({ buyers: [{}] });
  for (let count = 0; count < 5; count += 1) await m.post();
  const path = `${ALL}?contractId=${m.buyers[0]?.contractId}`;
  const before = (await listOf(place().admin, path)).map(({ id }) => id);
  assert.equal(before.length, 5);
  const seen: string[] = [];
  let cursor: string | null = '';
  for (let pages = 0; cursor !== null && pages < 10; pages += 1) {
    const { json } = await place().admin.get(
      `${path}&limit=2${cursor === '' ? '' : `&cursor=${encodeURIComponent(cursor)}`}`,
    );
    seen.push(...json.data.map((row: Row) => row.id));
    assert.equal(json.pagination.hasMore, json.pagination.cursor !== null);
    cursor = json.pagination.cursor;
    await m.post();
  }
  assert.deepEqual(seen, before);
  names(await place().admin.get(`${path}&cursor=nonsense`), 'cursor');
});

test('a buyer sees its own attempts, by key and in person, and no short id of a lead', async () => {
  const { app, admin, tenantId } = place();
  const m = await place().market({ buyers: [{ behaviour: 'reject', contract: { price: '30.00' } }, {}] });
  const { leadId } = (await m.post()).json;
  const [first, second] = m.buyers;
  const key = (await keyFor(app, admin, { buyerId: first?.buyerId })).client;
  const person = (await personOf(app, { tenantId, role: 'buyer', buyerId: String(first?.buyerId) })).client;
  for (const client of [key, person]) {
    const rows = (await client.get(OWN)).json.data;
    assert.deepEqual(
      rows.map((row: Row & { shortId: null }) => [row.leadId, row.buyerId, row.outcome, row.shortId]),
      [[leadId, first?.buyerId, 'rejected', null]],
    );
    assert.deepEqual(await listOf(client, `${OWN}?buyerId=${second?.buyerId}`), []);
    refused(await client.get(ALL), 403, 'FORBIDDEN');
  }
  const stranger = (await app.tenant()).admin;
  assert.deepEqual(await listOf(stranger, ALL), []);
});

test('what is uncertain says so, until a person has found out', async () => {
  const { admin } = place();
  const m = await place().market({ buyers: [{ contract: { uncertainPolicy: 'hold' } }] });
  const saleId = await uncertainSale({ market: m, admin });
  const path = `${ALL}?contractId=${m.buyers[0]?.contractId}&outcome=uncertain`;
  assert.deepEqual(
    (await listOf(admin, path)).map(({ saleStatus }) => saleStatus),
    ['uncertain'],
  );
  await admin.post(`/api/v1/sales/${saleId}/resolve`, { outcome: 'accepted' });
  assert.deepEqual(
    (await listOf(admin, path)).map(({ saleStatus }) => saleStatus),
    ['settled'],
  );
});

assertNoProblems(place);
