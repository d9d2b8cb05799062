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
  assert.deepEqual(visit.faults, []);
  await portals.stop();
  assert.deepEqual(portals.app.problems, []);
});

test('a lead that nobody took is sold by hand on its page, and returned there, with a note beside it', async () => {
  const { page } = visit;
  const { market } = portals;
  for (const { simulator } of market.buyers) simulator.control({ behaviour: 'reject' });
  const { leadId } = (await market.post()).json;
  for (const { simulator } of market.buyers) simulator.control({ behaviour: 'accept' });
  await visit.open(`/admin/leads/${leadId}`);
  await page.getByRole('combobox', { name: 'Contract' }).click();
  await page.getByRole('option').first().click();
  await page.getByRole('button', { name: 'Sell to this contract' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Sell to this contract' }).click();
  await page.getByText('One contract has it').first().waitFor();
  await page.getByText('was chosen by a person').waitFor();

  await page.getByRole('textbox', { name: 'Note' }).fill('Called twice, nobody home.');
  await page.getByRole('button', { name: 'Add note' }).click();
  await page.getByText('Called twice, nobody home.').waitFor();

  await page.getByRole('button', { name: 'Return the lead' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Return the lead' }).click();
  await page.getByText('Had it, and it was returned').waitFor();
  await page.getByRole('button', { name: 'Route again' }).waitFor();
});

test('the page of a campaign says whether a lead would sell now, contract by contract', async () => {
  const { page } = visit;
  await visit.open(`/admin/partners/campaigns/${portals.market.campaignId}`);
  await page.getByRole('button', { name: 'Try now' }).click();
  await page.getByText(/it would (not )?sell now/).waitFor();
  await page
    .getByText(/of which the partner earns/)
    .first()
    .waitFor();
});
