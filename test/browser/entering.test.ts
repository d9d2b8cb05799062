import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openPortals, type Portals, type SignedVisit } from '../kit/portals.ts';

let portals: Portals;
let visit: SignedVisit;
before(async () => {
  portals = await openPortals();
  visit = await portals.visit('owner');
});
after(async () => {
  await portals.stop();
  assert.deepEqual(visit.faults, []);
  assert.deepEqual(portals.app.problems, []);
});

/** Entered by the first test. */
let leadId = '';

test('a lead is entered by hand: what is wrong is said at its field, and what is right is sold at once', async () => {
  const { page } = visit;
  const { market } = portals;
  await visit.open('/admin/leads');
  await page.getByRole('link', { name: 'Enter a lead', exact: true }).first().click();
  await page.waitForURL((url) => url.pathname === '/admin/leads/new');
  const fill = (name: string, text: string) => page.getByRole('textbox', { name, exact: true }).fill(text);
  const enter = () => page.getByRole('button', { name: 'Enter the lead', exact: true }).click();
  await enter();
  await page.getByText('This is needed').waitFor();
  await page.getByRole('combobox', { name: 'Campaign' }).click();
  await page.getByRole('option').first().click();
  const lead = market.lead();
  for (const [label, name] of [
    ['First name', 'firstName'],
    ['Last name', 'lastName'],
    ['E-mail', 'email'],
    ['State', 'state'],
    ['ZIP code', 'zipCode'],
  ] as const)
    await fill(label, String(lead[name]));
  await fill('Phone', '123');
  await page.getByRole('checkbox', { name: 'Has agreed to be contacted (TCPA)' }).check();
  await enter();
  await page.locator('[aria-invalid="true"]').first().waitFor();
  assert.ok(visit.faults.splice(0).includes('400: /api/v1/leads'));
  assert.equal(new URL(page.url()).pathname, '/admin/leads/new');
  await fill('Phone', String(lead['phone']));
  await enter();
  await page.getByText('The lead is sold').waitFor();
  await page.waitForURL((url) => /^\/admin\/leads\/[0-9a-f-]{36}$/.test(url.pathname));
  leadId = new URL(page.url()).pathname.split('/').at(-1) ?? '';
  const read = (await portals.admin.get(`/api/v1/leads/${leadId}`)).json.data;
  assert.deepEqual([read.status, read.lastName], ['sold', lead['lastName']]);
});

test('name and e-mail of a lead are corrected after it was said what they become, and the rest stays', async () => {
  const { page } = visit;
  const was = (await portals.admin.get(`/api/v1/leads/${leadId}`)).json.data;
  await visit.open(`/admin/leads/${leadId}`);
  await page.getByRole('button', { name: 'Correct name, e-mail or phone', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: 'Correct name, e-mail or phone' });
  await dialog.getByRole('button', { name: 'Correct', exact: true }).click();
  await dialog.getByText('Say at least one that is wrong.').waitFor();
  await dialog.getByRole('textbox', { name: 'Last name', exact: true }).fill('Winterbourne-Hale');
  await dialog.getByRole('textbox', { name: 'E-mail', exact: true }).fill('no address');
  await dialog.getByRole('button', { name: 'Correct', exact: true }).click();
  const changes = page.getByRole('dialog', { name: 'What changes' });
  await changes.getByText('Winterbourne-Hale').waitFor();
  await changes.getByRole('button', { name: 'Save', exact: true }).click();
  await dialog.locator('[aria-invalid="true"]').waitFor();
  assert.ok(visit.faults.splice(0).includes(`400: /api/v1/leads/${leadId}`));
  await dialog.getByRole('textbox', { name: 'E-mail', exact: true }).fill('hale@winterbourne.example');
  await dialog.getByRole('button', { name: 'Correct', exact: true }).click();
  await changes.getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByText('Corrected', { exact: true }).waitFor();
  const read = (await portals.admin.get(`/api/v1/leads/${leadId}`)).json.data;
  assert.deepEqual([read.lastName, read.email], ['Winterbourne-Hale', 'hale@winterbourne.example']);
  assert.deepEqual([read.firstName, read.phone], [was.firstName, was.phone]);
});
