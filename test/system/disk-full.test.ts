import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtemp, open, readFile, rm, statfs } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { sampleLead } from '../../src/entry/demo/sample-lead.ts';
import { type Database, openDatabase } from '../../src/platform/postgres/index.ts';
import { type Answer, type Client, createClient } from '../kit/client.ts';
import { serverPid, stopServers } from '../kit/clusters.ts';
import { freePorts, type ProductProcess, readDemoFile, runProduct } from '../kit/product.ts';

const SIZE_MB = 512;
const MB = 1024 * 1024;
/** Patience with a busy machine; nothing here should take so long. */
const LIMIT_MS = 120_000;

let mount: string;
let dataDir: string;
let product: ProductProcess;
let start: () => ProductProcess;
let posting: Client;
let admin: Client;
let campaignId: string;
let owner: Database;

before(async () => {
  mount = await mkdtemp(path.join(tmpdir(), 'careroute-full-'));
  mountSmall(mount);
  dataDir = path.join(mount, 'var');
  const ports = await freePorts();
  start = () => runProduct(['start', '--demo'], { dataDir, ports, env: { CAREROUTE_LOG_LEVEL: 'warn' } });
  product = start();
  await product.ready();
  const demo = await readDemoFile(dataDir);
  const campaign = demo.partners[0]?.campaigns[0];
  assert.ok(campaign);
  campaignId = campaign.id;
  const caPem = await readFile(demo.caFile, 'utf8');
  posting = createClient(demo.baseUrl, caPem, campaign.postingKey);
  admin = createClient(demo.baseUrl, caPem, demo.admin.apiKey);
  const url = demo.databases.applicationMigrator;
  owner = openDatabase({ url, maxConnections: 1, applicationName: 'careroute-test', onIdleError: () => {} });
});
after(async () => {
  await owner?.close();
  await product?.end('SIGKILL');
  if (dataDir) await stopServers(dataDir);
  execFileSync('umount', [mount]);
  await rm(mount, { recursive: true, force: true });
});

