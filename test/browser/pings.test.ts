import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { atRest, openPortals, type Portals } from '../kit/portals.ts';

let portals: Portals;
before(async () => {
  portals = await openPortals();
});
after(async () => {
  await portals.stop();
  assert.deepEqual(portals.app.problems, []);
});

const ping = async (): Promise<void> => {
  const answer = await portals.market.posting.post('/api/v1/leads/ping', { state: 'TX', zipCode: '78701' });
  assert.equal(answer.status, 200, answer.text);
};

test('staff see a ping with its quote and what each buyer said, in words', async () => {
  await ping();
  const visit = await portals.visit('admin');
  const { page } = visit;
  await visit.open('/admin/partners/ping-log');
  await page.getByRole('cell', { name: 'Quoted' }).first().waitFor();
  await page
    .locator('tbody')
    .getByRole('button', { name: /^Open / })
    .first()
    .click();
  await page.getByRole('heading', { name: 'What buyers said' }).waitFor();
  await page.getByText('1. in the quote: pays $30.00, of it $5.00 to the partner').waitFor();
  await page.getByText('state, zipCode').waitFor();
  await page.getByText('No lead was posted to it.').waitFor();
  await atRest(page);
  assert.deepEqual(visit.faults, []);
  await visit.close();
});

test('a partner sees its pings and what it was promised, and nothing of who would have paid', async () => {
  await ping();
  const visit = await portals.visit('partner');
  const { page } = visit;
  await visit.open('/partner/posting-log/pings');
  await page
    .locator('tbody')
    .getByRole('button', { name: /^Open / })
    .first()
    .click();
  await page.getByText('state, zipCode').waitFor();
  await atRest(page);
  const seen = await page.locator('body').innerText();
  assert.match(seen, /\$5\.00/);
  assert.doesNotMatch(seen, /30\.00|What buyers said/);
  assert.deepEqual(visit.faults, []);
  await visit.close();
});

test('a contract is made to bid in its form', async () => {
  const contractId = portals.market.buyers[0]?.contractId ?? '';
  const visit = await portals.visit('admin');
  const { page } = visit;
  await visit.open(`/admin/buyers/contracts/${contractId}/edit`);
  await page.getByRole('combobox', { name: 'It buys' }).click();
  await page.getByRole('option', { name: 'At what it bids for each lead' }).click();
  await page.getByLabel('Address for bids').fill('https://buyer.example.com/ping');
  await page.getByLabel('Least bid').fill('7.50');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  const changes = page.getByRole('dialog', { name: 'What changes' });
  await changes.getByText('At what it bids for each lead').waitFor();
  await changes.getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByText('The contract is saved').first().waitFor();
  const { data } = (await portals.admin.get(`/api/v1/contracts/${contractId}`)).json;
  assert.deepEqual(
    [data.pricingModel, data.pingUrl, data.minimumBidFloor],
    ['ping_post', 'https://buyer.example.com/ping', '7.50'],
  );
  assert.deepEqual(visit.faults, []);
  await visit.close();
});
