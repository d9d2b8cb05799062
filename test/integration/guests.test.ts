import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { newId } from '../../src/kernel/ids.ts';
import { startApp, type TestApp } from '../kit/app.ts';
import { mailsTo } from '../kit/browser-client.ts';
import { makeParty, type Party } from '../kit/parties.ts';
import { installationOf, personOf } from '../kit/people.ts';
import { signInAs } from '../kit/sign-in-as.ts';
import { workNotices } from '../kit/work-notices.ts';

let app: TestApp;
let party: Party;
before(async () => {
  app = await startApp({ trustedProxies: ['127.0.0.1'] });
  party = await makeParty(app, await app.tenant());
  await party.person('owner');
});
after(async () => {
  await party.market.stop();
  await app.stop();
});

const reason = 'Ticket 4711: a lead is said to be missing.';
const superadmin = async (more: object = {}) =>
  signInAs(app, { tenantId: await installationOf(app), role: 'superadmin', ...more });
const enter = `/api/superadmin/tenants/`;

test('a superadmin sees nothing of a tenant until the glass is broken, for a reason', async () => {
  const browser = await superadmin();
  for (const path of ['/api/v1/leads', '/api/v1/buyers', `/api/v1/leads/${party.leadId}`, '/api/v1/audit-logs'])
    assert.equal((await browser.get(path)).status, 403, path);
  const url = `${enter}${party.tenantId}/impersonate`;
  const bare = await browser.post(url, {});
  assert.deepEqual(
    bare.json.error.details.fields.map((fault: { field: string }) => fault.field),
    ['reason'],
  );
  assert.equal((await browser.post(url, { reason, minutes: 61 })).status, 400);
  assert.equal((await browser.post(`${enter}${newId()}/impersonate`, { reason })).status, 404);
  const own = await installationOf(app);
  assert.equal((await browser.post(`${enter}${own}/impersonate`, { reason })).status, 404);
});

test('a guest without a lead sees how the tenant is set up, and no lead; every answer says who looks', async () => {
  const browser = await superadmin();
  const earlier = browser.cookie;
  const entered = await browser.post(`${enter}${party.tenantId}/impersonate`, { reason });
  assert.equal(entered.status, 200, entered.text);
  assert.notEqual(browser.cookie, earlier);
  const buyers = await browser.get('/api/v1/buyers');
  assert.equal(buyers.json.data[0].id, party.buyerId);
  assert.match(String(buyers.headers['x-careroute-guest']), new RegExp(`^${entered.json.data.grantId}; until=`));
  assert.deepEqual((await browser.get('/api/v1/leads')).json.data, []);
  assert.equal((await browser.get(`/api/v1/leads/${party.leadId}`)).status, 404);
  assert.equal((await browser.get(`/api/v1/leads/${party.leadId}/distributions`)).status, 404);
  const me = (await browser.get('/api/v1/auth')).json.data;
  assert.deepEqual([me.role, me.tenantId, me.piiAccess, me.guest.leadId], ['guest', party.tenantId, false, null]);
  for (const path of [
    '/api/v1/audit-logs',
    '/api/v1/users',
    '/api/v1/auth/api-keys',
    '/api/v1/settings?category=general',
  ])
    assert.equal((await browser.get(path)).status, 403, path);
  assert.equal((await browser.call('PATCH', `/api/v1/buyers/${party.buyerId}`, { company: 'X' })).status, 403);
});

test('a broken glass opens one lead, and no other', async () => {
  const browser = await superadmin();
  const other = await party.market.post();
  await browser.post(`${enter}${party.tenantId}/impersonate`, { reason, leadId: party.leadId, minutes: 5 });
  const lead = await browser.get(`/api/v1/leads/${party.leadId}`);
  assert.equal(lead.json.data.firstName, 'Avery', lead.text);
  assert.equal((await browser.get(`/api/v1/leads/${String(other.json.leadId)}`)).status, 404);
  const rows = (await browser.get('/api/v1/leads')).json.data;
  assert.deepEqual(
    rows.map((row: { id: string }) => row.id),
    [party.leadId],
  );
});

test('the one lead may be named by its short id; one that is not there opens nothing', async () => {
  const browser = await superadmin();
  const url = `${enter}${party.tenantId}/impersonate`;
  for (const leadId of ['L-999999', newId(), 'nonsense']) {
    const refused = await browser.post(url, { reason, leadId });
    assert.deepEqual([refused.status, refused.json.error.details.fields?.[0]?.field], [400, 'leadId'], leadId);
  }
  const owner = await personOf(app, { tenantId: party.tenantId, role: 'owner' });
  const { shortId } = (await owner.client.get(`/api/v1/leads/${party.leadId}`)).json.data;
  const entered = await browser.post(url, { reason, leadId: shortId.toLowerCase() });
  assert.equal(entered.status, 200, entered.text);
  assert.equal((await browser.get('/api/v1/auth')).json.data.guest.leadId, party.leadId);
});

