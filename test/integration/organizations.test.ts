import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { newId } from '../../src/kernel/ids.ts';
import { startApp, type TestApp } from '../kit/app.ts';
import type { Client } from '../kit/client.ts';
import { personOf, superadminOf } from '../kit/people.ts';
import { made, names, refused } from '../kit/refusals.ts';

const PATH = '/api/admin/organizations';

let app: TestApp;
let tenantId: string;
let admin: Client;
let owner: Client;
let foreignId: string;

before(async () => {
  app = await startApp();
  ({ tenantId, admin } = await app.tenant('Our clinic'));
  ({ tenantId: foreignId } = await app.tenant('Another clinic'));
  owner = (await personOf(app, { tenantId, role: 'owner' })).client;
});
after(async () => {
  await app.stop();
  assert.deepEqual(app.problems, []);
});

test('an organization is the own tenant and no other', async () => {
  for (const client of [owner, admin]) {
    const list = await client.get(PATH);
    assert.equal(list.status, 200, list.text);
    assert.deepEqual([list.json.pagination.total, list.json.data[0].id], [1, tenantId]);
    const one = await client.get(`${PATH}/${tenantId}`);
    assert.deepEqual(one.json.data, list.json.data[0]);
    assert.equal(one.json.data.name, 'Our clinic');
    for (const id of [foreignId, newId()]) refused(await client.get(`${PATH}/${id}`), 404, 'NOT_FOUND');
  }
  for (const query of ['search=another', 'plan=starter', 'status=suspended', 'offset=1'])
    assert.deepEqual((await owner.get(`${PATH}?${query}`)).json.data, [], query);
  for (const query of ['search=clinic', 'plan=standard', 'status=active', 'limit=1'])
    assert.equal((await owner.get(`${PATH}?${query}`)).json.data.length, 1, query);
  names(await owner.get(`${PATH}?plan=gold&x=1`), 'plan', 'x');
});

test('an owner changes its name, settings and flags, and nothing that the installation decides', async () => {
  const at = `${PATH}/${tenantId}`;
  const answer = await owner.put(at, { name: 'Renamed', settings: { theme: 'dark' }, features: { calls: true } });
  assert.equal(answer.status, 200, answer.text);
  const { name, settings, features } = answer.json.data;
  assert.deepEqual(
    [name, settings, features],
    ['Renamed', { theme: 'dark', timeZone: 'America/Chicago' }, { calls: true }],
  );
  const merged = await owner.put(at, { settings: { font: 'large' }, features: { ivr: false } });
  assert.deepEqual(merged.json.data.settings, { theme: 'dark', font: 'large', timeZone: 'America/Chicago' });
  assert.deepEqual(merged.json.data.features, { calls: true, ivr: false });
  assert.equal(merged.json.data.name, 'Renamed');
  names(await owner.put(at), 'name', 'settings', 'features');
  const ruled = { plan: 'enterprise', status: 'active', slug: 'x', limits: {}, domain: 'a.example.com' };
  names(await owner.put(at, { ...ruled, more: 1 }), ...Object.keys(ruled), 'more');
  names(await owner.put(at, { settings: { apiKey: 'x' } }), 'settings.apiKey');
  names(await owner.put(at, { features: {} }), 'features');
  for (const id of [foreignId, newId()]) refused(await owner.put(`${PATH}/${id}`, { name: 'X' }), 404, 'NOT_FOUND');
});

test('flags are switched singly, and read by all who run the organization', async () => {
  const at = `${PATH}/${tenantId}/features`;
  const answer = await owner.patch(at, { feature: 'messaging', enabled: true });
  assert.equal(answer.json.data.messaging, true, answer.text);
  for (const client of [owner, admin]) {
    assert.deepEqual((await client.get('/api/admin/tenant-features')).json, answer.json);
  }
  names(await owner.patch(at), 'feature', 'enabled');
  refused(await owner.patch(`${PATH}/${foreignId}/features`, { feature: 'x', enabled: true }), 404, 'NOT_FOUND');
});

test('only an owner changes an organization, with a second factor shown just now', async () => {
  const body = { name: 'By somebody else' };
  const at = `${PATH}/${tenantId}`;
  const person = async (more: object) => (await personOf(app, { tenantId, role: 'owner', ...more })).client;
  const flag = { feature: 'x', enabled: true };
  for (const client of [admin, await person({ role: 'admin' }), await person({ role: 'analyst' })]) {
    refused(await client.put(at, body), 403, 'FORBIDDEN');
    refused(await client.patch(`${at}/features`, flag), 403, 'FORBIDDEN');
  }
  const stale = await person({ steppedUpAt: new Date(Date.now() - 6 * 60_000) });
  refused(await stale.put(at, body), 403, 'STEP_UP_REQUIRED');
  refused(await (await person({ steppedUpAt: undefined })).patch(`${at}/features`, flag), 403, 'STEP_UP_REQUIRED');
  const analyst = await person({ role: 'analyst' });
  refused(await analyst.get(PATH), 403, 'FORBIDDEN');
  refused(await analyst.get('/api/admin/tenant-features'), 403, 'FORBIDDEN');
});

test('organizations are made and shut by a superadmin only, here as under tenants', async () => {
  const body = { name: 'Third', slug: 'third', timeZone: 'America/New_York' };
  for (const client of [owner, admin]) {
    for (const answer of [await client.post(PATH, body), await client.delete(`${PATH}/${tenantId}`)]) {
      refused(answer, 403, 'FORBIDDEN');
      assert.match(answer.json.error.message, /Only a superadmin of this installation .* Ask whoever runs it/);
    }
  }
  const root = (await superadminOf(app)).client;
  names(await root.post(PATH), 'name', 'slug');
  const { id } = await made(root, PATH, body);
  const shut = await root.delete(`${PATH}/${id}`);
  assert.deepEqual([shut.status, shut.json.data.status], [200, 'inactive']);
  assert.equal((await owner.get(PATH)).json.data[0].status, 'active');
});

test('a logo is named by its https address', async () => {
  const at = '/api/v1/settings/logos';
  const logoUrl = 'https://cdn.example.com/logo.png';
  const answer = await admin.post(at, { logoUrl });
  assert.deepEqual([answer.status, answer.json], [200, { data: { logoUrl } }]);
  assert.equal((await owner.get(`${PATH}/${tenantId}`)).json.data.logoUrl, logoUrl);
  names(await admin.post(at), 'logoUrl');
  names(await admin.post(at, { logoUrl: 'javascript:alert(1)', file: 'x' }), 'logoUrl', 'file');
  const analyst = (await personOf(app, { tenantId, role: 'analyst' })).client;
  refused(await analyst.post(at, { logoUrl }), 403, 'FORBIDDEN');
  assert.deepEqual((await admin.post(at, { logoUrl: null })).json, { data: { logoUrl: null } });
});
