import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { chmod, mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import net from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, beforeEach, describe, test } from 'node:test';
import { readSettings, type Settings } from '../../../platform/config/index.ts';
import { createAuthority, ensureLocalCertificate, issueCertificate } from '../../../platform/http/index.ts';
import { deriveSecrets } from '../../compose/secrets.ts';
import { checkCertificate } from './check-certificate.ts';
import { checkDataDir } from './check-data-dir.ts';
import { checkPorts } from './check-ports.ts';
import { checkRootKey, secretsIfAny } from './check-root-key.ts';
import { checkSettings } from './check-settings.ts';
import { checkVersions } from './check-versions.ts';
import { examine } from './examine.ts';
import type { Finding, NamedFinding } from './finding.ts';
import { reachDatabases } from './reach-databases.ts';

const NOW = new Date();
const DAY_MS = 86_400_000;
let top = '';
let dataDir = '';

before(async () => {
  top = await mkdtemp(path.join(tmpdir(), 'careroute-doctor-'));
});
after(() => rm(top, { recursive: true, force: true }));
beforeEach(async () => {
  dataDir = await mkdtemp(path.join(top, 'data-'));
});

function settingsOf(more: Record<string, string> = {}): Settings {
  const settings = readSettings({ CAREROUTE_DATA_DIR: dataDir, ...more }, { demo: false, cwd: top });
  assert.ok(settings.ok);
  return settings.value;
}

const told = (findings: readonly Finding[]): string =>
  findings.map(({ state, message }) => `${state}: ${message}`).join('\n');

describe('settings', () => {
  test('every fault is told with its variable, and what is set by name only', () => {
    const env = { CAREROUTE_HTTPS_PORT: 'x', CAREROUTE_ROOT_KEY: 'a-secret-value' };
    const findings = checkSettings(readSettings(env, { demo: false, cwd: top }));
    assert.deepEqual(
      findings.map((finding) => finding.state),
      ['problem', 'problem'],
    );
    assert.doesNotMatch(JSON.stringify(findings), /a-secret-value/);
    const key = randomBytes(32).toString('base64');
    const good = checkSettings(readSettings({ CAREROUTE_ROOT_KEY: key }, { demo: false, cwd: top }));
    assert.match(told(good), /^ok: Set: CAREROUTE_ROOT_KEY\./);
    assert.ok(!JSON.stringify(good).includes(key));
  });

  test('with faulty settings nothing else is looked at', async () => {
    const seen: NamedFinding[] = [];
    const faulty = readSettings({ CAREROUTE_HTTP_PORT: '0' }, { demo: false, cwd: top });
    await examine(faulty, (finding) => seen.push(finding));
    assert.deepEqual(new Set(seen.map((finding) => finding.name)), new Set(['settings', 'versions']));
  });
});

describe('versions', () => {
  async function checkoutWith(installed: Record<string, string>): Promise<string> {
    const root = await mkdtemp(path.join(top, 'root-'));
    const optionalDependencies = { pkcs11js: '2.0.0' };
    const manifest = { version: '9.9.9', dependencies: { fastify: '5.0.0' }, optionalDependencies };
    await writeFile(path.join(root, 'package.json'), JSON.stringify(manifest));
    for (const [name, version] of Object.entries(installed)) {
      await mkdir(path.join(root, 'node_modules', name), { recursive: true });
      await writeFile(path.join(root, 'node_modules', name, 'package.json'), JSON.stringify({ version }));
    }
    return root;
  }

  test('pinned packages are fine, and an absent optional one too', async () => {
    const root = await checkoutWith({ fastify: '5.0.0' });
    assert.match(told(await checkVersions(root, '24.1.0')), /^ok: Careroute 9\.9\.9/);
  });

  test('a missing or different package and an old Node are problems', async () => {
    const findings = await checkVersions(await checkoutWith({ pkcs11js: '1.0.0' }), '20.9.0');
    assert.deepEqual(
      findings.map((finding) => finding.state),
      ['problem', 'problem', 'problem'],
    );
  });

  test('this checkout is as pinned', async () => {
    assert.match(told(await checkVersions()), /^ok/);
  });
});

