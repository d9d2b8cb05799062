import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { newId } from '../../src/kernel/ids.ts';
import { startApp, type TestApp } from '../kit/app.ts';
import type { Client } from '../kit/client.ts';
import { startMarket } from '../kit/market.ts';
import { bareOf, made, names, refused } from '../kit/refusals.ts';

let app: TestApp;
let admin: Client;
let foreign: Client;
let tenantId: string;
let serial = 0;

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
const URL_ = 'https://buyer.example.com/leads';

async function pair(client = admin) {
  serial += 1;
  const vertical = await made(client, '/api/v1/verticals', { name: 'Vertical', slug: `c-${serial}` });
  const buyer = await made(client, B, { name: 'Buyer' });
  return {
    vertical,
    buyer,
    base: { name: 'Contract', verticalId: vertical.id, buyerId: buyer.id, price: '20.00', deliveryUrl: URL_ },
  };
}

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

test('a buyer is made, changed by either verb of the status route, and owes nothing yet', async () => {
  const buyer = await made(admin, B, {
    name: 'Acme',
    email: 'a@acme.test',
    billingCycle: 'weekly',
    defaultPrice: '9.5',
    returnWindow: 72,
    acceptsReturns: true,
  });
  assert.equal(buyer.status, 'active');
  assert.equal(buyer.defaultPrice, '9.50');
  assert.equal(buyer.balance, '0.00');
  assert.equal(buyer.contractCount, 0);
  assert.equal((await admin.put(`${B}/${buyer.id}/status`, { status: 'suspended' })).json.data.status, 'suspended');
  assert.equal((await admin.patch(`${B}/${buyer.id}/status`, { status: 'pending' })).json.data.status, 'pending');
  names(await admin.put(`${B}/${buyer.id}/status`, {}), 'status');
  names(await admin.put(`${B}/${buyer.id}/status`, { status: 'asleep' }), 'status');
  assert.deepEqual((await admin.get(`${B}/${buyer.id}/balance`)).json.data, {
    balance: '0.00',
    creditLimit: null,
    available: null,
  });
  assert.equal((await admin.get(`${B}?search=acme`)).json.pagination.total, 1);
});

test('what buyers cannot have yet is refused by name, and a limit of zero is a limit', async () => {
  names(
    await admin.post(B, {
      name: 'x',
      creditLimit: '0',
      autoRecharge: true,
      pricingModel: 'ping_post',
      billingCycle: 'prepay',
      dedupEnabled: true,
      postbackKey: 'pb_1',
    }),
    'creditLimit',
    'autoRecharge',
    'pricingModel',
    'billingCycle',
    'dedupEnabled',
    'postbackKey',
  );
  await made(admin, B, {
    name: 'x',
    creditLimit: null,
    autoRecharge: false,
    pricingModel: 'fixed',
    dedupFields: [],
    postbackKey: '',
  });
});

test('a contract has the defaults of the house, a version, and a signing secret that is shown once', async () => {
  const { base } = await pair();
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

test('the composite call and the onboarding call of the public client both make contracts', async () => {
  const { base } = await pair();
  const { deliveryUrl: _url, ...plain } = base;
  const composite = await made(admin, K, {
    ...plain,
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
        url: URL_,
        format: 'json',
        timeout: 7,
        authType: 'api_key',
        authCredentials: { headerName: 'X-Api-Key', token: 'opensesame' },
        responseFieldMapping: [],
      },
    ],
  });
  assert.deepEqual(composite.geoFilters, {
    states: ['TX', 'CA'],
    zipCodes: ['78701', '902*'],
    cities: [],
    exclude: false,
  });
  assert.deepEqual(composite.demographicFilters, { minAge: 40, maxAge: null, gender: ['male'] });
  assert.deepEqual(composite.customFilters, [
    { field: 'planType', operator: 'in', values: ['PPO', 'HMO'] },
    { field: 'teeth', operator: 'between', min: 3 },
  ]);
  assert.deepEqual(
    composite.warnings.map((one: { field: string }) => one.field),
    ['customFilters.0.field', 'customFilters.1.field'],
  );
  assert.equal(composite.deliveryTimeoutMs, 7000);
  assert.equal(composite.deliveryConfig[0].authType, 'api_key');
  assert.ok(!JSON.stringify(composite).includes('opensesame'), 'credentials never come back');
  assert.deepEqual((await secretsOf(composite.id)).auth, {
    type: 'api_key',
    headerName: 'X-Api-Key',
    token: 'opensesame',
  });
  const again = await made(admin, K, {
    ...plain,
    deliveryUrl: URL_,
    geoFilters: composite.geoFilters,
    demographicFilters: composite.demographicFilters,
    customFilters: composite.customFilters,
  });
  assert.deepEqual(again.geoFilters, composite.geoFilters, 'what is shown may be sent');
  assert.deepEqual(again.customFilters, composite.customFilters);

  const { price: _price, ...unpriced } = plain;
  const onboarding = await made(admin, K, { ...unpriced, pricingModel: 'per_lead', pricePerLead: 12 });
  assert.equal(onboarding.price, '12.00');
  assert.equal(onboarding.status, 'setup');
  assert.equal(onboarding.warnings[0].field, 'deliveryUrl');
});

