import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { CALLER_KINDS, type CallerKind, permits } from '../../src/core/access/index.ts';
import { type Route, SYSTEM_ACTOR_ID } from '../../src/core/gate/index.ts';
import { newId } from '../../src/kernel/ids.ts';
import { startApp, type TestApp } from '../kit/app.ts';
import type { Answer } from '../kit/client.ts';
import { assertGolden } from '../kit/golden.ts';
import { bindingOf, keyFor, makeParties, type Parties, type Party } from '../kit/parties.ts';
import { bareOf, made } from '../kit/refusals.ts';
import { callOf, callRoute, ROUTE_CALLS, type RouteCall, routesOf } from '../kit/route-calls.ts';

let app: TestApp;
let parties: Parties;
let routes: Route[];
/** Texts of all answers that a kind of key of the first party got. */
const heard: Record<CallerKind, string[]> = { admin: [], buyer: [], partner: [], posting: [] };

before(async () => {
  app = await startApp();
  parties = await makeParties(app);
  routes = routesOf(app);
});
after(async () => {
  await parties.stop();
  await app.stop();
});

async function call(kind: CallerKind, route: Route, on: RouteCall): Promise<Answer> {
  const answer = await callRoute(parties.own.keys[kind].client, route, on);
  heard[kind].push(answer.text);
  return answer;
}

const idNames = (route: Route): string[] => [...route.path.matchAll(/:(\w+)/g)].map(([, name]) => name ?? '');
const withId = (on: RouteCall, name: string, id: string): RouteCall => ({
  ...on,
  params: { ...on.params, [name]: id },
});
const statusOf = (answer: Answer): string => (answer.status < 300 ? '2xx' : String(answer.status));

/** All that a caller can see of an answer, but for what differs from one request to the next. */
function seen(answer: Answer): unknown {
  const { date: _date, 'x-request-id': _id, ...headers } = answer.headers;
  return { status: answer.status, headers, body: bareOf(answer) };
}

/** An answer about somebody else's row; where it is a 404, nothing tells it from the answer about no row at all. */
async function ask(kind: CallerKind, route: Route, party: Party): Promise<string> {
  const on = await callOf(route, party);
  const answer = await call(kind, route, on);
  if (answer.status === 404) {
    const missing = idNames(route).reduce((rest, name) => withId(rest, name, newId()), on);
    assert.deepEqual(seen(answer), seen(await call(kind, route, missing)), `${route.id} as ${kind}`);
  }
  return statusOf(answer);
}

test('the table of calls names every registered route, and no other', () => {
  assert.deepEqual(Object.keys(ROUTE_CALLS).toSorted(), routes.map((route) => route.id).toSorted());
});

test('every kind of key gets on every route what the policy says, about its own, foreign and other rows', async () => {
  const { own, other, foreign } = parties;
  const lines: string[] = [];
  for (const route of routes) {
    const named = idNames(route).length > 0;
    for (const kind of CALLER_KINDS) {
      const mine = statusOf(await call(kind, route, await callOf(route, own)));
      const theirs = named ? await ask(kind, route, foreign) : '-';
      const neighbours = named && kind !== 'admin' ? await ask(kind, route, other) : '-';
      const permitted = permits(kind, route.permission);
      const what = `${route.id} as ${kind}`;
      assert.equal(mine, permitted ? '2xx' : '403', `${what}, own row`);
      if (named) assert.equal(theirs, permitted ? '404' : '403', `${what}, foreign row`);
      if (neighbours !== '-')
        assert.ok((permitted ? ['2xx', '404'] : ['403']).includes(neighbours), `${what}: ${neighbours}`);
      lines.push([route.id, kind, mine, theirs, neighbours].join(' | '));
    }
  }
  assert.equal(lines.length, routes.length * CALLER_KINDS.length);
  assertGolden(
    'policy-matrix.txt',
    [
      'What each kind of API key gets from each route, as called over HTTPS.',
      'own: a row of the caller. foreign: of another tenant. other: of another buyer or partner of the same tenant.',
      '- : the path names no row, or the caller is the tenant itself, which has no others beside it.',
      'route | kind of key | own | foreign | other',
    ],
    lines,
  );
});

