import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, test } from 'node:test';
import type { Page } from 'playwright-core';
import { personOf } from '../kit/people.ts';
import { portalPages } from '../kit/portal-pages.ts';
import { atRest, beSignedIn, openPortals, type Portals } from '../kit/portals.ts';
import { made } from '../kit/refusals.ts';

let portals: Portals;
before(async () => {
  portals = await openPortals();
});
after(async () => {
  await portals.stop();
  assert.deepEqual(portals.app.problems, []);
});

const makePartner = (name: string) => made(portals.admin, '/api/v1/partners', { name });
const userOf = async (userId: string): Promise<{ readonly status: string; readonly email: string }> =>
  (await portals.admin.get(`/api/v1/users/${userId}`)).json.data;
const statusOf = async (userId: string): Promise<string> => (await userOf(userId)).status;

/** Saves the list of the page, and gives its lines. */
async function csvOf(page: Page): Promise<readonly string[]> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'CSV', exact: true }).click(),
  ]);
  return (await readFile(await download.path(), 'utf8')).trimEnd().split('\r\n');
}

test('an act on many carries on after a failure, says why, and what failed can be tried again', async () => {
  const { app, tenantId } = portals;
  const people = await Promise.all([1, 2, 3].map(() => personOf(app, { tenantId, role: 'support' })));
  const owner = await personOf(app, { tenantId, role: 'owner' });
  const visit = await portals.visit('admin');
  const { page } = visit;
  await visit.open('/admin/settings/users');
  const ownersBox = page.getByRole('checkbox', { name: `Select ${(await userOf(owner.userId)).email}` });
  await ownersBox.focus();
  await page.keyboard.press('Space');
  const boxes = page.getByRole('row', { name: /Support/ }).getByRole('checkbox');
  const supporters = await boxes.count();
  for (const box of await boxes.all()) await box.check();
  await page.getByRole('button', { name: 'Switch off', exact: true }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText('For each:').waitFor();
  await dialog.getByRole('button', { name: `Switch off ${supporters + 1}` }).click();
  await dialog.getByText(`${supporters} done, 1 failed`).waitFor();
  await dialog.getByText(/^owner-.*: You cannot change somebody with the role owner/).waitFor();
  await dialog.getByText('FORBIDDEN').waitFor();
  for (const { userId } of people) assert.equal(await statusOf(userId), 'inactive');
  assert.equal(await statusOf(owner.userId), 'active');

  await dialog.getByRole('button', { name: 'Try 1 again' }).click();
  await dialog.getByText('0 done, 1 failed').waitFor();
  await dialog.getByRole('button', { name: 'Close' }).last().click();
  await page.getByRole('toolbar', { name: '1 selected' }).waitFor();
  assert.ok(await ownersBox.isChecked(), 'what failed stays selected');
  const refusals = visit.faults.filter((fault) => !/403/.test(fault));
  assert.deepEqual(refusals, []);
  await visit.close();
});

test('a second factor is asked for once, whatever is under way; without it nothing more is begun', async () => {
  const { app, tenantId } = portals;
  const people = await Promise.all([1, 2, 3].map(() => personOf(app, { tenantId, role: 'analyst' })));
  const visit = await portals.stranger();
  await beSignedIn(app, visit, await personOf(app, { tenantId, role: 'owner', steppedUpAt: undefined }));
  const { page } = visit;
  await visit.open('/admin/settings/users?role=analyst');
  await page.getByRole('checkbox', { name: 'Select all on this page' }).check();
  await page.getByRole('button', { name: 'Switch off', exact: true }).click();
  await page.getByRole('button', { name: 'Switch off 3' }).click();
  const asking = page.getByRole('dialog').filter({ hasText: /password|second factor/i });
  await asking.waitFor();
  await asking.getByRole('button', { name: 'Close' }).or(asking.locator('.mantine-Modal-close')).first().click();
  await page.getByText('0 done, 2 failed').waitFor();
  await page.getByText(/^Stopped before the other 1/).waitFor();
  for (const { userId } of people) assert.equal(await statusOf(userId), 'active');
  await visit.close();
});

test('a list is saved as it is filtered, ordered and shown, with nothing that a spreadsheet runs', async () => {
  for (let number = 0; number < 55; number += 1) await makePartner(`Listed ${String(number).padStart(2, '0')}`);
  await makePartner('=SUM(A1) Listed');
  const visit = await portals.visit('owner');
  const { page } = visit;
  await visit.open('/admin/partners?search=Listed&sort=-name&columns=name,status');
  const lines = await csvOf(page);
  assert.equal(lines.length, 57);
  assert.deepEqual(lines.slice(0, 3), ['"Name","Status"', '"Listed 54","Active"', '"Listed 53","Active"']);
  assert.ok(lines.includes('"\'=SUM(A1) Listed","Active"'), lines.at(-1));
  assert.deepEqual(visit.faults, []);
  await visit.close();
});

test('what opens a row looks like a link, whatever order the styles came in', async () => {
  const visit = await portals.visit('owner');
  const { page } = visit;
  await visit.open('/admin/partners?search=Listed');
  const colorOf = (selector: string): Promise<string> =>
    page.evaluate(`getComputedStyle(document.querySelector('${selector}')).color`);
  assert.equal(await colorOf('tbody button'), 'rgb(13, 116, 105)');
  assert.notEqual(await colorOf('thead th'), 'rgb(13, 116, 105)');
  // A field that is written in has a border of that colour, and no second one around it.
  await page.locator('main input').first().focus();
  assert.equal(await page.evaluate('getComputedStyle(document.activeElement).outlineStyle'), 'none');
  await visit.close();
});

test('order, filter, columns, page and open row stand in the address; another page has nothing selected', async () => {
  const visit = await portals.visit('owner');
  const { page } = visit;
  const firstName = (of: Page) => of.locator('tbody tr').first().getByRole('button').textContent();
  await visit.open('/admin/partners?search=Listed');
  await page.getByRole('button', { name: 'Name', exact: true }).click();
  await page.waitForURL(/sort=name/);
  await atRest(page);
  await page.getByRole('columnheader', { name: 'Name' }).and(page.locator('[aria-sort="ascending"]')).waitFor();
  await page.getByRole('checkbox', { name: 'Select all on this page' }).check();
  await page.getByRole('toolbar', { name: '50 selected' }).waitFor();
  await page.getByRole('button', { name: 'Next' }).click();
  await page.waitForURL(/position=/);
  await atRest(page);
  assert.equal(await page.getByRole('toolbar').count(), 0);
  const name = await firstName(page);
  assert.match(name ?? '', /Listed 49/);
  await page.locator('tbody tr').first().getByRole('button').click();
  await page.getByRole('dialog', { name: 'Listed 49' }).waitFor();

  await page.reload();
  await page.getByRole('dialog', { name: 'Listed 49' }).waitFor();
  const other = await portals.visit('admin');
  await other.open(page.url().slice(portals.app.baseUrl.length));
  await other.page.getByRole('dialog', { name: 'Listed 49' }).waitFor();
  assert.equal(await firstName(other.page), name);
  await other.close();
  await page.goBack();
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await page.goBack();
  await page.waitForURL((url) => !url.search.includes('position'));
  await atRest(page);
  assert.doesNotMatch((await firstName(page)) ?? '', /Listed 49/);
  assert.deepEqual(visit.faults, []);
  await visit.close();
});

test('a press on a form’s button counts, though leaving the field shows a message', async () => {
  const visit = await portals.visit('owner');
  const { page } = visit;
  // So high that nothing scrolls: scrolling would hide that the button moves.
  await page.setViewportSize({ width: 1200, height: 2400 });
  await visit.open('/admin/partners/new');
  await page.getByRole('textbox', { name: 'Name', exact: true }).focus();
  const box = await page.getByRole('button', { name: 'Make partner' }).boundingBox();
  assert.ok(box);
  await page.evaluate('addEventListener("submit", () => { document.title = "sent"; }, true)');
  await page.mouse.move(box.x + 20, box.y + 4);
  await page.mouse.down();
  await page.mouse.up();
  await page.locator('[aria-invalid="true"]').first().waitFor();
  assert.equal(await page.title(), 'sent', 'the press was not lost');
  assert.deepEqual(visit.faults, []);
  await visit.close();
});

for (const [role, portal] of [
  ['owner', 'admin'],
  ['buyer', 'buyer'],
  ['partner', 'partner'],
  ['superadmin', 'installation'],
] as const)
  test(`every list of ${portal} but that of leads can be saved with all of its columns`, async () => {
    const visit = await portals.visit(role);
    const { page } = visit;
    const { base, pages } = await portalPages(portal);
    const { permissions } = (await visit.client.get('/api/v1/auth')).json.data;
    const open = pages.filter(
      ({ path, permission }) => !path.includes('$') && (!permission || permissions.includes(permission)),
    );
    let saved = 0;
    for (const { path } of open) {
      await visit.open(`${base}/${path}`);
      const isOffered = (await page.getByRole('button', { name: 'CSV', exact: true }).count()) > 0;
      assert.ok(!(isOffered && path === 'leads'), 'leads are not saved by the browser');
      if (!isOffered) continue;
      await page.getByRole('button', { name: 'Columns' }).click();
      for (const box of await page.getByRole('dialog').getByRole('checkbox').all()) await box.check();
      await page.keyboard.press('Escape');
      const [header = ''] = await csvOf(page);
      assert.ok(header.startsWith('"'), `${path}: ${header}`);
      saved += 1;
    }
    assert.ok(saved > 1);
    assert.equal(await page.locator('style:not([nonce])').count(), 0, 'no style without the nonce');
    assert.deepEqual(visit.faults, []);
    await visit.close();
  });
