import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { newId } from '../../src/kernel/ids.ts';
import { startApp, type TestApp } from '../kit/app.ts';
import type { Client } from '../kit/client.ts';
import { bareOf, made, names, refused } from '../kit/refusals.ts';
import { contractScene, DELIVERY_URL } from '../kit/scenes.ts';

let app: TestApp;
let admin: Client;
let foreign: Client;
let tenantId: string;

before(async () => {
  app = await startApp();
  ({ admin, tenantId } = await app.tenant());
  foreign = (await app.tenant()).admin;
});
after(async () => {
  await app.stop();
  assert.deepEqual(app.problems, []);
});

const B = '/api/v1/buyers';
const K = '/api/v1/contracts';

const versionsOf = async (contractId: string) =>
  app.owner.query<{ version: number; terms: Record<string, unknown> }>({
    text: 'SELECT version, terms FROM contract_versions WHERE contract_id = $1 ORDER BY version',
    values: [contractId],
  });

const secretsOf = async (contractId: string) => {
  const [row] = await app.owner.query<{ sealed: Buffer }>({
    text: 'SELECT delivery_secrets AS sealed FROM contracts WHERE id = $1',
    values: [contractId],
  });
  assert.ok(row);
  const opened = await app.runtime.vault.openSecret(
    { tenantId, table: 'contracts', recordId: contractId, part: 'delivery' },
    row.sealed,
  );
  return JSON.parse(opened.toString('utf8')) as { signingSecret: string; auth?: Record<string, string> };
};

test('a contract has the defaults of the house, a version, and a signing secret that is shown once', async () => {
  const { base } = await contractScene(admin);
  const contract = await made(admin, K, base);
  assert.equal(contract.status, 'active');
  assert.equal(contract.version, 1);
  assert.equal(contract.price, '20.00');
  assert.equal(contract.priority, 10);
  assert.deepEqual(contract.licensedFields, ['firstName', 'lastName', 'email', 'phone', 'zipCode', 'state']);
  assert.equal(contract.uncertainPolicy, 'resend');
  assert.equal(contract.deliveryTimeoutMs, 10_000);
  assert.match(contract.signingSecret, /^whsec_[A-Za-z0-9+/]{43}=$/);
  assert.deepEqual(contract.warnings, []);
  const read = await admin.get(`${K}/${contract.id}`);
  assert.ok(!read.text.includes('whsec_'));
  assert.equal(read.json.data.buyerName, 'Buyer');
  assert.equal((await secretsOf(contract.id)).signingSecret, contract.signingSecret);
});

/** What the public client's composite call sends. */
const composite = {
  status: 'active',
  pricingModel: 'fixed',
  priority: 10,
  geoFilters: { states: ['tx', 'CA'], zipcodes: ['902*', '78701'] },
  demographicFilters: { minAge: 40, gender: 'M' },
  customFilters: { planType: ['PPO', 'HMO'], teeth: { min: 3 } },
  dailyLeadCap: null,
  deliveryConfig: [
    {
      id: 'a',
      type: 'http_post',
      enabled: true,
      isPrimary: true,
      url: DELIVERY_URL,
      format: 'json',
      timeout: 7,
      authType: 'api_key',
      authCredentials: { headerName: 'X-Api-Key', token: 'opensesame' },
      responseFieldMapping: [],
    },
  ],
};

test('the composite call of the public client makes a contract with filters as they may be sent again', async () => {
  const { base } = await contractScene(admin);
  const contract = await made(admin, K, { ...base, ...composite });
  const { geoFilters, demographicFilters, customFilters } = contract;
  assert.deepEqual(geoFilters, {
    states: ['TX', 'CA'],
    zipCodes: ['78701', '902*'],
    cities: [],
    radii: [],
    exclude: false,
  });
  assert.deepEqual(demographicFilters, { minAge: 40, maxAge: null, gender: ['male'] });
  assert.deepEqual(customFilters, [
    { field: 'planType', operator: 'in', values: ['PPO', 'HMO'] },
    { field: 'teeth', operator: 'between', min: 3 },
  ]);
  const again = await made(admin, K, { ...base, geoFilters, demographicFilters, customFilters });
  assert.deepEqual([again.geoFilters, again.demographicFilters], [geoFilters, demographicFilters]);
  assert.deepEqual(again.customFilters, customFilters);
  const warned = contract.warnings.map((one: { field: string }) => one.field);
  assert.deepEqual(warned, ['customFilters.0.field', 'customFilters.1.field']);
});

test('credentials of a delivery are sealed and never come back', async () => {
  const { base } = await contractScene(admin);
  const contract = await made(admin, K, { ...base, ...composite });
  assert.equal(contract.deliveryTimeoutMs, 7000);
  assert.equal(contract.deliveryConfig[0].authType, 'api_key');
  const shown = [contract, (await admin.get(`${K}/${contract.id}`)).json, (await admin.get(K)).json];
  assert.ok(!JSON.stringify(shown).includes('opensesame'));
  const { auth } = await secretsOf(contract.id);
  assert.deepEqual(auth, { type: 'api_key', headerName: 'X-Api-Key', token: 'opensesame' });
});

test('the onboarding call of the public client makes a contract in setup', async () => {
  const { base } = await contractScene(admin);
  const { deliveryUrl: _url, price: _price, ...bare } = base;
  const contract = await made(admin, K, { ...bare, pricingModel: 'per_lead', pricePerLead: 12 });
  assert.equal(contract.price, '12.00');
  assert.equal(contract.status, 'setup');
  assert.equal(contract.warnings[0].field, 'deliveryUrl');
});

