import type { TestApp } from './app.ts';
import { type BrowserClient, browserClient } from './browser-client.ts';
import { personOf, type PersonWish } from './people.ts';

/** A browser in which somebody is signed in, past the sign-in itself; it follows the cookies that it is given. */
export async function signInAs(app: TestApp, wish: PersonWish): Promise<BrowserClient & { readonly userId: string }> {
  const person = await personOf(app, wish);
  const browser = browserClient(app);
  browser.cookie = person.cookie;
  return Object.assign(browser, { userId: person.userId });
}
