import assert from 'node:assert/strict';
import { once } from 'node:events';
import { test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import type { TLSSocket } from 'node:tls';
import { Worker } from 'node:worker_threads';
import { AppError } from '../../kernel/app-error.ts';
import type { Outbound } from './contract.ts';
import { createOutbound } from './create-outbound.ts';
import {
  HOST,
  goodPair,
  httpsServer,
  post,
  rawServer,
  resetAll,
  testOutbound,
  until,
  type TestServer,
} from './servers.fixture.ts';

const OK = 'HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\nok';

async function sendTimes(outbound: Outbound, url: string, times: number): Promise<void> {
  for (let i = 0; i < times; i += 1) assert.equal((await outbound.send(post(url))).kind, 'response');
}

test('requests of one tenant to one host share a connection', async (t) => {
  const server = await httpsServer(t, (_req, res) => res.end('ok'));
  const outbound = testOutbound(t);
  await sendTimes(outbound, server.url, 20);
  assert.equal(server.secured.length, 1);
});

test('however fast the answers come, connections are used again', async (t) => {
  // In a thread of its own the server can answer before our end has been told that its last bytes are written.
  const script = `
    const { parentPort, workerData } = require('node:worker_threads');
    const server = require('node:tls').createServer(workerData.pair, (socket) => {
      workerData.connections[0] += 1;
      socket.on('data', () => socket.write(workerData.answer)).on('error', () => undefined);
    });
    server.listen(0, '127.0.0.1', () => parentPort.postMessage(server.address().port));`;
  const pair = { key: goodPair.keyPem, cert: goodPair.certPem, noDelay: true };
  const connections = new Int32Array(new SharedArrayBuffer(4));
  const worker = new Worker(script, { eval: true, workerData: { pair, answer: OK, connections } });
  t.after(async () => void (await worker.terminate()));
  const port: unknown = (await once(worker, 'message'))[0];
  const outbound = testOutbound(t);
  await Promise.all(Array.from({ length: 8 }, () => sendTimes(outbound, `https://${HOST}:${String(port)}/`, 60)));
  assert.ok((connections[0] ?? 0) <= 8, String(connections[0]));
});

test('two tenants never share a connection, not even to the same host', async (t) => {
  const ports = new Map<string, Set<number | undefined>>();
  const server = await httpsServer(t, (req, res) => {
    const tenant = String(req.headers['x-tenant']);
    ports.set(tenant, (ports.get(tenant) ?? new Set()).add(req.socket.remotePort));
    res.end('ok');
  });
  const outbound = testOutbound(t);
  // The names could be confused if the pool joined them with a separator.
  const tenants = ['a', 'b', 'a","buyer.test', 'a:443'];
  for (let round = 0; round < 5; round += 1) {
    await Promise.all(
      tenants.map((partition) => outbound.send(post(server.url, { partition, headers: { 'x-tenant': partition } }))),
    );
  }
  const all = [...ports.values()].flatMap((used) => [...used]);
  assert.equal(ports.size, tenants.length);
  assert.equal(new Set(all).size, all.length);
  assert.equal(server.secured.length, tenants.length);
});

test('a name that changes hands is looked up again only for a new connection', async (t) => {
  const server = await httpsServer(t, (req, res) => {
    if (req.url === '/close') res.setHeader('connection', 'close');
    res.end();
  });
  let asked = 0;
  const outbound = testOutbound(t, {}, () => Promise.resolve(asked++ === 0 ? ['127.0.0.1'] : ['10.0.0.1']));
  await sendTimes(outbound, server.url, 3);
  assert.equal(asked, 1);
  await outbound.send(post(server.url.replace('/lead', '/close')));
  const result = await outbound.send(post(server.url));
  assert.equal(result.kind === 'not_sent' && result.reason, 'address_not_public');
});

test('no more connections than allowed are open at once, and waiting in vain is not_sent', async (t) => {
  let most = 0;
  const server = await rawServer(t, (socket) => {
    most = Math.max(most, server.open.size);
    socket.on('data', () => void setTimeout(() => socket.write(OK), 10));
  });
  const outbound = testOutbound(t, { maxConnectionsPerHost: 3 });
  const results = await Promise.all(Array.from({ length: 30 }, () => outbound.send(post(server.url))));
  assert.ok(results.every((result) => result.kind === 'response'));
  assert.equal(most, 3);
  assert.equal(server.secured.length, 3);

  const slow = Array.from({ length: 3 }, () => outbound.send(post(server.url)));
  const hurried = await outbound.send(post(server.url, { timeoutMs: 4 }));
  assert.equal(hurried.kind === 'not_sent' && hurried.reason, 'busy');
  await Promise.all(slow);
});

test('an idle connection is closed after a second and a half', async (t) => {
  const server = await httpsServer(t, (_req, res) => res.end('ok'));
  const outbound = testOutbound(t);
  await sendTimes(outbound, server.url, 1);
  const idleSince = performance.now();
  await until(() => server.open.size === 0);
  const idleMs = performance.now() - idleSince;
  assert.ok(idleMs > 1200 && idleMs < 4000, String(idleMs));
});

test('a connection is replaced after a minute, however busy it is', async (t) => {
  const server = await httpsServer(t, (_req, res) => res.end('ok'));
  const outbound = testOutbound(t);
  await sendTimes(outbound, server.url, 2);
  assert.equal(server.secured.length, 1);
  const now = performance.now.bind(performance);
  t.mock.method(performance, 'now', () => now() + 61_000);
  await sendTimes(outbound, server.url, 2);
  assert.equal(server.secured.length, 2);
});

test('a server that keeps connections for a second only is not asked to keep one', async (t) => {
  const hinted = OK.replace('\r\n\r\n', '\r\nconnection: keep-alive\r\nkeep-alive: timeout=1\r\n\r\n');
  const server = await rawServer(t, (socket) => void socket.on('data', () => socket.write(hinted)));
  await sendTimes(testOutbound(t), server.url, 3);
  assert.equal(server.secured.length, 3);
});

const CLOSINGS: Readonly<Record<string, (socket: TLSSocket, server: TestServer) => void>> = {
  politely: (socket) => void socket.end(),
  abruptly: (_socket, server) => server.open.forEach((tcp) => tcp.destroy()),
  'by a reset': (_socket, server) => resetAll(server),
};

for (const [name, closing] of Object.entries(CLOSINGS)) {
  test(`a kept connection closed ${name} in this very instant is noticed before the next request`, async (t) => {
    const server = await rawServer(t, (socket) => void socket.on('data', () => socket.write(OK)));
    const outbound = testOutbound(t);
    for (let round = 1; round <= 20; round += 1) {
      assert.equal((await outbound.send(post(server.url))).kind, 'response');
      assert.equal(server.secured.length, round);
      // Both ends live in this process: the close is in the kernel, and our end has had no chance to read it.
      for (const socket of server.secured.slice(-1)) closing(socket, server);
    }
  });
}

test('a kept connection that dies under a request leaves it uncertain and is not tried again', async (t) => {
  let requests = 0;
  const server = await rawServer(t, (socket) => {
    let own = 0;
    socket.on('data', () => {
      requests += 1;
      own += 1;
      if (own === 1) socket.write(OK);
      else socket.destroy();
    });
  });
  const outbound = testOutbound(t);
  await sendTimes(outbound, server.url, 1);
  const result = await outbound.send(post(server.url));
  assert.equal(result.kind === 'uncertain' && result.reason, 'connection_lost');
  assert.equal(requests, 2);
});

test('an answer nobody asked for is never taken for the answer to the next request', async (t) => {
  const server = await rawServer(t, (socket) => {
    const forged = OK.replace('ok', 'no');
    socket.on('data', () => socket.write(OK, () => setTimeout(() => socket.write(forged), 2)));
  });
  const outbound = testOutbound(t);
  for (let i = 0; i < 10; i += 1) {
    const result = await outbound.send(post(server.url));
    assert.ok(result.kind === 'response' && result.body.toString('utf8') === 'ok');
    await pause(6);
  }
});

test('a time-out closes the connection instead of keeping it', async (t) => {
  let requests = 0;
  const server = await rawServer(t, (socket) => {
    // The late answer must not reach the second request.
    socket.on('data', () => {
      requests += 1;
      if (requests === 1) setTimeout(() => socket.write(OK.replace('ok', 'no')), 80);
      else socket.write(OK);
    });
  });
  const outbound = testOutbound(t);
  const late = await outbound.send(post(server.url, { timeoutMs: 60 }));
  assert.equal(late.kind === 'uncertain' && late.reason, 'timeout');
  const next = await outbound.send(post(server.url));
  assert.ok(next.kind === 'response' && next.body.toString('utf8') === 'ok');
  assert.equal(server.secured.length, 2);
});

test('a connection limit that is no whole number stops the start', () => {
  for (const maxConnectionsPerHost of [0, -1, 1.5, Number.NaN]) {
    assert.throws(() => createOutbound({ allowCidrs: [], maxConnectionsPerHost }), AppError);
  }
});
