import assert from 'node:assert/strict';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import net from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { stopServers } from '../kit/clusters.ts';
import { type Market, startMarket } from '../kit/market.ts';
import { freePorts, type ProductProcess, runProduct } from '../kit/product.ts';
import { type DemoPlace, demoPlace } from './demo-place.ts';

const LIMIT_MS = 60_000;

let dataDir: string;
let start: () => ProductProcess;
let product: ProductProcess;
let place: DemoPlace;
let silent: net.Server;
let silentUrl: string;
const markets: Market[] = [];

before(async () => {
  dataDir = await mkdtemp(path.join(tmpdir(), 'careroute-stop-'));
  await chmod(dataDir, 0o755);
  const ports = await freePorts();
  start = () => runProduct(['start', '--demo'], { dataDir, ports });
  product = start();
  await product.ready();
  place = await demoPlace(dataDir);
  silent = net.createServer();
  await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
  const address = silent.address();
  assert.ok(address !== null && typeof address === 'object');
  silentUrl = `https://127.0.0.1:${address.port}`;
});
after(async () => {
  await product.end('SIGKILL');
  await Promise.all(markets.map((market) => market.stop()));
  silent.close();
  await stopServers(dataDir);
  await rm(dataDir, { recursive: true, force: true });
});

const deliveryTo = (url: string, timeout: number) => ({
  deliveryConfig: [{ id: 'primary', type: 'http_post', format: 'json', url, timeout }],
});

/** Stops the product in order and starts it again. */
async function restart(): Promise<void> {
  assert.deepEqual(await product.end('SIGTERM'), { code: 0, signal: null }, product.output());
  product = start();
  await product.ready();
}

/** The waterfall of a lead, once it has an end. */
async function endOf(leadId: string): Promise<{ status: string; rows: { disposition: string; buyerId: string }[] }> {
  const limit = Date.now() + LIMIT_MS;
  for (;;) {
    const lead = await place.admin.get(`/api/v1/leads/${leadId}/status`);
    assert.equal(lead.status, 200, lead.text);
    const { status } = lead.json.data as { status: string };
    if (status !== 'pending') {
      const waterfall = await place.admin.get(`/api/v1/leads/${leadId}/distributions`);
      return { status, rows: waterfall.json.data };
    }
    assert.ok(Date.now() < limit, `the lead has no end: ${lead.text}`);
    await sleep(100);
  }
}

test('a buyer that the stop left no time to ask is asked after the next start', async () => {
  const market = await startMarket(place, place.admin, {
    campaign: { responseDeadlineMs: 100 },
    buyers: [{ contract: { price: '30.00', ...deliveryTo(silentUrl, 3) } }, { contract: { price: '20.00' } }],
  });
  markets.push(market);
  const posted = await market.post();
  assert.equal(posted.json.data.status, 'pending', posted.text);
  await restart();
  const { status, rows } = await endOf(posted.json.leadId);
  assert.equal(status, 'sold', JSON.stringify(rows));
  assert.equal(market.buyers[1]?.simulator.received().length, 1);
  const won = rows.filter((row) => row.disposition === 'delivered');
  assert.deepEqual(
    won.map((row) => row.buyerId),
    [market.buyers[1]?.buyerId],
  );
});

test('an answer that comes while the product stops is written down', async () => {
  const market = await startMarket(place, place.admin, {
    campaign: { responseDeadlineMs: 100 },
    buyers: [{ behaviour: 'slow', contract: { uncertainPolicy: 'hold' } }],
  });
  markets.push(market);
  const posted = await market.post();
  assert.equal(posted.json.data.status, 'pending', posted.text);
  await restart();
  assert.equal((await endOf(posted.json.leadId)).status, 'sold');
  assert.equal(market.buyers[0]?.simulator.received()[0]?.requests, 1);
});
