import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { startBuyerSimulator, type BuyerSimulator } from '../../src/entry/demo/buyer-simulator.ts';
import { startApp, type TestApp } from '../kit/app.ts';
import { bringOver, type Bringing } from '../kit/bring-over.ts';
import type { Client } from '../kit/client.ts';
import { furnish, type Shop } from '../kit/furnished-shop.ts';
import { made } from '../kit/refusals.ts';

type Row = Record<string, unknown> & { readonly id: string };

let there: TestApp;
let here: TestApp;
let simulator: BuyerSimulator;
before(async () => {
  there = await startApp();
  here = await startApp();
  const pair = await here.certificate.issue(['localhost', '127.0.0.1']);
  const tls = { cert: pair.certPem, key: pair.keyPem };
  simulator = await startBuyerSimulator({ name: 'Buyer', behaviour: 'accept', tls, host: '127.0.0.1', port: 0 });
});
after(async () => {
  assert.deepEqual([there.problems, here.problems], [[], []]);
  await simulator.stop();
  await here.stop();
  await there.stop();
});

const rowsOf = async (client: Client, at: string): Promise<Row[]> => {
  const answer = await client.get(`${at}?limit=100`);
  assert.equal(answer.status, 200, `${at}: ${answer.text}`);
  return answer.json.data;
};

const bringingTo = (shop: Shop, tenantId: string, more: Partial<Bringing> = {}): Bringing => ({
  url: there.baseUrl,
  key: shop.adminKey,
  caPem: there.certificate.caPem,
  tenantId,
  postingKeys: shop.postingKeys,
  ...more,
});

const LISTS = [
  'verticals',
  'partners',
  'buyers',
  'contracts',
  'offers',
  'campaigns',
  'blocked-ips',
  'blocked-referrers',
];
const OWN = new Set(['createdAt', 'updatedAt', 'displayId', 'createdBy', 'version', 'specToken', 'specUrl']);

const nameOf = ({ name, ipRange }: Row): string | undefined =>
  [name, ipRange].find((text): text is string => typeof text === 'string');

/** All settings of a tenant, with names in the place of ids and without what is each system's own. */
async function settingsOf(admin: Client): Promise<Record<string, unknown>> {
  const settings: Record<string, Row[]> = {};
  for (const list of LISTS) settings[list] = (await rowsOf(admin, `/api/v1/${list}`)).toReversed();
  settings['groups'] = await rowsOf(admin, '/api/admin/vertical-groups');
  for (const [list, below] of [
    ['verticals', 'custom-fields'],
    ['offers', 'contracts'],
    ['campaigns', 'fields'],
  ] as const)
    for (const { id, name } of settings[list] ?? []) {
      const answer = await admin.get(`/api/v1/${list}/${id}/${below}`);
      settings[`${below} of ${list} ${String(name)}`] = answer.json.data;
    }
  const names = new Map(
    Object.values(settings)
      .flat()
      .map((row, index) => [row.id, nameOf(row) ?? String(index)]),
  );
  const plain = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(plain);
    if (typeof value === 'string') return names.get(value) ?? value;
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value)
        .filter(([name]) => !OWN.has(name))
        .map(([name, one]) => [name, plain(one)]),
    );
  };
  return plain(settings) as Record<string, unknown>;
}

const countsIn = (output: string): string | undefined => /^\d+ .*left out\.$/m.exec(output)?.[0];

test('a Careroute comes over whole, equal but for its ids, and a second run changes nothing', async () => {
  const shop = await furnish(there, simulator.url);
  const { tenantId, admin } = await here.tenant();
  const rehearsed = await bringOver(here.runtime, bringingTo(shop, tenantId, { dryRun: true }));
  assert.equal(rehearsed.code, 0, rehearsed.output);
  assert.deepEqual(await rowsOf(admin, '/api/v1/verticals'), [], 'a dry run keeps nothing');
  const first = await bringOver(here.runtime, bringingTo(shop, tenantId));
  assert.equal(first.code, 0, first.output);
  assert.equal(countsIn(first.output), countsIn(rehearsed.output)?.replaceAll('would be ', ''));
  const settings = await settingsOf(admin);
  assert.deepEqual(settings, await settingsOf(shop.admin));
  const again = await bringOver(here.runtime, bringingTo(shop, tenantId));
  assert.match(again.output, /^0 created, 0 changed, \d+ the same, 0 left out\.$/m, again.output);
  assert.deepEqual(await settingsOf(admin), settings);
});

