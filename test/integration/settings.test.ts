import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { signupSettings } from '../../src/core/settings/index.ts';
import { systemContext } from '../../src/core/gate/index.ts';
import { newId } from '../../src/kernel/ids.ts';
import { startApp, type TestApp } from '../kit/app.ts';
import type { Client } from '../kit/client.ts';
import { installationOf, personOf, superadminOf } from '../kit/people.ts';
import { made, names, refused } from '../kit/refusals.ts';

const PATH = '/api/v1/settings';

let app: TestApp;
let tenantId: string;
let admin: Client;
let other: Client;
let analyst: Client;
let buyer: Client;

before(async () => {
  app = await startApp();
  ({ tenantId, admin } = await app.tenant());
  ({ admin: other } = await app.tenant());
  analyst = (await personOf(app, { tenantId, role: 'analyst' })).client;
  const { id: buyerId } = await made(admin, '/api/v1/buyers', { name: 'Buyer' });
  buyer = (await personOf(app, { tenantId, role: 'buyer', buyerId })).client;
});
after(async () => {
  await app.stop();
  assert.deepEqual(app.problems, []);
});

test('settings are kept by category and key, singly or as a map, and null takes one away', async () => {
  const kept = await admin.put(PATH, { category: 'branding', settings: { color: 'blue', sizes: [1, 2], on: false } });
  assert.equal(kept.status, 200, kept.text);
  assert.deepEqual(kept.json.data, { category: 'branding', settings: { color: 'blue', on: false, sizes: [1, 2] } });
  assert.equal((await admin.put(PATH, { category: 'branding', key: 'color', value: 'red' })).status, 200);
  assert.equal((await admin.put(PATH, { category: 'branding', key: 'on', value: null })).status, 200);
  const all = await analyst.get(`${PATH}?category=branding`);
  assert.deepEqual(all.json, { data: { category: 'branding', settings: { color: 'red', sizes: [1, 2] } } });
  const one = await analyst.get(`${PATH}?category=branding&key=color`);
  assert.deepEqual(one.json.data, { category: 'branding', key: 'color', value: 'red', settings: { color: 'red' } });
  const none = await admin.get(`${PATH}?category=branding&key=font`);
  assert.deepEqual(none.json.data, { category: 'branding', key: 'font', value: null, settings: {} });
  assert.deepEqual((await admin.get(`${PATH}?category=general`)).json.data.settings, {});
  assert.deepEqual((await other.get(`${PATH}?category=branding`)).json.data.settings, {});
});

test('what is no setting is refused by its name, and so is a client that sends nothing', async () => {
  names(await admin.get(PATH), 'category');
  names(await admin.get(`${PATH}?category=signup`), 'category');
  names(await admin.put(PATH), 'category');
  names(await admin.put(PATH, { category: 'api' }), 'settings');
  names(await admin.put(PATH, { category: 'api', settings: {} }), 'settings');
  names(await admin.put(PATH, { category: 'api', key: 'x' }), 'value');
  names(await admin.put(PATH, { category: 'api', key: 'x', value: 1, settings: { y: 1 } }), 'settings');
  names(await admin.put(PATH, { category: 'api', settings: { '1x': 1, 'a b': 2 } }), 'settings.1x', 'settings.a b');
  names(await admin.put(PATH, { category: 'api', more: 1, settings: { a: 1 } }), 'more');
  names(await admin.put(PATH, { category: 'api', key: 'big', value: 'x'.repeat(17_000) }), 'value');
  const faults = names(
    await admin.put(PATH, {
      category: 'api',
      settings: { apiKey: 'x', mail: { password: 'y' }, passwordMinLength: 12 },
    }),
    'settings.apiKey',
    'settings.mail.password',
  );
  assert.match(faults[0]?.message ?? '', /settings\/smtp/);
  assert.deepEqual((await admin.get(`${PATH}?category=api`)).json.data.settings, {});
});

test('a category does not grow without end', async () => {
  const many = (from: number) => Object.fromEntries(Array.from({ length: 150 }, (_, at) => [`key${from + at}`, at]));
  assert.equal((await admin.put(PATH, { category: 'leads', settings: many(0) })).status, 200);
  refused(await admin.put(PATH, { category: 'leads', settings: many(1000) }), 409, 'CONFLICT');
});

