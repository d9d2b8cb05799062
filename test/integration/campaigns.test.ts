import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { newId } from '../../src/kernel/ids.ts';
import { startApp, type TestApp } from '../kit/app.ts';
import type { Client } from '../kit/client.ts';
import { made, names, refused } from '../kit/refusals.ts';
import { campaignScene, verticalScene } from '../kit/scenes.ts';

let app: TestApp;
let admin: Client;

before(async () => {
  app = await startApp();
  ({ admin } = await app.tenant());
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

test('a campaign takes its vertical from its offer and shows its posting key once', async () => {
  const { partner, offer, vertical: v } = await campaignScene(admin);
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
  assert.match(campaign.postingKey, /^lr_live_[0-9A-Za-z]{12}_[0-9A-Za-z]{43}_[0-9A-Za-z]{6}$/);
  assert.equal(campaign.postingKeyPrefix, campaign.postingKey.slice(0, 20));
  const read = await admin.get(`${C}/${campaign.id}`);
  assert.ok(!read.text.includes(campaign.postingKey));
  assert.equal(read.json.data.postingKeyPrefix, campaign.postingKeyPrefix);
  assert.equal((await admin.get(`${C}/${campaign.displayId}`)).json.data.id, campaign.id);
  refused(await admin.get(`${C}/999999`), 404, 'NOT_FOUND');
  refused(await admin.get(`${C}/nonsense`), 404, 'NOT_FOUND');
});

test('a campaign without an offer is in setup, and leaves it with one', async () => {
  const { partner, offer, vertical: v } = await campaignScene(admin);
  const bare = await made(admin, C, { name: 'Bare', partnerId: partner.id });
  assert.equal(bare.inSetup, true);
  assert.equal(bare.verticalId, null);
  const ready = (await admin.patch(`${C}/${bare.id}`, { offerId: offer.id })).json.data;
  assert.equal(ready.inSetup, false);
  assert.equal(ready.verticalId, v.id);
  assert.equal((await admin.patch(`${C}/${bare.id}`, { offerId: null })).json.data.inSetup, true);
});

test('a campaign is refused what does not fit, by field', async () => {
  const { partner, offer } = await campaignScene(admin);
  const other = await verticalScene(admin);
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
      dailyCap: -1,
      revsharePercent: 101,
      callEnabled: true,
      intakeFilters: [{ field: 'a' }],
      costPerLead: -1,
    }),
    'dailyCap',
    'revsharePercent',
    'callEnabled',
    'intakeFilters',
    'costPerLead',
  );
  const kept = await made(admin, C, {
    name: 'x',
    partnerId: partner.id,
    dailyCap: null,
    weeklyCap: null,
    callEnabled: false,
    intakeFilters: [],
    cplEnabled: true,
  });
  const elsewhere = await made(admin, P, { name: 'Elsewhere' });
  const [fault] = names(await admin.patch(`${C}/${kept.id}`, { partnerId: elsewhere.id }), 'partnerId');
  assert.equal(fault?.rule, 'immutable');
});

