import assert from 'node:assert/strict';
import type { TestApp } from './app.ts';
import { type BrowserClient, browserClient, codeAt, tokenMailedTo } from './browser-client.ts';
import type { Client } from './client.ts';
import { made } from './refusals.ts';

/** Somebody with an account that was made by the product's own routes. */
export interface SignedUp {
  readonly userId: string;
  readonly email: string;
  readonly password: string;
  /** Of the authenticator app. */
  readonly secret: string;
  readonly recoveryCodes: readonly string[];
  /** Signed in. */
  readonly browser: BrowserClient;
}

let serial = 0;
export const PASSWORD = 'seven green bicycles';

/** Invites somebody, takes the invitation up, and sets up an authenticator app where `withTotp`. */
export async function signUp(
  app: TestApp,
  admin: Client,
  wish: { readonly role: string; readonly withTotp?: boolean; readonly more?: object; readonly address?: string },
): Promise<SignedUp> {
  serial += 1;
  const email = `person.${serial}@example.test`;
  const invited = await made(admin, '/api/v1/users', { email, name: 'Kim Doe', role: wish.role, ...wish.more });
  const browser = browserClient(app, wish.address);
  const token = await tokenMailedTo(app, email, 'setup');
  const accepted = await browser.post(`/api/v1/setup/${token}`, { password: PASSWORD });
  assert.equal(accepted.status, 200, accepted.text);
  const withTotp = wish.withTotp ?? true;
  const { secret, recoveryCodes } = withTotp ? await enrol(app, browser) : { secret: '', recoveryCodes: [] };
  return { userId: invited.id, email, password: PASSWORD, secret, recoveryCodes, browser };
}

/** Sets up an authenticator app for whoever is signing in. */
export async function enrol(
  app: TestApp,
  browser: BrowserClient,
): Promise<{ readonly secret: string; readonly recoveryCodes: readonly string[] }> {
  const offered = await browser.post('/api/v1/auth/totp');
  assert.equal(offered.status, 200, offered.text);
  const { secret } = offered.json.data;
  const code = codeAt(secret, app.runtime.clock.now());
  const confirmed = await browser.post('/api/v1/auth/totp/confirm', { code });
  assert.equal(confirmed.status, 200, confirmed.text);
  return { secret, recoveryCodes: confirmed.json.data.recoveryCodes };
}

/** Begins a sign-in in a fresh browser: as far as the password leads. */
export async function begin(app: TestApp, person: Pick<SignedUp, 'email'>, password = PASSWORD, address?: string) {
  const browser = browserClient(app, address);
  const answer = await browser.post('/api/v1/auth/sign-in', { email: person.email, password });
  return { browser, answer };
}
