import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openPortals, type Portals, type SignedVisit } from '../kit/portals.ts';
import { made } from '../kit/refusals.ts';

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

test('a campaign is put in shadow by its form, and its page shows how far both agree and where not', async () => {
  const { page } = visit;
  const { market, admin, app } = portals;
  const body = {
    name: 'Moving in',
    partnerId: market.partnerId,
    offerId: market.offerId,
    costPerLead: '5.00',
    status: 'active',
  };
  const campaign = await made(admin, '/api/v1/campaigns', body);
  const at = `/admin/partners/campaigns/${campaign.id}`;
  await visit.open(`${at}/edit`);
  await page.getByRole('checkbox', { name: /^Only decide, and compare/ }).check();
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByRole('dialog', { name: 'What changes' }).getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByRole('heading', { name: 'In shadow' }).waitFor();
  await page.getByText('Nothing to compare yet').waitFor();
  const posting = app.client(String(campaign['postingKey']));
  for (const status of ['sold', 'rejected']) {
    const lead = {
      ...market.lead(),
      campaignId: campaign.id,
      shadowAnswer: { status, buyerId: market.buyers[0]?.buyerId },
    };
    assert.equal((await posting.post('/api/v1/leads/submit', lead)).json.result, 'success');
  }
  await visit.open(at);
  await page.getByText('50 %').waitFor();
  const row = page.getByRole('table', { name: 'Posts that differ' }).getByRole('row').filter({ hasText: 'result' });
  await row.getByText('Rejected').waitFor();
  await row.getByText(/^Sold, .*partner earns \$5\.00/).waitFor();
});

test('a group of verticals is made, changed and deleted', async () => {
  const { page } = visit;
  await made(portals.admin, '/api/v1/verticals', { name: 'Vision', slug: 'vision-care' });
  await visit.open('/admin/verticals/groups');
  await page.getByRole('link', { name: 'New group' }).first().click();
  await page.getByRole('textbox', { name: 'Name' }).fill('Health');
  await page.getByRole('combobox', { name: 'Verticals' }).click();
  await page.getByRole('option', { name: 'Vision' }).click();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Make group' }).click();
  await page.getByText('Health is made').waitFor();
  const row = page.getByRole('row').filter({ hasText: 'Health' });
  await row.getByText('Vision').waitFor();
  await row.getByText('Leads of all verticals of the group').waitFor();
  await page.getByRole('button', { name: 'Open Health' }).click();
  await page.getByRole('radio', { name: 'Only leads of the same vertical' }).check();
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByRole('dialog', { name: 'What changes' }).getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByText('The group is saved').waitFor();
  await row.getByText('Only leads of the same vertical').waitFor();
  await page.getByRole('button', { name: 'Open Health' }).click();
  await page.getByRole('button', { name: 'Delete group' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox').fill('Health');
  await dialog.getByRole('button', { name: 'Delete group' }).click();
  await row.waitFor({ state: 'detached' });
});
