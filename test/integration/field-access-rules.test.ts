import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { POLICY, type UserRole } from '../../src/core/access/index.ts';
import { personOf } from '../kit/people.ts';
import { FIELD_ACCESS_PATH, LICENSED, type ReadLead, startReadLead, VALUES } from '../kit/read-lead.ts';
import { names, refused } from '../kit/refusals.ts';

let scene: ReadLead;
before(async () => {
  scene = await startReadLead();
});
after(() => scene.stop());

test('rules are replaced as a whole, shown to those who rule, and every change names its fields', async () => {
  const { admin, app } = scene;
  await scene.rule('support', { email: 'masked', phone: 'hidden' });
  const answer = await admin.put(FIELD_ACCESS_PATH, { role: 'support', rules: [{ field: 'email', access: 'hidden' }] });
  assert.deepEqual(answer.json.data.rules, [{ field: 'email', access: 'hidden' }]);
  const [event] = await app.owner.query<{ action: string; detail: unknown; ids: string[] }>({
    text: 'SELECT action, detail, entity_ids::text[] AS ids FROM audit_events WHERE request_id = $1',
    values: [answer.headers['x-request-id']],
  });
  const detail = { role: 'support', fields: ['email', 'phone'] };
  assert.deepEqual(event, { action: 'field_access.update', detail, ids: [scene.tenantId] });
  const roles = new Map<string, unknown>(
    (await admin.get(FIELD_ACCESS_PATH)).json.data.map(({ role, rules }: { role: string; rules: unknown }) => [
      role,
      rules,
    ]),
  );
  assert.deepEqual([...roles.keys()], POLICY['leads:read']);
  for (const role of POLICY['leads:read'].filter((one) => one !== 'support')) {
    assert.deepEqual(roles.get(role), []);
    await scene.rule(role, { gender: 'visible' });
    await scene.rule(role);
  }
  assert.deepEqual(roles.get('support'), [{ field: 'email', access: 'hidden' }]);
  await scene.rule('support');
  for (const role of ['buyer', 'partner'] as const) {
    refused(await scene.keys[role].get(FIELD_ACCESS_PATH), 403, 'FORBIDDEN');
    refused(await scene.keys[role].put(FIELD_ACCESS_PATH, { role, rules: [] }), 403, 'FORBIDDEN');
  }
});

test('whoever rules shows a second factor before the rules change; others of the staff never change them', async () => {
  const { app, tenantId } = scene;
  const put = async (role: UserRole, more: object = {}) => {
    const { client } = await personOf(app, { tenantId, role, ...more });
    return client.put(FIELD_ACCESS_PATH, { role: 'support', rules: [] });
  };
  refused(await put('owner', { steppedUpAt: new Date(Date.now() - 600_000) }), 403, 'STEP_UP_REQUIRED');
  for (const role of ['analyst', 'compliance', 'support'] as const) refused(await put(role), 403, 'FORBIDDEN');
  for (const role of ['owner', 'admin'] as const) assert.equal((await put(role)).status, 200);
});

test('rules bind people by their role, and an analyst sees nothing in clear whatever they say', async () => {
  const { app, tenantId, path } = scene;
  const [support, analyst] = [
    await personOf(app, { tenantId, role: 'support' }),
    await personOf(app, { tenantId, role: 'analyst' }),
  ];
  for (const role of ['support', 'analyst']) await scene.rule(role, { firstName: 'visible', email: 'hidden' });
  const one = (await scene.seenBy(support.client, path)).data;
  assert.deepEqual([one.firstName, one.email, one.phone], [VALUES.firstName, null, VALUES.phone]);
  const other = await scene.seenBy(analyst.client, path);
  assert.deepEqual([other.data.firstName, other.data.email, other.phi], ['Q•••', null, []]);
  refused(await analyst.client.post(`${path}/reveal`, { fields: ['firstName'], reason: 'Curious' }), 403, 'FORBIDDEN');
  for (const role of ['support', 'analyst']) await scene.rule(role);
});

test('two who replace the rules of a role at once never leave a mixture', async () => {
  const sets = [
    { email: 'hidden', phone: 'hidden' },
    { firstName: 'masked', lastName: 'masked' },
  ] as const;
  for (let round = 0; round < 5; round += 1) await Promise.all(sets.map((rules) => scene.rule('support', rules)));
  const { data } = (await scene.admin.get(FIELD_ACCESS_PATH)).json;
  const { rules } = data.find(({ role }: { role: string }) => role === 'support');
  assert.ok(['email,phone', 'firstName,lastName'].includes(rules.map((one: { field: string }) => one.field).join()));
  await scene.rule('support');
});

test('a set of rules with a mistake is refused by name, and changes nothing', async () => {
  const { admin } = scene;
  const put = (rules: readonly object[], role = 'support') => admin.put(FIELD_ACCESS_PATH, { role, rules });
  const email = { field: 'email', access: 'hidden' };
  await scene.rule('support', { phone: 'masked' });
  const [twice] = names(await put([email, { field: 'phone', access: 'masked' }, email]), 'rules.2.field');
  assert.equal(twice?.rule, 'twice');
  const unknown = names(await put([email, { field: 'emial', access: 'hidden' }]), 'rules.1.field');
  assert.equal(unknown[0]?.rule, 'unknown_field');
  for (const role of ['superadmin', 'posting', 'practice_member', 'nobody']) names(await put([email], role), 'role');
  refused(await put([{ field: 'email', access: 'open' }]), 400, 'VALIDATION_ERROR');
  refused(await put([{ field: 'class:everything', access: 'hidden' }]), 400, 'VALIDATION_ERROR');
  refused(await put(Array.from({ length: 501 }, () => email)), 400, 'VALIDATION_ERROR');
  const { data } = (await admin.get(FIELD_ACCESS_PATH)).json;
  const { rules } = data.find(({ role }: { role: string }) => role === 'support');
  assert.deepEqual(rules, [{ field: 'phone', access: 'masked' }]);
  await scene.rule('support');
});

test('a buyer is delivered what its contract licenses, whatever its people may see', async () => {
  await scene.under('buyer', { 'class:contact': 'hidden', firstName: 'masked' }, async () => {
    const lead = scene.market.lead({ ...VALUES, email: 'other@example.com', phone: '+12125550143' });
    assert.equal((await scene.market.post(lead)).json.result, 'success');
    const [got] = scene.market.buyers[1]?.simulator.received().slice(-1) ?? [];
    assert.deepEqual(Object.keys(got?.body ?? {}), [...LICENSED]);
  });
});

test('nothing failed in silence', () => assert.deepEqual(scene.app.problems, []));
