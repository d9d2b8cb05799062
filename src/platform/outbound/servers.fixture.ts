import { createPrivateKey, webcrypto } from 'node:crypto';
import { once } from 'node:events';
import { createServer as createHttpsServer, type Server as HttpsServer } from 'node:https';
import type { RequestListener } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { createServer as createTlsServer, type Server as TlsServer, type TlsOptions, type TLSSocket } from 'node:tls';
import { createAuthority, issueCertificate, type CertificatePair } from '../http/index.ts';
import type { OutboundPolicy, OutboundRequest } from './contract.ts';
import { createOutbound } from './create-outbound.ts';

/** The name all servers of these tests are certified for; it resolves to 127.0.0.1. */
export const HOST = 'buyer.test';

const DAY_MS = 86_400_000;

export const authority = await createAuthority('Test authority', new Date(), 30);
export const goodPair = await issueCertificate({ authority, hosts: [HOST, '127.0.0.1', '::1'], now: new Date() });

interface RsaOrder {
  readonly modulusLength?: number;
  readonly hash?: 'SHA-256' | 'SHA-1';
  /** Who signs; without one the certificate signs itself. */
  readonly issuer?: CertificatePair;
}

/** An RSA certificate, for the suites and the weaknesses that elliptic curves do not have. */
export async function rsaPair(order: RsaOrder = {}): Promise<CertificatePair> {
  const { modulusLength = 2048, hash = 'SHA-256', issuer } = order;
  // Creating the authority above has loaded what this library needs to load.
  const x509 = await import('@peculiar/x509');
  const algorithm = { name: 'RSASSA-PKCS1-v1_5', modulusLength, publicExponent: new Uint8Array([1, 0, 1]), hash };
  const keys = await webcrypto.subtle.generateKey(algorithm, true, ['sign', 'verify']);
  const issuerKey = issuer && createPrivateKey(issuer.keyPem).export({ format: 'der', type: 'pkcs8' });
  const certificate = await x509.X509CertificateGenerator.create({
    subject: [{ CN: [issuer ? `${HOST} below` : HOST] }],
    issuer: issuer ? new x509.X509Certificate(issuer.certPem).subjectName : [{ CN: [HOST] }],
    publicKey: keys.publicKey,
    signingKey: issuerKey
      ? await webcrypto.subtle.importKey('pkcs8', issuerKey, algorithm, false, ['sign'])
      : keys.privateKey,
    signingAlgorithm: algorithm,
    notBefore: new Date(Date.now() - DAY_MS),
    notAfter: new Date(Date.now() + DAY_MS),
    extensions: [
      new x509.BasicConstraintsExtension(issuer === undefined, undefined, true),
      new x509.SubjectAlternativeNameExtension([{ type: 'dns', value: HOST }]),
    ],
  });
  const der = Buffer.from(await webcrypto.subtle.exportKey('pkcs8', keys.privateKey));
  const key = createPrivateKey({ key: der, format: 'der', type: 'pkcs8' });
  return { certPem: certificate.toString('pem'), keyPem: key.export({ format: 'pem', type: 'pkcs8' }).toString() };
}

export const expiredPair = (): Promise<CertificatePair> =>
  issueCertificate({ authority, hosts: [HOST], now: new Date(Date.now() - 10 * DAY_MS), days: 1 });

export const otherHostPair = (): Promise<CertificatePair> =>
  issueCertificate({ authority, hosts: ['other.test'], now: new Date() });

/** Something that can be told when the test is over. */
interface Scope {
  after(fn: () => Promise<void> | void): void;
}

export interface TestServer {
  readonly port: number;
  readonly url: string;
  /** Secure connections accepted so far. */
  readonly secured: TLSSocket[];
  /** TCP connections that are open now. */
  readonly open: Set<Socket>;
}

async function listen(scope: Scope, server: HttpsServer | TlsServer): Promise<TestServer> {
  const open = new Set<Socket>();
  const secured: TLSSocket[] = [];
  server.on('connection', (socket: Socket) => {
    open.add(socket);
    socket.on('error', () => socket.destroy());
    socket.once('close', () => open.delete(socket));
  });
  server.on('secureConnection', (socket: TLSSocket) => {
    socket.on('error', () => socket.destroy());
    secured.push(socket);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  scope.after(() => {
    for (const socket of open) socket.destroy();
    server.close();
  });
  return { port, url: `https://${HOST}:${String(port)}/lead`, secured, open };
}

/** A TLS server whose connections the test handles byte by byte. */
export function rawServer(
  scope: Scope,
  onSocket: (socket: TLSSocket) => void,
  options: TlsOptions = {},
): Promise<TestServer> {
  const all: TlsOptions = { key: goodPair.keyPem, cert: goodPair.certPem, noDelay: true, ...options };
  return listen(scope, createTlsServer(all, onSocket));
}

export function httpsServer(scope: Scope, onRequest: RequestListener): Promise<TestServer> {
  return listen(scope, createHttpsServer({ key: goodPair.keyPem, cert: goodPair.certPem }, onRequest));
}

/** An outbound that trusts the test authority and may reach this machine, unless the test says otherwise. */
export function testOutbound(scope: Scope, policy: Partial<OutboundPolicy> = {}, resolve?: () => Promise<string[]>) {
  const outbound = createOutbound(
    { allowCidrs: ['127.0.0.0/8'], caPem: authority.certPem, ...policy },
    { resolve: resolve ?? (() => Promise.resolve(['127.0.0.1'])) },
  );
  scope.after(() => outbound.close());
  return outbound;
}

export const post = (url: string, more: Partial<OutboundRequest> = {}): OutboundRequest => ({
  url,
  method: 'POST',
  headers: { 'content-type': 'application/json' },
  body: '{"id":"1"}',
  timeoutMs: 5000,
  partition: 'tenant-1',
  ...more,
});

/** Resets the open connections of the server, which a secure socket cannot do for itself. */
export function resetAll(server: TestServer): void {
  for (const socket of server.open) socket.resetAndDestroy();
}

/** Waits until the condition holds; the runner's own limit ends a test that waits in vain. */
export async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await new Promise((resolve) => setTimeout(resolve, 2));
}
