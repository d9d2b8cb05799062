import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { newId } from '../../src/kernel/ids.ts';
import { startApp, type TestApp } from '../kit/app.ts';
import { mailsTo } from '../kit/browser-client.ts';
import type { Client } from '../kit/client.ts';
import { bothWaiting } from '../kit/overtaking.ts';
import { ownersOf, personOf } from '../kit/people.ts';
import { made } from '../kit/refusals.ts';
import { begin, signUp } from '../kit/sign-in.ts';

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

test('switching an account off ends its sessions and the keys that the person made, at once', async () => {
  const person = await signUp(app, admin, { role: 'admin' });
  const stepped = await person.browser.post('/api/v1/auth/api-keys', { name: 'Mine', scopes: ['admin', 'routing'] });
  assert.equal(stepped.status, 200, stepped.text);
  const key = app.client(stepped.json.data.key);
  assert.equal((await key.get('/api/v1/buyers')).status, 200);
  const off = await admin.delete(`/api/v1/users/${person.userId}`);
  assert.deepEqual([off.status, off.json.data.status], [200, 'inactive'], off.text);
  assert.equal((await person.browser.get('/api/v1/auth')).status, 401);
  assert.equal((await key.get('/api/v1/buyers')).status, 401);
  assert.equal((await begin(app, person)).answer.status, 401);
  const review = await admin.get(`/api/v1/access-review?search=${encodeURIComponent(person.email)}`);
  const [row] = review.json.data;
  assert.deepEqual([row.openSessions, row.openKeys, row.concerns], [0, 0, []]);
});

test('a changed role ends the sessions, so that nobody goes on with old rights', async () => {
  const person = await signUp(app, admin, { role: 'analyst', withTotp: false });
  assert.equal((await person.browser.get('/api/v1/auth')).status, 200);
  const changed = await admin.patch(`/api/v1/users/${person.userId}`, { role: 'support' });
  assert.equal(changed.json.data.role, 'support', changed.text);
  assert.equal((await person.browser.get('/api/v1/auth')).status, 401);
});

test('nobody gives a role above the own, changes somebody above, or changes own rights', async () => {
  const owner = await personOf(app, { tenantId, role: 'owner' });
  const ruler = await personOf(app, { tenantId, role: 'admin' });
  const body = (role: string) => ({ email: email(), name: 'New', role });
  assert.equal((await ruler.client.post('/api/v1/users', body('owner'))).status, 403);
  assert.equal((await ruler.client.post('/api/v1/users', body('superadmin'))).status, 403);
  assert.equal((await owner.client.post('/api/v1/users', body('owner'))).status, 201);
  for (const change of [{ role: 'analyst' }, { status: 'inactive' }, { action: 'disable2FA' }, { firstName: 'X' }])
    assert.equal(
      (await ruler.client.patch(`/api/v1/users/${owner.userId}`, change)).status,
      403,
      JSON.stringify(change),
    );
  assert.equal((await ruler.client.patch(`/api/v1/users/${ruler.userId}`, { piiAccess: false })).status, 403);
  assert.equal((await ruler.client.patch(`/api/v1/users/${ruler.userId}`, { firstName: 'Me' })).status, 200);
});

test('access to personal data is given only by who has it', async () => {
  const blind = await personOf(app, { tenantId, role: 'admin', piiAccess: false });
  const wish = { email: email(), name: 'New', role: 'support', piiAccess: true };
  assert.equal((await blind.client.post('/api/v1/users', wish)).status, 403);
  assert.equal((await admin.post('/api/v1/users', wish)).json.data.piiAccess, true);
});

test('the last owner stays; ownership is handed over to an admin, and both sign in anew', async () => {
  const place = await app.tenant('Of one owner');
  const owner = await personOf(app, { tenantId: place.tenantId, role: 'owner' });
  const heir = await personOf(app, { tenantId: place.tenantId, role: 'admin' });
  const self = await owner.client.delete(`/api/v1/users/${owner.userId}`);
  assert.equal(self.status, 403, self.text);
  const handed = await owner.client.post('/api/admin/owner/transfer', { targetUserId: heir.userId });
  assert.deepEqual([handed.status, handed.json.data.role], [200, 'owner'], handed.text);
  assert.equal((await owner.client.get('/api/v1/auth')).status, 401);
  assert.equal((await heir.client.get('/api/v1/auth')).status, 401);
  const rows = await place.admin.get('/api/v1/users?role=owner');
  assert.deepEqual(
    rows.json.data.map((row: { id: string }) => row.id),
    [heir.userId],
  );
});

