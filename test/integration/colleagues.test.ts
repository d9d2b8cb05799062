import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { startApp, type TestApp } from '../kit/app.ts';
import { browserClient, tokenMailedTo } from '../kit/browser-client.ts';
import { type Market, startMarket } from '../kit/market.ts';
import { ownersOf, type Person, personOf, type PersonWish } from '../kit/people.ts';
import { made, seenOf } from '../kit/refusals.ts';
import { PASSWORD } from '../kit/sign-in.ts';

let app: TestApp;
let market: Market;
let tenantId: string;
before(async () => {
  app = await startApp({ trustedProxies: ['127.0.0.1'] });
  ({ tenantId } = await app.tenant());
  market = await startMarket(app, ownersOf(app, tenantId), { buyers: [{}, {}] });
});
after(async () => {
  await market.stop();
  await app.stop();
});

const PATH = '/api/v1/colleagues';
let serial = 0;
const email = (): string => `colleague.${(serial += 1)}@example.test`;

const buyerId = (index = 0): string => market.buyers[index]?.buyerId ?? assert.fail('no such buyer');
const ofBuyer = (more: Partial<PersonWish> = {}): Promise<Person> =>
  personOf(app, { tenantId, role: 'buyer', buyerId: buyerId(), ...more });
const ofPartner = (): Promise<Person> => personOf(app, { tenantId, role: 'partner', partnerId: market.partnerId });

async function idsSeen({ client }: Person): Promise<string[]> {
  const { json } = await client.get(PATH);
  return json.data.map((row: { id: string }) => row.id);
}

test('people of a buyer or a partner see who else belongs to it, newest first, and nobody else', async () => {
  const [first, second] = [await ofBuyer(), await ofBuyer()];
  const competitor = await ofBuyer({ buyerId: buyerId(1) });
  const partner = await ofPartner();
  assert.deepEqual((await idsSeen(first)).slice(0, 2), [second.userId, first.userId]);
  assert.deepEqual(await idsSeen(competitor), [competitor.userId]);
  assert.deepEqual(await idsSeen(partner), [partner.userId]);
  const { json } = await first.client.get(PATH);
  assert.deepEqual(Object.keys(json.data[0]).toSorted(), [
    'createdAt',
    'email',
    'id',
    'invitationExpiresAt',
    'lastSignInAt',
    'name',
    'piiAccess',
    'readOnly',
    'secondFactor',
    'status',
  ]);
});

test('an invited colleague belongs to the same buyer, and takes the invitation up by the mailed link', async () => {
  const person = await ofBuyer();
  const wish = { email: email(), firstName: 'Kim', lastName: 'Doe' };
  const invited = await person.client.post(PATH, wish);
  assert.equal(invited.status, 201, invited.text);
  assert.deepEqual([invited.json.data.name, invited.json.data.status], ['Kim Doe', 'invited']);
  const browser = browserClient(app);
  const token = await tokenMailedTo(app, wish.email, 'setup');
  assert.equal((await browser.post(`/api/v1/setup/${token}`, { password: PASSWORD })).status, 200);
  const me = (await browser.get('/api/v1/auth')).json.data;
  assert.deepEqual([me.role, me.piiAccess, me.readOnly], ['buyer', false, false]);
  const [row] = await app.owner.query<{ buyerId: string }>({
    text: 'SELECT buyer_id AS "buyerId" FROM users WHERE user_id = $1',
    values: [invited.json.data.id],
  });
  assert.equal(row?.buyerId, buyerId());
});

