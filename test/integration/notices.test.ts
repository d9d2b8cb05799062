import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { systemContext } from '../../src/core/gate/index.ts';
import { identityJobs } from '../../src/core/identity/jobs.ts';
import { notifyPerson } from '../../src/core/identity/notify.ts';
import { AppError } from '../../src/kernel/app-error.ts';
import { secretOf } from '../../src/platform/config/index.ts';
import { createMail } from '../../src/platform/mail/index.ts';
import { startApp, type TestApp } from '../kit/app.ts';
import { codeAt, mailsTo, tokenMailedTo } from '../kit/browser-client.ts';
import type { Client } from '../kit/client.ts';
import { ownersOf } from '../kit/people.ts';
import { begin, signUp } from '../kit/sign-in.ts';
import { workNotices } from '../kit/work-notices.ts';

let now = new Date();
let app: TestApp;
let tenantId: string;
let owners: Client;
before(async () => {
  app = await startApp({ trustedProxies: ['127.0.0.1'], clock: { now: () => now } });
  ({ tenantId } = await app.tenant('Lakeside Leads'));
  owners = ownersOf(app, tenantId);
});
after(async () => {
  await app.stop();
  assert.deepEqual(app.problems, []);
});

const subjects = async (email: string): Promise<string[]> => {
  await workNotices(app);
  const mails = await mailsTo(app, email);
  return mails
    .map((text) => /^Subject: (.*)\r$/m.exec(text)?.[1] ?? '')
    .filter((subject) => !/^Your account at|^Choose/.test(subject));
};
const later = (): void => void (now = new Date(now.getTime() + 61_000));

