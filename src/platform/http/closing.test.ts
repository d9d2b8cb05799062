import assert from 'node:assert/strict';
import { once } from 'node:events';
import { Agent, request } from 'node:https';
import { connect as connectTcp } from 'node:net';
import { text } from 'node:stream/consumers';
import { connect } from 'node:tls';
import { test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { exchange, startTestServer, type TestServer } from './server.fixture.ts';

const start = (workMs: number): Promise<TestServer> =>
  startTestServer({
    routes(app) {
      app.get('/slow', async () => {
        await pause(workMs);
        return { done: true };
      });
      app.get('/ping', () => ({ ok: true }));
    },
  });

test('requests in flight are finished, idle keep-alive connections closed, new ones refused', async () => {
  const server = await start(300);
  const agent = new Agent({ keepAlive: true, ca: server.certificate.caPem });
  const get = async (path: string): Promise<{ body: string; connection: string | undefined }> => {
    const outgoing = request({ port: server.port, host: '127.0.0.1', path, agent }).end();
    const [incoming] = await once(outgoing, 'response');
    return { body: await text(incoming), connection: incoming.headers.connection };
  };
  await get('/ping');
  const running = get('/slow');
  await pause(50);
  const started = Date.now();
  const closed = server.server.close(30_000);
  await pause(20);
  await assert.rejects(server.send('GET', '/ping'), /ECONNREFUSED|ECONNRESET/);
  assert.deepEqual(await running, { body: '{"done":true}', connection: 'close' });
  await closed;
  assert.ok(Date.now() - started < 10_000);
  agent.destroy();
  await server.stop();
});

test('a request that arrives while the server closes is told to come back', async () => {
  const server = await start(300);
  const socket = connect({ port: server.port, host: '127.0.0.1', ca: server.certificate.caPem });
  const answer = exchange(socket, 'GET /ping HTTP/1.1\r\nHost: x\r\n');
  await pause(50);
  const closed = server.stop();
  await pause(50);
  socket.write('\r\n');
  assert.match(await answer, /^HTTP\/1\.1 503 [^]*connection: close[^]*retry-after: 1[^]*"UNAVAILABLE"/i);
  await closed;
});

test('what outlasts the limit is cut, an unfinished handshake too', async () => {
  const server = await start(1_500);
  const silent = connectTcp({ port: server.port, host: '127.0.0.1' });
  silent.on('error', () => {});
  const running = server.send('GET', '/slow');
  const broken = assert.rejects(running, /hang up|ECONNRESET/);
  await pause(50);
  const started = Date.now();
  await server.server.close(200);
  const tookMs = Date.now() - started;
  assert.ok(tookMs >= 190 && tookMs < 1_400, `${tookMs} ms`);
  await broken;
  await server.stop();
});
