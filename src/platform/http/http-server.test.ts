import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { Type } from 'typebox';
import { AppError } from '../../kernel/app-error.ts';
import type { App } from './app.ts';
import { SECURITY_HEADERS } from './security-headers.ts';
import { type Answer, envelope, startTestServer, type TestServer } from './server.fixture.ts';

const json = { 'content-type': 'application/json' };
let server: TestServer;

function routes(app: App): void {
  const strict = { additionalProperties: false };
  app.post('/things', async (request) => ({ data: request.body }));
  app.get('/things', async (request) => ({ data: request.clientAddress }));
  app.delete('/things', async (request) => ({ data: request.body }));
  app.post(
    '/things/:id',
    {
      schema: {
        params: Type.Object({ id: Type.Integer() }, strict),
        querystring: Type.Object({ limit: Type.Optional(Type.Integer()) }, strict),
        body: Type.Object({ name: Type.String() }, strict),
        response: { 200: Type.Object({ id: Type.Integer() }) },
      },
    },
    async (request) => ({ id: request.params.id, secret: 'not in the schema' }),
  );
  app.post(
    '/later/:id',
    {
      attachValidation: true,
      schema: { params: Type.Object({ id: Type.Integer() }), body: Type.Object({ name: Type.String() }) },
    },
    async (request) => {
      throw request.validationError ?? new Error('nothing was wrong');
    },
  );
  app.get('/throws/:kind', async (request) => {
    const { kind } = request.params as { kind: keyof typeof THROWN };
    throw THROWN[kind];
  });
}

const withCode = (message: string, code: string): Error => Object.assign(new Error(message), { code });

/** Code may throw what is no error, whatever the compiler is told. */
const NO_ERROR: Error = JSON.parse('"a text about Margaret"');

const THROWN = {
  limited: new AppError('RATE_LIMITED', 'Too many requests. Wait.', { retryAfterSeconds: 1.2 }),
  broken: new TypeError('Margaret 123-45-6789 is not a function'),
  full: new Error('insert failed', { cause: withCode('could not extend file "base/1"', '53100') }),
  lost: withCode('server closed the connection', '08006'),
  stopping: withCode('terminating connection', '57P01'),
  starting: withCode('starting up', '57P03'),
  text: NO_ERROR,
};

before(async () => {
  server = await startTestServer({ routes });
});
after(() => server.stop());

function refused(answer: Answer, status: number, code: string): string[] {
  assert.equal(answer.status, status, answer.body);
  const error = envelope(answer);
  assert.deepEqual(Object.keys(error), ['code', 'message', 'details', 'requestId']);
  assert.equal(error.code, code);
  assert.equal(error.requestId, answer.headers['x-request-id']);
  for (const [name, value] of Object.entries(SECURITY_HEADERS)) assert.equal(answer.headers[name], value, name);
  assert.equal(answer.headers['content-type'], 'application/json; charset=utf-8');
  return (error.details.fields ?? []).map((fault) => `${fault.field} ${fault.rule}`);
}

test('a good request is answered with every security header and a request id', async () => {
  const answer = await server.send('POST', '/things', { headers: json, body: '{"a":1}' });
  assert.equal(answer.status, 200);
  assert.deepEqual(JSON.parse(answer.body), { data: { a: 1 } });
  for (const [name, value] of Object.entries(SECURITY_HEADERS)) assert.equal(answer.headers[name], value, name);
  assert.match(answer.headers['x-request-id']?.toString() ?? '', /^[0-9a-f-]{36}$/);
  assert.equal(answer.headers.server, undefined);
});

test('an empty body is an empty object, with a JSON type, another type and none, on POST and DELETE', async () => {
  for (const method of ['POST', 'DELETE']) {
    for (const headers of [json, { 'content-type': 'text/plain' }, {}]) {
      const answer = await server.send(method, '/things', { headers: { ...headers, 'content-length': '0' } });
      assert.deepEqual(JSON.parse(answer.body), { data: {} }, `${method} ${JSON.stringify(headers)}`);
    }
    const bare = await server.raw(`${method} /things HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`);
    assert.match(bare, /\{"data":\{\}\}$/);
  }
});

test('json in its spellings and forms are read', async () => {
  const types = ['application/json; charset=UTF-8', 'application/vnd.api+json', 'application/ld+json; charset="utf-8"'];
  for (const type of types) {
    const headers = { 'content-type': type };
    const answer = await server.send('POST', '/things', { headers, body: '\ufeff{"a":"ü"}' });
    assert.deepEqual(JSON.parse(answer.body), { data: { a: 'ü' } }, type);
  }
  const form = { 'content-type': 'application/x-www-form-urlencoded' };
  const answer = await server.send('POST', '/things', { headers: form, body: 'a=b+c&d=%C3%BC' });
  assert.deepEqual(JSON.parse(answer.body), { data: { a: 'b c', d: 'ü' } });
});

test('another content type, charset or encoding is refused, and the answer says what is accepted', async () => {
  for (const type of [
    'text/plain',
    'application/jsonp',
    'application/json; charset=latin1',
    'nonsense',
    'multipart/form-data',
  ]) {
    const answer = await server.send('POST', '/things', { headers: { 'content-type': type }, body: '{}' });
    refused(answer, 415, 'UNSUPPORTED_MEDIA_TYPE');
    assert.match(answer.body, /application\/json.*application\/x-www-form-urlencoded/);
  }
  refused(await server.send('POST', '/things', { body: '{}' }), 415, 'UNSUPPORTED_MEDIA_TYPE');
  const gzip = await server.send('POST', '/things', { headers: { ...json, 'content-encoding': 'gzip' }, body: 'x' });
  assert.deepEqual(refused(gzip, 400, 'VALIDATION_ERROR'), ['content-encoding not_allowed']);
});