describe('data directory', () => {
  test('one that is not there yet is fine, and is not made', async () => {
    assert.match(told(await checkDataDir({ dataDir: path.join(dataDir, 'new') })), /^ok: .*does not exist yet/);
    assert.deepEqual(await readdir(dataDir), []);
  });

  test('one that others may write to is a problem', async () => {
    await chmod(dataDir, 0o777);
    assert.match(told(await checkDataDir({ dataDir })), /^problem: .*mode 0777/);
  });

  test('a file in its place is a problem', async () => {
    await writeFile(path.join(dataDir, 'file'), '');
    assert.match(told(await checkDataDir({ dataDir: path.join(dataDir, 'file') })), /^problem: .*not a directory/);
  });
});

describe('root key', () => {
  const writeKey = (content: string, mode: number): Promise<void> =>
    writeFile(path.join(dataDir, 'root.key'), content, { mode });
  const good = randomBytes(32).toString('base64');

  test('without one nothing is made, and nothing follows from it', async () => {
    assert.match(told(await checkRootKey(settingsOf())), /^ok: There is none yet/);
    assert.equal(await secretsIfAny(settingsOf()), undefined);
    assert.deepEqual(await readdir(dataDir), []);
  });

  test('a good one is a warning to keep a copy, and is not shown', async () => {
    await writeKey(good, 0o600);
    const findings = await checkRootKey(settingsOf());
    assert.deepEqual(
      findings.map((finding) => finding.state),
      ['warning'],
    );
    assert.match(findings[0]?.remedy ?? '', /copy in another place/);
    assert.ok(!JSON.stringify(findings).includes(good));
  });

  test('one that others may read, or of another length, is a problem', async () => {
    await writeKey(good, 0o644);
    assert.match(told(await checkRootKey(settingsOf())), /^problem: .*mode 0644/);
    await chmod(path.join(dataDir, 'root.key'), 0o600);
    await writeKey('c2hvcnQ=', 0o600);
    assert.match(told(await checkRootKey(settingsOf())), /^problem: .*32 bytes/);
    assert.equal(await secretsIfAny(settingsOf()), undefined);
  });

  test('one that is gone while databases are here is a problem', async () => {
    await mkdir(path.join(dataDir, 'postgres'));
    assert.match(told(await checkRootKey(settingsOf())), /^problem: .*gone/);
  });
});

describe('certificate', () => {
  const files = (): Record<string, string> => ({
    CAREROUTE_TLS_CERT_FILE: path.join(dataDir, 'c.crt'),
    CAREROUTE_TLS_KEY_FILE: path.join(dataDir, 'c.key'),
  });
  async function checked(days: number, hosts: string[], more: Record<string, string> = {}): Promise<string> {
    const authority = await createAuthority('Test', NOW, 1000);
    const pair = await issueCertificate({ authority, hosts, now: NOW, days });
    await writeFile(path.join(dataDir, 'c.crt'), pair.certPem);
    await writeFile(path.join(dataDir, 'c.key'), pair.keyPem, { mode: 0o600 });
    return told(await checkCertificate(settingsOf({ ...files(), ...more }), NOW));
  }

  test('one with months to go that covers the public host is fine', async () => {
    assert.match(await checked(90, ['localhost']), /^ok: It covers localhost/);
  });

  test('one with less than thirty days is warned of, and an ended one is a problem', async () => {
    assert.match(await checked(29, ['localhost']), /^warning: The certificate ends/);
    await checked(2, ['localhost']);
    const later = new Date(NOW.getTime() + 3 * DAY_MS);
    assert.match(told(await checkCertificate(settingsOf(files()), later)), /^problem: .*expired/);
  });

  test('one that does not cover the host of the public URL is a problem', async () => {
    const url = { CAREROUTE_PUBLIC_URL: 'https://leads.example.com' };
    assert.match(await checked(90, ['localhost'], url), /^problem: .*leads\.example\.com/);
    assert.match(await checked(90, ['*.example.com'], url), /^ok/);
    assert.match(await checked(90, ['203.0.113.7'], { CAREROUTE_PUBLIC_URL: 'https://203.0.113.7' }), /^ok/);
  });

  test('a key that everybody may read is a problem', async () => {
    await checked(90, ['localhost']);
    await chmod(path.join(dataDir, 'c.key'), 0o644);
    assert.match(told(await checkCertificate(settingsOf(files()), NOW)), /^problem: .*mode 0644/);
  });

  test('the local one is fine, and a public URL it does not cover is only a warning, as a start mends it', async () => {
    await ensureLocalCertificate({ dir: path.join(dataDir, 'tls'), hosts: ['localhost'], now: NOW });
    assert.match(told(await checkCertificate(settingsOf(), NOW)), /^ok: .*local authority/);
    const elsewhere = settingsOf({ CAREROUTE_PUBLIC_URL: 'https://leads.example.com' });
    assert.match(told(await checkCertificate(elsewhere, NOW)), /^warning/);
  });
});

