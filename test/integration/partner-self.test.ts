import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { newId } from '../../src/kernel/ids.ts';
import { startApp, type TestApp } from '../kit/app.ts';
import type { Client } from '../kit/client.ts';
import { keyFor } from '../kit/parties.ts';
import { personOf } from '../kit/people.ts';
import { made, names, refused } from '../kit/refusals.ts';

const ME = '/api/partner/me';
const SETTINGS = '/api/partner/settings';

let app: TestApp;
let tenantId: string;
let admin: Client;
let partnerId: string;
let partner: Client;
let buyer: Client;

before(async () => {
  app = await startApp();
  ({ tenantId, admin } = await app.tenant());
  partnerId = (await made(admin, '/api/v1/partners', { name: 'Clicks' })).id;
  partner = (await keyFor(app, admin, { partnerId })).client;
  const { id: buyerId } = await made(admin, '/api/v1/buyers', { name: 'Buyer' });
  buyer = (await keyFor(app, admin, { buyerId })).client;
});
after(async () => {
  await app.stop();
  assert.deepEqual(app.problems, []);
});

const linesOf = ({ endpoints }: { endpoints: { method: string; path: string }[] }): string[] =>
  endpoints.map(({ method, path }) => `${method} ${path}`);

test('a partner hears who it is and what is open to it, and each of that it may call', async () => {
  const { data } = (await partner.get(ME)).json;
  assert.deepEqual(
    [data.partnerId, data.partnerName, data.role, data.authType],
    [partnerId, 'Clicks', 'partner', 'api_key'],
  );
  assert.ok(data.scopes.includes('routing'));
  const lines = linesOf(data);
  assert.ok(lines.includes(`GET ${ME}`) && lines.includes('GET /api/v1/campaigns/{campaignId}'));
  assert.ok(!lines.includes('POST /api/v1/partners') && !lines.includes('GET /api/superadmin/tenants'));
  for (const { method, path, description } of data.endpoints) {
    assert.ok(description.length > 0, path);
    // A feed goes on until somebody ends it.
    const asked = path.endsWith('/feed') ? `${path}?seconds=0` : path;
    if (method === 'GET' && !path.includes('{')) assert.notEqual((await partner.get(asked)).status, 403, path);
  }
});

test('what is listed goes by the caller: a reader’s list holds no change, a session says so', async () => {
  const reader = (await keyFor(app, admin, { partnerId }, { readOnly: true })).client;
  const read = (await reader.get(ME)).json.data;
  assert.ok(linesOf(read).every((line) => line.startsWith('GET ') || line === 'POST /api/v1/leads/find'));
  const person = (await personOf(app, { tenantId, role: 'partner', partnerId })).client;
  const seen = (await person.get(ME)).json.data;
  assert.deepEqual([seen.authType, seen.partnerId, seen.scopes], ['session', partnerId, []]);
  const staff = (await admin.get(ME)).json.data;
  assert.deepEqual([staff.partnerId, staff.partnerName, staff.role], [null, null, 'admin']);
  refused(await buyer.get(ME), 403, 'FORBIDDEN');
});

test('a partner chooses what it wants to be told of, and others keep theirs', async () => {
  assert.deepEqual((await partner.get(SETTINGS)).json, {
    data: { id: partnerId, partnerId, partnerName: 'Clicks', status: 'active', notifications: {} },
  });
  const first = await partner.put(SETTINGS, { notifications: { leadRejected: true, payoutMade: false } });
  assert.deepEqual(first.json.data.notifications, { leadRejected: true, payoutMade: false });
  const second = await partner.put(SETTINGS, { notifications: { payoutMade: true } });
  assert.deepEqual(second.json.data.notifications, { leadRejected: true, payoutMade: true });
  assert.deepEqual((await partner.get(SETTINGS)).json, second.json);
  const neighbour = (await made(admin, '/api/v1/partners', { name: 'Neighbour' })).id;
  const theirs = (await keyFor(app, admin, { partnerId: neighbour })).client;
  assert.deepEqual((await theirs.get(SETTINGS)).json.data.notifications, {});
  names(await partner.put(SETTINGS), 'notifications');
  names(await partner.put(SETTINGS, { notifications: { sms: true }, more: 1 }), 'notifications.sms', 'more');
  assert.equal((await admin.get(SETTINGS)).json.data.partnerId, null);
  for (const client of [admin, buyer])
    refused(await client.put(SETTINGS, { notifications: { payoutMade: true } }), 403, 'FORBIDDEN');
  refused(await buyer.get(SETTINGS), 403, 'FORBIDDEN');
});

test('a password is not changed here, and the answer says where', async () => {
  const answer = await partner.put(SETTINGS, { currentPassword: 'old', newPassword: 'new' });
  refused(answer, 410, 'GONE');
  assert.match(answer.json.error.message, /POST \/api\/v1\/auth\/password/);
});

test('a partner that is deleted takes its choices along', async () => {
  const gone = (await made(admin, '/api/v1/partners', { name: 'Gone' })).id;
  const { client } = await keyFor(app, admin, { partnerId: gone });
  assert.equal((await client.put(SETTINGS, { notifications: { postingError: true } })).status, 200);
  assert.equal((await admin.delete(`/api/v1/partners/${gone}`)).status, 200);
  const rows = await app.owner.query({ text: 'SELECT 1 FROM partner_settings WHERE partner_id = $1', values: [gone] });
  assert.deepEqual(rows, []);
});

test('instructions name our address, and the campaign that the caller may see', async () => {
  const path = '/api/v1/skills/partner-integration';
  const plain = (await partner.get(path)).json.data;
  assert.equal(plain.name, 'partner-integration');
  assert.match(plain.content, /curl https:\/\/localhost\/api\/v1\/leads\/submit/);
  const { id: verticalId } = await made(admin, '/api/v1/verticals', { name: 'Dental', slug: 'dental' });
  const campaign = await made(admin, '/api/v1/campaigns', { name: 'One', partnerId, verticalId });
  const named = (await partner.get(`${path}?campaignId=${campaign.id}`)).json.data;
  assert.ok(named.content.includes(`"campaignId": "${campaign.id}"`));
  const neighbour = (await made(admin, '/api/v1/partners', { name: 'Other' })).id;
  const theirs = (await keyFor(app, admin, { partnerId: neighbour })).client;
  for (const answer of [
    await theirs.get(`${path}?campaignId=${campaign.id}`),
    await partner.get(`${path}?campaignId=${newId()}`),
  ])
    refused(answer, 404, 'NOT_FOUND');
  names(await partner.get(`${path}?campaignId=1&more=2`), 'campaignId', 'more');
  const posting = app.client(campaign.postingKey);
  refused(await posting.get(path), 403, 'FORBIDDEN');
});

test('every step of the other instructions is a route that there is', async () => {
  const { data } = (await admin.get('/api/v1/skills/setup-vertical-campaign')).json;
  assert.equal(data.name, 'setup-vertical-campaign');
  const open = new Set(linesOf((await admin.get(ME)).json.data).map((line) => line.replaceAll(/\{\w+\}/g, '{id}')));
  const steps = [...data.content.matchAll(/(GET|POST|PATCH) (\/api\/[^`\s]*)/g)].map(
    ([, method, path]) => `${method} ${path}`,
  );
  assert.ok(steps.length >= 8, steps.join());
  assert.deepEqual(
    steps.filter((step) => !open.has(step)),
    ['POST /api/v1/leads/submit'],
  );
});
