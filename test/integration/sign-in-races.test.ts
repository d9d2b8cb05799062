import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { startApp, type TestApp } from '../kit/app.ts';
import { browserClient, mailsTo, tokenMailedTo } from '../kit/browser-client.ts';
import type { Client } from '../kit/client.ts';
import { ownersOf } from '../kit/people.ts';
import { begin, signUp } from '../kit/sign-in.ts';
import { workNotices } from '../kit/work-notices.ts';

const ROUNDS = 12;
let app: TestApp;
let owners: Client;
before(async () => {
  app = await startApp({ trustedProxies: ['127.0.0.1'] });
  const { tenantId } = await app.tenant();
  owners = ownersOf(app, tenantId);
});
after(async () => {
  assert.deepEqual(app.problems, []);
  await app.stop();
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
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  return tokenMailedTo(app, email, 'reset');
}

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
