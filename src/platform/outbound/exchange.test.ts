import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { TLSSocket } from 'node:tls';
import type { OutboundRequest, OutboundResult } from './contract.ts';
import { HOST, httpsServer, post, rawServer, resetAll, testOutbound, until } from './servers.fixture.ts';

type Serve = (socket: TLSSocket) => void;

/** Answers every request with these bytes and then does what the test says with the socket. */
const reply =
  (text: string, then: Serve = () => undefined): Serve =>
  (socket) =>
    void socket.on('data', () => {
      socket.write(text);
      then(socket);
    });

const end: Serve = (socket) => void socket.end();

const reasonOf = (result: OutboundResult): string =>
  result.kind === 'response' ? 'response' : `${result.kind}: ${result.reason}`;

test('the request arrives as given and the answer comes back whole', async (t) => {
  const server = await httpsServer(t, (req, res) => {
    const chunks: Buffer[] = [];
    req.on('data', (chunk: Buffer) => chunks.push(chunk));
    req.on('end', () => {
      const { headers, method, url } = req;
      res.setHeader('set-cookie', ['a=1', 'b=2']);
      res.statusCode = 201;
      res.end(JSON.stringify({ headers, method, url, body: Buffer.concat(chunks).toString('utf8') }));
    });
  });
  const body = '{"name":"Zoë"}';
  const result = await testOutbound(t).send(post(`${server.url}?x=1`, { body, headers: { 'X-Key': 'k' } }));
  assert.ok(result.kind === 'response');
  assert.equal(result.status, 201);
  assert.equal(result.headers['set-cookie'], 'a=1, b=2');
  const seen: unknown = JSON.parse(result.body.toString('utf8'));
  const host = `${HOST}:${String(server.port)}`;
  const headers = { 'x-key': 'k', host, connection: 'keep-alive', 'content-length': '15' };
  assert.deepEqual(seen, { headers, method: 'POST', url: '/lead?x=1', body });
});

test('a GET and a POST of bytes arrive too', async (t) => {
  const server = await httpsServer(t, (req, res) => void req.pipe(res.setHeader('x-method', req.method ?? '')));
  const outbound = testOutbound(t);
  const bytes = Buffer.from([0, 255, 13, 10]);
  const posted = await outbound.send(post(server.url, { body: bytes }));
  assert.ok(posted.kind === 'response' && posted.body.equals(bytes));
  const got = await outbound.send({ url: server.url, method: 'GET', headers: {}, timeoutMs: 5000, partition: 'p' });
  assert.equal(got.kind === 'response' && got.headers['x-method'], 'GET');
});

test('a redirect is an answer and is not followed', async (t) => {
  let requests = 0;
  const server = await httpsServer(t, (req, res) => {
    requests += 1;
    res.writeHead(307, { location: `https://${HOST}${req.url ?? ''}/next` }).end();
  });
  const result = await testOutbound(t).send(post(server.url));
  assert.equal(result.kind === 'response' && result.status, 307);
  assert.equal(requests, 1);
});

test('an error status is an answer like any other', async (t) => {
  const server = await httpsServer(t, (_req, res) => res.writeHead(503).end('busy'));
  const result = await testOutbound(t).send(post(server.url));
  assert.ok(result.kind === 'response' && result.status === 503 && result.body.toString('utf8') === 'busy');
});

test('a body of exactly the limit is read, one byte more is not, announced or not', async (t) => {
  const server = await httpsServer(t, (req, res) => {
    const size = Number(req.headers['x-size']);
    if (req.headers['x-announced'] === 'yes') res.setHeader('content-length', size);
    res.write('x'.repeat(size - 1));
    res.end('x');
  });
  const outbound = testOutbound(t);
  for (const announced of ['yes', 'no']) {
    for (const [limit, most] of [
      [undefined, 65_536],
      [10, 10],
    ] as const) {
      const more = limit === undefined ? {} : { maxResponseBytes: limit };
      const sized = (size: number): OutboundRequest =>
        post(server.url, { headers: { 'x-size': String(size), 'x-announced': announced }, ...more });
      const fits = await outbound.send(sized(most));
      assert.ok(fits.kind === 'response' && fits.body.length === most);
      assert.equal(reasonOf(await outbound.send(sized(most + 1))), 'uncertain: response_too_large');
    }
  }
});

test('an endless body ends at the limit and the socket is closed', async (t) => {
  const server = await httpsServer(t, (_req, res) => {
    const pour = (): void => {
      while (!res.destroyed && res.write(Buffer.alloc(16_384)));
    };
    res.on('drain', pour);
    pour();
  });
  assert.equal(reasonOf(await testOutbound(t).send(post(server.url))), 'uncertain: response_too_large');
  await until(() => server.open.size === 0);
});

