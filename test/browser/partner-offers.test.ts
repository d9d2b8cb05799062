import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Locator, Page } from 'playwright-core';
import { personOf } from '../kit/people.ts';
import { openPortals, type Portals, type SignedVisit } from '../kit/portals.ts';
import { made } from '../kit/refusals.ts';
import { assertUnheard } from '../kit/seen-values.ts';

let portals: Portals;
let partner: SignedVisit;
let owner: SignedVisit;
before(async () => {
  portals = await openPortals();
  partner = await portals.visit('partner');
  owner = await portals.visit('owner');
  const { app, admin, tenantId, openOfferId } = portals;
  const { id: partnerId } = await made(admin, '/api/v1/partners', { name: 'Bright Media' });
  const { client } = await personOf(app, { tenantId, role: 'partner', partnerId });
  await made(client, `/api/partner/offers/${openOfferId}/request`, {});
});
after(async () => {
  await portals.stop();
  for (const { faults } of [partner, owner]) assert.deepEqual(faults, []);
  assert.deepEqual(portals.app.problems, []);
});

const button = (on: Page | Locator, name: string): Locator => on.getByRole('button', { name, exact: true });
const box = (on: Page | Locator, name: string): Locator => on.getByRole('textbox', { name, exact: true });
const dialog = (page: Page, name: string): Locator => page.getByRole('dialog', { name, exact: true });

test('a partner searches the offers, reads one, asks for it, withdraws and asks again', async () => {
  const { page } = partner;
  await partner.open('/partner');
  await page.getByRole('link', { name: 'Offers', exact: true }).click();
  await page.getByText('Whitening').first().waitFor();
  await partner.open('/partner/offers?search=nothing-like-it');
  await page.getByText('Nothing matches these filters').waitFor();
  await partner.open('/partner/offers?search=smile');
  await page.getByRole('button', { name: /^Open Whitening/ }).click();
  await page.getByText('Open to all partners').waitFor();
  for (const text of ['Adults who ask for a brighter smile.', '$8.00', 'TX', 'Consumer health data', 'E-mail'])
    await page.getByText(text, { exact: true }).first().waitFor();
  await page.getByText('You have not asked for it yet.').waitFor();
  for (const round of [1, 2]) {
    await button(page, 'Ask for this offer').click();
    const asking = dialog(page, 'Ask for this offer');
    await asking.getByText('you get a campaign on this offer, first in testing').waitFor();
    await button(asking, 'Ask for this offer').click();
    await page.getByText('Waits for an answer').waitFor();
    if (round === 2) break;
    await button(page, 'Withdraw the request').click();
    await button(dialog(page, 'Withdraw the request'), 'Withdraw the request').click();
    await page.getByText('Withdrawn', { exact: true }).waitFor();
  }
  const [first] = (await portals.admin.get('/api/v1/buyers')).json.data as { id: string; name: string }[];
  assert.ok(first);
  const secrets = {
    'a buyer': first.id,
    'its name': `"${first.name}"`,
    'a contract': portals.market.buyers[0]?.contractId,
  };
  await assertUnheard(partner, { ...secrets, 'a contract': secrets['a contract'] ?? '', 'a price': '30.00' });
});