test('settings of integrations are a category with an address of its own', async () => {
  const at = `${PATH}/integrations`;
  const kept = await admin.put(at, { settings: { calendar: { provider: 'none' } } });
  assert.deepEqual(kept.json.data, { category: 'integrations', settings: { calendar: { provider: 'none' } } });
  assert.deepEqual((await analyst.get(at)).json, kept.json);
  assert.deepEqual((await admin.get(`${PATH}?category=integrations`)).json, kept.json);
  names(await admin.put(at), 'settings');
  names(await admin.put(at, { settings: { token: 'x' }, more: 1 }), 'more');
  names(await admin.put(at, { settings: { token: 'x' } }), 'settings.token');
});

test('domains are added once, wait for their proof, and are removed', async () => {
  const at = `${PATH}/domains`;
  const added = await made(admin, at, { domain: 'Leads.Clinic.com' });
  assert.deepEqual([added.domain, added.status, added.domainType], ['leads.clinic.com', 'pending', 'custom']);
  assert.equal(refused(await admin.post(at, { domain: 'leads.clinic.com' }), 409, 'DUPLICATE')[0]?.field, 'domain');
  for (const domain of ['localhost', '192.0.2.1', 'https://a.com', 'a.com/x', ''])
    names(await admin.post(at, { domain }), 'domain');
  names(await admin.post(at, { domain: 'b.clinic.com', status: 'active', sslEnabled: true }), 'status', 'sslEnabled');
  names(await admin.post(at), 'domain');
  assert.equal((await made(other, at, { domain: 'leads.clinic.com' })).status, 'pending');
  const list = await analyst.get(at);
  assert.deepEqual([list.json.pagination.total, list.json.data], [1, [added]]);
  refused(await other.delete(`${at}/${added.id}`), 404, 'NOT_FOUND');
  const removed = await admin.delete(`${at}/${added.id}`);
  assert.deepEqual(removed.json, { data: { success: true, id: added.id } });
  refused(await admin.delete(`${at}/${added.id}`), 404, 'NOT_FOUND');
});

/** Makes, reads, changes by PUT and deletes a record, and looks at it as a stranger to it. */
async function livesAndDies(path: string, body: object, change: Readonly<Record<string, unknown>>): Promise<void> {
  const record = await made(admin, path, body);
  const at = `${path}/${record.id}`;
  assert.deepEqual((await analyst.get(at)).json.data, record);
  const changed = await admin.put(at, change);
  assert.equal(changed.status, 200, changed.text);
  for (const [field, value] of Object.entries(change)) assert.deepEqual(changed.json.data[field], value);
  const list = await analyst.get(path);
  assert.ok(list.json.data.some((row: { id: string }) => row.id === record.id));
  assert.equal(list.json.pagination.total, list.json.data.length);
  assert.ok((await other.get(path)).json.data.every((row: { id: string }) => row.id !== record.id));
  for (const answer of [await other.get(at), await other.put(at, change), await other.delete(at)])
    refused(answer, 404, 'NOT_FOUND');
  for (const client of [analyst, buyer]) {
    refused(await client.post(path, body), 403, 'FORBIDDEN');
    refused(await client.put(at, change), 403, 'FORBIDDEN');
    refused(await client.delete(at), 403, 'FORBIDDEN');
  }
  refused(await buyer.get(path), 403, 'FORBIDDEN');
  const empty = await admin.put(at);
  assert.ok(names(empty, ...empty.json.error.details.fields.map((fault: { field: string }) => fault.field)).length > 1);
  names(await admin.put(at, { ...change, unheardOf: 1 }), 'unheardOf');
  assert.equal((await admin.delete(at)).status, 200);
  refused(await admin.get(at), 404, 'NOT_FOUND');
}

test('lists of words live and die, one of a name in its type', async () => {
  const path = `${PATH}/lists`;
  const body = { name: 'Reasons', listType: 'refund', items: ['Late', 'Wrong'] };
  await livesAndDies(path, body, { items: ['Late'], name: 'Why' });
  await made(admin, path, body);
  refused(await admin.post(path, body), 409, 'DUPLICATE');
  await made(admin, path, { ...body, listType: 'other' });
  const typed = await admin.get(`${path}?listType=other`);
  assert.deepEqual([typed.json.pagination.total, typed.json.data[0].listType], [1, 'other']);
  names(await admin.post(path), 'name', 'listType');
  names(await admin.post(path, { ...body, items: ['a', 'a'], more: 1 }), 'items', 'more');
});