test('an edit made on old values is refused with the fields that changed', async () => {
  const { partner, offer } = await campaignScene(admin);
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
  const { partner, offer, vertical: v } = await campaignScene(admin);
  await made(admin, `${V}/${v.id}/custom-fields`, {
    name: 'planType',
    fieldType: 'select',
    options: ['PPO', 'HMO'],
    required: true,
  });
  await made(admin, `${V}/${v.id}/custom-fields`, { name: 'callBack', fieldType: 'phone' });
  await made(admin, `${V}/${v.id}/custom-fields`, { name: 'since', fieldType: 'date' });
  const campaign = await made(admin, C, { name: 'Spec', partnerId: partner.id, offerId: offer.id });
  const ownField = { name: 'clinic', fieldType: 'text', phiClass: 'other' };
  assert.equal((await made(admin, `${C}/${campaign.displayId}/custom-fields`, ownField)).tier, 'campaign');
  refused(
    await admin.post(`${C}/${campaign.id}/custom-fields`, { name: 'since', fieldType: 'text' }),
    409,
    'DUPLICATE',
  );
  refused(await admin.post(`${V}/${v.id}/custom-fields`, { name: 'clinic', fieldType: 'text' }), 409, 'DUPLICATE');
  const { data: spec } = (await admin.get(`${C}/${campaign.id}/posting`)).json;
  assert.equal(spec.postingUrl, 'https://localhost/api/v1/leads/submit');
  assert.equal(spec.postingKey, null);
  const required = spec.requiredFields.map((field: { name: string }) => field.name);
  assert.deepEqual(required, ['campaignId', 'firstName', 'lastName', 'email', 'phone', 'tcpaConsent', 'planType']);
  assert.deepEqual(
    spec.verticalFields.map((field: { name: string }) => field.name),
    ['planType', 'callBack', 'since'],
  );
  assert.deepEqual(
    spec.campaignFields.map((field: { name: string }) => field.name),
    ['clinic'],
  );
  const fields = (await admin.get(`${C}/${campaign.id}/fields`)).json.data;
  assert.equal(fields.at(-1).name, 'clinic');
  const sent = await app.client(campaign.postingKey).post('/api/v1/leads/submit', spec.sampleBody);
  assert.equal(sent.status, 200, sent.text);
  assert.deepEqual(sent.json.warnings, []);
  assert.ok(sent.json.leadId);
  refused(await admin.delete(`${C}/${campaign.id}`), 409, 'CONFLICT');
});

test('a partner sees its own campaigns only, without what is internal', async () => {
  const { partner, offer } = await campaignScene(admin);
  const campaign = await made(admin, C, {
    name: 'Own',
    partnerId: partner.id,
    offerId: offer.id,
    notes: 'margin is thin',
  });
  const { partner: rival } = await campaignScene(admin);
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

test('a partner is told what a sold lead pays: no amount of a share, nor while the offer keeps a margin', async () => {
  const { partner, offer } = await campaignScene(admin);
  const ids = { partnerId: partner.id, offerId: offer.id };
  const { id } = await made(admin, C, { name: 'Paid', costPerLead: '4.50', ...ids });
  const own = await partnerKey(partner.id);
  const told = async () => (await own.get(`/api/partner/campaigns/${id}`)).json.data.offerPayout;
  const change = async (path: string, body: object) => {
    const answer = await admin.patch(path, body);
    assert.equal(answer.status, 200, answer.text);
  };
  const fixed = { model: 'fixed', amount: '4.50' };
  assert.deepEqual(await told(), fixed);
  await change(`${C}/${id}`, { pricingModel: 'revshare', revsharePercent: '70' });
  assert.deepEqual(await told(), { model: 'revshare', amount: null });
  await change(`${C}/${id}`, { pricingModel: 'fixed' });
  const sync = async () => (await own.get('/api/partner/campaigns/sync')).json.hash;
  const hash = await sync();
  await change(`/api/v1/offers/${offer.id}`, { margin: { type: 'fixed', amount: '7.00' } });
  assert.deepEqual(await told(), { model: 'margin', amount: null });
  assert.notEqual(await sync(), hash, 'who looks whether something changed sees it');
  const later = await made(admin, C, { name: 'Later', ...ids });
  const [listed] = (await own.get('/api/partner/campaigns')).json.data;
  assert.deepEqual([listed.id, listed.offerPayout.model], [later.id, 'margin']);
  await change(`${C}/${id}`, { offerId: null });
  assert.deepEqual(await told(), fixed, 'off its offer it pays as it says itself');
  await change(`${C}/${id}`, { offerId: offer.id });
  assert.equal((await told()).model, 'margin');
  await change(`/api/v1/offers/${offer.id}`, { margin: null });
  assert.deepEqual(await told(), fixed);
});
