import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Locator, Page } from 'playwright-core';
import { overhang, seriousFaults } from '../kit/look-over.ts';
import { openPortals, type Portals, type SignedVisit } from '../kit/portals.ts';

let portals: Portals;
let visit: SignedVisit;
let contractId: string;
before(async () => {
  portals = await openPortals();
  contractId = portals.market.buyers[1]?.contractId ?? assert.fail('no such contract');
  visit = await portals.visit('owner');
});
after(async () => {
  await portals.stop();
  assert.deepEqual(visit.faults, []);
  assert.deepEqual(portals.app.problems, []);
});

const box = (on: Page | Locator, name: string): Locator => on.getByRole('textbox', { name, exact: true });
const button = (on: Page | Locator, name: string): Locator => on.getByRole('button', { name, exact: true });
const part = (on: Page | Locator, name: string): Locator => on.getByRole('group', { name, exact: true });
const edit = () => visit.open(`/admin/buyers/contracts/${contractId}/edit`);
const kept = async () => (await portals.admin.get(`/api/v1/contracts/${contractId}`)).json.data;

async function choose(name: string, option: string): Promise<void> {
  await visit.page.getByRole('combobox', { name, exact: true }).click();
  await visit.page.getByRole('option', { name: option, exact: true }).click();
}

async function confirm(...words: string[]): Promise<void> {
  await button(visit.page, 'Save').click();
  const dialog = visit.page.getByRole('dialog', { name: 'What changes' });
  for (const text of words) await dialog.getByText(text).first().waitFor();
  await button(dialog, 'Save').click();
  await visit.page.waitForURL((url) => url.pathname.endsWith(contractId));
}

const WEEK = [1, 2, 3, 4, 5];
const window = (day: number, startTime: string, endTime: string) => ({ day, startTime, endTime, active: true });

test('a contract is given hours by its fields, by copying a day and by pressing hours of the picture', async () => {
  const { page } = visit;
  await edit();
  await choose('Hours of the week', 'Only at these hours');
  const monday = part(page, 'Monday');
  await box(part(monday, 'Monday, hours 1'), 'Closes').fill('12:00');
  await button(monday, 'Add hours to Monday').click();
  const second = part(monday, 'Monday, hours 2');
  await box(second, 'Opens').fill('22:00');
  await box(second, 'Closes').fill('25:00');
  await button(page, 'Save').click();
  await page.getByText('Monday, hours 2: say times such as 09:00').waitFor();
  await box(second, 'Closes').fill('02:00');
  await second.getByText('over midnight').waitFor();
  await button(monday, 'Copy Monday to other days').click();
  await page.getByRole('menuitem', { name: 'To Monday to Friday' }).click();
  await page.getByText('In words: Mon–Fri 09:00–12:00 and 22:00–02:00 over midnight').waitFor();

  await button(page, 'Monday, 09:00 to 10:00: open').focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowRight');
  assert.equal(await page.locator(':focus').getAttribute('aria-label'), 'Tuesday, 10:00 to 11:00: open');
  await page.keyboard.press('Enter');
  await button(page, 'Tuesday, 10:00 to 11:00: closed').waitFor();
  await button(page, 'Sunday, 05:00 to 06:00: closed').click();
  await confirm('Sun 05:00–06:00', 'Tue 09:00–10:00 and 11:00–12:00 and 22:00–02:00 over midnight');

  const night = WEEK.flatMap((day) => [window(day, '09:00', '12:00'), window(day, '22:00', '02:00')]);
  const pressed = night.flatMap((one) =>
    one.day === 2 && one.startTime === '09:00' ? [window(2, '09:00', '10:00'), window(2, '11:00', '12:00')] : [one],
  );
  assert.deepEqual((await kept()).scheduleHours, [window(0, '05:00', '06:00'), ...pressed]);
});

test('zone, bounds, holidays, pauses, pacing and ramp are set, told before, and shown', async () => {
  const { page } = visit;
  await edit();
  await page.getByRole('combobox', { name: 'Time zone' }).fill('Honolulu');
  await page.getByRole('option', { name: 'Pacific/Honolulu' }).click();
  await choose('A lead that comes while it is closed', 'Waits until it opens');
  await page.getByLabel('First day').fill('2026-01-01');
  await page.getByLabel('Last day').fill('2025-01-01');
  await button(page, 'Save').click();
  await page.getByText('Is before the first day').waitFor();
  await page.getByLabel('Last day').fill('2099-12-31');
  await page.getByLabel('Expires').fill('2099-06-01T12:30');
  await page.getByLabel('Holidays', { exact: true }).first().fill('2098-12-25, 2099-01-01');
  await page.keyboard.press('Enter');
  await button(page, 'Add a pause').click();
  await page.getByLabel('From', { exact: true }).last().fill('2098-07-01T08:00');
  await page.getByLabel('Until', { exact: true }).fill('2098-07-02T08:00');
  await choose('How a daily cap is spent', 'Spread evenly over the open hours of the day');
  await button(page, 'Save').click();
  await page.getByText('Spreads a daily cap, and there is none').waitFor();
  await box(page, 'Leads a day').fill('50');
  await choose('From the start', 'Begin with fewer leads a day, and more by and by');
  await box(page, 'Leads a day at first').fill('5');
  await page.getByLabel('Begins on').fill('2026-11-01');
  await box(page, 'Then more by').fill('10');
  await choose('When a cap is reached', 'Count only, keep nobody away');
  await confirm('5 leads a day on 2026-11-01, 10 more each week', '2098-07-01 08:00 to 2098-07-02 08:00');
  await page.getByRole('heading', { name: 'When does it buy?' }).waitFor();
  await page.getByText('2098-12-25, 2099-01-01').waitFor();

  const contract = await kept();
  assert.equal(contract.scheduleTimezone, 'Pacific/Honolulu');
  assert.deepEqual(contract.pauses, [{ from: '2098-07-01T18:00:00.000Z', to: '2098-07-02T18:00:00.000Z' }]);
  assert.equal(contract.expiresAt, '2099-06-01T22:30:00.000Z');
  assert.deepEqual([contract.closedHours, contract.pacing, contract.capMode], ['hold', 'even', 'observe']);
  assert.deepEqual(contract.ramp, { start: 5, startDate: '2026-11-01', step: 10, every: 'week' });
});

test('what nobody edits comes back as it was, on a phone, and has no fault that axe knows of', async () => {
  const { page } = visit;
  const was = await kept();
  await page.setViewportSize({ width: 360, height: 800 });
  await edit();
  await box(page, 'Name').fill('Another name');
  await button(page, 'Tuesday, 10:00 to 11:00: closed').waitFor();
  const overflow = await overhang(page);
  assert.ok(overflow <= 0, `the page is ${overflow} px wider than the screen`);
  for (const colorScheme of ['dark', 'light'] as const) {
    await page.emulateMedia({ colorScheme });
    await part(page, 'Monday').scrollIntoViewIfNeeded();
    assert.deepEqual(await seriousFaults(page), [], colorScheme);
  }
  await confirm('Another name');
  const is = await kept();
  assert.equal(is.version, was.version, 'the terms are the same, so there is no version of them');
  assert.deepEqual(is, { ...was, name: 'Another name', updatedAt: is.updatedAt });
  await page.setViewportSize({ width: 1280, height: 900 });
});
