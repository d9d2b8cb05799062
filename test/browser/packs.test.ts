import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Locator, Page } from 'playwright-core';
import { openPortals, type Portals, type Visit } from '../kit/portals.ts';
import { made } from '../kit/refusals.ts';

let portals: Portals;
let visit: Visit;
before(async () => {
  portals = await openPortals();
  visit = await portals.visit('owner');
});
after(async () => {
  await portals.stop();
  assert.deepEqual(visit.faults, []);
  assert.deepEqual(portals.app.problems, []);
});

const box = (on: Page | Locator, name: string): Locator => on.getByRole('textbox', { name, exact: true });
const button = (on: Page | Locator, name: string): Locator => on.getByRole('button', { name, exact: true });

test('leads are sold in advance after it was said what the buyer owes, and what is left is a bar', async () => {
  const { page } = visit;
  const { id } = await made(portals.admin, '/api/v1/buyers', { name: 'Prepaying practice' });
  await visit.open(`/admin/buyers/${id}`);
  await page.getByText('No pack yet: this buyer owes each lead when it is sold.').waitFor();
  await button(page, 'Sell a pack').click();
  const dialog = page.getByRole('dialog', { name: 'Sell a pack' });
  await button(dialog, 'Sell').click();
  await dialog.getByText('This is needed').first().waitFor();
  await box(dialog, 'Leads').fill('50');
  await box(dialog, 'Price of a lead').fill('12.10');
  await button(dialog, 'Sell').click();
  const changes = page.getByRole('dialog', { name: 'What changes' });
  await changes.getByText('The buyer owes $605.00 for it at once.').waitFor();
  await button(changes, 'Save').click();
  await page.getByText('The pack is sold').waitFor();
  await page.getByText('Owes $605.00, without a credit limit').waitFor();
  const bar = page.getByRole('progressbar', { name: 'Leads left, All its contracts' });
  assert.equal(await bar.getAttribute('aria-valuenow'), '50');
  await page.getByText('50 of 50 left').waitFor();
});

test('a pack is closed after it was said what is given back', async () => {
  const { page } = visit;
  await button(page, 'Close the pack of All its contracts').click();
  const dialog = page.getByRole('dialog', { name: 'Close the pack of All its contracts' });
  await dialog.getByText('the buyer owes $605.00 less').waitFor();
  await button(dialog, 'Close the pack of All its contracts').click();
  await page.getByText('The pack is closed').waitFor();
  await page.getByText('Closed, $605.00 given back').waitFor();
  await page.getByText('Owes nothing').waitFor();
});
