import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Page } from 'playwright-core';
import { codeAt, tokenMailedTo } from '../kit/browser-client.ts';
import { openPortals, type Portals, type Visit } from '../kit/portals.ts';
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

let serial = 0;

/** Invites somebody, and gives the token of the mailed link. */
async function invite(role: string): Promise<{ readonly email: string; readonly token: string }> {
  serial += 1;
  const email = `journey.${serial}@example.test`;
  await portals.admin.post('/api/v1/users', { email, name: 'Edsger D', role });
  return { email, token: await tokenMailedTo(portals.app, email, 'setup') };
}

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const isHome = (page: Page, path: string) => page.waitForURL((url) => url.pathname === path);

interface Enrolled {
  readonly email: string;
  readonly secret: string;
  readonly codes: readonly string[];
  readonly visit: Visit;
}

/** Takes an invitation up with an authenticator app, in the browser. */
async function enrolByApp(role: string): Promise<Enrolled> {
  const { email, token } = await invite(role);
  const visit = await portals.stranger();
  const { page } = visit;
  await visit.open(`/setup/${token}`);
  await page.getByRole('heading', { name: 'Your account at Acme Leads' }).waitFor();
  assert.equal(new URL(page.url()).pathname, '/setup', 'the address keeps no secret');
  await page.getByLabel('New password').fill(PASSWORD);
  await button(page, 'Create the account').click();
  await button(page, 'Set up an authenticator app').click();
  await page.getByRole('img', { name: 'QR code for an authenticator app' }).waitFor();
  const shown = page.getByLabel('Cannot scan? Type this secret into the app');
  const secret = ((await shown.textContent()) ?? '').replaceAll(' ', '');
  await page.getByLabel('Code of your authenticator app').fill(codeAt(secret, new Date()));
  await button(page, 'Continue').click();
  const codes = ((await page.getByTestId('recovery-codes').textContent()) ?? '').trim().split('\n');
  await button(page, 'I have kept them. Go on').click();
  await isHome(page, '/admin');
  return { email, secret, codes, visit };
}

async function enterPassword(visit: Visit, email: string, password = PASSWORD): Promise<void> {
  await visit.page.getByLabel('E-mail address').fill(email);
  await visit.page.getByLabel('Password', { exact: true }).fill(password);
  const answered = visit.page.waitForResponse((response) => response.url().endsWith('/api/v1/auth/sign-in'));
  await button(visit.page, 'Sign in').click();
  await answered;
}

test('an invitation leads through password, QR code and recovery codes into the house, and back by code', async () => {
  const { email, codes, visit } = await enrolByApp('admin');
  assert.equal(codes.length, 10);
  assert.deepEqual(visit.faults, []);
  await visit.page.getByRole('button', { name: /^Account of/ }).click();
  await visit.page.getByRole('menuitem', { name: 'Sign out' }).click();
  await isHome(visit.page, '/sign-in');
  await visit.open('/admin/leads?status=sold');
  assert.equal(new URL(visit.page.url()).pathname, '/sign-in', 'signed out is out');
  await enterPassword(visit, email);
  await button(visit.page, 'Use a recovery code').click();
  await visit.page.getByLabel('Recovery code').fill(codes[0] ?? '');
  await button(visit.page, 'Continue').click();
  await isHome(visit.page, '/admin/leads');
  assert.equal(new URL(visit.page.url()).search, '?status=sold', 'and back to where somebody wanted to go');
  await visit.close();
});

test('a link that was not copied whole says so, in the language of the reader', async () => {
  const visit = await portals.stranger();
  await visit.open('/setup/not-whole');
  await visit.page.getByText('was not copied whole').waitFor();
  await button(visit.page, 'Español').click();
  await visit.page.getByText('no se copió entero').waitFor();
  await visit.close();
});

test('a passkey is made at enrolment, and alone opens the house the next time', async () => {
  const { token } = await invite('compliance');
  const visit = await portals.stranger();
  const { page } = visit;
  await addVirtualAuthenticator(page);
  await visit.open(`/setup/${token}`);
  await page.getByLabel('New password').fill(PASSWORD);
  await button(page, 'Create the account').click();
  await button(page, 'Make a passkey').click();
  await page.getByLabel('Name of the passkey').fill('Laptop');
  await button(page, 'Make a passkey').click();
  await button(page, 'I have kept them. Go on').click();
  await isHome(page, '/admin');
  await page.getByRole('button', { name: /^Account of/ }).click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  await isHome(page, '/sign-in');
  await button(page, 'Sign in with a passkey').click();
  await isHome(page, '/admin');
  assert.deepEqual(visit.faults, []);
  await visit.close();
});

test('a wrong password says so without saying which part was wrong, and a wrong code does not open', async () => {
  const { email, visit } = await enrolByApp('admin');
  await visit.close();
  const again = await portals.stranger();
  await again.open('/sign-in');
  await enterPassword(again, email, 'not the password');
  await again.page.getByRole('alert').waitFor();
  const told = (await again.page.getByRole('alert').textContent()) ?? '';
  assert.notEqual(told, '');
  await enterPassword(again, 'nobody.at.all@example.test');
  await again.page.getByRole('alert').getByText(told).waitFor();
  await enterPassword(again, email);
  await again.page.getByLabel('Code of your authenticator app').fill('000000');
  await button(again.page, 'Continue').click();
  await again.page.getByRole('alert').waitFor();
  assert.equal(new URL(again.page.url()).pathname, '/sign-in');
  await again.close();
});

test('a forgotten password is chosen anew by a mailed link, and the second factor stays', async () => {
  const { email, secret, visit } = await enrolByApp('admin');
  await visit.close();
  const again = await portals.stranger();
  await again.open('/reset');
  await again.page.getByLabel('E-mail address').fill(email);
  await button(again.page, 'Mail me a link').click();
  await again.page.getByText('a mail is on its way').waitFor();
  const token = await tokenMailedTo(portals.app, email, 'reset');
  await again.open(`/reset/${token}`);
  assert.equal(new URL(again.page.url()).pathname, '/reset');
  await again.page.getByLabel('New password').fill('eleven purple bicycles');
  await button(again.page, 'Set the password').click();
  await again.page.getByText('Your password is new').waitFor();
  await enterPassword(again, email, 'eleven purple bicycles');
  const nextStep = new Date(Date.now() + 30_000);
  await again.page.getByLabel('Code of your authenticator app').fill(codeAt(secret, nextStep));
  await button(again.page, 'Continue').click();
  await isHome(again.page, '/admin');
  await again.close();
});

test('the door speaks Spanish to who wants it', async () => {
  const visit = await portals.stranger();
  await visit.open('/sign-in');
  await button(visit.page, 'Español').click();
  await visit.page.getByRole('heading', { name: 'Iniciar sesión' }).waitFor();
  assert.equal(await visit.page.locator('html').getAttribute('lang'), 'es');
  await visit.close();
});

test('a link to the door leads nowhere else', async () => {
  const visit = await portals.visit('admin');
  for (const back of ['//evil.example', 'https://evil.example/', '/\\evil.example', 'javascript:alert(1)']) {
    await visit.open(`/sign-in?back=${encodeURIComponent(back)}`);
    assert.equal(new URL(visit.page.url()).origin, portals.app.baseUrl);
  }
  await visit.close();
});
