import assert from 'node:assert/strict';
import { chmod, cp, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, beforeEach, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { startVendorSimulator, type VendorSimulator } from '../../src/entry/demo/vendor-simulator.ts';
import { type Client, createClient } from '../kit/client.ts';
import { stopServers } from '../kit/clusters.ts';
import { type Market, startMarket } from '../kit/market.ts';
import { freePorts, type Ports, type ProductProcess, runProduct } from '../kit/product.ts';
import { made } from '../kit/refusals.ts';
import { type DemoPlace, demoPlace } from './demo-place.ts';
import { postUntilAnswered } from './load.ts';
import { checkRows } from './promises.ts';
import { openWindow, type Window } from './world.ts';

/** Longer than a strike takes, shorter than the vendor may take. */
const THINKS_MS = 1500;
const TIMEOUT_MS = 8000;
const PRICE_CENTS = 2000;

let dataDir: string;
let secondDir: string;
let ports: Ports;
let product: ProductProcess;
let second: ProductProcess;
let secondPorts: Ports;
let place: DemoPlace;
let application: Window;
let vendor: VendorSimulator;
let market: Market;
const markets: Market[] = [];

const start = (): ProductProcess => runProduct(['start', '--demo'], { dataDir, ports });
const placeAt = async (name: string): Promise<string> => {
  const dir = await mkdtemp(path.join(tmpdir(), `careroute-${name}-`));
  await chmod(dir, 0o755);
  return dir;
};

/** The product once more, over the databases of the first, as behind a load balancer. */
async function startSecond(): Promise<ProductProcess> {
  for (const shared of ['demo.json', 'root.key', 'tls'])
    await cp(path.join(dataDir, shared), path.join(secondDir, shared), { recursive: true });
  const { databases } = place.demo;
  const env = {
    CAREROUTE_DATABASE_URL: databases.applicationMigrator,
    CAREROUTE_KEYSTORE_URL: databases.keystoreMigrator,
    CAREROUTE_ROOT_KEY: `file:${path.join(dataDir, 'root.key')}`,
  };
  return runProduct(['start', '--demo'], { dataDir: secondDir, ports: secondPorts, env });
}

before(async () => {
  [dataDir, secondDir] = [await placeAt('check'), await placeAt('check-second')];
  [ports, secondPorts] = [await freePorts(), await freePorts()];
  product = start();
  await product.ready();
  place = await demoPlace(dataDir);
  application = openWindow(place.demo.databases.applicationMigrator);
  const pair = await place.certificate.issue(['localhost', '127.0.0.1']);
  const tls = { cert: pair.certPem, key: pair.keyPem };
  vendor = await startVendorSimulator({ tls, host: '127.0.0.1', port: 0, delayMs: THINKS_MS });
  second = await startSecond();
  await second.ready();
});
beforeEach(async () => {
  market = await startMarket(place, place.admin, { buyers: [{ contract: { price: '20.00' } }] });
  markets.push(market);
  const name = `Vendor ${markets.length}`;
  const { id } = await made(place.admin, '/api/v1/check-vendors', {
    name,
    kind: 'dnc',
    url: vendor.url,
    timeoutMs: TIMEOUT_MS,
  });
  const checks = [{ vendorId: id, failMode: 'refuse' }];
  const set = await place.admin.put(`/api/v1/campaigns/${market.campaignId}/checks`, { checks });
  assert.equal(set.status, 200, set.text);
});
after(async () => {
  await Promise.all([product.end('SIGKILL'), second.end('SIGKILL')]);
  await Promise.all([...markets.map((one) => one.stop()), vendor.stop(), application.close()]);
  await stopServers(dataDir);
  await Promise.all([dataDir, secondDir].map((dir) => rm(dir, { recursive: true, force: true })));
});

const atSecond = async (): Promise<Client> => {
  const ca = await readFile(path.join(secondDir, 'tls', 'ca.crt'), 'utf8');
  return createClient(`https://localhost:${secondPorts.https}`, ca, market.postingKey);
};

const submit = (client: Client, lead: object, key: string) =>
  client.post('/api/v1/leads/submit', lead, { 'idempotency-key': key });

/** Posts, and kills the product while the vendor thinks; the sender gets no answer. */
async function killedWhileAsked(lead: object, key: string): Promise<void> {
  const askedBefore = vendor.received().length;
  const posting = submit(market.posting, lead, key).then(
    (answer) => answer.text,
    (error: unknown) => error,
  );
  while (vendor.received().length === askedBefore) await sleep(5);
  await product.end('SIGKILL');
  assert.ok((await posting) instanceof Error, 'a post was answered by a process that was killed');
}

/** What there is of the campaign's leads in the tables, and what its buyer owes. */
async function standing(): Promise<unknown> {
  const [row] = await application.query({
    text: `SELECT
        (SELECT count(*)::int FROM leads WHERE campaign_id = $1) AS leads,
        (SELECT count(*)::int FROM intake_claims WHERE campaign_id = $1) AS claims,
        (SELECT count(*)::int FROM lead_checks WHERE campaign_id = $1) AS checks,
        (SELECT count(*)::int FROM sales WHERE buyer_id = $2) AS sales,
        (SELECT coalesce(sum(amount_cents), 0)::int FROM ledger_entries
          WHERE buyer_id = $2 AND account = 'buyer_receivable') AS "owedCents"`,
    values: [market.campaignId, market.buyers[0]?.buyerId],
  });
  return row;
}
const NOTHING = { leads: 0, claims: 0, checks: 0, sales: 0, owedCents: 0 };
const ONE_LEAD = { leads: 1, claims: 1, checks: 1, sales: 1, owedCents: PRICE_CENTS };

/** One lead, asked about and sold once, whoever was asked how often. */
async function requireOneLead(): Promise<void> {
  assert.deepEqual(await standing(), ONE_LEAD);
  assert.equal(market.buyers[0]?.simulator.received().length, 1);
  await checkRows(application, [market.campaignId], []);
}

test('a process that dies while a vendor is asked leaves nothing; the same post again is one lead', async () => {
  const lead = market.lead();
  await killedWhileAsked(lead, 'once');
  assert.deepEqual(await standing(), NOTHING);
  product = start();
  await product.ready();
  const answer = await postUntilAnswered(market.posting, lead, 'once');
  assert.deepEqual([answer.json.data.status, answer.json.idempotent], ['sold', false], answer.text);
  await requireOneLead();
  assert.equal((await submit(market.posting, lead, 'once')).json.leadId, answer.json.leadId);
  await requireOneLead();
});

test('what one process was killed over, another one takes when it is posted again', async () => {
  const lead = market.lead();
  await killedWhileAsked(lead, 'elsewhere');
  const answer = await submit(await atSecond(), lead, 'elsewhere');
  assert.deepEqual([answer.status, answer.json.data.status], [200, 'sold'], answer.text);
  await requireOneLead();
  product = start();
  await product.ready();
  const repeat = await submit(market.posting, lead, 'elsewhere');
  assert.deepEqual([repeat.json.leadId, repeat.json.idempotent], [answer.json.leadId, true]);
  await requireOneLead();
});

test('two processes that ask about the same post at once make one lead of it, with one evidence', async () => {
  const lead = market.lead();
  const askedBefore = vendor.received().length;
  const clients = [market.posting, await atSecond(), market.posting, await atSecond()];
  const answers = await Promise.all(clients.map((client) => submit(client, lead, 'twice')));
  assert.deepEqual(new Set(answers.map(({ status }) => status)), new Set([200]));
  assert.equal(new Set(answers.map(({ json }) => json.leadId)).size, 1);
  assert.equal(answers.filter(({ json }) => json.idempotent === false).length, 1);
  assert.ok(vendor.received().length - askedBefore <= 2, 'a process asked more than once');
  await requireOneLead();
});

test('a bad answer that comes to two processes at once refuses the post once', async () => {
  const lead = market.lead({ phone: '5125550199' });
  const answers = await Promise.all([market.posting, await atSecond()].map((client) => submit(client, lead, 'bad')));
  assert.deepEqual(
    answers.map(({ json }) => [json.result, json.leadId]),
    [
      ['rejected', null],
      ['rejected', null],
    ],
  );
  assert.deepEqual(await standing(), { ...NOTHING, claims: 1, checks: 1 });
  assert.equal(market.buyers[0]?.simulator.received().length, 0);
});