test('where a path names two rows, one foreign row is enough to be a missing one', async () => {
  for (const route of routes.filter((candidate) => idNames(candidate).length > 1)) {
    const [mine, theirs] = [await callOf(route, parties.own), await callOf(route, parties.foreign)];
    for (const name of idNames(route)) {
      const answer = await call('admin', route, withId(mine, name, theirs.params?.[name] ?? ''));
      assert.equal(answer.status, 404, `${route.id}, ${name}: ${answer.text}`);
      assert.deepEqual(
        seen(answer),
        seen(await call('admin', route, withId(mine, name, newId()))),
        `${route.id}, ${name}`,
      );
    }
  }
});

test('a posting key asks after the leads of its own campaign only, not of others of its partner', async () => {
  const { own } = parties;
  const body = { name: 'Second', partnerId: own.partnerId, offerId: own.offerId };
  const campaign = await made(own.admin, '/api/v1/campaigns', body);
  const second = app.client(campaign.postingKey);
  const about = (id: string): Promise<Answer> => second.get(`/api/v1/leads/${id}/status`);
  const answer = await about(own.leadId);
  assert.equal(answer.status, 404, answer.text);
  assert.deepEqual(seen(answer), seen(await about(newId())));
});

test('a body that names a foreign row is refused, and exactly like one that names no row', async () => {
  let tried = 0;
  for (const route of routes.filter((candidate) => permits('admin', candidate.permission))) {
    const [mine, theirs] = [await callOf(route, parties.own), await callOf(route, parties.foreign)];
    for (const name of Object.keys(mine.body ?? {}).filter((field) => field.endsWith('Id'))) {
      const withBody = (id: unknown): RouteCall => ({ ...mine, body: { ...mine.body, [name]: id } });
      const answer = await call('admin', route, withBody(theirs.body?.[name]));
      assert.equal(answer.status, 400, `${route.id}, ${name}: ${answer.text}`);
      assert.deepEqual(seen(answer), seen(await call('admin', route, withBody(newId()))), `${route.id}, ${name}`);
      tried += 1;
    }
  }
  assert.ok(tried >= 8, `only ${tried} fields of bodies were tried`);
});

test('a key can be bound to no foreign buyer, partner or campaign', async () => {
  const { own, foreign } = parties;
  for (const kind of ['buyer', 'partner', 'posting'] as const) {
    const [name = ''] = Object.keys(bindingOf(kind, foreign));
    const answer = await own.admin.post('/api/v1/auth/api-keys', { name: 'Key', ...bindingOf(kind, foreign) });
    assert.equal(answer.status, 400, answer.text);
    const missing = await own.admin.post('/api/v1/auth/api-keys', { name: 'Key', [name]: newId() });
    assert.deepEqual(seen(answer), seen(missing));
  }
});

test('a filter by a foreign id finds as little as one by an id that nobody has', async () => {
  const { verticalId, offerId, partnerId, campaignId, buyerId, contractId, leadId } = parties.foreign;
  const foreign: Readonly<Record<string, string>> = {
    verticalId,
    offerId,
    partnerId,
    campaignId,
    buyerId,
    contractId,
    leadId,
    entityId: leadId,
  };
  let tried = 0;
  for (const route of routes.filter((candidate) => candidate.id.startsWith('list_'))) {
    const { properties = {} }: { properties?: object } = route.query ?? {};
    const on = await callOf(route, parties.own);
    for (const name of Object.keys(properties).filter((field) => foreign[field] !== undefined)) {
      for (const kind of CALLER_KINDS.filter((candidate) => permits(candidate, route.permission))) {
        const narrowed = (id: string) => ({ ...route, path: `${route.path}?${name}=${id}` });
        const answer = await call(kind, narrowed(foreign[name] ?? ''), on);
        const found = answer.status === 400 ? [] : answer.json.data;
        assert.deepEqual(found, [], `${route.id}, ${name}, ${kind}: ${answer.text}`);
        assert.deepEqual(seen(answer), seen(await call(kind, narrowed(newId()), on)), `${route.id}, ${name}`);
        tried += 1;
      }
    }
  }
  assert.ok(tried >= 20, `only ${tried} filters were tried`);
});

