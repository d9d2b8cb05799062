import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Page } from 'playwright-core';
import { startApp, type TestApp } from '../kit/app.ts';
import { tokenMailedTo } from '../kit/browser-client.ts';
import { startBrowser, type TestBrowser } from '../kit/browser.ts';
import { PASSWORD } from '../kit/sign-in.ts';
import { ownersOf } from '../kit/people.ts';
import { addVirtualAuthenticator, type VirtualAuthenticator } from '../kit/virtual-authenticator.ts';

let app: TestApp;
let browser: TestBrowser;
let admin: Awaited<ReturnType<TestApp['tenant']>>['admin'];
before(async () => {
  app = await startApp({ atOwnAddress: true });
  const { tenantId } = await app.tenant();
  admin = ownersOf(app, tenantId);
  browser = await startBrowser({ trust: [app.certificate.certPem] });
});
after(async () => {
  await browser.close();
  await app.stop();
});

/** What a page of ours would do: calls the API with the browser's own cookie, and asks for passkeys. */
const PAGE = `<!doctype html><title>Careroute</title><script>
const call = async (method, path, body) => {
  const answer = await fetch(path, {
    method,
    headers: { 'content-type': 'application/json' },
    ...(method === 'GET' ? {} : { body: JSON.stringify(body ?? {}) }),
  });
  return { status: answer.status, json: await answer.json() };
};
const create = async (offer) =>
  (await navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(offer) })).toJSON();
const show = async (offer) =>
  (await navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(offer) })).toJSON();
</script>`;

interface Called {
  readonly status: number;
  // oxlint-disable-next-line no-explicit-any -- a test reads what it expects
  readonly json: any;
}

interface OwnPage {
  readonly page: Page;
  readonly call: (method: string, path: string, body?: unknown) => Promise<Called>;
  /** Runs a ceremony of the page on an offer. */
  readonly ceremony: (name: 'create' | 'show', offer: unknown) => Promise<unknown>;
}

/** A fresh browser profile on a page of the application's own origin. */
async function ownPage(): Promise<OwnPage> {
  const page = await (await browser.browser.newContext()).newPage();
  await page.route(`${app.baseUrl}/`, (route) => route.fulfill({ contentType: 'text/html', body: PAGE }));
  await page.goto(`${app.baseUrl}/`);
  return {
    page,
    call: (method, path, body) =>
      page.evaluate<Called>(`call(${[method, path, body ?? {}].map((part) => JSON.stringify(part)).join(', ')})`),
    ceremony: (name, offer) => page.evaluate<unknown>(`${name}(${JSON.stringify(offer)})`),
  };
}

const AUTH = '/api/v1/auth';

const email = 'grace@example.test';
let own: OwnPage;
let authenticator: VirtualAuthenticator;

test('in a real browser, an invited admin gets in by a passkey, set up as the second factor', async () => {
  await admin.post('/api/v1/users', { email, name: 'Grace H', role: 'admin' });
  const token = await tokenMailedTo(app, email, 'setup');
  own = await ownPage();
  const { page, call, ceremony } = own;
  authenticator = await addVirtualAuthenticator(page);
  const accepted = await call('POST', `/api/v1/setup/${token}`, { password: PASSWORD });
  assert.equal(accepted.json.data.status, 'enrolment_required', JSON.stringify(accepted));

  const offered = await call('POST', `${AUTH}/passkeys/options`);
  const passkey = await ceremony('create', offered.json.data);
  const added = await call('POST', `${AUTH}/passkeys`, { name: 'Laptop', passkey });
  assert.equal(added.status, 201, JSON.stringify(added));
  assert.equal(added.json.data.recoveryCodes.length, 10);
  assert.equal((await call('GET', AUTH)).json.data.email, email);
  const cookies = await page.context().cookies();
  assert.deepEqual(
    cookies.map(({ name, httpOnly, secure, sameSite }) => [name, httpOnly, secure, sameSite]),
    [['__Host-lr_session', true, true, 'Strict']],
  );
  assert.equal(await page.evaluate('document.cookie'), '');
});

test('the passkey is the second factor after the password, and is enough alone; no answer counts twice', async () => {
  const { call, ceremony } = own;

  await call('POST', `${AUTH}/sign-out`);
  assert.equal((await call('GET', AUTH)).status, 401);
  const again = await call('POST', `${AUTH}/sign-in`, { email, password: PASSWORD });
  assert.deepEqual(again.json.data.methods, ['passkey', 'recovery_code']);
  assert.equal((await call('GET', AUTH)).status, 401);
  const asked = await call('POST', `${AUTH}/second-factor/options`);
  const shown = await ceremony('show', asked.json.data);
  assert.equal((await call('POST', `${AUTH}/second-factor`, { passkey: shown })).status, 200);
  assert.equal((await call('GET', AUTH)).status, 200);
  await call('POST', `${AUTH}/sign-out`);
  assert.equal((await call('POST', `${AUTH}/second-factor`, { passkey: shown })).status, 401, 'a replayed answer');

  const alone = await call('POST', `${AUTH}/passkey/options`);
  assert.deepEqual(alone.json.data.allowCredentials ?? [], []);
  const proof = await ceremony('show', alone.json.data);
  assert.equal((await call('POST', `${AUTH}/passkey`, { passkey: proof })).status, 200);
  assert.equal((await call('GET', AUTH)).json.data.email, email);
  assert.equal((await call('POST', `${AUTH}/passkey`, { passkey: proof })).status, 401, 'a replayed answer');
});

test('the passkey steps a session up, and is blocked once its counter goes back', async () => {
  const { call, ceremony } = own;

  await app.owner.query({ text: `UPDATE sessions SET stepped_up_at = now() - interval '6 minutes'` });
  app.runtime.sessions.forget();
  assert.equal((await call('POST', `${AUTH}/recovery-codes`)).json.error.code, 'STEP_UP_REQUIRED');
  const stepUp = await call('POST', `${AUTH}/second-factor/options`);
  const fresh = await ceremony('show', stepUp.json.data);
  assert.equal((await call('POST', `${AUTH}/step-up`, { passkey: fresh })).status, 200);
  assert.equal((await call('POST', `${AUTH}/recovery-codes`)).status, 200);

  const [held] = await authenticator.credentials();
  assert.ok(held);
  await authenticator.setSignCount(held.credentialId, 0);
  const copied = await call('POST', `${AUTH}/passkey/options`);
  const byCopy = await ceremony('show', copied.json.data);
  assert.equal((await call('POST', `${AUTH}/passkey`, { passkey: byCopy })).status, 401, 'a counter that went back');
  const factors = await call('GET', `${AUTH}/factors`);
  assert.deepEqual(
    factors.json.data.passkeys.map((one: { name: string; blocked: boolean }) => [one.name, one.blocked]),
    [['Laptop', true]],
  );
  const [event] = await app.owner.query({ text: `SELECT FROM audit_events WHERE action = 'factor.block_passkey'` });
  assert.ok(event);
});

test('nothing failed in silence', () => assert.deepEqual(app.problems, []));
