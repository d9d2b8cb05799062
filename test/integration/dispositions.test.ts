import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Answer, Client } from '../kit/client.ts';
import type { Market, MarketSpec } from '../kit/market.ts';
import { keyFor, type PartyKey } from '../kit/parties.ts';
import { assertNoProblems, testPlace } from '../kit/place.ts';
import { bareOf, names } from '../kit/refusals.ts';

const place = testPlace();

const query = <T extends object>(text: string, values: readonly unknown[]): Promise<T[]> =>
  place().app.owner.query<T>({ text, values: [...values] });
const keyOf = (m: Market, index = 0): Promise<PartyKey> =>
  keyFor(place().app, place().admin, { buyerId: String(m.buyers[index]?.buyerId) });
const nobody = (): Client => place().app.client('');

interface Sold {
  readonly m: Market;
  readonly leadId: string;
  readonly saleId: string;
}

async function sold(contract: object = {}, more: Partial<MarketSpec> = {}): Promise<Sold> {
  const m = await place().market({ buyers: [{ contract: { price: '30.00', ...contract } }], ...more });
  const answer = await m.post();
  assert.equal(answer.json.result, 'success', answer.text);
  const { leadId } = answer.json;
  const [sale] = await query<{ id: string }>('SELECT sale_id AS id FROM sales WHERE lead_id = $1', [leadId]);
  return { m, leadId, saleId: String(sale?.id) };
}

const postback = (client: Client, saleId: string, more: Record<string, string> = {}): Promise<Answer> =>
  client.get(`/api/v1/postback?${new URLSearchParams({ saleId, ...more }).toString()}`);

const saidOf = async (leadId: string): Promise<unknown[]> =>
  (await place().admin.get(`/api/v1/leads/${leadId}/dispositions`)).json.data.map(
    (row: Record<string, unknown>) => `${String(row['status'])}/${String(row['substatus'])}/${String(row['source'])}`,
  );
const statusOf = async (leadId: string): Promise<string> =>
  (await place().admin.get(`/api/v1/leads/${leadId}`)).json.data.status;
const owedOf = async ({ m }: Sold): Promise<number | undefined> =>
  (
    await query<{ cents: number }>('SELECT committed_cents::int AS cents FROM buyer_credit WHERE buyer_id = $1', [
      m.buyers[0]?.buyerId,
    ])
  )[0]?.cents;

test('a buyer says by an address alone what became of a lead; said again, nothing is kept', async () => {
  const { m, saleId, leadId } = await sold();
  const { key } = await keyOf(m);
  const first = await postback(nobody(), saleId, { key, disposition: 'No answer', dispoReason: 'voicemail' });
  assert.equal(first.status, 200, first.text);
  const { dispositionId, ...rest } = first.json.data;
  const named = { saleId, leadId, buyerId: m.buyers[0]?.buyerId };
  const flags = { cpaTriggered: false, returnTriggered: false, cpaReversed: false, unmapped: true };
  assert.deepEqual(rest, { ...named, ...flags, idempotent: false });
  const again = await postback(nobody(), saleId, { key, disposition: 'no_answer', dispoReason: 'voicemail' });
  assert.deepEqual(again.json.data, { ...named, ...flags, dispositionId, idempotent: true });
  const posted = await nobody().post(`/api/v1/postback?saleId=${saleId}&key=${key}`, undefined);
  assert.deepEqual([posted.status, posted.json.data?.idempotent], [200, false], posted.text);
  assert.deepEqual(await saidOf(leadId), ['converted/null/postback', 'no_answer/voicemail/postback']);
  const now = await place().admin.get(`/api/v1/leads/${leadId}/crm-status`);
  assert.deepEqual(
    now.json.data.map((row: Record<string, unknown>) => [row['buyerId'], row['status']]),
    [[m.buyers[0]?.buyerId, 'converted']],
  );
  const events = await query<{ outcome: string }>(
    `SELECT outcome FROM audit_events WHERE action = 'lead.disposition' AND $1 = ANY (entity_ids)`,
    [leadId],
  );
  assert.equal(events.length, 3);
});

test('of equal words at once one is kept, and of different ones all', async () => {
  const { m, saleId, leadId } = await sold();
  const { client } = await keyOf(m);
  const same = await Promise.all([1, 2, 3, 4].map(() => postback(client, saleId, { disposition: 'contacted' })));
  assert.equal(same.filter(({ json }) => json.data.idempotent).length, 3);
  assert.equal(new Set(same.map(({ json }) => json.data.dispositionId)).size, 1);
  await Promise.all(['booked', 'showed'].map((disposition) => postback(client, saleId, { disposition })));
  assert.equal((await saidOf(leadId)).length, 3);
});

test('a word that the contract takes for a return returns the lead, once, and in time alone', async () => {
  const words = { returnDispositions: ['wrong_number', 'duplicate'] };
  const one = await sold(words);
  const { client } = await keyOf(one.m);
  const answers = await Promise.all(
    ['wrong number', 'wrong-number', 'duplicate'].map((disposition) => postback(client, one.saleId, { disposition })),
  );
  assert.equal(answers.filter(({ json }) => json.data.returnTriggered && !json.data.idempotent).length, 1);
  assert.ok(answers.every(({ json }) => json.data.unmapped === false));
  assert.deepEqual([await statusOf(one.leadId), await owedOf(one)], ['returned', 0]);
  const [trail] = await query<{ total: number }>(
    `SELECT count(*)::int AS total FROM audit_events WHERE action = 'lead.return' AND $1 = ANY (entity_ids)`,
    [one.leadId],
  );
  assert.equal(trail?.total, 1);
  const late = await sold(words);
  await query(`UPDATE sales SET settled_at = now() - interval '80 hours' WHERE sale_id = $1`, [late.saleId]);
  const kept = await postback((await keyOf(late.m)).client, late.saleId, { disposition: 'duplicate' });
  assert.deepEqual([kept.status, kept.json.data.returnTriggered], [200, false], kept.text);
  const never = await sold({ ...words, acceptsReturns: false });
  const buyerId = never.m.buyers[0]?.buyerId;
  const said = await place().admin.put(`/api/v1/leads/${never.leadId}/crm-status`, { buyerId, status: 'duplicate' });
  assert.deepEqual([said.status, said.json.data.returnTriggered], [200, false], said.text);
  for (const { leadId } of [late, never]) assert.equal(await statusOf(leadId), 'sold');
  for (const stands of [late, never]) assert.equal(await owedOf(stands), 3000);
});

