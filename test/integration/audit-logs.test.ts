import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { newId } from '../../src/kernel/ids.ts';
import { startApp, type TestApp } from '../kit/app.ts';
import type { Client } from '../kit/client.ts';
import { bareOf, made, names, refused } from '../kit/refusals.ts';

let app: TestApp;
let admin: Client;
let foreign: Client;

before(async () => {
  app = await startApp();
  ({ admin } = await app.tenant());
  foreign = (await app.tenant()).admin;
});
after(async () => {
  await app.stop();
  assert.deepEqual(app.problems, []);
});

const L = '/api/v1/audit-logs';
const actions = async (query: string, client = admin): Promise<string[]> =>
  (await client.get(`${L}?${query}`)).json.data.map((row: { action: string }) => row.action);

test('switching a partner off with its campaigns names the campaigns too', async () => {
  const partner = await made(admin, '/api/v1/partners', { name: 'Switched off' });
  const vertical = await made(admin, '/api/v1/verticals', { name: 'Dental', slug: 'dental-off' });
  const body = { name: 'With it', partnerId: partner.id, verticalId: vertical.id };
  const campaign = await made(admin, '/api/v1/campaigns', body);
  const off = { status: 'inactive', deactivateChildren: true };
  const answer = await admin.patch(`/api/v1/partners/${partner.id}`, off);
  assert.equal(answer.json.deactivatedCampaigns, 1, answer.text);
  const [event] = (await admin.get(`${L}?entityId=${partner.id}&action=partner.update`)).json.data;
  assert.deepEqual(event.entityIds, [partner.id, campaign.id]);
});

test('the trail is read by entity, action, actor and time, newest first, and page by page', async () => {
  const partner = await made(admin, '/api/v1/partners', { name: 'Partner' });
  await admin.patch(`/api/v1/partners/${partner.id}`, { status: 'paused' });
  await admin.get(`/api/v1/partners/${partner.id}`);
  assert.deepEqual(await actions(`entityId=${partner.id}`), ['partner.read', 'partner.update', 'partner.create']);
  assert.deepEqual(await actions(`entityId=${partner.id}&action=partner.update`), ['partner.update']);
  assert.deepEqual(await actions(`entityId=${partner.id}&entityType=campaign`), []);
  const page = (await admin.get(`${L}?entityId=${partner.id}&limit=1&offset=1`)).json;
  assert.deepEqual(page.pagination, { total: 3, limit: 1, offset: 1, hasMore: true });
  const [event] = page.data;
  assert.equal(event.action, 'partner.update');
  assert.deepEqual(event.entityIds, [partner.id]);
  assert.equal(event.actorKind, 'staff');
  assert.equal(event.outcome, 'done');
  assert.equal(event.ipAddress, '127.0.0.1');
  assert.deepEqual(event.details, { fields: ['status'] });
  assert.equal((await actions(`entityId=${partner.id}&userId=${event.userId}`)).length, 3);
  assert.deepEqual(await actions(`entityId=${partner.id}&userId=${newId()}`), []);
  assert.deepEqual(await actions(`entityId=${partner.id}&dateTo=2020-01-01`), []);
  assert.equal(
    (await actions(`entityId=${partner.id}&dateFrom=${new Date(Date.now() - 60_000).toISOString()}`)).length,
    3,
  );
  const one = (await admin.get(`${L}/${event.id}`)).json.data;
  assert.deepEqual(one, event);
});

test('a refusal stands in the trail, and so does reading it', async () => {
  refused(await admin.get(`/api/v1/partners/${newId()}`), 404, 'NOT_FOUND');
  const [refusal] = (await admin.get(`${L}?action=partner.read&limit=1`)).json.data;
  assert.equal(refusal.outcome, 'refused');
  assert.deepEqual(refusal.details, { code: 'NOT_FOUND' });
  assert.ok((await actions('action=audit.list')).length > 0);
});

test('filters that are none are named', async () => {
  names(await admin.get(`${L}?entityId=x&userId=y&colour=red`), 'entityId', 'userId', 'colour');
  names(await admin.get(`${L}?dateFrom=yesterday`), 'dateFrom');
});

test('only staff reads the trail, and only its own', async () => {
  const partner = await made(foreign, '/api/v1/partners', { name: 'Theirs' });
  const [event] = (await foreign.get(`${L}?entityId=${partner.id}`)).json.data;
  assert.deepEqual(await actions(`entityId=${partner.id}`), []);
  assert.equal(bareOf(await admin.get(`${L}/${event.id}`)), bareOf(await admin.get(`${L}/${newId()}`)));
  const own = await made(admin, '/api/v1/partners', { name: 'Own' });
  const { key } = await made(admin, '/api/v1/auth/api-keys', { name: 'p', partnerId: own.id });
  refused(await app.client(key).get(L), 403, 'FORBIDDEN');
});
