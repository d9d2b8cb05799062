import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { registerHealth } from './health.ts';
import { type Answer, envelope, startTestServer, type TestServer } from './server.fixture.ts';

let open: TestServer;
let closed: TestServer;
let guarded: TestServer;
let ready: () => Promise<{ ok: boolean; checks: Record<string, boolean> }>;

before(async () => {
  const health = { ready: () => ready(), metrics: async () => 'leads_total 7\n' };
  const local = { ...health, localMetrics: true };
  open = await startTestServer({ routes: (app) => registerHealth(app, local), trustedProxies: ['127.0.0.1'] });
  closed = await startTestServer({ routes: (app) => registerHealth(app, health) });
  const withToken = { ...health, metricsToken: 'secret-token' };
  guarded = await startTestServer({ routes: (app) => registerHealth(app, withToken) });
});
after(() => Promise.all([open.stop(), closed.stop(), guarded.stop()]));

const metrics = (server: TestServer, headers: Record<string, string> = {}): Promise<Answer> =>
  server.send('GET', '/metrics', { headers });

test('healthz says that the process runs', async () => {
  const answer = await open.send('GET', '/healthz');
  assert.deepEqual([answer.status, answer.body], [200, '{"status":"ok"}']);
});

test('readyz lists its checks, and is 503 naming those that fail', async () => {
  ready = async () => ({ ok: true, checks: { database: true } });
  assert.equal((await open.send('GET', '/readyz')).body, '{"status":"ok","checks":{"database":true}}');
  ready = async () => ({ ok: false, checks: { database: true, keystore: false } });
  const answer = await open.send('GET', '/readyz');
  assert.equal(answer.status, 503);
  const faults = envelope(answer).details.fields ?? [];
  assert.deepEqual(
    faults.map((fault) => `${fault.field} ${fault.rule}`),
    ['keystore not_ready'],
  );
  assert.ok(Number(answer.headers['retry-after']) > 0);
});

test('readyz is 503 when the question itself fails, and tells nothing of why', async () => {
  ready = () => Promise.reject(new Error('password of the database is hunter2'));
  const answer = await open.send('GET', '/readyz');
  assert.deepEqual([answer.status, envelope(answer).code], [503, 'UNAVAILABLE']);
  assert.doesNotMatch(answer.body, /hunter2/);
});

test('without a token, metrics are for nobody', async () => {
  assert.equal((await metrics(closed)).status, 404);
});

test('where it is said so, they are for this machine, and not for whom a proxy speaks', async () => {
  const answer = await metrics(open);
  assert.deepEqual([answer.status, answer.body], [200, 'leads_total 7\n']);
  assert.match(answer.headers['content-type'] ?? '', /^text\/plain; version=0\.0\.4/);
  for (const name of ['x-forwarded-for', 'forwarded', 'via', 'x-real-ip']) {
    assert.equal((await metrics(open, { [name]: '127.0.0.1' })).status, 404, name);
  }
});

test('with a token, metrics need it, on this machine too', async () => {
  assert.equal((await metrics(guarded, { authorization: 'Bearer secret-token' })).status, 200);
  for (const authorization of ['', 'Bearer secret-toke', 'Bearer secret-token2', 'Basic secret-token', 'Bearer']) {
    const answer = await metrics(guarded, { authorization });
    assert.deepEqual([answer.status, envelope(answer).code], [401, 'UNAUTHORIZED'], authorization);
  }
  assert.equal((await metrics(guarded)).status, 401);
});
