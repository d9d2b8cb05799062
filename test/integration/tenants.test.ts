import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { newId } from '../../src/kernel/ids.ts';
import { startApp, type TestApp } from '../kit/app.ts';
import type { Answer, Client } from '../kit/client.ts';
import { installationOf, type Person, personOf, superadminOf } from '../kit/people.ts';
import { made, names, refused } from '../kit/refusals.ts';

const PATH = '/api/superadmin/tenants';

let app: TestApp;
let superadmin: Person;
let root: Client;
let serial = 0;

before(async () => {
  app = await startApp();
  superadmin = await superadminOf(app);
  root = superadmin.client;
});
after(async () => {
  await app.stop();
  assert.deepEqual(app.problems, []);
});

const body = (more: object = {}) => ({
  name: 'Made here',
  slug: `made-${(serial += 1)}`,
  timeZone: 'America/Denver',
  ...more,
});
const fresh = async (more: object = {}): Promise<string> => (await made(root, PATH, body(more))).id;

interface TrailEvent {
  readonly tenantId: string;
  readonly action: string;
  readonly kind: string;
  readonly actorId: string;
  readonly outcome: string;
  readonly ids: string[];
}

/** What the trails of all tenants say of a request. */
const eventsOf = (answer: Answer): Promise<TrailEvent[]> =>
  app.owner.query({
    text: `SELECT tenant_id AS "tenantId", action, actor_kind AS kind, actor_id AS "actorId", outcome,
      entity_ids::text[] AS ids FROM audit_events WHERE request_id = $1 ORDER BY event_id`,
    values: [answer.headers['x-request-id']],
  });

/** Asserts that a request stands in the tenant's own trail and in that of the installation. */
async function standsInBoth(answer: Answer, tenantId: string, action: string): Promise<void> {
  const events = await eventsOf(answer);
  const installation = await installationOf(app);
  const seen = events.map((event) => `${event.tenantId} ${event.action} ${event.kind} ${event.outcome}`).toSorted();
  const wanted = [`${tenantId} ${action} superadmin done`, `${installation} ${action} staff done`].toSorted();
  assert.deepEqual(seen, wanted);
  for (const event of events) assert.deepEqual([event.actorId, event.ids], [superadmin.userId, [tenantId]]);
}

test('a superadmin makes a tenant, which works at once and has no key and nobody in it', async () => {
  const given = body({ plan: 'starter', domain: 'Leads.Clinic.COM', settings: { color: 'blue' } });
  const answer = await root.post(PATH, given);
  assert.equal(answer.status, 201, answer.text);
  const { data } = answer.json;
  assert.equal(data.status, 'active');
  assert.deepEqual(
    [data.slug, data.plan, data.timeZone, data.domain, data.settings, data.features, data.kind],
    [
      given.slug,
      'starter',
      'America/Denver',
      'leads.clinic.com',
      { color: 'blue', timeZone: 'America/Denver' },
      {},
      'operator',
    ],
  );
  await standsInBoth(answer, data.id, 'tenant.create');
  const [count] = await app.owner.query<{ n: number }>({
    text: `SELECT (SELECT count(*) FROM api_keys WHERE tenant_id = $1)
      + (SELECT count(*) FROM users WHERE tenant_id = $1) AS n`,
    values: [data.id],
  });
  assert.equal(count?.n, 0);
});

test('a tenant needs a time zone, which may stand among its settings, and has no default', async () => {
  const { timeZone: _zone, ...bare } = body();
  names(await root.post(PATH, bare), 'timeZone');
  names(await root.post(PATH, { ...bare, timeZone: 'Mars/Olympus' }), 'timeZone');
  names(await root.post(PATH, { ...bare, settings: { timeZone: 7 } }), 'settings.timeZone');
  const among = await made(root, PATH, { ...bare, settings: { timezone: 'Europe/London' } });
  assert.deepEqual([among.timeZone, among.settings], ['Europe/London', { timeZone: 'Europe/London' }]);
});

test('bad bodies are refused by every field, and a slug that is taken as such', async () => {
  const bad = { slug: 'Not a slug', domain: 'localhost', plan: 'gold', status: 'active', key: 1 };
  names(await root.post(PATH, bad), 'name', 'slug', 'domain', 'plan', 'status', 'key');
  names(await root.post(PATH), 'name', 'slug');
  names(await root.post(PATH, body({ settings: { smtpPassword: 'x' } })), 'settings.smtpPassword');
  const { slug } = await made(root, PATH, body());
  assert.equal(refused(await root.post(PATH, body({ slug })), 409, 'DUPLICATE')[0]?.field, 'slug');
  const id = await fresh();
  names(
    await root.patch(`${PATH}/${id}`),
    ...'name slug status statusReason timeZone logoUrl plan domain settings'.split(' '),
  );
  names(await root.put(`${PATH}/${id}`, { logoUrl: 'http://x.example.com/a.png', limits: {} }), 'logoUrl', 'limits');
  refused(await root.put(`${PATH}/${id}`, { slug }), 409, 'DUPLICATE');
});