test('whoever sets up or takes away a factor, or changes the password, gets a mail that says so', async () => {
  const person = await signUp(app, owners, { role: 'admin' });
  const { browser, email } = person;
  assert.deepEqual(await subjects(email), ['A second factor was set up']);
  const [mail = ''] = (await mailsTo(app, email)).slice(-1);
  assert.match(mail, /Organisation: Lakeside Leads/);
  assert.match(mail, /When: \d{4}-\d\d-\d\dT/);
  assert.doesNotMatch(mail, /setup\/|reset\//);
  const changes: [string, () => Promise<{ status: number; text: string }>][] = [
    ['You have new recovery codes', () => browser.post('/api/v1/auth/recovery-codes')],
    [
      'Your password was changed',
      () =>
        browser.post('/api/v1/auth/password', {
          currentPassword: person.password,
          newPassword: 'eleven quiet lanterns',
        }),
    ],
    ['A second factor was taken away', () => owners.patch(`/api/v1/users/${person.userId}`, { action: 'disable2FA' })],
  ];
  for (const [subject, change] of changes) {
    later();
    const answer = await change();
    assert.equal(answer.status, 200, answer.text);
    assert.equal((await subjects(email)).at(-1), subject);
  }
});

test('changes of an own account are slowed down, so that no mail drowns among others', async () => {
  const person = await signUp(app, owners, { role: 'admin' });
  const known = (await subjects(person.email)).length;
  const renew = () => person.browser.post('/api/v1/auth/recovery-codes');
  const answers = [];
  for (let index = 0; index < 30; index += 1) answers.push(await renew());
  const made = answers.filter((answer) => answer.status === 200);
  const last = answers.at(-1);
  assert.deepEqual([made.length, last?.status, last?.json.error.code], [9, 429, 'RATE_LIMITED']);
  assert.match(last?.json.error.message, /changed too often\. Wait \d+ seconds/);
  const wish = { currentPassword: person.password, newPassword: 'eleven quiet lanterns' };
  assert.equal((await person.browser.post('/api/v1/auth/password', wish)).status, 429, 'all changes count together');
  assert.equal((await subjects(person.email)).length, known + made.length);
  now = new Date(now.getTime() + Number(last?.headers['retry-after']) * 1000);
  assert.equal((await renew()).status, 200);
});

test('what changes nothing does not count as a change', async () => {
  const { browser } = await signUp(app, owners, { role: 'admin' });
  const wish = { currentPassword: 'not my password', newPassword: 'eleven quiet lanterns' };
  for (let index = 0; index < 12; index += 1) {
    const { status } = await browser.post('/api/v1/auth/password', wish);
    assert.ok([401, 429].includes(status));
  }
  assert.equal((await browser.post('/api/v1/auth/recovery-codes')).status, 200);
});

test('a password that was reset by a link, or set by somebody else, is told to the person', async () => {
  const person = await signUp(app, owners, { role: 'support', withTotp: false });
  const seen = (await subjects(person.email)).length;
  const set = { action: 'setPassword', password: 'nine silver kettles' };
  const answer = await owners.patch(`/api/v1/users/${person.userId}`, set);
  assert.equal(answer.status, 200, answer.text);
  assert.equal((await person.browser.post('/api/v1/auth/password-reset', { email: person.email })).status, 200);
  const token = await tokenMailedTo(app, person.email, 'reset');
  const reset = await person.browser.post('/api/v1/auth/password-reset/complete', {
    token,
    password: 'eleven quiet lanterns',
  });
  assert.equal(reset.status, 200, reset.text);
  assert.deepEqual((await subjects(person.email)).slice(seen), [
    'Your password was changed',
    'Your password was changed',
  ]);
});

test('of a changed address the old one hears, and the new one does not', async () => {
  const person = await signUp(app, owners, { role: 'analyst', withTotp: false });
  const moved = 'moved.away@example.test';
  const answer = await owners.patch(`/api/v1/users/${person.userId}`, { email: moved });
  assert.equal(answer.status, 200, answer.text);
  assert.equal((await subjects(person.email)).at(-1), 'Your account has another address');
  assert.deepEqual(await subjects(moved), []);
});

test('a recovery code that signs somebody in, or steps up, is told', async () => {
  const person = await signUp(app, owners, { role: 'admin' });
  const [first = '', second = ''] = person.recoveryCodes;
  const known = (await subjects(person.email)).length;
  later();
  const { browser } = await begin(app, person);
  assert.equal((await browser.post('/api/v1/auth/second-factor', { recoveryCode: first })).status, 200);
  assert.equal((await browser.post('/api/v1/auth/step-up', { recoveryCode: second })).status, 200);
  const used = 'A recovery code was used';
  assert.deepEqual((await subjects(person.email)).slice(known), [used, used]);
  later();
  const again = await begin(app, person);
  const code = codeAt(person.secret, now);
  assert.equal((await again.browser.post('/api/v1/auth/second-factor', { code })).status, 200);
  assert.equal((await subjects(person.email)).length, known + 2);
});

test('a notice waits until a mail server takes it, is mailed once, and stands in the trail', async () => {
  const person = await signUp(app, owners, { role: 'admin' });
  const known = (await subjects(person.email)).length;
  const context = systemContext(tenantId);
  const { userId, email } = person;
  await app.runtime.identityTenancy.withTenant(context, (tx) =>
    notifyPerson(tx, 'password_changed', { userId, email }, now),
  );
  const kept = () => app.owner.query<{ id: string }>({ text: 'SELECT notice_id AS id FROM notices' });
  const [{ id: noticeId } = { id: '' }] = await kept();
  const unreachable = createMail({
    smtpUrl: secretOf('smtp://127.0.0.1:9'),
    from: 'Careroute <careroute@example.test>',
    outboxDir: app.outboxDir,
  });
  const { runtime, publicUrl } = app;
  const [dead] = identityJobs({ ...runtime, mail: unreachable, publicUrl });
  const unavailable = (error: unknown): boolean => error instanceof AppError && error.code === 'UNAVAILABLE';
  await assert.rejects(async () => dead?.run({ tenantId, noticeId }), unavailable);
  assert.equal((await kept()).length, 1);
  assert.equal((await subjects(email)).length, known + 1);
  assert.deepEqual(await kept(), []);
  const [alive] = identityJobs({ ...runtime, mail: app.mail, publicUrl });
  await alive?.run({ tenantId, noticeId });
  assert.equal((await subjects(email)).length, known + 1);
  const trail = await app.owner.query({
    text: `SELECT 1 FROM audit_events WHERE action = 'account.notify' AND entity_ids = ARRAY[$1, $2]::uuid[]`,
    values: [noticeId, userId],
  });
  assert.equal(trail.length, 1);
});

test('a change that does not commit mails nobody', async () => {
  const person = await signUp(app, owners, { role: 'admin' });
  const known = (await subjects(person.email)).length;
  const { userId, email } = person;
  await assert.rejects(
    app.runtime.identityTenancy.withTenant(systemContext(tenantId), async (tx) => {
      await notifyPerson(tx, 'password_changed', { userId, email }, now);
      throw new Error('something else failed');
    }),
    /something else failed/,
  );
  assert.equal((await subjects(email)).length, known);
});
