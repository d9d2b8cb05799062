import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Page } from 'playwright-core';
import { openPortals, type Portals } from '../kit/portals.ts';

let portals: Portals;
before(async () => {
  portals = await openPortals();
  for (let posted = 0; posted < 60; posted += 1) await portals.market.post();
});
after(async () => {
  await portals.stop();
  assert.deepEqual(portals.app.problems, []);
});

const PERSON = { firstName: 'Ottoline', lastName: 'Quillfeather' };

/** A lead with a name that stands nowhere else; gives its short id. */
async function postPerson(): Promise<string> {
  const answer = await portals.market.post(portals.market.lead(PERSON));
  assert.equal(answer.json.result, 'success', answer.text);
  return answer.json.data.shortId;
}

test('a lead is masked until somebody gives a reason, and again when the window is hidden', async () => {
  const shortId = await postPerson();
  const visit = await portals.visit('owner');
  const { page } = visit;
  await visit.open('/admin/leads');
  await page.getByRole('button', { name: `Open Lead ${shortId}` }).click();
  await page.getByRole('link', { name: 'Open the whole page' }).click();
  await page.getByRole('heading', { name: `Lead ${shortId}` }).waitFor();
  await page.getByText('O•••', { exact: true }).waitFor();
  const bodies = await Promise.all(visit.answers);
  assert.ok(bodies.length > 3 && !bodies.some((body) => body.includes(PERSON.lastName)), 'not even in an answer');

  await page.getByRole('button', { name: 'Reveal' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Reason').fill('The buyer asked about the name, ticket 4711');
  await dialog.getByRole('button', { name: 'Reveal' }).click();
  await page.getByText(PERSON.lastName).waitFor();
  await page.getByText('Shown and recorded').waitFor();
  assert.ok(!(await page.title()).includes(PERSON.lastName));
  assert.ok(!page.url().includes(PERSON.lastName));
  await page.getByRole('button', { name: 'Mask now' }).click();
  await page.getByText(PERSON.lastName).waitFor({ state: 'detached' });

  const trail = await visit.client.get('/api/v1/reveals');
  assert.equal(trail.json.data[0].reason, 'The buyer asked about the name, ticket 4711');
  assert.deepEqual(visit.faults, []);
  await visit.close();
});

test('filters and pages stand in the address: reload, the way back and a copied link show the same', async () => {
  const visit = await portals.visit('analyst');
  const { page } = visit;
  await visit.open('/admin/leads');
  const leadIn = async (of: Page): Promise<string | undefined> =>
    /L-\d+/.exec((await of.locator('tbody tr').first().textContent()) ?? '')?.[0];
  const firstRow = () => leadIn(page);
  const newest = await firstRow();
  await page.getByRole('combobox', { name: 'Status' }).click();
  await page.getByRole('option', { name: 'Sold' }).click();
  await page.waitForURL(/status=sold/);
  await page.getByRole('button', { name: 'Next' }).click();
  await page.waitForURL(/position=/);
  await page.locator('[data-stale]').waitFor({ state: 'detached' });
  const deep = await firstRow();
  assert.notEqual(deep, newest);
  const link = page.url();

  await page.reload();
  await page.locator('tbody tr').first().waitFor();
  assert.equal(await firstRow(), deep, 'after a reload');
  const other = await portals.visit('admin');
  await other.open(link.slice(portals.app.baseUrl.length));
  assert.equal(await leadIn(other.page), deep, 'by a link');
  await other.close();

  await page.goBack();
  await page.waitForURL((url) => !url.search.includes('position'));
  await page.locator('[data-stale]').waitFor({ state: 'detached' });
  assert.equal(await firstRow(), newest, 'and the way back');
  await visit.close();
});

test('a session that ends elsewhere leads to the door, and back to the page after signing in', async () => {
  const visit = await portals.visit('owner');
  const { page } = visit;
  await visit.open('/admin/leads?status=sold');
  assert.equal((await visit.client.post('/api/v1/auth/sign-out')).status, 200);
  await page.getByRole('button', { name: 'Refresh' }).click();
  await page.waitForURL((url) => url.pathname === '/sign-in');
  await page.getByText('Your session is over').waitFor();
  assert.equal(new URL(page.url()).searchParams.get('back'), '/admin/leads?status=sold');
  assert.equal(await page.locator('tbody tr').count(), 0, 'nothing of what was seen stays');
  await visit.close();
});

test('the main job is done by keyboard alone: search, open a lead, read why', async () => {
  const visit = await portals.visit('owner');
  const { page } = visit;
  await visit.open('/admin');
  await page.keyboard.press('Tab');
  assert.equal(await page.locator(':focus').textContent(), 'Skip to the page');
  await page.keyboard.press('Control+k');
  const palette = page.locator('input[placeholder="A page, or a lead by its id"]:focus');
  await palette.waitFor();
  await page.keyboard.type('L-1001');
  await page.getByRole('button', { name: /Open lead L-1001/ }).waitFor();
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Lead L-1001' }).waitFor();
  await page.getByText(/won at .* and accepted the lead/).waitFor();
  await page.keyboard.press('Control+k');
  await palette.waitFor();
  await page.keyboard.type('Leads');
  await page.getByRole('button', { name: /Leads/ }).first().waitFor();
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Leads', exact: true }).waitFor();
  const opener = page.getByRole('button', { name: /^Open Lead L-/ }).first();
  await opener.focus();
  await page.keyboard.press('Enter');
  await page.getByRole('dialog').waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  assert.deepEqual(visit.faults, []);
  await visit.close();
});

test('an analyst sees no value of a person in clear, on no page and in no answer', async () => {
  const shortId = await postPerson();
  const visit = await portals.visit('analyst');
  await visit.open('/admin/leads?columns=lead,name,email,phone');
  await visit.open(`/admin/leads/${shortId}`);
  assert.equal(await visit.page.getByRole('button', { name: 'Reveal' }).count(), 0);
  const bodies = await Promise.all(visit.answers);
  for (const value of Object.values(PERSON)) assert.ok(!bodies.some((body) => body.includes(value)), value);
  assert.deepEqual(visit.faults, []);
  await visit.close();
});

test('what fails says what happened, its code and what to do, and can be tried again', async () => {
  const visit = await portals.visit('owner');
  const { page } = visit;
  await page.route('**/api/v1/leads?*', (route) => route.abort());
  await page.goto(`${portals.app.baseUrl}/admin/leads`);
  await page.getByText('Careroute cannot be reached').waitFor();
  await page.getByText('UNREACHABLE').waitFor();
  await page.unroute('**/api/v1/leads?*');
  await page.getByRole('button', { name: 'Try again' }).click();
  await page.locator('tbody tr').first().waitFor();
  await visit.close();
});
