import assert from 'node:assert/strict';
import { execFile, spawnSync } from 'node:child_process';
import { createPrivateKey, X509Certificate } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { connect, createServer } from 'node:tls';
import { promisify } from 'node:util';
import { ensureLocalCertificate, type LocalCertificate } from './local-certificate.ts';
import { startTestServer } from './server.fixture.ts';

const NOW = new Date('2030-06-01T12:00:00Z');
const DAY_MS = 86_400_000;
const hosts = ['leads.example.com', 'localhost', '127.0.0.1', '::1'];
let dir: string;
let first: LocalCertificate;

const ensure = (more: { hosts?: string[]; now?: Date } = {}): Promise<LocalCertificate> =>
  ensureLocalCertificate({ dir, hosts, now: NOW, ...more });

before(async () => {
  dir = join(await mkdtemp(join(tmpdir(), 'careroute-ca-')), 'tls');
  first = await ensure();
});
after(() => rm(join(dir, '..'), { recursive: true }));

test('the certificate covers names and addresses, for servers only, under its authority', () => {
  const ca = new X509Certificate(first.caPem);
  const leaf = new X509Certificate(first.certPem);
  assert.ok(ca.ca && ca.checkIssued(ca) && ca.verify(ca.publicKey));
  assert.ok(!leaf.ca && leaf.checkIssued(ca) && leaf.verify(ca.publicKey));
  assert.ok(leaf.checkPrivateKey(createPrivateKey(first.keyPem)));
  assert.equal(leaf.checkHost('leads.example.com'), 'leads.example.com');
  assert.equal(leaf.checkIP('127.0.0.1'), '127.0.0.1');
  assert.ok(leaf.checkIP('::1') !== undefined && leaf.checkHost('example.com') === undefined);
  assert.deepEqual(leaf.keyUsage, ['1.3.6.1.5.5.7.3.1']);
  assert.ok(leaf.validFromDate < NOW && leaf.validToDate.getTime() - NOW.getTime() === 397 * DAY_MS);
  assert.notEqual(ca.serialNumber, leaf.serialNumber);
});

test('keys are for the owner alone, and nothing else is left behind', async () => {
  assert.deepEqual((await readdir(dir)).toSorted(), ['ca.crt', 'ca.key', 'server.crt', 'server.key']);
  assert.equal((await stat(dir)).mode & 0o777, 0o700);
  for (const file of ['ca.key', 'server.key']) assert.equal((await stat(join(dir, file))).mode & 0o777, 0o600, file);
});

test('a second start uses the same certificate; near its end it is renewed under the same authority', async () => {
  assert.equal((await ensure()).certPem, first.certPem);
  assert.equal((await ensure({ now: new Date(NOW.getTime() + 366 * DAY_MS) })).certPem, first.certPem);
  const renewed = await ensure({ now: new Date(NOW.getTime() + 368 * DAY_MS) });
  assert.notEqual(renewed.certPem, first.certPem);
  assert.equal(renewed.caPem, first.caPem);
  assert.equal(await readFile(renewed.certFile, 'utf8'), renewed.certPem);
});

test('a new host, a torn pair or a broken file gives a new certificate', async () => {
  const wider = await ensure({ hosts: [...hosts, '10.1.2.3'] });
  assert.ok(new X509Certificate(wider.certPem).checkIP('10.1.2.3') !== undefined);
  assert.equal((await ensure({ hosts: ['localhost'] })).certPem, wider.certPem);
  await writeFile(wider.keyFile, first.keyPem);
  const whole = await ensure();
  assert.notEqual(whole.keyPem, first.keyPem);
  await writeFile(whole.certFile, 'not a certificate');
  assert.ok(new X509Certificate((await ensure()).certPem).checkHost('localhost') !== undefined);
});

test('an authority that ends before its next certificate is replaced, and so is what it signed', async () => {
  const old = await ensure();
  const later = await ensure({ now: new Date(NOW.getTime() + 3_400 * DAY_MS) });
  assert.notEqual(later.caPem, old.caPem);
  assert.ok(new X509Certificate(later.certPem).verify(new X509Certificate(later.caPem).publicKey));
});

test('more names are issued under the same authority, and TLS clients accept them', async () => {
  const now = new Date();
  const local = await ensureLocalCertificate({ dir: join(dir, 'other'), hosts: ['localhost'], now });
  const buyer = await local.issue(['buyer-1.test', '127.0.0.1']);
  const server = createServer({ cert: buyer.certPem, key: buyer.keyPem }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  const good = connect({ port, host: '127.0.0.1', servername: 'buyer-1.test', ca: local.caPem });
  await once(good, 'secureConnect');
  assert.ok(good.authorized);
  good.destroy();
  const wrong = connect({ port, host: '127.0.0.1', servername: 'buyer-2.test', ca: local.caPem });
  const [error] = (await once(wrong, 'error')) as [Error & { code: string }];
  assert.equal(error.code, 'ERR_TLS_CERT_ALTNAME_INVALID');
  server.close();
});

test('openssl and curl, where they are, accept the certificate as well', async () => {
  const server = await startTestServer({ routes: (app) => void app.get('/ping', () => ({ ok: true })) });
  const { caFile, certFile } = server.certificate;
  const run = promisify(execFile);
  try {
    if (isThere('openssl')) {
      const strict = ['verify', '-x509_strict', '-purpose', 'sslserver', '-verify_ip', '127.0.0.1', '-CAfile', caFile];
      assert.match((await run('openssl', [...strict, certFile])).stdout, /: OK/);
    }
    if (isThere('curl')) {
      const url = `https://127.0.0.1:${server.port}/ping`;
      assert.equal((await run('curl', ['-sS', '--cacert', caFile, url])).stdout, '{"ok":true}');
      await assert.rejects(run('curl', ['-sS', url]), /certificate/i);
    }
    assert.equal((await server.send('GET', '/ping')).body, '{"ok":true}');
  } finally {
    await server.stop();
  }
});

const isThere = (tool: string): boolean => spawnSync(tool, ['--version']).error === undefined;