test('fields that a body may not set are refused by name, and change nothing', async () => {
  const other = await app.tenant('Another');
  const target = await made(admin, '/api/v1/users', { email: email(), name: 'New', role: 'analyst' });
  for (const field of ['tenantId', 'userId', 'id', 'isOwner', 'permissions', 'lastSignInAt', 'passwordHash']) {
    const value = field === 'tenantId' ? other.tenantId : newId();
    for (const answer of [
      await admin.post('/api/v1/users', { email: email(), name: 'New', role: 'analyst', [field]: value }),
      await admin.patch(`/api/v1/users/${target.id}`, { [field]: value }),
    ]) {
      assert.equal(answer.status, 400, `${field}: ${answer.text}`);
      assert.deepEqual(
        answer.json.error.details.fields.map((fault: { field: string }) => fault.field),
        [field],
      );
    }
  }
  const me = await personOf(app, { tenantId, role: 'analyst' });
  const changed = await me.client.post('/api/v1/auth/password', {
    currentPassword: 'x',
    newPassword: 'a long enough one',
    role: 'owner',
  });
  assert.equal(changed.status, 400, changed.text);
});

test('an address is one account, whatever its spelling, and another tenant may have it too', async () => {
  const address = email();
  await made(admin, '/api/v1/users', { email: address, name: 'New', role: 'analyst' });
  const again = await admin.post('/api/v1/users', { email: address.toUpperCase(), name: 'Again', role: 'analyst' });
  assert.deepEqual([again.status, again.json.error.code], [409, 'DUPLICATE']);
  const other = await app.tenant('Elsewhere');
  assert.equal((await other.admin.post('/api/v1/users', { email: address, name: 'X', role: 'analyst' })).status, 201);
});

test('a lost phone: an admin takes the factors away, and the next sign-in sets up new ones', async () => {
  const person = await signUp(app, admin, { role: 'admin' });
  const gone = await admin.patch(`/api/v1/users/${person.userId}`, { action: 'disable2FA' });
  assert.deepEqual([gone.status, gone.json.data.secondFactor], [200, false], gone.text);
  assert.equal((await person.browser.get('/api/v1/auth')).status, 401);
  const { answer } = await begin(app, person);
  assert.equal(answer.json.data.status, 'enrolment_required', answer.text);
});

test('an auditor is let in until a day, and not after', async () => {
  const until = new Date(Date.now() + 3_600_000).toISOString();
  const person = await signUp(app, admin, { role: 'compliance', more: { accessUntil: until } });
  assert.equal((await person.browser.get('/api/v1/audit-logs')).status, 200);
  assert.equal((await person.browser.call('PATCH', `/api/v1/users/${person.userId}`, {})).status, 403);
  await app.owner.query({
    text: `UPDATE users SET access_until = now() - interval '1 second' WHERE user_id = $1`,
    values: [person.userId],
  });
  app.runtime.sessions.forget();
  assert.equal((await person.browser.get('/api/v1/audit-logs')).status, 401);
  assert.equal((await begin(app, person)).answer.status, 401);
});

