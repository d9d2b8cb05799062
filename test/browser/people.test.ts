import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Locator, Page } from 'playwright-core';
import { lookOver } from '../kit/look-over.ts';
import { openPortals, type Portals } from '../kit/portals.ts';
import { made } from '../kit/refusals.ts';
import { assertUnheard, bodiesOf } from '../kit/seen-values.ts';

let portals: Portals;
before(async () => {
  portals = await openPortals();
  // Two leads of one phone are two leads here, so that they make two people.
  const freed = await portals.admin.patch(`/api/v1/offers/${portals.market.offerId}`, { dedupEnabled: false });
  assert.equal(freed.status, 200, freed.text);
});
after(async () => {
  await portals.stop();
  assert.deepEqual(portals.app.problems, []);
});

const NAME = { firstName: 'Ottoline', lastName: 'Quillfeather' };

let serial = 0;
/** A contact that nobody had before. */
function fresh(): { readonly email: string; readonly phone: string } {
  serial += 1;
  return { email: `ottoline.${serial}@quillfeather.example`, phone: `51299${String(serial).padStart(5, '0')}` };
}

interface Posted {
  readonly leadId: string;
  readonly leadShortId: string;
  readonly personId: string;
  readonly displayId: string;
}

/** Posts a lead of somebody; gives it and its person, as the API names both. */
async function post(contact: ReturnType<typeof fresh>, more: Record<string, unknown> = {}): Promise<Posted> {
  const { market, admin } = portals;
  const answer = await market.post(market.lead({ ...NAME, ...contact, ...more }));
  assert.equal(answer.json.result, 'success', answer.text);
  const found = await admin.post('/api/v1/people/find', { email: contact.email, masked: true });
  const [person] = found.json.data;
  const { leadId, data } = answer.json;
  return { leadId, leadShortId: data.shortId, personId: person.id, displayId: person.displayId };
}

const button = (on: Page | Locator, name: string): Locator => on.getByRole('button', { name, exact: true });
/** Opens a row of a list. */
const opener = (on: Page, ref: string): Locator => on.getByRole('button', { name: `Open Person ${ref}:` });
const box = (on: Page | Locator, name: string): Locator => on.getByRole('textbox', { name, exact: true });
const heading = (on: Page | Locator, name: string): Locator => on.getByRole('heading', { name, exact: true });

test('a person is opened from the list with leads and sales, masked until somebody gives a reason', async () => {
  const contact = fresh();
  const first = await post(contact);
  const second = await post(contact, { zipCode: '78702' });
  assert.equal(second.personId, first.personId);
  const visit = await portals.visit('owner');
  const { page } = visit;
  await visit.open(`/admin/leads/${second.leadShortId}`);
  await page.getByRole('link', { name: 'All leads of this person' }).click();
  await heading(page, `Person ${first.displayId}`).waitFor();
  await visit.open('/admin/people?columns=person,name,email,phone,leads');
  await button(page, 'Leads').click();
  await button(page, 'Leads').click();
  await page.waitForURL(/sort=-leadCount/);
  await opener(page, first.displayId).click();
  await page.getByRole('link', { name: 'Open the whole page' }).click();
  await heading(page, `Person ${first.displayId}`).waitFor();
  await page.getByText('O•••', { exact: true }).waitFor();
  const leads = page.getByRole('table', { name: 'Leads' });
  for (const id of [first.leadShortId, second.leadShortId]) await leads.getByRole('link', { name: id }).waitFor();
  assert.equal(await page.getByRole('table', { name: 'Sales' }).locator('tbody tr').count(), 2);
  await page.getByText(`Lead ${second.leadShortId} sold to`).first().waitFor();
  await assertUnheard(visit, { ...NAME, ...contact });

  await button(page, 'Reveal').click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Reason').fill('Called back about an appointment, ticket 4712');
  await button(dialog, 'Reveal').click();
  await page.getByText(NAME.lastName, { exact: true }).waitFor();
  assert.ok(!(await page.title()).includes(NAME.lastName) && !page.url().includes(NAME.lastName));
  await button(page, 'Mask now').click();
  await page.getByText(NAME.lastName, { exact: true }).waitFor({ state: 'detached' });
  const reveals = await portals.admin.get('/api/v1/reveals');
  assert.equal(reveals.json.data[0].reason, 'Called back about an appointment, ticket 4712');
  assert.deepEqual(visit.faults, []);
  await visit.close();
});

test('somebody is found by a whole address or number, which stands in no address of a page', async () => {
  const contact = fresh();
  const { displayId } = await post(contact);
  const visit = await portals.visit('support');
  const { page } = visit;
  await visit.open('/admin/people');
  await box(page, 'E-mail address').fill('nobody@quillfeather.example');
  await button(page, 'Find').click();
  await page.getByText('Nobody was found').waitFor();
  await box(page, 'E-mail address').fill(contact.email.toUpperCase());
  await button(page, 'Find').click();
  const link = page.getByRole('link', { name: `Person ${displayId}`, exact: true });
  await link.waitFor();
  await page.getByText('Phone number', { exact: true }).click();
  await box(page, 'Phone number').fill(contact.phone);
  await page.keyboard.press('Enter');
  await link.click();
  await heading(page, `Person ${displayId}`).waitFor();
  assert.ok(!page.url().includes('quillfeather'));
  await assertUnheard(visit, { ...NAME, ...contact });
  assert.deepEqual(visit.faults, []);
  await visit.close();
});

