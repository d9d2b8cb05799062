import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Locator, Page } from 'playwright-core';
import { openPortals, type Portals, type SignedVisit } from '../kit/portals.ts';

let portals: Portals;
let visit: SignedVisit;
before(async () => {
  portals = await openPortals();
  visit = await portals.visit('owner');
});
after(async () => {
  await portals.stop();
  assert.deepEqual(portals.app.problems, []);
  assert.deepEqual(visit.faults, []);
});

const box = (on: Page | Locator, name: string): Locator => on.getByRole('textbox', { name, exact: true });
const button = (on: Page | Locator, name: string): Locator => on.getByRole('button', { name, exact: true });

async function choose(on: Page | Locator, name: string, option: string): Promise<void> {
  await on.getByRole('combobox', { name, exact: true }).click();
  await visit.page.getByRole('option', { name: option, exact: true }).click();
}

test('a contact is listed for one buyer, is found by a check of nobody else, and is taken off again', async () => {
  const { page } = visit;
  await visit.open('/admin/compliance/suppression');
  await page.getByText('Nobody is listed').waitFor();
  await button(page, 'Add a contact').first().click();
  const dialog = page.getByRole('dialog');
  await box(dialog, 'E-mail address, phone number, or its hash').fill('(512) 555-0147');
  await choose(dialog, 'Holds for', 'One buyer');
  await button(dialog, 'Add').click();
  await dialog.getByText('This is needed').waitFor();
  await dialog.getByRole('combobox', { name: 'Buyer' }).click();
  await page.getByRole('option').first().click();
  await box(dialog, 'Name of the list').fill('Asked by the buyer');
  await button(dialog, 'Add').click();
  await page.getByText('The contact is listed').first().waitFor();
  const row = page.getByRole('row').filter({ hasText: '•••••47' });
  await row.getByText('Asked by the buyer').waitFor();
  assert.ok(!(await page.content()).includes('555-0147'));

  await box(page, 'E-mail address or phone number').fill('5125550147');
  await button(page, 'Check').click();
  await page.getByText('Not listed for everybody').waitFor();
  assert.ok(!page.url().includes('0147'));
  await row.getByRole('button', { name: 'Take the contact off the list' }).click();
  await button(page.getByRole('dialog'), 'Take the contact off the list').click();
  await page.getByText('Nobody is listed').waitFor();
});

test('a list comes in with its progress, and says of each line that it refused why', async () => {
  const { page } = visit;
  const lead = portals.market.lead();
  await visit.open('/admin/compliance/suppression');
  await button(page, 'Import a list').click();
  const dialog = page.getByRole('dialog');
  await button(dialog, 'Import').click();
  await dialog.getByText('There are no lines').waitFor();
  const lines = Array.from({ length: 6000 }, (_, index) => `+1303${2_000_000 + index}`);
  const text = [String(lead['email']), 'nonsense', ...lines].join('\n');
  await dialog.locator('input[type="file"]').setInputFiles({
    name: 'list.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(text),
  });
  await box(dialog, 'Name of the list').fill('October');
  await button(dialog, 'Import').click();
  await dialog.getByText('6,001 added, 0 listed already, 1 refused').waitFor();
  await dialog.getByRole('row').filter({ hasText: '2' }).getByText('Send a valid number').waitFor();
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    button(dialog, 'Save the report as a file').click(),
  ]);
  assert.equal(file.suggestedFilename(), 'refused-lines.csv');
  await button(dialog, 'Close').last().click();
  await page.getByText('October').first().waitFor();

  await box(page, 'E-mail address or phone number').fill(String(lead['email']));
  await button(page, 'Check').click();
  await page.getByText('Listed: October').waitFor();
  assert.equal((await portals.market.post(lead)).json.msg, 'Suppressed contact');
});

