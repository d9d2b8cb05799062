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

const O = '/api/v1/offers';

async function scene(client = admin) {
  serial += 1;
  const vertical = await made(client, '/api/v1/verticals', { name: 'Vertical', slug: `o-${serial}` });
  const offer = await made(client, O, { name: `Offer ${serial}`, verticalId: vertical.id });
  const buyer = await made(client, '/api/v1/buyers', { name: 'Buyer' });
  const contract = await made(client, '/api/v1/contracts', {
    name: 'Contract',
    buyerId: buyer.id,
    verticalId: vertical.id,
    price: '20.00',
    priority: 7,
    deliveryUrl: 'https://buyer.example.com/',
  });
  const partner = await made(client, '/api/v1/partners', { name: 'Partner' });
  const campaign = await made(client, '/api/v1/campaigns', { name: 'Campaign', partnerId: partner.id });
  return { vertical, offer, contract, campaign };
}

test('an offer distributes exclusively by price unless told otherwise, and has an edit guard', async () => {
  const { offer } = await scene();
  assert.equal(offer.distributionType, 'exclusive');
  assert.equal(offer.distributionRule, 'price');
  assert.equal(offer.status, 'active');
  assert.equal(offer.campaignCount, 0);
  const changed = await admin.patch(`${O}/${offer.id}`, {
    distributionRule: 'priority',
    status: 'paused',
    description: 'd',
    visibility: 'public',
    _snapshot: { distributionRule: 'price' },
  });
  assert.equal(changed.json.data.distributionRule, 'priority');
  const stale = await admin.patch(`${O}/${offer.id}`, {
    status: 'active',
    _snapshot: { distributionRule: 'price', status: 'paused' },
  });
  refused(stale, 409, 'CONFLICT');
  assert.deepEqual(stale.json.error.details.conflictFields, ['distributionRule']);
});

test('what offers cannot do yet is refused by name with what can be sent', async () => {
  const { vertical } = await scene();
  const faults = names(
    await admin.post(O, {
      name: 'x',
      verticalId: vertical.id,
      distributionRule: 'quality_tier',
      callEnabled: true,
      fieldSettings: { email: { hidden: true } },
      cpaPayoutAmount: 5,
    }),
    'distributionRule',
    'callEnabled',
    'fieldSettings',
    'cpaPayoutAmount',
  );
  assert.match(
    faults.find((fault) => fault.field === 'distributionRule')?.message ?? '',
    /Send price or priority or weight or round_robin/,
  );
  names(
    await admin.post(O, { name: 'x', verticalId: vertical.id, distributionRule: 'scarcity_weighted' }),
    'distributionRule',
  );
  names(await admin.post(O, {}), 'name', 'verticalId');
  names(await admin.post(O, { name: 'x', verticalId: newId() }), 'verticalId');
  await made(admin, O, {
    name: 'x',
    verticalId: vertical.id,
    maxSales: null,
    callEnabled: false,
    callCallerAffinityMode: 'off',
    callAffinityWindowDays: 30,
    fieldSettings: null,
    balanceCheckEnabled: true,
  });
});

test('a contract is linked once, with its own or the offer’s priority and weight', async () => {
  const { offer, contract } = await scene();
  const path = `${O}/${offer.id}/contracts`;
  const link = await made(admin, path, { contractId: contract.id });
  assert.equal(link.priority, 7);
  assert.equal(link.priorityOverride, null);
  assert.equal(refused(await admin.post(path, { contractId: contract.id }), 409, 'DUPLICATE')[0]?.field, 'contractId');
  const changed = (await admin.patch(`${path}/${contract.id}`, { priority: 2 })).json.data;
  assert.equal(changed.priority, 2);
  assert.equal(changed.weight, 1);
  assert.equal(
    (await admin.patch(`${path}/${contract.id}`, { weight: 5 })).json.data.priority,
    2,
    'what is not said stays',
  );
  assert.equal((await admin.patch(`${path}/${contract.id}`, { priority: null })).json.data.priority, 7);
  const listed = (await admin.get(path)).json;
  assert.equal(listed.pagination.total, 1);
  assert.equal(listed.data[0].contractName, 'Contract');
  assert.equal(listed.data[0].price, '20.00');
  assert.equal((await admin.get(`${O}/${offer.id}`)).json.data.contractCount, 1);
  assert.deepEqual(
    (await admin.get(`/api/v1/contracts?offerId=${offer.id}`)).json.data.map((row: { id: string }) => row.id),
    [contract.id],
  );
  assert.deepEqual(
    (await admin.get(`${O}?contractId=${contract.id}`)).json.data.map((row: { id: string }) => row.id),
    [offer.id],
  );
  assert.equal((await admin.delete(`${path}/${contract.id}`)).json.data.success, true);
  refused(await admin.delete(`${path}/${contract.id}`), 404, 'NOT_FOUND');
  refused(await admin.patch(`${path}/${contract.id}`, { weight: 1 }), 404, 'NOT_FOUND');
});

