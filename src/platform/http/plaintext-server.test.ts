import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import { createPlaintextServer } from './plaintext-server.ts';
import { envelope, plaintext } from './server.fixture.ts';

const seen: [key: string, address: string][] = [];
const problems: unknown[] = [];
const failing = new Error('the database is away');
let fails = false;
let port = 0;

const server = createPlaintextServer({
  publicUrl: 'https://leads.example.com:8443/ignored',
  requestTimeoutMs: 500,
  async onKeySeen(key, address) {
    seen.push([key, address]);
    if (fails) throw failing;
  },
  onProblem: (error) => problems.push(error),
});

before(async () => {
  port = await server.listen({ host: '127.0.0.1', port: 0 });
});
after(() => server.close());
beforeEach(() => {
  seen.length = 0;
  problems.length = 0;
});

const PAGE = 'Accept: text/html,application/xhtml+xml;q=0.9\r\n';

const ask = (line: string, headers = '', body = ''): Promise<string> =>
  plaintext(port, `${line} HTTP/1.1\r\nHost: evil.example\r\n${headers}\r\n${body}`);

function location(answer: string): string | undefined {
  assert.match(answer, /^HTTP\/1\.1 308 /);
  return /^location: (.*)\r$/im.exec(answer)?.[1];
}

function refused(answer: string): void {
  assert.match(answer, /^HTTP\/1\.1 403 /);
  assert.equal(envelope(answer).code, 'PLAINTEXT_REFUSED');
}

test('a page load is sent to the same path on our own HTTPS address, never to the Host header', async () => {
  const page = location(await ask('GET /login?next=%2Fhome', PAGE));
  assert.equal(page, 'https://leads.example.com:8443/login?next=%2Fhome');
  assert.equal(location(await ask('HEAD /', PAGE)), 'https://leads.example.com:8443/');
});

test('no path turns the redirect towards somebody else', async () => {
  for (const path of [
    '//evil.example/x',
    '///evil.example',
    '/\\evil.example',
    '/\\/evil.example',
    '@evil.example',
    'http://evil.example/',
    '/%0d%0aSet-Cookie:x',
    '/..//evil.example',
    `/${'a'.repeat(3_000)}`,
    '/\xe9',
    '*',
  ]) {
    const answer = await ask(`GET ${path}`, PAGE);
    if (!answer.startsWith('HTTP/1.1 308')) assert.match(answer, /^HTTP\/1\.1 400 /, path);
    else assert.equal(new URL(location(answer) ?? '').origin, 'https://leads.example.com:8443', path);
    assert.doesNotMatch(answer, /^set-cookie/im);
  }
});

test('everything else is refused in the envelope, and the connection closed', async () => {
  for (const line of ['POST /api/v1/leads/submit', 'PUT /x', 'DELETE /x', 'OPTIONS *', 'GET /api/v1/leads']) {
    const answer = await ask(line, 'Accept: application/json\r\n');
    refused(answer);
    assert.match(answer, /connection: close/i);
    assert.match(answer, /x-request-id: /i);
    assert.doesNotMatch(answer, /strict-transport-security/i);
  }
  refused(await ask('POST /', PAGE));
  refused(await ask('GET /'));
  assert.deepEqual(seen, []);
});

test('a key is reported with the address it came from, wherever it stands', async () => {
  refused(await ask('POST /api/v1/leads/submit', 'Authorization: Bearer lr_secret\r\nContent-Length: 2\r\n', '{}'));
  refused(await ask('GET /page', `${PAGE}x-api-key: lr_other\r\n`));
  refused(await ask('GET /page', `${PAGE}Authorization: bearer   pk_third\r\n`));
  refused(await ask('GET /api/v1/postback?saleId=1&key=pb_fourth', PAGE));
  assert.deepEqual(seen, [
    ['lr_secret', '127.0.0.1'],
    ['lr_other', '127.0.0.1'],
    ['pk_third', '127.0.0.1'],
    ['pb_fourth', '127.0.0.1'],
  ]);
});

test('other credentials are refused, not redirected, and empty keys are none', async () => {
  refused(await ask('GET /', `${PAGE}Authorization: Basic bHI6c2VjcmV0\r\n`));
  refused(await ask('GET /', 'X-API-Key: \r\nAuthorization: Bearer\r\n'));
  assert.deepEqual(seen, []);
});

test('an error of the report is told, and changes nothing for the client', async () => {
  fails = true;
  refused(await ask('GET /', 'X-API-Key: lr_x\r\n'));
  fails = false;
  assert.deepEqual(problems, [failing]);
});

test('the answer comes before the body, which is never awaited', async () => {
  const started = Date.now();
  refused(await ask('POST /x', 'Content-Length: 100000\r\n', '{'));
  const expecting = await ask('POST /x', 'Content-Length: 100000\r\nExpect: 100-continue\r\n');
  refused(expecting);
  assert.ok(Date.now() - started < 2_000);
});

test('garbage is answered 400, and headers that never end 408', async () => {
  assert.match(await plaintext(port, '\x16\x03\x01\x02garbage\r\n\r\n'), /^HTTP\/1\.1 400 /);
  const slow = await plaintext(port, 'GET / HTTP/1.1\r\nHost: x\r\n');
  assert.match(slow, /^HTTP\/1\.1 408 /);
  assert.equal(envelope(slow).code, 'REQUEST_TIMEOUT');
  assert.doesNotMatch(slow, /strict-transport-security/i);
});

test('closing twice, or before listening, is harmless', async () => {
  const other = createPlaintextServer({ publicUrl: 'https://x', onKeySeen: () => {}, onProblem: () => {} });
  await other.close();
  await other.listen({ host: '127.0.0.1', port: 0 });
  await other.close();
  await other.close();
});