test('addresses, numbers and referrers are blocked each in their own list, and unblocked', async () => {
  const { page } = visit;
  await visit.open('/admin/compliance/blocked');
  await button(page, 'Block addresses').click();
  const dialog = page.getByRole('dialog');
  await box(dialog, 'Address or block').fill('198.51.100.7/24');
  await button(dialog, 'Block addresses').click();
  await dialog.getByText('The block does not begin with this address').waitFor();
  visit.faults.length = 0;
  await box(dialog, 'Address or block').fill('198.51.100.0/24');
  await box(dialog, 'Why').fill('Robots');
  await button(dialog, 'Block addresses').click();
  await page.getByRole('row').filter({ hasText: '198.51.100.0/24' }).getByText('Robots').waitFor();
  const blocked = await portals.market.post(portals.market.lead({ ipAddress: '198.51.100.9' }));
  assert.equal(blocked.json.msg, 'Blocked IP address');

  await page.getByRole('tab', { name: 'Phone numbers' }).click();
  await button(page, 'Block a number').click();
  await box(dialog, 'Phone number').fill('5125550188');
  await button(dialog, 'Block a number').click();
  await page.getByRole('row').filter({ hasText: '•••••88' }).waitFor();

  await page.getByRole('tab', { name: 'Referrers' }).click();
  await button(page, 'Block a referrer').click();
  await box(dialog, 'Host or beginning of an address').fill('https://www.bad.example/win?x=1');
  await button(dialog, 'Block a referrer').click();
  await page.getByRole('row').filter({ hasText: 'bad.example/win' }).waitFor();
  await button(page, 'Unblock bad.example/win').click();
  await button(page.getByRole('dialog'), 'Unblock bad.example/win').click();
  await page.getByText('No referrer is blocked').waitFor();
});

/** Saves a form that tells first what changes. */
async function saveChanges(page: Page, said: string): Promise<void> {
  await button(page, 'Save').click();
  await button(page.getByRole('dialog', { name: 'What changes' }), 'Save').click();
  await page.getByText(said).first().waitFor();
}

test('what makes a duplicate is said in the forms of the vertical, the offer, the buyer and the contract', async () => {
  const { page } = visit;
  const { verticalId, offerId, buyers } = portals.market;
  const [buyer] = buyers;
  assert.ok(buyer);
  await visit.open(`/admin/verticals/${verticalId}`);
  await button(page, 'Edit: About').click();
  await page.getByRole('radio', { name: 'All of these fields' }).check();
  await box(page, 'Within so many days').fill('366');
  await button(page, 'Save').click();
  await box(page, 'Within so many days').fill('60');
  await page.getByRole('checkbox', { name: 'Only earlier leads that a buyer has kept' }).check();
  await saveChanges(page, 'The vertical is saved');

  await visit.open(`/admin/offers/${offerId}`);
  await button(page, 'Edit: About').click();
  await choose(page, 'Compared with', 'Leads of this offer alone');
  await box(page, 'Within so many days').fill('7');
  await saveChanges(page, 'The offer is saved');
  await page.getByText('Leads of this offer alone, 7 days').waitFor();

  await visit.open(`/admin/buyers/${buyer.buyerId}/edit`);
  await page.getByRole('checkbox', { name: 'Spare it people whom it has bought before' }).check();
  await box(page, 'Within so many days').fill('90');
  await saveChanges(page, 'The buyer is saved');
  await page.getByText('Not within 90 days').waitFor();

  await visit.open(`/admin/buyers/contracts/${buyer.contractId}/edit`);
  await choose(page, 'People whom the buyer has bought before', 'Again, whatever the buyer says');
  await saveChanges(page, 'The contract is saved');

  const one = async (path: string) => (await portals.admin.get(`/api/v1/${path}`)).json.data;
  const vertical = await one(`verticals/${verticalId}`);
  assert.deepEqual([vertical.dedupMatch, vertical.dedupWindowDays, vertical.dedupSoldOnly], ['all', 60, true]);
  const offer = await one(`offers/${offerId}`);
  assert.deepEqual([offer.dedupEnabled, offer.dedupWindowDays, offer.dedupScope], [null, 7, 'offer']);
  const rules = await one(`buyers/${buyer.buyerId}`);
  assert.deepEqual([rules.dedupEnabled, rules.dedupFields, rules.dedupWindowDays], [true, ['email', 'phone'], 90]);
  const contract = await one(`contracts/${buyer.contractId}`);
  assert.deepEqual([contract.dedupEnabled, contract.dedupWindowDays], [false, null]);
});
