import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Answer, Client } from '../kit/client.ts';
import { assertNoProblems, testPlace } from '../kit/place.ts';

const place = testPlace();

interface Listed {
  readonly id: string;
  readonly createdAt: string;
}

/** All pages of a list, by cursor, and how many there were. */
async function allPages(client: Client, query: string): Promise<{ leads: Listed[]; pages: number }> {
  const leads: Listed[] = [];
  let cursor: string | null = '';
  let pages = 0;
  while (cursor !== null) {
    const answer: Answer = await client.get(`/api/v1/leads?${query}&cursor=${encodeURIComponent(cursor)}`);
    assert.equal(answer.status, 200, answer.text);
    const { data, pagination } = answer.json;
    assert.deepEqual([pagination.total, pagination.hasMore], [null, pagination.nextCursor !== null]);
    leads.push(...data);
    cursor = pagination.nextCursor;
    pages += 1;
  }
  return { leads, pages };
}

const idsOf = (leads: readonly Listed[]): string[] => leads.map(({ id }) => id);
const newestFirst = (leads: readonly Listed[]): Listed[] =>
  leads.toSorted((a, b) => (a.createdAt === b.createdAt ? (a.id < b.id ? 1 : -1) : a.createdAt < b.createdAt ? 1 : -1));

/** Keys of a buyer or of a partner. */
async function keyOf(binding: object): Promise<Client> {
  const answer = await place().admin.post('/api/v1/auth/api-keys', { name: 'k', piiAccess: true, ...binding });
  assert.equal(answer.status, 200, answer.text);
  return place().app.client(answer.json.data.key);
}

const faultOf = ({ status, text, json }: Answer): string => {
  assert.equal(status, 400, text);
  const [fault] = json.error.details.fields;
  return `${fault.field} ${fault.rule}`;
};

test('pages by cursor hold every lead once, newest first, whoever asks, also leads of the same instant', async () => {
  const m = await place().market({ buyers: [{}] });
  await Promise.all(Array.from({ length: 7 }, () => m.post()));
  const all = await place().admin.get(`/api/v1/leads?campaignId=${m.campaignId}`);
  assert.equal(all.json.pagination.total, 7);
  assert.deepEqual(Object.keys(all.json.pagination), ['total', 'limit', 'offset', 'hasMore']);
  for (const [client, query] of [
    [place().admin, `campaignId=${m.campaignId}`],
    [await keyOf({ partnerId: m.partnerId }), ''],
    [await keyOf({ buyerId: m.buyers[0]?.buyerId }), ''],
  ] as const) {
    const { leads, pages } = await allPages(client, `${query}&limit=2`);
    assert.equal(pages, 4);
    assert.deepEqual(idsOf(leads).toSorted(), idsOf(all.json.data).toSorted());
    assert.deepEqual(
      leads.map(({ createdAt }) => createdAt),
      newestFirst(leads).map(({ createdAt }) => createdAt),
    );
  }
});

test('a lead that comes while somebody turns pages moves nothing', async () => {
  const m = await place().market({ buyers: [{}] });
  for (let count = 0; count < 4; count += 1) await m.post();
  const before = await allPages(place().admin, `campaignId=${m.campaignId}`);
  const first = await place().admin.get(`/api/v1/leads?campaignId=${m.campaignId}&limit=2&cursor=`);
  await m.post();
  const cursor = encodeURIComponent(first.json.pagination.nextCursor);
  const second = await place().admin.get(`/api/v1/leads?campaignId=${m.campaignId}&limit=2&cursor=${cursor}`);
  assert.deepEqual(idsOf([...first.json.data, ...second.json.data]), idsOf(before.leads));
});

