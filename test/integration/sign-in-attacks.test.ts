import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { startApp, type TestApp } from '../kit/app.ts';
import { browserClient, codeAt, mailsTo, tokenMailedTo } from '../kit/browser-client.ts';
import type { Answer, Client } from '../kit/client.ts';
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

const signIn = (address: string, email: string, password: string): Promise<Answer> =>
  browserClient(app, address).post('/api/v1/auth/sign-in', { email, password });

test('a spray of passwords over many accounts from one /64 is slowed down, whichever address of it sends', async () => {
  const statuses: number[] = [];
  for (let index = 0; index < 30; index += 1) {
    const answer = await signIn(`2001:db8:0:7::${index + 1}`, `victim.${index}@example.test`, 'Summer2026 is here');
    statuses.push(answer.status);
    if (answer.status === 429) assert.ok(Number(answer.headers['retry-after']) >= 1);
  }
  assert.deepEqual(
    statuses.slice(0, 20),
    Array.from({ length: 20 }, () => 401),
  );
  assert.ok(
    statuses.slice(21).every((status) => status === 429),
    statuses.join(),
  );
  assert.equal((await signIn('2001:db8:0:8::1', 'victim.0@example.test', 'Summer2026 is here')).status, 401);
});

test('guessing at one account from everywhere is slowed down; its owner gets in from a known place', async () => {
  const person = await signUp(app, admin, { role: 'analyst', withTotp: false, address: '203.0.113.77' });
  const statuses: number[] = [];
  for (let index = 0; index < 12; index += 1)
    statuses.push((await signIn(`198.51.100.${index + 1}`, person.email, `guess number ${index}!`)).status);
  assert.deepEqual(statuses.slice(0, 5), [401, 401, 401, 401, 401]);
  assert.ok(
    statuses.slice(6).every((status) => status === 429),
    statuses.join(),
  );
  assert.equal((await signIn('198.51.100.200', person.email, PASSWORD)).status, 429);
  const home = await signIn('203.0.113.77', person.email, PASSWORD);
  assert.equal(home.json.data.status, 'signed_in', home.text);
  wait(16 * 60);
  assert.equal((await signIn('198.51.100.201', person.email, PASSWORD)).status, 200);
});

test('nobody is locked out for good, and the wait is told', async () => {
  const email = 'nobody.at.all@example.test';
  let answer = await signIn('192.0.2.1', email, 'wrong one');
  for (let index = 0; index < 10 && answer.status !== 429; index += 1)
    answer = await signIn('192.0.2.1', email, 'wrong one');
  assert.equal(answer.status, 429);
  wait(Number(answer.headers['retry-after']));
  assert.equal((await signIn('192.0.2.1', email, 'wrong one')).status, 401);
});

/** Durations of a call in milliseconds, sorted. */
async function timed(count: number, call: (index: number) => Promise<unknown>): Promise<number[]> {
  const took: number[] = [];
  for (let index = 0; index < count; index += 1) {
    const started = performance.now();
    await call(index);
    took.push(performance.now() - started);
  }
  return took.toSorted((one, other) => one - other);
}
const median = (sorted: readonly number[]): number => sorted[Math.floor(sorted.length / 2)] ?? 0;

test('how long an answer takes does not tell whether there is such an account', async () => {
  const people = await Promise.all(
    Array.from({ length: 3 }, () => signUp(app, admin, { role: 'analyst', withTotp: false })),
  );
  const at = (index: number): string => `198.18.200.${index + 1}`;
  const known = await timed(12, (index) => signIn(at(index), people[index % 3]?.email ?? '', 'not the right one'));
  const unknown = await timed(12, (index) =>
    signIn(at(index + 20), `nobody.${index % 3}@example.test`, 'not the right one'),
  );
  const reset = (email: string, index: number): Promise<Answer> =>
    browserClient(app, at(index + 40)).post('/api/v1/auth/password-reset', { email });
  const knownReset = await timed(9, (index) => reset(people[index % 3]?.email ?? '', index));
  const unknownReset = await timed(9, (index) => reset(`nobody.${index % 3}@example.test`, index + 20));
  // Every answer leaves at a full step of 300 ms: a median that differs by less than one step tells nothing.
  for (const [one, other] of [
    [known, unknown],
    [knownReset, unknownReset],
  ] as const)
    assert.ok(Math.abs(median(one) - median(other)) < 150, `${median(one)} ms against ${median(other)} ms`);
});

