import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { startApp, type TestApp } from '../kit/app.ts';
import { browserClient, mailsTo, tokenMailedTo } from '../kit/browser-client.ts';
import type { Answer, Client } from '../kit/client.ts';
import { type Market, startMarket } from '../kit/market.ts';
import { ownersOf, type Person, personOf } from '../kit/people.ts';
import { made, refused, seenOf } from '../kit/refusals.ts';
import { PASSWORD } from '../kit/sign-in.ts';

let app: TestApp;
let market: Market;
let tenantId: string;
let owners: Client;
before(async () => {
  app = await startApp({ trustedProxies: ['127.0.0.1'] });
  ({ tenantId } = await app.tenant());
  owners = ownersOf(app, tenantId);
  market = await startMarket(app, owners, { buyers: [{}, {}] });
});
after(async () => {
  await market.stop();
  await app.stop();
});

const PATH = '/api/v1/colleagues';
const FREE = 4;
let serial = 0;
const email = (): string => `invited.${(serial += 1)}@example.test`;
const ofBuyer = (index = 0, more: { readonly piiAccess?: boolean } = {}): Promise<Person> =>
  personOf(app, { tenantId, role: 'buyer', buyerId: market.buyers[index]?.buyerId ?? '', ...more });

const show = (token: string): Promise<Answer> => app.client().get(`/api/v1/setup/${token}`);
const expire = (userId: string): Promise<unknown> =>
  app.owner.query({
    text: `UPDATE user_links SET created_at = now() - interval '8 days', expires_at = now() - interval '1 day'
      WHERE user_id = $1 AND used_at IS NULL`,
    values: [userId],
  });
const shownAs = async (client: Client, id: string) =>
  (await client.get(PATH)).json.data.find((row: { id: string }) => row.id === id);
const actionsOn = async (id: string): Promise<string[]> =>
  (await owners.get(`/api/v1/audit-logs?entityId=${id}`)).json.data.map((event: { action: string }) => event.action);

test('an expired invitation of a colleague is renewed, and the old link opens nothing', async () => {
  const { client } = await ofBuyer();
  const address = email();
  const { id, invitationExpiresAt } = await made(client, PATH, { email: address });
  assert.ok(Date.parse(invitationExpiresAt) > Date.now() + 6 * 86_400_000);
  const old = await tokenMailedTo(app, address, 'setup');
  await expire(id);
  assert.equal((await show(old)).status, 410);
  assert.ok(Date.parse((await shownAs(client, id)).invitationExpiresAt) < Date.now());
  const again = await client.post(`${PATH}/${id}/invitation`);
  assert.equal(again.status, 200, again.text);
  assert.equal(again.json.data.mailed, true);
  assert.ok(Date.parse(again.json.data.invitationExpiresAt) > Date.now());
  const fresh = await tokenMailedTo(app, address, 'setup');
  assert.notEqual(fresh, old);
  assert.equal((await show(old)).status, 410);
  const browser = browserClient(app);
  assert.equal((await browser.post(`/api/v1/setup/${fresh}`, { password: PASSWORD })).status, 200);
  const there = await shownAs(client, id);
  assert.deepEqual([there.status, there.invitationExpiresAt], ['active', null]);
  assert.ok((await actionsOn(id)).includes('user.reinvite'));
  refused(await client.post(`${PATH}/${id}/invitation`), 409, 'CONFLICT');
  refused(await client.delete(`${PATH}/${id}/invitation`), 409, 'CONFLICT');
});

test('a link that still works is worth nothing once a new one is sent, or the invitation is withdrawn', async () => {
  const { client } = await ofBuyer();
  const address = email();
  const { id } = await made(client, PATH, { email: address });
  const first = await tokenMailedTo(app, address, 'setup');
  assert.equal((await client.post(`${PATH}/${id}/invitation`)).status, 200);
  const second = await tokenMailedTo(app, address, 'setup');
  assert.deepEqual([(await show(first)).status, (await show(second)).status], [410, 200]);
  const withdrawn = await client.delete(`${PATH}/${id}/invitation`);
  assert.deepEqual([withdrawn.status, withdrawn.json.data.invitationExpiresAt], [200, null], withdrawn.text);
  assert.equal((await show(second)).status, 410);
  assert.equal((await browserClient(app).post(`/api/v1/setup/${second}`, { password: PASSWORD })).status, 410);
  assert.ok((await actionsOn(id)).includes('user.withdraw_invitation'));
  assert.equal((await client.post(`${PATH}/${id}/invitation`)).status, 200);
  assert.equal((await show(await tokenMailedTo(app, address, 'setup'))).status, 200);
});

