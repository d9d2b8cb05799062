import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { permitted, type UserRole } from '../../src/core/access/index.ts';
import { newId } from '../../src/kernel/ids.ts';
import { ownersOf, type Person, personOf } from '../kit/people.ts';
import { FIELD_ACCESS_PATH, type ReadLead, type Rules, startReadLead, VALUES } from '../kit/read-lead.ts';
import { made, names, refused } from '../kit/refusals.ts';

let scene: ReadLead;
let serial = 0;
before(async () => {
  scene = await startReadLead();
});
after(() => scene.stop());

const READING = ['leads:read', 'leads:reveal'];

/** A role of the tenant's own. */
async function roleOf(baseRole: UserRole, permissions: readonly string[] = READING): Promise<string> {
  const owners = ownersOf(scene.app, scene.tenantId);
  const name = `Role ${(serial += 1)}`;
  const { id } = await made(owners, '/api/v1/roles', { name, baseRole, permissions });
  return String(id);
}

/** Somebody who has a role of the tenant's own. */
async function having(roleId: string, role: UserRole, more: object = {}): Promise<Person> {
  const person = await personOf(scene.app, { tenantId: scene.tenantId, role, ...more });
  await scene.app.owner.query({
    text: 'UPDATE users SET custom_role_id = $1 WHERE user_id = $2',
    values: [roleId, person.userId],
  });
  return person;
}

const seen = async ({ client }: Person) => (await scene.seenBy(client, scene.path)).data;
const listOf = (rules: Rules) => Object.entries(rules).map(([field, access]) => ({ field, access }));
const put = (role: string, rules: Rules, client = scene.admin) =>
  client.put(FIELD_ACCESS_PATH, { role, rules: listOf(rules) });

test('a role of the tenant’s own sees of each field the stricter of its rule and that of its base role', async () => {
  const roleId = await roleOf('support');
  const [narrow, plain] = [
    await having(roleId, 'support'),
    await personOf(scene.app, { tenantId: scene.tenantId, role: 'support' }),
  ];
  await scene.rule('support', { email: 'masked', lastName: 'hidden', gender: 'visible' });
  await scene.rule(roleId, { email: 'visible', lastName: 'visible', firstName: 'masked', phone: 'hidden' });
  const base = (await seen(plain)).fields;
  assert.deepEqual(
    [base.firstName, base.lastName, base.email, base.phone, base.gender],
    [VALUES.firstName, undefined, 'q•••@•••', VALUES.phone, VALUES.gender],
  );
  const own = await seen(narrow);
  const { fields } = own;
  assert.deepEqual(
    [fields.firstName, fields.lastName, fields.email, fields.phone, fields.gender],
    ['Q•••', undefined, 'q•••@•••', undefined, VALUES.gender],
  );
  assert.deepEqual([own.masked, own.phone, 'phone' in fields], [true, null, false]);
  const asked = { fields: ['firstName', 'phone', 'email'], reason: 'The person called back.' };
  const { data } = await scene.seenBy(narrow.client, `${scene.path}/reveal`, asked);
  assert.deepEqual(data.fields, { firstName: VALUES.firstName, email: VALUES.email });
  await scene.rule('support');
  assert.equal((await seen(narrow)).fields.lastName, VALUES.lastName);
  await scene.rule(roleId);
  assert.equal((await seen(narrow)).fields.phone, VALUES.phone);
});

test('rules of such a role bind a buyer’s people too, and a class of which nothing is shown stays shut', async () => {
  const buyerId = scene.market.buyers[1]?.buyerId ?? '';
  const roleId = await roleOf('buyer', ['leads:read']);
  const buyers = await having(roleId, 'buyer', { buyerId });
  await scene.rule(roleId, { 'class:contact': 'hidden', treatment: 'masked' });
  const { fields } = await seen(buyers);
  assert.deepEqual(fields, { firstName: VALUES.firstName, treatment: '•••', referral: VALUES.referral });
  const support = await roleOf('support');
  const person = await having(support, 'support');
  await scene.rule(support, { 'class:health': 'hidden' });
  const shown = await scene.broken(['sealed_health'], () => seen(person));
  assert.equal(shown.fields.firstName, VALUES.firstName);
});

test('a key is bound by no role of the tenant’s own', async () => {
  const roleId = await roleOf('admin');
  await scene.rule(roleId, { 'class:identity': 'hidden', 'class:contact': 'hidden' });
  assert.equal((await scene.seenBy(scene.keys.admin, scene.path)).data.email, VALUES.email);
  await scene.rule(roleId);
});

