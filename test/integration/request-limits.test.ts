import assert from 'node:assert/strict';
import { after, afterEach, before, test } from 'node:test';
import { startApp, type TestApp } from '../kit/app.ts';
import type { Answer, Client } from '../kit/client.ts';
import { personOf } from '../kit/people.ts';
import { made, refused } from '../kit/refusals.ts';

let app: TestApp;
let admin: Client;
let tenantId: string;
let minute = Date.parse('2026-06-01T10:00:00Z');

before(async () => {
  minute = Math.floor(Date.now() / 60_000) * 60_000;
  const clock = { now: () => new Date(minute + 20_000) };
  app = await startApp({ clock, rates: { refused: 20, open: 10, session: 15, buyer: 25 } });
  ({ admin, tenantId } = await app.tenant());
});
after(() => app.stop());
/** Every test has a minute of its own. */
afterEach(() => {
  minute += 60_000;
  assert.deepEqual(app.problems.splice(0), []);
});

const A = '/api/v1/auth/api-keys';

async function times(count: number, ask: () => Promise<Answer>): Promise<Record<string, number>> {
  const seen: Record<string, number> = {};
  for (let round = 0; round < count; round += 1) {
    const { status } = await ask();
    seen[status] = (seen[status] ?? 0) + 1;
  }
  return seen;
}

function assertTurnedAway(answer: Answer): void {
  refused(answer, 429, 'RATE_LIMITED');
  assert.equal(answer.headers['retry-after'], '40');
}

const eventsOf = async (keyId: string): Promise<number> => {
  const rows = await app.owner.query({ text: 'SELECT FROM audit_events WHERE actor_id = $1', values: [keyId] });
  return rows.length;
};

test('a key has the requests of its kind, or of its own limit, and then waits for the next minute', async () => {
  const buyer = await made(admin, '/api/v1/buyers', { name: 'Buyer' });
  const usual = await made(admin, A, { name: 'usual', buyerId: buyer.id });
  const small = await made(admin, A, { name: 'small', buyerId: buyer.id, rateLimitPerMinute: 3 });
  const calls = (key: string) => () => app.client(key).get('/api/v1/leads');
  assert.deepEqual(await times(30, calls(usual.key)), { 200: 25, 429: 5 });
  assert.deepEqual(await times(10, calls(small.key)), { 200: 3, 429: 7 });
  assertTurnedAway(await calls(small.key)());
  assert.equal(await eventsOf(small.id), 4, 'of the refusals the first one stands in the trail');
  minute += 60_000;
  assert.equal((await calls(small.key)()).status, 200);
});

test('the first post of a minute beyond the limit of its key stands in the posting log, with that limit', async () => {
  const partner = await made(admin, '/api/v1/partners', { name: 'Partner' });
  const campaign = await made(admin, '/api/v1/campaigns', { name: 'Campaign', partnerId: partner.id });
  const { key } = await made(admin, A, { name: 'posts', campaignId: campaign.id, rateLimitPerMinute: 2 });
  const post = () => app.client(key).post('/api/v1/leads/submit', {});
  assert.deepEqual(await times(6, post), { 400: 2, 429: 4 });
  const logged = async (): Promise<object[]> =>
    (await admin.get(`/api/admin/posting-log?campaignId=${campaign.id}&outcome=rate_limited`)).json.data;
  const rows = await logged();
  assert.equal(rows.length, 1, 'the rest of the minute is turned away');
  const { outcome, httpStatus, code, faults } = rows[0] as Record<string, unknown>;
  assert.deepEqual([outcome, httpStatus, code], ['rate_limited', 429, 'RATE_LIMITED']);
  assert.deepEqual(faults, [{ field: 'rateLimitPerMinute', rule: 'at_most_2' }]);
  minute += 60_000;
  assert.deepEqual(await times(3, post), { 400: 2, 429: 1 });
  assert.equal((await logged()).length, 2);
});

test('a person has one limit, over all sessions', async () => {
  const { client } = await personOf(app, { tenantId, role: 'owner' });
  assert.deepEqual(await times(18, () => client.get('/api/v1/buyers')), { 200: 15, 429: 3 });
});

test('a revoked key stops filling the trail, and those before nobody is known stop asking', async () => {
  const { id, key } = await made(admin, A, { name: 'gone' });
  assert.equal((await admin.delete(`${A}/${id}`)).status, 200);
  const gone = app.client(key);
  assert.deepEqual(await times(60, () => gone.get('/api/v1/leads')), { 401: 20, 429: 40 });
  assert.equal(await eventsOf(id), 20);
  assertTurnedAway(await app.client().get('/api/v1/leads'));
  assertTurnedAway(await app.client(`lr_live_${'0'.repeat(43)}`).get('/api/v1/leads'));
  assert.equal((await admin.get('/api/v1/leads')).status, 200, 'who was known a moment ago is still heard');
  minute += 60_000;
  assert.equal((await gone.get('/api/v1/leads')).status, 401);
});

test('many refused at the same time are no more than the limit in the trail', async () => {
  const { id, key } = await made(admin, A, { name: 'gone' });
  await admin.delete(`${A}/${id}`);
  const answers = await Promise.all(Array.from({ length: 100 }, () => app.client(key).get('/api/v1/leads')));
  assert.equal(answers.filter(({ status }) => status === 401).length, 20);
  assert.equal(await eventsOf(id), 20);
});

test('the ways in that are open to strangers have one limit for an address', async () => {
  const stranger = app.client();
  const ask = () => stranger.post('/api/v1/auth/sign-in', {});
  const seen = await times(15, ask);
  assert.deepEqual(seen, { 400: 10, 429: 5 });
  assertTurnedAway(await ask());
});