test('a cursor that is broken, of other filters, of another tenant or of another list is refused by name', async () => {
  const m = await place().market({ buyers: [{}] });
  for (let count = 0; count < 3; count += 1) await m.post();
  const query = `campaignId=${m.campaignId}&limit=2`;
  const { nextCursor } = (await place().admin.get(`/api/v1/leads?${query}&cursor=`)).json.pagination;
  const ask = async (client: Client, more: string, cursor: string): Promise<string> =>
    faultOf(await client.get(`/api/v1/leads?${more}&cursor=${encodeURIComponent(cursor)}`));
  const { admin } = place();
  for (const broken of ['x', `${nextCursor}~`, nextCursor.slice(1), nextCursor.replace('T', ' ')])
    assert.equal(await ask(admin, query, broken), 'cursor format', broken);
  const other = await place().app.tenant();
  assert.equal(await ask(other.admin, query, nextCursor), 'cursor other_list');
  assert.equal(await ask(admin, `${query}&status=sold`, nextCursor), 'cursor other_list');
  assert.equal(await ask(admin, `${query}&offset=2`, nextCursor), 'offset not_with_cursor');
  const log = await admin.get('/api/admin/posting-log?limit=1');
  assert.equal(await ask(admin, query, log.json.pagination.nextCursor), 'cursor format');
  assert.equal(
    faultOf(await admin.get(`/api/admin/posting-log?cursor=${encodeURIComponent(nextCursor)}`)),
    'cursor format',
  );
});

test('leads are narrowed by who bought them, by whether they were sold, and by both together', async () => {
  const m = await place().market({ buyers: [{}, { behaviour: 'reject' }] });
  const [buyer, refusing] = m.buyers;
  const sold = [(await m.post()).json.leadId, (await m.post()).json.leadId];
  buyer?.simulator.control({ behaviour: 'reject' });
  const unsold = (await m.post()).json.leadId;
  const found = async (query: string): Promise<string[]> => {
    const whole = `campaignId=${m.campaignId}&${query}`;
    const byOffset = await place().admin.get(`/api/v1/leads?${whole}`);
    assert.equal(byOffset.status, 200, byOffset.text);
    assert.equal(byOffset.json.pagination.total, byOffset.json.data.length);
    const { leads } = await allPages(place().admin, `${whole}&limit=1`);
    assert.deepEqual(idsOf(leads), idsOf(byOffset.json.data), query);
    return idsOf(leads).toSorted();
  };
  const bought = sold.map(String).toSorted((a, b) => (a < b ? -1 : 1));
  for (const query of [
    `buyerId=${buyer?.buyerId}`,
    `contractId=${buyer?.contractId}`,
    `buyerId=${buyer?.buyerId}&contractId=${buyer?.contractId}&status=sold`,
    'isSold=true',
    'isSold=true&status=sold',
  ])
    assert.deepEqual(await found(query), bought, query);
  for (const query of ['isSold=false', 'isSold=false&status=rejected'])
    assert.deepEqual(await found(query), [unsold], query);
  for (const query of [
    `buyerId=${refusing?.buyerId}`,
    `contractId=${refusing?.contractId}`,
    `buyerId=${buyer?.buyerId}&contractId=${refusing?.contractId}`,
    `buyerId=${buyer?.buyerId}&isSold=false`,
    'isSold=true&status=rejected',
  ])
    assert.deepEqual(await found(query), [], query);
});

test('a lead that a buyer refused by one contract and bought by another stands once in its list', async () => {
  const m = await place().market({ buyers: [{}] });
  const [buyer] = m.buyers;
  assert.ok(buyer);
  const { leadId } = (await m.post()).json;
  await place().app.owner.query({
    text: `INSERT INTO sales SELECT (jsonb_populate_record(s, jsonb_build_object('sale_id', gen_random_uuid(),
        'exclusive', false, 'status', 'released', 'contract_id', c.id))).*
      FROM sales AS s, contracts AS c WHERE s.lead_id = $1 AND c.id = $2`,
    values: [leadId, (await place().market({ buyers: [{}] })).buyers[0]?.contractId],
  });
  const twice = await place().app.owner.query({ text: 'SELECT 1 FROM sales WHERE lead_id = $1', values: [leadId] });
  assert.equal(twice.length, 2);
  const { leads } = await allPages(place().admin, `buyerId=${buyer.buyerId}`);
  assert.deepEqual(idsOf(leads), [leadId]);
});

