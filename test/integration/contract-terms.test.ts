import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { startApp, type TestApp } from '../kit/app.ts';
import type { Client } from '../kit/client.ts';
import { made, names } from '../kit/refusals.ts';
import { contractScene, DELIVERY_URL } from '../kit/scenes.ts';

let app: TestApp;
let admin: Client;
let tenantId: string;

before(async () => {
  app = await startApp();
  ({ admin, tenantId } = await app.tenant());
});
after(async () => {
  await app.stop();
  assert.deepEqual(app.problems, []);
});

const K = '/api/v1/contracts';

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

test('every fault of a contract comes at once, those of its filters in either spelling included', async () => {
  const { base } = await contractScene(admin);
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
    'geoFilters.states.0',
    'geoFilters.states.1',
    'demographicFilters.minAge',
    'customFilters.0.operator',
    'licensedFields.1',
  );
  assert.match(faults.find((fault) => fault.field === 'deliveryUrl')?.message ?? '', /HTTPS/);
  names(
    await admin.post(K, { ...base, customFilters: { age: { least: 3 } } }),
    'customFilters.age.least',
    'customFilters.age',
  );
});

test('what contracts cannot have yet is refused by name', async () => {
  const { base } = await contractScene(admin);
  names(
    await admin.post(K, {
      ...base,
      callEnabled: true,
      deliveryMethod: 'email',
      scheduleTimezone: 'Mars/Base',
      sparkle: true,
    }),
    'callEnabled',
    'deliveryMethod',
    'scheduleTimezone',
    'sparkle',
  );
});

test('of deliveries, one HTTPS POST with JSON is made; the rest is refused by name', async () => {
  const { base } = await contractScene(admin);
  names(
    await admin.post(K, {
      ...base,
      deliveryUrl: null,
      deliveryConfig: [
        { id: 'a', type: 'ftp', url: DELIVERY_URL, format: 'xml', retries: 9, headers: [{ name: 'a', value: 'b' }] },
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
        { type: 'http_post', url: DELIVERY_URL },
        { type: 'http_post', url: DELIVERY_URL },
      ],
    }),
    'deliveryConfig',
  );
});

test('what contracts cannot have yet is accepted while it asks for nothing', async () => {
  const { base } = await contractScene(admin);
  const neutral = await made(admin, K, {
    ...base,
    dailyLeadCap: null,
    caps: { daily: null, weekly: null },
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
  assert.equal(neutral.deliveryUrl, DELIVERY_URL);
});

test('the same thing said twice and differently is refused', async () => {
  const { base } = await contractScene(admin);
  names(await admin.post(K, { ...base, pricePerLead: '21.00' }), 'pricePerLead');
  names(await admin.post(K, { ...base, deliveryUrlOverride: 'https://other.example.com/' }), 'deliveryUrlOverride');
  names(await admin.post(K, { ...base, geo: { states: ['TX'] }, geoFilters: { states: ['CA'] } }), 'geo');
  const placed = await made(admin, K, { ...base, geo: { states: ['TX'] }, geoFilters: null });
  assert.deepEqual(placed.geoFilters.states, ['TX']);
  names(
    await admin.post(K, {
      ...base,
      deliveryUrl: null,
      deliveryConfig: [{ type: 'http_post', url: DELIVERY_URL, timeout: 5 }],
      deliveryTimeoutMs: 6000,
    }),
    'deliveryTimeoutMs',
  );
  await made(admin, K, { ...base, pricePerLead: 20, deliveryUrlOverride: DELIVERY_URL });
});

test('addresses that cannot be delivered to are refused with the reason', async () => {
  const { base } = await contractScene(admin);
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
  const { base } = await contractScene(admin);
  const at = (authType: string, authCredentials?: unknown) =>
    admin.post(K, {
      ...base,
      deliveryUrl: null,
      deliveryConfig: [{ type: 'http_post', url: DELIVERY_URL, authType, authCredentials }],
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
  const { base } = await contractScene(admin);
  const config = (url: string, more = {}) => ({
    deliveryConfig: [{ type: 'http_post', url, authType: 'basic', ...more }],
  });
  const contract = await made(admin, K, {
    ...base,
    deliveryUrl: null,
    ...config(DELIVERY_URL, { authCredentials: { username: 'u', password: 'p' } }),
  });
  const patch = (body: unknown) => admin.patch(`${K}/${contract.id}`, body);
  assert.equal((await patch(config('https://buyer.example.com/v2'))).status, 200);
  assert.deepEqual((await secretsOf(contract.id)).auth, { type: 'basic', username: 'u', password: 'p' });
  names(await patch(config('https://elsewhere.example.com/')), 'deliveryConfig.0.authCredentials');
  names(await patch({ deliveryUrl: 'https://elsewhere.example.com/' }), 'deliveryConfig.0.authCredentials');
  names(
    await patch({ deliveryConfig: [{ type: 'http_post', url: DELIVERY_URL, authType: 'bearer' }] }),
    'deliveryConfig.0.authCredentials',
  );
  assert.deepEqual((await secretsOf(contract.id)).auth, { type: 'basic', username: 'u', password: 'p' });
  await patch({ deliveryConfig: [{ type: 'http_post', url: DELIVERY_URL, authType: 'none' }] });
  const secrets = await secretsOf(contract.id);
  assert.equal(secrets.auth, undefined);
  assert.equal(secrets.signingSecret, contract.signingSecret);
  const rotated = await patch({ rotateSigningSecret: true });
  assert.notEqual(rotated.json.signingSecret, contract.signingSecret);
  assert.equal((await secretsOf(contract.id)).signingSecret, rotated.json.signingSecret);
});