test('an invitation is worth nothing after seven days, and a new one makes the old one worthless', async () => {
  const address = email();
  const { id } = await made(admin, '/api/v1/users', { email: address, name: 'New', role: 'analyst' });
  assert.equal((await admin.patch(`/api/v1/users/${id}`, { action: 'invite' })).status, 200);
  const tokens = (await mailsTo(app, address)).map((text) => /\/setup\/([A-Za-z0-9_-]{43})/.exec(text)?.[1] ?? '');
  assert.equal(tokens.length, 2);
  const [old = '', fresh = ''] = tokens;
  assert.equal((await app.client().get(`/api/v1/setup/${old}`)).status, 410);
  assert.equal((await app.client().get(`/api/v1/setup/${fresh}`)).status, 200);
  const [link] = await app.owner.query<{ days: number }>({
    text: `SELECT extract(day FROM expires_at - created_at)::int AS days FROM user_links
      WHERE used_at IS NULL AND user_id = $1`,
    values: [id],
  });
  assert.equal(link?.days, 7);
  await app.owner.query({
    text: `UPDATE user_links SET expires_at = now() - interval '1 second' WHERE user_id = $1 AND used_at IS NULL`,
    values: [id],
  });
  assert.equal((await app.client().get(`/api/v1/setup/${fresh}`)).status, 410);
});

test('a role of the tenant’s own takes away, and gives nothing that its base does not have', async () => {
  const owner = await personOf(app, { tenantId, role: 'owner' });
  const beyond = await owner.client.post('/api/v1/roles', {
    name: 'More',
    baseRole: 'analyst',
    permissions: ['users:write'],
  });
  assert.equal(beyond.status, 400, beyond.text);
  const role = await owner.client.post('/api/v1/roles', {
    name: 'Less',
    baseRole: 'admin',
    permissions: ['buyers:read'],
  });
  assert.equal(role.status, 201, role.text);
  const person = await signUp(app, admin, { role: 'admin' });
  const roleId = role.json.data.id;
  const set = await owner.client.patch(`/api/v1/users/${person.userId}`, { customRoleId: roleId });
  assert.equal(set.json.data.customRoleId, roleId, set.text);
  const again = await personOf(app, { tenantId, role: 'admin' });
  await app.owner.query({
    text: 'UPDATE users SET custom_role_id = $1 WHERE user_id = $2',
    values: [roleId, again.userId],
  });
  assert.equal((await again.client.get('/api/v1/buyers')).status, 200);
  assert.equal((await again.client.get('/api/v1/partners')).status, 403);
  assert.equal((await again.client.post('/api/v1/users', { email: email(), name: 'N', role: 'analyst' })).status, 403);
  assert.deepEqual((await again.client.get('/api/v1/auth')).json.data.permissions, ['buyers:read']);
});

for (const first of ['deletion', 'gift'] as const)
  test(`a role is deleted while somebody gets it: the ${first} comes first, and the other one is told`, async () => {
    const wish = { name: `Brief ${first}`, baseRole: 'analyst', permissions: ['leads:read'] };
    const { id } = await made(admin, '/api/v1/roles', wish);
    const person = await personOf(app, { tenantId, role: 'analyst' });
    const acts = {
      deletion: () => admin.delete(`/api/v1/roles/${id}`),
      gift: () => admin.patch(`/api/v1/users/${person.userId}`, { customRoleId: id }),
    };
    const second = first === 'gift' ? 'deletion' : 'gift';
    const held = { text: 'SELECT FROM custom_roles WHERE id = $1', values: [id] };
    const [one, other] = await bothWaiting(app, held, [acts[first], acts[second]]);
    assert.equal(one.status, 200, one.text);
    assert.equal(other.status, first === 'gift' ? 409 : 400, other.text);
  });

test('people of a role come from the networks that the tenant allows; no owner locks himself out', async () => {
  const owner = await personOf(app, { tenantId, role: 'owner' });
  const analyst = await personOf(app, { tenantId, role: 'analyst' });
  const rule = (role: string, allowedCidrs: string[]) =>
    owner.client.put(`/api/v1/sign-in-rules/${role}`, { allowedCidrs });
  assert.equal((await analyst.client.get('/api/v1/auth')).status, 200);
  assert.equal((await rule('analyst', ['192.0.2.0/24'])).status, 200);
  assert.equal((await analyst.client.get('/api/v1/auth')).status, 401);
  assert.equal((await rule('owner', ['192.0.2.0/24'])).status, 409);
  assert.equal((await rule('analyst', [])).status, 200);
  assert.equal((await analyst.client.get('/api/v1/auth')).status, 200);
});

test('nothing failed in silence', () => assert.deepEqual(app.problems, []));