const trickle =
  (text: string): Serve =>
  (socket) => {
    const rest = [...text];
    socket.once('data', () => {
      const timer = setInterval(() => socket.write(rest.shift() ?? ''), 10);
      socket.once('close', () => clearInterval(timer));
    });
  };

for (const [name, serve] of Object.entries({
  'that never answers': (socket: TLSSocket): void => void socket.resume(),
  'whose headers trickle in': trickle(`HTTP/1.1 200 OK\r\nx-pad: ${'x'.repeat(200)}\r\n\r\n`),
  'whose body trickles in': trickle(`HTTP/1.1 200 OK\r\ncontent-length: 200\r\n\r\n${'x'.repeat(200)}`),
  'that only ever says "continue"': trickle('HTTP/1.1 100 Continue\r\n\r\n'.repeat(20)),
})) {
  test(`a server ${name} costs no more than the time-out, and its socket is closed`, async (t) => {
    const server = await rawServer(t, serve);
    const result = await testOutbound(t).send(post(server.url, { timeoutMs: 150 }));
    assert.equal(reasonOf(result), 'uncertain: timeout');
    assert.ok(result.durationMs >= 145 && result.durationMs < 1000, String(result.durationMs));
    await until(() => server.open.size === 0);
  });
}

for (const [name, serve] of Object.entries({
  'before a byte of answer': (socket: TLSSocket): void => void socket.once('data', () => socket.destroy()),
  'politely before a byte of answer': (socket: TLSSocket): void => void socket.once('data', () => socket.end()),
  'in the headers': reply('HTTP/1.1 200 OK\r\nx-a:', end),
  'in an announced body': reply('HTTP/1.1 200 OK\r\ncontent-length: 10\r\n\r\n12345', end),
  'in a chunked body': reply('HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n5\r\n12345\r\n', end),
  'by an upgrade nobody asked for': reply('HTTP/1.1 101 Go\r\nupgrade: x\r\nconnection: upgrade\r\n\r\n'),
})) {
  test(`a connection that ends ${name} leaves the outcome uncertain`, async (t) => {
    const server = await rawServer(t, serve);
    assert.equal(reasonOf(await testOutbound(t).send(post(server.url))), 'uncertain: connection_lost');
  });
}

test('a connection that is reset after the request leaves the outcome uncertain', async (t) => {
  const server = await rawServer(t, (socket) => void socket.once('data', () => resetAll(server)));
  const result = await testOutbound(t).send(post(server.url));
  const expected = { kind: 'uncertain', reason: 'connection_lost', code: 'ECONNRESET', durationMs: 0 };
  assert.deepEqual({ ...result, durationMs: 0 }, expected);
});

for (const [name, text] of Object.entries({
  'is not HTTP': 'SSH-2.0-OpenSSH_9.9\r\n',
  'has headers without end': `HTTP/1.1 200 OK\r\n${'x-a: b\r\n'.repeat(5000)}`,
  'announces two lengths': 'HTTP/1.1 200 OK\r\ncontent-length: 1\r\ncontent-length: 2\r\n\r\nab',
  'announces a length and chunks':
    'HTTP/1.1 200 OK\r\ncontent-length: 1\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\n',
  'breaks its chunks': 'HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\nzz\r\n',
})) {
  test(`an answer that ${name} leaves the outcome uncertain`, async (t) => {
    const server = await rawServer(t, reply(text));
    assert.equal(reasonOf(await testOutbound(t).send(post(server.url))), 'uncertain: bad_response');
  });
}

test('an answer without length ends with the connection', async (t) => {
  const server = await rawServer(t, reply('HTTP/1.0 200 OK\r\n\r\nold', end));
  const result = await testOutbound(t).send(post(server.url));
  assert.ok(result.kind === 'response' && result.body.toString('utf8') === 'old');
});

test('an early answer to a large request counts, though the rest was never read', async (t) => {
  const server = await rawServer(t, (socket) => {
    socket.once('data', () => {
      socket.pause();
      socket.write('HTTP/1.1 413 Too Large\r\ncontent-length: 2\r\n\r\nno');
    });
  });
  const result = await testOutbound(t).send(post(server.url, { body: Buffer.alloc(20_000_000) }));
  assert.ok(result.kind === 'response' && result.status === 413 && result.durationMs < 4000);
});

test('after closing nothing is sent, and what was running has ended', async (t) => {
  const server = await httpsServer(t, (_req, res) => void setTimeout(() => res.end('late'), 60));
  const outbound = testOutbound(t);
  const running = outbound.send(post(server.url));
  await until(() => server.secured.length === 1);
  await outbound.close();
  assert.equal((await running).kind, 'response');
  assert.deepEqual(await outbound.send(post(server.url)), { kind: 'not_sent', reason: 'closed', durationMs: 0 });
  await until(() => server.open.size === 0);
});
