import assert from 'node:assert/strict';
import type { AddressInfo } from 'node:net';
import { createServer as createHttpServer } from 'node:http';
import { after, before, test } from 'node:test';
import tls from 'node:tls';
import { type CertificatePair, createAuthority, issueCertificate } from '../../../platform/http/index.ts';
import { CBC_CLIENT, OLD_CLIENT, shakeHands, type Target } from './handshake.ts';

const closers: (() => unknown)[] = [];
let authority: CertificatePair;
let pair: CertificatePair;

before(async () => {
  const now = new Date();
  authority = await createAuthority('Test', now, 30);
  pair = await issueCertificate({ authority, hosts: ['localhost'], now, days: 20 });
});
after(() => {
  for (const close of closers) close();
});

async function serverWith(options: tls.TlsOptions): Promise<Target> {
  const server = tls.createServer({ cert: pair.certPem, key: pair.keyPem, ...options }).listen(0, '127.0.0.1');
  server.on('tlsClientError', () => {});
  closers.push(() => server.close());
  await new Promise((resolve) => server.once('listening', resolve));
  return { host: '127.0.0.1', port: (server.address() as AddressInfo).port, expected: 'localhost' };
}

test('a lax server is caught agreeing to TLS 1.1 and to CBC suites', async () => {
  const target = await serverWith({ minVersion: 'TLSv1', ciphers: 'ALL:@SECLEVEL=0' });
  const [old, cbc] = [await shakeHands(target, OLD_CLIENT), await shakeHands(target, CBC_CLIENT)];
  assert.ok(old.kind === 'agreed' && old.protocol === 'TLSv1.1', JSON.stringify(old));
  assert.ok(cbc.kind === 'agreed' && cbc.cipher.endsWith('SHA256'), JSON.stringify(cbc));
});

test('a strict server refuses both and agrees to what is new', async () => {
  const ciphers = 'ECDHE-ECDSA-AES128-GCM-SHA256:ECDHE-RSA-AES128-GCM-SHA256';
  const target = await serverWith({ minVersion: 'TLSv1.2', ciphers });
  assert.equal((await shakeHands(target, OLD_CLIENT)).kind, 'refused');
  assert.equal((await shakeHands(target, CBC_CLIENT)).kind, 'refused');
  assert.equal((await shakeHands(target, {})).kind, 'agreed');
});

test('trust needs the authority and the name', async () => {
  const target = await serverWith({});
  const distrustOf = async (at: Target, offer: tls.ConnectionOptions): Promise<string | undefined> => {
    const shaken = await shakeHands(at, offer);
    assert.ok(shaken.kind === 'agreed');
    return shaken.distrust;
  };
  assert.equal(await distrustOf(target, { ca: authority.certPem }), undefined);
  assert.match((await distrustOf(target, {})) ?? '', /UNABLE_TO_VERIFY/);
  const elsewhere = { ...target, expected: 'leads.example.com' };
  assert.equal(await distrustOf(elsewhere, { ca: authority.certPem }), 'ERR_TLS_CERT_ALTNAME_INVALID');
});

test('no server, and a server without TLS, are told apart', async () => {
  const plain = createHttpServer().listen(0, '127.0.0.1');
  closers.push(() => plain.close());
  await new Promise((resolve) => plain.once('listening', resolve));
  const { port } = plain.address() as AddressInfo;
  assert.equal((await shakeHands({ host: '127.0.0.1', port, expected: 'localhost' }, {})).kind, 'refused');
  assert.equal((await shakeHands({ host: '127.0.0.1', port: 1, expected: 'localhost' }, {})).kind, 'unreachable');
});
