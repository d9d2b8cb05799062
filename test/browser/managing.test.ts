import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Locator, Page } from 'playwright-core';
import { tokenMailedTo } from '../kit/browser-client.ts';
import { personOf } from '../kit/people.ts';
import { openPortals, type Portals, type Visit } from '../kit/portals.ts';

let portals: Portals;
before(async () => {
  portals = await openPortals();
});
after(async () => {
  await portals.stop();
  assert.deepEqual(portals.app.problems, []);
});

const box = (on: Page | Locator, name: string): Locator => on.getByRole('textbox', { name, exact: true });
const button = (on: Page | Locator, name: string): Locator => on.getByRole('button', { name, exact: true });

/** Does what is asked about first; what destroys is confirmed by its name. */
async function confirm(page: Page, label: string, name?: string): Promise<void> {
  await button(page, label).click();
  const dialog = page.getByRole('dialog', { name: label });
  if (name !== undefined) {
    await box(dialog, `Type ${name} to confirm`).fill('somebody else');
    await dialog.getByText('That is not the name').waitFor();
    assert.equal(await button(dialog, label).isDisabled(), true);
    await box(dialog, `Type ${name} to confirm`).fill(name);
  }
  await button(dialog, label).click();
}

async function leave(visit: Visit): Promise<void> {
  assert.deepEqual(visit.faults, []);
  await visit.close();
}

const userOf = async (userId: string) => (await portals.admin.get(`/api/v1/users/${userId}`)).json.data;

test('a person is invited, invited anew, withdrawn, switched off and on, and removed by the name', async () => {
  const visit = await portals.visit('owner');
  const { page } = visit;
  const email = 'new.person@example.test';
  await visit.open('/admin/settings/users/new');
  await button(page, 'Invite somebody').click();
  await page.getByText('This is needed').first().waitFor();
  await box(page, 'E-mail').fill(email);
  await page.getByRole('radio', { name: /^Support/ }).check();
  await button(page, 'Invite somebody').click();
  await page.getByText('The link of the invitation works until').waitFor();
  const first = await tokenMailedTo(portals.app, email, 'setup');
  await confirm(page, 'Mail a new invitation');
  await page.getByText('A new invitation is sent').waitFor();
  const second = await tokenMailedTo(portals.app, email, 'setup');
  const stranger = portals.app.client();
  assert.equal((await stranger.get(`/api/v1/setup/${first}`)).status, 410);
  assert.equal((await stranger.get(`/api/v1/setup/${second}`)).status, 200);
  await confirm(page, 'Withdraw the invitation');
  await page.getByText('No link of an invitation works').waitFor();
  assert.equal((await stranger.get(`/api/v1/setup/${second}`)).status, 410);

  await visit.open(`/admin/settings/users/${portals.userId}`);
  await confirm(page, 'Switch off');
  await page.getByText('The account is switched off').waitFor();
  assert.equal((await userOf(portals.userId)).status, 'inactive');
  await confirm(page, 'Switch on again');
  await page.getByText('The account is switched on').waitFor();
  const { status, email: address } = await userOf(portals.userId);
  assert.equal(status, 'active');
  await confirm(page, 'Remove from the organization', address);
  await page.getByText('The person is removed').waitFor();
  await page.getByRole('heading', { name: 'Users', level: 1 }).waitFor();
  assert.equal((await userOf(portals.userId)).status, 'inactive');
  await leave(visit);
});

test('an owner hands the organization over, is signed out, and is an admin afterwards', async () => {
  const visit = await portals.visit('owner');
  const { page } = visit;
  const heir = await personOf(portals.app, { tenantId: portals.tenantId, role: 'admin' });
  const { email } = await userOf(heir.userId);
  await visit.open(`/admin/settings/users/${heir.userId}`);
  await confirm(page, 'Make the owner in your place', email);
  await page.waitForURL(/\/sign-in/);
  await page.getByRole('heading', { name: 'Sign in' }).waitFor();
  assert.deepEqual([(await userOf(heir.userId)).role, (await userOf(visit.ownId)).role], ['owner', 'admin']);
  assert.equal((await heir.client.get('/api/v1/auth')).status, 401);
  visit.faults.splice(0, visit.faults.length, ...visit.faults.filter((fault) => !/401/.test(fault)));
  await leave(visit);
});

