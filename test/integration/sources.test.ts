import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { newId } from '../../src/kernel/ids.ts';
import { startApp, type TestApp } from '../kit/app.ts';
import type { Client } from '../kit/client.ts';
import { bareOf, made, names, refused } from '../kit/refusals.ts';

let app: TestApp;
let admin: Client;
let foreign: Client;
let serial = 0;

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

async function vertical(more: Record<string, unknown> = {}, client = admin) {
  serial += 1;
  return made(client, V, { name: `Vertical ${serial}`, slug: `v-${serial}`, ...more });
}

async function scene(client = admin) {
  const v = await vertical({}, client);
  const partner = await made(client, P, { name: 'Partner' });
  const offer = await made(client, '/api/v1/offers', { name: 'Offer', verticalId: v.id });
  return { vertical: v, partner, offer };
}

const partnerKey = async (partnerId: string) =>
  app.client((await made(admin, '/api/v1/auth/api-keys', { name: 'Partner key', partnerId })).key);

test('a vertical is made with the defaults of the house, read, changed and listed as an array with a pagination block', async () => {
  const v = await vertical({ description: 'Teeth', notes: 'internal' });
  assert.equal(v.status, 'active');
  assert.equal(v.regime, 'consumer_health');
  assert.deepEqual(v.dedupFields, ['email', 'phone']);
  assert.equal(v.dedupWindowDays, 30);
  assert.equal(v.customFieldCount, 0);
  assert.ok(v.fieldCount > 20);
  assert.ok(Number.isInteger(v.displayId));
  const changed = await admin.patch(`${V}/${v.id}`, {
    name: 'Renamed',
    dedupFields: ['phone'],
    dedupWindowDays: 7,
    description: null,
  });
  assert.equal(changed.status, 200, changed.text);
  const { data } = (await admin.get(`${V}/${v.id}`)).json;
  assert.equal(data.name, 'Renamed');
  assert.deepEqual(data.dedupFields, ['phone']);
  assert.equal(data.description, null);
  assert.equal(data.notes, 'internal');
  const listed = (await admin.get(V)).json;
  assert.ok(Array.isArray(listed.data));
  assert.equal(listed.pagination.total, listed.data.length);
  assert.equal(listed.pagination.hasMore, false);
  assert.ok(listed.data.some((row: { id: string }) => row.id === v.id));
});

test('every fault of a vertical comes at once, unknown fields and those not available yet by name', async () => {
  const answer = await admin.post(V, {
    slug: 'Not A Slug',
    regime: 'gdpr',
    dedupWindowDays: 9999,
    colour: 'red',
    verticalGroupId: newId(),
    retentionCadence: 'weekly',
  });
  const faults = names(
    answer,
    'name',
    'slug',
    'regime',
    'dedupWindowDays',
    'colour',
    'verticalGroupId',
    'retentionCadence',
  );
  assert.equal(faults.find((fault) => fault.field === 'colour')?.rule, 'unknown_field');
  assert.match(
    faults.find((fault) => fault.field === 'retentionCadence')?.message ?? '',
    /not available in this version/,
  );
  assert.ok(!answer.text.includes('gdpr'), 'no value is echoed');
  const neutral = await vertical({
    verticalGroupId: null,
    retentionCadence: null,
    settings: {},
    cascadeInactive: false,
  });
  assert.equal(neutral.status, 'active');
});

test('a slug is taken once in a tenant, and free in another', async () => {
  const v = await vertical();
  const faults = refused(await admin.post(V, { name: 'Again', slug: v.slug }), 409, 'DUPLICATE');
  assert.equal(faults[0]?.field, 'slug');
  await made(foreign, V, { name: 'Elsewhere', slug: v.slug });
});

test('a regime may be raised, and not lowered without a sign-off', async () => {
  const v = await vertical({ regime: 'none' });
  assert.equal((await admin.patch(`${V}/${v.id}`, { regime: 'hipaa' })).json.data.regime, 'hipaa');
  const [fault] = names(await admin.patch(`${V}/${v.id}`, { regime: 'consumer_health' }), 'regime');
  assert.equal(fault?.rule, 'needs_sign_off');
});

test('a vertical in use is not deleted; an unused one is', async () => {
  const { vertical: used } = await scene();
  const answer = await admin.delete(`${V}/${used.id}`);
  refused(answer, 409, 'CONFLICT');
  assert.match(answer.json.error.message, /use this vertical/);
  const free = await vertical();
  const gone = await admin.delete(`${V}/${free.id}`);
  assert.deepEqual(gone.json, { data: { success: true, id: free.id } });
  refused(await admin.get(`${V}/${free.id}`), 404, 'NOT_FOUND');
});

