import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { after, before, test } from 'node:test';
import { createAttemptGuard } from '../../src/core/identity/index.ts';
import { startApp, type TestApp } from '../kit/app.ts';
import { browserClient, codeAt } from '../kit/browser-client.ts';
import type { Client } from '../kit/client.ts';
import { ownersOf } from '../kit/people.ts';
import { begin, PASSWORD, signUp } from '../kit/sign-in.ts';

const HOUR_MS = 3_600_000;
let now = new Date();
const move = (ms: number): void => void (now = new Date(now.getTime() + ms));

let app: TestApp;
let admin: Client;
before(async () => {
  app = await startApp({ clock: { now: () => now }, trustedProxies: ['127.0.0.1'] });
  const { tenantId } = await app.tenant();
  admin = ownersOf(app, tenantId);
});
after(() => app.stop());

test('a session that began while the clock was ahead does not outlive its limits by that', async () => {
  const person = await signUp(app, admin, { role: 'admin' });
  move(30 * 24 * HOUR_MS);
  const { browser } = await begin(app, person);
  assert.equal((await browser.post('/api/v1/auth/second-factor', { code: codeAt(person.secret, now) })).status, 200);
  assert.equal((await browser.get('/api/v1/auth')).status, 200);
  move(-30 * 24 * HOUR_MS);
  assert.equal((await browser.get('/api/v1/auth')).status, 401);
  assert.equal((await person.browser.get('/api/v1/auth')).status, 200, 'one that began before goes on');
  move(30 * 24 * HOUR_MS - 30_000);
  assert.equal((await browser.get('/api/v1/auth')).status, 401, 'it does not come back when its time comes');
  move(-30 * 24 * HOUR_MS + 30_000);
});

test('processes whose clocks differ by minutes serve the same session', async () => {
  const { browser } = await signUp(app, admin, { role: 'admin' });
  move(4 * 60_000);
  assert.equal((await browser.get('/api/v1/auth')).status, 200);
  move(-4 * 60_000);
  assert.equal((await browser.get('/api/v1/auth')).status, 200);
});

test('waits from a time when the clock was ahead keep nobody out', async () => {
  const person = await signUp(app, admin, { role: 'analyst', withTotp: false });
  const tryIt = (password: string) =>
    browserClient(app, '198.51.100.7').post('/api/v1/auth/sign-in', { email: person.email, password });
  move(30 * 24 * HOUR_MS);
  let answer = await tryIt('wrong one');
  for (let index = 0; index < 10 && answer.status !== 429; index += 1) answer = await tryIt('wrong one');
  assert.equal(answer.status, 429);
  move(-30 * 24 * HOUR_MS);
  assert.equal((await tryIt(PASSWORD)).status, 200);
});

test('of tries at the same moment, one that was overtaken by another waits for nothing', async () => {
  const pepper = randomBytes(32);
  const guardAt = (ms: number) =>
    createAttemptGuard(app.runtime.identity, pepper, { now: () => new Date(now.getTime() + ms) });
  await guardAt(5).begin('one', '192.0.2.50');
  const attempt = await guardAt(0).begin('another', '192.0.2.50');
  await guardAt(9).beginWithin('one');
  await guardAt(3).beginWithin('one');
  await attempt.good();
  await guardAt(-3).begin('a third', '192.0.2.50');
});

test('nothing failed in silence', () => assert.deepEqual(app.problems, []));
