import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { startApp, type TestApp } from '../kit/app.ts';
import type { Client } from '../kit/client.ts';
import { undone } from '../kit/isolation.ts';
import { personOf } from '../kit/people.ts';
import { made, names, refused } from '../kit/refusals.ts';

let app: TestApp;
let admin: Client;
let tenantId: string;

before(async () => {
  app = await startApp();
  ({ admin, tenantId } = await app.tenant());
});
after(async () => {
  await app.stop();
  assert.deepEqual(app.problems, []);
});

const A = '/api/v1/auth/api-keys';
const ROUTING = '/api/v1/buyers';
const RULING = [A, '/api/v1/audit-logs', '/api/admin/posting-log', '/api/buyer/api-keys'];

const keyWith = async (more: object, by = admin): Promise<{ id: string; client: Client }> => {
  const { id, key } = await made(by, A, { name: 'A key', ...more });
  return { id, client: app.client(key) };
};

test('a key of the tenant that asked for no scopes does the daily work and rules nothing', async () => {
  const { client } = await keyWith({});
  assert.equal((await client.get(ROUTING)).status, 200);
  for (const path of RULING) {
    const answer = await client.get(path);
    refused(answer, 403, 'FORBIDDEN');
    assert.match(answer.json.error.message, /lacks the scope admin\./, path);
  }
});

test('the scope admin alone rules, and opens nothing of the daily work', async () => {
  const { client } = await keyWith({ scopes: ['admin'] });
  for (const path of RULING) assert.equal((await client.get(path)).status, 200, path);
  const answer = await client.get(ROUTING);
  refused(answer, 403, 'FORBIDDEN');
  assert.match(answer.json.error.message, /lacks the scope routing\./);
});

test("a buyer's key without routing reads nothing, though its kind may", async () => {
  const buyer = await made(admin, '/api/v1/buyers', { name: 'Buyer' });
  const { client } = await keyWith({ buyerId: buyer.id, scopes: ['messaging', 'calls'] });
  for (const path of [ROUTING, '/api/v1/leads', '/api/buyer/api-keys'])
    refused(await client.get(path), 403, 'FORBIDDEN');
  names(await admin.post(A, { name: 'x', buyerId: buyer.id, scopes: ['routing', 'admin'] }), 'scopes');
});

test('scopes only become fewer, and a key keeps at least one', async () => {
  const { id, client } = await keyWith({ scopes: ['admin', 'routing'] });
  names(await admin.patch(`${A}/${id}`, { scopes: ['routing', 'calls'] }), 'scopes');
  names(await admin.patch(`${A}/${id}`, { scopes: [] }), 'scopes');
  assert.deepEqual((await admin.patch(`${A}/${id}`, { scopes: ['routing'] })).json.data.scopes, ['routing']);
  refused(await client.get(A), 403, 'FORBIDDEN');
  assert.equal((await client.get(ROUTING)).status, 200);
});

test('a key without a scope makes no key that has it, and what it does not name it passes on', async () => {
  const { client } = await keyWith({ scopes: ['admin', 'routing'] });
  const child = await made(client, A, { name: 'child' });
  assert.deepEqual(child.scopes, ['routing']);
  const answer = await client.post(A, { name: 'x', scopes: ['admin', 'calls'] });
  refused(answer, 403, 'FORBIDDEN');
  assert.match(answer.json.error.message, /scopes: this key lacks calls/);
  const partner = await made(admin, '/api/v1/partners', { name: 'Partner' });
  const campaign = await made(admin, '/api/v1/campaigns', { name: 'Campaign', partnerId: partner.id });
  refused(await client.post(A, { name: 'x', campaignId: campaign.id }), 403, 'FORBIDDEN');
});