test('a custom field joins the fields of its vertical, with health as its class unless said otherwise', async () => {
  const v = await vertical();
  const field = await made(admin, `${V}/${v.id}/custom-fields`, {
    name: 'planType',
    fieldType: 'select',
    label: 'Plan',
    options: ['PPO', 'HMO'],
    required: true,
  });
  assert.equal(field.phiClass, 'health');
  assert.equal(field.tier, 'vertical');
  await made(admin, `${V}/${v.id}/custom-fields`, { name: 'teeth', type: 'number', phiClass: 'other' });
  const own = (await admin.get(`${V}/${v.id}/custom-fields`)).json.data;
  assert.deepEqual(
    own.map((row: { name: string }) => row.name),
    ['planType', 'teeth'],
  );
  const all = (await admin.get(`${V}/${v.id}/fields`)).json.data;
  assert.equal(all[0].name, 'firstName');
  assert.equal(all.at(-1).name, 'teeth');
  const { data } = (await admin.get(`${V}/${v.id}`)).json;
  assert.equal(data.customFieldCount, 2);
  assert.equal(data.fieldCount, all.length);
  assert.deepEqual((await admin.patch(`${V}/${v.id}`, { dedupFields: ['planType'] })).json.data.dedupFields, [
    'planType',
  ]);
  names(await admin.patch(`${V}/${v.id}`, { dedupFields: ['email', 'shoeSize'] }), 'dedupFields.1');
  assert.deepEqual((await admin.get(`${V}/${v.id}/documents`)).json.data, []);
});

test('a custom field that cannot be is refused by name', async () => {
  const v = await vertical();
  const path = `${V}/${v.id}/custom-fields`;
  names(await admin.post(path, { name: 'shoe_size', fieldType: 'text' }), 'name');
  names(await admin.post(path, { name: 'campaignId', fieldType: 'text' }), 'name');
  names(await admin.post(path, { name: 'plan', fieldType: 'select' }), 'options');
  names(await admin.post(path, { name: 'plan', fieldType: 'text', options: ['a'] }), 'options');
  names(await admin.post(path, { name: 'plan' }), 'fieldType');
  names(await admin.post(path, {}), 'name');
  assert.equal(
    refused(await admin.post(path, { name: 'FirstName'.replace('F', 'f'), fieldType: 'text' }), 409, 'DUPLICATE')[0]
      ?.field,
    'name',
  );
  refused(await admin.post(`${V}/${newId()}/custom-fields`, { name: 'plan', fieldType: 'text' }), 404, 'NOT_FOUND');
});

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
  const { partner, offer } = await scene();
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

test('a campaign takes its vertical from its offer and shows its posting key once', async () => {
  const { partner, offer, vertical: v } = await scene();
  const campaign = await made(admin, C, {
    name: 'Facebook',
    partnerId: partner.id,
    offerId: offer.id,
    cost: 4,
    costModel: 'per_lead',
    pricingModel: 'per_lead',
  });
  assert.equal(campaign.verticalId, v.id);
  assert.equal(campaign.costPerLead, '4.00');
  assert.equal(campaign.inSetup, false);
  assert.match(campaign.postingKey, /^lr_live_[0-9A-Za-z]{43}$/);
  assert.equal(campaign.postingKeyPrefix, campaign.postingKey.slice(0, 12));
  const read = await admin.get(`${C}/${campaign.id}`);
  assert.ok(!read.text.includes(campaign.postingKey));
  assert.equal(read.json.data.postingKeyPrefix, campaign.postingKeyPrefix);
  assert.equal((await admin.get(`${C}/${campaign.displayId}`)).json.data.id, campaign.id);
  refused(await admin.get(`${C}/999999`), 404, 'NOT_FOUND');
  refused(await admin.get(`${C}/nonsense`), 404, 'NOT_FOUND');
});

test('a campaign without an offer is in setup, and leaves it with one', async () => {
  const { partner, offer, vertical: v } = await scene();
  const bare = await made(admin, C, { name: 'Bare', partnerId: partner.id });
  assert.equal(bare.inSetup, true);
  assert.equal(bare.verticalId, null);
  const ready = (await admin.patch(`${C}/${bare.id}`, { offerId: offer.id })).json.data;
  assert.equal(ready.inSetup, false);
  assert.equal(ready.verticalId, v.id);
  assert.equal((await admin.patch(`${C}/${bare.id}`, { offerId: null })).json.data.inSetup, true);
});

test('a campaign is refused what does not fit, by field', async () => {
  const { partner, offer } = await scene();
  const other = await vertical();
  names(
    await admin.post(C, { name: 'x', partnerId: partner.id, offerId: offer.id, verticalId: other.id }),
    'verticalId',
  );
  names(await admin.post(C, { name: 'x', partnerId: newId() }), 'partnerId');
  names(await admin.post(C, { name: 'x', partnerId: partner.id, verticalId: newId() }), 'verticalId');
  names(await admin.post(C, { name: 'x', partnerId: partner.id, offerId: newId() }), 'offerId');
  names(await admin.post(C, { name: 'x', partnerId: partner.id, cost: 4, costPerLead: '5.00' }), 'cost');
  names(
    await admin.post(C, {
      name: 'x',
      partnerId: partner.id,
      dailyCap: 10,
      pricingModel: 'revshare',
      callEnabled: true,
      intakeFilters: [{ field: 'a' }],
      costPerLead: -1,
    }),
    'dailyCap',
    'pricingModel',
    'callEnabled',
    'intakeFilters',
    'costPerLead',
  );
  const kept = await made(admin, C, {
    name: 'x',
    partnerId: partner.id,
    dailyCap: null,
    weeklyCap: 0,
    callEnabled: false,
    intakeFilters: [],
    cplEnabled: true,
  });
  const elsewhere = await made(admin, P, { name: 'Elsewhere' });
  const [fault] = names(await admin.patch(`${C}/${kept.id}`, { partnerId: elsewhere.id }), 'partnerId');
  assert.equal(fault?.rule, 'immutable');
});

