import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Page } from 'playwright-core';
import { personOf } from '../kit/people.ts';
import { beSignedIn, openPortals, type Portals, type Visit } from '../kit/portals.ts';

let portals: Portals;
before(async () => {
  portals = await openPortals();
});
after(async () => {
  await portals.stop();
  assert.deepEqual(portals.app.problems, []);
});

const isAt = (page: Page, path: string) => page.waitForURL((url) => url.pathname === path);

/** One more window of the same browser. */
async function windowAt({ context }: Visit, path: string): Promise<Page> {
  const page = await context.newPage();
  page.setDefaultTimeout(30_000);
  await page.goto(portals.app.baseUrl + path);
  await page.getByRole('button', { name: /^Account of/ }).waitFor();
  return page;
}

async function signOutIn(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Account of/ }).click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  await isAt(page, '/sign-in');
}

test('who signs out in one window is out of all, and no unsaved form keeps a page on the screen', async () => {
  const visit = await portals.visit('owner');
  await visit.open('/admin/leads');
  const form = await windowAt(visit, '/admin/partners/new');
  const asked: string[] = [];
  form.on('dialog', (dialog) => {
    asked.push(dialog.type());
    dialog.dismiss().catch((error: unknown) => asked.push(String(error)));
  });
  const name = form.getByRole('textbox', { name: 'Name' }).first();
  await name.click();
  // Typed by hand: a browser asks only in windows that somebody has used.
  await name.pressSequentially('Half written');
  await signOutIn(await windowAt(visit, '/admin/people'));
  await isAt(visit.page, '/sign-in');
  await isAt(form, '/sign-in');
  await form.getByText('Your session is over').waitFor();
  assert.deepEqual(asked, [], 'whether to stay is asked where nobody may answer');
  await visit.close();
});

test('a window that shows one person to another is drawn anew when it is looked at', async () => {
  const visit = await portals.visit('owner');
  await visit.open(`/admin/leads/${portals.leadId}`);
  await visit.page.evaluate('globalThis.isOld = true');
  const { buyers } = portals.market;
  const wish = { tenantId: portals.tenantId, role: 'buyer', buyerId: buyers[0]?.buyerId ?? '' } as const;
  await beSignedIn(portals.app, visit, await personOf(portals.app, wish));
  await visit.page.evaluate(`document.dispatchEvent(new Event('visibilitychange'))`);
  await isAt(visit.page, '/buyer');
  assert.equal(await visit.page.evaluate('globalThis.isOld'), undefined, 'nothing of the first person stays in memory');
  await visit.close();
});

test('a feed whose session was ended elsewhere leads to the door', async () => {
  const visit = await portals.visit('owner');
  await visit.open('/admin/leads/live');
  await visit.page.locator('tbody tr').first().waitFor();
  assert.equal((await visit.client.post('/api/v1/auth/sign-out')).status, 200);
  await isAt(visit.page, '/sign-in');
  await visit.page.getByText('Your session is over').waitFor();
  await visit.close();
});

test('a feed is followed only while its window can be seen', async () => {
  const visit = await portals.visit('owner');
  const { page } = visit;
  let ended = 0;
  const isFeed = (url: string): boolean => new URL(url).pathname.endsWith('/leads/feed') && url.includes('/api/');
  page.on('requestfailed', (request) => (ended += isFeed(request.url()) ? 1 : 0));
  await visit.open('/admin/leads/live');
  await page.locator('tbody tr').first().waitFor();
  const beSeen = (state: 'visible' | 'hidden') =>
    page.evaluate(
      `Object.defineProperty(document, 'visibilityState', { configurable: true, value: '${state}' });
       Object.defineProperty(document, 'hidden', { configurable: true, value: ${state === 'hidden'} });
       document.dispatchEvent(new Event('visibilitychange'))`,
    );
  const cut = page.waitForEvent('requestfailed', { predicate: (request) => isFeed(request.url()) });
  await beSeen('hidden');
  await cut;
  const again = page.waitForRequest((request) => isFeed(request.url()));
  await beSeen('visible');
  await again;
  assert.equal(ended, 1);
  await visit.close();
});

test('a window stays as it is when another one signs the same person in again', async () => {
  const visit = await portals.visit('owner');
  await visit.open('/admin/leads');
  await visit.page.evaluate('globalThis.isOld = true');
  const asked = visit.page.waitForResponse((response) => response.url().endsWith('/api/v1/auth'));
  const other = await windowAt(visit, '/admin');
  await other.evaluate(`new BroadcastChannel('careroute-session').postMessage('another window')`);
  await asked;
  await visit.page.waitForTimeout(500);
  assert.equal(await visit.page.evaluate('globalThis.isOld'), true);
  await visit.close();
});