test('a change that opens more needs what the key gives', async () => {
  const rich = await keyWith({ piiAccess: true, readOnly: true, allowedCidrs: ['127.0.0.1', '::1'] });
  const poor = await keyWith({ scopes: ['admin', 'routing', 'posting', 'messaging', 'calls', 'call_data_write'] });
  for (const change of [{ readOnly: false }, { allowedCidrs: [] }, { rateLimitPerMinute: null, readOnly: false }])
    refused(await poor.client.patch(`${A}/${rich.id}`, change), 403, 'FORBIDDEN');
  names(await poor.client.patch(`${A}/${rich.id}`, { rateLimitPerMinute: 5000 }), 'rateLimitPerMinute');
  refused(await poor.client.post(`${A}/${rich.id}/rotate`), 403, 'FORBIDDEN');
  const less = { allowedCidrs: ['127.0.0.1'], rateLimitPerMinute: 10 };
  assert.equal((await poor.client.patch(`${A}/${rich.id}`, less)).status, 200, 'narrowing is open to it');
  const wide = { readOnly: false, allowedCidrs: [], rateLimitPerMinute: 1_000_000, expiresAt: '2100-01-01T00:00:00Z' };
  const person = await personOf(app, { tenantId, role: 'owner' });
  const { data } = (await person.client.patch(`${A}/${rich.id}`, wide)).json;
  assert.deepEqual([data.readOnly, data.allowedCidrs, data.rateLimitPerMinute], [false, [], 1_000_000]);
});

test('people show a second factor again before they touch keys; keys need none', async () => {
  const person = await personOf(app, { tenantId, role: 'owner', steppedUpAt: undefined });
  const { id } = await keyWith({});
  for (const ask of [
    () => person.client.post(A, { name: 'x' }),
    () => person.client.patch(`${A}/${id}`, { name: 'y' }),
    () => person.client.post(`${A}/${id}/rotate`),
    () => person.client.delete(`${A}/${id}`),
  ])
    refused(await ask(), 403, 'STEP_UP_REQUIRED');
  const fresh = await personOf(app, { tenantId, role: 'owner' });
  const key = await made(fresh.client, A, { name: 'x', scopes: ['admin', 'admin_billing'] });
  assert.deepEqual(key.scopes, ['admin', 'admin_billing']);
});

test('keys made before there were scopes go on doing what they did', async () => {
  const partner = await made(admin, '/api/v1/partners', { name: 'Partner' });
  await made(admin, '/api/v1/campaigns', { name: 'Campaign', partnerId: partner.id });
  await made(admin, A, { name: 'x', partnerId: partner.id });
  const migration = await readFile(join(import.meta.dirname, '../../db/migrations/0013-keys.sql'), 'utf8');
  const rows = await undone(app.owner, async (session) => {
    await session.query({
      text: `ALTER TABLE api_keys DROP COLUMN scopes, DROP COLUMN rate_limit_per_minute, DROP COLUMN last_used_at,
          DROP COLUMN last_used_address, DROP COLUMN replaced_by;
        DROP INDEX api_keys_by_buyer, api_keys_by_partner;
        DROP POLICY identity_looks_up ON buyers; DROP POLICY identity_looks_up ON partners;
        SET LOCAL ROLE careroute_owner`,
    });
    await session.query({ text: migration });
    await session.query({ text: 'RESET ROLE' });
    return session.query<{ kind: string; scopes: string[]; forced: boolean }>({
      text: `SELECT DISTINCT kind, scopes, relforcerowsecurity AS forced FROM api_keys, pg_class
        WHERE pg_class.oid = 'api_keys'::regclass ORDER BY kind`,
    });
  });
  const usual = ['routing', 'messaging', 'calls', 'call_data_write'];
  assert.deepEqual(rows, [
    { kind: 'admin', scopes: ['posting', ...usual, 'admin'], forced: true },
    { kind: 'buyer', scopes: usual, forced: true },
    { kind: 'partner', scopes: usual, forced: true },
    { kind: 'posting', scopes: ['posting'], forced: true },
  ]);
});
