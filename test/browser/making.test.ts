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

/** Saves a form that tells first what changes. */
async function saveChanges(page: Page, said: string): Promise<void> {
  await button(page, 'Save').click();
  await button(page.getByRole('dialog', { name: 'What changes' }), 'Save').click();
  await page.getByText(said).first().waitFor();
}

test('a vertical is made by its form, and gets fields of its own', async () => {
  const { page } = visit;
  await visit.open('/admin/verticals/new');
  await button(page, 'Make vertical').click();
  await page.getByText('This is needed').first().waitFor();
  await box(page, 'Name').fill('Hair care');
  await box(page, 'Slug').fill('Hair Care');
  await button(page, 'Make vertical').click();
  await page.getByText('Only lower-case letters, digits').waitFor();
  await box(page, 'Slug').fill('hair-care');
  await button(page, 'Make vertical').click();
  await page.getByRole('heading', { name: 'Hair care', level: 1 }).waitFor();
  await addField(page, 'hairLength');
  await page.getByRole('row').filter({ hasText: 'Length of hair' }).getByText('short, long').waitFor();
  // A label that is taken back is the name again.
  await button(page, 'Change Length of hair').click();
  const dialog = page.getByRole('dialog');
  await box(dialog, 'Label').fill('');
  await button(dialog, 'Save').click();
  await button(page, 'Change hairLength').waitFor();
  await button(page, 'Delete hairLength').click();
  await button(page.getByRole('dialog'), 'Delete hairLength').click();
  await page.getByText('The field is deleted').waitFor();
  await page.getByText('None yet: leads have the fields of every lead').waitFor();
});

async function addField(page: Page, name: string): Promise<void> {
  await button(page, 'Add a field').click();
  const dialog = page.getByRole('dialog');
  await box(dialog, 'Name in posts').fill('Hair length');
  await choose(dialog, 'Type', 'One of a list');
  await button(dialog, 'Add a field').click();
  await dialog.getByText('A small letter first').waitFor();
  await dialog.getByText('Say at least one choice').waitFor();
  await box(dialog, 'Name in posts').fill(name);
  await box(dialog, 'Label').fill('Length of hair');
  const choices = dialog.getByLabel('Choices');
  for (const one of ['short', 'long']) {
    await choices.fill(one);
    await choices.press('Enter');
  }
  await dialog.getByRole('radio', { name: /^Neither personal/ }).check();
  await button(dialog, 'Add a field').click();
  await page.getByText('The field is added').first().waitFor();
}

test('a partner is made by its form, and what was said of it is taken back', async () => {
  const { page } = visit;
  await visit.open('/admin/partners/new');
  await box(page, 'Usual cost per lead').fill('12.345');
  await button(page, 'Make partner').click();
  await page.getByText('This is needed').first().waitFor();
  await page.getByText('An amount such as 12.50').waitFor();
  await box(page, 'Name').fill('Hair Clicks');
  await box(page, 'Usual cost per lead').fill('12.50');
  await choose(page, 'How often it is paid', 'Every month');
  await box(page, 'Smallest payout').fill('100');
  await button(page, 'Make partner').click();
  await page.getByRole('heading', { name: 'Hair Clicks', level: 1 }).waitFor();
  await page.getByRole('link', { name: 'Edit partner' }).click();
  await page.getByRole('heading', { name: 'Edit Hair Clicks' }).waitFor();
  await choose(page, 'How often it is paid', 'Every month');
  await box(page, 'Smallest payout').fill('');
  await saveChanges(page, 'The partner is saved');
  const [partner] = (await portals.admin.get('/api/v1/partners?search=Hair')).json.data;
  assert.deepEqual([partner.paymentCycle, partner.paymentThreshold, partner.defaultPrice], [null, null, '12.50']);
});