test('neither a buyer nor a partner may ask who bought a lead', async () => {
  const m = await place().market({ buyers: [{}] });
  const [buyer] = m.buyers;
  for (const binding of [{ partnerId: m.partnerId }, { buyerId: buyer?.buyerId }])
    for (const query of [`buyerId=${buyer?.buyerId}`, `contractId=${buyer?.contractId}`])
      assert.match(faultOf(await (await keyOf(binding)).get(`/api/v1/leads?${query}`)), / not_available$/);
});

test('a lead is found by an exact e-mail, phone or id in a body, and the trail says so', async () => {
  const m = await place().market({ buyers: [{}] });
  const lead = m.lead();
  const { leadId, data } = (await m.post(lead)).json;
  const { admin } = place();
  for (const body of [
    { email: String(lead['email']).toUpperCase() },
    { phone: String(lead['phone']) },
    { leadId },
    { leadId: data.shortId },
  ]) {
    const answer = await admin.post('/api/v1/leads/find', body);
    assert.equal(answer.status, 200, answer.text);
    const listed = await admin.get(`/api/v1/leads?search=${encodeURIComponent(Object.values(body)[0] ?? '')}`);
    assert.deepEqual(answer.json.data, listed.json.data);
    assert.deepEqual(idsOf(answer.json.data), [leadId]);
    assert.equal(answer.json.pagination.total, 1);
  }
  const events = await place().app.owner.query<{ detail: object }>({
    text: `SELECT detail FROM audit_events WHERE tenant_id = $1 AND action = 'lead.list' AND $2 = ANY(entity_ids)`,
    values: [place().tenantId, leadId],
  });
  assert.equal(events.length, 8);
  assert.ok(events.every(({ detail }) => JSON.stringify(detail) === '{"searched":true}'));
  assert.deepEqual((await admin.post('/api/v1/leads/find', { email: 'nobody@example.test' })).json.data, []);
});

test('what does not name exactly one thing to find, or not in full, is refused', async () => {
  const { admin } = place();
  for (const [body, fault] of [
    [{}, 'body exactly_one'],
    [{ email: 'a@example.test', phone: '+12025550123' }, 'body exactly_one'],
    [{ email: '+12025550123' }, 'email format'],
    [{ phone: 'a@example.test' }, 'phone format'],
    [{ leadId: 'a@example.test' }, 'leadId format'],
    [{ email: '' }, 'email format'],
  ] as const)
    assert.equal(faultOf(await admin.post('/api/v1/leads/find', body)), fault);
});

test('who may not search the list may find by the id of a lead only; a key that only reads may find', async () => {
  const m = await place().market({ buyers: [{}] });
  const lead = m.lead();
  const { leadId } = (await m.post(lead)).json;
  const email = String(lead['email']);
  const [buyerId, partnerId] = [m.buyers[0]?.buyerId, m.partnerId];
  for (const binding of [{ buyerId }, { partnerId }, { piiAccess: false }]) {
    const client = await keyOf(binding);
    assert.equal(faultOf(await client.post('/api/v1/leads/find', { email })), 'email not_available');
    assert.deepEqual(idsOf((await client.post('/api/v1/leads/find', { leadId })).json.data), [leadId]);
  }
  const reading = await keyOf({ readOnly: true });
  assert.deepEqual(idsOf((await reading.post('/api/v1/leads/find', { email })).json.data), [leadId]);
  const stranger = await place().market({ buyers: [{}] });
  const other = await keyOf({ partnerId: stranger.partnerId });
  assert.deepEqual((await other.post('/api/v1/leads/find', { leadId })).json.data, []);
});

assertNoProblems(place);