test('partners change only the host: a post with the key that they have is sold here', async () => {
  const shop = await furnish(there, simulator.url);
  const { tenantId, admin } = await here.tenant();
  assert.equal((await bringOver(here.runtime, bringingTo(shop, tenantId))).code, 0);
  const [campaign] = await rowsOf(admin, '/api/v1/campaigns');
  const [, key] = shop.postingKeys.at(-1) ?? [];
  const lead = {
    campaignId: campaign?.['id'],
    firstName: 'Avery',
    lastName: 'Bennett',
    email: 'avery@example.com',
    phone: '5125550123',
    state: 'TX',
    zipCode: '78701',
    dateOfBirth: '1980-02-03',
    tcpaConsent: true,
    treatment: 'crown',
  };
  const answer = await here.client(key).post('/api/v1/leads/submit', lead);
  assert.equal(answer.json.result, 'success', answer.text);
  const elsewhere = await here.client(`${key?.slice(0, -1)}x`).post('/api/v1/leads/submit', lead);
  assert.equal(elsewhere.status, 401);
  const trail = await admin.get('/api/v1/audit-logs?action=api_key.adopt&limit=10');
  assert.equal(trail.json.data.length, 2, trail.text);
});

test('what changed there is changed here, and what a person changed in between is told before it is done', async () => {
  const shop = await furnish(there, simulator.url);
  const { tenantId, admin } = await here.tenant();
  await bringOver(here.runtime, bringingTo(shop, tenantId));
  const [contract] = await rowsOf(shop.admin, '/api/v1/contracts');
  const [vertical] = await rowsOf(shop.admin, '/api/v1/verticals');
  assert.ok(contract && vertical);
  assert.equal((await shop.admin.patch(`/api/v1/contracts/${contract.id}`, { price: '33.00' })).status, 200);
  await made(shop.admin, `/api/v1/verticals/${vertical.id}/custom-fields`, { name: 'side', fieldType: 'text' });
  const told = await bringOver(here.runtime, bringingTo(shop, tenantId, { dryRun: true }));
  assert.match(told.output, /^1 would be created, 1 would be changed, /m, told.output);
  assert.match(told.output, /^change +contract +Second Smile, standard/m);
  const done = await bringOver(here.runtime, bringingTo(shop, tenantId));
  assert.match(done.output, /^1 created, 1 changed, /m);
  assert.deepEqual(await settingsOf(admin), await settingsOf(shop.admin));
});

test('what cannot be brought is told with its remedy, and waits where it would sell more than before', async () => {
  const shop = await furnish(there, simulator.url);
  const { tenantId, admin } = await here.tenant();
  const [contract] = await rowsOf(shop.admin, '/api/v1/contracts');
  assert.ok(contract);
  const deliveryConfig = [
    { type: 'http_post', url: simulator.url, authType: 'bearer', authCredentials: { token: 'sesame' } },
  ];
  assert.equal((await shop.admin.patch(`/api/v1/contracts/${contract.id}`, { deliveryConfig })).status, 200);
  await made(shop.admin, '/api/v1/suppression', { type: 'email', value: 'not.me@example.com' });
  const { code, output } = await bringOver(here.runtime, bringingTo(shop, tenantId, { postingKeys: [] }));
  assert.equal(code, 1);
  assert.match(
    output,
    /^- contract Second Smile, standard .* deliveryConfig: Send the credentials.*It is paused/m,
    output,
  );
  assert.match(output, /^- suppression 1 entries: It is shown masked.*Nobody on them is spared yet/m);
  assert.match(output, /^- posting key Form .*--posting-keys/m);
  assert.ok(!output.includes('sesame'));
  const [brought] = await rowsOf(admin, '/api/v1/contracts');
  assert.deepEqual([brought?.['name'], brought?.['status']], ['Second Smile, standard', 'paused']);
});

test('a key opens one campaign: brought to a second tenant of the installation, it stays with the first', async () => {
  const shop = await furnish(there, simulator.url);
  const [first, second] = [await here.tenant(), await here.tenant()];
  assert.equal((await bringOver(here.runtime, bringingTo(shop, first.tenantId))).code, 0);
  const { code, output } = await bringOver(here.runtime, bringingTo(shop, second.tenantId));
  assert.equal(code, 1);
  assert.equal(output.match(/^- posting key .*: Another campaign of this installation has the same key/gm)?.length, 2);
  assert.equal((await rowsOf(second.admin, '/api/v1/campaigns')).length, 2, output);
});

test('a run that is killed in the middle is gone on with, and nothing is there twice', async () => {
  const shop = await furnish(there, simulator.url);
  const { tenantId, admin } = await here.tenant();
  const bringing = bringingTo(shop, tenantId);
  for (const stopAt of ['create  contract', 'create  campaign']) {
    const file = path.join(import.meta.dirname, '../kit/bring-over.ts');
    const args = [file, JSON.stringify(here.urls), JSON.stringify(bringing)];
    const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
    let said = '';
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
      said += chunk;
      if (said.includes(stopAt)) child.kill('SIGKILL');
    });
    const [, signal] = await once(child, 'close');
    assert.equal(signal, 'SIGKILL', said);
  }
  const { code, output } = await bringOver(here.runtime, bringing);
  assert.equal(code, 0, output);
  assert.deepEqual(await settingsOf(admin), await settingsOf(shop.admin));
});
