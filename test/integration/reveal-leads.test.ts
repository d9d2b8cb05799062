import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { newId } from '../../src/kernel/ids.ts';
import { installationOf, personOf, type PersonWish } from '../kit/people.ts';
import { type ReadLead, startReadLead, VALUES } from '../kit/read-lead.ts';
import { names, refused } from '../kit/refusals.ts';

let scene: ReadLead;
before(async () => {
  scene = await startReadLead();
});
after(() => scene.stop());

const LIST = '/api/v1/leads';
const WATERFALL = () => `${scene.path}/distributions`;
const AGE = 'By dateOfBirth, the person is not whom the contract buys: at least 80 years.';
const CHOICE = 'The field treatment is not what the contract asks for: anything but Qtreatment.';

test('what a contract asked of a field is told to those only who see the field in clear', async () => {
  const all = await scene.seenBy(scene.keys.admin, WATERFALL());
  assert.ok(all.text.includes(AGE) && all.text.includes(CHOICE), all.text);
  assert.deepEqual(all.phi, ['identity', 'health']);
  for (const [name, classes] of [
    ['treatment', ['identity']],
    ['dateOfBirth', ['health']],
  ] as const) {
    for (const access of ['hidden', 'masked'] as const) {
      await scene.under('admin', { [name]: access }, async () => {
        const { text, phi } = await scene.seenBy(scene.keys.admin, WATERFALL());
        assert.deepEqual([text.includes(AGE), text.includes(CHOICE)], [name !== 'dateOfBirth', name !== 'treatment']);
        assert.ok(!text.includes(name) && (name !== 'treatment' || !text.includes(VALUES.treatment)), text);
        assert.deepEqual(phi, classes);
      });
    }
  }
  const rest = await scene.seenBy(scene.keys.admin, `${WATERFALL()}?limit=1`);
  assert.deepEqual([rest.data.length, rest.phi], [1, []], 'a page tells of its own rows only');
  const dark = await scene.seenBy(scene.blind.admin, WATERFALL());
  assert.ok(!dark.text.includes(AGE) && !dark.text.includes('treatment'), dark.text);
  assert.deepEqual(dark.phi, []);
});

test('whoever asks for masks gets them, in lists, of one lead and by search; what is hidden stays hidden', async () => {
  const values = [VALUES.email, VALUES.phone, VALUES.treatment];
  const isClear = (text: string): boolean => values.some((value) => text.includes(value));
  for (const at of [LIST, `${LIST}?cursor=`, scene.path]) {
    const open = await scene.seenBy(scene.keys.admin, at);
    assert.ok(isClear(open.text), at);
    const shut = await scene.seenBy(scene.keys.admin, `${at}${at.includes('?') ? '&' : '?'}masked=true`);
    assert.ok(!isClear(shut.text) && shut.text.includes('•••'), shut.text);
    assert.deepEqual(shut.phi, [], 'nothing was shown in clear');
  }
  const found = await scene.keys.admin.post(`${LIST}/find`, { email: VALUES.email, masked: true });
  assert.equal(found.json.data.length, 1, found.text);
  assert.ok(!isClear(found.text), found.text);
  await scene.under('admin', { email: 'hidden' }, async () => {
    const { text } = await scene.seenBy(scene.keys.admin, `${scene.path}?masked=true`);
    assert.ok(!text.includes('@•••'), text);
  });
});

test('who does not see an e-mail or a phone in clear cannot search by it, but by the id of a lead', async () => {
  const by = (text: string) => `${LIST}?search=${encodeURIComponent(text)}`;
  const found = async (text: string): Promise<number> => (await scene.seenBy(scene.keys.admin, by(text))).data.length;
  assert.deepEqual([await found(VALUES.email), await found(VALUES.phone), await found(scene.leadId)], [1, 1, 1]);
  for (const access of ['hidden', 'masked'] as const) {
    await scene.under('admin', { email: access }, async () => {
      const [fault] = names(await scene.keys.admin.get(by(VALUES.email)), 'search');
      assert.equal(fault?.rule, 'not_available');
      assert.deepEqual([await found(VALUES.phone), await found(scene.leadId)], [1, 1]);
    });
    await scene.under('admin', { 'class:contact': access }, async () => {
      names(await scene.keys.admin.get(by(VALUES.email)), 'search');
      names(await scene.keys.admin.get(by(VALUES.phone)), 'search');
      assert.equal(await found(scene.leadId), 1);
    });
  }
});

const REASON = 'Qreason: the person asked us to call back.';
const ask = (fields: readonly string[], reason = REASON) => ({ fields, reason });