test('a campaign is made by its form, shows its key once, and gets a field that is asked for in it alone', async () => {
  const { page } = visit;
  await visit.open('/admin/partners/campaigns/new');
  await button(page, 'Make campaign').click();
  await page.getByText('This is needed').first().waitFor();
  await box(page, 'Name').fill('Hair search');
  await choose(page, 'Partner', 'Hair Clicks');
  await choose(page, 'Vertical', 'Hair care');
  await box(page, 'Cost per lead').fill('5.00');
  await box(page, 'Seconds the partner waits for an answer').fill('121');
  await button(page, 'Make campaign').click();
  await page.getByText('A whole number from 0 to 120').waitFor();
  await box(page, 'Seconds the partner waits for an answer').fill('20');
  await button(page, 'Make campaign').click();
  await page.getByText(/^lr_live_/).waitFor();
  await page.getByRole('link', { name: 'Go to the campaign' }).click();
  await page.getByRole('heading', { name: 'Hair search', level: 1 }).waitFor();
  await addField(page, 'hairLength');
  // In the list of its own fields, and in how to post.
  await button(page, 'Change Length of hair').waitFor();
  await page.getByText('custom.hairLength').first().waitFor();
  const [campaign] = (await portals.admin.get('/api/v1/campaigns?search=Hair')).json.data;
  const fields = (await portals.admin.get(`/api/v1/campaigns/${campaign.id}/fields`)).json.data;
  assert.equal(fields.find((field: { name: string }) => field.name === 'hairLength').tier, 'campaign');
  await button(page, 'Delete Length of hair').click();
  await button(page.getByRole('dialog'), 'Delete Length of hair').click();
  await page.getByText('None: its leads have the fields of the vertical').waitFor();
});

test('a buyer is made by its form, and its window for returns is taken back', async () => {
  const { page } = visit;
  await visit.open('/admin/buyers/new');
  await page.getByLabel('May return leads').check();
  await box(page, 'Within, in hours').fill('soon');
  await button(page, 'Make buyer').click();
  await page.getByText('This is needed').first().waitFor();
  await page.getByText('A whole number from 0 to 8760').waitFor();
  await box(page, 'Name').fill('Hair Salon');
  await box(page, 'Within, in hours').fill('72');
  await choose(page, 'How often it is billed', 'Every week');
  await button(page, 'Make buyer').click();
  await page.getByRole('heading', { name: 'Hair Salon', level: 1 }).waitFor();
  await page.getByText('Within 72 hours').waitFor();
  await page.getByRole('link', { name: 'Edit buyer' }).click();
  await page.getByRole('heading', { name: 'Edit Hair Salon' }).waitFor();
  await box(page, 'Within, in hours').fill('');
  await saveChanges(page, 'The buyer is saved');
  const [buyer] = (await portals.admin.get('/api/v1/buyers?search=Hair')).json.data;
  assert.deepEqual([buyer.acceptsReturns, buyer.returnWindow, buyer.billingCycle], [true, null, 'weekly']);
});

test('a contract is made by its form, with its faults told before anything is sent', async () => {
  const { page } = visit;
  await visit.open('/admin/buyers/contracts/new');
  await box(page, 'ZIP codes').fill('9021');
  await box(page, 'Age from').fill('60');
  await box(page, 'Age to').fill('50');
  await box(page, 'Delivery address').fill('http://salon.example/leads');
  await button(page, 'Make contract').click();
  for (const fault of [
    'This is needed',
    '“9021” is neither five digits nor a beginning such as 902*',
    'Lies below the age from which it begins',
    'A whole address that begins with https://',
  ])
    await page.getByText(fault).first().waitFor();
  // The keyboard stands at the first fault, whatever the form was scrolled to.
  await page.locator('[name="name"]:focus, [data-path="name"]:focus').waitFor();
  await box(page, 'Name').fill('Hair leads');
  await choose(page, 'Buyer', 'Hair Salon');
  await choose(page, 'Vertical', 'Hair care');
  await box(page, 'ZIP codes').fill('902*');
  await box(page, 'Age to').fill('70');
  await box(page, 'Price of a lead').fill('30.00');
  await box(page, 'Delivery address').fill('https://salon.example/leads');
  await button(page, 'Make contract').click();
  await page.getByRole('heading', { name: 'Hair leads is made' }).waitFor();
  await page.getByText(/^whsec_/).waitFor();
  await page.getByRole('link', { name: 'Go to the contract' }).click();
  await page.getByText('60 to 70 years').first().waitFor();
  await page.getByText('No active offer sells to the contract.').waitFor();
});

test('an offer is made by its form, linked on both sides, and can sell', async () => {
  const { page } = visit;
  await visit.open('/admin/offers/new');
  await button(page, 'Make offer').click();
  await page.getByText('This is needed').first().waitFor();
  await box(page, 'Name').fill('Hair offer');
  await choose(page, 'Vertical', 'Hair care');
  await button(page, 'Make offer').click();
  await page.getByRole('heading', { name: 'Hair offer', level: 1 }).waitFor();
  await button(page, 'Link a contract').click();
  const dialog = page.getByRole('dialog');
  await choose(dialog, 'Contract', 'Hair leads');
  await box(dialog, 'Priority in this offer').fill('-1');
  await button(dialog, 'Link').click();
  await dialog.getByText('A whole number from 0 to 1000000').waitFor();
  await box(dialog, 'Priority in this offer').fill('3');
  await button(dialog, 'Link').click();
  await page.getByText('The contract is linked').waitFor();
  await button(page, 'Link a campaign').click();
  await choose(page.getByRole('dialog'), 'Campaign', 'Hair search');
  await button(page.getByRole('dialog'), 'Link').click();
  await page.getByText('The campaign is linked').waitFor();
  await page.getByText('3 (set here)').waitFor();
});

