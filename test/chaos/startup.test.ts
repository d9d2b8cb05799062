import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { chmod, chown, mkdtemp, readFile, realpath, rename, rm, stat } from 'node:fs/promises';
import net from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, test, type TestContext } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { createChance } from '../kit/chance.ts';
import { type Checkout, copyCheckout } from '../kit/checkout.ts';
import { createClient } from '../kit/client.ts';
import { isAlive, processesNaming, serverPid, signalTo, stopServers } from '../kit/clusters.ts';
import { freePorts, type ProductOptions, type ProductProcess, readDemoFile, runProduct } from '../kit/product.ts';

const SERVERS = ['application', 'keystore'] as const;
const HAS_PROC = process.platform === 'linux';
const isRoot = process.getuid?.() === 0;
/** First starts that are killed, each at a moment of its own. */
const FIRST_STARTS = process.env['CAREROUTE_TEST_SIZE'] === 'small' ? 4 : 16;
/** An account with a name (`daemon`), and neither ours nor that of PostgreSQL under root. */
const SOMEBODY = 1;
/** An account that the system has no name for. */
const NAMELESS = 54321;

/** A data directory, and a way to run the product on it; whatever still runs is ended after the test. */
async function installation(t: TestContext, parent = tmpdir()) {
  const dataDir = await mkdtemp(path.join(parent, 'careroute-start-'));
  await chmod(dataDir, 0o755);
  const ports = await freePorts();
  const started: ProductProcess[] = [];
  t.after(async () => {
    for (const product of started) await product.end('SIGKILL');
    await stopServers(dataDir);
    // Where its account cannot reach the data directory, PostgreSQL keeps its files in another place.
    const files = path.join(dataDir, 'postgres');
    if (existsSync(files)) await rm(await realpath(files), { recursive: true });
    await rm(dataDir, { recursive: true, force: true });
  });
  return {
    dataDir,
    ports,
    run: (args: readonly string[], more: Partial<ProductOptions> = {}): ProductProcess => {
      const product = runProduct(args, { dataDir, ports, ...more });
      started.push(product);
      return product;
    },
  };
}

async function assertNothingRuns(dataDir: string): Promise<void> {
  for (const name of SERVERS) assert.equal(await serverPid(dataDir, name), undefined, `the ${name} server still runs`);
  if (HAS_PROC) assert.deepEqual(await processesNaming(dataDir), []);
}

test('of two first starts at once one serves, and the other says so and ends', async (t) => {
  const { dataDir, run } = await installation(t);
  const both = [run(['start']), run(['start'])];
  const loser = await Promise.race(both.map(async (product) => ({ product, end: await product.ended })));
  assert.equal(loser.end.code, 1, loser.product.output());
  assert.match(loser.product.output(), /is running already.*CAREROUTE_DATA_DIR/);
  const [winner] = both.filter((product) => product !== loser.product);
  await winner?.ready();
  assert.deepEqual(await winner?.end('SIGINT'), { code: 0, signal: null }, winner?.output());
  await assertNothingRuns(dataDir);
});

test('after kill -9 the next start takes over what was left running, and finds the data', async (t) => {
  const { dataDir, run } = await installation(t);
  const first = run(['start', '--demo']);
  await first.ready();
  const before = await readDemoFile(dataDir);
  const orphans = await Promise.all(SERVERS.map((name) => serverPid(dataDir, name)));
  await first.end('SIGKILL');
  for (const pid of orphans) assert.ok(pid !== undefined && (await isAlive(pid)), 'a server ended with its careroute');
  const second = run(['start', '--demo']);
  await second.ready();
  for (const pid of orphans) assert.ok(pid !== undefined && !(await isAlive(pid)), 'an orphan still runs');
  const now = await readDemoFile(dataDir);
  assert.equal(now.tenantId, before.tenantId);
  const admin = createClient(now.baseUrl, await readFile(now.caFile, 'utf8'), before.admin.apiKey);
  const leads = await admin.get('/api/v1/leads');
  assert.equal(leads.status, 200, leads.text);
  assert.equal(leads.json.data.length, 2, 'each start posts a lead, and the first one must still be there');
  assert.equal((await second.end('SIGINT')).code, 0, second.output());
  await assertNothingRuns(dataDir);
});