test('a buyer’s colleague is sent the invitation again, which is then withdrawn, and is switched off', async () => {
  const visit = await portals.visit('buyer');
  const { page } = visit;
  const email = 'colleague@example.test';
  await visit.open('/buyer/settings/users');
  await button(page, 'Invite a colleague').click();
  await box(page.getByRole('dialog'), 'E-mail address').fill(email);
  await button(page.getByRole('dialog'), 'Send the invitation').click();
  const row = page.getByRole('row').filter({ hasText: email });
  await row.getByText('Invited', { exact: true }).waitFor();
  const first = await tokenMailedTo(portals.app, email, 'setup');
  await confirm(page, `Send ${email} a new invitation`);
  await page.getByText('A new invitation is sent').waitFor();
  assert.equal((await portals.app.client().get(`/api/v1/setup/${first}`)).status, 410);
  await confirm(page, `Withdraw the invitation of ${email}`);
  await row.getByText('Invitation withdrawn').waitFor();
  await confirm(page, `Switch off ${email}`);
  await row.getByText('Inactive').waitFor();
  await leave(visit);
});

test('who runs the installation lets one organization in and turns another one away', async () => {
  const { app } = portals;
  const wait = async (name: string): Promise<string> => {
    const { tenantId } = await app.tenant(name);
    await app.owner.query({ text: `UPDATE tenants SET status = 'pending' WHERE tenant_id = $1`, values: [tenantId] });
    return tenantId;
  };
  const [good, bad] = [await wait('Good Leads'), await wait('Bad Leads')];
  const visit = await portals.visit('superadmin');
  const { page } = visit;
  await visit.open('/installation');
  await page.getByRole('link', { name: 'Good Leads' }).click();
  await page.getByRole('heading', { name: 'Good Leads' }).waitFor();
  await confirm(page, 'Let in');
  await page.getByText('The organization is let in').waitFor();
  await visit.open('/installation');
  await page.getByRole('link', { name: 'Bad Leads' }).click();
  await button(page, 'Turn away').click();
  await page.getByRole('dialog').getByLabel('Reason').fill('Nobody answers the phone.');
  await button(page.getByRole('dialog'), 'Turn away').click();
  await page.getByText('The organization is turned away').waitFor();
  await page.getByText('Nobody answers the phone.').waitFor();
  const states = await app.owner.query<{ id: string; status: string }>({
    text: 'SELECT tenant_id AS id, status FROM tenants WHERE tenant_id = ANY($1)',
    values: [[good, bad]],
  });
  assert.deepEqual(new Map(states.map(({ id, status }) => [id, status])).get(good), 'active');
  assert.notEqual(new Map(states.map(({ id, status }) => [id, status])).get(bad), 'active');

  await visit.open('/installation/sign-up');
  await page.getByLabel('Strangers may sign up').check();
  await page.getByRole('radio', { name: 'Waits until you let them in' }).check();
  await box(page, 'Address of the terms').fill('https://careroute.example/terms');
  await button(page, 'Save').click();
  await button(page.getByRole('dialog', { name: 'What changes' }), 'Save').click();
  await page.getByText('Saved', { exact: true }).first().waitFor();
  const { enabled, termsUrl } = (await app.client().get('/api/v1/signup/config')).json.data;
  assert.deepEqual([enabled, termsUrl], [true, 'https://careroute.example/terms']);
  await box(page, 'Address of the terms').fill('');
  await button(page, 'Save').click();
  await button(page.getByRole('dialog', { name: 'What changes' }), 'Save').click();
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  assert.equal((await app.client().get('/api/v1/signup/config')).json.data.termsUrl, null);
  await leave(visit);
});

