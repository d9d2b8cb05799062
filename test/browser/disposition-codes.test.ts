import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Page } from 'playwright-core';
import { codesOf, codesPath, newGroup } from '../kit/code-groups.ts';
import { openPortals, type Portals, type SignedVisit } from '../kit/portals.ts';

let portals: Portals;
let staff: SignedVisit;
let groupId: string;
before(async () => {
  portals = await openPortals();
  staff = await portals.visit('owner');
  groupId = await newGroup(portals.admin);
  const { verticalId } = portals.market;
  await portals.admin.put(`/api/admin/vertical-groups/${groupId}/verticals`, { verticalIds: [verticalId] });
});
after(async () => {
  await portals.stop();
  assert.deepEqual(staff.faults, []);
  assert.deepEqual(portals.app.problems, []);
});

const box = (page: Page, name: string) => page.getByRole('textbox', { name, exact: true });
const press = (page: Page, name: string): Promise<void> => page.getByRole('button', { name, exact: true }).click();
/** Saves the form of a dialog. */
const save = (page: Page, dialog: string): Promise<void> =>
  page.getByRole('dialog', { name: dialog }).getByRole('button', { name: 'Save', exact: true }).click();
const contractId = (): string => portals.market.buyers[0]?.contractId ?? assert.fail('no contract');
const slugs = async (): Promise<unknown[]> => (await codesOf(portals.admin, groupId)).map(({ slug }) => slug);

/** Confirms what changes, and waits until it is said to be saved. */
async function confirm(page: Page, said: string): Promise<void> {
  const changes = page.getByRole('dialog', { name: 'What changes' });
  await changes.getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByText(said).first().waitFor();
}

test('codes of a group are added, changed, put in order, copied and deleted on its page', async () => {
  const { page } = staff;
  await staff.open(`/admin/verticals/groups/${groupId}`);
  const rows = page.getByRole('table', { name: 'What may become of its leads' }).getByRole('row');
  await rows.filter({ hasText: 'appointment_set' }).waitFor();
  await press(page, 'Add a code');
  await box(page, 'Label').fill('Left a message');
  await press(page, 'Add code');
  await page.getByText('The code is added').waitFor();
  await rows.filter({ hasText: 'left_a_message' }).waitFor();
  assert.equal((await slugs()).at(-1), 'left_a_message');
  await press(page, 'Edit Bad Number');
  await page.getByRole('checkbox', { name: 'Gives the lead back' }).check();
  await save(page, 'Edit Bad Number');
  await page.getByRole('dialog', { name: 'What changes' }).getByText('Gives the lead back').waitFor();
  await confirm(page, 'The code is saved');
  await rows.filter({ hasText: 'bad_number' }).filter({ hasText: 'Yes: Bad data' }).waitFor();
  await press(page, 'Order of the codes');
  await press(page, 'Move Left a message up');
  await save(page, 'Order of the codes');
  await confirm(page, 'The order is saved');
  assert.equal((await slugs()).at(-2), 'left_a_message');
  await press(page, 'Delete Left a message');
  await page.getByRole('dialog').getByRole('button', { name: 'Delete Left a message' }).click();
  await page.getByText('The code is deleted').waitFor();
  assert.equal((await slugs()).length, 10);
  const other = await newGroup(portals.admin);
  await portals.admin.post(codesPath(other), { label: 'Showed up', category: 'working', sortOrder: 20 });
  const { name } = (await portals.admin.get(`/api/admin/vertical-groups/${other}`)).json.data;
  await press(page, 'Copy codes from another group');
  await page.getByRole('combobox', { name: 'Group', exact: true }).click();
  await page.getByRole('option', { name }).click();
  await press(page, 'Copy codes');
  await page.getByText('1 copied, 10 were here already').waitFor();
  await rows.filter({ hasText: 'showed_up' }).waitFor();
});

test('a contract says what its buyer calls a code, and the lead shows what a word meant', async () => {
  const { page } = staff;
  await staff.open(`/admin/buyers/contracts/${contractId()}`);
  const meanings = page.getByRole('table', { name: 'What each word means' }).getByRole('row');
  await meanings.filter({ hasText: 'bad_number' }).filter({ hasText: 'Yes: Bad data' }).waitFor();
  await press(page, 'Add a word of the buyer');
  await box(page, 'What the buyer says').fill('Sale closed');
  await page.getByRole('combobox', { name: 'Stands for' }).click();
  await page.getByRole('option', { name: 'Converted' }).click();
  await press(page, 'Add word');
  await page.getByText('The word is added').waitFor();
  await meanings.filter({ hasText: 'sale_closed' }).filter({ hasText: 'This contract' }).waitFor();
  await press(page, 'Edit sale_closed');
  await box(page, 'What the buyer means by it').fill('They signed');
  await save(page, 'Edit sale_closed');
  await confirm(page, 'The word is saved');
  await staff.open(`/admin/leads/${portals.leadId}`);
  await box(page, 'Status').fill('sale closed');
  await press(page, 'Say it');
  const said = page.getByRole('table', { name: 'What became of it' }).getByRole('row');
  await said.filter({ hasText: 'Sale closed' }).filter({ hasText: 'Converted · Converted' }).waitFor();
  await staff.open(`/admin/buyers/contracts/${contractId()}`);
  await press(page, 'Delete sale_closed');
  await page.getByRole('dialog').getByRole('button', { name: 'Delete sale_closed' }).click();
  await page.getByText('The word is deleted').waitFor();
  await press(page, 'Copy the group’s codes');
  await page.getByRole('dialog').getByRole('button', { name: 'Copy the group’s codes' }).click();
  await page.getByText('11 copied, 0 were here already').waitFor();
  const own = page.getByRole('table', { name: 'Words of this buyer' }).getByRole('row');
  await own.filter({ hasText: 'showed_up' }).waitFor();
});
