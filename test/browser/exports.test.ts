import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, test } from 'node:test';
import type { Page } from 'playwright-core';
import { askExport, beginExport, decideExport } from '../kit/ask-exports.ts';
import { heldVault } from '../kit/held-vault.ts';
import { type Person, personOf } from '../kit/people.ts';
import { seriousFaults } from '../kit/look-over.ts';
import { atRest, beSignedIn, openPortals, type Portals, type Visit } from '../kit/portals.ts';
import { workExports } from '../kit/work-exports.ts';

const MORE_LEADS = 19;
const NAME = 'Quillfeather';
const EXPORTS = '/admin/leads/exports';

let portals: Portals;
let second: Person;
before(async () => {
  portals = await openPortals();
  const { market, tenantId, app } = portals;
  for (let posted = 0; posted < MORE_LEADS; posted += 1) await market.post(market.lead({ lastName: NAME }));
  second = await personOf(app, { tenantId, role: 'admin' });
});
after(async () => {
  await portals.stop();
  assert.deepEqual(portals.app.problems, []);
});

/** Somebody of the staff in a browser of their own. */
async function visitAs(role: 'owner' | 'admin'): Promise<{ readonly visit: Visit; readonly person: Person }> {
  const visit = await portals.stranger();
  const person = await personOf(portals.app, { tenantId: portals.tenantId, role });
  await beSignedIn(portals.app, visit, person);
  return { visit, person };
}

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name, exact: true });
const bell = (page: Page, count: number) => button(page, `Notices: ${count} new`);
const bar = (page: Page) => page.getByRole('progressbar');
const shown = async (page: Page): Promise<string> => (await bar(page).getAttribute('aria-valuetext')) ?? '';

/** Opens the bell, and takes the step of a notice. */
async function follow(page: Page, title: string): Promise<void> {
  await button(page, /^Notices/).click();
  await page.getByRole('link', { name: title }).click();
  await atRest(page);
}

/** Asks for a file of what the list of leads is narrowed to. */
async function ask(visit: Visit): Promise<void> {
  const { page } = visit;
  await visit.open('/admin/leads?status=sold&isTest=false');
  await button(page, 'Export').click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText('Leads with the status sold, that are not tests').waitFor();
  await dialog.getByText('20 leads match now. All of them are in the file.').waitFor();
  await dialog.getByLabel('How many at most').fill('12');
  await dialog.getByText('The newest 12 are in the file.').waitFor();
  await dialog.getByLabel('Reason').fill('The yearly count of the board');
  await button(page, 'Ask for approval').click();
  await page.waitForURL(`**${EXPORTS}`);
  await page.getByText('Waits for somebody else to approve it').waitFor();
}

/** Somebody else is told of it, and approves it. */
async function approve(): Promise<void> {
  const other = await portals.stranger();
  const { page } = other;
  await beSignedIn(portals.app, other, second);
  await other.open('/admin');
  await bell(page, 1).waitFor();
  await follow(page, 'Somebody asks for your approval');
  await page.getByText('The yearly count of the board').first().waitFor();
  await button(page, 'Approve').click();
  await page.getByRole('dialog').last().getByRole('button', { name: 'Approve' }).click();
  await page.getByText('Approved', { exact: true }).first().waitFor();
  assert.deepEqual(other.faults, []);
  await other.close();
}

/** The one who asked is told of that, and makes the file. */
async function make(visit: Visit): Promise<void> {
  const { page } = visit;
  await visit.open('/admin');
  await follow(page, 'Your export is approved');
  await button(page, 'Make the file').click();
  await page.getByRole('dialog').getByRole('button', { name: 'Make the file' }).click();
  await page.getByText('Begun. You need not wait here').waitFor();
  await bar(page).waitFor();
  assert.equal(await shown(page), 'Waits to be begun: 12 leads');
}

/** Saves the file, and gives its lines. */
async function save(page: Page): Promise<string[]> {
  const saving = page.waitForEvent('download');
  await button(page, /^Download: /).click();
  const download = await saving;
  assert.match(download.suggestedFilename(), /^careroute-leads-[\da-f]{8}\.csv$/);
  return (await readFile(await download.path(), 'utf8')).trim().split('\r\n');
}