test('questions at sign-up live and die, and only those of choices have options', async () => {
  const path = `${PATH}/signup-questions`;
  const body = { entityType: 'buyer', question: 'Which states?', fieldType: 'multiselect', options: ['TX', 'OH'] };
  await livesAndDies(path, body, { question: 'Where?', isRequired: true, sortOrder: 3 });
  const plain = await made(admin, path, { entityType: 'partner', question: 'How many leads a day?' });
  assert.deepEqual([plain.fieldType, plain.options, plain.isRequired, plain.sortOrder], ['text', [], false, 0]);
  await made(admin, path, body);
  const asked = await admin.get(`${path}?entityType=partner`);
  assert.deepEqual(
    asked.json.data.map((row: { id: string }) => row.id),
    [plain.id],
  );
  names(await admin.post(path), 'entityType', 'question');
  names(await admin.post(path, { ...body, options: [] }), 'options');
  names(await admin.post(path, { ...body, fieldType: 'text' }), 'options');
  names(await admin.put(`${path}/${plain.id}`, { fieldType: 'select' }), 'options');
  names(await admin.get(`${path}?entityType=lead`), 'entityType');
});

test('rates of tax live and die, as decimal text', async () => {
  const path = `${PATH}/tax-rates`;
  await livesAndDies(path, { name: 'Illinois', code: 'IL', percentage: '6.25' }, { percentage: '6.375', code: 'IL2' });
  const whole = await made(admin, path, { name: 'Ten', code: 'T', percentage: 10 });
  assert.equal(whole.percentage, '10');
  assert.equal((await made(admin, path, { name: 'None', code: 'N', percentage: '0.0000' })).percentage, '0');
  assert.equal((await made(admin, path, { name: 'All', code: 'A', percentage: '100.00' })).percentage, '100');
  refused(await admin.post(path, { name: 'Again', code: 'T', percentage: '1' }), 409, 'DUPLICATE');
  names(await admin.post(path), 'name', 'code', 'percentage');
  for (const percentage of ['100.01', '-1', '1.23456', '1e1', 'ten', '', 101])
    names(await admin.post(path, { name: 'Bad', code: 'B', percentage }), 'percentage');
});

const MAIL = {
  host: 'smtp.example.com',
  port: 587,
  username: 'sender',
  password: 'correct horse battery',
  fromEmail: 'leads@example.com',
};

test('mail accounts live and die, and their passwords are sealed and never shown', async () => {
  const path = `${PATH}/smtp`;
  await livesAndDies(path, MAIL, { fromName: 'Leads', emailAddress: 'new@example.com' });
  const { fromEmail, ...bare } = MAIL;
  const made2 = await admin.post(path, { ...bare, emailAddress: fromEmail });
  assert.equal(made2.status, 201, made2.text);
  assert.deepEqual([made2.json.data.fromEmail, made2.json.data.hasPassword], [fromEmail, true]);
  assert.ok(!made2.text.includes(MAIL.password));
  const { id } = made2.json.data;
  const sealedNow = async (): Promise<Buffer> => {
    const text = 'SELECT password_sealed AS sealed FROM smtp_accounts WHERE id = $1';
    const [row] = await app.owner.query<{ sealed: Buffer }>({ text, values: [id] });
    assert.ok(row);
    return row.sealed;
  };
  const place = { tenantId, table: 'smtp_accounts', recordId: id, part: 'password' };
  const first = await sealedNow();
  assert.equal((await app.runtime.vault.openSecret(place, first)).toString(), MAIL.password);
  assert.equal((await admin.put(`${path}/${id}`, { fromName: 'Ours' })).json.data.hasPassword, true);
  assert.deepEqual(await sealedNow(), first);
  const changed = await admin.put(`${path}/${id}`, { password: 'another one' });
  assert.ok(!changed.text.includes('another one'));
  assert.equal((await app.runtime.vault.openSecret(place, await sealedNow())).toString(), 'another one');
});