test('a masked field is shown on purpose, with a reason that is kept sealed; a hidden one never', async () => {
  const rules = {
    email: 'masked',
    treatment: 'masked',
    gender: 'masked',
    phone: 'hidden',
    lastName: 'hidden',
  } as const;
  await scene.under('admin', rules, async () => {
    const wanted = ['email', 'treatment', 'phone', 'lastName', 'firstName', 'nosuch'];
    const { data, text, phi, detail, action } = await scene.seenBy(
      scene.keys.admin,
      `${scene.path}/reveal`,
      ask(wanted),
    );
    const { firstName, email, treatment } = VALUES;
    assert.deepEqual(data, { leadId: scene.leadId, fields: { firstName, email, treatment } });
    assert.ok(!text.includes(VALUES.phone) && !text.includes(VALUES.lastName), text);
    assert.deepEqual([action, phi], ['lead.reveal', ['identity', 'contact', 'health']]);
    const { revealId, ...rest } = detail;
    assert.deepEqual(rest, { fields: ['firstName', 'email', 'treatment'], reasonGiven: true });
    const [row] = await scene.app.owner.query<{ fields: string[]; lead: string; whole: string }>({
      text: 'SELECT fields, lead_id AS lead, r::text AS whole FROM reveal_reasons AS r WHERE reveal_id = $1',
      values: [revealId],
    });
    assert.deepEqual([row?.fields, row?.lead], [['firstName', 'email', 'treatment'], scene.leadId]);
    assert.ok(!row?.whole.includes('Qreason') && !row?.whole.includes(Buffer.from('Qreason').toString('hex')));
    const trail = await scene.admin.get(`/api/v1/audit-logs?entityId=${scene.leadId}&action=lead.reveal`);
    assert.ok(trail.text.includes('reasonGiven') && !trail.text.includes('Qreason'), trail.text);
    const none = await scene.seenBy(scene.keys.admin, `${scene.path}/reveal`, ask(['phone']));
    assert.deepEqual([none.data.fields, none.phi], [{}, []]);
  });
});

test('a reveal opens the classes of the fields asked for, and no other', async () => {
  const closed = ['sealed_identity', 'sealed_health', 'sealed_other'];
  const { data } = await scene.broken(closed, () =>
    scene.seenBy(scene.keys.admin, `${scene.path}/reveal`, ask(['email'])),
  );
  assert.deepEqual(data.fields, { email: VALUES.email });
});

test('a reveal needs access to personal data, a reason and names; a foreign lead is a missing one', async () => {
  const path = `${scene.path}/reveal`;
  refused(await scene.blind.admin.post(path, ask(['email'])), 403, 'FORBIDDEN');
  for (const role of ['buyer', 'partner'] as const)
    refused(await scene.keys[role].post(path, ask(['email'])), 403, 'FORBIDDEN');
  for (const reason of ['', 'no', '     ', 'x'.repeat(501)])
    names(await scene.keys.admin.post(path, ask(['email'], reason)), 'reason');
  names(await scene.keys.admin.post(path, { fields: ['email'] }), 'reason');
  names(await scene.keys.admin.post(path, ask([])), 'fields');
  names(await scene.keys.admin.post(path, ask(Array.from({ length: 51 }, (_, index) => `sub${index}`))), 'fields');
  const { admin: foreign } = await scene.app.tenant('Foreign');
  refused(await foreign.post(path, ask(['email'])), 404, 'NOT_FOUND');
});

const REVEALS = '/api/v1/reveals';
const personWith = async (wish: Partial<PersonWish> & Pick<PersonWish, 'role'>) =>
  personOf(scene.app, { tenantId: scene.tenantId, ...wish });

test('whoever examines the trail reads who looked, when, at which fields of which lead, and why', async () => {
  const support = await personWith({ role: 'support' });
  const { detail } = await scene.seenBy(
    support.client,
    `${scene.path}/reveal`,
    ask(['email', 'gender'], 'Qwhy: asked.'),
  );
  for (const role of ['owner', 'admin', 'compliance'] as const) {
    const { client } = await personWith({ role, readOnly: true });
    const { data, phi, action, detail: told } = await scene.seenBy(client, `${REVEALS}?limit=1`);
    const { createdAt, ...row } = data[0];
    assert.deepEqual(row, {
      id: detail['revealId'],
      leadId: scene.leadId,
      userId: support.userId,
      fields: ['gender', 'email'],
      reason: 'Qwhy: asked.',
      masked: false,
      erased: false,
    });
    assert.ok(Math.abs(Date.parse(createdAt) - Date.now()) < 60_000, createdAt);
    assert.deepEqual([data.length, phi, action], [1, ['reason'], 'reveal.list']);
    assert.deepEqual(told, { leadIds: [scene.leadId] });
  }
  const trail = await scene.admin.get(`/api/v1/audit-logs?entityId=${String(detail['revealId'])}&action=reveal.list`);
  assert.ok(trail.json.pagination.total >= 3 && !trail.text.includes('Qwhy'), trail.text);
});