test('such rules stand in the same list, with name and base of the role, and in the trail as its own', async () => {
  const roleId = await roleOf('compliance');
  const answer = await put(roleId.toUpperCase(), { email: 'masked' });
  assert.deepEqual(answer.json.data, { role: roleId, rules: [{ field: 'email', access: 'masked' }] }, answer.text);
  const events = await scene.app.owner.query({
    text: 'SELECT action, entity_ids::text[] AS ids, detail FROM audit_events WHERE request_id = $1',
    values: [answer.headers['x-request-id']],
  });
  const detail = { role: roleId, fields: ['email'] };
  assert.deepEqual(events, [{ action: 'field_access.update', ids: [roleId], detail }]);
  const { data } = (await scene.admin.get(FIELD_ACCESS_PATH)).json;
  const listed = data.find(({ role }: { role: string }) => role === roleId);
  assert.deepEqual(listed, {
    role: roleId,
    name: `Role ${serial}`,
    baseRole: 'compliance',
    rules: [{ field: 'email', access: 'masked' }],
  });
});

test('a role that is not there, is another tenant’s, or reads no leads is refused by name', async () => {
  const foreign = await scene.app.tenant('Elsewhere');
  const roleId = await roleOf('support');
  for (const answer of [await put(newId(), {}), await put(roleId, { email: 'hidden' }, foreign.admin)])
    assert.equal(names(answer, 'role')[0]?.rule, 'unknown_reference');
  assert.ok(!(await foreign.admin.get(FIELD_ACCESS_PATH)).text.includes(roleId));
  const practice = newId();
  await scene.app.owner.query({
    text: `INSERT INTO custom_roles (tenant_id, id, name, base_role, permissions)
      VALUES ($1, $2, 'Practice', 'practice_admin', '{}')`,
    values: [scene.tenantId, practice],
  });
  names(await put(practice, { email: 'hidden' }), 'role');
  const [unknown] = names(await put(roleId, { emial: 'hidden' }), 'rules.0.field');
  assert.equal(unknown?.rule, 'unknown_field');
});

test('nobody widens what a role of the tenant’s own narrows for themselves, by that role or by its base', async () => {
  const permissions = [...READING, 'field-access:read', 'field-access:write'];
  const roleId = await roleOf('admin', permissions);
  const { client } = await having(roleId, 'admin');
  await scene.rule(roleId, { email: 'hidden' });
  for (const role of [roleId, roleId.toUpperCase(), 'admin']) refused(await put(role, {}, client), 403, 'FORBIDDEN');
  assert.equal((await put('support', {}, client)).status, 200);
  assert.equal((await scene.seenBy(client, scene.path)).data.email, null);
});

test('nobody gets round such rules through somebody else: an account to make, or one to take over', async () => {
  const roleId = await roleOf('admin', permitted('admin'));
  const { client } = await having(roleId, 'admin');
  const other = await personOf(scene.app, { tenantId: scene.tenantId, role: 'support' });
  const invite = (role: string) => client.post('/api/v1/users', { email: `${newId()}@example.test`, role });
  const move = () => client.patch(`/api/v1/users/${other.userId}`, { email: `${newId()}@example.test` });
  for (const answer of [await invite('support'), await move()]) assert.ok(answer.status < 300, answer.text);
  await scene.rule(roleId, { email: 'visible' });
  assert.equal((await move()).status, 200, 'nothing is kept from the role');
  await scene.rule(roleId, { email: 'masked' });
  for (const answer of [await invite('support'), await invite('admin'), await move()])
    refused(answer, 403, 'FORBIDDEN');
});

test('the rules of a role go with it', async () => {
  const roleId = await roleOf('support');
  await scene.rule(roleId, { email: 'hidden', phone: 'masked' });
  const count = async (): Promise<number> => {
    const text = 'SELECT FROM role_field_access WHERE role_id = $1';
    return (await scene.app.owner.query({ text, values: [roleId] })).length;
  };
  assert.equal(await count(), 2);
  const gone = await ownersOf(scene.app, scene.tenantId).delete(`/api/v1/roles/${roleId}`);
  assert.equal(gone.status, 200, gone.text);
  assert.equal(await count(), 0);
  names(await put(roleId, {}), 'role');
});

test('nothing failed in silence', () => assert.deepEqual(scene.app.problems, []));