test('a kept password never goes to another server: who names one sends the password too', async () => {
  const path = `${PATH}/smtp`;
  const { id } = await made(admin, path, { ...MAIL, username: 'stays home' });
  const at = `${path}/${id}`;
  for (const move of [{ host: 'smtp.elsewhere.com' }, { port: 465 }, { host: 'smtp.elsewhere.com', port: 465 }]) {
    const [fault] = names(await admin.put(at, { ...move, fromName: 'Moved' }), 'password');
    assert.match(fault?.message ?? '', /Send password/);
  }
  const kept = (await admin.get(at)).json.data;
  assert.deepEqual([kept.host, kept.port, kept.fromName], [MAIL.host, MAIL.port, null]);
  const same = await admin.put(at, { host: MAIL.host.toUpperCase(), port: MAIL.port, fromName: 'Same place' });
  assert.deepEqual([same.status, same.json.data.host, same.json.data.hasPassword], [200, MAIL.host, true], same.text);
  const moved = await admin.put(at, { host: 'smtp.elsewhere.com', port: 465, password: 'of the other one' });
  assert.deepEqual([moved.status, moved.json.data.port], [200, 465], moved.text);
  const text = 'SELECT password_sealed AS sealed FROM smtp_accounts WHERE id = $1';
  const [row] = await app.owner.query<{ sealed: Buffer }>({ text, values: [id] });
  const place = { tenantId, table: 'smtp_accounts', recordId: id, part: 'password' };
  assert.equal((await app.runtime.vault.openSecret(place, row?.sealed ?? Buffer.of())).toString(), 'of the other one');
});

test('a mail account needs a server, a sender and TLS', async () => {
  const path = `${PATH}/smtp`;
  names(await admin.post(path), 'host', 'port', 'username', 'password');
  const { fromEmail: _from, ...bare } = MAIL;
  names(await admin.post(path, bare), 'fromEmail');
  const bad = { ...MAIL, host: '10.0.0.1', port: 0, fromEmail: 'nobody', sslEnabled: false, provider: 'resend' };
  names(await admin.post(path, { ...bad, more: 1 }), 'host', 'port', 'fromEmail', 'sslEnabled', 'provider', 'more');
});

test('sign-up is shut until a superadmin opens it, and terms that must be accepted can be read', async () => {
  const path = '/api/superadmin/settings/signup';
  const root = (await superadminOf(app)).client;
  const shut = { enabled: false, approvalMode: 'manual', requireTerms: false, termsUrl: null };
  assert.deepEqual((await root.get(path)).json, { data: shut });
  names(await root.put(path), 'enabled', 'approvalMode', 'requireTerms', 'termsUrl');
  names(await root.put(path, { requireTerms: true }), 'termsUrl');
  names(
    await root.put(path, { approvalMode: 'never', termsUrl: 'http://x.com', more: 1 }),
    'approvalMode',
    'termsUrl',
    'more',
  );
  const termsUrl = 'https://careroute.example.com/terms';
  const open = { enabled: true, approvalMode: 'auto', requireTerms: true, termsUrl };
  assert.deepEqual((await root.put(path, open)).json, { data: { success: true, ...open } });
  assert.equal((await root.put(path, { approvalMode: 'manual' })).json.data.enabled, true);
  assert.deepEqual((await root.get(path)).json, { data: { ...open, approvalMode: 'manual' } });
  const context = systemContext(await installationOf(app));
  const read = await app.runtime.tenancy.readTenant(context, signupSettings);
  assert.deepEqual(read, { ...open, approvalMode: 'manual' });
  for (const client of [admin, analyst]) {
    refused(await client.get(path), 403, 'FORBIDDEN');
    refused(await client.put(path, { enabled: false }), 403, 'FORBIDDEN');
  }
});

test('only those who run a tenant change its settings; staff reads them, and buyers do not', async () => {
  const body = { category: 'general', key: 'x', value: 1 };
  for (const client of [analyst, buyer]) {
    refused(await client.put(PATH, body), 403, 'FORBIDDEN');
    refused(await client.put(`${PATH}/integrations`, { settings: { x: 1 } }), 403, 'FORBIDDEN');
    refused(await client.post(`${PATH}/domains`, { domain: 'x.clinic.com' }), 403, 'FORBIDDEN');
    refused(await client.delete(`${PATH}/domains/${newId()}`), 403, 'FORBIDDEN');
  }
  for (const path of ['?category=general', '/integrations', '/domains'])
    refused(await buyer.get(`${PATH}${path}`), 403, 'FORBIDDEN');
  for (const role of ['practice_owner', 'practice_admin'] as const) {
    const { client } = await personOf(app, { tenantId, role });
    assert.equal((await client.put(PATH, body)).status, 200);
    assert.equal((await client.get(`${PATH}?category=general&key=x`)).json.data.value, 1);
  }
  const { client } = await personOf(app, { tenantId, role: 'practice_member' });
  refused(await client.get(`${PATH}?category=general`), 403, 'FORBIDDEN');
});
