import assert from 'node:assert/strict';
import { X509Certificate } from 'node:crypto';
import { once } from 'node:events';
import { rename, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { connect } from 'node:tls';
import { readPair } from './certificate-pair.ts';
import { issueCertificate } from './issue-certificate.ts';
import { startTestServer, type TestServer } from './server.fixture.ts';
import type { CertificatePair } from './tls-options.ts';
import { watchCertificate } from './watch-certificate.ts';

const INTERVAL_MS = 25;
const problems: string[] = [];
let server: TestServer;
let watch: { stop(): void };
let files: { certFile: string; keyFile: string };

const issue = (): Promise<CertificatePair> => server.certificate.issue(['localhost', '127.0.0.1']);
const write = (pair: CertificatePair): Promise<unknown> =>
  Promise.all([writeFile(files.certFile, pair.certPem), writeFile(files.keyFile, pair.keyPem)]);
const serialOf = (pair: CertificatePair): string => new X509Certificate(pair.certPem).serialNumber;

async function served(): Promise<string | undefined> {
  const socket = connect({ port: server.port, host: '127.0.0.1', ca: server.certificate.caPem });
  await once(socket, 'secureConnect');
  const serial = socket.getPeerX509Certificate()?.serialNumber;
  socket.destroy();
  return serial;
}

/** Waits for what the watch is to do; what it is not to do, it had four rounds to do. */
async function until(done: () => Promise<boolean> | boolean): Promise<void> {
  for (const giveUpAt = Date.now() + 10_000; !(await done()); await pause(INTERVAL_MS)) {
    assert.ok(Date.now() < giveUpAt, 'nothing happened');
  }
  await pause(4 * INTERVAL_MS);
}

const untilServed = (pair: CertificatePair): Promise<void> => until(async () => (await served()) === serialOf(pair));

before(async () => {
  server = await startTestServer();
  files = { certFile: join(server.dir, 'own.crt'), keyFile: join(server.dir, 'own.key') };
  await write(server.certificate);
  watch = watchCertificate({
    ...files,
    inUse: server.certificate,
    intervalMs: INTERVAL_MS,
    apply: (pair) => server.server.applyCertificate(pair),
    onProblem: (problem) => problems.push(problem),
  });
});
after(async () => {
  watch.stop();
  await server.stop();
});

test('a new pair of files is served without a restart', async () => {
  const next = await issue();
  await write(next);
  await untilServed(next);
  assert.deepEqual(problems, []);
});

test('a pair replaced file by file, or through a symbolic link, is served once it is whole', async () => {
  const next = await issue();
  await writeFile(join(server.dir, 'linked.crt'), next.certPem);
  await writeFile(`${files.keyFile}.new`, next.keyPem);
  await rm(files.certFile);
  await symlink(join(server.dir, 'linked.crt'), files.certFile);
  await rename(`${files.keyFile}.new`, files.keyFile);
  await untilServed(next);
  assert.deepEqual(problems, []);
});

test('a pair that cannot be used is reported once, by reason and file, and the old one stays', async () => {
  const good = await served();
  const [one, other] = [await issue(), await issue()];
  const { caFile } = server.certificate;
  const authority = await readPair({ certFile: caFile, keyFile: caFile.replace('.crt', '.key') });
  const tenDaysAgo = new Date(Date.now() - 10 * 86_400_000);
  const expired = await issueCertificate({ authority, hosts: ['localhost'], now: tenDaysAgo, days: 5 });
  const cases: [CertificatePair, RegExp][] = [
    [{ certPem: one.certPem, keyPem: other.keyPem }, /key does not belong/],
    [{ certPem: 'nonsense', keyPem: one.keyPem }, /certificate cannot be read/],
    [{ certPem: one.certPem, keyPem: 'nonsense' }, /private key cannot be read/],
    [expired, /expired/],
  ];
  for (const [pair, reason] of cases) {
    problems.length = 0;
    await write(pair);
    await until(() => problems.length > 0);
    assert.equal(problems.length, 1, String(reason));
    assert.match(problems.join(), reason);
    assert.match(problems.join(), /own\.crt/);
    assert.doesNotMatch(problems.join(), /PRIVATE|nonsense/);
    assert.equal(await served(), good);
  }
});

test('files that vanish are reported, and used when they are back', async () => {
  problems.length = 0;
  await rm(files.certFile);
  await until(() => problems.length > 0);
  assert.match(problems.join(), /cannot be read: ENOENT/);
  const next = await issue();
  await write(next);
  await untilServed(next);
});
