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

test('a fee and a payment are booked upon a buyer, each after it was said what changes', async () => {
  const { page } = visit;
  const { id } = await made(portals.admin, '/api/v1/buyers', { name: 'Paying practice' });
  await visit.open(`/admin/buyers/${id}`);
  await page.getByText('Nothing was booked by hand yet.').waitFor();
  const book = async (what: string, amount: string, reason: string): Promise<Locator> => {
    await button(page, 'Book a payment or correction').click();
    const dialog = page.getByRole('dialog', { name: 'Book a payment or correction' });
    await dialog.getByRole('combobox', { name: 'What is booked', exact: true }).click();
    await page.getByRole('option', { name: what, exact: true }).click();
    await box(dialog, 'Amount').fill(amount);
    await box(dialog, 'Reason').fill(reason);
    await button(dialog, 'Book').click();
    return page.getByRole('dialog', { name: 'What changes' });
  };
  const changes = await book('A fee: it owes more', '40', 'Set-up');
  await changes.getByText('It owes $0.00 now, and $40.00 then.').waitFor();
  await button(changes, 'Save').click();
  await page.getByText('It is booked').waitFor();
  await page.getByText('Owes $40.00, without a credit limit').waitFor();
  await button(await book('A payment: it owes less', '55.50', 'By transfer'), 'Save').click();
  await page.getByText('Has paid $15.50 ahead').waitFor();
  const rows = page.getByRole('table', { name: 'Payments and corrections' }).getByRole('row');
  await rows.filter({ hasText: 'By transfer' }).waitFor();
  assert.match(await rows.nth(1).innerText(), /Payment\s+\(\$55\.50\)\s+By transfer/);
  assert.match(await rows.nth(2).innerText(), /Fee\s+\$40\.00\s+Set-up/);
  const balance = await portals.admin.get(`/api/v1/buyers/${id}/balance`);
  assert.equal(balance.json.data.balance, '-15.50');
});

test('nothing is booked without an amount and a reason', async () => {
  const { page } = visit;
  await button(page, 'Book a payment or correction').click();
  const dialog = page.getByRole('dialog', { name: 'Book a payment or correction' });
  await box(dialog, 'Amount').fill('0');
  await button(dialog, 'Book').click();
  await dialog.getByText('An amount above zero, such as 15.00').waitFor();
  await dialog.getByText('This is needed').waitFor();
  await box(dialog, 'Amount').fill('');
  await button(dialog, 'Cancel').click();
  await dialog.waitFor({ state: 'hidden' });
});
