import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { startApp, type TestApp } from '../kit/app.ts';
import { browserClient, codeAt, tokenMailedTo } from '../kit/browser-client.ts';
import type { Client } from '../kit/client.ts';
import { bareOf } from '../kit/refusals.ts';
import { ownersOf } from '../kit/people.ts';
import { begin, enrol, PASSWORD, signUp } from '../kit/sign-in.ts';

let now = new Date();
const clock = { now: () => now };
const wait = (seconds: number): void => void (now = new Date(now.getTime() + seconds * 1000));

let app: TestApp;
let admin: Client;
before(async () => {
  app = await startApp({ clock, trustedProxies: ['127.0.0.1'] });
  const { tenantId } = await app.tenant();
  admin = ownersOf(app, tenantId);
});
after(() => app.stop());

const me = '/api/v1/auth';

test('an invited admin chooses a password, must set up a second factor, and is in only then', async () => {
  const invited = await admin.post('/api/v1/users', { email: 'ada@example.test', name: 'Ada L', role: 'admin' });
  assert.deepEqual([invited.status, invited.json.data.mailed], [201, true], invited.text);
  const token = await tokenMailedTo(app, 'ada@example.test', 'setup');
  const browser = browserClient(app);
  const shown = await browser.get(`/api/v1/setup/${token}`);
  assert.deepEqual(shown.json.data, {
    email: 'ada@example.test',
    role: 'admin',
    organization: 'Test tenant',
    status: 'invited',
  });
  const short = await browser.post(`/api/v1/setup/${token}`, { password: 'too short' });
  assert.equal(short.status, 400);
  const accepted = await browser.post(`/api/v1/setup/${token}`, { password: PASSWORD });
  assert.equal(accepted.json.data.status, 'enrolment_required', accepted.text);
  const early = await browser.get('/api/v1/leads');
  assert.deepEqual([early.status, early.json.error.details.stage], [401, 'enrolment']);
  const before2fa = browser.cookie;
  const { recoveryCodes } = await enrol(app, browser);
  assert.equal(recoveryCodes.length, 10);
  assert.notEqual(browser.cookie, before2fa);
  const { data } = (await browser.get(me)).json;
  assert.deepEqual([data.email, data.role, data.authType], ['ada@example.test', 'admin', 'session']);
  assert.equal((await browser.get('/api/v1/leads')).status, 200);
  const again = await browser.post(`/api/v1/setup/${token}`, { password: PASSWORD });
  assert.equal(again.status, 410, again.text);
});

test('a password leads to the second factor and no further; the code leads in, once', async () => {
  const person = await signUp(app, admin, { role: 'admin' });
  assert.equal((await person.browser.post('/api/v1/auth/sign-out')).status, 200);
  assert.equal((await person.browser.get(me)).status, 401);
  wait(60);
  const { browser, answer } = await begin(app, person);
  assert.deepEqual(answer.json.data, { status: 'second_factor_required', methods: ['totp', 'recovery_code'] });
  for (const path of [me, '/api/v1/leads', '/api/v1/users', '/api/v1/auth/sessions'])
    assert.equal((await browser.get(path)).status, 401, path);
  const enrolling = await browser.post('/api/v1/auth/totp');
  assert.equal(enrolling.status, 401, 'a pending sign-in sets up no factor');
  const pending = browser.cookie;
  const code = codeAt(person.secret, now);
  const done = await browser.post('/api/v1/auth/second-factor', { code });
  assert.equal(done.json.data.status, 'signed_in', done.text);
  assert.notEqual(browser.cookie, pending);
  assert.equal((await browser.get(me)).status, 200);
  const old = browserClient(app);
  old.cookie = pending;
  assert.equal((await old.post('/api/v1/auth/second-factor', { code })).status, 401);
  const other = await begin(app, person);
  const replayed = await other.browser.post('/api/v1/auth/second-factor', { code });
  assert.equal(replayed.status, 401, replayed.text);
});