test('a mail account is added, changed and deleted, and its password stays with its server', async () => {
  const visit = await portals.visit('owner');
  const { page } = visit;
  await visit.open('/admin/settings/smtp');
  await button(page, 'Add a mail account').first().click();
  const dialog = page.getByRole('dialog');
  await box(dialog, 'Port').fill('70000');
  await button(dialog, 'Add a mail account').click();
  await dialog.getByText('This is needed').first().waitFor();
  await dialog.getByText('A whole number from 1 to 65535').waitFor();
  await box(dialog, 'Server').fill('smtp.example.com');
  await box(dialog, 'Port').fill('465');
  await box(dialog, 'User name').fill('mailer');
  await dialog.getByLabel('Password', { exact: true }).fill('a long secret');
  await box(dialog, 'Sender address').fill('leads@example.com');
  await box(dialog, 'Sender name').fill('Acme');
  await button(dialog, 'Add a mail account').click();
  await page.getByText('Added').waitFor();
  await page.getByRole('button', { name: /^Open smtp.example.com/ }).click();
  const panel = page.getByRole('dialog', { name: 'smtp.example.com' });
  // Neither the password nor its length is there any more.
  assert.equal(await panel.getByLabel('Password', { exact: true }).inputValue(), '');
  await box(panel, 'Sender name').fill('');
  await button(panel, 'Save').click();
  await page.getByText('Saved', { exact: true }).waitFor();
  const [account] = (await portals.admin.get('/api/v1/settings/smtp')).json.data;
  assert.deepEqual([account.fromName, account.hasPassword], [null, true]);
  // The password that is kept goes to no other server.
  await box(panel, 'Server').fill('smtp.elsewhere.com');
  await button(panel, 'Save').click();
  await panel.getByText(/never gets the password that is kept/).waitFor();
  visit.faults.splice(0, visit.faults.length, ...visit.faults.filter((fault) => !/400/.test(fault)));
  await box(panel, 'Server').fill('smtp.example.com');
  await confirm(page, 'Delete', 'smtp.example.com');
  await page.getByText('No mail accounts yet').waitFor();
  await leave(visit);
});

test('a question for sign-up is added and deleted', async () => {
  const visit = await portals.visit('owner');
  const { page } = visit;
  await visit.open('/admin/settings/signup-questions');
  await button(page, 'Add a question').first().click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Order').fill('first');
  await button(dialog, 'Add a question').click();
  await dialog.getByText('A whole number from 0 to 100000').waitFor();
  await box(dialog, 'Question').fill('How many chairs?');
  await dialog.getByLabel('Order').fill('1');
  await dialog.getByRole('combobox', { name: 'Answer' }).click();
  await page.getByRole('option', { name: 'A number' }).click();
  await button(dialog, 'Add a question').click();
  await page.getByRole('button', { name: /^Open How many chairs/ }).click();
  await confirm(page, 'Delete', 'How many chairs?');
  await page.getByText('No questions yet').waitFor();
  await leave(visit);
});

test('an offer that is paused takes its campaigns along, and switches them on again', async () => {
  const visit = await portals.visit('owner');
  const { page } = visit;
  const { offerId, campaignId } = portals.market;
  const statusOf = async () => (await portals.admin.get(`/api/v1/campaigns/${campaignId}`)).json.data.status;
  await visit.open(`/admin/offers/${offerId}`);
  await confirm(page, 'Pause offer');
  await confirm(page, 'Pause its campaigns');
  await button(page, 'Switch 1 campaign on again').waitFor();
  assert.equal(await statusOf(), 'paused');
  await confirm(page, 'Switch 1 campaign on again');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await button(page, 'Switch 1 campaign on again').waitFor({ state: 'detached' });
  assert.equal(await statusOf(), 'active');
  await confirm(page, 'Activate offer');
  await leave(visit);
});
