import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Locator, Page } from 'playwright-core';
import { openPortals, type Portals, type Visit } from '../kit/portals.ts';

let portals: Portals;
before(async () => {
  portals = await openPortals();
});
after(async () => {
  await portals.stop();
  assert.deepEqual(portals.app.problems, []);
});

const STEPS = 80;

/** Steps forward from piece to piece, as who has no mouse does, and presses the one that is meant. */
async function press(page: Page, wanted: Locator): Promise<void> {
  await wanted.waitFor();
  for (let step = 0; step < STEPS; step += 1) {
    if ((await wanted.and(page.locator(':focus')).count()) === 1) {
      await page.keyboard.press('Enter');
      return;
    }
    await page.keyboard.press('Tab');
  }
  assert.fail(`${String(wanted)} is not reached in ${STEPS} steps`);
}

/** Opens a page by the palette. */
async function go(page: Page, name: string): Promise<void> {
  await page.keyboard.press('Control+k');
  await page.locator('input[placeholder^="A page"]:focus').waitFor();
  await page.keyboard.type(name);
  await page.getByRole('button', { name }).first().waitFor();
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name, exact: true }).waitFor();
}

async function leave(visit: Visit): Promise<void> {
  assert.deepEqual(visit.faults, []);
  await visit.close();
}

test('a contract is paused and goes on without a mouse', async () => {
  const visit = await portals.visit('owner');
  const { page } = visit;
  await visit.open('/admin');
  await go(page, 'Contracts');
  await press(
    page,
    page
      .locator('tbody')
      .getByRole('button', { name: /^Open / })
      .first(),
  );
  await press(page, page.getByRole('link', { name: 'Open the whole page' }));
  await page.waitForURL(/\/contracts\/[-\da-f]{36}$/);
  await press(page, page.getByRole('button', { name: 'Pause contract' }));
  await press(page, page.getByRole('dialog').getByRole('button', { name: 'Pause contract' }));
  await page.getByText('Paused', { exact: true }).first().waitFor();
  await press(page, page.getByRole('button', { name: 'Activate contract' }));
  await press(page, page.getByRole('dialog').getByRole('button', { name: 'Activate contract' }));
  await page.getByRole('button', { name: 'Pause contract' }).waitFor();
  await leave(visit);
});

test('a partner posts a test lead without a mouse', async () => {
  const visit = await portals.visit('partner');
  const { page } = visit;
  await visit.open('/partner');
  await go(page, 'Campaigns');
  await press(page, page.getByRole('button', { name: 'Open Campaign' }));
  await page.getByText('Takes leads').waitFor();
  await press(page, page.getByRole('button', { name: 'Post a test lead' }));
  await page.getByText('Taken: it would have been sold').waitFor();
  await leave(visit);
});

test('a buyer shows the fields of a lead, and masks them, without a mouse', async () => {
  const { leadId } = (await portals.market.post()).json;
  const visit = await portals.visit('buyer');
  const { page } = visit;
  await visit.open('/buyer');
  await go(page, 'Leads');
  await press(page, page.getByRole('button', { name: `Open Lead ${String(leadId).slice(-12)}` }));
  await press(page, page.getByRole('link', { name: 'Open the whole page' }));
  await page.waitForURL((url) => url.pathname === `/buyer/leads/${String(leadId)}`);
  await press(page, page.getByRole('button', { name: 'Show', exact: true }));
  await page.getByText('Shown and recorded').waitFor();
  await press(page, page.getByRole('button', { name: 'Mask now' }));
  await page.getByText('Shown and recorded').waitFor({ state: 'detached' });
  await leave(visit);
});