const REFUSED_TABLES: Readonly<Record<string, readonly string[]>> = {
  buyer_id: [
    'buyers.id',
    'contracts.id',
    'sales.sale_id',
    'sales.lead_id',
    'delivery_attempts.attempt_id',
    'api_keys.key_id',
  ],
  partner_id: ['partners.id', 'campaigns.id', 'leads.lead_id', 'posting_log.id', 'api_keys.key_id'],
};

/** Ids of all rows that a kind of key of the first party must never hear of. */
async function secretIds(kind: CallerKind): Promise<Set<string>> {
  const { own, foreign } = parties;
  const tables = await app.owner.query<{ name: string }>({
    text: `SELECT c.table_name || '.' || c.column_name AS name FROM information_schema.columns AS c
      WHERE c.table_schema = 'public' AND c.data_type = 'uuid'`,
  });
  const columns = tables.map(({ name }) => ({ name, where: `tenant_id = '${foreign.tenantId}'` }));
  const owner = kind === 'buyer' ? 'buyer_id' : kind === 'admin' ? undefined : 'partner_id';
  for (const name of owner ? (REFUSED_TABLES[owner] ?? []) : []) {
    const id = owner === 'buyer_id' ? own.buyerId : own.partnerId;
    columns.push({ name, where: `${owner} IS DISTINCT FROM '${id}'` });
  }
  const found = await Promise.all(
    columns.map(async ({ name, where }) => {
      const [table, column] = name.split('.');
      return app.owner.query<{ id: string | null }>({ text: `SELECT ${column} AS id FROM ${table} WHERE ${where}` });
    }),
  );
  return new Set(found.flat().flatMap(({ id }) => (id === null ? [] : [id])));
}

test('no answer of all these holds an id of another tenant, or of another party', async () => {
  for (const kind of CALLER_KINDS) {
    const ids = new Set(heard[kind].join('\n').match(/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g));
    assert.ok(ids.size > 5, `${kind} heard only ${ids.size} ids`);
    const secret = await secretIds(kind);
    assert.ok(secret.size > 20, `${kind} could have heard only ${secret.size} ids too many`);
    assert.deepEqual(
      [...ids].filter((id) => secret.has(id) && id !== SYSTEM_ACTOR_ID),
      [],
      kind,
    );
  }
});

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
    const on = await callOf(route, parties.own);
    for (const [name, client] of Object.entries(strangers)) {
      const answer = await callRoute(client, route, on);
      assert.equal(answer.status, 401, `${route.id} to ${name}: ${answer.text}`);
      assert.equal(answer.json.error.code, 'UNAUTHORIZED');
      if (route.method !== 'GET') continue;
      const head = await callRoute(client, { ...route, method: 'HEAD' }, on);
      assert.equal(head.status, 401, `HEAD of ${route.id} to ${name}`);
    }
  }
});

test('a key that may only read reads, and is refused every other method', async () => {
  for (const kind of CALLER_KINDS) {
    const { client } = await keyFor(app, parties.own.admin, bindingOf(kind, parties.own), { readOnly: true });
    for (const route of routes.filter((candidate) => permits(kind, candidate.permission))) {
      const answer = await callRoute(client, route, await callOf(route, parties.own));
      const expected = route.method === 'GET' ? '2xx' : '403 READ_ONLY';
      const got = answer.status < 300 ? '2xx' : `${answer.status} ${answer.json.error.code}`;
      assert.equal(got, expected, `${route.id} as ${kind}: ${answer.text}`);
    }
    const head = await client.raw('HEAD', '/api/v1/leads', '', {});
    assert.equal(head.status, permits(kind, 'leads:read') ? 200 : 403);
  }
});

test('nothing failed in silence', () => {
  assert.deepEqual(app.problems, []);
});
