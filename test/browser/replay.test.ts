import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { lookOver } from '../kit/look-over.ts';
import { openPortals, type Portals, type SignedVisit } from '../kit/portals.ts';

let portals: Portals;
let visit: SignedVisit;
before(async () => {
  portals = await openPortals();
  visit = await portals.visit('owner');
  // Three Texans are with the first buyer for 30 each, one Californian with the second for 20.
  for (const more of [{}, {}, { state: 'CA', zipCode: '90210' }]) {
    const { json, text } = await portals.market.post(portals.market.lead(more));
    assert.equal(json.result, 'success', text);
  }
});
after(async () => {
  assert.deepEqual(visit.faults, []);
  await portals.stop();
  assert.deepEqual(portals.app.problems, []);
});

const row = (table: string, name: string | RegExp) =>
  visit.page.getByRole('table', { name: table, exact: true }).getByRole('row').filter({ hasText: name });
const cells = (table: string, name: string | RegExp): Promise<string[]> =>
  row(table, name).first().getByRole('cell').allInnerTexts();
const run = async (): Promise<void> => {
  await visit.page.getByRole('button', { name: 'Run replay' }).click();
  await visit.page.getByRole('heading', { name: 'What it would have brought' }).waitFor();
};
const priceOf = (index: number) => visit.page.getByRole('textbox', { name: /^Price of / }).nth(index);

/** The place of the contract that has this price today. */
async function placeOf(price: string): Promise<number> {
  const prices = await Promise.all([0, 1].map((index) => priceOf(index).inputValue()));
  return prices.indexOf(price);
}

test('from an offer, last week is played again, and without drafts nothing changes', async () => {
  const { page } = visit;
  await visit.open(`/admin/offers/${portals.market.offerId}`);
  await page.getByRole('link', { name: 'Replay last week' }).click();
  await page.getByRole('heading', { name: 'Replay', exact: true }).waitFor();
  await page.getByText('Nothing is in draft').waitFor();
  await run();
  await page.getByText('4 of 4 leads of the period were played.').waitFor();
  assert.deepEqual(await cells('Side by side', 'Revenue'), ['Revenue', '$110.00', '$110.00', '$110.00', '$0.00']);
  await page.getByText('every lead goes where it goes by the settings of today').waitFor();
});

test('a higher price in draft shows who gets which leads and what that brings', async () => {
  const { page } = visit;
  const second = await placeOf('20.00');
  await priceOf(second).fill('dear');
  await page.getByRole('button', { name: 'Run replay' }).click();
  await page
    .getByText('An amount in dollars')
    .or(page.getByText(/such as/))
    .first()
    .waitFor();
  await priceOf(second).fill('40.00');
  await page.getByText('1 contract in draft').waitFor();
  await page.getByText('The drafts were changed since. Run the replay again.').waitFor();
  await run();
  await page.getByText('The drafts were changed since').waitFor({ state: 'detached' });
  // All four leads go to the second buyer, for 40 each.
  assert.deepEqual(await cells('Side by side', 'Revenue'), ['Revenue', '$110.00', '$110.00', '$160.00', '$50.00']);
  assert.deepEqual(await cells('Side by side', 'Leads sold'), ['Leads sold', '4', '4', '4', '0']);
  assert.equal((await cells('Leads that would move', 'Change hands')).at(-1), '3');
  await row('Some leads that would move', 'Change hands')
    .first()
    .getByRole('link', { name: /^L-\d+$/ })
    .waitFor();
  await row('By contract', 'in draft').first().waitFor();
  assert.deepEqual(await lookOver(page, 'replay'), []);
});

test('caps, a status and the rule of the offer are drafts too, and all can be undone', async () => {
  const { page } = visit;
  await page.getByRole('button', { name: 'Undo all drafts' }).click();
  await page.getByText('Nothing is in draft').waitFor();
  const first = await placeOf('30.00');
  await page
    .getByRole('textbox', { name: /^Leads a day of / })
    .nth(first)
    .fill('1');
  await page
    .getByRole('combobox', { name: /^Status of / })
    .nth(1 - first)
    .click();
  await page.getByRole('option', { name: 'Paused' }).click();
  await page.getByRole('combobox', { name: 'Rule', exact: true }).click();
  await page.getByRole('option', { name: 'In turn' }).click();
  await page.getByText('2 contracts in draft, the offer is in draft').waitFor();
  await run();
  await page.getByText('4 of 4 leads of the period were played.').waitFor();
  assert.deepEqual(await cells('Side by side', 'Leads sold'), ['Leads sold', '4', '4', '1', '-3']);
  await row('Leads that nobody has', /./).nth(1).waitFor();
});

test('a period without leads says so, and chosen days are asked for', async () => {
  const { page } = visit;
  await page.getByRole('combobox', { name: 'Period' }).click();
  await page.getByRole('option', { name: 'Chosen days' }).click();
  await page.getByRole('button', { name: 'Run replay' }).click();
  await page.getByText('Say a day').first().waitFor();
  await page.getByLabel('From').fill('2026-01-01');
  await page.getByLabel('To, whole day').fill('2026-01-07');
  await run();
  await page.getByText('No lead of this offer came in the period').waitFor();
  assert.deepEqual(await lookOver(page, 'replay-empty'), []);
});
