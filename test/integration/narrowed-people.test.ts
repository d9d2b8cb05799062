import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { permitted, type UserRole } from '../../src/core/access/index.ts';
import { newId } from '../../src/kernel/ids.ts';
import { ownersOf, type Person, personOf } from '../kit/people.ts';
import { FIELD_ACCESS_PATH, type ReadLead, type Rules, startReadLead } from '../kit/read-lead.ts';
import { made, refused } from '../kit/refusals.ts';

let scene: ReadLead;
let buyerId: string;
before(async () => {
  scene = await startReadLead();
  buyerId = scene.market.buyers[0]?.buyerId ?? '';
});
after(async () => {
  await scene.stop();
  assert.deepEqual(scene.app.problems, []);
});

let serial = 0;
const fresh = (): string => `narrowed.${(serial += 1)}@example.test`;
const roleBody = (baseRole: UserRole, permissions: readonly string[]) => ({
  name: `Role ${(serial += 1)}`,
  baseRole,
  permissions,
});

/** A role of the tenant's own, and somebody who has it. */
async function narrowed(baseRole: UserRole, permissions: readonly string[] = permitted(baseRole), more: object = {}) {
  const owners = ownersOf(scene.app, scene.tenantId);
  const { id: roleId } = await made(owners, '/api/v1/roles', roleBody(baseRole, permissions));
  const person = await personOf(scene.app, { tenantId: scene.tenantId, role: baseRole, ...more });
  await scene.app.owner.query({
    text: 'UPDATE users SET custom_role_id = $1 WHERE user_id = $2',
    values: [roleId, person.userId],
  });
  return { ...person, roleId: String(roleId) };
}

const listOf = (rules: Rules) => Object.entries(rules).map(([field, access]) => ({ field, access }));
const put = ({ client }: Person, role: string, rules: Rules) =>
  client.put(FIELD_ACCESS_PATH, { role, rules: listOf(rules) });

/** Everything by which somebody could see by another account, or a key, what rules keep from the own one. */
async function waysRound({ client }: Person): Promise<[string, () => ReturnType<typeof client.post>][]> {
  const peer = await narrowed('support', ['leads:read'], { piiAccess: false });
  const contact = await personOf(scene.app, { tenantId: scene.tenantId, role: 'buyer', buyerId });
  const at = `/api/v1/users/${peer.userId}`;
  const password = 'seven green bicycles';
  const ofBuyer = { entityType: 'buyer', entityId: buyerId };
  return [
    ['invite', () => client.post('/api/v1/users', { email: fresh(), role: 'analyst' })],
    ['invite with a password', () => client.post('/api/v1/users', { email: fresh(), role: 'support', password })],
    ['invite a contact', () => client.post('/api/v1/contacts', { email: fresh(), ...ofBuyer, password })],
    ['change an address', () => client.patch(at, { email: fresh() })],
    ['give access', () => client.patch(at, { piiAccess: true })],
    ['free', () => client.patch(at, { customRoleId: null })],
    ['give another role', () => client.patch(at, { role: 'analyst' })],
    ['set a password', () => client.patch(at, { action: 'setPassword', password })],
    ['invite again', () => client.patch(at, { action: 'invite' })],
    ['set a contact’s password', () => client.put(`/api/v1/contacts/${contact.userId}/password`, { password })],
    ['make a key', () => client.post('/api/v1/auth/api-keys', { name: 'Mine', scopes: ['routing'] })],
    ['make a buyer’s key', () => client.post('/api/buyer/api-keys', { name: 'Theirs', buyerId, piiAccess: true })],
  ];
}

test('who is bound by rules for fields gets round them by no account, contact or key', async () => {
  const person = await narrowed('admin');
  await scene.rule(person.roleId, { email: 'masked' });
  for (const [name, way] of await waysRound(person)) assert.equal((await way()).status, 403, name);
});

test('rules of the role that the own one is made of bind as well', async () => {
  const person = await narrowed('admin');
  const invite = () => person.client.post('/api/v1/users', { email: fresh(), role: 'support' });
  assert.equal((await invite()).status, 201);
  await scene.under('admin', { 'class:health': 'hidden' }, async () => {
    for (const [name, way] of await waysRound(person)) assert.equal((await way()).status, 403, name);
  });
  assert.equal((await invite()).status, 201);
});