test('how often a lead is sold, caps, credit and shares are said in their forms, and read back', async () => {
  const { page } = visit;
  const of = async (path: string) => (await portals.admin.get(`/api/v1/${path}?search=Hair`)).json.data[0];
  const edit = async (path: string, title: string): Promise<void> => {
    await visit.open(path);
    await page.getByRole('heading', { name: title }).waitFor();
  };
  const { id: buyerId } = await of('buyers');
  await edit(`/admin/buyers/${buyerId}/edit`, 'Edit Hair Salon');
  await box(page, 'Credit limit').fill('500');
  await box(page, 'Leads a week').fill('40');
  await saveChanges(page, 'The buyer is saved');
  await page.getByText('$500.00 of $500.00 still on credit').waitFor();
  const { id: contractId } = await of('contracts');
  await edit(`/admin/buyers/contracts/${contractId}/edit`, 'Edit Hair leads');
  await box(page, 'Leads a day').fill('many');
  await box(page, 'Money a month').fill('900');
  await button(page, 'Save').click();
  await page.getByText('A whole number from 0 to 10000000').waitFor();
  await box(page, 'Leads a day').fill('12');
  await box(page, 'Leads at once').fill('4');
  await saveChanges(page, 'The contract is saved');
  const contract = await of('contracts');
  assert.deepEqual([contract.dailyLeadCap, contract.monthlySpendCap, contract.capMode], [12, '900.00', 'enforce']);
  assert.equal(contract.concurrentLeadCap, 4);
  const { id: campaignId } = await of('campaigns');
  await edit(`/admin/partners/campaigns/${campaignId}/edit`, 'Edit Hair');
  await choose(page, 'The partner earns', 'A share of each sale');
  await box(page, 'Share of the price, in per cent').fill('70');
  await box(page, 'A day').fill('5');
  await saveChanges(page, 'The campaign is saved');
  await page.getByText('70.00 % of each sale').first().waitFor();
  const { id: offerId } = await of('offers');
  await visit.open(`/admin/offers/${offerId}`);
  await button(page, 'Edit: About').click();
  await page.getByRole('radio', { name: 'To the best few' }).check();
  await page.getByRole('radio', { name: 'In turn' }).check();
  await button(page, 'Save').click();
  await page.getByText('Say to how many').waitFor();
  await box(page, 'At most to so many').fill('3');
  await saveChanges(page, 'The offer is saved');
  const offer = await of('offers');
  assert.deepEqual([offer.distributionType, offer.maxSales, offer.distributionRule], ['hybrid', 3, 'round_robin']);
  await page.getByText('To the best few (3)').waitFor();
});

test('a vertical that is set inactive asks what is to go with it, and says how many before', async () => {
  const { page } = visit;
  const [vertical] = (await portals.admin.get('/api/v1/verticals')).json.data.filter(
    ({ name }: { name: string }) => name === 'Hair care',
  );
  const statusOf = async (path: string) => (await portals.admin.get(`/api/v1/${path}?search=Hair`)).json.data[0].status;
  await visit.open(`/admin/verticals/${vertical.id}`);
  await button(page, 'Set inactive').click();
  const dialog = page.getByRole('dialog', { name: 'Set inactive' });
  const [campaign, offer, contract] = await Promise.all(['campaigns', 'offers', 'contracts'].map(statusOf));
  const says = [
    ['active', 'testing'].includes(campaign) ? '1 campaign' : [],
    offer === 'active' ? '1 offer' : [],
    contract === 'active' ? '1 contract' : [],
  ].flat();
  assert.ok(says.length > 0);
  const choice = dialog.getByRole('checkbox', { name: `Set ${new Intl.ListFormat('en').format(says)} inactive too` });
  assert.equal(await choice.isChecked(), false, 'nothing else goes unless asked');
  await choice.check();
  await button(dialog, 'Set inactive').click();
  await page.getByText('The vertical is inactive, and what hangs on it').waitFor();
  assert.equal(await statusOf('campaigns'), 'inactive');
  await button(page, 'Activate vertical').click();
  await button(page.getByRole('dialog'), 'Activate vertical').click();
  await button(page, 'Set inactive').click();
  await dialog.getByText('No campaign, offer or contract of it is active.').waitFor();
});