test('a port that another program holds is a problem, and its own is left free', async () => {
  const other = net.createServer((socket) => socket.end('hello\n')).listen(0, '127.0.0.1');
  await new Promise((resolve) => other.once('listening', resolve));
  const { port } = other.address() as net.AddressInfo;
  try {
    const settings = settingsOf({ CAREROUTE_HOST: '127.0.0.1', CAREROUTE_HTTP_PORT: String(port) });
    const [, http] = await checkPorts(settings);
    assert.equal(http?.state, 'problem');
    assert.match(http.message, /another program/);
  } finally {
    other.close();
  }
});

describe('embedded databases on disk', () => {
  const secrets = deriveSecrets(randomBytes(32));
  async function cluster(name: string, files: Record<string, string>): Promise<void> {
    const directory = path.join(dataDir, 'postgres', name);
    await mkdir(directory, { recursive: true });
    for (const [file, content] of Object.entries(files)) await writeFile(path.join(directory, file), content);
  }
  async function reached(): Promise<string> {
    const reach = await reachDatabases(settingsOf(), secrets);
    return reach.kind === 'open' ? 'open' : told(reach.findings);
  }

  test('none are there before the first start', async () => {
    assert.match(await reached(), /^ok: There are none yet/);
    assert.deepEqual(await readdir(dataDir), []);
  });

  test('stopped ones are told to be started with careroute start', async () => {
    await cluster('application', { PG_VERSION: '18\n' });
    await cluster('keystore', { PG_VERSION: '18\n' });
    assert.match(await reached(), /^warning: Embedded and not running \(application and keystore\)/);
  });

  test('a pid file that a crash left is seen as that', async () => {
    const pidFile = '999999999\n/d\n1\n54321\n/nowhere\n\n\nready\n';
    await cluster('application', { PG_VERSION: '18\n', 'postmaster.pid': pidFile });
    await cluster('keystore', { PG_VERSION: '18\n' });
    assert.match(await reached(), /not stopped in good order/);
  });

  test('one of another major version, and one that was not made to the end, are problems', async () => {
    await cluster('application', { PG_VERSION: '17\n' });
    await cluster('keystore', {});
    assert.match(await reached(), /^problem: .*PostgreSQL 17[^]*\nproblem: .*no PG_VERSION/);
  });

  test('running ones are reached where their pid files say', async () => {
    const sockets = path.join(dataDir, 'run');
    await mkdir(sockets);
    await writeFile(path.join(sockets, '.s.PGSQL.54999'), '');
    const pidFile = `${process.pid}\n/d\n1\n54999\n${sockets}\n\n  1  2\nready   \n`;
    const files = { PG_VERSION: '18\n', 'postmaster.pid': pidFile };
    for (const name of ['application', 'keystore']) await cluster(name, files);
    const reach = await reachDatabases(settingsOf(), secrets);
    assert.ok(reach.kind === 'open');
    const url = new URL(reach.urls.app.replace(/^.*@/, 'http://x'));
    const { pathname, searchParams } = url;
    assert.deepEqual([pathname, searchParams.get('host'), searchParams.get('port')], ['/careroute', sockets, '54999']);
  });
});
