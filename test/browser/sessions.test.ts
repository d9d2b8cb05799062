import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Page } from 'playwright-core';
import { codeAt, tokenMailedTo } from '../kit/browser-client.ts';
import { personOf } from '../kit/people.ts';
import { beSignedIn, openPortals, type Portals, type SignedVisit, type Visit } from '../kit/portals.ts';
import { made } from '../kit/refusals.ts';
import { PASSWORD } from '../kit/sign-in.ts';
import { addVirtualAuthenticator } from '../kit/virtual-authenticator.ts';

let portals: Portals;
before(async () => {
  portals = await openPortals();
});
after(async () => {
  await portals.stop();
  assert.deepEqual(portals.app.problems, []);
});

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

/** Has everybody's last proof be old, so that the next dangerous act asks for it again. */
async function forgetProofs(): Promise<void> {
  await portals.app.owner.query({ text: 'UPDATE sessions SET stepped_up_at = NULL' });
  portals.app.runtime.sessions.forget();
}

/** An admin with an authenticator app, whose proof is old. */
async function adminWithApp(): Promise<{ readonly visit: Visit; readonly secret: string }> {
  const { app, tenantId } = portals;
  const person = await personOf(app, { tenantId, role: 'admin' });
  const offered = await person.client.post('/api/v1/auth/totp', {});
  const { secret } = offered.json.data;
  const code = codeAt(secret, new Date());
  const confirmed = await person.client.post('/api/v1/auth/totp/confirm', { code });
  assert.equal(confirmed.status, 200, confirmed.text);
  await forgetProofs();
  const visit = await portals.stranger();
  await beSignedIn(app, visit, person);
  return { visit, secret };
}

test('a dangerous act asks for a code again: a wrong one and a cancel do nothing and lose nothing', async () => {
  const { visit, secret } = await adminWithApp();
  const { page } = visit;
  await visit.open('/admin/settings/users/new');
  await page.getByLabel('E-mail').fill('stepped.up@example.test');
  await page.getByRole('radio', { name: 'Analyst' }).check();
  await button(page, 'Invite somebody').click();
  const dialog = page.getByRole('dialog', { name: 'Show that it is you' });
  await dialog.getByText('Type the code that your app shows now').waitFor();
  await dialog.getByLabel('Code of your authenticator app').fill('000000');
  await button(page, 'Confirm').click();
  await dialog.getByText('This is not the code of this moment').waitFor();
  assert.equal(await dialog.getByLabel('Code of your authenticator app').getAttribute('aria-invalid'), 'true');
  assert.equal(await dialog.getByText('code:').count(), 0, 'no name that programs use');
  await page.keyboard.press('Escape');
  await page.getByText('You did not confirm that it is you, so nothing was done').waitFor();
  assert.equal(await page.getByLabel('E-mail').inputValue(), 'stepped.up@example.test', 'nothing is lost');
  await button(page, 'Invite somebody').click();
  await dialog.getByLabel('Code of your authenticator app').fill(codeAt(secret, new Date(Date.now() + 30_000)));
  await button(page, 'Confirm').click();
  await page.getByText('The invitation is mailed').waitFor();
  const users = (await portals.admin.get('/api/v1/users?limit=100')).json.data;
  const invited = users.filter(({ email }: { email: string }) => email === 'stepped.up@example.test');
  assert.equal(invited.length, 1, 'once');
  await visit.close();
});

test('a live feed goes on by itself after a proof was shown, though the session has another cookie', async () => {
  const { visit, secret } = await adminWithApp();
  const { page } = visit;
  await visit.open('/admin/leads/live');
  await page.locator('tbody tr').first().waitFor();
  const cookieOf = async () => (await visit.context.cookies()).map(({ value }) => value).join();
  const old = await cookieOf();
  const again = page.waitForRequest((request) => new URL(request.url()).pathname === '/api/v1/leads/feed');
  const code = codeAt(secret, new Date(Date.now() + 30_000));
  const status = await page.evaluate(
    `fetch('/api/v1/auth/step-up', { method: 'POST', headers: { 'content-type': 'application/json' },
       body: '{"code":"${code}"}' }).then((answer) => answer.status)`,
  );
  assert.equal(status, 200);
  assert.notEqual(await cookieOf(), old);
  await again;
  const { leadId } = (await portals.market.post()).json;
  const { shortId } = (await portals.admin.get(`/api/v1/leads/${String(leadId)}`)).json.data;
  await page.getByRole('cell', { name: String(shortId) }).waitFor();
  assert.deepEqual(visit.faults, []);
  await visit.close();
});

/** Somebody of a buyer who has taken the invitation up, with a password alone. */
async function buyersPerson(email: string): Promise<Visit> {
  const [buyer] = portals.market.buyers;
  await made(portals.admin, '/api/v1/contacts', { email, entityType: 'buyer', entityId: buyer?.buyerId });
  const visit = await portals.stranger();
  await visit.open(`/setup/${await tokenMailedTo(portals.app, email, 'setup')}`);
  await visit.page.getByLabel('New password').fill(PASSWORD);
  await button(visit.page, 'Create the account').click();
  await visit.page.waitForURL((url) => url.pathname === '/buyer');
  return visit;
}

