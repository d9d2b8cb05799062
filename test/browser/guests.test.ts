import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openPortals, type Portals, type SignedVisit } from '../kit/portals.ts';
import { idOf } from '../kit/portal-ids.ts';
import { portalPages } from '../kit/portal-pages.ts';

let portals: Portals;
before(async () => {
  portals = await openPortals();
});
after(async () => {
  await portals.stop();
  assert.deepEqual(portals.app.problems, []);
});

const REASON = 'Ticket 4711: a lead is said to be missing.';

/** Enters the tenant as people do: by the page of the organization, with a reason. */
async function enter(lead?: string): Promise<SignedVisit> {
  const visit = await portals.visit('superadmin');
  const { page } = visit;
  await visit.open(`/installation/tenants/${portals.tenantId}`);
  await page.getByRole('button', { name: 'Look into this organization' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Reason', { exact: true }).fill(REASON);
  if (lead !== undefined) await dialog.getByLabel('Number of the lead').fill(lead);
  await dialog.getByRole('button', { name: 'Enter', exact: true }).click();
  return visit;
}

/** Visits every page that a guest may see: the banner stands on each, and nothing is refused. */
async function lookAround(visit: SignedVisit, banner: string): Promise<void> {
  const { page } = visit;
  const { permissions } = await page.evaluate<{ permissions: string[] }>(
    `fetch('/api/v1/auth').then((answer) => answer.json()).then(({ data }) => data)`,
  );
  const { base, pages } = await portalPages('admin');
  const open = pages.filter(
    ({ path, permission }) => permission && permissions.includes(permission) && !/lead/i.test(path),
  );
  assert.ok(open.length > 8);
  for (const { path } of open) {
    const address = `${base}/${path}`.replaceAll(/\$(\w+)/g, (_, name: string) => idOf(portals, name));
    await visit.open(address);
    assert.equal(new URL(page.url()).pathname, address);
    await page.getByText(banner).waitFor();
    assert.deepEqual(visit.faults.splice(0), [], address);
    const writes = await page
      .getByRole('main')
      .getByRole('button', { name: /^(edit|save|pause|make|add|remove|delete|post|renew|link|activate|test)\b/i })
      .allTextContents();
    assert.deepEqual(writes, [], `${address} offers what writes`);
  }
}

test('a guest lands on a page that is open, sees no lead, is told so on every page, and leaves', async () => {
  const visit = await enter();
  const { page } = visit;
  await page.waitForURL((url) => url.pathname === '/admin/leads');
  await page.getByText('You are a guest of Acme Leads').waitFor();
  await page.getByText(/^(29|30) minutes left$/).waitFor();
  await page.getByText('No lead is open to you').waitFor();
  assert.deepEqual(visit.faults.splice(0), []);
  await lookAround(visit, 'You are a guest of Acme Leads');
  await visit.open('/admin/settings/users');
  await page.getByRole('heading', { name: 'This page is not for your role' }).waitFor();
  await page.getByRole('link', { name: 'Go to your first page' }).click();
  await page.waitForURL((url) => url.pathname === '/admin/leads');
  assert.deepEqual(visit.faults, [], 'and nothing was asked that is refused');
  await page.getByRole('button', { name: 'Leave' }).click();
  await page.waitForURL((url) => url.pathname === '/installation');
  assert.equal(await page.getByText('You are a guest of').count(), 0);

  const owner = await portals.visit('compliance');
  await owner.open('/admin/compliance/guests');
  await owner.page.getByText(REASON).first().waitFor();
  for (const action of ['tenant.enter', 'tenant.leave']) {
    const told = await owner.client.get(`/api/v1/audit-logs?action=${action}&limit=1`);
    assert.equal(told.json.data.length, 1, action);
  }
  await owner.close();
  await visit.close();
});

test('a broken glass opens the one lead of that number; a number that is none is said at its field', async () => {
  const { admin, leadId } = portals;
  const { shortId } = (await admin.get(`/api/v1/leads/${leadId}`)).json.data;
  const other = (await portals.market.post()).json.data.shortId;
  const visit = await enter('L-999999');
  const { page } = visit;
  const dialog = page.getByRole('dialog');
  await dialog.getByText('This organization has no such lead').waitFor();
  assert.equal(await dialog.getByLabel('Number of the lead').getAttribute('aria-invalid'), 'true');
  visit.faults.length = 0;
  await dialog.getByLabel('Number of the lead').fill(shortId.toLowerCase());
  await dialog.getByRole('button', { name: 'Enter', exact: true }).click();
  await page.waitForURL((url) => url.pathname === '/admin/leads');
  const banner = 'You broke the glass for one lead of Acme Leads';
  await page.getByText(banner).waitFor();
  await page.getByRole('button', { name: `Open Lead ${shortId}` }).waitFor();
  assert.equal(await page.locator('tbody tr').count(), 1);
  await visit.open(`/admin/leads/${shortId}`);
  await page.getByText('A•••', { exact: true }).waitFor();
  assert.deepEqual(visit.faults.splice(0), []);
  await lookAround(visit, banner);
  await visit.open(`/admin/leads/${other}`);
  await page.getByText('There is no such record here').waitFor();
  visit.faults.length = 0;
  await page.getByRole('button', { name: 'Leave' }).click();
  await page.waitForURL((url) => url.pathname === '/installation');
  await visit.close();
});
