import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { personOf } from '../kit/people.ts';
import { beSignedIn, openPortals, type Portals } from '../kit/portals.ts';

let portals: Portals;
before(async () => {
  portals = await openPortals();
});
after(async () => {
  await portals.stop();
  assert.deepEqual(portals.app.problems, []);
});

test('the guide leads from an empty organization to a sold test lead in five minutes', async () => {
  const { app } = portals;
  const { tenantId } = await app.tenant('Empty Leads');
  const visit = await portals.stranger();
  const { page } = visit;
  const person = await personOf(app, { tenantId, role: 'owner' });
  await beSignedIn(app, visit, person);
  const began = Date.now();
  await visit.open('/admin');
  await page.getByRole('link', { name: 'Begin' }).click();
  await page.getByLabel('Name of the vertical').fill('Dental');
  await page.getByRole('button', { name: 'Save and go on' }).click();

  await page.getByLabel('Name of the buyer').fill('Acme Dental');
  await page.getByLabel('Where are leads delivered?').fill('http://not-safe.example/leads');
  await page.getByRole('button', { name: 'Save and go on' }).click();
  await page.getByText('An https address of the buyer').last().waitFor();
  await page.getByLabel('Where are leads delivered?').fill('https://leads.acme-dental.example/in');
  await page.reload();
  await page.getByLabel('Name of the buyer').fill('Acme Dental');
  await page.getByLabel('Where are leads delivered?').fill('https://leads.acme-dental.example/in');
  await page.getByRole('button', { name: 'Save and go on' }).click();

  await page.getByLabel('Name of the partner').fill('Kind Clicks');
  await page.getByRole('button', { name: 'Save and go on' }).click();
  await page.getByText(/^lr_live_/).waitFor();
  await page.getByRole('button', { name: 'Post a test lead' }).click();
  await page.getByText('It works: this lead would have been sold').waitFor();
  await page.getByText('Acme Dental, standard').first().waitFor();
  assert.ok(Date.now() - began < 5 * 60_000);
  await page.getByRole('link', { name: 'See the lead and why it went there' }).click();
  await page.getByRole('heading', { name: /^Lead L-/ }).waitFor();
  assert.deepEqual(visit.faults, []);
  await visit.close();
});
