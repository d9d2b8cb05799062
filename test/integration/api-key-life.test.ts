import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { after, before, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { hashApiKey } from '../../src/core/access/api-key.ts';
import { startApp, type TestApp } from '../kit/app.ts';
import { TEST_SECRETS } from '../kit/cluster.ts';
import type { Client } from '../kit/client.ts';
import { made, names, refused } from '../kit/refusals.ts';

let app: TestApp;
let admin: Client;

before(async () => {
  app = await startApp();
  ({ admin } = await app.tenant());
});
after(async () => {
  await app.stop();
  assert.deepEqual(app.problems, []);
});

const A = '/api/v1/auth/api-keys';
const HOUR_MS = 3_600_000;
const RULING = ['posting', 'routing', 'messaging', 'calls', 'call_data_write', 'admin'];

async function keyOf(side: 'buyer' | 'partner', more: object = {}) {
  const owner = await made(admin, `/api/v1/${side}s`, { name: 'Party' });
  const data = await made(admin, A, { name: 'A key', [`${side}Id`]: owner.id, ...more });
  return { ...data, ownerId: String(owner.id), client: app.client(data.key), path: `/api/${side}/api-keys` };
}

test('a key is rotated: the successor is like it, and the old one lapses after the overlap', async () => {
  const limits = { allowedCidrs: ['127.0.0.1/32', '::1/128'], rateLimitPerMinute: 77, scopes: ['routing'] };
  const old = await keyOf('buyer', { ...limits, name: 'Nightly export', readOnly: false });
  const answer = await old.client.post(`${old.path}/${old.id}/rotate`, { overlapHours: 2 });
  assert.equal(answer.status, 200, answer.text);
  const next = answer.json.data;
  for (const field of ['name', 'kind', 'buyerId', 'scopes', 'allowedCidrs', 'rateLimitPerMinute', 'piiAccess'])
    assert.deepEqual(next[field], old[field], field);
  assert.notEqual(next.key, old.key);
  assert.equal((await app.client(next.key).get('/api/v1/leads')).status, 200);
  assert.equal((await old.client.get('/api/v1/leads')).status, 200);
  const left = (await admin.get(`${A}/${old.id}`)).json.data;
  assert.equal(left.replacedBy, next.id);
  const hours = (Date.parse(left.expiresAt) - Date.now()) / HOUR_MS;
  assert.ok(hours > 1.99 && hours <= 2, String(hours));
  refused(await old.client.post(`${old.path}/${old.id}/rotate`), 409, 'CONFLICT');
  const [event] = (await admin.get(`/api/v1/audit-logs?entityId=${next.id}`)).json.data;
  assert.equal(event.action, 'api_key.rotate');
  assert.deepEqual(event.entityIds, [old.id, next.id]);
});

test('without an overlap the old key opens nothing at once', async () => {
  const old = await keyOf('partner');
  const next = (await admin.post(`${A}/${old.id}/rotate`, { overlapHours: 0 })).json.data;
  refused(await old.client.get('/api/v1/campaigns'), 401, 'UNAUTHORIZED');
  assert.equal((await app.client(next.key).get('/api/v1/campaigns')).status, 200);
  names(await admin.post(`${A}/${next.id}/rotate`, { overlapHours: 169 }), 'overlapHours');
  assert.equal((await admin.delete(`${A}/${next.id}`)).status, 200);
  refused(await admin.post(`${A}/${next.id}/rotate`), 409, 'CONFLICT');
});

test('rotation never prolongs: not the old key, and not a key that rotates itself', async () => {
  const end = new Date(Date.now() + HOUR_MS).toISOString();
  const old = await made(admin, A, { name: 'short', scopes: RULING, expiresAt: end });
  const self = app.client(old.key);
  const next = (await self.post(`${A}/${old.id}/rotate`)).json.data;
  assert.equal(next.expiresAt, end);
  assert.equal((await admin.get(`${A}/${old.id}`)).json.data.expiresAt, end);
  const other = await made(admin, A, { name: 'wide', scopes: RULING, rateLimitPerMinute: 250 });
  const small = await made(admin, A, { name: 'small', scopes: RULING, rateLimitPerMinute: 200 });
  refused(await app.client(small.key).post(`${A}/${other.id}/rotate`), 403, 'FORBIDDEN');
});

test('a party rotates its own keys only', async () => {
  const [one, two] = [await keyOf('buyer'), await keyOf('buyer')];
  for (const path of [one.path, A]) refused(await one.client.post(`${path}/${two.id}/rotate`), 404, 'NOT_FOUND');
  refused(await one.client.post(`/api/partner/api-keys/${one.id}/rotate`), 403, 'FORBIDDEN');
});

test('a key of a party that is switched off opens nothing, and of a paused one still reads', async () => {
  for (const [side, off] of [
    ['buyer', ['suspended', 'inactive', 'rejected']],
    ['partner', ['inactive', 'rejected']],
  ] as const) {
    const { client, ownerId } = await keyOf(side);
    const unknown = await app.client(`lr_live_${'0'.repeat(43)}`).get('/api/v1/leads');
    for (const status of ['paused', ...off, 'active']) {
      assert.equal((await admin.patch(`/api/v1/${side}s/${ownerId}`, { status })).status, 200, status);
      app.runtime.keys.forget();
      const answer = await client.get('/api/v1/leads');
      const isOff = (off as readonly string[]).includes(status);
      assert.equal(answer.status, isOff ? 401 : 200, `${side} ${status}`);
      if (isOff) assert.equal(answer.json.error.message, unknown.json.error.message);
    }
  }
});

test('a key of a suspended tenant opens nothing, neither now nor for what was begun', async () => {
  const other = await app.tenant('Suspended');
  assert.equal((await other.admin.get(A)).status, 200);
  const set = (status: string) =>
    app.owner.query({ text: 'UPDATE tenants SET status = $2 WHERE tenant_id = $1', values: [other.tenantId, status] });
  await set('suspended');
  refused(await other.admin.post('/api/v1/buyers', { name: 'x' }), 401, 'UNAUTHORIZED');
  app.runtime.keys.forget();
  refused(await other.admin.get(A), 401, 'UNAUTHORIZED');
  await set('active');
  app.runtime.keys.forget();
  assert.equal((await other.admin.get(A)).status, 200);
});

test('when and from where a key was used is noted once a minute', async () => {
  const { id, client } = await keyOf('buyer');
  assert.equal((await admin.get(`${A}/${id}`)).json.data.lastUsedAt, null);
  await client.get('/api/v1/leads');
  const used = async () => (await admin.get(`${A}/${id}`)).json.data;
  for (let round = 0; round < 50 && (await used()).lastUsedAt === null; round += 1) await sleep(20);
  const { lastUsedAt, lastUsedAddress } = await used();
  assert.ok(Math.abs(Date.parse(lastUsedAt) - Date.now()) < 5000);
  assert.match(lastUsedAddress, /^(127\.0\.0\.1|::1)$/);
  await client.get('/api/v1/leads');
  await sleep(200);
  assert.equal((await used()).lastUsedAt, lastUsedAt);
});

test('a request succeeds though its note cannot be written, and somebody is told', async () => {
  const { client } = await keyOf('buyer');
  const known = app.problems.length;
  await app.owner.query({
    text: 'REVOKE UPDATE (last_used_at, last_used_address) ON api_keys FROM careroute_identity',
  });
  assert.equal((await client.get('/api/v1/leads')).status, 200);
  for (let round = 0; round < 50 && app.problems.length === known; round += 1) await sleep(20);
  await app.owner.query({ text: 'GRANT UPDATE (last_used_at, last_used_address) ON api_keys TO careroute_identity' });
  assert.equal(app.problems.splice(known).length, 1);
});

test('there is an end to the keys of one party, with what to do about it', async () => {
  const { id, ownerId } = await keyOf('buyer');
  const create = () => admin.post(A, { name: 'one more', buyerId: ownerId });
  const answers = await Promise.all(Array.from({ length: 52 }, create));
  assert.equal(answers.filter(({ status }) => status === 200).length, 49);
  for (const answer of answers.filter(({ status }) => status !== 200)) {
    refused(answer, 409, 'CONFLICT');
    assert.match(answer.json.error.message, /Revoke one/);
  }
  assert.equal((await admin.delete(`${A}/${id}`)).status, 200);
  assert.equal((await create()).status, 200, 'revoked keys do not count');
  refused(await create(), 409, 'CONFLICT');
});

test('a key of the old shape still opens, and a mistyped one is told without a look-up', async () => {
  const { id, key } = await keyOf('buyer');
  const old = `lr_live_${randomBytes(40).toString('hex').slice(0, 43)}`;
  await app.owner.query({
    text: 'UPDATE api_keys SET secret_hash = $2 WHERE key_id = $1',
    values: [id, hashApiKey(TEST_SECRETS.keyPepper, old)],
  });
  assert.equal((await app.client(old).get('/api/v1/leads')).status, 200);
  refused(await app.client(key).get('/api/v1/leads'), 401, 'UNAUTHORIZED');
  await app.owner.query({ text: 'REVOKE SELECT ON api_keys FROM careroute_identity' });
  const typo = `${key.slice(0, -1)}${key.endsWith('a') ? 'b' : 'a'}`;
  const answer = await app.client(typo).get('/api/v1/leads');
  await app.owner.query({ text: 'GRANT SELECT ON api_keys TO careroute_identity' });
  refused(answer, 401, 'UNAUTHORIZED');
});
