import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { test } from 'node:test';
import { connect, type ConnectionOptions, type TlsOptions } from 'node:tls';
import { promisify } from 'node:util';
import { AppError } from '../../kernel/app-error.ts';
import { createOutbound } from './create-outbound.ts';
import {
  HOST,
  authority,
  expiredPair,
  goodPair,
  httpsServer,
  otherHostPair,
  post,
  rawServer,
  rsaPair,
  testOutbound,
  until,
  type TestServer,
} from './servers.fixture.ts';

const rsa = await rsaPair();
const trustRsa = `${authority.certPem}\n${rsa.certPem}`;
const byRsa: TlsOptions = { key: rsa.keyPem, cert: rsa.certPem };
/** A client of the past, which shows that the server of a test works and is refused for the reason tested. */
const LENIENT: ConnectionOptions = { rejectUnauthorized: false, minVersion: 'TLSv1', ciphers: 'ALL:@SECLEVEL=0' };

async function lenientClientConnects(server: TestServer): Promise<boolean> {
  const socket = connect({ host: '127.0.0.1', port: server.port, servername: HOST, ...LENIENT });
  await once(socket, 'secureConnect');
  socket.destroy();
  return true;
}

const OK = 'HTTP/1.1 200 OK\r\ncontent-length: 0\r\n\r\n';

const answering = (t: Parameters<typeof rawServer>[0], options: TlsOptions): Promise<TestServer> =>
  rawServer(t, (socket) => void socket.once('data', () => socket.end(OK)), options);

for (const [name, options] of Object.entries<TlsOptions>({
  'TLS 1.1': { minVersion: 'TLSv1', maxVersion: 'TLSv1.1', ciphers: 'ALL:@SECLEVEL=0' },
  'CBC suites': { ...byRsa, maxVersion: 'TLSv1.2', ciphers: 'ECDHE-RSA-AES256-SHA384:ECDHE-RSA-AES128-SHA256' },
  'CBC suites with SHA-1': { ...byRsa, maxVersion: 'TLSv1.2', ciphers: 'ECDHE-RSA-AES256-SHA:@SECLEVEL=0' },
  'static RSA': { ...byRsa, maxVersion: 'TLSv1.2', ciphers: 'AES256-GCM-SHA384:AES128-GCM-SHA256' },
  'finite-field DHE': { ...byRsa, maxVersion: 'TLSv1.2', ciphers: 'DHE-RSA-AES256-GCM-SHA384', dhparam: 'auto' },
  'no authentication': { maxVersion: 'TLSv1.2', ciphers: 'AECDH-AES256-SHA:@SECLEVEL=0' },
})) {
  test(`a server that offers only ${name} is refused, and receives nothing`, async (t) => {
    const server = await answering(t, options);
    assert.equal(await lenientClientConnects(server), true);
    const result = await testOutbound(t, { caPem: trustRsa }).send(post(server.url));
    assert.equal(result.kind === 'not_sent' && result.reason, 'tls_failed');
    assert.ok(server.secured.every((socket) => socket.bytesRead === 0));
  });
}

for (const [name, options] of Object.entries<TlsOptions>({
  'TLS 1.3': { minVersion: 'TLSv1.3' },
  'TLS 1.2 with ECDSA and GCM': { maxVersion: 'TLSv1.2', ciphers: 'ECDHE-ECDSA-AES128-GCM-SHA256' },
  'TLS 1.2 with RSA and GCM': { ...byRsa, maxVersion: 'TLSv1.2', ciphers: 'ECDHE-RSA-AES256-GCM-SHA384' },
  'TLS 1.2 with ChaCha20': { ...byRsa, maxVersion: 'TLSv1.2', ciphers: 'ECDHE-RSA-CHACHA20-POLY1305' },
})) {
  test(`a server that speaks ${name} is reached`, async (t) => {
    const server = await answering(t, options);
    const result = await testOutbound(t, { caPem: trustRsa }).send(post(server.url));
    assert.equal(result.kind === 'response' && result.status, 200);
  });
}

const weakKey = await rsaPair({ modulusLength: 1024 });
const byRsaAuthority = await rsaPair({ issuer: rsa });
const bySha1 = await rsaPair({ issuer: rsa, hash: 'SHA-1' });
const testRoot = authority.certPem;

test('a certificate of an RSA authority is accepted, which the next tests need', async (t) => {
  const server = await answering(t, { key: byRsaAuthority.keyPem, cert: byRsaAuthority.certPem });
  assert.equal((await testOutbound(t, { caPem: rsa.certPem }).send(post(server.url))).kind, 'response');
});

for (const { name, pair, code, ...trust } of [
  { name: 'expired', pair: await expiredPair(), caPem: testRoot, code: 'CERT_HAS_EXPIRED' },
  { name: 'for another host', pair: await otherHostPair(), caPem: testRoot, code: 'ERR_TLS_CERT_ALTNAME_INVALID' },
  { name: 'self-signed and not trusted', pair: rsa, caPem: testRoot, code: 'DEPTH_ZERO_SELF_SIGNED_CERT' },
  { name: 'of an authority not trusted', pair: goodPair, caPem: rsa.certPem, code: 'UNABLE_TO_VERIFY_LEAF_SIGNATURE' },
  // Node has no name for the two errors of the security level.
  { name: 'trusted but of a weak key', pair: weakKey, caPem: weakKey.certPem, code: 'UNSPECIFIED' },
  { name: 'signed by SHA-1', pair: bySha1, caPem: rsa.certPem, code: 'UNSPECIFIED' },
]) {
  test(`a certificate that is ${name} is refused, and the server receives nothing`, async (t) => {
    let received = 0;
    const options = { key: pair.keyPem, cert: pair.certPem, ciphers: 'DEFAULT:@SECLEVEL=0' };
    const count = (data: Buffer): void => void (received += data.length);
    const server = await rawServer(t, (socket) => void socket.on('data', count), options);
    assert.equal(await lenientClientConnects(server), true);
    const result = await testOutbound(t, trust).send(post(server.url));
    assert.deepEqual({ ...result, durationMs: 0 }, { kind: 'not_sent', reason: 'tls_failed', code, durationMs: 0 });
    await until(() => server.open.size === 0);
    assert.equal(received, 0);
  });
}

