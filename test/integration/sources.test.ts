import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { newId } from '../../src/kernel/ids.ts';
import { startApp, type TestApp } from '../kit/app.ts';
import type { Client } from '../kit/client.ts';
import { bareOf, made, names, refused } from '../kit/refusals.ts';
import { campaignScene } from '../kit/scenes.ts';

let app: TestApp;
let admin: Client;
let foreign: Client;

before(async () => {
  app = await startApp();
  ({ admin } = await app.tenant());
  foreign = (await app.tenant()).admin;
});
after(async () => {
  await app.stop();
  assert.deepEqual(app.problems, []);
});

const V = '/api/v1/verticals';
const P = '/api/v1/partners';
const C = '/api/v1/campaigns';

const partnerKey = async (partnerId: string) =>
  app.client((await made(admin, '/api/v1/auth/api-keys', { name: 'Partner key', partnerId })).key);

test('a partner keeps its profile, money as decimal text, and shows internal notes to staff only', async () => {
  const partner = await made(admin, P, {
    name: 'Acme',
    email: 'ops@acme.test',
    company: 'Acme LLC',
    defaultPrice: 12.5,
    paymentCycle: 'weekly',
    notes: 'slow payer',
    paymentThreshold: '100',
  });
  assert.equal(partner.defaultPrice, '12.50');
  assert.equal(partner.paymentThreshold, '100.00');
  assert.equal(partner.paymentCycle, 'weekly');
  assert.equal(partner.phone, null);
  const changed = (await admin.patch(`${P}/${partner.id}`, { company: null, phone: '5125550100' })).json.data;
  assert.equal(changed.company, null);
  assert.equal(changed.email, 'ops@acme.test');
  const bare = (await admin.patch(`${P}/${partner.id}`, { paymentCycle: null, paymentThreshold: null })).json.data;
  assert.deepEqual([bare.paymentCycle, bare.paymentThreshold], [null, null]);
  const own = await partnerKey(partner.id);
  const seen = (await own.get(P)).json;
  assert.equal(seen.pagination.total, 1);
  assert.equal(seen.data[0].id, partner.id);
  assert.equal(seen.data[0].notes, null);
  assert.equal((await admin.get(`${P}/${partner.id}`)).json.data.notes, 'slow payer');
  refused(await own.patch(`${P}/${partner.id}`, { name: 'Mine' }), 403, 'FORBIDDEN');
});

test('a partner is refused field by field', async () => {
  names(
    await admin.post(P, {
      name: '',
      email: 'nobody',
      status: 'asleep',
      defaultPrice: '1.234',
      taxId: '12-3456789',
      acceptsReturns: true,
      contractStartDate: '2026-02-30',
    }),
    'name',
    'email',
    'status',
    'defaultPrice',
    'taxId',
    'acceptsReturns',
    'contractStartDate',
  );
});

test('partners are searched, narrowed, sorted and paged', async () => {
  const { admin: fresh } = await app.tenant();
  for (const name of ['Zeta', 'Alpha', 'Beta'])
    await made(fresh, P, { name, status: name === 'Beta' ? 'paused' : 'active', email: `${name}@x.test` });
  const order = async (query: string) =>
    (await fresh.get(`${P}?${query}`)).json.data.map((row: { name: string }) => row.name);
  assert.deepEqual(await order('sort=name&sortDirection=asc'), ['Alpha', 'Beta', 'Zeta']);
  assert.deepEqual(await order(''), ['Beta', 'Alpha', 'Zeta']);
  assert.deepEqual(await order('status=paused'), ['Beta']);
  assert.deepEqual(await order('search=ALPHA%40x'), ['Alpha']);
  assert.deepEqual(await order('search=%25'), []);
  const page = (await fresh.get(`${P}?limit=2&offset=1`)).json;
  assert.deepEqual(page.pagination, { total: 3, limit: 2, offset: 1, hasMore: false });
  assert.equal((await fresh.get(`${P}?limit=2`)).json.pagination.hasMore, true);
  assert.deepEqual(await order('dateFrom=2999-01-01'), []);
  assert.equal((await order(`dateTo=${new Date().toISOString().slice(0, 10)}`)).length, 3);
  names(await fresh.get(`${P}?status=asleep&dateFrom=soon&limit=-1`), 'status', 'limit');
  names(await fresh.get(`${P}?dateFrom=soon&dateTo=2026-13-45`), 'dateFrom', 'dateTo');
  names(await fresh.get(`${P}?colour=red`), 'colour');
  names(await fresh.get(`${P}?sort=notes`), 'sort');
});

test('pausing a partner may switch its campaigns off, and says how many', async () => {
  const { partner, offer } = await campaignScene(admin);
  for (const status of ['active', 'testing', 'paused'])
    await made(admin, C, { name: status, partnerId: partner.id, offerId: offer.id, status });
  const plain = await admin.patch(`${P}/${partner.id}`, { status: 'paused' });
  assert.equal(plain.json.deactivatedCampaigns, undefined);
  const answer = await admin.patch(`${P}/${partner.id}`, { status: 'inactive', deactivateChildren: true });
  assert.equal(answer.json.deactivatedCampaigns, 2);
  const statuses = (await admin.get(`${C}?partnerId=${partner.id}`)).json.data.map(
    (row: { status: string }) => row.status,
  );
  assert.deepEqual(statuses.toSorted(), ['inactive', 'inactive', 'paused']);
  refused(await admin.delete(`${P}/${partner.id}`), 409, 'CONFLICT');
});

test('what belongs to another tenant is exactly like what is missing', async () => {
  const { partner, vertical: v } = await campaignScene(foreign);
  const campaign = await made(foreign, C, { name: 'Foreign', partnerId: partner.id });
  for (const [path, id] of [
    [V, v.id],
    [P, partner.id],
    [C, campaign.id],
  ] as const) {
    for (const verb of ['get', 'delete'] as const) {
      assert.equal(bareOf(await admin[verb](`${path}/${id}`)), bareOf(await admin[verb](`${path}/${newId()}`)));
    }
    refused(await admin.patch(`${path}/${id}`, { name: 'Mine' }), 404, 'NOT_FOUND');
  }
  const [mine, missing] = [
    await admin.post(C, { name: 'x', partnerId: partner.id }),
    await admin.post(C, { name: 'x', partnerId: newId() }),
  ];
  assert.equal(bareOf(mine), bareOf(missing));
  assert.equal((await foreign.get(`${P}/${partner.id}`)).json.data.name, 'Partner');
});

test('an empty body is an empty object, and changes leave their field names in the trail', async () => {
  const partner = await made(admin, P, { name: 'Trail' });
  assert.equal((await admin.patch(`${P}/${partner.id}`)).status, 200);
  names(await admin.post(P), 'name');
  await admin.patch(`${P}/${partner.id}`, { email: 'secret@person.test' });
  const trail = (await admin.get(`/api/v1/audit-logs?entityId=${partner.id}&action=partner.update`)).json.data;
  assert.deepEqual(trail[0].details, { fields: ['email'] });
  assert.equal(trail[0].entityType, 'partner');
  assert.ok(!JSON.stringify(trail).includes('secret@person.test'));
});