test('a list is narrowed by vertical and by tags, which are saved after what changes was seen', async () => {
  const { personId, displayId } = await post(fresh());
  const visit = await portals.visit('owner');
  const { page } = visit;
  await visit.open(`/admin/people/${displayId}`);
  await button(page, 'Edit: Tags').click();
  const tags = page.getByRole('combobox', { name: 'Tags' });
  await tags.fill('call 5125550123');
  await page.keyboard.press('Enter');
  await button(page, 'Save tags').click();
  await page.getByText('A tag begins with a letter').waitFor();
  await page.keyboard.press('Escape');
  await tags.press('Backspace');
  await tags.fill('call back');
  await tags.press('Enter');
  await button(page, 'Save tags').click();
  await button(page.getByRole('dialog', { name: 'What changes' }), 'Save').click();
  await page.getByText('The tags are saved').waitFor();
  assert.deepEqual((await portals.admin.get(`/api/v1/people/${personId}?masked=true`)).json.data.tags, ['call back']);

  const { id: elsewhere } = await made(portals.admin, '/api/v1/verticals', { name: 'Ears', slug: 'ears' });
  await visit.open(`/admin/people?tags=call back&verticalId=${portals.market.verticalId}`);
  await opener(page, displayId).waitFor();
  assert.equal(await page.getByRole('button', { name: /^Open Person/ }).count(), 1);
  await visit.open(`/admin/people?tags=call back&verticalId=${elsewhere}`);
  await page.getByText('Nothing matches these filters').waitFor();
  assert.deepEqual(visit.faults, []);
  await visit.close();
});

test('a note of a person is written beside the newest lead, and a person is hidden and shown again', async () => {
  const { personId, displayId, leadShortId } = await post(fresh());
  const visit = await portals.visit('owner');
  const { page } = visit;
  await visit.open(`/admin/people/${displayId}`);
  await button(page, 'Add note').click();
  await page.getByText('Write something.').waitFor();
  await box(page, 'Note').fill('Wants to be called at noon');
  await button(page, 'Add note').click();
  await page.getByText('Wants to be called at noon').waitFor();
  await page.getByText(`Note beside lead ${leadShortId}`).waitFor();
  assert.equal(await box(page, 'Note').inputValue(), '');

  await button(page, 'Hide from lists').click();
  await button(page.getByRole('dialog'), 'Hide from lists').click();
  await button(page, 'Show in lists again').waitFor();
  const listed = await portals.admin.get('/api/v1/people?masked=true&limit=1000');
  assert.ok(!listed.text.includes(personId));
  await visit.open('/admin/people?status=deleted');
  await opener(page, displayId).waitFor();
  await visit.open(`/admin/people/${displayId}`);
  await button(page, 'Show in lists again').click();
  await button(page.getByRole('dialog'), 'Show in lists again').click();
  await button(page, 'Hide from lists').waitFor();
  assert.deepEqual(visit.faults, []);
  await visit.close();
});

test('of two who share a phone one is made, after both were seen side by side and what follows was read', async () => {
  const [one, other] = [fresh(), fresh()];
  const kept = await post(one);
  const gone = await post({ ...other, phone: one.phone });
  const visit = await portals.visit('owner');
  const { page } = visit;
  await visit.open(`/admin/people/${gone.displayId}`);
  await button(page, `Compare with ${kept.displayId}`).click();
  const dialog = page.getByRole('dialog', { name: `Make one person of ${gone.displayId} and ${kept.displayId}` });
  await dialog.getByRole('region', { name: `${gone.displayId} stays` }).waitFor();
  await dialog.getByRole('region', { name: `${kept.displayId} goes` }).waitFor();
  assert.deepEqual(await lookOver(page, 'merge-people'), []);
  await button(dialog, 'Keep the other one instead').click();
  const staying = dialog.getByRole('region', { name: `${kept.displayId} stays` });
  await staying.getByText('O•••', { exact: true }).waitFor();
  await dialog
    .getByText(`1 lead of ${gone.displayId}, with their sales and notes, move to ${kept.displayId}.`)
    .waitFor();
  await dialog.getByText('This is for good').waitFor();

  await button(staying, 'Reveal').click();
  const asked = page.getByRole('dialog', { name: 'Show the masked fields of this lead' });
  await asked.getByLabel('Reason').fill('Are these two the same human?');
  await button(asked, 'Reveal').click();
  await staying.getByText(one.email).waitFor();
  assert.equal(await dialog.getByText(other.email).count(), 0, 'of one of them alone');

  await box(dialog, 'Why').fill('Ottoline said that both are hers');
  assert.equal(await button(dialog, 'Make them one').isEnabled(), false);
  await box(dialog, `Type ${gone.displayId} to confirm`).fill(gone.displayId);
  await button(dialog, 'Make them one').click();
  await page.waitForURL((url) => url.pathname === `/admin/people/${kept.displayId}`);
  await page.getByText(`They are one person now: ${kept.displayId}`).waitFor();
  await page.getByText(`${gone.displayId} was merged into this person`).waitFor();
  await page.getByText('Ottoline said that both are hers').waitFor();
  const leads = page.getByRole('table', { name: 'Leads' });
  for (const { leadShortId } of [kept, gone]) await leads.getByRole('link', { name: leadShortId }).waitFor();

  await page.getByRole('link', { name: `Open ${gone.displayId}` }).click();
  await page.getByText(`${gone.displayId} was merged into another person`).waitFor();
  assert.equal(await button(page, 'Hide from lists').count(), 0);
  await page.getByRole('link', { name: 'Open the person who stays' }).click();
  await heading(page, `Person ${kept.displayId}`).waitFor();
  assert.deepEqual(visit.faults, []);
  await visit.close();
});