test('a slug that names the installation, or a way into it, is no tenant’s, new or changed', async () => {
  const id = await fresh();
  for (const slug of ['installation', 'api', 'setup', 'reset', 'admin', 'superadmin', 'healthz']) {
    for (const answer of [await root.post(PATH, body({ slug })), await root.patch(`${PATH}/${id}`, { slug })]) {
      const [fault] = names(answer, 'slug');
      assert.match(fault?.message ?? '', /reserved .* Choose another/, slug);
    }
    names(await root.post('/api/admin/organizations', body({ slug })), 'slug');
  }
  assert.equal((await root.patch(`${PATH}/${id}`, { slug: 'api-dental' })).json.data.slug, 'api-dental');
});

test('tenants are listed and found by text and status; the installation is never among them', async () => {
  const id = await fresh({ name: 'Zebra Dental' });
  const installation = await installationOf(app);
  const found = await root.get(`${PATH}?q=zebra&status=active`);
  assert.deepEqual([found.status, found.json.pagination.total, found.json.data[0].id], [200, 1, id]);
  assert.equal((await root.get(`${PATH}?q=zebra&status=suspended`)).json.pagination.total, 0);
  const all = await root.get(`${PATH}?limit=1000`);
  assert.ok(all.json.data.length > 1);
  assert.ok(all.json.data.every((tenant: { id: string }) => tenant.id !== installation));
  const second = await root.get(`${PATH}?limit=1&offset=1`);
  assert.deepEqual(second.json.data, [all.json.data[1]]);
  assert.equal((await root.get(`${PATH}/${id}`)).json.data.name, 'Zebra Dental');
  names(await root.get(`${PATH}?status=gone&colour=red`), 'status', 'colour');
});

test('the installation, and what is not there, are missing to every route', async () => {
  for (const id of [await installationOf(app), newId()]) {
    const at = `${PATH}/${id}`;
    const answers = [
      await root.get(at),
      await root.put(at, { name: 'X' }),
      await root.patch(at, { status: 'suspended' }),
      await root.delete(at),
      await root.get(`${at}/stats`),
      await root.patch(`${at}/features`, { feature: 'calls', enabled: true }),
      await root.post(`${at}/approve`),
      await root.post(`${at}/reject`),
    ];
    for (const answer of answers) refused(answer, 404, 'NOT_FOUND');
  }
  const [row] = await app.owner.query<{ status: string }>({
    text: `SELECT status FROM tenants WHERE kind = 'installation'`,
  });
  assert.equal(row?.status, 'active');
});

test('a change keeps what it does not name, merges settings, and stands in both trails', async () => {
  const id = await fresh({ settings: { a: 1, b: 2 } });
  const answer = await root.patch(`${PATH}/${id}`, { name: 'Renamed', settings: { b: null, c: 3 } });
  assert.equal(answer.status, 200, answer.text);
  const { name, plan, settings, timeZone } = answer.json.data;
  assert.deepEqual([name, plan, timeZone], ['Renamed', 'standard', 'America/Denver']);
  assert.deepEqual(settings, { a: 1, c: 3, timeZone: 'America/Denver' });
  await standsInBoth(answer, id, 'tenant.update');
  const zone = await root.put(`${PATH}/${id}`, { settings: { timeZone: 'America/Boise' }, domain: null });
  assert.deepEqual([zone.json.data.timeZone, zone.json.data.settings.a], ['America/Boise', 1]);
});

test('a tenant that is suspended or shut is closed at once to people and keys, and opens again', async () => {
  for (const close of ['suspended', 'inactive', 'delete'] as const) {
    const { tenantId, admin } = await app.tenant();
    const owner = (await personOf(app, { tenantId, role: 'owner' })).client;
    const statuses = async (): Promise<number[]> =>
      Promise.all([owner, admin].map(async (client) => (await client.get('/api/v1/buyers')).status));
    assert.deepEqual(await statuses(), [200, 200]);
    const at = `${PATH}/${tenantId}`;
    const answer = close === 'delete' ? await root.delete(at) : await root.patch(at, { status: close });
    assert.equal(answer.json.data.status, close === 'delete' ? 'inactive' : close);
    assert.deepEqual(await statuses(), [401, 401], close);
    assert.equal((await root.put(at, { status: 'active' })).status, 200);
    assert.deepEqual(await statuses(), [200, 200]);
  }
});

test('a shut tenant keeps its records', async () => {
  const { tenantId, admin } = await app.tenant('Shut');
  await made(admin, '/api/v1/buyers', { name: 'Still there' });
  const answer = await root.delete(`${PATH}/${tenantId}`);
  assert.equal(answer.status, 200, answer.text);
  await standsInBoth(answer, tenantId, 'tenant.delete');
  const stats = await root.get(`${PATH}/${tenantId}/stats`);
  assert.equal(stats.json.data.totalBuyers, 1);
});