test("another party's colleague is not there, and who sees less lets nobody in who sees more", async () => {
  const [whole, other, blind] = [await ofBuyer(), await ofBuyer(1), await ofBuyer(0, { piiAccess: false })];
  const { id } = await made(whole.client, PATH, { email: email(), piiAccess: true });
  const missing = `${PATH}/00000000-0000-7000-8000-0000000000ff/invitation`;
  for (const method of ['post', 'delete'] as const) {
    const [foreign, nobody] = [
      await other.client[method](`${PATH}/${id}/invitation`),
      await other.client[method](missing),
    ];
    assert.equal(foreign.status, 404);
    assert.deepEqual(seenOf(foreign), seenOf(nobody));
  }
  refused(await blind.client.post(`${PATH}/${id}/invitation`), 403, 'FORBIDDEN');
  const off = await whole.client.delete(`${PATH}/${id}`);
  assert.equal(off.json.data.status, 'inactive', off.text);
  refused(await whole.client.post(`${PATH}/${id}/invitation`), 409, 'CONFLICT');
});

test('nobody is flooded with invitations: not by one person, nor by many', async () => {
  const { client } = await ofBuyer();
  const address = email();
  const { id } = await made(client, PATH, { email: address });
  for (let count = 0; count < FREE; count += 1) {
    const from = (await ofBuyer()).client;
    assert.equal((await from.post(`${PATH}/${id}/invitation`)).status, 200);
  }
  // The next one is let through, and begins the wait.
  await client.post(`${PATH}/${id}/invitation`);
  const late = await (await ofBuyer()).client.post(`${PATH}/${id}/invitation`);
  refused(late, 429, 'RATE_LIMITED');
  assert.ok(Number(late.headers['retry-after']) > 0);
  refused(await owners.patch(`/api/v1/users/${id}`, { action: 'invite' }), 429, 'RATE_LIMITED');
  assert.equal((await mailsTo(app, address)).length, FREE + 2);
});

test('an account for each mail does not flood an address either', async () => {
  const address = email();
  for (let count = 0; count <= FREE; count += 1) {
    const { id } = await made(owners, '/api/v1/users', { email: address, role: 'analyst' });
    assert.equal((await owners.patch(`/api/v1/users/${id}`, { email: email() })).status, 200);
  }
  refused(await owners.post('/api/v1/users', { email: address, role: 'analyst' }), 429, 'RATE_LIMITED');
  assert.equal((await mailsTo(app, address)).length, FREE + 1);
});

test('the organization sends an invitation again, hears whether it was mailed, and withdraws it', async () => {
  const address = email();
  const { id } = await made(owners, '/api/v1/users', { email: address, role: 'support' });
  const old = await tokenMailedTo(app, address, 'setup');
  await expire(id);
  const again = await owners.patch(`/api/v1/users/${id}`, { action: 'invite' });
  assert.deepEqual([again.status, again.json.data.mailed], [200, true], again.text);
  const fresh = await tokenMailedTo(app, address, 'setup');
  assert.deepEqual([(await show(old)).status, (await show(fresh)).status], [410, 200]);
  const withdrawn = await owners.patch(`/api/v1/users/${id}`, { action: 'withdrawInvitation' });
  assert.equal(withdrawn.json.data.invitationExpiresAt, null, withdrawn.text);
  assert.equal((await show(fresh)).status, 410);
});

test('who is switched on again without ever having come is invited still, and comes by a new invitation', async () => {
  const address = email();
  const { id } = await made(owners, '/api/v1/users', { email: address, role: 'support' });
  for (const action of ['ban', 'unban'])
    assert.equal((await owners.patch(`/api/v1/users/${id}`, { action })).status, 200);
  const shown = (await owners.get(`/api/v1/users/${id}`)).json.data;
  assert.deepEqual([shown.status, shown.invitationExpiresAt], ['invited', null]);
  assert.equal((await owners.patch(`/api/v1/users/${id}`, { action: 'invite' })).status, 200);
  const token = await tokenMailedTo(app, address, 'setup');
  assert.equal((await browserClient(app).post(`/api/v1/setup/${token}`, { password: PASSWORD })).status, 200);
  for (const action of ['ban', 'unban']) await owners.patch(`/api/v1/users/${id}`, { action });
  assert.equal((await owners.get(`/api/v1/users/${id}`)).json.data.status, 'active');
});