test('two are made one by hand and by keyboard alone, and what cannot be is refused at the field', async () => {
  const [kept, gone] = [await post(fresh()), await post(fresh())];
  const visit = await portals.visit('support');
  const { page } = visit;
  await visit.open(`/admin/people/${kept.displayId}`);
  await page.getByText('Nobody else shares a phone number').waitFor();
  const id = box(page, 'Another person, by its id');
  const compare = async (ref: string): Promise<void> => {
    await id.focus();
    await page.keyboard.press('Control+a');
    await page.keyboard.type(ref);
    await page.keyboard.press('Enter');
  };
  await compare('Ottoline');
  await page.getByText('Send the id of a person, such as P-1002.').waitFor();
  await compare('P-999999');
  await page.getByText('There is no such person.').waitFor();
  await compare(kept.displayId);
  await page.getByText('That is this person.').waitFor();
  await compare(gone.displayId);
  const dialog = page.getByRole('dialog', { name: `Make one person of ${kept.displayId} and ${gone.displayId}` });
  await dialog.waitFor();
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
  await compare(gone.displayId);
  await box(dialog, `Type ${gone.displayId} to confirm`).focus();
  await page.keyboard.type(gone.displayId.toLowerCase());
  await page.keyboard.press('Enter');
  await page.getByText(`${gone.displayId} was merged into this person`).waitFor();
  await compare(gone.displayId);
  await page.getByText('That person was merged into another one.').waitFor();
  const { json } = await portals.admin.get(`/api/v1/people/${gone.personId}?masked=true`);
  assert.equal(json.data.mergedInto, kept.personId);
  assert.deepEqual(visit.faults, []);
  await visit.close();
});

test('an analyst reads people masked, and is offered nothing that changes or reveals them', async () => {
  const contact = fresh();
  const { displayId } = await post(contact);
  const visit = await portals.visit('analyst');
  const { page } = visit;
  await visit.open('/admin/people?columns=person,name,email,phone');
  await visit.open(`/admin/people/${displayId}`);
  await heading(page, 'What happened').waitFor();
  for (const name of ['Reveal', 'Hide from lists', 'Edit: Tags', 'Compare', 'Make them one'])
    assert.equal(await button(page, name).count(), 0, name);
  await assertUnheard(visit, { ...NAME, ...contact });
  assert.deepEqual(visit.faults, []);
  await visit.close();
});

for (const role of ['buyer', 'partner'] as const)
  test(`a ${role} sees people of its own leads, shows who one is for a minute, and hears of nobody else`, async () => {
    const contact = fresh();
    const own = await post(contact);
    const others = await post(fresh(), { state: 'NY', zipCode: '10001' });
    const visit = await portals.visit(role);
    const { page } = visit;
    await visit.open(`/${role}/people`);
    const block = own.personId.slice(-12);
    await opener(page, block).click();
    await page.getByRole('link', { name: 'Open the whole page' }).click();
    await heading(page, `Person ${block}`).waitFor();
    await page.getByText('O•••', { exact: true }).waitFor();
    await assertUnheard(visit, { ...NAME, ...contact });
    await button(page, 'Show').click();
    await page.getByText(NAME.lastName, { exact: true }).waitFor();
    await page.getByText('Shown and recorded').waitFor();
    await button(page, 'Mask now').click();
    await page.getByText(NAME.lastName, { exact: true }).waitFor({ state: 'detached' });
    const heard = (await bodiesOf(visit)).join('\n');
    assert.ok(!heard.includes(own.displayId), 'no number of the organization');
    if (role === 'buyer') assert.ok(!heard.includes(others.personId) && !heard.includes(others.leadId));
    await page.getByRole('table').getByRole('link').first().click();
    await page.waitForURL((url) => url.pathname.startsWith(`/${role}/leads/`));
    await page.locator('h1', { hasText: 'Lead' }).waitFor();
    assert.deepEqual(visit.faults, []);
    await visit.close();
  });