test('the tenant is told at once, has all of it in its own trail, reads the reason, and judges it', async () => {
  const owner = await personOf(app, { tenantId: party.tenantId, role: 'owner' });
  const [row] = await app.owner.query<{ email: string }>({
    text: 'SELECT email FROM users WHERE user_id = $1',
    values: [owner.userId],
  });
  const email = row?.email ?? '';
  const browser = await superadmin();
  const { data } = (await browser.post(`${enter}${party.tenantId}/impersonate`, { reason, leadId: party.leadId })).json;
  await browser.get(`/api/v1/leads/${party.leadId}`);
  await workNotices(app);
  const [mail = ''] = await mailsTo(app, email);
  assert.match(mail, /looks into your account/);
  assert.ok(mail.includes(party.leadId));
  const trail = (await owner.client.get('/api/v1/audit-logs?limit=10')).json.data;
  const read = trail.find(
    (event: { action: string; actorKind: string }) => event.action === 'lead.read' && event.actorKind === 'guest',
  );
  assert.deepEqual([read?.entityId, read?.phiClasses.length > 0], [party.leadId, true]);
  assert.ok(
    trail.some(
      (event: { action: string; entityId: string }) =>
        event.action === 'tenant.enter' && event.entityId === data.grantId,
    ),
  );
  const grants = (await owner.client.get('/api/v1/access-grants')).json.data;
  const grant = grants.find((one: { id: string }) => one.id === data.grantId);
  assert.deepEqual([grant.reason, grant.status, grant.leadId, grant.verdict], [reason, 'open', party.leadId, null]);
  const early = await owner.client.post(`/api/v1/access-grants/${data.grantId}/review`, { verdict: 'accepted' });
  assert.equal(early.status, 409, 'it is still open');
  await owner.client.delete(`/api/v1/access-grants/${data.grantId}`);
  const judged = await owner.client.post(`/api/v1/access-grants/${data.grantId}/review`, { verdict: 'questioned' });
  assert.equal(judged.json.data.verdict, 'questioned', judged.text);
});

test('it is over when the time is over, when the guest leaves, and when the tenant shows it out', async () => {
  const [gone, left, shown] = [await superadmin(), await superadmin(), await superadmin()];
  const grants: string[] = [];
  for (const browser of [gone, left, shown]) {
    const entered = await browser.post(`${enter}${party.tenantId}/impersonate`, { reason });
    grants.push(entered.json.data.grantId);
    assert.equal((await browser.get('/api/v1/buyers')).status, 200);
  }
  await app.owner.query({
    text: `UPDATE access_grants
      SET created_at = created_at - interval '1 hour', expires_at = now() - interval '1 second' WHERE grant_id = $1`,
    values: [grants[0]],
  });
  const cookie = left.cookie;
  assert.equal((await left.call('DELETE', '/api/superadmin/impersonation')).status, 200);
  assert.notEqual(left.cookie, cookie);
  const owner = await personOf(app, { tenantId: party.tenantId, role: 'owner' });
  assert.equal((await owner.client.delete(`/api/v1/access-grants/${grants[2] ?? ''}`)).status, 200);
  app.runtime.sessions.forget();
  for (const browser of [gone, left, shown]) {
    const answer = await browser.get('/api/v1/buyers');
    assert.deepEqual([answer.status, answer.headers['x-careroute-guest']], [403, undefined]);
    assert.equal((await browser.get('/api/v1/auth')).json.data.role, 'superadmin');
  }
});

test('entering needs a fresh second factor, and a tenant that works', async () => {
  const stale = await superadmin({ steppedUpAt: new Date(Date.now() - 6 * 60_000) });
  const answer = await stale.post(`${enter}${party.tenantId}/impersonate`, { reason });
  assert.deepEqual([answer.status, answer.json.error.code], [403, 'STEP_UP_REQUIRED']);
  const waiting = await party.freshTenant('pending');
  assert.equal((await (await superadmin()).post(`${enter}${waiting}/impersonate`, { reason })).status, 409);
});

test('a tenant in which nobody can be told is not entered, and gets no owner from outside', async () => {
  const browser = await superadmin();
  const { tenantId } = await app.tenant('Of keys alone');
  const lonely = await browser.post(`${enter}${tenantId}/impersonate`, { reason });
  assert.equal(lonely.status, 409, lonely.text);
  assert.equal((await browser.post(`${enter}${tenantId}/users`, { email: 'me@example.test' })).status, 403);
  const { userId } = await personOf(app, { tenantId, role: 'owner' });
  const off = { action: 'setStatus', status: 'inactive' };
  assert.equal((await browser.call('PATCH', `${enter}${tenantId}/users/${userId}`, off)).status, 409, 'the last owner');
});

test('a superadmin sets no password in a tenant, and invites nobody but its first owner', async () => {
  const browser = await superadmin();
  const users = `${enter}${party.tenantId}/users`;
  const { userId } = await party.person('admin');
  const set = await browser.call('PATCH', `${users}/${userId}`, {
    action: 'setPassword',
    password: 'seven green bicycles',
  });
  assert.equal(set.status, 403, set.text);
  await party.person('owner');
  assert.equal((await browser.post(users, { email: 'me@example.test', role: 'owner' })).status, 403);
  const withPassword = await browser.post(users, { email: 'me@example.test', password: 'seven green bicycles' });
  assert.equal(withPassword.status, 400);
  const empty = await party.freshTenant();
  assert.equal(
    (await browser.post(`${enter}${empty}/users`, { email: 'first@example.test', role: 'owner' })).status,
    201,
  );
});

test('nothing failed in silence', () => assert.deepEqual(app.problems, []));
