import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openPortals, type Portals } from '../kit/portals.ts';

let portals: Portals;
before(async () => {
  portals = await openPortals();
});
after(async () => {
  await portals.stop();
  assert.deepEqual(portals.app.problems, []);
});

test('compliance lands on Today, and finds in the audit trail who did what', async () => {
  const visit = await portals.visit('compliance');
  const { page } = visit;
  await visit.open('/');
  await page.waitForURL((url) => url.pathname === '/admin');
  await page.getByRole('link', { name: 'Compliance' }).click();
  await page.getByRole('heading', { name: 'Audit trail' }).waitFor();
  await page.locator('tbody tr').first().waitFor();
  assert.deepEqual(visit.faults, []);
  await visit.close();
});

test('support finds a lead, and reads why it went where it went', async () => {
  const visit = await portals.visit('support');
  const { page } = visit;
  await visit.open('/');
  await page.waitForURL((url) => url.pathname === '/admin');
  await page.getByRole('link', { name: 'Leads', exact: true }).click();
  await page
    .getByRole('button', { name: /^Open Lead L-/ })
    .first()
    .click();
  await page.getByRole('link', { name: 'Open the whole page' }).click();
  await page.getByText(/won at .* and accepted the lead/).waitFor();
  await page.getByRole('button', { name: 'Reveal' }).waitFor();
  assert.deepEqual(visit.faults, []);
  await visit.close();
});

test('a superadmin lands on the installation, and finds an organization with the way in', async () => {
  const visit = await portals.visit('superadmin');
  const { page } = visit;
  await visit.open('/');
  await page.waitForURL((url) => url.pathname === '/installation');
  await visit.open(`/installation/tenants/${portals.tenantId}`);
  await page.getByRole('heading', { name: 'Acme Leads' }).waitFor();
  await page.getByRole('button', { name: 'Look into this organization' }).waitFor();
  assert.deepEqual(visit.faults, []);
  await visit.close();
});

test('a page without permission says so, and leads to the first one that is open', async () => {
  const visit = await portals.visit('support');
  await visit.open('/admin/settings/users');
  await visit.page.getByRole('heading', { name: 'This page is not for your role' }).waitFor();
  await visit.page.getByRole('link', { name: 'Go to your first page' }).click();
  await visit.page.waitForURL((url) => url.pathname === '/admin');
  assert.deepEqual(visit.faults, []);
  await visit.close();
});