test('a contract without a delivery address cannot be active', async () => {
  const { base } = await contractScene(admin);
  const contract = await made(admin, K, { ...base, deliveryUrl: null, status: 'active' });
  assert.equal(contract.status, 'setup');
  names(await admin.put(`${K}/${contract.id}/status`, { status: 'active' }), 'deliveryUrl');
  assert.equal(
    (await admin.patch(`${K}/${contract.id}`, { deliveryUrlOverride: DELIVERY_URL, status: 'active' })).json.data
      .status,
    'active',
  );
  names(await admin.patch(`${K}/${contract.id}`, { deliveryUrl: null }), 'deliveryUrl');
  assert.equal((await admin.patch(`${K}/${contract.id}/status`, { status: 'paused' })).json.data.status, 'paused');
  assert.equal((await admin.patch(`${K}/${contract.id}`, { deliveryUrl: null })).json.data.deliveryUrl, null);
});

test('a change of terms makes a new version and leaves the old one as it was; other changes make none', async () => {
  const { base } = await contractScene(admin);
  const contract = await made(admin, K, base);
  const change = async (body: unknown) => (await admin.patch(`${K}/${contract.id}`, body)).json.data.version;
  assert.equal(await change({ name: 'Renamed', notes: 'n', status: 'paused' }), 1);
  assert.equal(await change({ price: '20.00', licensedFields: contract.licensedFields }), 1);
  assert.equal(await change({ pricePerLead: '25.00', geo: { states: ['TX'] } }), 2);
  assert.equal(await change({ geoFilters: null }), 3);
  const versions = await versionsOf(contract.id);
  assert.deepEqual(
    versions.map((row) => [row.version, row.terms['priceCents'], row.terms['geo'] === null]),
    [
      [1, 2000, true],
      [2, 2500, false],
      [3, 2500, true],
    ],
  );
});

test('a contract stays with its buyer and vertical, and an edit on old values is refused', async () => {
  const { base } = await contractScene(admin);
  const other = await contractScene(admin);
  const contract = await made(admin, K, base);
  names(
    await admin.patch(`${K}/${contract.id}`, { buyerId: other.buyer.id, verticalId: other.vertical.id }),
    'buyerId',
    'verticalId',
  );
  assert.equal((await admin.patch(`${K}/${contract.id}`, { buyerId: contract.buyerId })).status, 200);
  const stale = await admin.patch(`${K}/${contract.id}`, {
    price: '30.00',
    _snapshot: { price: '19.00', priority: 10, geoFilters: null },
  });
  refused(stale, 409, 'CONFLICT');
  assert.deepEqual(stale.json.error.details.conflictFields, ['price']);
  assert.equal(
    (await admin.patch(`${K}/${contract.id}`, { price: '30.00', _snapshot: { price: 20 } })).json.data.price,
    '30.00',
  );
});

test('twenty changes of one contract at once make twenty versions, none lost', async () => {
  const { base } = await contractScene(admin);
  const contract = await made(admin, K, base);
  const answers = await Promise.all(
    Array.from({ length: 20 }, (_, index) => admin.patch(`${K}/${contract.id}`, { price: 100 + index })),
  );
  assert.deepEqual([...new Set(answers.map((answer) => answer.status))], [200]);
  const versions = await versionsOf(contract.id);
  assert.equal(versions.length, 21);
  const now = (await admin.get(`${K}/${contract.id}`)).json.data;
  assert.equal(now.version, 21);
});

test('contracts are listed by buyer, status and price, and missing references are named', async () => {
  const { base, buyer } = await contractScene(admin);
  const cheap = await made(admin, K, { ...base, name: 'Cheap', price: 1 });
  const dear = await made(admin, K, { ...base, name: 'Dear', price: 99, status: 'paused' });
  const ids = async (query: string) =>
    (await admin.get(`${K}?buyerId=${buyer.id}&${query}`)).json.data.map((row: { id: string }) => row.id);
  assert.deepEqual(await ids('sort=price&sortDirection=desc'), [dear.id, cheap.id]);
  assert.deepEqual(await ids('status=paused'), [dear.id]);
  assert.deepEqual(await ids('search=chea'), [cheap.id]);
  names(await admin.post(K, { ...base, buyerId: newId() }), 'buyerId');
  names(await admin.post(K, { ...base, verticalId: newId() }), 'verticalId');
  names(await admin.get(`${K}?buyerId=nobody`), 'buyerId');
  refused(await admin.delete(`${B}/${buyer.id}`), 409, 'CONFLICT');
  for (const { id } of [cheap, dear]) assert.equal((await admin.delete(`${K}/${id}`)).status, 200);
  assert.equal((await admin.delete(`${B}/${buyer.id}`)).status, 200);
});

test('what belongs to another tenant is exactly like what is missing', async () => {
  const { base, buyer } = await contractScene(foreign);
  const contract = await made(foreign, K, base);
  for (const [path, id] of [
    [B, buyer.id],
    [K, contract.id],
  ] as const) {
    for (const verb of ['get', 'delete'] as const) {
      assert.equal(bareOf(await admin[verb](`${path}/${id}`)), bareOf(await admin[verb](`${path}/${newId()}`)));
    }
    refused(await admin.put(`${path}/${id}/status`, { status: 'inactive' }), 404, 'NOT_FOUND');
  }
  refused(await admin.get(`${B}/${buyer.id}/balance`), 404, 'NOT_FOUND');
  const { base: mine } = await contractScene(admin);
  const borrowed = await admin.post(K, { ...mine, buyerId: buyer.id });
  assert.equal(bareOf(borrowed), bareOf(await admin.post(K, { ...mine, buyerId: newId() })));
  assert.equal((await foreign.get(`${K}/${contract.id}`)).json.data.status, 'active');
});