test('broken JSON is refused with the place, doubtful JSON with the field', async () => {
  const broken = await server.send('POST', '/things', { headers: json, body: '{"ssn":"123-45-6789"' });
  assert.deepEqual(refused(broken, 400, 'INVALID_JSON'), ['body syntax']);
  assert.doesNotMatch(broken.body, /ssn|6789/);
  const twice = await server.send('POST', '/things', { headers: json, body: '{"a":{"b":1,"b":2},"c":"\\u0000"}' });
  assert.deepEqual(refused(twice, 400, 'VALIDATION_ERROR'), ['a.b duplicate_key', 'c nul']);
});

test('a refusal of the body leaves the connection open', async () => {
  const head = 'POST /things HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n';
  const post = (body: string, more: string): string => `${head}${more}Content-Length: ${body.length}\r\n\r\n${body}`;
  const both = await server.raw(post('{"a"', '') + post('{"a":1}', 'Connection: close\r\n'));
  assert.match(both, /HTTP\/1\.1 400[^]*INVALID_JSON[^]*HTTP\/1\.1 200[^]*\{"data":\{"a":1\}\}$/);
});

test('__proto__ in a body reaches the route as a plain field and pollutes nothing', async () => {
  const answer = await server.send('POST', '/things', { headers: json, body: '{"__proto__":{"polluted":1}}' });
  assert.equal(answer.body, '{"data":{"__proto__":{"polluted":1}}}');
  assert.ok(!('polluted' in {}));
});

test('the faults of path, query and body come in one answer', async () => {
  const answer = await server.send('POST', '/things/x?limit=5.5&sort=a', { headers: json, body: '{"zip":1}' });
  assert.deepEqual(refused(answer, 400, 'VALIDATION_ERROR').toSorted(), [
    'id wrong_type',
    'limit wrong_type',
    'name required',
    'sort unknown_field',
    'zip unknown_field',
  ]);
});

test('a route that looks at the faults itself and throws them later says as much', async () => {
  const answer = await server.send('POST', '/later/x', { headers: json, body: '{}' });
  assert.deepEqual(refused(answer, 400, 'VALIDATION_ERROR'), ['id wrong_type', 'name required']);
});

test('an answer holds only what its schema names', async () => {
  const answer = await server.send('POST', '/things/7', { headers: json, body: '{"name":"a"}' });
  assert.equal(answer.body, '{"id":7}');
});

test('an unknown address is 404, whatever the body; a wrong method 405, naming the right ones', async () => {
  refused(await server.send('GET', '/nowhere'), 404, 'NOT_FOUND');
  refused(await server.send('POST', '/nowhere', { headers: json, body: '{"broken' }), 404, 'NOT_FOUND');
  const wrong = await server.send('PUT', '/things?x=1', { headers: json, body: '{}' });
  refused(wrong, 405, 'METHOD_NOT_ALLOWED');
  assert.deepEqual(wrong.headers.allow?.split(', ').toSorted(), ['DELETE', 'GET', 'HEAD', 'POST']);
  refused(await server.send('PROPFIND', '/things'), 405, 'METHOD_NOT_ALLOWED');
  const head = await server.send('HEAD', '/nowhere');
  assert.deepEqual([head.status, head.body], [404, '']);
});

test('a path that cannot be decoded or holds an endless id is refused in the envelope', async () => {
  assert.deepEqual(refused(await server.send('GET', '/%zz'), 400, 'VALIDATION_ERROR'), ['path bad_encoding']);
  const long = await server.send('POST', `/things/${'9'.repeat(300)}`);
  assert.deepEqual(refused(long, 400, 'VALIDATION_ERROR'), ['path too_long']);
});

test('errors of the application keep their code, and say when to come back', async () => {
  const limited = await server.send('GET', '/throws/limited');
  refused(limited, 429, 'RATE_LIMITED');
  assert.equal(limited.headers['retry-after'], '2');
});

test('an unforeseen error tells nothing outside and everything to the log', async () => {
  for (const kind of ['broken', 'text'] as const) {
    const answer = await server.send('GET', `/throws/${kind}`);
    refused(answer, 500, 'INTERNAL_ERROR');
    assert.doesNotMatch(answer.body, /Margaret|6789/);
  }
  const failure = server.failures.find(({ error }) => error === THROWN.broken);
  assert.equal(failure?.route, '/throws/:kind');
  assert.equal(failure?.status, 500);
  assert.equal(failure?.clientAddress, '127.0.0.1');
});

test('a full disk is 507 and a database that is away 503, both with Retry-After', async () => {
  const full = await server.send('GET', '/throws/full');
  refused(full, 507, 'STORAGE_FULL');
  assert.ok(Number(full.headers['retry-after']) > 0);
  for (const kind of ['lost', 'stopping', 'starting']) {
    const answer = await server.send('GET', `/throws/${kind}`);
    refused(answer, 503, 'UNAVAILABLE');
    assert.ok(Number(answer.headers['retry-after']) > 0);
  }
});
