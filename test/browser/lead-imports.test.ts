import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, test } from 'node:test';
import type { Page } from 'playwright-core';
import type { SubmitRows } from '../../src/leads/intake/index.ts';
import { fileOf, rowOf, workImports } from '../kit/lead-files.ts';
import { seriousFaults } from '../kit/look-over.ts';
import { atRest, openPortals, type Portals, type Visit } from '../kit/portals.ts';

const IMPORTS = '/admin/leads/imports';
const NAME = 'Importmarker';

let portals: Portals;
before(async () => {
  portals = await openPortals();
});
after(async () => {
  await portals.stop();
  assert.deepEqual(portals.app.problems, []);
});

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name, exact: true });
const bar = (page: Page) => page.getByRole('progressbar');

/** Chooses the campaign and the file, and sends it. */
async function send({ page }: Visit, rows: readonly string[]): Promise<void> {
  await page.getByRole('combobox', { name: 'Campaign' }).click();
  await page.getByRole('option').first().click();
  const buffer = Buffer.from(fileOf(rows));
  const chosen = page.waitForEvent('filechooser');
  await page.getByLabel('CSV file').click();
  await (await chosen).setFiles({ name: 'patients of last year.csv', mimeType: 'text/csv', buffer });
  await button(page, 'Send the file').click();
  await page.waitForURL(/imports\/[\da-f-]{36}$/);
  await page.getByRole('heading', { name: 'Which column is what' }).waitFor();
}

/** Rows are submitted so often, and the others when they are let through. */
function heldRows(submitRows: SubmitRows, most: number): { readonly submitRows: SubmitRows; release(): void } {
  let given = 0;
  const { promise: released, resolve: release } = Promise.withResolvers<void>();
  return {
    release,
    async submitRows(group) {
      given += 1;
      if (given > most) await released;
      return submitRows(group);
    },
  };
}

test('a file is sent, mapped, read and reported, and its progress is there after a reload', async (t) => {
  const visit = await portals.visit('admin');
  const { page } = visit;
  await visit.open(IMPORTS);
  await page.getByRole('link', { name: 'Import leads' }).first().click();
  await atRest(page);
  await button(page, 'Send the file').click();
  await page.getByText('Choose one').first().waitFor();
  const rows = Array.from({ length: 200 }, () => rowOf());
  rows[4] = rowOf({ email: 'nobody at all' });
  await send(visit, rows);
  await page.reload();
  await page.getByRole('combobox', { name: '4: Mobile' }).waitFor();
  assert.equal(await page.getByRole('combobox', { name: '4: Mobile' }).inputValue(), 'Phone (needed)');
  assert.equal(await page.getByText(NAME).count(), 0, 'nothing of the rows before it is asked for');
  await button(page, 'Show the first rows').click();
  await page.getByRole('cell', { name: NAME }).first().waitFor();
  assert.deepEqual(await seriousFaults(visit.page), []);
  const held = heldRows(portals.app.engine.submitRows, 2);
  t.after(() => held.release());
  await button(page, 'Start the import').click();
  await page.getByText('Started. You need not wait here').waitFor();
  const working = workImports(portals.app, { submitRows: held.submitRows });
  await page.getByText(/^128 of 200 rows/).waitFor();
  await page.reload();
  await bar(page).waitFor();
  assert.match((await bar(page).getAttribute('aria-valuetext')) ?? '', /^128 of 200 rows/);
  assert.deepEqual(await seriousFaults(visit.page), []);
  held.release();
  assert.deepEqual(await working, []);
  await page.getByText('199 leads, 0 rejected, 1 invalid').waitFor();
  assert.equal(await bar(page).count(), 0);
  await page.getByRole('combobox', { name: 'Outcome' }).click();
  await page.getByRole('option', { name: 'Invalid' }).click();
  const table = page.getByRole('table', { name: 'Rows in their order' });
  await table.getByRole('link').first().waitFor({ state: 'detached' });
  await table.getByRole('cell', { name: /email/ }).waitFor();
  assert.equal(await table.getByRole('row').count(), 2);
  const saving = page.waitForEvent('download');
  await button(page, 'Save the report').click();
  const download = await saving;
  assert.match(download.suggestedFilename(), /^careroute-import-[\da-f]{8}\.csv$/);
  const lines = (await readFile(await download.path(), 'utf8')).trim().split('\r\n');
  assert.equal(lines.length, 201);
  assert.ok(!lines.some((line) => line.includes(NAME)));
  const told = (await Promise.all(visit.answers)).filter((text) => text.includes(NAME));
  assert.equal(told.length, 1, 'the first rows alone hold a name');
  assert.deepEqual(visit.faults, []);
  await visit.close();
});

test('an import is paused, gone on with and given up, by keyboard too', async () => {
  const visit = await portals.visit('owner');
  const { page } = visit;
  await visit.open(`${IMPORTS}/new`);
  await send(
    visit,
    Array.from({ length: 100 }, () => rowOf()),
  );
  await button(page, 'Start the import').click();
  await button(page, 'Pause').click();
  await page.getByRole('dialog').getByRole('button', { name: 'Pause' }).click();
  await page.getByText('Paused', { exact: true }).first().waitFor();
  await button(page, 'Resume').focus();
  await page.keyboard.press('Enter');
  await page.getByRole('dialog').getByRole('button', { name: 'Resume' }).click();
  await bar(page).waitFor();
  await button(page, 'Cancel import').click();
  await page.getByRole('dialog').getByRole('button', { name: 'Cancel import' }).click();
  await page.getByText('Cancelled', { exact: true }).first().waitFor();
  assert.equal(await button(page, 'Resume').count(), 0);
  await visit.open(IMPORTS);
  await page.getByRole('table', { name: 'Imports, newest first' }).getByText('Cancelled').waitFor();
  assert.deepEqual(visit.faults, []);
  await visit.close();
});

test('who may not bring leads in is offered nothing of it', async () => {
  const visit = await portals.visit('analyst');
  await visit.open('/admin/leads');
  assert.equal(await visit.page.getByRole('link', { name: 'Imports' }).count(), 0);
  await visit.close();
});
