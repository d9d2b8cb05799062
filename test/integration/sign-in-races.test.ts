import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { startApp, type TestApp } from '../kit/app.ts';
import { browserClient, mailsTo, tokenMailedTo } from '../kit/browser-client.ts';
import type { Client } from '../kit/client.ts';
import { bothWaiting } from '../kit/overtaking.ts';
import { ownersOf, personOf, superadminOf } from '../kit/people.ts';
import { made } from '../kit/refusals.ts';
import { begin, signUp } from '../kit/sign-in.ts';
import { workNotices } from '../kit/work-notices.ts';

const ROUNDS = 12;
let app: TestApp;
let owners: Client;
let tenantId: string;
before(async () => {
  app = await startApp({ trustedProxies: ['127.0.0.1'] });
  ({ tenantId } = await app.tenant());
  owners = ownersOf(app, tenantId);
});
after(async () => {
  await app.stop();
  assert.deepEqual(app.problems, []);
});

test('nobody who knew the old password is in after a reset, however close the two come', async () => {
  for (let round = 0; round < ROUNDS; round += 1) {
    const person = await signUp(app, owners, { role: 'admin' });
    const { browser } = await begin(app, person);
    assert.equal((await person.browser.post('/api/v1/auth/password-reset', { email: person.email })).status, 200);
    const token = await resetToken(person.email);
    const [reset, ...shown] = await Promise.all([
      browserClient(app).post('/api/v1/auth/password-reset/complete', { token, password: 'eleven quiet lanterns' }),
      browser.post('/api/v1/auth/second-factor', { recoveryCode: person.recoveryCodes[0] }),
      person.browser.post('/api/v1/auth/step-up', { recoveryCode: person.recoveryCodes[1] }),
    ]);
    assert.equal(reset.status, 200, reset.text);
    for (const answer of shown) assert.ok([200, 401].includes(answer.status), answer.text);
    for (const one of [browser, person.browser]) assert.equal((await one.get('/api/v1/auth')).status, 401);
  }
});

/** The link is mailed after the answer. */
async function resetToken(email: string): Promise<string> {
  for (let round = 0; round < 100; round += 1) {
    if ((await mailsTo(app, email)).some((text) => text.includes('/reset/'))) break;
    await sleep(20);
  }
  return tokenMailedTo(app, email, 'reset');
}

const rowOf = (userId: string) => ({ text: 'SELECT FROM users WHERE user_id = $1', values: [userId] });

test('a step-up and new recovery codes, a reset and a second one, take turns', async () => {
  const person = await signUp(app, owners, { role: 'admin' });
  const [stepUp, renewal] = await bothWaiting(app, rowOf(person.userId), [
    () => person.browser.post('/api/v1/auth/step-up', { recoveryCode: person.recoveryCodes[0] }),
    () => person.browser.post('/api/v1/auth/recovery-codes'),
  ]);
  assert.deepEqual([stepUp.status, renewal.status], [200, 200], renewal.text);
  const ask = () => person.browser.post('/api/v1/auth/password-reset', { email: person.email });
  await ask();
  const token = await resetToken(person.email);
  const known = (await mailsTo(app, person.email)).length;
  const [reset, again] = await bothWaiting(app, rowOf(person.userId), [
    () => browserClient(app).post('/api/v1/auth/password-reset/complete', { token, password: 'nine purple tractors' }),
    ask,
  ]);
  assert.deepEqual([reset.status, again.status], [200, 200]);
  for (let round = 0; (await mailsTo(app, person.email)).length === known; round += 1) {
    assert.ok(round < 250, 'the second link was not mailed');
    await sleep(20);
  }
});

test('a person of a buyer is switched off while the buyer is deleted', async () => {
  const buyer = await made(owners, '/api/v1/buyers', { name: 'Short-lived' });
  const { userId } = await personOf(app, { tenantId, role: 'buyer', buyerId: buyer.id });
  const [off, deleted] = await bothWaiting(app, rowOf(userId), [
    () => owners.patch(`/api/v1/users/${userId}`, { action: 'ban' }),
    () => owners.delete(`/api/v1/buyers/${buyer.id}`),
  ]);
  assert.deepEqual([off.status, deleted.status], [200, 409], deleted.text);
});

test('an admin is changed while somebody of the installation enters', async () => {
  const { tenantId: visited } = await app.tenant('Visited');
  const boss = ownersOf(app, visited);
  const { client: root } = await superadminOf(app);
  const { userId } = await personOf(app, { tenantId: visited, role: 'admin' });
  await personOf(app, { tenantId: visited, role: 'owner' });
  const [changed, entered] = await bothWaiting(app, rowOf(userId), [
    () => boss.patch(`/api/v1/users/${userId}`, { firstName: 'Kim' }),
    () => root.post(`/api/superadmin/tenants/${visited}/impersonate`, { reason: 'They asked for help by phone.' }),
  ]);
  assert.deepEqual([changed.status, entered.status], [200, 200], `${changed.text} ${entered.text}`);
});

test('a password that is replaced by a second invitation is told to the person, the first one is not', async () => {
  const person = await signUp(app, owners, { role: 'analyst', withTotp: false });
  await workNotices(app);
  const changed = async () =>
    (await mailsTo(app, person.email)).filter((text) => text.includes('Subject: Your password was changed')).length;
  assert.equal(await changed(), 0);
  const again = await owners.patch(`/api/v1/users/${person.userId}`, { action: 'invite' });
  assert.equal(again.status, 200, again.text);
  const token = await tokenMailedTo(app, person.email, 'setup');
  const accepted = await browserClient(app).post(`/api/v1/setup/${token}`, { password: 'eleven quiet lanterns' });
  assert.equal(accepted.status, 200, accepted.text);
  await workNotices(app);
  assert.equal(await changed(), 1);
});