test('without a key, with a wrong one or another’s, a sale is not told from none', async () => {
  const { m, saleId, leadId } = await sold();
  const other = await sold();
  const { key, client } = await keyOf(m);
  const stranger = await keyOf(other.m);
  assert.equal((await postback(nobody(), saleId)).status, 401);
  const wrong = `${key.slice(0, -1)}${key.endsWith('A') ? 'B' : 'A'}`;
  for (const bad of [wrong, 'x', '', 'pb_unknown_unknown'])
    assert.ok([400, 401].includes((await postback(client, saleId, { key: bad })).status), bad);
  assert.equal((await postback(client, saleId, { key: wrong })).status, 401);
  const missing = await postback(stranger.client, '018f0000-0000-7000-8000-000000000000');
  for (const foreign of [
    await postback(stranger.client, saleId),
    await postback(nobody(), saleId, { key: stranger.key }),
  ])
    assert.deepEqual([foreign.status, bareOf(foreign)], [404, bareOf(missing)]);
  const tenant = await place().app.tenant('Other');
  assert.equal((await postback(tenant.admin, saleId)).status, 404);
  const partner = await keyFor(place().app, place().admin, { partnerId: m.partnerId });
  const reading = await keyFor(place().app, place().admin, { buyerId: m.buyers[0]?.buyerId }, { readOnly: true });
  for (const refused of [partner, reading]) assert.equal((await postback(refused.client, saleId)).status, 403);
  for (const path of ['dispositions', 'crm-status']) {
    for (const far of [stranger.client, tenant.admin])
      assert.equal((await far.get(`/api/v1/leads/${leadId}/${path}`)).status, 404);
    assert.equal((await partner.client.get(`/api/v1/leads/${leadId}/${path}`)).status, 403);
  }
  assert.deepEqual(await saidOf(leadId), []);
});

test('of a lead with two buyers each says and sees its own, and staff see both', async () => {
  const { m, leadId } = await sold({}, { offer: { distributionType: 'multisell' }, buyers: [{}, {}] });
  const [one, two] = [await keyOf(m, 0), await keyOf(m, 1)];
  const [first, second] = m.buyers.map(({ buyerId }) => buyerId);
  const path = `/api/v1/leads/${leadId}/crm-status`;
  assert.equal((await one.client.put(path, { status: 'Booked' })).json.data.status, 'booked');
  assert.equal((await two.client.put(path, { buyerId: second, status: 'lost', substatus: 'Too far' })).status, 200);
  names(await one.client.put(path, { buyerId: second, status: 'lost' }), 'buyerId');
  names(await place().admin.put(path, { status: 'lost' }), 'buyerId');
  names(await place().admin.put(path, { buyerId: m.offerId, status: 'lost' }), 'buyerId');
  for (const status of ['5125550100', 'call 2125550100', 'avery@example.com', ''])
    names(await one.client.put(path, { status }), 'status');
  const seenBy = async (client: Client): Promise<unknown[]> =>
    (await client.get(path)).json.data.map((row: Record<string, unknown>) => [row['buyerId'], row['substatus']]);
  assert.deepEqual(await seenBy(one.client), [[first, null]]);
  assert.deepEqual(await seenBy(two.client), [[second, 'too_far']]);
  assert.equal((await seenBy(place().admin)).length, 2);
  assert.equal((await one.client.get(`/api/v1/leads/${leadId}/dispositions`)).json.pagination.total, 1);
});

test('nothing is said of a lead that nobody took, and nothing personal is asked for', async () => {
  const m = await place().market({ buyers: [{ behaviour: 'reject' }] });
  const { leadId } = (await m.post()).json;
  const [sale] = await query<{ id: string }>('SELECT sale_id AS id FROM sales WHERE lead_id = $1', [leadId]);
  const { client } = await keyOf(m);
  assert.equal((await postback(client, String(sale?.id))).status, 404);
  const buyerId = m.buyers[0]?.buyerId;
  const early = await place().admin.put(`/api/v1/leads/${leadId}/crm-status`, { buyerId, status: 'lost' });
  assert.equal(early.status, 409, early.text);
  names(await postback(client, String(sale?.id), { dateOfBirth: '1980-02-03' }), 'dateOfBirth');
});

test('a buyer that asks for the posting log is told where its deliveries are', async () => {
  const { m, leadId } = await sold();
  const { client } = await keyOf(m);
  for (const path of ['posting-log', `posting-log/${leadId}`]) {
    for (const who of [client, place().admin]) {
      const answer = await who.get(`/api/buyer/${path}`);
      assert.equal(answer.status, 403, answer.text);
      assert.match(answer.json.error.message, /GET \/api\/buyer\/deliveries/);
    }
  }
});

assertNoProblems(place);