test('staff hear of it and approve it on the page of the offer: the key is shown, the campaign is there', async () => {
  const { page } = owner;
  await owner.open('/admin');
  await button(page, 'Notices: 1 new').click();
  await page.getByText('2 requests for offers wait').click();
  await page.waitForURL(/\/admin\/offers\/requests\?status=pending/);
  const row = page.getByRole('row').filter({ hasText: 'Bright Media' });
  await row.getByRole('link', { name: 'Whitening' }).click();
  await page.getByRole('heading', { name: 'Partners who ask for it' }).waitFor();
  await button(page, 'Approve Partner').click();
  const approving = dialog(page, 'Approve Partner');
  assert.equal(await box(approving, 'Name of the campaign').inputValue(), 'Partner: Whitening');
  assert.equal(await box(approving, 'Cost per lead').inputValue(), '8.00');
  await box(approving, 'Cost per lead').fill('8.555');
  await button(approving, 'Approve').click();
  await box(approving, 'Cost per lead').and(page.locator('[aria-invalid="true"]')).waitFor();
  await box(approving, 'Cost per lead').fill('7.50');
  await box(approving, 'To the partner').fill('Welcome. Post twenty a day at first.');
  await button(approving, 'Approve').click();
  const approved = dialog(page, 'The partner has a campaign');
  await approved.getByText(/lr_live_/).waitFor();
  await approved.getByRole('link', { name: 'Go to the campaign' }).click();
  await page.getByRole('heading', { name: 'Partner: Whitening' }).waitFor();
  await page.getByText('$7.50').first().waitFor();
});

test('the partner sees that it is approved, how its leads fare, and goes to its campaign and back', async () => {
  const { page } = partner;
  await partner.open('/partner');
  await button(page, 'Notices: 1 new').click();
  await page.getByText('An offer that you asked for is yours').click();
  await page.getByRole('heading', { name: 'Partner: Whitening' }).waitFor();
  await partner.open(`/partner/offers/${portals.openOfferId}`);
  await page.getByText('You have it').waitFor();
  await page.getByText('Welcome. Post twenty a day at first.').waitFor();
  await page.getByRole('heading', { name: 'How your leads fare' }).waitFor();
  await page.getByText('0 this week, 0 this month').waitFor();
  await page.getByRole('link', { name: 'Go to your campaign' }).click();
  await page.getByText('Takes every lead as a test: decided, but never sold or paid').waitFor();
  await page.getByRole('link', { name: 'Whitening' }).click();
  await page.getByText('You have it').waitFor();
  await partner.open('/partner/offers');
  await page.getByText('No offers here').waitFor();
  await page.getByRole('link', { name: 'Your offers', exact: true }).click();
  await page.getByText('Whitening').first().waitFor();
});

test('staff decline with words, on the list of requests, and the partner reads them', async () => {
  const { id } = await made(portals.admin, '/api/v1/offers', {
    name: 'Braces',
    verticalId: portals.market.verticalId,
    visibility: 'public',
  });
  await made(partner.client, `/api/partner/offers/${id}/request`, {});
  const { page } = owner;
  await owner.open(`/admin/offers/requests?offerId=${id}`);
  await page.getByRole('button', { name: /^Open Partner, Braces/ }).click();
  await button(page, 'Decline Partner').click();
  const declining = dialog(page, 'Decline Partner');
  await button(declining, 'Decline').click();
  await declining.getByText('This is needed').first().waitFor();
  await box(declining, 'To the partner').fill('We have enough of these until May.');
  await button(declining, 'Decline').click();
  await page.getByText('The request is declined').waitFor();
  await page.getByText('Declined', { exact: true }).first().waitFor();
  await partner.open('/partner');
  await button(partner.page, 'Notices: 1 new').click();
  await partner.page.getByText('An offer that you asked for was declined').click();
  await partner.page.getByText('We have enough of these until May.').waitFor();
  await partner.page.getByText(/You may ask again from/).waitFor();
  assert.equal(await button(partner.page, 'Ask for this offer').count(), 0);
});

test('what an offer tells partners is changed in its form, after it was said what changes', async () => {
  const { page } = owner;
  await owner.open(`/admin/offers/${portals.openOfferId}`);
  await button(page, 'Edit: About').click();
  await box(page, 'A lead pays').fill('9.25');
  await button(page, 'Save').click();
  const changes = dialog(page, 'What changes');
  await changes.getByText('$9.25').waitFor();
  await button(changes, 'Save').click();
  await page.getByText('The offer is saved').waitFor();
  await partner.open(`/partner/offers/${portals.openOfferId}`);
  await partner.page.getByText('$9.25').waitFor();
});
