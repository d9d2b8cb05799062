import assert from 'node:assert/strict';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { connect } from 'node:tls';
import { after, before, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { AppError } from '../../kernel/app-error.ts';
import type { App } from './app.ts';
import { SECURITY_HEADERS } from './security-headers.ts';
import { envelope, exchange, plaintext, startTestServer, type TestServer } from './server.fixture.ts';

let server: TestServer;
let reached = 0;

function closed(app: App): void {
  const refuse = async (): Promise<never> => {
    throw new AppError('UNAUTHORIZED', 'Send a key.');
  };
  app.post('/closed', { onRequest: refuse }, async () => ({}));
}

before(async () => {
  server = await startTestServer({
    requestTimeoutMs: 400,
    routes(app) {
      app.post('/things', async (request) => {
        reached += 1;
        return { data: request.body };
      });
      closed(app);
    },
  });
});
after(() => server.stop());

function refusedRaw(answer: string, status: number, code: string): void {
  assert.match(answer, new RegExp(`^HTTP/1\\.1 ${status} `));
  assert.equal(envelope(answer).code, code);
  const headers = answer.slice(0, answer.indexOf('\r\n\r\n')).toLowerCase();
  for (const name of [...Object.keys(SECURITY_HEADERS), 'x-request-id', 'content-length']) {
    assert.ok(headers.includes(`${name}: `), name);
  }
}

const post = (length: number | string, body = ''): string =>
  `POST /things HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: ${length}\r\n\r\n${body}`;

test('headers that never end are answered 408', async () => {
  refusedRaw(await server.raw('POST /things HTTP/1.1\r\nHost: x\r\n'), 408, 'REQUEST_TIMEOUT');
});

test('a body that trickles is answered 408, and the route never sees it', async () => {
  const reachedSoFar = reached;
  const socket = connect({ port: server.port, host: '127.0.0.1', ca: server.certificate.caPem });
  const trickle = setInterval(() => socket.writable && socket.write(' '), 50);
  try {
    refusedRaw(await exchange(socket, post(1_000, '{')), 408, 'REQUEST_TIMEOUT');
  } finally {
    clearInterval(trickle);
  }
  assert.equal(reached, reachedSoFar);
  const told = server.failures.filter((failure) => failure.code === 'REQUEST_TIMEOUT');
  assert.equal(told.at(-1)?.clientAddress, '127.0.0.1');
});

test('a connection that says nothing is closed in time', async () => {
  const started = Date.now();
  await server.raw('');
  assert.ok(Date.now() - started < 3_000);
});

test('a body over the limit is answered 413 before it has all arrived, whole or in chunks', async () => {
  const big = Buffer.alloc(1024 * 1024 + 1, 0x20);
  const headers = { 'content-type': 'application/json' };
  const whole = await server.send('POST', '/things', { headers, body: big });
  assert.deepEqual([whole.status, envelope(whole).code], [413, 'PAYLOAD_TOO_LARGE']);
  const inChunks = { ...headers, 'transfer-encoding': 'chunked' };
  const chunked = await server.send('POST', '/things', { headers: inChunks, body: big });
  assert.deepEqual([chunked.status, envelope(chunked).code], [413, 'PAYLOAD_TOO_LARGE']);
  const announced = await server.raw(post(50_000_000));
  refusedRaw(announced, 413, 'PAYLOAD_TOO_LARGE');
  assert.match(announced, /connection: close/i);
});

test('a body of just the limit is read', async () => {
  const body = Buffer.alloc(1024 * 1024, 0x20);
  body.write('{}');
  const answer = await server.send('POST', '/things', { headers: { 'content-type': 'application/json' }, body });
  assert.deepEqual([answer.status, answer.body], [200, '{"data":{}}']);
});

test('a refusal reaches a client that reads no answer before its body is out', async () => {
  const socket = connect({ port: server.port, host: '127.0.0.1', ca: server.certificate.caPem });
  await once(socket, 'secureConnect');
  socket.write(post(800_000).replace('/things', '/closed').replace('Host: x', 'Host: x\r\nConnection: close'));
  for (let piece = 0; piece < 8; piece += 1) {
    await pause(10);
    await new Promise<void>((resolve, reject) =>
      socket.write(Buffer.alloc(100_000, 0x20), (error) => (error ? reject(error) : resolve())),
    );
  }
  refusedRaw(await text(socket), 401, 'UNAUTHORIZED');
});

test('after an early answer, a body that never ends gets no second answer', async () => {
  const patient = await startTestServer({ requestTimeoutMs: 1_500, routes: closed });
  try {
    const answer = await patient.raw(post(1_000, '{').replace('/things', '/closed'));
    assert.equal(answer.match(/HTTP\/1\.1/g)?.length, 1);
    refusedRaw(answer, 401, 'UNAUTHORIZED');
  } finally {
    await patient.stop();
  }
});

test('garbage, a false method, smuggled lengths and another protocol are answered 400', async () => {
  const garbled = [
    '\x00\x01\x02 garbage\r\n\r\n',
    'FROBNICATE / HTTP/1.1\r\nHost: x\r\n\r\n',
    'GET /\r\n\r\n',
    'POST /things HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n',
    'POST /things HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\nContent-Length: 3\r\n\r\n{}x',
    'GET / HTTP/1.1\r\nHost : x\r\n\r\n',
    'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n',
  ];
  for (const bytes of garbled) refusedRaw(await server.raw(bytes), 400, 'VALIDATION_ERROR');
});

test('garbage is answered 400 after a finished request, and not at all while one waits for its answer', async () => {
  const socket = connect({ port: server.port, host: '127.0.0.1', ca: server.certificate.caPem });
  socket.once('data', () => socket.write('garbage\r\n\r\n'));
  assert.match(await exchange(socket, post(2, '{}')), /^HTTP\/1\.1 200 [^]*HTTP\/1\.1 400 /);
  assert.doesNotMatch(await server.raw(`${post(2, '{}')}garbage\r\n\r\n`), /400/);
});

test('headers without end are answered 431, a request without Host 400', async () => {
  const endless = `GET / HTTP/1.1\r\nHost: x\r\nA: ${'a'.repeat(20_000)}\r\n\r\n`;
  refusedRaw(await server.raw(endless), 431, 'PAYLOAD_TOO_LARGE');
  refusedRaw(await server.raw('GET /things HTTP/1.1\r\nConnection: close\r\n\r\n'), 400, 'VALIDATION_ERROR');
});

test('an expectation nobody knows is passed over', async () => {
  const request = post(2, '{}').replace('Host: x', 'Host: x\r\nConnection: close\r\nExpect: the-unexpected');
  assert.match(await server.raw(request), /^HTTP\/1\.1 200 /);
});

test('plain HTTP on the TLS port gets no answer', async () => {
  const asked = plaintext(server.port, 'GET /things HTTP/1.1\r\nHost: x\r\n\r\n');
  const got = await asked.catch((error: unknown) => (error instanceof Error ? error.message : 'no error'));
  assert.doesNotMatch(got, /HTTP\/1/);
});

test('a client that goes away in the middle harms nobody', async () => {
  const socket = connect({ port: server.port, host: '127.0.0.1', ca: server.certificate.caPem });
  socket.write(post(100, '{'));
  await pause(50);
  socket.destroy();
  await pause(50);
  const answer = await server.send('POST', '/things', { headers: { 'content-type': 'application/json' }, body: '{}' });
  assert.equal(answer.status, 200);
  assert.ok(server.failures.every((failure) => failure.status < 500));
});
