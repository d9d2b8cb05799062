import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { SYSTEM_ACTOR_ID, type Route } from '../../src/core/gate/index.ts';
import { newId } from '../../src/kernel/ids.ts';
import { NEEDS_MORE } from '../kit/account-calls.ts';
import { startApp, type TestApp } from '../kit/app.ts';
import { callerOf, EVERYBODY, mayCall, type Who } from '../kit/callers.ts';
import type { Answer, Client } from '../kit/client.ts';
import { assertGolden } from '../kit/golden.ts';
import { makeParties, type Parties, type Party } from '../kit/parties.ts';
import { seenOf } from '../kit/refusals.ts';
import type { RouteCall } from '../kit/route-call.ts';
import { callOf, callRoute, idNames, openRoutesOf, ROUTE_CALLS, routesOf, withId } from '../kit/route-calls.ts';

let app: TestApp;
let parties: Parties;
let routes: Route[];
/** Texts of all answers that each caller of the first party got. */
const heard = new Map<string, string[]>();
/** A caller of each kind for calls that change nothing about the caller. */
const standing = new Map<string, Client>();

before(async () => {
  // Each person comes from an address of its own, so that wrong tries of one do not hold up another.
  app = await startApp({ trustedProxies: ['127.0.0.1'] });
  parties = await makeParties(app);
  routes = routesOf(app);
  for (const who of EVERYBODY) standing.set(who.name, (await callerOf(who, parties.own)).client);
});
after(async () => {
  await parties.stop();
  await app.stop();
});

/** Who may call is somebody new each time, since some calls end the session that they come by. */
async function call(who: Who, route: Route, on: RouteCall): Promise<Answer> {
  const isUsedUp = !who.isKey && mayCall(who, route) && route.method !== 'GET';
  const client = isUsedUp ? (await callerOf(who, parties.own)).client : standing.get(who.name);
  assert.ok(client);
  const answer = await callRoute(client, route, on);
  heard.set(who.name, [...(heard.get(who.name) ?? []), answer.text]);
  return answer;
}

const statusOf = (answer: Answer): string => (answer.status < 300 ? '2xx' : String(answer.status));

/** What a caller who may not call sends is refused before it is looked at: one call on the party's rows serves all. */
const remembered = new Map<string, RouteCall>();
async function onRowsOf(party: Party, who: Who, route: Route): Promise<RouteCall> {
  if (mayCall(who, route)) return callOf(route, party, who.role);
  const name = `${route.id} ${party.tenantId} ${party.buyerId}`;
  const known = remembered.get(name) ?? (await callOf(route, party));
  remembered.set(name, known);
  return known;
}

/** An answer about somebody else's row; where it is a 404, nothing tells it from the answer about no row at all. */
async function ask(who: Who, route: Route, party: Party): Promise<string> {
  const on = await onRowsOf(party, who, route);
  const answer = await call(who, route, on);
  if (answer.status === 404) {
    const missing = idNames(route).reduce((rest, name) => withId(rest, name, newId()), on);
    assert.deepEqual(seenOf(answer), seenOf(await call(who, route, missing)), `${route.id} as ${who.name}`);
  }
  return statusOf(answer);
}

test('the table of calls names every registered route, and no other', () => {
  assert.deepEqual(Object.keys(ROUTE_CALLS).toSorted(), routes.map((route) => route.id).toSorted());
});

/** What may come of a call that is permitted, on the caller's own rows. */
const passes = (route: Route): string[] => ['2xx', ...(NEEDS_MORE[route.id] ?? []).map(String)];