function mountSmall(directory: string): void {
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${SIZE_MB}m,mode=755`, 'careroute-test', directory], {
      stdio: 'pipe',
    });
  } catch (error) {
    throw new Error('a small file system cannot be mounted here: this test needs root, and the right to mount', {
      cause: error,
    });
  }
}

/** Takes space until only this much is left. */
async function fillTo(freeMb: number): Promise<void> {
  const file = await open(path.join(mount, 'filler'), 'a');
  try {
    const chunk = Buffer.alloc(MB / 4);
    while ((await freeBytes()) > freeMb * MB)
      await file.appendFile(chunk.subarray(0, Math.min(chunk.length, (await freeBytes()) - freeMb * MB)));
  } finally {
    await file.close();
  }
}

async function freeBytes(): Promise<number> {
  const { bavail, bsize } = await statfs(mount);
  return bavail * bsize;
}

const makeRoom = (): Promise<void> => rm(path.join(mount, 'filler'));

let serial = 0;
const nextKey = (): string => `full-${(serial += 1)}`;
/** A lead that is surely no duplicate, as two sample leads may be by chance. */
function newLead(): Record<string, unknown> {
  serial += 1;
  return {
    ...sampleLead(campaignId),
    phone: `51255${String(serial).padStart(5, '0')}`,
    email: `${serial}@example.com`,
  };
}

/** What one lead was answered, each time that it was sent. */
async function post(body = newLead(), key = nextKey()): Promise<Answer> {
  return posting.post('/api/v1/leads/submit', body, { 'idempotency-key': key });
}

/** Sends one lead again and again by its key until it is answered so; each answer before is one to come back after. */
async function postUntil(status: number): Promise<Answer> {
  const body = newLead();
  const key = nextKey();
  const limit = Date.now() + LIMIT_MS;
  for (;;) {
    const answer = await post(body, key);
    if (answer.status === status) return answer;
    assert.ok([200, 503, 507].includes(answer.status), `${answer.status}: ${answer.text}`);
    assert.ok(product.isRunning(), product.output().slice(-4000));
    assert.ok(Date.now() < limit, `never ${status}, but ${answer.text}`);
    await sleep(100);
  }
}

/** Leads of the campaign, and those of them that are not whole. */
async function stored(): Promise<{ leads: number; halves: number }> {
  const [row] = await owner.query<{ leads: number; halves: number }>({
    text: `SELECT count(*) AS leads,
        count(*) FILTER (WHERE d.lead_id IS NULL OR c.claim IS NULL OR s.sale_id IS NULL) AS halves
      FROM leads AS l LEFT JOIN decisions AS d USING (tenant_id, lead_id)
      LEFT JOIN intake_claims AS c USING (tenant_id, lead_id)
      LEFT JOIN sales AS s ON s.tenant_id = l.tenant_id AND s.lead_id = l.lead_id AND s.status <> 'released'
      WHERE l.campaign_id = $1`,
    values: [campaignId],
  });
  assert.ok(row);
  return row;
}

test('with little room left intake refuses with STORAGE_FULL, keeps nothing, and goes on by itself', async () => {
  assert.equal((await post()).status, 200);
  await fillTo(32);
  const refused = await postUntil(507);
  assert.equal(refused.json.error.code, 'STORAGE_FULL', refused.text);
  assert.ok(Number(refused.headers['retry-after']) > 0);
  const earlier = await stored();
  for (let count = 0; count < 20; count += 1) assert.equal((await post()).status, 507);
  assert.deepEqual(await stored(), { leads: earlier.leads, halves: 0 });
  const readiness = await admin.get('/readyz');
  assert.equal(readiness.status, 503);
  assert.match(readiness.json.error.message, /disk/);
  await makeRoom();
  await postUntil(200);
  assert.deepEqual(await stored(), { leads: earlier.leads + 1, halves: 0 });
});

test('a wholly full disk ends the database server; it comes back with every lead when there is room', async () => {
  const earlier = await stored();
  const serverBefore = await serverPid(dataDir, 'application');
  const accepted: string[] = [];
  const refusals = new Set<number>();
  let isOver = false;
  const sender = async (): Promise<void> => {
    while (!isOver) {
      const body = newLead();
      const key = nextKey();
      for (;;) {
        const answer = await post(body, key);
        if (answer.status === 200) {
          assert.equal(typeof answer.json.leadId, 'string', answer.text);
          accepted.push(answer.json.leadId);
          break;
        }
        refusals.add(answer.status);
        await sleep(50);
      }
    }
  };
  const senders = Promise.all([sender(), sender(), sender()]);
  await sleep(300);
  await fillTo(0);
  await exhaustLog();
  await waitFor('the server to end', async () => (await serverPid(dataDir, 'application')) !== serverBefore);
  await waitFor('the patience to end', async () => product.output().includes('"outcome":"not_yet"'));
  const acceptedWhenFull = accepted.length;
  assert.ok(product.isRunning(), product.output().slice(-4000));
  await makeRoom();
  await waitFor('leads to be accepted again', async () => accepted.length > acceptedWhenFull + 10);
  isOver = true;
  await senders;
  assert.ok(
    [...refusals].every((status) => status === 503 || status === 507),
    `refused with ${[...refusals].join(', ')}`,
  );
  assert.equal(new Set(accepted).size, accepted.length);
  await waitFor('the deliveries', async () => (await stored()).halves === 0);
  const found = await owner.query<{ id: string }>({
    text: 'SELECT lead_id AS id FROM leads WHERE lead_id = ANY ($1)',
    values: [accepted],
  });
  assert.deepEqual(new Set(found.map(({ id }) => id)), new Set(accepted), 'an accepted lead is lost');
  assert.equal((await stored()).leads, earlier.leads + accepted.length);
});

test('it stops in order on a full disk, and starts again when there is room', async () => {
  await fillTo(0);
  const earlier = await postUntilStored();
  assert.deepEqual(await product.end('SIGINT'), { code: 0, signal: null }, product.output().slice(-4000));
  assert.equal(await serverPid(dataDir, 'application'), undefined);
  await makeRoom();
  product = start();
  await product.ready();
  assert.deepEqual(await stored(), { leads: earlier.leads + 1, halves: 0 }, 'the start posts one lead of its own');
});

/** What is stored, once intake refuses. */
async function postUntilStored(): Promise<{ leads: number; halves: number }> {
  await postUntil(507);
  return stored();
}

/** Writes to the server's log of changes, and nowhere else, until there is no room for more of it. */
async function exhaustLog(): Promise<void> {
  const limit = Date.now() + LIMIT_MS;
  while (Date.now() < limit) {
    try {
      await owner.query({
        text: `SELECT pg_logical_emit_message(false, 'careroute-test', repeat('x', 1000000), true)`,
      });
    } catch (error) {
      if (error instanceof Error) return;
      throw error;
    }
  }
  assert.fail('the log never ran out of room');
}

async function waitFor(what: string, isThere: () => Promise<boolean>): Promise<void> {
  const limit = Date.now() + LIMIT_MS;
  while (!(await isThere())) {
    assert.ok(Date.now() < limit, `waited in vain for ${what}:\n${product.output().slice(-4000)}`);
    assert.ok(product.isRunning(), product.output().slice(-4000));
    await sleep(100);
  }
}
