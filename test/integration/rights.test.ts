import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { startApp, type TestApp } from '../kit/app.ts';
import { mailsTo } from '../kit/browser-client.ts';
import type { Client } from '../kit/client.ts';
import { ownersOf, personOf } from '../kit/people.ts';
import { made } from '../kit/refusals.ts';

let app: TestApp;
let admin: Client;
let tenantId: string;
before(async () => {
  app = await startApp({ trustedProxies: ['127.0.0.1'] });
  ({ tenantId } = await app.tenant());
  admin = ownersOf(app, tenantId);
});
after(() => app.stop());

let serial = 0;
const email = (): string => `user.${(serial += 1)}@example.test`;

test('a key makes nobody who rules, and opens no account that does', async () => {
  const { adminKey, tenantId: place } = await app.tenant('With a key');
  const key = app.client(adminKey);
  for (const role of ['owner', 'admin', 'compliance'])
    assert.equal((await key.post('/api/v1/users', { email: email(), name: 'New', role })).status, 403, role);
  assert.equal((await key.post('/api/v1/users', { email: email(), name: 'New', role: 'support' })).status, 201);
  const ruler = await personOf(app, { tenantId: place, role: 'admin' });
  for (const change of [{ action: 'setPassword', password: 'seven green bicycles' }, { action: 'disable2FA' }])
    assert.equal((await key.patch(`/api/v1/users/${ruler.userId}`, change)).status, 403);
});

test('who sees no personal data opens no account that does', async () => {
  const blind = await personOf(app, { tenantId, role: 'owner', piiAccess: false });
  const seeing = await personOf(app, { tenantId, role: 'admin' });
  const changes = [
    { action: 'setPassword', password: 'seven green bicycles' },
    { action: 'disable2FA' },
    { email: email() },
  ];
  for (const change of changes)
    assert.equal(
      (await blind.client.patch(`/api/v1/users/${seeing.userId}`, change)).status,
      403,
      JSON.stringify(change),
    );
});

test('a narrowed role widens nothing: not itself, not others, and no key', async () => {
  const permissions = ['roles:write', 'roles:read', 'users:write', 'users:read', 'api-keys:manage'];
  const role = await made(admin, '/api/v1/roles', { name: 'Narrow', baseRole: 'admin', permissions });
  const person = await personOf(app, { tenantId, role: 'admin' });
  await app.owner.query({
    text: 'UPDATE users SET custom_role_id = $1 WHERE user_id = $2',
    values: [role.id, person.userId],
  });
  const { client } = person;
  const wider = { name: 'Narrow', baseRole: 'admin', permissions: [...permissions, 'leads:read'] };
  assert.equal((await client.put(`/api/v1/roles/${role.id}`, wider)).status, 403);
  assert.equal((await client.put(`/api/v1/roles/${role.id}`, { ...wider, permissions })).status, 403);
  assert.equal((await client.post('/api/v1/users', { email: email(), name: 'New', role: 'admin' })).status, 403);
  assert.equal(
    (await client.post('/api/v1/auth/api-keys', { name: 'Whole', scopes: ['admin', 'routing'] })).status,
    403,
  );
  const peer = await personOf(app, { tenantId, role: 'admin' });
  assert.equal((await client.patch(`/api/v1/users/${peer.userId}`, { customRoleId: null })).status, 403);
});

test('rights that are taken take the keys along, and a key ends with the time of its maker', async () => {
  const maker = await personOf(app, { tenantId, role: 'admin' });
  const key = await made(maker.client, '/api/v1/auth/api-keys', { name: 'Mine', scopes: ['routing'] });
  const client = app.client(key.key);
  assert.equal((await client.get('/api/v1/buyers')).status, 200);
  assert.equal((await admin.patch(`/api/v1/users/${maker.userId}`, { role: 'analyst' })).status, 200);
  assert.equal((await client.get('/api/v1/buyers')).status, 401);
  const guest = await personOf(app, { tenantId, role: 'admin' });
  const other = app.client(
    (await made(guest.client, '/api/v1/auth/api-keys', { name: 'Mine', scopes: ['routing'] })).key,
  );
  await app.owner.query({ text: `UPDATE users SET access_until = now() WHERE user_id = $1`, values: [guest.userId] });
  app.runtime.keys.forget();
  assert.equal((await other.get('/api/v1/buyers')).status, 401);
});

test('a link that went to a wrong address opens nothing once the address is put right', async () => {
  const wrong = email();
  const { id } = await made(admin, '/api/v1/users', { email: wrong, name: 'New', role: 'analyst' });
  const [old = ''] = (await mailsTo(app, wrong)).map((text) => /\/setup\/([A-Za-z0-9_-]{43})/.exec(text)?.[1] ?? '');
  assert.equal((await admin.patch(`/api/v1/users/${id}`, { email: email() })).status, 200);
  assert.equal((await app.client().get(`/api/v1/setup/${old}`)).status, 410);
});

test('two owners who demote each other at once leave one', async () => {
  const { tenantId: place } = await app.tenant('Of two owners');
  const owners = [
    await personOf(app, { tenantId: place, role: 'owner' }),
    await personOf(app, { tenantId: place, role: 'owner' }),
  ];
  const [one, other] = owners;
  assert.ok(one && other);
  const answers = await Promise.all([
    one.client.patch(`/api/v1/users/${other.userId}`, { role: 'admin' }),
    other.client.patch(`/api/v1/users/${one.userId}`, { role: 'admin' }),
  ]);
  const left = await app.owner.query({
    text: `SELECT FROM users WHERE tenant_id = $1 AND role = 'owner'`,
    values: [place],
  });
  assert.ok(left.length >= 1, answers.map(({ status, text }) => `${status} ${text}`).join('\n'));
});

test('nothing failed in silence', () => assert.deepEqual(app.problems, []));
