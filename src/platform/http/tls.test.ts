import assert from 'node:assert/strict';
import { once } from 'node:events';
import { after, before, test } from 'node:test';
import { connect, type ConnectionOptions } from 'node:tls';
import { startTestServer, type TestServer } from './server.fixture.ts';

let server: TestServer;
before(async () => {
  server = await startTestServer({ routes: (app) => void app.get('/ping', () => ({ ok: true })) });
});
after(() => server.stop());

const at = (more: ConnectionOptions): ConnectionOptions => ({
  port: server.port,
  host: '127.0.0.1',
  ca: server.certificate.caPem,
  ...more,
});

async function handshake(more: ConnectionOptions) {
  const socket = connect(at(more));
  await once(socket, 'secureConnect');
  const found = {
    protocol: socket.getProtocol(),
    cipher: socket.getCipher().standardName,
    serial: socket.getPeerX509Certificate()?.serialNumber ?? '',
  };
  socket.destroy();
  return found;
}

const refused = (more: ConnectionOptions): Promise<void> =>
  assert.rejects(handshake(more), /alert (handshake failure|protocol version)/i);
const LOOSE = 'ALL:@SECLEVEL=0';
const CBC = 'ECDHE-ECDSA-AES128-SHA:ECDHE-ECDSA-AES128-SHA256:ECDHE-ECDSA-AES256-SHA384';

test('TLS 1.3 and 1.2 are spoken, with forward secrecy and authenticated encryption', async () => {
  assert.equal((await handshake({})).protocol, 'TLSv1.3');
  const older = await handshake({ maxVersion: 'TLSv1.2' });
  assert.equal(older.protocol, 'TLSv1.2');
  assert.match(older.cipher, /^TLS_ECDHE_.*(GCM|POLY1305)/);
});

test('TLS 1.0 and 1.1 clients are refused', async () => {
  for (const version of ['TLSv1', 'TLSv1.1'] as const) {
    await refused({ minVersion: version, maxVersion: version, ciphers: LOOSE });
  }
});

test('a client that knows only CBC suites is refused', async () => {
  await refused({ maxVersion: 'TLSv1.2', ciphers: CBC });
});

test('on request, TLS 1.3 alone is spoken', async () => {
  const modern = await startTestServer({ minVersion13Only: true });
  try {
    const own = { port: modern.port, ca: modern.certificate.caPem };
    assert.equal((await handshake(own)).protocol, 'TLSv1.3');
    await refused({ ...own, maxVersion: 'TLSv1.2' });
  } finally {
    await modern.stop();
  }
});

test('another certificate is served without a restart, and the old one to connections that stay', async () => {
  const old = await handshake({});
  const staying = connect(at({}));
  await once(staying, 'secureConnect');
  server.server.applyCertificate(await server.certificate.issue(['localhost', '127.0.0.1']));
  const fresh = await handshake({});
  assert.notEqual(fresh.serial, old.serial);
  staying.write('GET /ping HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n');
  const [answer] = (await once(staying, 'data')) as [Buffer];
  assert.match(answer.toString(), /^HTTP\/1\.1 200 /);
});

test('a change of certificate does not widen what TLS accepts', async () => {
  server.server.applyCertificate(await server.certificate.issue(['localhost', '127.0.0.1']));
  await refused({ maxVersion: 'TLSv1.2', ciphers: CBC });
  await refused({ minVersion: 'TLSv1.1', maxVersion: 'TLSv1.1', ciphers: LOOSE });
});

test('a pair that does not match is refused, and the old one stays in use', async () => {
  const first = await handshake({});
  const other = await server.certificate.issue(['localhost']);
  const mine = await server.certificate.issue(['localhost']);
  assert.throws(() => server.server.applyCertificate({ certPem: mine.certPem, keyPem: other.keyPem }));
  assert.equal((await handshake({})).serial, first.serial);
});

test('a listener on a name is refused', async () => {
  await assert.rejects(server.server.listen({ host: 'localhost', port: 0 }), /give an address/);
});
