import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Locator, Page } from 'playwright-core';
import { startVendorSimulator, type VendorSimulator } from '../../src/entry/demo/vendor-simulator.ts';
import { seriousFaults } from '../kit/look-over.ts';
import { openPortals, type Portals, type SignedVisit } from '../kit/portals.ts';

let portals: Portals;
let visit: SignedVisit;
let vendor: VendorSimulator;
before(async () => {
  portals = await openPortals();
  const pair = await portals.app.certificate.issue(['localhost', '127.0.0.1']);
  const tls = { cert: pair.certPem, key: pair.keyPem };
  vendor = await startVendorSimulator({ tls, host: '127.0.0.1', port: 0 });
  visit = await portals.visit('owner');
});
after(async () => {
  await portals.stop();
  await vendor.stop();
  assert.deepEqual(portals.app.problems, []);
  assert.deepEqual(visit.faults, []);
});

const box = (on: Page | Locator, name: string): Locator => on.getByRole('textbox', { name, exact: true });
const button = (on: Page | Locator, name: string): Locator => on.getByRole('button', { name, exact: true });

async function choose(on: Page | Locator, name: string, option: string): Promise<void> {
  await on.getByRole('combobox', { name, exact: true }).click();
  await visit.page.getByRole('option', { name: option, exact: true }).click();
}

async function saveChanges(on: Page | Locator, said: string): Promise<void> {
  await button(on, 'Save').click();
  const dialog = visit.page.getByRole('dialog', { name: 'What changes' });
  await dialog.getByText(said).first().waitFor();
  await button(dialog, 'Save').click();
  await dialog.waitFor({ state: 'detached' });
}

test('a vendor is added, tried with a number of nobody, and what changes of it is told first', async () => {
  const { page } = visit;
  await visit.open('/admin/compliance/checks');
  await page.getByText('No vendors yet').waitFor();
  await button(page, 'Add a vendor').first().click();
  const dialog = page.getByRole('dialog');
  await box(dialog, 'Name').fill('List House');
  await box(dialog, 'Address').fill('http://lists.example.com');
  await dialog.getByLabel('Secret', { exact: true }).fill('a-long-secret');
  await button(dialog, 'Add a vendor').click();
  await dialog.getByText('Vendors are asked over HTTPS only').waitFor();
  visit.faults.length = 0;
  await box(dialog, 'Address').fill(vendor.url);
  await button(dialog, 'Add a vendor').click();
  await page.getByText('Added').waitFor();

  await page.getByRole('button', { name: /^Open List House/ }).click();
  const panel = page.getByRole('dialog', { name: 'List House' });
  assert.equal(await panel.getByLabel('Secret', { exact: true }).inputValue(), '');
  await button(panel, 'Try it').click();
  await panel.getByText('Clear: Nothing stands against it.').waitFor();
  await box(panel, 'Number or address of nobody').fill('(212) 555-0199');
  await button(panel, 'Try it').click();
  await panel.getByText('Listed: The vendor has the contact on its list.').waitFor();
  await box(panel, 'Use an answer again for (days)').fill('7');
  await saveChanges(panel, '30');
  const [kept] = (await portals.admin.get('/api/v1/check-vendors')).json.data;
  assert.deepEqual([kept.cacheDays, kept.hasSecret], [7, true]);
  assert.deepEqual(
    vendor.received().map(({ authorization }) => authorization),
    ['Bearer a-long-secret', 'Bearer a-long-secret'],
  );
});

test('a campaign asks the vendor, a listed contact is refused, and the answer stands beside the lead', async () => {
  const { page } = visit;
  const { campaignId } = portals.market;
  await visit.open(`/admin/partners/campaigns/${campaignId}`);
  await page.getByText('Nobody is asked about leads of this campaign.').waitFor();
  await button(page, 'Edit: Checks before routing').click();
  await choose(page, 'List House', 'Asked; without an answer the lead is refused');
  await saveChanges(page, 'List House');
  await page.getByText('The checks are saved').waitFor();
  await page.getByText('List House · Do-not-call lists').waitFor();

  const listed = await portals.market.post(portals.market.lead({ phone: '2125550199' }));
  assert.equal(listed.json.msg, 'On a do-not-call list', listed.text);
  const sold = await portals.market.post();
  assert.equal(sold.json.data.status, 'sold', sold.text);
  await visit.open(`/admin/leads/${sold.json.leadId}`);
  await page.getByText('List House · Do-not-call lists · Clear').waitFor();
  await page.getByText(/Reference v-\d+/).waitFor();
  vendor.control({ behaviour: 'status_500' });
  const refused = await portals.market.post();
  assert.match(refused.json.msg, /gave no answer/);
});

test('the log shows what was asked and said, narrowed to a lead from its page, and names nobody', async () => {
  const { page } = visit;
  vendor.control({ behaviour: 'clear' });
  const lead = portals.market.lead();
  const sold = await portals.market.post(lead);
  await visit.open(`/admin/leads/${sold.json.leadId}`);
  await page.getByRole('link', { name: 'In the check log' }).click();
  const table = page.getByRole('table', { name: 'Check log' });
  await table.getByRole('cell', { name: 'Clear', exact: true }).waitFor();
  assert.equal(await table.getByRole('row').count(), 2);
  await table.getByRole('button', { name: /^Open / }).click();
  const panel = page.getByRole('dialog');
  await panel.getByText('Nothing stands against it.').waitFor();
  await panel.getByText('The lead is refused').waitFor();
  await panel.getByRole('link', { name: 'Open the lead' }).click();
  await page.getByText('List House · Do-not-call lists · Clear').waitFor();
  await visit.open('/admin/compliance/check-log');
  await table.getByRole('cell', { name: 'Listed', exact: true }).waitFor();
  await choose(page, 'Outcome', 'Error');
  await table.getByRole('cell', { name: 'Listed', exact: true }).waitFor({ state: 'detached' });
  assert.equal(await table.getByRole('row').count(), 2);
  await choose(page, 'Posts', 'Refused ones');
  await choose(page, 'Vendor', 'List House');
  await page.waitForURL(/refused=true.*vendorId=|vendorId=.*refused=true/);
  const seen = await page.locator('body').innerText();
  for (const value of [lead['phone'], lead['email'], '2125550199', '5550199'])
    assert.ok(!seen.includes(String(value)), 'a contact stands in the log');
  assert.deepEqual(await seriousFaults(page), []);
});

test('who may only look sees the checks, and no way to change them', async () => {
  const other = await portals.visit('analyst');
  await other.open('/admin/compliance/checks');
  await other.page.getByRole('button', { name: /^Open List House/ }).click();
  await other.page.getByRole('dialog', { name: 'List House' }).getByText('Do-not-call lists').waitFor();
  assert.equal(await button(other.page, 'Try it').count(), 0);
  await other.open(`/admin/partners/campaigns/${portals.market.campaignId}`);
  await other.page.getByText('List House · Do-not-call lists').waitFor();
  assert.equal(await button(other.page, 'Edit: Checks before routing').count(), 0);
  assert.deepEqual(other.faults, []);
});
