import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { newId } from '../../src/kernel/ids.ts';
import { startApp, type TestApp } from '../kit/app.ts';
import type { Client } from '../kit/client.ts';
import { made, names, refused } from '../kit/refusals.ts';
import { campaignScene, contractScene, verticalScene } from '../kit/scenes.ts';

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

test('a vertical is made with the defaults of the house, read, changed and listed', async () => {
  const v = await verticalScene(admin, { description: 'Teeth', notes: 'internal' });
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
    retentionCadence: 'weekly',
  });
  const faults = names(answer, 'name', 'slug', 'regime', 'dedupWindowDays', 'colour', 'retentionCadence');
  assert.equal(faults.find((fault) => fault.field === 'colour')?.rule, 'unknown_field');
  assert.match(
    faults.find((fault) => fault.field === 'retentionCadence')?.message ?? '',
    /not available in this version/,
  );
  assert.ok(!answer.text.includes('gdpr'), 'no value is echoed');
  const neutral = await verticalScene(admin, {
    verticalGroupId: null,
    retentionCadence: null,
    settings: {},
    cascadeInactive: false,
  });
  assert.equal(neutral.status, 'active');
});

test('a slug is taken once in a tenant, and free in another', async () => {
  const v = await verticalScene(admin);
  const faults = refused(await admin.post(V, { name: 'Again', slug: v.slug }), 409, 'DUPLICATE');
  assert.equal(faults[0]?.field, 'slug');
  await made(foreign, V, { name: 'Elsewhere', slug: v.slug });
});

test('a regime may be raised, and not lowered without a sign-off', async () => {
  const v = await verticalScene(admin, { regime: 'none' });
  assert.equal((await admin.patch(`${V}/${v.id}`, { regime: 'hipaa' })).json.data.regime, 'hipaa');
  const [fault] = names(await admin.patch(`${V}/${v.id}`, { regime: 'consumer_health' }), 'regime');
  assert.equal(fault?.rule, 'needs_sign_off');
});

test('a vertical in use is not deleted; an unused one is', async () => {
  const { vertical: used } = await campaignScene(admin);
  const answer = await admin.delete(`${V}/${used.id}`);
  refused(answer, 409, 'CONFLICT');
  assert.match(answer.json.error.message, /use this vertical/);
  const free = await verticalScene(admin);
  const gone = await admin.delete(`${V}/${free.id}`);
  assert.deepEqual(gone.json, { data: { success: true, id: free.id } });
  refused(await admin.get(`${V}/${free.id}`), 404, 'NOT_FOUND');
});

test('a custom field joins the fields of its vertical, with health as its class unless said otherwise', async () => {
  const v = await verticalScene(admin);
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
  const v = await verticalScene(admin);
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

test('an inactive vertical takes what is at work of it along where that is asked for, and says how many', async () => {
  const { vertical, buyer, base } = await contractScene(admin);
  const { id: partnerId } = await made(admin, '/api/v1/partners', { name: 'Partner' });
  const where = { verticalId: vertical.id };
  const offer = await made(admin, '/api/v1/offers', { name: 'Offer', status: 'active', ...where });
  await made(admin, '/api/v1/offers', { name: 'In setup', status: 'setup', ...where });
  for (const status of ['active', 'testing', 'paused'])
    await made(admin, '/api/v1/campaigns', { name: status, partnerId, offerId: offer.id, status });
  const contract = await made(admin, '/api/v1/contracts', { ...base, status: 'active' });
  const { vertical: spared, partner, offer: elsewhere } = await campaignScene(admin);
  await made(admin, '/api/v1/campaigns', { name: 'Spared', partnerId: partner.id, offerId: elsewhere.id });
  const states = async (kind: string, query: string): Promise<string[]> =>
    (await admin.get(`/api/v1/${kind}?${query}`)).json.data.map(({ status }: { status: string }) => status).toSorted();
  const own = `verticalId=${vertical.id}`;
  const working = { campaigns: 2, offers: 1, contracts: 1 };
  assert.deepEqual((await admin.get(`${V}/${vertical.id}`)).json.data.working, working);

  const alone = await admin.patch(`${V}/${vertical.id}`, { status: 'inactive' });
  assert.equal(alone.json.deactivatedOffers, undefined);
  assert.deepEqual((await admin.get(`${V}/${vertical.id}`)).json.data.working, working, 'nothing else changed');
  const still = await admin.patch(`${V}/${vertical.id}`, { status: 'active', cascadeInactive: true });
  assert.equal(still.json.deactivatedOffers, undefined, 'only what goes takes along');

  const answer = await admin.patch(`${V}/${vertical.id}`, { status: 'inactive', cascadeInactive: true });
  assert.equal(answer.status, 200, answer.text);
  const { deactivatedCampaigns, deactivatedOffers, deactivatedContracts } = answer.json;
  assert.deepEqual([deactivatedCampaigns, deactivatedOffers, deactivatedContracts], [2, 1, 1]);
  assert.deepEqual(await states('campaigns', own), ['inactive', 'inactive', 'paused']);
  assert.deepEqual(await states('offers', own), ['inactive', 'setup']);
  assert.deepEqual(await states('contracts', `buyerId=${buyer.id}`), ['inactive']);
  assert.deepEqual(await states('campaigns', `verticalId=${spared.id}`), ['active'], 'of another vertical');
  const [event] = (await admin.get(`/api/v1/audit-logs?action=vertical.update&entityId=${contract.id}`)).json.data;
  assert.ok(event.entityIds.includes(vertical.id), 'the trail tells it of what was switched off');
  assert.deepEqual((await admin.get(`${V}/${vertical.id}`)).json.data.working, {
    campaigns: 0,
    offers: 0,
    contracts: 0,
  });
  const again = await admin.patch(`${V}/${vertical.id}`, { status: 'active' });
  assert.equal(again.status, 200, again.text);
  assert.deepEqual(await states('offers', own), ['inactive', 'setup'], 'nothing comes back by itself');
});
