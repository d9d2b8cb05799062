import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Locator, Page } from 'playwright-core';
import { overhang, seriousFaults } from '../kit/look-over.ts';
import { openPortals, type Portals, type SignedVisit } from '../kit/portals.ts';
import { made } from '../kit/refusals.ts';

let portals: Portals;
let visit: SignedVisit;
before(async () => {
  portals = await openPortals();
  const { admin, market } = portals;
  const plan = { name: 'plan', label: 'Plan', fieldType: 'select', options: ['PPO', 'HMO', 'EPO'], phiClass: 'other' };
  await made(admin, `/api/v1/verticals/${market.verticalId}/custom-fields`, plan);
  await made(admin, `/api/v1/verticals/${market.verticalId}/custom-fields`, {
    name: 'income',
    label: 'Income',
    fieldType: 'number',
    phiClass: 'other',
  });
  for (const more of [
    { state: 'CA', zipCode: '90210', plan: 'PPO', income: 20_000 },
    { state: 'CA', zipCode: '94105', plan: 'HMO', income: 90_000 },
  ])
    assert.equal((await market.post(market.lead(more))).json.result, 'success');
  visit = await portals.visit('owner');
});
after(async () => {
  await portals.stop();
  assert.deepEqual(visit.faults, []);
  assert.deepEqual(portals.app.problems, []);
});

const box = (on: Page | Locator, name: string): Locator => on.getByRole('textbox', { name, exact: true });
const button = (on: Page | Locator, name: string): Locator => on.getByRole('button', { name, exact: true });
const part = (on: Page | Locator, name: string): Locator => on.getByRole('group', { name, exact: true });

async function choose(on: Page | Locator, name: string, option: string): Promise<void> {
  await on.getByRole('combobox', { name, exact: true }).click();
  await visit.page.getByRole('option', { name: option, exact: true }).click();
}

test('a contract is given a circle and a group of conditions, and says how many leads of last week fit', async () => {
  const { page } = visit;
  const [, second] = portals.market.buyers;
  assert.ok(second);
  const { data: earlier } = (await portals.admin.get(`/api/v1/leads?verticalId=${portals.market.verticalId}`)).json;
  await visit.open(`/admin/buyers/contracts/${second.contractId}/edit`);
  await page.getByText(`${earlier.length} of ${earlier.length} leads of the last 7 days fit`).waitFor();

  await button(page, 'Add a group').click();
  await page.getByText('Complete the conditions to see how many').waitFor();
  await button(page, 'Save').click();
  await page.getByText('Condition 1.1: Choose a field and a condition, or remove it').waitFor();
  const [one, other] = [part(page, 'Condition 1.1'), part(page, 'Condition 1.2')];
  await choose(one, 'Field', 'Plan');
  await one.getByRole('combobox', { name: 'Condition', exact: true }).click();
  assert.equal(await page.getByRole('option', { name: 'is more than', exact: true }).count(), 0, 'of a list, no order');
  await page.getByRole('option', { name: 'is', exact: true }).click();
  await choose(one, 'Value', 'PPO');
  await choose(other, 'Field', 'Income');
  await choose(other, 'Condition', 'is more than');
  await box(other, 'Value').fill('50000');
  await page.getByText(`2 of ${earlier.length} leads of the last 7 days fit`).waitFor();
  await page.getByText('lack something that is asked for here').waitFor();

  await button(page, 'Add a circle').click();
  const circle = part(page, 'Circle 1');
  await box(circle, 'Around').fill('somewhere');
  await button(page, 'Save').click();
  await page.getByText('Circle 1: say a ZIP code or a point, and up to 500 miles').waitFor();
  await box(circle, 'Around').fill('90012');
  await page.getByText(`1 of ${earlier.length} leads of the last 7 days fit`).waitFor();

  await button(page, 'Save').click();
  const dialog = page.getByRole('dialog', { name: 'What changes' });
  await dialog.getByText('Plan is PPO, or Income is more than 50000').waitFor();
  await dialog.getByText('25 miles around 90012').waitFor();
  await button(dialog, 'Save').click();
  await page.getByText('The contract is saved').first().waitFor();
  await page.getByText('Plan is PPO, or Income is more than 50000').first().waitFor();
  await page.getByText('25 miles around 90012').first().waitFor();
  const { data: contract } = (await portals.admin.get(`/api/v1/contracts/${second.contractId}`)).json;
  assert.deepEqual(contract.customFilters, [
    {
      any: [
        { field: 'plan', value: 'PPO', operator: 'equals' },
        { field: 'income', value: 50_000, operator: 'greater_than' },
      ],
    },
  ]);
});

test('the builder is read back, works on a phone, and has no fault that axe knows of', async () => {
  const { page } = visit;
  const [, second] = portals.market.buyers;
  assert.ok(second);
  await page.setViewportSize({ width: 360, height: 800 });
  await visit.open(`/admin/buyers/contracts/${second.contractId}/edit`);
  assert.equal(await box(part(page, 'Circle 1'), 'Around').inputValue(), '90012');
  assert.equal(await box(part(page, 'Condition 1.2'), 'Value').inputValue(), '50000');
  await page.getByText(/^1 of \d+ leads of the last 7 days fit$/).waitFor();
  const overflow = await overhang(page);
  assert.ok(overflow <= 0, `the page is ${overflow} px wider than the screen`);
  await part(page, 'Group 1').scrollIntoViewIfNeeded();
  assert.deepEqual(await seriousFaults(page), []);
  await button(page, 'Remove group 1').click();
  await page.getByText('No further conditions').waitFor();
  await page.setViewportSize({ width: 1280, height: 900 });
});