test('everybody gets on every route what the policy says, about own, foreign and other rows', async () => {
  const { own, other, foreign } = parties;
  const lines: string[] = [];
  for (const route of routes) {
    const named = idNames(route).length > 0;
    for (const who of EVERYBODY) {
      const what = `${route.id} as ${who.name}`;
      const permitted = mayCall(who, route);
      const first = await call(who, route, await onRowsOf(own, who, route));
      const mine = statusOf(first);
      const theirs = named ? await ask(who, route, foreign) : '-';
      const bound = ['buyer', 'partner', 'posting', 'guest'].includes(who.role);
      const neighbours = named && bound ? await ask(who, route, other) : '-';
      assert.ok((permitted ? passes(route) : ['403']).includes(mine), `${what}, own row: ${first.text}`);
      const far =
        who.role === 'superadmin'
          ? [...passes(route), '404']
          : ['404', ...passes(route).filter((one) => one !== '2xx')];
      if (named) assert.ok((permitted ? far : ['403']).includes(theirs), `${what}, foreign row: ${theirs}`);
      if (neighbours !== '-')
        assert.ok((permitted ? [...passes(route), '404'] : ['403']).includes(neighbours), `${what}: ${neighbours}`);
      lines.push([route.id, who.name, mine, theirs, neighbours].join(' | '));
    }
  }
  assert.equal(lines.length, routes.length * EVERYBODY.length);
  assertGolden(
    'policy-matrix.txt',
    [
      'What each kind of API key and each role of a person gets from each route, as called over HTTPS.',
      'own: a row of the caller. foreign: of another tenant. other: of another buyer or partner of the same tenant,',
      'and for a guest, whatever is not about the one lead that it was let in for.',
      '- : the path names no row, or the caller is of the tenant itself, which has no others beside it.',
      'A superadmin belongs to no tenant: its routes are about tenants, none of which is foreign. Where even a',
      'permitted call has no 2xx, it lacks what only a real sign-in has (test/kit/account-calls.ts).',
      'Routes that strangers may call stand at the end.',
      'route | caller | own | foreign | other',
    ],
    [...lines, ...openRoutesOf(app).map((route) => `${route.id} | anybody | open | - | -`)],
  );
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
  partner_id: [
    'partners.id',
    'campaigns.id',
    'leads.lead_id',
    'pings.ping_id',
    'posting_log.id',
    'api_keys.key_id',
    'offer_requests.id',
  ],
};

/** Ids of all rows that a caller of the first party must never hear of. */
async function secretIds({ role }: Who): Promise<Set<string>> {
  const { own, foreign } = parties;
  const tables = await app.owner.query<{ name: string }>({
    text: `SELECT c.table_name || '.' || c.column_name AS name FROM information_schema.columns AS c
      WHERE c.table_schema = 'public' AND c.data_type = 'uuid'`,
  });
  const columns = tables.map(({ name }) => ({ name, where: `tenant_id = '${foreign.tenantId}'` }));
  const owner = role === 'buyer' ? 'buyer_id' : role === 'partner' || role === 'posting' ? 'partner_id' : undefined;
  for (const name of owner ? (REFUSED_TABLES[owner] ?? []) : []) {
    const id = owner === 'buyer_id' ? own.buyerId : own.partnerId;
    columns.push({ name, where: `${owner} IS DISTINCT FROM '${id}'` });
  }
  if (role === 'guest')
    columns.push({ name: 'leads.lead_id', where: `tenant_id = '${own.tenantId}' AND lead_id <> '${own.leadId}'` });
  const found = await Promise.all(
    columns.map(async ({ name, where }) => {
      const [table, column] = name.split('.');
      return app.owner.query<{ id: string | null }>({ text: `SELECT ${column} AS id FROM ${table} WHERE ${where}` });
    }),
  );
  return new Set(found.flat().flatMap(({ id }) => (id === null ? [] : [id])));
}

test('no answer of all these holds an id of another tenant, or of another party', async () => {
  for (const who of EVERYBODY.filter(({ role }) => role !== 'superadmin')) {
    const texts = heard.get(who.name) ?? [];
    const ids = new Set(texts.join('\n').match(/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g));
    assert.ok(ids.size > 5, `${who.name} heard only ${ids.size} ids`);
    const secret = await secretIds(who);
    assert.ok(secret.size > 20, `${who.name} could have heard only ${secret.size} ids too many`);
    assert.deepEqual(
      [...ids].filter((id) => secret.has(id) && id !== SYSTEM_ACTOR_ID),
      [],
      who.name,
    );
  }
});

test('nothing failed in silence', () => {
  assert.deepEqual(app.problems, []);
});