test('Ctrl-C stops in order at any moment, also while it starts, and the next start needs no help', async (t) => {
  const { dataDir, run } = await installation(t);
  for (const moment of ['Starting the embedded databases', 'Applied 0003', 'Stop it with Ctrl-C']) {
    const product = run(['start']);
    if (existsSync(path.join(dataDir, 'tls'))) await product.ready();
    else await product.says(moment);
    assert.deepEqual(await product.end('SIGINT'), { code: 0, signal: null }, product.output());
    await assertNothingRuns(dataDir);
  }
});

for (let seed = 1; seed <= FIRST_STARTS; seed += 1) {
  test(`a first start that dies at any moment leaves nothing that stops the next one (seed ${seed})`, async (t) => {
    const chance = createChance(seed);
    const { dataDir, run } = await installation(t);
    const dying = run(['start', '--demo']);
    await dying.says('Starting the embedded databases');
    await sleep(chance.between(0, 3000));
    const takesAll = HAS_PROC && chance.happens(0.5);
    for (const line of takesAll ? await processesNaming(dataDir) : []) signalTo(Number.parseInt(line, 10), 'SIGKILL');
    await dying.end('SIGKILL');
    const next = run(['start', '--demo']);
    await next.ready();
    assert.deepEqual(await next.end('SIGINT'), { code: 0, signal: null }, next.output());
    await assertNothingRuns(dataDir);
  });
}

test('a data directory without its root key is refused by name, and works when it is put back', async (t) => {
  const { dataDir, run } = await installation(t);
  const first = run(['start']);
  await first.ready();
  assert.match(first.output(), /KEEP A COPY/);
  await first.end('SIGINT');
  const key = path.join(dataDir, 'root.key');
  await rename(key, `${key}.aside`);
  const refused = run(['start']);
  assert.equal((await refused.ended).code, 1, refused.output());
  assert.match(refused.output(), /CAREROUTE_ROOT_KEY/);
  assert.ok(!existsSync(key), 'a new root key was made over data sealed by another');
  await rename(`${key}.aside`, key);
  const again = run(['start']);
  await again.ready();
  assert.doesNotMatch(again.output(), /KEEP A COPY/);
  assert.equal((await again.end('SIGINT')).code, 0);
});

for (const lost of SERVERS) {
  test(`a lost ${lost} database is told, and works when it is put back`, async (t) => {
    const { dataDir, run } = await installation(t);
    const first = run(['start', '--demo']);
    await first.ready();
    await first.end('SIGINT');
    const place = path.join(await realpath(path.join(dataDir, 'postgres')), lost);
    await rename(place, `${place}.away`);
    const without = run(['start', '--demo']);
    assert.equal((await without.ended).code, 1);
    assert.match(without.output(), new RegExp(`The ${lost}( database)? is empty, but`));
    await rm(place, { recursive: true });
    await rename(`${place}.away`, place);
    const again = run(['start', '--demo']);
    await again.ready();
    assert.equal((await again.end('SIGINT')).code, 0, again.output());
  });
}

test('a server that works on the data unseen, as in another container, is told and left alone', async (t) => {
  const { dataDir, run } = await installation(t);
  const first = run(['start', '--demo']);
  await first.ready();
  await first.end('SIGINT');
  const socket = path.join(await realpath(path.join(dataDir, 'postgres')), 'run', 'application', '.s.PGSQL.54321');
  const unseen = net.createServer((connection) => connection.destroy());
  await new Promise<void>((resolve) => unseen.listen(socket, resolve));
  t.after(() => unseen.close());
  const refused = run(['start', '--demo']);
  assert.equal((await refused.ended).code, 1);
  assert.match(refused.output(), /cannot be seen from here/);
  await new Promise((resolve) => unseen.close(resolve));
  const again = run(['start', '--demo']);
  await again.ready();
  assert.equal((await again.end('SIGINT')).code, 0, again.output());
});

test('a port in use is told, and no database is left running', async (t) => {
  const { dataDir, ports, run } = await installation(t);
  const holder = net.createServer();
  await new Promise<void>((resolve) => holder.listen(ports.https, '127.0.0.1', resolve));
  t.after(() => holder.close());
  const refused = run(['start', '--demo']);
  assert.equal((await refused.ended).code, 1, refused.output());
  assert.match(refused.output(), /CAREROUTE_HTTPS_PORT/);
  await assertNothingRuns(dataDir);
});