test('an edit made on old values is refused with the fields that changed', async () => {
  const { partner, offer } = await scene();
  const campaign = await made(admin, C, {
    name: 'Before',
    partnerId: partner.id,
    offerId: offer.id,
    costPerLead: '5.00',
  });
  const stale = await admin.patch(`${C}/${campaign.id}`, {
    name: 'Mine',
    costPerLead: '6.00',
    _snapshot: { name: 'Something else', costPerLead: 5 },
  });
  refused(stale, 409, 'CONFLICT');
  assert.deepEqual(stale.json.error.details.conflictFields, ['name']);
  const fresh = await admin.patch(`${C}/${campaign.id}`, {
    name: 'Mine',
    notes: 'n',
    _snapshot: { name: 'Before', notes: null, costPerLead: '5.00' },
  });
  assert.equal(fresh.json.data.name, 'Mine');
  const again = await admin.patch(`${P}/${partner.id}`, { name: 'New', _snapshot: { name: 'Old', status: 'active' } });
  assert.deepEqual(again.json.error.details.conflictFields, ['name']);
});

test('the posting instructions come from the live definitions, and their sample is a lead that is taken', async () => {
  const { partner, offer, vertical: v } = await scene();
  await made(admin, `${V}/${v.id}/custom-fields`, {
    name: 'planType',
    fieldType: 'select',
    options: ['PPO', 'HMO'],
    required: true,
  });
  await made(admin, `${V}/${v.id}/custom-fields`, { name: 'callBack', fieldType: 'phone' });
  await made(admin, `${V}/${v.id}/custom-fields`, { name: 'since', fieldType: 'date' });
  const campaign = await made(admin, C, { name: 'Spec', partnerId: partner.id, offerId: offer.id });
  const { data: spec } = (await admin.get(`${C}/${campaign.id}/posting`)).json;
  assert.equal(spec.postingUrl, 'https://localhost/api/v1/leads/submit');
  assert.equal(spec.postingKey, undefined);
  const required = spec.requiredFields.map((field: { name: string }) => field.name);
  assert.deepEqual(required, ['campaignId', 'firstName', 'lastName', 'email', 'phone', 'tcpaConsent', 'planType']);
  assert.deepEqual(
    spec.verticalFields.map((field: { name: string }) => field.name),
    ['planType', 'callBack', 'since'],
  );
  assert.deepEqual(spec.campaignFields, []);
  const fields = (await admin.get(`${C}/${campaign.id}/fields`)).json.data;
  assert.equal(fields.at(-1).name, 'since');
  const sent = await app.client(campaign.postingKey).post('/api/v1/leads/submit', spec.sampleBody);
  assert.equal(sent.status, 200, sent.text);
  assert.deepEqual(sent.json.warnings, []);
  assert.ok(sent.json.leadId);
  refused(await admin.delete(`${C}/${campaign.id}`), 409, 'CONFLICT');
});

test('a partner sees its own campaigns only, without what is internal', async () => {
  const { partner, offer } = await scene();
  const campaign = await made(admin, C, {
    name: 'Own',
    partnerId: partner.id,
    offerId: offer.id,
    notes: 'margin is thin',
  });
  const { partner: rival } = await scene();
  const other = await made(admin, C, { name: 'Rival', partnerId: rival.id });
  const own = await partnerKey(partner.id);
  const listed = (await own.get('/api/partner/campaigns')).json;
  assert.deepEqual(
    listed.data.map((row: { id: string }) => row.id),
    [campaign.id],
  );
  assert.equal(listed.data[0].leadCount, 0);
  assert.equal(listed.data[0].notes, null);
  const one = (await own.get(`/api/partner/campaigns/${campaign.displayId}`)).json.data;
  assert.equal(one.postingSpec.campaignId, campaign.id);
  refused(await own.get(`/api/partner/campaigns/${other.id}`), 404, 'NOT_FOUND');
  refused(await own.get(`${C}/${other.id}`), 404, 'NOT_FOUND');
  refused(await own.post(C, { name: 'x', partnerId: partner.id }), 403, 'FORBIDDEN');
  const buyer = await made(admin, '/api/v1/buyers', { name: 'Buyer' });
  const { key } = await made(admin, '/api/v1/auth/api-keys', { name: 'b', buyerId: buyer.id });
  refused(await app.client(key).get('/api/partner/campaigns'), 403, 'FORBIDDEN');
});

test('what belongs to another tenant is exactly like what is missing', async () => {
  const { partner, vertical: v } = await scene(foreign);
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