test('an invitation that is unknown, used and for somebody switched off is told by nothing', async () => {
  const used = await signUp(app, admin, { role: 'analyst', withTotp: false });
  const usedToken = await tokenMailedTo(app, used.email, 'setup');
  const off = await admin.post('/api/v1/users', { email: 'off@example.test', name: 'Off', role: 'analyst' });
  const offToken = await tokenMailedTo(app, 'off@example.test', 'setup');
  await admin.delete(`/api/v1/users/${off.json.data.id}`);
  const answers = await Promise.all(
    [usedToken, offToken, 'x'.repeat(43)].map((token) =>
      browserClient(app).post(`/api/v1/setup/${token}`, { password: PASSWORD }),
    ),
  );
  const [first] = answers;
  for (const answer of answers) {
    assert.equal(answer.status, 410);
    assert.equal(bareOf(answer), bareOf(first ?? answer));
  }
});

test('a cookie that a stranger planted never becomes a session, and each step gets a fresh one', async () => {
  const person = await signUp(app, admin, { role: 'admin' });
  wait(60);
  const planted = `__Host-lr_session=${'A'.repeat(43)}`;
  const browser = browserClient(app);
  browser.cookie = planted;
  const seen = new Set<string | undefined>([planted]);
  await browser.post('/api/v1/auth/sign-in', { email: person.email, password: PASSWORD });
  assert.ok(!seen.has(browser.cookie));
  seen.add(browser.cookie);
  await browser.post('/api/v1/auth/second-factor', { code: codeAt(person.secret, now) });
  assert.ok(!seen.has(browser.cookie));
  seen.add(browser.cookie);
  wait(60);
  assert.equal((await browser.post('/api/v1/auth/step-up', { code: codeAt(person.secret, now) })).status, 200);
  assert.ok(!seen.has(browser.cookie));
  for (const old of seen) {
    const attacker = browserClient(app);
    attacker.cookie = old;
    app.runtime.sessions.forget();
    assert.equal((await attacker.get('/api/v1/auth')).status, 401);
  }
  assert.equal((await browser.get('/api/v1/auth')).status, 200);
});

test('the cookie is for this host alone, out of reach of scripts, and never sent from another site', async () => {
  const person = await signUp(app, admin, { role: 'analyst', withTotp: false });
  const { answer } = await begin(app, person);
  const [set = ''] = [answer.headers['set-cookie']].flat();
  const [pair = '', ...attributes] = set.split('; ');
  assert.match(pair, /^__Host-lr_session=[A-Za-z0-9_-]{43}$/);
  assert.deepEqual(attributes.toSorted(), ['HttpOnly', 'Max-Age=86400', 'Path=/', 'SameSite=Strict', 'Secure']);
  const [row] = await app.owner.query<{ text: string }>({
    text: 'SELECT string_agg(s::text, $1) AS text FROM sessions AS s',
    values: ['\n'],
  });
  assert.ok(!row?.text.includes(pair.split('=')[1] ?? 'none'), 'the token stands in the database');
});

test('a page of another site can neither sign anybody in nor out', async () => {
  const person = await signUp(app, admin, { role: 'analyst', withTotp: false });
  const elsewhere = { origin: 'https://evil.example' };
  const stranger = browserClient(app);
  const body = { email: person.email, password: PASSWORD };
  const forced = await stranger.call('POST', '/api/v1/auth/sign-in', body, elsewhere);
  assert.deepEqual([forced.status, forced.headers['set-cookie']], [403, undefined]);
  const out = await person.browser.call('POST', '/api/v1/auth/sign-out', {}, elsewhere);
  assert.equal(out.status, 403);
  assert.equal((await person.browser.call('POST', '/api/v1/auth/sign-out', {}, { origin: 'null' })).status, 403);
  assert.equal((await person.browser.get('/api/v1/auth')).status, 200);
});

