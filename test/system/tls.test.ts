import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { chmod, copyFile, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePorts, runProduct } from '../kit/product.ts';
import { atEnd, programOf, runTo } from './debian.fixture.ts';

const openssl = programOf('openssl', '/usr/bin/openssl');
const testssl = programOf('testssl.sh', '/usr/bin/testssl', '/usr/bin/testssl.sh', '/usr/local/bin/testssl.sh');
const directory = await mkdtemp(path.join(tmpdir(), 'careroute-system-'));
atEnd(() => rm(directory, { recursive: true, force: true }));
await chmod(directory, 0o755);
const dataDir = path.join(directory, 'var');
const AUTHORITY = path.join(dataDir, 'tls', 'ca.crt');

/** What Debian forbids its clients is allowed here, so that it is the server that refuses. */
const LOOSE = { ...process.env, OPENSSL_CONF: '/dev/null', TERM: 'dumb' };
const ANY = ['-cipher', 'ALL:COMPLEMENTOFALL:@SECLEVEL=0'];
const MODERN = ['TLS_AES_256_GCM_SHA384', 'TLS_CHACHA20_POLY1305_SHA256', 'TLS_AES_128_GCM_SHA256'];

interface Server {
  readonly port: number;
  /** A handshake by `openssl s_client`: what it says, also when there is none. */
  handshake(...more: readonly string[]): Promise<string>;
  /** Has testssl.sh scan and `judge` say what it thinks of it; anew, up to `SCANS` times, while that throws. */
  scan(checks: readonly string[], judge: (found: Scan) => void): Promise<void>;
  stop(): Promise<void>;
}

async function start(env: Readonly<Record<string, string>> = {}, authority = AUTHORITY): Promise<Server> {
  const ports = await freePorts();
  const product = runProduct(['start'], { dataDir, ports, env: { CAREROUTE_HOST: '127.0.0.1', ...env } });
  await product.ready();
  const port = ports.https;
  return {
    port,
    async handshake(...more) {
      const args = ['s_client', '-connect', `127.0.0.1:${port}`, '-servername', 'localhost', '-CAfile', authority];
      const script = '"$@" 2>&1 </dev/null || true';
      return runTo('/bin/sh', ['-c', script, 'sh', openssl, ...args, ...more], { env: LOOSE });
    },
    async scan(checks, judge) {
      for (let left = SCANS - 1; ; left -= 1) {
        try {
          return judge(await scan(port, authority, checks));
        } catch (error) {
          if (left === 0) throw error;
          console.log('A scan found fault, or failed; another follows:', error);
        }
      }
    },
    async stop() {
      assert.equal((await product.end('SIGTERM')).code, 0, product.output().slice(-4000));
    },
  };
}

/** What testssl.sh found. */
interface Scan {
  finding(id: string): string;
  /** The suites of TLS 1.2 and 1.3, by their IANA names. */
  readonly suites: readonly string[];
  /** Ids of all that is graded worse than "of interest". */
  readonly doubts: readonly string[];
}

interface Finding {
  readonly id: string;
  readonly severity: string;
  readonly finding: string;
}

/**
 * Of a settled server every scan finds the same. On a busy machine testssl.sh does not: it takes an answer that comes
 * late for none, and a client that ended before the server's refusal of a renegotiation for a weakness.
 */
const SCANS = 3;
/** Of testssl.sh and of a certificate that no public authority made: neither says anything of the server. */
const NOT_OURS = ['engine_problem', 'cert_revocation', 'DNS_CAArecord'];

let scans = 0;

async function scan(port: number, authority: string, checks: readonly string[]): Promise<Scan> {
  scans += 1;
  const file = path.join(directory, `scan-${scans}.json`);
  const quiet = ['--quiet', '--warnings', 'off', '--color', '0', '--add-ca', authority, '--jsonfile', file];
  await runTo(testssl, [...quiet, ...checks, '--ip', '127.0.0.1', `localhost:${port}`], { env: LOOSE });
  const findings = JSON.parse(await readFile(file, 'utf8')) as Finding[];
  const doubtful = findings.filter(({ id, severity }) => !['OK', 'INFO'].includes(severity) && !NOT_OURS.includes(id));
  return {
    finding: (wanted) => findings.find(({ id }) => id === wanted)?.finding ?? `testssl.sh says nothing of ${wanted}`,
    suites: findings
      .filter(({ id }) => id.startsWith('cipher-tls'))
      .map((it) => it.finding.trim().split(/\s+/).at(-1) ?? ''),
    doubts: doubtful.map(({ id, finding }) => `${id}: ${finding}`),
  };
}

