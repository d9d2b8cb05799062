import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { KEY_KINDS, permits } from '../../src/core/access/index.ts';
import type { Route } from '../../src/core/gate/index.ts';
import { NEEDS_MORE } from '../kit/account-calls.ts';
import { startApp, type TestApp } from '../kit/app.ts';
import { changesNothing } from '../kit/callers.ts';
import type { Client } from '../kit/client.ts';
import { bindingOf, keyFor, makeParties, type Parties } from '../kit/parties.ts';
import { personOf } from '../kit/people.ts';
import type { RouteCall } from '../kit/route-call.ts';
import { callOf, callRoute, routesOf } from '../kit/route-calls.ts';

let app: TestApp;
let parties: Parties;
let routes: Route[];
/** One call of each route, on rows that there are: whoever makes it here is refused before anything happens. */
const calls = new Map<string, RouteCall>();

before(async () => {
  // Each person comes from an address of its own, so that wrong tries of one do not hold up another.
  app = await startApp({ trustedProxies: ['127.0.0.1'] });
  parties = await makeParties(app);
  routes = routesOf(app);
  for (const route of routes) calls.set(route.id, await callOf(route, parties.own));
});
after(async () => {
  await parties.stop();
  await app.stop();
});

const callBy = (client: Client, route: Route) => callRoute(client, route, calls.get(route.id) ?? {});

test('every route refuses a stranger, an unknown key, and one revoked, expired or used from elsewhere', async () => {
  const { admin } = parties.own;
  const revoked = await keyFor(app, admin, {});
  assert.equal((await admin.delete(`/api/v1/auth/api-keys/${revoked.id}`)).status, 200);
  const expired = await keyFor(app, admin, {});
  await app.owner.query({
    text: `UPDATE api_keys SET expires_at = now() - interval '1 second' WHERE key_id = $1`,
    values: [expired.id],
  });
  const elsewhere = await keyFor(app, admin, {}, { allowedCidrs: ['192.0.2.0/24'] });
  const strangers = {
    nobody: app.client(),
    unknown: app.client(`lr_live_${'0'.repeat(43)}`),
    revoked: revoked.client,
    expired: expired.client,
    elsewhere: elsewhere.client,
  };
  for (const route of routes) {
    for (const [name, client] of Object.entries(strangers)) {
      const answer = await callBy(client, route);
      assert.equal(answer.status, 401, `${route.id} to ${name}: ${answer.text}`);
      assert.equal(answer.json.error.code, 'UNAUTHORIZED');
      if (route.method !== 'GET') continue;
      const head = await callRoute(client, { ...route, method: 'HEAD' }, calls.get(route.id) ?? {});
      assert.equal(head.status, 401, `HEAD of ${route.id} to ${name}`);
    }
  }
});

test('a key that may only read reads, and is refused whatever changes something', async () => {
  for (const kind of KEY_KINDS) {
    const { client } = await keyFor(app, parties.own.admin, bindingOf(kind, parties.own), { readOnly: true });
    for (const route of routes.filter((one) => permits(kind, one.permission) && !one.peopleOnly)) {
      const answer = await callRoute(client, route, await callOf(route, parties.own, kind));
      const what = `${route.id} as ${kind}: ${answer.text}`;
      // What is said to nobody is refused to whoever may ask.
      const toNobody = NEEDS_MORE[route.id]?.includes(403) ?? false;
      if (changesNothing(route)) assert.ok(toNobody ? answer.status === 403 : answer.status < 300, what);
      else assert.deepEqual([answer.status, answer.json.error?.code], [403, 'READ_ONLY'], what);
    }
    const head = await client.raw('HEAD', '/api/v1/leads', '', {});
    assert.equal(head.status, permits(kind, 'leads:read') ? 200 : 403);
  }
});

/** An owner's session in a state that opens nothing, or only the next step of the sign-in. */
async function sessions(): Promise<Record<string, Client>> {
  const { tenantId } = parties.own;
  const owner = async (change = '', more: object = {}): Promise<Client> => {
    const person = await personOf(app, { tenantId, role: 'owner', ...more });
    if (change)
      await app.owner.query({
        text: `UPDATE sessions SET ${change} WHERE session_id = $1`,
        values: [person.sessionId],
      });
    return person.client;
  };
  const off = await personOf(app, { tenantId, role: 'owner' });
  await app.owner.query({ text: `UPDATE users SET status = 'inactive' WHERE user_id = $1`, values: [off.userId] });
  return {
    'a session that waits for its second factor': await owner('', { stage: 'second_factor' }),
    'a session that waits for enrolment': await owner('', { stage: 'enrolment' }),
    'an ended session': await owner('ended_at = now()'),
    'an expired session': await owner(`expires_at = now() - interval '1 second'`),
    'an idle session': await owner(`last_seen_at = now() - interval '2 hours'`),
    'a switched-off account': off.client,
  };
}

test('every route refuses a session that is not finished, or over, but for the next step of the sign-in', async () => {
  for (const [name, client] of Object.entries(await sessions())) {
    const stage = /second factor/.test(name) ? 'second_factor' : /enrolment/.test(name) ? 'enrolment' : undefined;
    const closed = routes.filter((route) => stage === undefined || !(route.stages ?? ['full']).includes(stage));
    assert.ok(closed.length > 150, `only ${closed.length} routes`);
    for (const route of closed) {
      const answer = await callBy(client, route);
      assert.deepEqual([answer.status, answer.json.error.code], [401, 'UNAUTHORIZED'], `${route.id} to ${name}`);
    }
  }
});

test('what a page of another site makes a browser send changes nothing, whatever the route', async () => {
  const { tenantId } = parties.own;
  const { client } = await personOf(app, { tenantId, role: 'owner' });
  const writing = routes.filter(({ method }) => method !== 'GET');
  assert.ok(writing.length > 100);
  const from = [{ origin: 'https://evil.example' }, { origin: 'null' }, { origin: '', 'sec-fetch-site': 'cross-site' }];
  for (const route of writing) {
    for (const headers of from) {
      const on = calls.get(route.id) ?? {};
      const answer = await callRoute(client, route, on, headers);
      assert.equal(
        answer.status,
        route.stages && !route.stages.includes('full') ? 401 : 403,
        `${route.id}: ${answer.text}`,
      );
    }
  }
});

test('nothing failed in silence', () => {
  assert.deepEqual(app.problems, []);
});