test('reasons are paged, newest first, and found by lead, person and time', async () => {
  const { client, userId } = await personWith({ role: 'support' });
  for (const reason of ['Qfirst', 'Qsecond', 'Qthird'])
    await scene.seenBy(client, `${scene.path}/reveal`, ask(['email'], reason));
  const list = async (query: string) => (await scene.admin.get(`${REVEALS}?${query}`)).json;
  const mine = `userId=${userId}`;
  const all = await list(mine);
  const reasons = all.data.map(({ reason }: { reason: string }) => reason);
  assert.deepEqual([reasons, all.pagination.total], [['Qthird', 'Qsecond', 'Qfirst'], 3]);
  const page = await list(`${mine}&limit=1&offset=1`);
  assert.deepEqual([page.data.length, page.data[0].reason, page.pagination.hasMore], [1, 'Qsecond', true]);
  assert.equal((await list(`${mine}&leadId=${scene.leadId}`)).pagination.total, 3);
  assert.equal((await list(`${mine}&leadId=${newId()}`)).pagination.total, 0);
  assert.equal((await list(`${mine}&dateTo=2020-01-01`)).pagination.total, 0);
  assert.equal((await list(`${mine}&dateFrom=2020-01-01`)).pagination.total, 3);
  names(await scene.admin.get(`${REVEALS}?dateFrom=soon`), 'dateFrom');
});

test('a reason is masked without access to personal data, and hidden from whom a class is hidden', async () => {
  const dark = await scene.seenBy(scene.blind.admin, `${REVEALS}?limit=1`);
  assert.deepEqual([dark.data[0].reason, dark.data[0].masked, dark.phi], ['•••', true, []]);
  await scene.under('admin', { 'class:contact': 'masked' }, async () => {
    const { data, phi } = await scene.seenBy(scene.keys.admin, `${REVEALS}?limit=1`);
    assert.deepEqual([data[0].masked, phi], [false, ['reason']], 'whoever may look behind masks reads why others did');
  });
  await scene.under('admin', { 'class:health': 'hidden' }, async () => {
    const { data, phi } = await scene.seenBy(scene.keys.admin, `${REVEALS}?limit=1`);
    assert.deepEqual([data[0].reason, data[0].masked, phi], [null, false, []]);
  });
  await scene.app.owner.query({ text: 'UPDATE reveal_reasons SET sealed_reason = NULL', values: [] });
  const gone = await scene.seenBy(scene.keys.admin, `${REVEALS}?limit=1`);
  assert.deepEqual([gone.data[0].reason, gone.data[0].erased, gone.phi], [null, true, []]);
});

test('nobody else reads reasons: not analysts, support, buyers, partners or guests, nor another tenant', async () => {
  for (const role of ['analyst', 'support'] as const)
    refused(await (await personWith({ role })).client.get(REVEALS), 403, 'FORBIDDEN');
  for (const role of ['buyer', 'partner'] as const) refused(await scene.keys[role].get(REVEALS), 403, 'FORBIDDEN');
  const superadmin = await personWith({ role: 'superadmin', tenantId: await installationOf(scene.app) });
  refused(await superadmin.client.get(REVEALS), 403, 'FORBIDDEN');
  const grantId = newId();
  await scene.app.owner.query({
    text: `INSERT INTO access_grants (tenant_id, grant_id, guest_id, guest_email, reason_sealed, lead_id, created_at,
        expires_at) VALUES ($1, $2, $3, 'super@example.test', '', $4, now(), now() + interval '30 minutes')`,
    values: [scene.tenantId, grantId, superadmin.userId, scene.leadId],
  });
  await scene.app.owner.query({
    text: 'UPDATE sessions SET guest_tenant_id = $2, guest_grant_id = $3 WHERE session_id = $1',
    values: [superadmin.sessionId, scene.tenantId, grantId],
  });
  scene.app.runtime.sessions.forget();
  assert.equal((await superadmin.client.get(scene.path)).status, 200);
  refused(await superadmin.client.get(REVEALS), 403, 'FORBIDDEN');
  const { admin: foreign } = await scene.app.tenant('Also foreign');
  assert.deepEqual((await foreign.get(`${REVEALS}?leadId=${scene.leadId}`)).json.data, []);
});

test('nothing failed in silence', () => assert.deepEqual(scene.app.problems, []));
