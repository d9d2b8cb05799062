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
  assert.deepEqual(visit.faults, []);
  assert.deepEqual(portals.app.problems, []);
});

/** What the form asks of every lead. */
const LABELS = [
  ['First name', 'firstName'],
  ['Last name', 'lastName'],
  ['E-mail', 'email'],
  ['Phone', 'phone'],
  ['State', 'state'],
  ['ZIP code', 'zipCode'],
] as const;

/** Entered by the first test. */
let leadId = '';

test('a lead is entered by hand: what is wrong is said at its field, and what is right is sold at once', async () => {
  const { page } = visit;
  const { market } = portals;
  await visit.open('/admin/leads');
  await page.getByRole('link', { name: 'Enter a lead', exact: true }).first().click();
  await page.waitForURL((url) => url.pathname === '/admin/leads/new');
  const fill = (name: string, text: string) => page.getByRole('textbox', { name, exact: true }).fill(text);
  const enter = () => page.getByRole('button', { name: 'Enter the lead', exact: true }).click();
  await enter();
  await page.getByText('This is needed').waitFor();
  await page.getByRole('combobox', { name: 'Campaign' }).click();
  await page.getByRole('option').first().click();
  const lead = market.lead();
  for (const [label, name] of LABELS) await fill(label, String(lead[name]));
  await page.getByLabel('Date of birth').fill('1980-02-03');
  await fill('Phone', '123');
  await page.getByRole('checkbox', { name: 'Has agreed to be contacted (TCPA)' }).check();
  await enter();
  await page.locator('[aria-invalid="true"]').first().waitFor();
  assert.ok(visit.faults.splice(0).includes('400: /api/v1/leads'));
  assert.equal(new URL(page.url()).pathname, '/admin/leads/new');
  await fill('Phone', String(lead['phone']));
  await enter();
  await page.getByText('The lead is sold').waitFor();
  await page.waitForURL((url) => /^\/admin\/leads\/[0-9a-f-]{36}$/.test(url.pathname));
  leadId = new URL(page.url()).pathname.split('/').at(-1) ?? '';
  const read = (await portals.admin.get(`/api/v1/leads/${leadId}`)).json.data;
  assert.deepEqual([read.status, read.lastName, read.fields.dateOfBirth], ['sold', lead['lastName'], '1980-02-03']);
});

test('name and e-mail of a lead are corrected after it was said what they become, and the rest stays', async () => {
  const { page } = visit;
  const was = (await portals.admin.get(`/api/v1/leads/${leadId}`)).json.data;
  await visit.open(`/admin/leads/${leadId}`);
  await page.getByRole('button', { name: 'Correct name, e-mail or phone', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: 'Correct name, e-mail or phone' });
  await dialog.getByRole('button', { name: 'Correct', exact: true }).click();
  await dialog.getByText('Say at least one that is wrong.').waitFor();
  await dialog.getByRole('textbox', { name: 'Last name', exact: true }).fill('Winterbourne-Hale');
  await dialog.getByRole('textbox', { name: 'E-mail', exact: true }).fill('no address');
  await dialog.getByRole('button', { name: 'Correct', exact: true }).click();
  const changes = page.getByRole('dialog', { name: 'What changes' });
  await changes.getByText('Winterbourne-Hale').waitFor();
  await changes.getByRole('button', { name: 'Save', exact: true }).click();
  await dialog.locator('[aria-invalid="true"]').waitFor();
  assert.ok(visit.faults.splice(0).includes(`400: /api/v1/leads/${leadId}`));
  await dialog.getByRole('textbox', { name: 'E-mail', exact: true }).fill('hale@winterbourne.example');
  await dialog.getByRole('button', { name: 'Correct', exact: true }).click();
  await changes.getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByText('Corrected', { exact: true }).waitFor();
  const read = (await portals.admin.get(`/api/v1/leads/${leadId}`)).json.data;
  assert.deepEqual([read.lastName, read.email], ['Winterbourne-Hale', 'hale@winterbourne.example']);
  assert.deepEqual([read.firstName, read.phone], [was.firstName, was.phone]);
});

test('what the campaign asks beside the rest is entered by its type, and a fault stands at its field', async () => {
  const { page } = visit;
  const { admin, market } = portals;
  const ofVertical = `/api/v1/verticals/${market.verticalId}/custom-fields`;
  await made(admin, ofVertical, { name: 'missingTeeth', label: 'Missing teeth', fieldType: 'number', required: true });
  const plans = { fieldType: 'select', options: ['HMO', 'PPO'] };
  await made(admin, ofVertical, { name: 'plan', label: 'Insurance plan', ...plans });
  await made(admin, ofVertical, { name: 'lastVisit', label: 'Last visit', fieldType: 'date' });
  const ofCampaign = `/api/v1/campaigns/${market.campaignId}/custom-fields`;
  await made(admin, ofCampaign, { name: 'smoker', label: 'Smokes', fieldType: 'boolean' });
  await visit.open('/admin/leads/new');
  const enter = () => page.getByRole('button', { name: 'Enter the lead', exact: true }).click();
  const choose = async (name: string | RegExp, option: string) => {
    await page.getByRole('combobox', { name }).click();
    await page.getByRole('option', { name: option, exact: true }).click();
  };
  await choose('Campaign', 'Campaign');
  const { campaignId: _named, ...lead } = market.lead();
  for (const [label, name] of LABELS)
    await page.getByRole('textbox', { name: label, exact: true }).fill(String(lead[name]));
  await page.getByRole('checkbox', { name: 'Has agreed to be contacted (TCPA)' }).check();
  const teeth = page.getByRole('textbox', { name: /^Missing teeth/ });
  await enter();
  await page.getByText('This is needed').waitFor();
  assert.equal(await teeth.getAttribute('aria-invalid'), 'true');
  await teeth.fill('many');
  await choose('Insurance plan', 'PPO');
  await page.getByLabel('Last visit').fill('2026-03-01');
  await choose('Smokes', 'No');
  await enter();
  await page.getByText('Send a finite number in plain decimals, such as 42 or 3.5.').waitFor();
  assert.equal(await teeth.getAttribute('aria-invalid'), 'true');
  assert.ok(visit.faults.splice(0).includes('400: /api/v1/leads'));
  await teeth.fill('3');
  await enter();
  await page.waitForURL((url) => /^\/admin\/leads\/[0-9a-f-]{36}$/.test(url.pathname));
  const read = (await admin.get(`/api/v1/leads/${new URL(page.url()).pathname.split('/').at(-1)}`)).json.data;
  const { missingTeeth, plan, lastVisit, smoker } = read.fields;
  assert.deepEqual([missingTeeth, plan, lastVisit, smoker], [3, 'PPO', '2026-03-01', false]);
});