async function assertRefusesTheOld(server: Server, kind: 'ECDSA' | 'RSA'): Promise<void> {
  for (const version of ['-tls1', '-tls1_1'])
    assert.match(await server.handshake(version, ...ANY), /alert protocol version/, version);
  const families = {
    'static RSA': 'AES256-GCM-SHA384:AES128-GCM-SHA256:AES256-SHA:AES128-SHA',
    CBC: `ECDHE-${kind}-AES256-SHA384:ECDHE-${kind}-AES128-SHA256:ECDHE-${kind}-AES128-SHA`,
    'finite-field Diffie-Hellman': 'DHE-RSA-AES256-GCM-SHA384:DHE-RSA-AES128-GCM-SHA256',
    'no authentication': 'ADH-AES128-GCM-SHA256:AECDH-AES128-SHA',
  };
  for (const [family, suites] of Object.entries(families)) {
    const said = await server.handshake('-tls1_2', '-cipher', `${suites}:@SECLEVEL=0`);
    assert.match(said, /alert handshake failure/, family);
  }
  const good = await server.handshake('-tls1_2', '-verify_return_error', '-verify_hostname', 'localhost');
  assert.match(good, /Cipher is ECDHE-/);
  assert.match(good, /Verify return code: 0 \(ok\)/);
}

const OLDER = ['AES_256_GCM_SHA384', 'CHACHA20_POLY1305_SHA256', 'AES_128_GCM_SHA256'];
/** The suites of TLS 1.2 with a certificate of that kind, and those of TLS 1.3. */
const suitesWith = (kind: 'ECDSA' | 'RSA'): string[] => [
  ...OLDER.map((suite) => `TLS_ECDHE_${kind}_WITH_${suite}`),
  ...MODERN,
];

test('as it comes, the server speaks TLS 1.2 and 1.3, by forward secrecy and authenticated encryption', async () => {
  const server = await start();
  try {
    await assertRefusesTheOld(server, 'ECDSA');
    await server.scan(['-p', '-s', '-f', '-S', '-h', '-U', '-E'], (found) => {
      assert.deepEqual(found.doubts, []);
      for (const version of ['SSLv2', 'SSLv3', 'TLS1', 'TLS1_1']) assert.equal(found.finding(version), 'not offered');
      for (const version of ['TLS1_2', 'TLS1_3']) assert.match(found.finding(version), /^offered/);
      assert.match(found.finding('cert_trust'), /^Ok via SAN/i);
      assert.match(found.finding('cert_chain_of_trust'), /^passed/);
      assert.deepEqual(found.suites, suitesWith('ECDSA'));
    });
  } finally {
    await server.stop();
  }
});

/** A server certificate with a key of RSA, as most public ones have, by an authority that is made with the first. */
async function makeRsaPair(): Promise<void> {
  const make = (...args: readonly string[]) =>
    runTo(openssl, ['req', '-x509', '-newkey', 'rsa:2048', '-noenc', '-days', '90', ...args], { cwd: directory });
  const signed = ['-CA', 'own-ca.crt', '-CAkey', 'own-ca.key', '-subj', '/CN=localhost'];
  const limits = ['basicConstraints=critical,CA:FALSE', 'subjectAltName=DNS:localhost', 'extendedKeyUsage=serverAuth'];
  if (!existsSync(path.join(directory, 'own-ca.crt')))
    await make('-keyout', 'own-ca.key', '-out', 'own-ca.crt', '-subj', '/CN=An authority');
  await make('-keyout', 'next.key', '-out', 'next.crt', ...signed, ...limits.flatMap((limit) => ['-addext', limit]));
  for (const end of ['key', 'crt'])
    await copyFile(path.join(directory, `next.${end}`), path.join(directory, `own.${end}`));
}

const OWN = {
  CAREROUTE_TLS_CERT_FILE: path.join(directory, 'own.crt'),
  CAREROUTE_TLS_KEY_FILE: path.join(directory, 'own.key'),
};

test('with an RSA certificate of one’s own it is no weaker, and neither after the files were replaced', async () => {
  await makeRsaPair();
  const server = await start(OWN, path.join(directory, 'own-ca.crt'));
  try {
    await server.scan(['-p', '-s', '-S', '-E'], (found) => {
      assert.deepEqual(found.doubts, []);
      assert.match(found.finding('cert_chain_of_trust'), /^passed/);
      assert.deepEqual(found.suites, suitesWith('RSA'));
    });
    const serial = async (): Promise<string> => {
      const pem = /-----BEGIN CERTIFICATE-----[\s\S]*?-----END CERTIFICATE-----/.exec(await server.handshake());
      return runTo(openssl, ['x509', '-noout', '-serial'], { input: pem?.[0] ?? '' });
    };
    const before = await serial();
    await makeRsaPair();
    const limit = Date.now() + 30_000;
    while ((await serial()) === before) {
      assert.ok(Date.now() < limit, 'the new certificate was not taken');
      await sleep(200);
    }
    await assertRefusesTheOld(server, 'RSA');
  } finally {
    await server.stop();
  }
});

test('on request it speaks TLS 1.3 alone', async () => {
  const server = await start({ CAREROUTE_TLS_MIN_VERSION: '1.3' });
  try {
    assert.match(await server.handshake('-tls1_2', ...ANY), /alert protocol version/);
    assert.match(await server.handshake('-tls1_3', '-verify_return_error'), /New, TLSv1\.3, Cipher is TLS_/);
    await server.scan(['-p', '-E'], (found) => {
      assert.deepEqual(found.doubts, []);
      assert.equal(found.finding('TLS1_2'), 'not offered');
      assert.deepEqual(found.suites, MODERN);
    });
  } finally {
    await server.stop();
  }
});