test('a file is asked for, approved, made and saved, and its progress is there after a reload', async (t) => {
  const { visit } = await visitAs('owner');
  const { page } = visit;
  await ask(visit);
  await approve();
  await make(visit);
  const held = heldVault(portals.app.runtime.vault, 8);
  t.after(() => held.release());
  const working = workExports(portals.app, { vault: held.vault, leadsPerPart: 1 });
  await page.getByText(/^[1-9]\d* of 12 leads/).waitFor();
  const seen = await shown(page);
  await page.reload();
  await bar(page).waitFor();
  assert.equal(await shown(page), seen);
  await page.getByRole('status').filter({ hasText: seen }).waitFor({ state: 'attached' });
  assert.deepEqual(await seriousFaults(page), []);
  held.release();
  assert.deepEqual(await working, []);
  await page.getByRole('status').filter({ hasText: 'Your file of 12 leads is ready' }).waitFor();
  await bell(page, 1).waitFor();
  assert.equal(await bar(page).count(), 0);
  const lines = await save(page);
  assert.equal(lines.length, 13);
  assert.ok(lines[0]?.includes('"lastName"') && lines.slice(1).every((line) => line.includes(NAME)));
  await follow(page, 'Your file of 12 leads is ready');
  await button(page, 'Notices: nothing new').waitFor();
  const told = (await Promise.all(visit.answers)).filter((text) => !text.includes('"format":"csv"'));
  assert.ok(!told.some((text) => text.includes(NAME)), 'nothing but the file holds a name');
  assert.deepEqual(visit.faults, []);
  await visit.close();
});

test('work that goes on while the line is lost is shown again when it is back', async (t) => {
  const { visit, person } = await visitAs('owner');
  const { page } = visit;
  await beginExport(person, second, { limit: 6 });
  const held = heldVault(portals.app.runtime.vault, 4);
  t.after(() => held.release());
  const working = workExports(portals.app, { vault: held.vault, leadsPerPart: 1 });
  await visit.open(EXPORTS);
  await page.getByText(/^[1-9]\d* of 6 leads/).waitFor();
  await page.context().setOffline(true);
  await page.getByText('The connection is lost. The work goes on').waitFor();
  held.release();
  assert.deepEqual(await working, []);
  await page.context().setOffline(false);
  await page.getByText('Done', { exact: true }).waitFor();
  await page.getByText('The connection is lost').waitFor({ state: 'detached' });
  await visit.close();
});

test('a file that is being made is stopped, and one that is there is taken away', async () => {
  const { visit, person } = await visitAs('owner');
  const { page } = visit;
  await beginExport(person, second, { limit: 3 });
  await visit.open(EXPORTS);
  await button(page, /^Stop export: /).click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^Stop export/ })
    .click();
  await page.getByText('You took it away.').waitFor();
  assert.deepEqual(await workExports(portals.app), []);
  await beginExport(person, second, { limit: 3 });
  await workExports(portals.app);
  await visit.open(EXPORTS);
  await button(page, /^Take file away: /).click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^Take file away/ })
    .click();
  await page.getByText('You took it away.').nth(1).waitFor();
  assert.equal(await button(page, /^Download/).count(), 0);
  assert.deepEqual(visit.faults, []);
  await visit.close();
});

test('the bell says what is new, once, and that nothing awaits who has nothing to do', async () => {
  const { visit, person } = await visitAs('owner');
  const { page } = visit;
  await visit.open('/admin/people');
  const asked = await askExport(person);
  await decideExport(second, asked);
  await visit.open('/admin/people');
  await bell(page, 1).click();
  const item = page.getByRole('listitem').filter({ hasText: 'Your export is approved' });
  await item.getByText('New', { exact: true }).waitFor();
  await page.keyboard.press('Escape');
  await button(page, 'Notices: nothing new').waitFor();
  await page.reload();
  await button(page, 'Notices: nothing new').click();
  await item.waitFor();
  assert.equal(await item.getByText('New', { exact: true }).count(), 0);
  await visit.close();
  const partner = await portals.visit('partner');
  await partner.open('/partner');
  await button(partner.page, 'Notices: nothing new').click();
  await partner.page.getByText('Nothing awaits you').waitFor();
  assert.deepEqual([...visit.faults, ...partner.faults], []);
  await partner.close();
});
