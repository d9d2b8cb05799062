import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { atRest, openPortals, type Portals } from '../kit/portals.ts';
import { assertUnheard } from '../kit/seen-values.ts';

let portals: Portals;
before(async () => {
  portals = await openPortals();
});
after(async () => {
  await portals.stop();
  assert.deepEqual(portals.app.problems, []);
});

/** What a partner must not hear: who buys, and for how much. */
async function secrets(): Promise<Record<string, string>> {
  const { admin, market } = portals;
  const buyers = (await admin.get('/api/v1/buyers')).json.data as { id: string; name: string }[];
  const [first, second] = buyers;
  assert.ok(first && second);
  const [sold] = market.buyers;
  return {
    'a buyer by name': `"${first.name}"`,
    'another buyer by name': `"${second.name}"`,
    'a buyer by id': first.id,
    'another buyer by id': second.id,
    'a contract': sold?.contractId ?? '',
    'a price': '30.00',
    'another price': '20.00',
  };
}

test('a partner opens its campaign, copies how to post, posts a test lead, and sees what came of it', async () => {
  const visit = await portals.visit('partner');
  const { page } = visit;
  await visit.context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await visit.open('/partner');
  await page.getByRole('link', { name: 'Campaigns', exact: true }).click();
  await page.getByRole('button', { name: 'Open Campaign' }).click();
  await page.getByText('Takes leads').waitFor();
  await page.getByRole('tab', { name: 'With Python' }).click();
  await page.getByRole('tabpanel', { name: 'With Python' }).getByRole('button', { name: 'Copy' }).click();
  const copied = await page.evaluate<string>('navigator.clipboard.readText()');
  assert.ok(copied.includes(`'campaignId': '${portals.market.campaignId}'`), copied);
  assert.ok(copied.includes('Bearer <posting key>') && !copied.includes('lr_live_'), copied);

  await page.getByRole('button', { name: 'Post a test lead' }).click();
  await page.getByText('Taken: it would have been sold').waitFor();
  await page.getByRole('link', { name: 'Open the lead' }).click();
  await page.getByRole('heading', { name: /^Lead L-/ }).waitFor();
  await page.getByText('A test: decided, but never sold or paid.').waitFor();
  await page.getByText('Posted and answered: accepted').waitFor();
  await page.getByRole('button', { name: 'Show', exact: true }).click();
  await page.getByText('sample.person@example.com').waitFor();
  await page.getByRole('button', { name: 'Mask now' }).click();

  await visit.open('/partner/leads/L-1001');
  await page.getByText('$5.00').waitFor();
  await visit.open('/partner/leads');
  await assertUnheard(visit, await secrets());
  assert.deepEqual(visit.faults, []);
  await visit.close();
});

test('a partner watches its own leads arrive, and hears nothing of who buys them', async () => {
  const { market } = portals;
  const visit = await portals.visit('partner');
  const { page } = visit;
  await visit.open('/partner/leads/live');
  await page.getByRole('cell', { name: 'L-1001' }).waitFor();
  const { leadId } = (await market.post()).json;
  const { shortId } = (await portals.admin.get(`/api/v1/leads/${String(leadId)}`)).json.data;
  const row = page.getByRole('row').filter({ hasText: String(shortId) });
  await row.getByText('Sold', { exact: true }).waitFor();
  await row.getByText('$5.00').waitFor();
  await page.getByRole('button', { name: 'Pause' }).click();
  await row.getByRole('link', { name: String(shortId) }).click();
  await page.getByRole('heading', { name: `Lead ${String(shortId)}` }).waitFor();
  await assertUnheard(visit, await secrets());
  assert.deepEqual(visit.faults, []);
  await visit.close();
});

test('a post that was refused stands in the log with its faults in words', async () => {
  const { market } = portals;
  const { email: _email, ...faulty } = market.lead();
  assert.equal((await market.post(faulty)).status, 400);
  const visit = await portals.visit('partner');
  const { page } = visit;
  await visit.open('/partner/posting-log');
  await page.getByRole('combobox', { name: 'Outcome' }).click();
  await page.getByRole('option', { name: 'Faulty' }).click();
  await page.waitForURL(/outcome=validation_error/);
  await page.locator('[data-stale]').waitFor({ state: 'detached' });
  await page
    .locator('tbody')
    .getByRole('button', { name: /^Open / })
    .first()
    .click();
  await page.getByText('email: is missing').waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Clear filters' }).click();
  await atRest(page);
  await assertUnheard(visit, await secrets());
  assert.deepEqual(visit.faults, []);
  await visit.close();
});

test('a partner chooses of what to be told, and finds the choice again', async () => {
  const visit = await portals.visit('partner');
  const { page } = visit;
  await visit.open('/partner/settings/notices');
  await page.getByLabel('Posts fail').check();
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByText('The choice is saved').waitFor();
  await page.reload();
  await atRest(page);
  assert.equal(await page.getByLabel('Posts fail').isChecked(), true);
  assert.equal(await page.getByLabel('A lead is rejected').isChecked(), false);
  assert.deepEqual(visit.faults, []);
  await visit.close();
});