test('who is bound by rules, or reads no leads, makes rules of another role stricter, and none weaker', async () => {
  const bound = await narrowed('admin');
  const blind = await narrowed('admin', ['field-access:read', 'field-access:write']);
  const whole = await narrowed('admin');
  const peer = await narrowed('admin', ['leads:read']);
  await scene.rule(bound.roleId, { email: 'masked' });
  for (const person of [bound, blind])
    for (const role of ['support', peer.roleId]) {
      await scene.rule(role, { email: 'hidden', phone: 'masked' });
      for (const weaker of [{}, { email: 'masked', phone: 'masked' }, { email: 'hidden', phone: 'visible' }] as const) {
        const answer = await put(person, role, weaker);
        refused(answer, 403, 'FORBIDDEN');
        assert.match(answer.text, /rules: .*(email|phone)/);
      }
      assert.equal((await put(person, role, { email: 'hidden', phone: 'hidden', firstName: 'masked' })).status, 200);
      assert.equal((await put(whole, role, {})).status, 200);
    }
});

test('who is bound by rules gives no role of the tenant’s own the right to read leads', async () => {
  const permissions = ['leads:read', 'roles:write', 'buyers:read'];
  const person = await narrowed('admin', permissions);
  const peer = await narrowed('admin', ['roles:read']);
  const at = `/api/v1/roles/${peer.roleId}`;
  const wider = roleBody('admin', ['leads:read', 'buyers:read']);
  await scene.rule(person.roleId, { email: 'hidden' });
  refused(await person.client.put(at, wider), 403, 'FORBIDDEN');
  refused(await person.client.post('/api/v1/roles', roleBody('admin', ['leads:read'])), 403, 'FORBIDDEN');
  assert.equal((await person.client.post('/api/v1/roles', roleBody('admin', ['buyers:read']))).status, 201);
  await scene.rule(person.roleId);
  assert.equal((await person.client.put(at, wider)).status, 200);
  await scene.rule(person.roleId, { email: 'hidden' });
  assert.equal((await person.client.put(at, { ...wider, permissions: ['leads:read'] })).status, 200, 'nothing new');
  refused(await person.client.put(`/api/v1/roles/${person.roleId}`, wider), 403, 'FORBIDDEN');
});

test('who is bound by rules sends nothing of a lead on by a contract', async () => {
  const person = await narrowed('admin');
  const [buyer] = scene.market.buyers;
  const at = `/api/v1/contracts/${buyer?.contractId}`;
  const url = 'https://elsewhere.example.com/leads';
  const moved = { deliveryConfig: [{ id: 'primary', type: 'http_post', format: 'json', url, timeout: 3 }] };
  const { verticalId } = (await person.client.get(at)).json.data;
  const own = { name: 'Mine', buyerId, verticalId, price: '1.00', deliveryUrl: url };
  await scene.rule(person.roleId, { email: 'masked' });
  refused(await person.client.patch(at, moved), 403, 'FORBIDDEN');
  refused(await person.client.patch(at, { price: '7.00' }), 403, 'FORBIDDEN');
  refused(await person.client.post('/api/v1/contracts', own), 403, 'FORBIDDEN');
  assert.equal((await person.client.patch(at, { name: 'Renamed' })).status, 200);
  await scene.rule(person.roleId);
  assert.equal((await person.client.post('/api/v1/contracts', own)).status, 201);
});

test('nobody gives a role with more than the own one, with access to personal data or without', async () => {
  const without = permitted('admin').filter((name) => name !== 'sales:resolve');
  const { client } = await narrowed('admin', without);
  const invite = (role: string) =>
    client.post('/api/v1/users', { email: fresh(), role, piiAccess: false, readOnly: true });
  for (const role of ['support', 'admin']) refused(await invite(role), 403, 'FORBIDDEN');
  assert.equal((await invite('analyst')).status, 201);
});

test('a narrowed owner makes nobody the owner', async () => {
  const { client } = await narrowed('owner', ['ownership:transfer', 'leads:read']);
  const heir = await personOf(scene.app, { tenantId: scene.tenantId, role: 'admin' });
  refused(await client.post('/api/admin/owner/transfer', { targetUserId: heir.userId }), 403, 'FORBIDDEN');
});

test('a key makes and widens no role of those who rule', async () => {
  const { roleId } = await narrowed('admin', ['leads:read']);
  const more = { ...roleBody('admin', ['leads:read', 'users:write']) };
  refused(await scene.admin.put(`/api/v1/roles/${roleId}`, more), 403, 'FORBIDDEN');
  refused(await scene.admin.post('/api/v1/roles', more), 403, 'FORBIDDEN');
  const below = roleBody('support', ['leads:read']);
  assert.equal((await scene.admin.post('/api/v1/roles', { ...below, name: newId() })).status, 201);
});
