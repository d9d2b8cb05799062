import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { lookOver } from '../kit/look-over.ts';
import { openPortals, type Portals, type Visit } from '../kit/portals.ts';

let portals: Portals;
before(async () => {
  portals = await openPortals();
});
after(async () => {
  await portals.stop();
  assert.deepEqual(portals.app.problems, []);
});

/** What every view of the instructions has. */
async function readAll({ page }: Visit): Promise<void> {
  await page.getByText(`/api/v1/leads/submit`).first().waitFor();
  for (const language of ['With JavaScript', 'With PHP', 'With Python', 'With curl'])
    await page.getByRole('tab', { name: language, exact: true }).click();
  await page.getByText('curl -X POST').waitFor();
  await page.getByRole('cell', { name: 'tcpaConsent', exact: true }).first().waitFor();
  await page.getByRole('tab', { name: 'Duplicate', exact: true }).click();
  await page.getByText('"result": "duplicate"').waitFor();
  await page.getByRole('cell', { name: 'ORIGIN_NOT_ALLOWED' }).waitFor();
  await page.getByRole('cell', { name: 'Suppressed contact' }).waitFor();
}

test('an owner says which pages may post, and hands on the instructions by a link that can be replaced', async () => {
  const visit = await portals.visit('owner');
  const { page } = visit;
  const at = `/admin/partners/campaigns/${portals.market.campaignId}`;
  await visit.open(`${at}/edit`);
  const origins = page.getByRole('textbox', { name: 'Web pages that may post' });
  await origins.fill('https://forms.example.com/path');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByText('Write each as https://forms.example.com').waitFor();
  await origins.fill('https://forms.example.com');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByRole('dialog', { name: 'What changes' }).getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByText('The campaign is saved').first().waitFor();
  await visit.open(at);
  await page.getByText('https://forms.example.com').first().waitFor();
  await readAll(visit);
  assert.deepEqual(await lookOver(visit.page, 'admin'), []);

  const link = () => page.getByText('/posting/').first().innerText();
  const first = await link();
  const stranger = await portals.stranger();
  await stranger.open(new URL(first).pathname);
  await stranger.page.getByRole('heading', { name: /^How to post to / }).waitFor();

  await page.getByRole('button', { name: 'Replace the link' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Replace the link' }).click();
  await page.getByText('The link is replaced').waitFor();
  await page.getByText(first).waitFor({ state: 'detached' });
  assert.notEqual(await link(), first);
  await stranger.page.reload();
  await stranger.page.getByText('This link opens nothing').waitFor();
  assert.deepEqual(visit.faults, []);
});

test('a setup link is shown once with its end, opens how to post once, and another one is ended', async () => {
  const visit = await portals.visit('owner');
  const { page } = visit;
  await visit.open(`/admin/partners/campaigns/${portals.market.campaignId}`);
  const dialog = page.getByRole('dialog', { name: 'Setup link', exact: true });
  const make = async (): Promise<string> => {
    await page.getByRole('button', { name: 'Make a setup link' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Make a setup link' }).click();
    await dialog.getByText('It is not shown again').first().waitFor();
    await dialog.locator('time').waitFor();
    const url = /https:\S+\/api\/public\/setup\/[\w-]+/.exec(await dialog.innerText())?.[0] ?? '';
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    return new URL(url).pathname;
  };
  const links = page.getByRole('table', { name: 'Setup links' });
  const first = await make();
  await links.getByText('Active').waitFor();
  assert.deepEqual(await lookOver(page, 'admin'), []);
  const anybody = portals.app.client();
  const [opened, again] = [await anybody.get(first), await anybody.get(first)];
  assert.deepEqual([opened.status, again.status], [200, 410], opened.text);
  assert.ok(opened.json.data.postingSpec.postingUrl);
  const second = await make();
  await links.getByText('Used').waitFor();
  await links.getByRole('button', { name: 'End this setup link' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'End this setup link' }).click();
  await page.getByText('The setup link is ended').waitFor();
  await links.getByText('Revoked').waitFor();
  assert.equal((await anybody.get(second)).status, 410);
  assert.deepEqual(visit.faults, []);
});

test('whoever has the link reads all that posting needs, without signing in, and no key', async () => {
  const { specUrl, postingKeyPrefix } = (await portals.admin.get(`/api/v1/campaigns/${portals.market.campaignId}`)).json
    .data;
  const visit = await portals.stranger();
  await visit.open(new URL(specUrl).pathname);
  await visit.page.getByRole('heading', { name: /^How to post to / }).waitFor();
  await readAll(visit);
  assert.deepEqual(await lookOver(visit.page, 'public'), []);
  const text = await visit.page.content();
  for (const secret of [postingKeyPrefix, 'lr_live_', portals.market.partnerId]) assert.ok(!text.includes(secret));
});

test('a partner reads the same of its own campaign, and replaces the link', async () => {
  const visit = await portals.visit('partner');
  await visit.open(`/partner/campaigns/${portals.market.campaignId}`);
  await readAll(visit);
  assert.deepEqual(await lookOver(visit.page, 'partner'), []);
  await visit.page.getByRole('button', { name: 'Replace the link' }).click();
  await visit.page.getByRole('dialog').getByRole('button', { name: 'Replace the link' }).click();
  await visit.page.getByText('The link is replaced').waitFor();
  assert.deepEqual(visit.faults, []);
});

test('who only reads sees the link and is not offered to replace it', async () => {
  const visit = await portals.visit('analyst');
  await visit.open(`/admin/partners/campaigns/${portals.market.campaignId}`);
  await visit.page.getByRole('link', { name: 'Open', exact: true }).waitFor();
  assert.equal(await visit.page.getByRole('button', { name: 'Replace the link' }).count(), 0);
});