test('a mailed link leads to the configured address, whatever host a request names', async () => {
  const person = await signUp(app, admin, { role: 'analyst', withTotp: false });
  const headers = { 'x-forwarded-host': 'evil.example', forwarded: 'host=evil.example' };
  await browserClient(app).call('POST', '/api/v1/auth/password-reset', { email: person.email }, headers);
  const texts = async (): Promise<string> => (await mailsTo(app, person.email)).join('\n');
  for (let round = 0; round < 50 && !(await texts()).includes('/reset/'); round += 1) await sleep(20);
  assert.match(await texts(), /https:\/\/localhost\/reset\//);
  assert.ok(!(await texts()).includes('evil.example'));
});

test('step-up is needed before what is dangerous, and lasts five minutes', async () => {
  const person = await signUp(app, admin, { role: 'admin' });
  const make = () => person.browser.post('/api/v1/auth/api-keys', { name: 'Key' });
  assert.equal((await make()).status, 200);
  wait(5 * 60 + 1);
  const late = await make();
  assert.deepEqual([late.status, late.json.error.code], [403, 'STEP_UP_REQUIRED']);
  assert.equal((await person.browser.post('/api/v1/auth/step-up', { code: '000000' })).status, 401);
  assert.equal((await person.browser.post('/api/v1/auth/step-up', { password: PASSWORD })).status, 401);
  assert.equal((await person.browser.post('/api/v1/auth/step-up', { code: codeAt(person.secret, now) })).status, 200);
  assert.equal((await make()).status, 200);
});

test('a wrong second factor is slowed down too, and every failure stands in login activity', async () => {
  const person = await signUp(app, admin, { role: 'admin' });
  wait(60);
  const { browser } = await begin(app, person);
  const statuses: number[] = [];
  for (let index = 0; index < 8; index += 1)
    statuses.push((await browser.post('/api/v1/auth/second-factor', { code: `00000${index}` })).status);
  assert.deepEqual(statuses, [401, 401, 401, 401, 401, 429, 429, 429]);
  wait(10);
  assert.equal((await browser.post('/api/v1/auth/second-factor', { code: codeAt(person.secret, now) })).status, 200);
  const own = (await browser.get('/api/v1/auth/login-activity?limit=50')).json;
  const failed = own.data.filter((row: { success: boolean }) => !row.success);
  assert.equal(failed.length, 8);
  assert.ok(
    own.data.some((row: { success: boolean; method: string }) => row.success && row.method === 'password+totp'),
  );
});

test('a sign-in that waits to set up a factor is worth nothing once there is one', async () => {
  const person = await signUp(app, admin, { role: 'admin' });
  const gone = await admin.patch(`/api/v1/users/${person.userId}`, { action: 'disable2FA' });
  assert.equal(gone.status, 200, gone.text);
  const thief = await begin(app, person);
  const owner = await begin(app, person);
  assert.equal(thief.answer.json.data.status, 'enrolment_required');
  await enrol(app, owner.browser);
  const offered = await thief.browser.post('/api/v1/auth/totp');
  const code = codeAt(offered.json.data?.secret ?? 'AAAA', now);
  assert.equal((await thief.browser.post('/api/v1/auth/totp/confirm', { code })).status, 401);
  assert.equal((await thief.browser.get('/api/v1/auth')).status, 401);
  assert.equal((await owner.browser.get('/api/v1/auth')).status, 200);
});

test('an account whose only passkey is blocked is not open by the password alone', async () => {
  const person = await signUp(app, admin, { role: 'analyst', withTotp: false });
  await app.owner.query({
    text: `INSERT INTO passkeys (tenant_id, passkey_id, user_id, credential_id, public_key, name, blocked_at)
      SELECT tenant_id, gen_random_uuid(), user_id, '\\x01', '\\x01', 'Copied', now() FROM users WHERE user_id = $1`,
    values: [person.userId],
  });
  const { browser, answer } = await begin(app, person);
  assert.deepEqual(answer.json.data, { status: 'second_factor_required', methods: ['recovery_code'] });
  assert.equal((await browser.get('/api/v1/auth')).status, 401);
});

test('nothing failed in silence', () => assert.deepEqual(app.problems, []));
