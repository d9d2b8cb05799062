import assert from 'node:assert/strict';
import { once } from 'node:events';
import { test, type TestContext } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { connect } from 'node:tls';
import { beginEventStream, type EventStream } from './event-stream.ts';
import { startTestServer } from './server.fixture.ts';

/** A server whose one route streams until the test is over; `ended` is told when the stream is. */
async function streaming(t: TestContext) {
  const opened = Promise.withResolvers<{ stream: EventStream; waiting: () => number }>();
  const ended = Promise.withResolvers<void>();
  const served = await startTestServer({
    routes: (app) => {
      app.get('/stream', (_request, reply) => {
        reply.hijack();
        const stream = beginEventStream(reply.raw, { 'x-own': 'yes' }, ended.resolve);
        opened.resolve({ stream, waiting: () => reply.raw.writableLength });
      });
    },
  });
  const socket = connect({
    port: served.port,
    host: '127.0.0.1',
    ca: served.certificate.caPem,
    servername: 'localhost',
  });
  t.after(async () => {
    socket.destroy();
    await served.stop();
  });
  await once(socket, 'secureConnect');
  socket.write('GET /stream HTTP/1.1\r\nhost: localhost\r\n\r\n');
  let text = '';
  socket.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
  return { served, socket, ...(await opened.promise), ended: ended.promise, text: () => text };
}

const until = async (holds: () => boolean): Promise<void> => {
  for (let tries = 0; !holds(); tries += 1) {
    assert.ok(tries < 500, 'it did not happen');
    await sleep(10);
  }
};

test('events go out as they are sent, with their ids, and the end says why', async (t) => {
  const { stream, text, ended } = await streaming(t);
  stream.send({ event: 'leads', id: 'a', data: [{ line: 'one\ntwo' }], count: 1 });
  await until(() => text().includes('id: a\nevent: leads\ndata: [{"line":"one\\ntwo"}]\n\n'));
  assert.match(text(), /^HTTP\/1\.1 200 OK\r\nx-own: yes\r\ncontent-type: text\/event-stream\r\n/);
  stream.end('closing');
  await ended;
  await until(() => text().includes('event: end\ndata: {"reason":"closing"}\n\n'));
  stream.send({ event: 'leads', data: [], count: 0 });
});

test('a reader that does not read makes nothing grow, and hears how much it missed once it reads on', async (t) => {
  const { socket, stream, waiting, text } = await streaming(t);
  await until(() => text().includes('\r\n\r\n'));
  socket.pause();
  const data = 'x'.repeat(10_000);
  let most = 0;
  for (let count = 0; count < 3000; count += 1) {
    stream.send({ event: 'leads', data, count: 2 });
    most = Math.max(most, waiting());
    if (count % 50 === 0) await sleep(1);
  }
  assert.ok(most > 200_000 && most < 400_000, `${most} bytes waited`);
  socket.resume();
  // Not only until a first skip is told: that may have come while events were still being sent.
  await until(() => waiting() === 0 && text().includes('event: skipped'));
  stream.send({ event: 'leads', data: 'after', count: 1 });
  await until(() => text().includes('"after"'));
  const skips = [...text().matchAll(/event: skipped\ndata: \{"count":(\d+)\}/g)].map(([, count]) => Number(count));
  const sent = [...text().matchAll(/data: "x+"/g)].length;
  assert.equal(sent * 2 + skips.reduce((sum, count) => sum + count, 0), 6000);
  assert.ok(sent < 3000);
});

test('a stream whose reader does not read ends at once', async (t) => {
  const { socket, stream, waiting, ended, text } = await streaming(t);
  await until(() => text().includes('\r\n\r\n'));
  socket.pause();
  for (let count = 0; count < 3000; count += 1) stream.send({ event: 'leads', data: 'x'.repeat(10_000), count: 1 });
  assert.ok(waiting() > 200_000);
  stream.end('closing');
  await ended;
});

test('a reader that goes away ends its stream', async (t) => {
  const { served, socket, ended, stream } = await streaming(t);
  socket.destroy();
  await ended;
  stream.send({ event: 'leads', data: [], count: 0 });
  assert.deepEqual(served.failures, []);
});
