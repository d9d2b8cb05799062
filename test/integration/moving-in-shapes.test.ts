import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { startApp, type TestApp } from '../kit/app.ts';
import { bringOver } from '../kit/bring-over.ts';
import type { Client } from '../kit/client.ts';
import { type ForeignAnswers, type ForeignSystem, refused, startForeignSystem } from '../kit/foreign-system.ts';

let app: TestApp;
before(async () => {
  app = await startApp();
});
after(async () => {
  assert.deepEqual(app.problems, []);
  await app.stop();
});

const id = (number: number): string => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
const list = (...data: readonly object[]) => ({ data, pagination: {} });
const KEY = 'pk_9fJ2kQ7vXb1LmZ0pRt5YwE3a';

/** Settings in the shapes of the later specification: much that nobody set, decimals as texts, `null` at will. */
const ANSWERS: ForeignAnswers = {
  // The whole list, bare; its fields by tier, as custom fields are gone there.
  '/api/v1/verticals': [
    { id: id(1), displayId: 4, name: 'Legal', slug: 'legal', status: 'active', verticalGroup: null, profileKey: null },
  ],
  [`/api/v1/verticals/${id(1)}/custom-fields`]: refused(410, 'NOT_FOUND'),
  [`/api/v1/verticals/${id(1)}/fields`]: {
    data: [
      { name: 'email', label: 'E-mail', fieldType: 'email', required: true },
      { id: id(11), name: 'injury', label: 'Injury', fieldType: 'select', required: true, options: ['burn', 'fall'] },
      { id: id(12), name: 'photo', label: 'Photo', fieldType: 'file', required: false },
    ],
  },
  '/api/v1/partners': list(
    ...[21, 22, 23, 24, 25].map((number) => ({ id: id(number), name: `Partner ${number}`, paymentCycle: 'weekly' })),
  ),
  [`/api/v1/partners/${id(21)}`]: { id: id(21), name: 'Partner 21', email: 'one@example.com', taxId: '12-3456789' },
  '/api/v1/buyers': { data: { items: [{ id: id(31), name: 'Firm', status: 'active' }] } },
  [`/api/v1/buyers/${id(31)}`]: {
    data: {
      id: id(31),
      name: 'Firm',
      status: 'active',
      pricingModel: 'fixed',
      defaultPrice: '0.00',
      creditLimit: null,
      balance: '250.50',
      autoRecharge: false,
      autoRechargeAmount: null,
      acceptsReturns: true,
      returnWindow: 72,
      colour: 'blue',
    },
  },
  '/api/v1/contracts': list(
    {
      id: id(41),
      buyerId: id(31),
      buyerName: 'Firm',
      verticalId: id(1),
      name: 'Texas only',
      status: 'active',
      pricingModel: 'fixed',
      price: '85.00',
      pricePerLead: null,
      priority: 90,
      dailyLeadCap: '25',
      weeklyLeadCap: null,
      callEnabled: false,
      requiresPing: false,
      pingTimeout: 30_000,
      geo: { states: ['TX'], zipCodes: [], cities: [], exclude: false },
      geoFilters: null,
      customFilters: [{ field: 'injury', operator: 'equals', value: 'burn' }],
      deliveryUrl: 'https://buyer.example/leads',
      minQualityScore: null,
    },
    {
      id: id(42),
      buyerId: id(31),
      verticalId: id(1),
      name: 'Choosy',
      status: 'active',
      price: '120.00',
      priority: 10,
      deliveryUrl: 'https://buyer.example/leads',
      minQualityScore: 7,
    },
    { id: id(43), buyerId: id(99), verticalId: id(1), name: 'Lost', status: 'active', price: '1.00' },
  ),
  '/api/v1/offers': {
    data: [
      {
        id: id(51),
        name: 'Legal, best price',
        verticalId: id(1),
        status: 'active',
        distributionType: 'multisell',
        distributionRule: 'priority',
        maxSales: 3,
      },
    ],
  },
  [`/api/v1/offers/${id(51)}/contracts`]: {
    data: [{ id: id(41), name: 'Texas only', priority: 90, weight: 5 }, { contractId: id(42) }],
  },
  [`/api/v1/offers/${id(51)}/campaigns`]: { data: [{ id: id(61), name: 'Search' }] },
  '/api/v1/campaigns': list({
    id: id(61),
    displayId: 612,
    partnerId: id(21),
    verticalId: id(1),
    name: 'Search',
    status: 'active',
    costPerLead: '30.00',
    pricingModel: 'fixed',
  }),
  [`/api/v1/campaigns/${id(61)}/fields`]: { data: [] },
  [`/api/v1/campaigns/${id(61)}/posting`]: { data: { postingUrl: 'https://old.example', postingKey: KEY } },
  '/api/v1/suppression': list(
    { id: id(71), type: 'email', value: 'not.me@example.com', scope: 'global', reason: 'opt_out' },
    { id: id(72), type: 'phone', value: '512-555-0199', scope: 'buyer', scopeId: id(31), reason: 'manual' },
    { id: id(73), type: 'phone', value: '***-***-0101', scope: 'global', reason: 'manual' },
    { id: id(74), type: 'email', value: 'nobody', scope: 'global', reason: 'opt_out' },
  ),
  '/api/v1/blocked-ips': { data: [{ id: id(81), fromIp: '203.0.113.4', toIp: '203.0.113.9', blockReason: 'Bots' }] },
  '/api/v1/blocked-callerids': { data: [{ id: id(82), value: '+1 212 555 0123' }] },
  '/api/v1/blocked-referrers': refused(403, 'FEATURE_DISABLED'),
};