test('nobody gives a colleague more than the own rights, or a longer time', async () => {
  const blind = await ofBuyer({ piiAccess: false });
  assert.equal((await blind.client.post(PATH, { email: email(), piiAccess: true })).status, 403);
  const reader = await ofBuyer({ readOnly: true });
  const refused = await reader.client.post(PATH, { email: email() });
  assert.deepEqual([refused.status, refused.json.error.code], [403, 'READ_ONLY']);
  for (const field of ['buyerId', 'partnerId', 'role', 'accessUntil', 'password']) {
    const answer = await blind.client.post(PATH, { email: email(), [field]: buyerId(1) });
    assert.equal(answer.status, 400, `${field}: ${answer.text}`);
  }
  const guest = await ofBuyer();
  const until = new Date(Date.now() + 3_600_000);
  const values = [until, guest.userId];
  await app.owner.query({ text: 'UPDATE users SET access_until = $1 WHERE user_id = $2', values });
  const { id } = await made(guest.client, PATH, { email: email(), piiAccess: true });
  const shown = await ownersOf(app, tenantId).get(`/api/v1/users/${id}`);
  assert.deepEqual([shown.json.data.accessUntil, shown.json.data.piiAccess], [until.toISOString(), true]);
});

test('who has a narrowed role lets no colleague in or out', async () => {
  const [narrow, whole] = [await ofBuyer(), await ofBuyer()];
  const permissions = ['caller:read', 'account:own', 'colleagues:read', 'colleagues:write'];
  const role = { name: 'People only', baseRole: 'buyer', permissions };
  const { id: roleId } = await made(ownersOf(app, tenantId), '/api/v1/roles', role);
  const values = [roleId, narrow.userId];
  await app.owner.query({ text: 'UPDATE users SET custom_role_id = $1 WHERE user_id = $2', values });
  assert.equal((await narrow.client.get(PATH)).status, 200);
  assert.equal((await narrow.client.post(PATH, { email: email() })).status, 403);
  assert.equal((await narrow.client.delete(`${PATH}/${whole.userId}`)).status, 403);
});

test('a colleague who is switched off is out at once, with the keys that he made', async () => {
  const [person, leaver] = [await ofBuyer(), await ofBuyer()];
  const { key } = await made(leaver.client, '/api/buyer/api-keys', { name: 'Of a leaver' });
  assert.equal((await app.client(key).get('/api/v1/leads')).status, 200);
  const off = await person.client.delete(`${PATH}/${leaver.userId}`);
  assert.deepEqual([off.status, off.json.data.status], [200, 'inactive'], off.text);
  assert.equal((await leaver.client.get(PATH)).status, 401);
  assert.equal((await app.client(key).get('/api/v1/leads')).status, 401);
  const self = await person.client.delete(`${PATH}/${person.userId}`);
  assert.equal(self.status, 403, self.text);
});

test("somebody of another party, or of the organization's own people, is not there", async () => {
  const person = await ofBuyer();
  const owner = await personOf(app, { tenantId, role: 'owner' });
  const missing = await person.client.delete(`${PATH}/00000000-0000-7000-8000-0000000000ff`);
  for (const other of [await ofBuyer({ buyerId: buyerId(1) }), await ofPartner(), owner]) {
    const answer = await person.client.delete(`${PATH}/${other.userId}`);
    assert.equal(answer.status, 404);
    assert.deepEqual(seenOf(answer), seenOf(missing));
    assert.equal((await other.client.get('/api/v1/auth')).status, 200);
  }
});

test('letting somebody in or out asks for the second factor, and stands in the trail with who did it', async () => {
  const stale = await ofPartner();
  await app.owner.query({
    text: 'UPDATE sessions SET stepped_up_at = NULL WHERE session_id = $1',
    values: [stale.sessionId],
  });
  const asked = await stale.client.post(PATH, { email: email() });
  assert.equal(asked.json.error.code, 'STEP_UP_REQUIRED');
  const person = await ofPartner();
  const { id } = await made(person.client, PATH, { email: email() });
  const trail = await ownersOf(app, tenantId).get(`/api/v1/audit-logs?entityId=${id}`);
  const [event] = trail.json.data;
  assert.equal(event.action, 'user.invite', trail.text);
  assert.ok(JSON.stringify(event).includes(person.userId), trail.text);
});