test('without further certificates only the public roots are trusted', async (t) => {
  const server = await httpsServer(t, (_req, res) => res.end());
  const outbound = createOutbound({ allowCidrs: ['127.0.0.0/8'] }, { resolve: () => Promise.resolve(['127.0.0.1']) });
  t.after(() => outbound.close());
  const result = await outbound.send(post(server.url));
  assert.equal(result.kind === 'not_sent' && result.reason, 'tls_failed');
});

test('the environment cannot turn verification off', async (t) => {
  const server = await httpsServer(t, (_req, res) => res.end());
  const script = `
    import { connect } from 'node:tls';
    import { createOutbound } from '${new URL('create-outbound.ts', import.meta.url).href}';
    const resolve = () => Promise.resolve(['127.0.0.1']);
    const request = { url: '${server.url}', method: 'GET', headers: {}, timeoutMs: 5000, partition: 'p' };
    const result = await createOutbound({ allowCidrs: ['127.0.0.0/8'] }, { resolve }).send(request);
    const byDefault = connect({ host: '127.0.0.1', port: ${String(server.port)} }, () => {
      console.log(result.kind, result.reason, byDefault.encrypted);
      process.exit();
    });`;
  const env = { NODE_TLS_REJECT_UNAUTHORIZED: '0' };
  const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '-e', script], { env });
  assert.equal(stdout, 'not_sent tls_failed true\n');
});

test('the server is told the name, never an address, and an address must stand in the certificate', async (t) => {
  const names: (string | false | null)[] = [];
  const server = await rawServer(t, (socket) => {
    names.push(socket.servername);
    socket.once('data', () => socket.end(OK));
  });
  const outbound = testOutbound(t);
  assert.equal((await outbound.send(post(server.url))).kind, 'response');
  assert.equal((await outbound.send(post(`https://127.0.0.1:${String(server.port)}/`))).kind, 'response');
  const other = await outbound.send(post(`https://127.0.0.2:${String(server.port)}/`));
  assert.equal(other.kind, 'not_sent');
  assert.deepEqual(names.slice(0, 2), [HOST, false]);
});

for (const maxVersion of ['TLSv1.2', 'TLSv1.3'] as const) {
  test(`a server that refuses us for want of a client certificate in ${maxVersion} has seen nothing`, async (t) => {
    let received = 0;
    const options: TlsOptions = { requestCert: true, rejectUnauthorized: true, ca: authority.certPem, maxVersion };
    const count = (data: Buffer): void => void (received += data.length);
    const server = await rawServer(t, (socket) => void socket.on('data', count), options);
    const result = await testOutbound(t).send(post(server.url));
    assert.equal(result.kind === 'not_sent' && result.reason, 'tls_failed');
    assert.equal(received, 0);
  });
}

test('a second address is tried when the first refuses the connection', async (t) => {
  const server = await httpsServer(t, (_req, res) => res.end('ok'));
  const outbound = testOutbound(t, { allowCidrs: ['127.0.0.0/8'] }, () => Promise.resolve(['127.0.0.9', '127.0.0.1']));
  assert.equal((await outbound.send(post(server.url))).kind, 'response');
});

test('a closed port is a failed connection', async (t) => {
  const free = createServer().listen(0, '127.0.0.1');
  await once(free, 'listening');
  const address = free.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  free.close();
  await once(free, 'close');
  const result = await testOutbound(t).send(post(`https://${HOST}:${String(port)}/`));
  const expected = { kind: 'not_sent', reason: 'connect_failed', code: 'ECONNREFUSED', durationMs: 0 };
  assert.deepEqual({ ...result, durationMs: 0 }, expected);
});

test('a server that never shakes hands costs no more than the time-out, and its socket is closed', async (t) => {
  const open = new Set<unknown>();
  const silent = createServer((socket) => {
    open.add(socket);
    socket
      .on('error', () => socket.destroy())
      .on('close', () => open.delete(socket))
      .resume();
  }).listen(0, '127.0.0.1');
  t.after(() => silent.close());
  await once(silent, 'listening');
  const address = silent.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const result = await testOutbound(t).send(post(`https://${HOST}:${String(port)}/`, { timeoutMs: 80 }));
  assert.equal(result.kind === 'not_sent' && result.reason, 'connect_timeout');
  assert.ok(result.durationMs >= 75 && result.durationMs < 1000);
  await until(() => open.size === 0);
});

test('a file of certificates that cannot be read stops the start', () => {
  const broken = authority.certPem.replace(/[A-Za-z0-9+/]{20}/, 'A'.repeat(20));
  for (const caPem of ['', 'not a certificate', `${authority.certPem}\n${broken}`]) {
    assert.throws(
      () => createOutbound({ allowCidrs: [], caPem }),
      (error) => error instanceof AppError && error.faults[0]?.field === 'caPem',
    );
  }
});