async function withSystem<T>(work: (system: ForeignSystem) => Promise<T>): Promise<T> {
  const tls = await app.certificate.issue(['localhost']);
  const system = await startForeignSystem({ tls, answers: ANSWERS, pageSize: 2, busyFirst: 2 });
  try {
    return await work(system);
  } finally {
    await system.stop();
  }
}

interface Brought {
  readonly admin: Client;
  readonly output: string;
}

const rowsOf = async ({ admin }: Brought, name: string) => (await admin.get(`/api/v1/${name}?limit=100`)).json.data;

test('a Lead Router comes over in its public shapes, and what has no place here is told', async () => {
  await withSystem(async (system) => {
    const { tenantId, admin } = await app.tenant();
    const caPem = app.certificate.caPem;
    const bringing = { url: system.url, key: 'lr_admin', caPem, tenantId, higherFirst: true, prepaid: true };
    const { code, output } = await bringOver(app.runtime, bringing);
    assert.equal(code, 1);
    const brought = { admin, output };
    const [buyer] = await rowsOf(brought, 'buyers');
    await assertSources(brought);
    await assertContracts(brought);
    await assertOffer(brought);
    await assertLists(brought, buyer.id);
    assertTold(output);

    const again = await bringOver(app.runtime, bringing);
    assert.match(again.output, /^0 created, 0 changed, /m, again.output);
    assert.ok(
      system.requests.every((request) => request.startsWith('GET ')),
      'the other system is only read',
    );
  });
});

async function assertSources(brought: Brought): Promise<void> {
  assert.equal((await rowsOf(brought, 'partners')).length, 5, 'shorter pages than asked for lose nobody');
  const [vertical] = await rowsOf(brought, 'verticals');
  const fields = (await brought.admin.get(`/api/v1/verticals/${vertical.id}/custom-fields`)).json.data;
  assert.deepEqual(
    fields.map((field: { name: string; phiClass: string }) => [field.name, field.phiClass]),
    [['injury', 'health']],
  );
  const [buyer] = await rowsOf(brought, 'buyers');
  assert.deepEqual([buyer.name, buyer.balance, buyer.returnWindow], ['Firm', '-250.50', 72]);
}

async function assertContracts(brought: Brought): Promise<void> {
  const contracts = await rowsOf(brought, 'contracts');
  const [texas, choosy] = contracts;
  assert.equal(contracts.length, 2);
  assert.deepEqual(
    [texas.name, texas.status, texas.price, texas.priority, texas.dailyLeadCap],
    ['Texas only', 'active', '85.00', 999_910, 25],
  );
  assert.deepEqual(texas.geoFilters.states, ['TX']);
  assert.deepEqual([choosy.name, choosy.status], ['Choosy', 'paused']);
}

async function assertOffer(brought: Brought): Promise<void> {
  const [offer] = await rowsOf(brought, 'offers');
  const links = (await brought.admin.get(`/api/v1/offers/${offer.id}/contracts`)).json.data;
  assert.deepEqual(links.map((link: { name: string; weight: number }) => [link.name, link.weight]).toSorted(), [
    ['Choosy', 1],
    ['Texas only', 5],
  ]);
  const [campaign] = await rowsOf(brought, 'campaigns');
  assert.deepEqual([campaign.name, campaign.offerId, campaign.costPerLead], ['Search', offer.id, '30.00']);
  assert.deepEqual([campaign.postingKeyPrefix, brought.output.includes(KEY)], ['pk_9fJ2k', false]);
  const posted = await app.client(KEY).post('/api/v1/leads/submit', { campaignId: campaign.id });
  assert.equal(posted.status, 400, 'the key opens, and the lead lacks everything');
}

async function assertLists(brought: Brought, buyerId: string): Promise<void> {
  assert.equal((await rowsOf(brought, 'blocked-ips'))[0].ipRange, '203.0.113.4-203.0.113.9');
  assert.equal((await rowsOf(brought, 'blocked-callerids')).length, 1);
  const check = await brought.admin.post('/api/v1/suppression/check', {
    email: 'Not.Me@example.com',
    phone: '5125550199',
    buyerId,
  });
  assert.deepEqual([check.json.data.email, check.json.data.phone], [true, true], check.text);
}

function assertTold(output: string): void {
  for (const told of [
    /^- vertical field photo: .*Make the field by hand/m,
    /^- partner Partner 21 .* taxId: /m,
    /^- buyer Firm .* colour: There is no such setting here/m,
    /^- contract Choosy .* minQualityScore: .*It is paused/m,
    /^- contract Lost .*: Its buyer .* was not brought over/m,
    /^- blocked-referrers .*403: FEATURE_DISABLED/m,
    /^- suppression 1 entries: It is shown masked/m,
    new RegExp(`^- suppression entry ${id(74)}: `, 'm'),
  ])
    assert.match(output, told);
  assert.equal(output.match(/^- /gm)?.length, 9, output);
}

test('a system whose certificate nobody vouches for is not even shown the key', async () => {
  await withSystem(async (system) => {
    const { tenantId } = await app.tenant();
    const bringing = { url: system.url, key: 'lr_admin', caPem: '', tenantId };
    await assert.rejects(bringOver(app.runtime, bringing), /certificate is not trusted .*--ca/);
    assert.deepEqual(system.requests, [], 'not even the key was sent');
  });
});