test('stats are counts, and the tenant’s trail says who counted', async () => {
  const { tenantId, admin } = await app.tenant('Counted');
  await made(admin, '/api/v1/buyers', { name: 'One' });
  await made(admin, '/api/v1/partners', { name: 'One' });
  await made(admin, '/api/v1/partners', { name: 'Two' });
  await personOf(app, { tenantId, role: 'analyst' });
  const answer = await root.get(`${PATH}/${tenantId}/stats`);
  assert.deepEqual(answer.json, {
    data: { tenantId, totalLeads: 0, totalBuyers: 1, totalPartners: 2, totalUsers: 1 },
  });
  await standsInBoth(answer, tenantId, 'tenant.stats');
});

test('flags are switched singly or by a map, and others stay', async () => {
  const id = await fresh();
  const at = `${PATH}/${id}/features`;
  assert.deepEqual((await root.patch(at, { feature: 'calls', enabled: true })).json, { data: { calls: true } });
  const answer = await root.patch(at, { features: { calls: false, ivr: true } });
  assert.deepEqual(answer.json, { data: { calls: false, ivr: true } });
  await standsInBoth(answer, id, 'tenant.features');
  names(await root.patch(at), 'feature', 'enabled');
  names(await root.patch(at, { feature: 'calls' }), 'enabled');
  names(await root.patch(at, { features: {} }), 'features');
  names(await root.patch(at, { features: { x: true }, feature: 'y', enabled: true }), 'features');
  names(await root.patch(at, { features: { 'no name': true } }), 'features.no name');
  names(await root.patch(at, { features: { calls: 'yes' }, more: 1 }), 'features.calls', 'more');
});

test('one that waits is let in or turned away once; another does not wait', async () => {
  const waiting = async (): Promise<string> => {
    const id = await fresh();
    const text = `UPDATE tenants SET status = 'pending', approved_at = NULL WHERE tenant_id = $1`;
    await app.owner.query({ text, values: [id] });
    return id;
  };
  const welcome = await waiting();
  const approved = await root.post(`${PATH}/${welcome}/approve`);
  assert.deepEqual(approved.json, { data: { id: welcome, status: 'active' } });
  await standsInBoth(approved, welcome, 'tenant.approve');
  assert.notEqual((await root.get(`${PATH}/${welcome}`)).json.data.approvedAt, null);
  refused(await root.post(`${PATH}/${welcome}/approve`), 409, 'CONFLICT');
  refused(await root.post(`${PATH}/${welcome}/reject`), 409, 'CONFLICT');
  const other = await waiting();
  names(await root.post(`${PATH}/${other}/reject`, { reason: 5, why: 'x' }), 'reason', 'why');
  const rejected = await root.post(`${PATH}/${other}/reject`, { reason: 'No licence was shown.' });
  assert.deepEqual(rejected.json, { data: { id: other, status: 'inactive' } });
  await standsInBoth(rejected, other, 'tenant.reject');
  const { statusReason } = (await root.get(`${PATH}/${other}`)).json.data;
  assert.equal(statusReason, 'No licence was shown.');
  assert.equal((await root.get(`${PATH}?status=pending`)).json.pagination.total, 0);
});

test('nobody but a superadmin comes here, and a superadmin has no way into a tenant by it', async () => {
  const { tenantId, admin } = await app.tenant('Curious');
  const owner = (await personOf(app, { tenantId, role: 'owner' })).client;
  for (const client of [admin, owner]) {
    refused(await client.get(PATH), 403, 'FORBIDDEN');
    refused(await client.post(PATH, body()), 403, 'FORBIDDEN');
    refused(await client.get(`${PATH}/${tenantId}`), 403, 'FORBIDDEN');
    refused(await client.patch(`${PATH}/${tenantId}`, { plan: 'enterprise' }), 403, 'FORBIDDEN');
    refused(await client.delete(`${PATH}/${tenantId}`), 403, 'FORBIDDEN');
    refused(await client.get(`${PATH}/${tenantId}/stats`), 403, 'FORBIDDEN');
    refused(await client.patch(`${PATH}/${tenantId}/features`, { feature: 'x', enabled: true }), 403, 'FORBIDDEN');
    refused(await client.post(`${PATH}/${tenantId}/approve`), 403, 'FORBIDDEN');
    refused(await client.post(`${PATH}/${tenantId}/reject`), 403, 'FORBIDDEN');
  }
  for (const path of [
    '/api/v1/leads',
    '/api/v1/buyers',
    '/api/v1/settings?category=general',
    '/api/admin/organizations',
  ])
    refused(await root.get(path), 403, 'FORBIDDEN');
});

test('a refused change of a tenant stands in the installation’s trail only', async () => {
  const id = await fresh();
  const answer = await root.patch(`${PATH}/${id}`, { timeZone: 'Nowhere' });
  names(answer, 'timeZone');
  const events = await eventsOf(answer);
  assert.deepEqual(
    events.map((event) => [event.tenantId, event.action, event.outcome]),
    [[await installationOf(app), 'tenant.update', 'refused']],
  );
});