async function signIn({ page }: Visit, email: string): Promise<void> {
  await page.getByLabel('E-mail address').fill(email);
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
  await button(page, 'Sign in').click();
}

test('who has no second factor is asked for the password, in those words', async () => {
  const visit = await buyersPerson('no.factor@example.test');
  const { page } = visit;
  await forgetProofs();
  await visit.open('/buyer/settings/users');
  await button(page, 'Invite a colleague').click();
  const form = page.getByRole('dialog').first();
  await form.getByLabel('E-mail address').fill('colleague.of@example.test');
  await form.locator('button[type="submit"]').click();
  const dialog = page.getByRole('dialog', { name: 'Show that it is you' });
  await dialog.getByText('Type your password again').waitFor();
  assert.equal(await dialog.getByText('second factor').count(), 0);
  await dialog.getByLabel('Password', { exact: true }).fill('not the password');
  await button(page, 'Confirm').click();
  await dialog.getByText('This is not your password').waitFor();
  await page.keyboard.press('Escape');
  assert.equal(await form.getByLabel('E-mail address').inputValue(), 'colleague.of@example.test', 'nothing is lost');
  await form.locator('button[type="submit"]').click();
  await dialog.getByLabel('Password', { exact: true }).fill(PASSWORD);
  await button(page, 'Confirm').click();
  await page.getByText('colleague.of@example.test').first().waitFor();
  await visit.close();
});

/** Has the pages believe that a session rests no longer than this. */
const restAtMost = ({ page, client }: SignedVisit, idleSeconds: number) =>
  page.route('**/api/v1/auth', async (route) => {
    const { status, json } = await client.get('/api/v1/auth');
    await route.fulfill({ status, json: status === 200 ? { data: { ...json.data, idleSeconds } } : json });
  });

test('who is away is asked, stays by a press, and is signed out by nothing', async () => {
  const visit = await portals.visit('analyst');
  const { page } = visit;
  await restAtMost(visit, 62);
  await visit.open('/admin/leads');
  await page.getByText('Are you still there?').waitFor();
  await button(page, 'Stay signed in').click();
  await page.getByText('Are you still there?').waitFor({ state: 'detached' });
  await page.unroute('**/api/v1/auth');
  await restAtMost(visit, 4);
  await visit.open('/admin/leads');
  await page.waitForURL((url) => url.pathname === '/sign-in');
  await page.getByText('Your session is over').waitFor();
  assert.equal((await visit.client.get('/api/v1/auth')).status, 401, 'at the server too');
  await visit.close();
});

test('a session that is ended from the list of devices leads its own window to the door, and back', async () => {
  const email = 'two.devices@example.test';
  const here = await buyersPerson(email);
  const there = await portals.stranger();
  await there.open('/sign-in?back=%2Fbuyer%2Fleads');
  await signIn(there, email);
  await there.page.waitForURL((url) => url.pathname === '/buyer/leads');
  await there.page.locator('tbody tr').first().waitFor();
  await here.open('/buyer/account');
  await button(here.page, 'End session').click();
  await here.page.getByRole('dialog').getByRole('button', { name: 'End session' }).click();
  await here.page.getByText('The session is ended').waitFor();
  await button(there.page, 'Refresh').click();
  await there.page.getByText('Your session is over').waitFor();
  assert.equal(await there.page.locator('tbody tr').count(), 0, 'nothing of what was seen stays');
  await signIn(there, email);
  await there.page.waitForURL((url) => url.pathname === '/buyer/leads');
  await here.close();
  await there.close();
});

test('a passkey is added, named anew, shown for a dangerous act, and removed', async () => {
  const visit = await portals.visit('analyst');
  const { page } = visit;
  await addVirtualAuthenticator(page);
  await visit.open('/admin/account');
  await button(page, 'Add a passkey').click();
  await page.getByLabel('Name of the passkey').fill('Laptop');
  await button(page, 'Make a passkey').click();
  await button(page, 'I have kept them. Go on').click();
  await button(page, 'Rename').click();
  await page.getByRole('dialog').getByLabel('Name').fill('Work laptop');
  await page.getByRole('dialog').getByRole('button', { name: 'Rename' }).click();
  await page.getByText('Work laptop', { exact: true }).waitFor();
  await forgetProofs();
  await button(page, 'Renew the codes').click();
  await page.getByRole('dialog').getByRole('button', { name: 'Renew the codes' }).click();
  const dialog = page.getByRole('dialog', { name: 'Show that it is you' });
  await dialog.getByText('Show your passkey again').waitFor();
  await dialog.getByRole('button', { name: 'Use a passkey' }).click();
  await button(page, 'I have kept them. Go on').click();
  await button(page, 'Remove').click();
  await page.getByRole('dialog').getByRole('button', { name: 'Remove' }).click();
  await page.getByText('The passkey is removed').waitFor();
  await page.getByText('Work laptop', { exact: true }).waitFor({ state: 'detached' });
  await visit.close();
});
