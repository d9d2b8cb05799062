import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Locator, Page } from 'playwright-core';
import type { Market } from '../kit/market.ts';
import { startMarket } from '../kit/market.ts';
import { overhang, seriousFaults } from '../kit/look-over.ts';
import { openPortals, type Portals, type SignedVisit } from '../kit/portals.ts';

let portals: Portals;
let visit: SignedVisit;
let market: Market;
before(async () => {
  portals = await openPortals();
  const { app, admin } = portals;
  market = await startMarket(app, admin, {
    rule: 'priority',
    campaign: { dailyCap: 40 },
    buyers: [
      { buyer: { creditLimit: '900.00' }, contract: { name: 'First', priority: 1, price: '10.00', dailyLeadCap: 2 } },
      { contract: { name: 'Second', priority: 2 } },
      { contract: { name: 'Third', priority: 3, geoFilters: { states: ['WY'] } } },
    ],
  });
  for (let post = 0; post < 3; post++) assert.equal((await market.post()).json.data.status, 'sold');
  visit = await portals.visit('owner');
});
after(async () => {
  await market.stop();
  await portals.stop();
  assert.deepEqual(visit.faults, []);
  assert.deepEqual(portals.app.problems, []);
});

const button = (on: Page | Locator, name: string): Locator => on.getByRole('button', { name, exact: true });
const contractPage = (index: number): string => `/admin/buyers/contracts/${market.buyers[index]?.contractId}`;

test('a contract shows how far its caps and its buyer’s credit are used, and why a lead went elsewhere', async () => {
  const { page } = visit;
  await visit.open(contractPage(0));
  const bar = page.getByRole('progressbar', { name: 'Leads today' });
  await bar.waitFor();
  assert.match((await bar.getAttribute('aria-valuetext')) ?? '', /^2 of 2 · begins anew /);
  await page.getByText('The cap on daily leads is reached').waitFor();
  await page.getByText(/^\$20\.00 of \$900\.00$/).waitFor();
  await page.getByText('Of 3 leads today, 2 came to this contract.').waitFor();
  await page.getByRole('row', { name: 'The contract has reached its cap. 1' }).waitFor();
  assert.deepEqual(await seriousFaults(page), []);
});

test('a contract that got none says why, also on a phone', async () => {
  const { page } = visit;
  await page.setViewportSize({ width: 360, height: 800 });
  await visit.open(contractPage(2));
  await page.getByRole('heading', { name: 'Why none today?' }).waitFor();
  await page.getByText('None of 3 leads today came to this contract.').waitFor();
  await page.getByText("The lead's place is not what the contract buys.").waitFor();
  const overflow = await overhang(page);
  assert.ok(overflow <= 0, `the page is ${overflow} px wider than the screen`);
  await page.setViewportSize({ width: 1280, height: 900 });
});

test('buyer and campaign show what is used of theirs', async () => {
  const { page } = visit;
  await visit.open(`/admin/buyers/${market.buyers[0]?.buyerId}`);
  await page.getByRole('progressbar', { name: 'Owed and reserved, of the credit limit' }).waitFor();
  await visit.open(`/admin/partners/campaigns/${market.campaignId}`);
  await page.getByText(/^3 of 40 · begins anew /).waitFor();
});

test('contracts are put in order by dragging and by arrows, told before it is saved, and leads go by it', async () => {
  const { page } = visit;
  await visit.open(`/admin/offers/${market.offerId}`);
  await button(page, 'Put in order').click();
  const dialog = page.getByRole('dialog', { name: 'Put in order' });
  const names = async (): Promise<string[]> =>
    (await dialog.getByRole('listitem').allInnerTexts()).map((text) => /First|Second|Third/.exec(text)?.[0] ?? text);
  assert.deepEqual(await names(), ['First', 'Second', 'Third']);
  await dialog.getByRole('listitem').nth(2).dragTo(dialog.getByRole('listitem').nth(0));
  assert.deepEqual(await names(), ['Third', 'First', 'Second']);
  await button(dialog, 'Move Second up').focus();
  await page.keyboard.press('Enter');
  await dialog.getByText('Second is number 2 of 3 now').waitFor({ state: 'attached' });
  assert.deepEqual(await seriousFaults(page), []);
  await button(dialog, 'Save the order').click();
  const changes = page.getByRole('dialog', { name: 'What changes' });
  await changes.getByText('Third, Second, First').waitFor();
  await button(changes, 'Save').click();
  await page.getByText('The order is saved').waitFor();
  const links = (await portals.admin.get(`/api/v1/offers/${market.offerId}/contracts`)).json.data;
  const places = links.map(
    (link: Record<string, unknown>) => `${String(link['priorityOverride'])} ${String(link['name'])}`,
  );
  assert.deepEqual(places.toSorted(), ['1 Third', '2 Second', '3 First']);
});

test('a buyer reads at its contract how much is used and what today came to', async () => {
  const buyer = await portals.visit('buyer');
  const contractId = portals.market.buyers[0]?.contractId;
  await buyer.open(`/buyer/contracts/${contractId}`);
  await buyer.page.getByRole('heading', { name: 'How much is used?' }).waitFor();
  await buyer.page
    .getByText(/leads? today/)
    .first()
    .waitFor();
  assert.deepEqual(await seriousFaults(buyer.page), []);
  assert.deepEqual(buyer.faults, []);
});