test('a link that cannot be is refused by field', async () => {
  const { offer, contract } = await scene();
  const other = await scene();
  const path = `${O}/${offer.id}/contracts`;
  names(await admin.post(path, { contractId: other.contract.id }), 'contractId');
  names(await admin.post(path, { contractId: newId() }), 'contractId');
  names(await admin.post(path, { contractId: contract.id, priority: -1, weight: 1.5 }), 'priority', 'weight');
  names(await admin.post(path), 'contractId');
  refused(await admin.post(`${O}/${newId()}/contracts`, { contractId: contract.id }), 404, 'NOT_FOUND');
});

test('a campaign is linked to one offer, takes its vertical, and is in setup again when unlinked', async () => {
  const { offer, campaign, vertical } = await scene();
  const other = await scene();
  const path = `${O}/${offer.id}/campaigns`;
  const link = await made(admin, path, { campaignId: campaign.id });
  assert.equal(link.campaignId, campaign.id);
  assert.equal((await admin.get(`/api/v1/campaigns/${campaign.id}`)).json.data.verticalId, vertical.id);
  refused(await admin.post(path, { campaignId: campaign.id }), 409, 'DUPLICATE');
  refused(await admin.post(`${O}/${other.offer.id}/campaigns`, { campaignId: campaign.id }), 409, 'CONFLICT');
  assert.deepEqual(
    (await admin.get(path)).json.data.map((row: { id: string }) => row.id),
    [campaign.id],
  );
  refused(await admin.delete(`${O}/${other.offer.id}/campaigns/${campaign.id}`), 404, 'NOT_FOUND');
  assert.equal((await admin.delete(`${path}/${campaign.id}`)).json.data.success, true);
  assert.equal((await admin.get(`/api/v1/campaigns/${campaign.id}`)).json.data.inSetup, true);
  const [fault] = names(
    await admin.post(`${O}/${other.offer.id}/campaigns`, { campaignId: campaign.id }),
    'campaignId',
  );
  assert.equal(fault?.rule, 'other_vertical');
  names(await admin.post(path, { campaignId: newId() }), 'campaignId');
});

test('deleting an offer takes its links and leaves campaigns and contracts', async () => {
  const { offer, campaign, contract } = await scene();
  await made(admin, `${O}/${offer.id}/contracts`, { contractId: contract.id });
  await made(admin, `${O}/${offer.id}/campaigns`, { campaignId: campaign.id });
  assert.equal((await admin.delete(`${O}/${offer.id}`)).status, 200);
  assert.equal((await admin.get(`/api/v1/campaigns/${campaign.id}`)).json.data.offerId, null);
  assert.equal((await admin.get(`/api/v1/contracts/${contract.id}`)).status, 200);
  refused(await admin.get(`${O}/${offer.id}/contracts`), 404, 'NOT_FOUND');
});

test('links are paged', async () => {
  const { offer, vertical, contract } = await scene();
  await made(admin, `${O}/${offer.id}/contracts`, { contractId: contract.id });
  for (let index = 0; index < 2; index += 1) {
    const more = await made(admin, '/api/v1/contracts', {
      name: `More ${index}`,
      buyerId: contract.buyerId,
      verticalId: vertical.id,
      price: 1,
    });
    await made(admin, `${O}/${offer.id}/contracts`, { contractId: more.id });
  }
  const page = (await admin.get(`${O}/${offer.id}/contracts?limit=2&offset=1`)).json;
  assert.deepEqual(page.pagination, { total: 3, limit: 2, offset: 1, hasMore: false });
  assert.deepEqual(
    page.data.map((row: { name: string }) => row.name),
    ['More 0', 'Contract'],
  );
});

test('only staff knows offers, and those of another tenant are missing', async () => {
  const { offer, contract, campaign } = await scene(foreign);
  const mine = await scene();
  assert.equal(bareOf(await admin.get(`${O}/${offer.id}`)), bareOf(await admin.get(`${O}/${newId()}`)));
  for (const [below, body] of [
    ['contracts', { contractId: contract.id }],
    ['campaigns', { campaignId: campaign.id }],
  ] as const) {
    refused(await admin.get(`${O}/${offer.id}/${below}`), 404, 'NOT_FOUND');
    const missing = below === 'contracts' ? { contractId: newId() } : { campaignId: newId() };
    assert.equal(
      bareOf(await admin.post(`${O}/${mine.offer.id}/${below}`, body)),
      bareOf(await admin.post(`${O}/${mine.offer.id}/${below}`, missing)),
    );
  }
  const key = (await made(admin, '/api/v1/auth/api-keys', { name: 'b', buyerId: mine.contract.buyerId })).key;
  refused(await app.client(key).get(O), 403, 'FORBIDDEN');
  assert.equal((await foreign.get(`${O}/${offer.id}/contracts`)).json.pagination.total, 0);
});
