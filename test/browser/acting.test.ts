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

test('the price of a sale is changed on the page of its lead, after it was said what it was and will be', async () => {
  const { page } = visit;
  const { market } = portals;
  const { leadId } = (await market.post()).json;
  const read = async (): Promise<string> => (await portals.admin.get(`/api/v1/leads/${leadId}`)).json.data.price;
  const old = await read();
  await visit.open(`/admin/leads/${leadId}`);
  await page.getByRole('button', { name: 'Change the price of this sale', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: 'Change the price of this sale' });
  await dialog.getByText(`pays $${old} for this lead now`).waitFor();
  await dialog.getByRole('textbox', { name: 'New price', exact: true }).fill('7.25');
  await dialog.getByRole('button', { name: 'Change the price', exact: true }).click();
  await dialog.getByText('This is needed').waitFor();
  await dialog.getByRole('textbox', { name: 'Reason', exact: true }).fill('The number was out of service.');
  await dialog.getByRole('button', { name: 'Change the price', exact: true }).click();
  const changes = page.getByRole('dialog', { name: 'What changes' });
  await changes.getByText(`pays $${old} now, and $7.25 then`).waitFor();
  await changes.getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByText('The price is changed').waitFor();
  await page.getByText('The number was out of service.').waitFor();
  await page.getByText('won at 7.25').waitFor();
  assert.equal(await read(), '7.25');
});

test('many leads are returned from the list, each with its own end', async () => {
  const { page } = visit;
  const { market } = portals;
  const ids = [(await market.post()).json.leadId, (await market.post()).json.leadId];
  const shortIds = await Promise.all(
    ids.map(async (id) => (await portals.admin.get(`/api/v1/leads/${id}`)).json.data.shortId),
  );
  await visit.open('/admin/leads');
  for (const shortId of shortIds) await page.getByRole('checkbox', { name: new RegExp(`${shortId}$`) }).check();
  await page.getByRole('button', { name: 'Return', exact: true }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Return 2', exact: true }).click();
  await dialog
    .getByText(/2 done|done: 2/i)
    .first()
    .waitFor();
  for (const id of ids) assert.equal((await portals.admin.get(`/api/v1/leads/${id}`)).json.data.status, 'returned');
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
