import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Page } from 'playwright-core';
import { openPortals, type Portals, type SignedVisit } from '../kit/portals.ts';

let portals: Portals;
let staff: SignedVisit;
let buyer: SignedVisit;
/** Sold to the first buyer of the market. */
let leadId: string;
before(async () => {
  portals = await openPortals();
  staff = await portals.visit('owner');
  buyer = await portals.visit('buyer');
  ({ leadId } = portals);
});
after(async () => {
  await portals.stop();
  assert.deepEqual([...staff.faults, ...buyer.faults], []);
  assert.deepEqual(portals.app.problems, []);
});

const box = (page: Page, name: string) => page.getByRole('textbox', { name, exact: true });
const say = async (page: Page, status: string, substatus: string): Promise<void> => {
  await box(page, 'Status').fill(status);
  await box(page, 'More precisely').fill(substatus);
  await page.getByRole('button', { name: 'Say it', exact: true }).click();
};
const contractId = (): string => portals.market.buyers[0]?.contractId ?? assert.fail('no contract');

test('a contract says on its page which codes of the buyer give a lead back', async () => {
  const { page } = staff;
  await staff.open(`/admin/buyers/contracts/${contractId()}/edit`);
  await box(page, 'Codes that mean a return').fill('Wrong number');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByText('Small letters, digits and underscores').waitFor();
  await box(page, 'Codes that mean a return').fill('wrong_number, duplicate');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  const changes = page.getByRole('dialog', { name: 'What changes' });
  await changes.getByText('wrong_number, duplicate').waitFor();
  await changes.getByRole('button', { name: 'Save', exact: true }).click();
  await changes.waitFor({ state: 'hidden' });
  const { returnDispositions } = (await portals.admin.get(`/api/v1/contracts/${contractId()}`)).json.data;
  assert.deepEqual(returnDispositions, ['wrong_number', 'duplicate']);
});

test('a buyer says on the page of its lead what became of it, and nothing of the person', async () => {
  const { page } = buyer;
  await buyer.open(`/buyer/leads/${leadId}`);
  await page.getByText('Nothing was said yet.').waitFor();
  await say(page, '512-555-0100', '');
  await page.getByText('nothing of a person').waitFor();
  assert.ok(buyer.faults.splice(0).includes(`400: /api/v1/leads/${leadId}/crm-status`));
  await say(page, 'No answer', 'voicemail full');
  await page.getByText('It is noted').waitFor();
  const row = page.getByRole('table', { name: 'What became of it' }).getByRole('row').nth(1);
  assert.match(await row.innerText(), /No answer\s+Voicemail full\s+–\s+Page or program/);
});

test('staff see it on their page of the lead, say more, and a code that means a return returns it', async () => {
  const { page } = staff;
  await staff.open(`/admin/leads/${leadId}`);
  const rows = page.getByRole('table', { name: 'What became of it' }).getByRole('row');
  await rows.filter({ hasText: 'No answer' }).waitFor();
  await say(page, 'wrong number', '');
  await page.getByText('It is noted, and the lead is returned').waitFor();
  await page.getByText('Had it, and it was returned').waitFor();
  await rows.filter({ hasText: 'Wrong number' }).filter({ hasText: 'Yes' }).waitFor();
  assert.equal((await portals.admin.get(`/api/v1/leads/${leadId}`)).json.data.status, 'returned');
});