test('a contract without a delivery address cannot be active', async () => {
  const { base } = await pair();
  const contract = await made(admin, K, { ...base, deliveryUrl: null, status: 'active' });
  assert.equal(contract.status, 'setup');
  names(await admin.put(`${K}/${contract.id}/status`, { status: 'active' }), 'deliveryUrl');
  assert.equal(
    (await admin.patch(`${K}/${contract.id}`, { deliveryUrlOverride: URL_, status: 'active' })).json.data.status,
    'active',
  );
  names(await admin.patch(`${K}/${contract.id}`, { deliveryUrl: null }), 'deliveryUrl');
  assert.equal((await admin.patch(`${K}/${contract.id}/status`, { status: 'paused' })).json.data.status, 'paused');
  assert.equal((await admin.patch(`${K}/${contract.id}`, { deliveryUrl: null })).json.data.deliveryUrl, null);
});

test('a change of terms makes a new version and leaves the old one as it was; other changes make none', async () => {
  const { base } = await pair();
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

test('every fault of a contract comes at once, those of its filters in either spelling included', async () => {
  const { base } = await pair();
  const { price: _price, ...unpriced } = base;
  const answer = await admin.post(K, {
    ...unpriced,
    deliveryUrl: 'http://buyer.example.com/',
    geoFilters: { states: ['Texas', 'ZZ'] },
    demographicFilters: { minAge: 'old' },
    customFilters: [{ field: 'a', operator: 'resembles', value: 'x' }],
    licensedFields: ['firstName', 'shoeSize'],
  });
  const faults = names(
    answer,
    'price',
    'deliveryUrl',
    'geoFilters.states[0]',
    'geoFilters.states[1]',
    'demographicFilters.minAge',
    'customFilters[0].operator',
    'licensedFields.1',
  );
  assert.match(faults.find((fault) => fault.field === 'deliveryUrl')?.message ?? '', /HTTPS/);
  names(
    await admin.post(K, { ...base, customFilters: { age: { least: 3 } } }),
    'customFilters.age.least',
    'customFilters.age',
  );
});

test('what contracts cannot have yet is refused by name, and accepted while it asks for nothing', async () => {
  const { base } = await pair();
  names(
    await admin.post(K, {
      ...base,
      dailyLeadCap: 5,
      monthlySpendCap: '100',
      caps: { daily: 3 },
      exclusiveMultiplier: 1.5,
      pricingModel: 'ping_post',
      requiresPing: true,
      callEnabled: true,
      scheduleHours: { mon: ['09:00', '17:00'] },
      schedule: { days: [1] },
      deliveryMethod: 'email',
      ruleType: 'multisale',
      allowMultiSale: true,
      expiresAt: '2027-01-01T00:00:00Z',
      scheduleTimezone: 'Mars/Base',
      sparkle: true,
    }),
    'dailyLeadCap',
    'monthlySpendCap',
    'caps',
    'exclusiveMultiplier',
    'pricingModel',
    'requiresPing',
    'callEnabled',
    'scheduleHours',
    'schedule',
    'deliveryMethod',
    'ruleType',
    'allowMultiSale',
    'expiresAt',
    'scheduleTimezone',
    'sparkle',
  );
  names(
    await admin.post(K, {
      ...base,
      deliveryUrl: null,
      deliveryConfig: [
        { id: 'a', type: 'ftp', url: URL_, format: 'xml', retries: 9, headers: [{ name: 'a', value: 'b' }] },
      ],
    }),
    'deliveryConfig.0.type',
    'deliveryConfig.0.format',
    'deliveryConfig.0.retries',
    'deliveryConfig.0.headers',
  );
  names(
    await admin.post(K, {
      ...base,
      deliveryConfig: [
        { type: 'http_post', url: URL_ },
        { type: 'http_post', url: URL_ },
      ],
    }),
    'deliveryConfig',
  );
  const neutral = await made(admin, K, {
    ...base,
    dailyLeadCap: null,
    caps: { daily: null, weekly: 0 },
    exclusiveMultiplier: 1,
    requiresPing: false,
    pingTimeout: 5000,
    callEnabled: false,
    schedule: {},
    deliveryMethod: 'http_post',
    ruleType: 'exclusive',
    revenueOnAcceptance: true,
    deliveryConfig: [],
    scheduleTimezone: 'America/Chicago',
    callCapMode: 'shared',
  });
  assert.equal(neutral.deliveryUrl, URL_);
});

test('the same thing said twice and differently is refused', async () => {
  const { base } = await pair();
  names(await admin.post(K, { ...base, pricePerLead: '21.00' }), 'pricePerLead');
  names(await admin.post(K, { ...base, deliveryUrlOverride: 'https://other.example.com/' }), 'deliveryUrlOverride');
  names(await admin.post(K, { ...base, geo: { states: ['TX'] }, geoFilters: { states: ['CA'] } }), 'geo');
  names(
    await admin.post(K, {
      ...base,
      deliveryUrl: null,
      deliveryConfig: [{ type: 'http_post', url: URL_, timeout: 5 }],
      deliveryTimeoutMs: 6000,
    }),
    'deliveryTimeoutMs',
  );
  await made(admin, K, { ...base, pricePerLead: 20, deliveryUrlOverride: URL_ });
});

test('addresses that cannot be delivered to are refused with the reason', async () => {
  const { base } = await pair();
  for (const [url, sentence] of [
    ['buyer.example.com', /whole address/],
    ['ftp://buyer.example.com/', /HTTPS/],
    ['https://u:p@buyer.example.com/', /authCredentials/],
    ['https://buyer.example.com./', /dot/],
    ['https://buyer.example.com/#here', /#/],
  ] as const) {
    const [fault] = names(await admin.post(K, { ...base, deliveryUrl: url }), 'deliveryUrl');
    assert.match(fault?.message ?? '', sentence);
  }
});

test('credentials are checked for their kind', async () => {
  const { base } = await pair();
  const at = (authType: string, authCredentials?: unknown) =>
    admin.post(K, {
      ...base,
      deliveryUrl: null,
      deliveryConfig: [{ type: 'http_post', url: URL_, authType, authCredentials }],
    });
  const path = 'deliveryConfig.0.authCredentials';
  names(await at('basic'), path);
  names(await at('basic', { username: 'a:b', password: 'x' }), `${path}.username`);
  names(await at('basic', { token: 'x' }), `${path}.username`, `${path}.password`);
  names(await at('bearer', { token: 'line\nbreak' }), `${path}.token`);
  names(await at('api_key', { headerName: 'Content-Length', token: 'x' }), `${path}.headerName`);
  names(await at('api_key', { headerName: 'X Key', token: 'x' }), `${path}.headerName`);
  names(await at('api_key', { token: 'x' }), `${path}.headerName`);
  names(await at('digest', { token: 'x' }), 'deliveryConfig.0.authType');
});

test('credentials stay while the address keeps its host, and are asked for again when it does not', async () => {
  const { base } = await pair();
  const config = (url: string, more = {}) => ({
    deliveryConfig: [{ type: 'http_post', url, authType: 'basic', ...more }],
  });
  const contract = await made(admin, K, {
    ...base,
    deliveryUrl: null,
    ...config(URL_, { authCredentials: { username: 'u', password: 'p' } }),
  });
  const patch = (body: unknown) => admin.patch(`${K}/${contract.id}`, body);
  assert.equal((await patch(config('https://buyer.example.com/v2'))).status, 200);
  assert.deepEqual((await secretsOf(contract.id)).auth, { type: 'basic', username: 'u', password: 'p' });
  names(await patch(config('https://elsewhere.example.com/')), 'deliveryConfig.0.authCredentials');
  names(await patch({ deliveryUrl: 'https://elsewhere.example.com/' }), 'deliveryConfig.0.authCredentials');
  names(
    await patch({ deliveryConfig: [{ type: 'http_post', url: URL_, authType: 'bearer' }] }),
    'deliveryConfig.0.authCredentials',
  );
  assert.deepEqual((await secretsOf(contract.id)).auth, { type: 'basic', username: 'u', password: 'p' });
  await patch({ deliveryConfig: [{ type: 'http_post', url: URL_, authType: 'none' }] });
  const secrets = await secretsOf(contract.id);
  assert.equal(secrets.auth, undefined);
  assert.equal(secrets.signingSecret, contract.signingSecret);
  const rotated = await patch({ rotateSigningSecret: true });
  assert.notEqual(rotated.json.signingSecret, contract.signingSecret);
  assert.equal((await secretsOf(contract.id)).signingSecret, rotated.json.signingSecret);
});

test('a contract stays with its buyer and vertical, and an edit on old values is refused', async () => {
  const { base } = await pair();
  const other = await pair();
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
  const { base } = await pair();
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
  const { base, buyer } = await pair();
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

test('a buyer reads itself, its contracts and its balance, and no other; it writes nothing', async () => {
  const { base, buyer } = await pair();
  const contract = await made(admin, K, { ...base, notes: 'squeeze them' });
  const { base: rival, buyer: rivalBuyer } = await pair();
  const other = await made(admin, K, rival);
  const own = app.client((await made(admin, '/api/v1/auth/api-keys', { name: 'b', buyerId: buyer.id })).key);
  assert.deepEqual(
    (await own.get(K)).json.data.map((row: { id: string }) => row.id),
    [contract.id],
  );
  assert.equal((await own.get(`${K}/${contract.id}`)).json.data.notes, null);
  assert.equal((await own.get(B)).json.pagination.total, 1);
  refused(await own.get(`${K}/${other.id}`), 404, 'NOT_FOUND');
  refused(await own.get(`${B}/${rivalBuyer.id}/balance`), 404, 'NOT_FOUND');
  refused(await own.patch(`${K}/${contract.id}`, { price: 1 }), 403, 'FORBIDDEN');
  refused(await own.put(`${B}/${buyer.id}/status`, { status: 'active' }), 403, 'FORBIDDEN');
});

test('a sale is owed by its buyer, who reads the same balance as staff; a contract that sold is not deleted', async () => {
  const market = await startMarket(app, admin, { buyers: [{ contract: { price: '35.50' } }] });
  try {
    assert.equal((await market.post()).json.result, 'success');
    const [sold] = market.buyers;
    assert.ok(sold);
    const own = app.client((await made(admin, '/api/v1/auth/api-keys', { name: 'b', buyerId: sold.buyerId })).key);
    for (const client of [admin, own])
      assert.equal((await client.get(`${B}/${sold.buyerId}/balance`)).json.data.balance, '35.50');
    assert.equal((await admin.get(`${B}/${sold.buyerId}`)).json.data.balance, '35.50');
    refused(await admin.delete(`${K}/${sold.contractId}`), 409, 'CONFLICT');
  } finally {
    await market.stop();
  }
});

test('what belongs to another tenant is exactly like what is missing', async () => {
  const { base, buyer } = await pair(foreign);
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
  const { base: mine } = await pair();
  const borrowed = await admin.post(K, { ...mine, buyerId: buyer.id });
  assert.equal(bareOf(borrowed), bareOf(await admin.post(K, { ...mine, buyerId: newId() })));
  assert.equal((await foreign.get(`${K}/${contract.id}`)).json.data.status, 'active');
});