test('fifty submissions of one code at once let one in', async () => {
  const person = await signUp(app, admin, { role: 'admin' });
  wait(60);
  const code = codeAt(person.secret, now);
  const pending: Awaited<ReturnType<typeof begin>>[] = [];
  for (let index = 0; index < 50; index += 1) pending.push(await begin(app, person));
  const answers = await Promise.all(pending.map(({ browser }) => browser.post('/api/v1/auth/second-factor', { code })));
  const statuses = answers.map(({ status }) => status);
  assert.equal(statuses.filter((status) => status === 200).length, 1, statuses.join());
  assert.ok(
    statuses.every((status) => [200, 401, 429].includes(status)),
    statuses.join(),
  );
  const inside = await Promise.all(pending.map(({ browser }) => browser.get(me)));
  assert.equal(inside.filter(({ status }) => status === 200).length, 1);
});

test('a recovery code stands in for the app, once', async () => {
  const person = await signUp(app, admin, { role: 'admin' });
  const [code = ''] = person.recoveryCodes;
  const first = await begin(app, person);
  const typed = code.toUpperCase().replaceAll('-', ' ');
  assert.equal((await first.browser.post('/api/v1/auth/second-factor', { recoveryCode: typed })).status, 200);
  const second = await begin(app, person);
  assert.equal((await second.browser.post('/api/v1/auth/second-factor', { recoveryCode: code })).status, 401);
  const left = await first.browser.get('/api/v1/auth/factors');
  assert.deepEqual(left.json.data, { totp: true, recoveryCodesLeft: 9, passkeys: [] });
});

test('a wrong password, an unknown address and a switched-off account are told by nothing', async () => {
  const person = await signUp(app, admin, { role: 'analyst', withTotp: false });
  const off = await signUp(app, admin, { role: 'analyst', withTotp: false });
  assert.equal((await admin.delete(`/api/v1/users/${off.userId}`)).status, 200);
  const answers = [
    (await begin(app, person, 'not the right one')).answer,
    (await begin(app, { email: 'nobody@example.test' })).answer,
    (await begin(app, off)).answer,
    (await begin(app, { email: 'no address' })).answer,
  ];
  const [first] = answers;
  for (const answer of answers) {
    assert.equal(answer.status, 401, answer.text);
    assert.deepEqual(bareOf(answer), bareOf(first ?? answer));
    assert.equal(answer.headers['set-cookie'], undefined);
  }
});

test('a new password by e-mail needs the second factor afterwards as before, and ends all sessions', async () => {
  const person = await signUp(app, admin, { role: 'admin' });
  const anonymous = browserClient(app);
  const path = '/api/v1/auth/password-reset';
  const known = await anonymous.post(path, { email: person.email });
  const unknown = await anonymous.post(path, { email: 'nobody@example.test' });
  assert.deepEqual([known.status, bareOf(known)], [200, bareOf(unknown)]);
  await new Promise((resolve) => setTimeout(resolve, 300));
  const token = await tokenMailedTo(app, person.email, 'reset');
  const password = 'eight blue umbrellas';
  const done = await anonymous.post(`${path}/complete`, { token, password });
  assert.deepEqual([done.status, anonymous.cookie], [200, undefined], done.text);
  assert.equal((await person.browser.get(me)).status, 401);
  assert.equal((await begin(app, person)).answer.status, 401);
  const { browser, answer } = await begin(app, person, password);
  assert.equal(answer.json.data.status, 'second_factor_required');
  assert.equal((await browser.get(me)).status, 401);
  assert.equal((await anonymous.post(`${path}/complete`, { token, password })).status, 410);
});

test('a session ends by itself after fifteen minutes of nothing, and after twelve hours whatever happens', async () => {
  const person = await signUp(app, admin, { role: 'admin' });
  wait(14 * 60);
  assert.equal((await person.browser.get(me)).status, 200);
  wait(14 * 60);
  assert.equal((await person.browser.get(me)).status, 200);
  wait(15 * 60 + 1);
  assert.equal((await person.browser.get(me)).status, 401);
  const other = await signUp(app, admin, { role: 'admin' });
  for (let step = 0; step < 71; step += 1) {
    wait(10 * 60);
    assert.equal((await other.browser.get(me)).status, 200, `after ${step + 1} times ten minutes`);
  }
  wait(10 * 60);
  assert.equal((await other.browser.get(me)).status, 401);
});

test('nothing failed in silence', () => assert.deepEqual(app.problems, []));