test('wrong settings are all named, with what to do, and nothing is made', async (t) => {
  const { dataDir, run } = await installation(t);
  const env = {
    CAREROUTE_HTTPS_PORT: 'eighty',
    CAREROUTE_ROOT_KEY: 'c2hvcnQ=',
    CAREROUTE_HTTP_PROT: '80',
    CAREROUTE_TLS_CERT_FILE: '/nowhere/cert.pem',
    CAREROUTE_DATABASE_URL: 'postgres://somebody@db.example.org/careroute',
    CAREROUTE_TRUSTED_PROXIES: 'everywhere',
  };
  const refused = run(['start'], { env });
  assert.equal((await refused.ended).code, 2, refused.output());
  for (const name of [...Object.keys(env), 'CAREROUTE_KEYSTORE_URL', 'CAREROUTE_TLS_KEY_FILE'])
    assert.ok(refused.output().includes(name), `${name} is not named:\n${refused.output()}`);
  assert.ok(!refused.output().includes('eighty'), 'a value was repeated');
  assert.ok(!existsSync(path.join(dataDir, 'root.key')));
});

let copied: Promise<{ home: string; checkout: Checkout }> | undefined;
/** A checkout of its own in a directory whose mode the tests set. */
function copyOnce(): Promise<{ home: string; checkout: Checkout }> {
  copied ??= (async () => {
    const home = await mkdtemp(path.join(tmpdir(), 'careroute-home-'));
    return { home, checkout: await copyCheckout(path.join(home, 'careroute')) };
  })();
  return copied;
}
after(async () => {
  if (copied) await rm((await copied).home, { recursive: true, force: true });
});

test('it runs from a checkout and on data inside a home that nobody else may enter, also as root', async (t) => {
  const { home, checkout } = await copyOnce();
  await chmod(home, 0o700);
  const { dataDir, run } = await installation(t, home);
  const product = run(['start', '--demo'], { checkout });
  await product.ready();
  const demo = await readDemoFile(dataDir);
  const client = createClient(demo.baseUrl, await readFile(demo.caFile, 'utf8'));
  assert.equal((await client.get('/readyz')).status, 200);
  if (isRoot && HAS_PROC) await assertOwner(dataDir, 65534);
  assert.deepEqual(await product.end('SIGINT'), { code: 0, signal: null }, product.output());
  await assertNothingRuns(dataDir);
  const again = run(['start', '--demo'], { checkout });
  await again.ready();
  assert.equal((await again.end('SIGINT')).code, 0, again.output());
});

test('it runs as an account without rights', async (t) => {
  const { home, checkout } = await copyOnce();
  await chmod(home, 0o755);
  const { dataDir, run } = await installation(t);
  if (isRoot) await chown(dataDir, SOMEBODY, SOMEBODY);
  const product = run(['start', '--demo'], isRoot ? { checkout, uid: SOMEBODY } : {});
  await product.ready();
  if (isRoot && HAS_PROC) await assertOwner(dataDir, SOMEBODY);
  assert.deepEqual(await product.end('SIGINT'), { code: 0, signal: null }, product.output());
  await assertNothingRuns(dataDir);
});

/** The servers run under this account and no other. */
async function assertOwner(dataDir: string, uid: number): Promise<void> {
  for (const name of SERVERS) {
    const pid = await serverPid(dataDir, name);
    assert.equal((await stat(`/proc/${pid}`)).uid, uid, `the ${name} server does not run as ${uid}`);
  }
}

test('an account without a name is told that PostgreSQL needs one', async (t) => {
  if (!isRoot) return t.diagnostic('only root can become another account');
  const { checkout, home } = await copyOnce();
  await chmod(home, 0o755);
  const { dataDir, run } = await installation(t);
  await chown(dataDir, NAMELESS, NAMELESS);
  const refused = run(['start', '--demo'], { checkout, uid: NAMELESS });
  assert.equal((await refused.ended).code, 1, refused.output());
  assert.match(refused.output(), /needs an account with a name.*CAREROUTE_DATABASE_URL/);
});
