import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { PHI_CLASSES, POLICY } from '../../src/core/access/index.ts';
import type { Route } from '../../src/core/gate/index.ts';
import { isId } from '../../src/kernel/ids.ts';
import { openDatabase } from '../../src/platform/postgres/index.ts';
import { NEEDS_MORE } from '../kit/account-calls.ts';
import { startApp, type TestApp } from '../kit/app.ts';
import { callerOf, changesNothing, firstCaller } from '../kit/callers.ts';
import type { Answer, Client } from '../kit/client.ts';
import { keyFor, makeParty, type Party } from '../kit/parties.ts';
import { installationOf } from '../kit/people.ts';
import { callOf, callRoute, idNames, routesOf } from '../kit/route-calls.ts';
import type { RouteCall } from '../kit/route-call.ts';
import { ACTS_BY_ROW, WRITES_NOTHING } from '../kit/trail-exceptions.ts';
import { contentOf, goneOf, idsWrittenWith, recordsOfTenant, tenantTables, unnamedTables } from '../kit/rows.ts';

let app: TestApp;
let party: Party;
let routes: Route[];

before(async () => {
  // Each person comes from an address of its own, so that wrong tries of one do not hold up another.
  app = await startApp({ trustedProxies: ['127.0.0.1'] });
  party = await makeParty(app, await app.tenant());
  routes = routesOf(app);
});
after(async () => {
  await party.market.stop();
  await app.stop();
});

interface Event {
  readonly id: string;
  readonly action: string;
  readonly entity: string;
  readonly ids: string[];
  readonly outcome: string;
  readonly phi: string[];
  readonly detail: object;
  readonly actorId: string;
  readonly tenantId: string;
}

const SELECT = `SELECT event_id AS id, action, entity, entity_ids::text[] AS ids, outcome, phi_classes AS phi, detail,
  actor_id AS "actorId", tenant_id AS "tenantId" FROM audit_events`;

/** Events of one request: more than one where a superadmin changes a tenant, whose trail has it too. */
const eventsOf = (answer: Answer): Promise<Event[]> =>
  app.owner.query({ text: `${SELECT} WHERE request_id = $1`, values: [answer.headers['x-request-id']] });

/** The one event of a request in a trail, that of the party's tenant unless given; there must be no second. */
async function eventOf(answer: Answer, what: string, tenantId = party.tenantId): Promise<Event> {
  const [event, ...more] = (await eventsOf(answer)).filter((one) => one.tenantId === tenantId);
  assert.ok(event, `${what} left no event`);
  assert.deepEqual(more, [], `${what} left more than one event`);
  return event;
}

interface Prepared {
  readonly client: Client;
  readonly actorId: string;
  /** Whose trail has the event. */
  readonly tenantId: string;
  readonly on: RouteCall;
}

/** The first caller who may call a route, and a call on the party's own rows. */
async function prepared(route: Route): Promise<Prepared> {
  const who = firstCaller(route);
  const on = await callOf(route, party, who.role);
  const tenantId = who.role === 'superadmin' ? await installationOf(app) : party.tenantId;
  return { ...(await callerOf(who, party)), on, tenantId };
}

/** Whether a call that is permitted is refused all the same, as it lacks what only a real sign-in has. */
const lacksMore = (route: Route, { status }: Answer): boolean => (NEEDS_MORE[route.id] ?? []).includes(status);

/** Ids of the records that an answer shows. */
function idsIn({ json }: Answer): string[] {
  // A stream is no JSON.
  const data = json?.data ?? {};
  const rows = Array.isArray(data) ? data : [data, ...(data.contracts ?? [])];
  const shown: { id?: unknown; contractId?: unknown; sessionId?: unknown; latestLeadId?: unknown }[] = rows;
  const ids = shown.flatMap(({ id, contractId, sessionId, latestLeadId }) =>
    // A person is named by a lead, which is opened for it.
    Array.isArray(data) ? [id, latestLeadId] : [id ?? contractId ?? sessionId],
  );
  return ids.flatMap((id) => (typeof id === 'string' && isId(id) ? [id] : []));
}

/** Ids that an event names, in its list or in its detail. */
const named = (event: Event): Set<string> =>
  new Set([
    ...event.ids,
    ...(JSON.stringify(event.detail).match(/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g) ?? []),
  ]);

const pathIds = (route: Route, on: RouteCall): string[] => idNames(route).map((name) => on.params?.[name] ?? '');

test('every table says under which ids its rows stand in the trail', async () => {
  assert.deepEqual(unnamedTables(await tenantTables(app.owner)), []);
});

test('every answer leaves exactly one event, that names who asked, for what, and the rows shown', async () => {
  for (const route of routes) {
    const { client, actorId, tenantId, on } = await prepared(route);
    const answer = await callRoute(client, route, on);
    const event = await eventOf(answer, route.id, tenantId);
    assert.equal(event.actorId, actorId, route.id);
    const { action, entity } = route.audit;
    if (lacksMore(route, answer) && answer.status >= 300) {
      assert.deepEqual([event.action, event.outcome], [action, 'refused'], route.id);
      continue;
    }
    assert.ok(answer.status < 300, `${route.id}: ${answer.text}`);
    const said = [ACTS_BY_ROW[route.id] ?? action, entity, 'done'];
    assert.deepEqual([event.action, event.entity, event.outcome], said, route.id);
    const shown = idsIn(answer);
    const itself = [actorId, tenantId];
    // A GET that changes something is judged as what it is.
    const isReading = route.method === 'GET' && route.onlyReads !== false;
    if (isReading && pathIds(route, on).length === 0)
      assert.deepEqual(
        event.ids.filter((id) => !itself.includes(id)).toSorted(),
        shown.filter((id) => !itself.includes(id)).toSorted(),
        route.id,
      );
    const wanted = isReading ? pathIds(route, on) : [...pathIds(route, on), ...shown];
    assert.deepEqual(
      wanted.filter((id) => !event.ids.includes(id)),
      [],
      `${route.id} names ${event.ids.join(', ')}`,
    );
    assert.ok(event.ids.length > 0 || (route.method === 'GET' && shown.length === 0), `${route.id} names nothing`);
  }
});

const writesTenants = ({ tag }: Route): boolean => ['tenants', 'organizations'].includes(tag);

test('every change names in its event each row that its transaction wrote or deleted', async () => {
  const silent: Record<string, string[]> = {};
  for (const route of routes.filter((one) => !changesNothing(one))) {
    const { client, tenantId, on } = await prepared(route);
    const earlier = await recordsOfTenant(app.owner, party.tenantId);
    const answer = await callRoute(client, route, on);
    if (lacksMore(route, answer)) continue;
    assert.ok(answer.status < 300, `${route.id}: ${answer.text}`);
    await eventOf(answer, route.id, tenantId);
    const events = await eventsOf(answer);
    const left = await recordsOfTenant(app.owner, party.tenantId);
    const written = await Promise.all(events.map((event) => idsWrittenWith(app.owner, event.id)));
    const touched = [...written.flat().map((id) => [id]), ...goneOf(earlier, left)];
    // What a person says of a sale is written over by what follows from it, in an event of its own.
    assert.ok(
      touched.length > 0 || WRITES_NOTHING.has(route.id) || writesTenants(route),
      `${route.id} changed nothing`,
    );
    const told = new Set(events.flatMap((event) => [...named(event)]));
    const unnamed = touched.filter((ids) => !ids.some((id) => told.has(id))).flat();
    if (unnamed.length > 0) silent[route.id] = unnamed;
  }
  assert.deepEqual(silent, {});
});

test('an answer with personal data in clear says which classes, and a masked one says none', async () => {
  const masked = await keyFor(app, party.admin, {}, { piiAccess: false });
  const { admin, buyer, partner } = party.keys;
  // A list has room for names and addresses only; the lead is of all classes.
  const listed = ['identity', 'contact'];
  const cases = [
    [admin, listed, PHI_CLASSES],
    [partner, listed, PHI_CLASSES],
    [buyer, ['licensed'], ['licensed']],
    [masked, [], []],
  ] as const;
  for (const [place, path] of ['/api/v1/leads', `/api/v1/leads/${party.leadId}`].entries()) {
    for (const [{ client, id }, ...shown] of cases) {
      const classes = shown[place] ?? [];
      const answer = await client.get(path);
      assert.equal(answer.text.includes('Avery'), classes.length > 0, answer.text);
      const event = await eventOf(answer, path);
      assert.deepEqual([event.phi, event.actorId], [classes, id]);
      assert.deepEqual(event.ids.toSorted(), idsIn(answer).toSorted());
    }
  }
});

test('every refusal leaves exactly one event, which names no row', async () => {
  for (const route of routes.filter(
    ({ permission }) => !(POLICY[permission] as readonly string[]).includes('posting'),
  )) {
    const answer = await callRoute(party.keys.posting.client, route, await callOf(route, party));
    assert.equal(answer.status, 403, answer.text);
    const event = await eventOf(answer, route.id);
    assert.deepEqual([event.action, event.outcome, event.ids], [route.audit.action, 'refused', []], route.id);
    assert.deepEqual(event.detail, { code: 'FORBIDDEN' });
  }
});

test('each delivery attempt leaves one event, with the sale, the lead and its outcome', async () => {
  const [buyer] = party.market.buyers;
  buyer?.simulator.control({ behaviour: 'reject' });
  await party.market.post();
  buyer?.simulator.control({ behaviour: 'accept' });
  await party.market.post();
  const attempts = await app.owner.query<{ saleId: string; leadId: string; outcome: string }>({
    text: `SELECT a.sale_id AS "saleId", s.lead_id AS "leadId", a.outcome FROM delivery_attempts AS a
      JOIN sales AS s USING (tenant_id, sale_id)
      WHERE a.outcome IS NOT NULL AND a.reason NOT LIKE 'person_said_%' ORDER BY a.attempt_id`,
  });
  const events = await app.owner.query<Event>({ text: `${SELECT} WHERE action = 'lead.deliver' ORDER BY event_id` });
  const meant: Readonly<Record<string, string>> = { accepted: 'done', rejected: 'refused', uncertain: 'failed' };
  assert.deepEqual(new Set(attempts.map(({ outcome }) => outcome)), new Set(Object.keys(meant)));
  const line = (ids: readonly string[], outcome: string): string => [...ids, outcome].join(' ');
  assert.deepEqual(
    events.map((event) => line(event.ids, event.outcome)).toSorted(),
    attempts.map(({ saleId, leadId, outcome }) => line([saleId, leadId], meant[outcome] ?? outcome)).toSorted(),
  );
  for (const event of events) {
    assert.deepEqual(event.phi, ['licensed']);
    assert.deepEqual(
      (await idsWrittenWith(app.owner, event.id)).filter((id) => !named(event).has(id)),
      [],
    );
  }
});

/** Does something while nobody can write into the trail. */
async function withoutTrail<T>(work: () => Promise<T>): Promise<T> {
  await app.owner.query({ text: 'REVOKE INSERT ON audit_events FROM careroute_app, careroute_identity' });
  try {
    return await work();
  } finally {
    await app.owner.query({ text: 'GRANT INSERT ON audit_events TO careroute_app, careroute_identity' });
  }
}

test('when its event cannot be written, every request fails, shows nothing and changes nothing', async () => {
  const known = app.problems.length;
  for (const route of routes) {
    const { client, on } = await prepared(route);
    const earlier = await contentOf(app.owner);
    const answer = await withoutTrail(() => callRoute(client, route, on));
    // What is refused anyway stays refused; the event that is missing is reported.
    if (lacksMore(route, answer) && answer.status >= 300) continue;
    assert.equal(answer.status, 500, `${route.id}: ${answer.text}`);
    assert.deepEqual([Object.keys(answer.json), answer.json.error.code], [['error'], 'INTERNAL_ERROR'], route.id);
    assert.deepEqual(await contentOf(app.owner), earlier, `${route.id} changed something all the same`);
  }
  const told = app.problems.splice(known);
  assert.ok(told.length >= routes.length - Object.keys(NEEDS_MORE).length);
  const codes = told.map((error) => (error instanceof Error && 'code' in error ? error.code : String(error)));
  assert.deepEqual(new Set(codes), new Set(['42501']));
});

test("a buyer's answer whose event cannot be written settles nothing, until it can", async () => {
  const [buyer] = party.market.buyers;
  await party.admin.patch(`/api/v1/campaigns/${party.campaignId}`, { responseDeadlineMs: 100 });
  buyer?.simulator.control({ behaviour: 'slow', delayMs: 400 });
  const { leadId, data } = (await party.market.post()).json;
  assert.equal(data.status, 'pending');
  const state = async () => (await party.admin.get(`/api/v1/leads/${leadId}/status`)).json.data.status;
  const settled = () =>
    app.owner.query({ text: `SELECT FROM sales WHERE lead_id = $1 AND status = 'settled'`, values: [leadId] });
  await withoutTrail(async () => {
    await sleep(1200);
    assert.equal(
      buyer?.simulator.received().some((lead) => lead.answer !== undefined),
      true,
    );
    assert.equal((await settled()).length, 0);
  });
  for (let round = 0; round < 80 && (await state()) === 'pending'; round += 1) await sleep(100);
  assert.equal((await settled()).length, 1);
});

test('what stands in the trail is changed and deleted by no role of the product', async () => {
  for (const url of [app.urls.app, app.urls.identity, app.urls.queue]) {
    const database = openDatabase({ url, maxConnections: 1, applicationName: 'careroute-test', onIdleError: () => {} });
    for (const text of [
      'UPDATE public.audit_events SET at = now()',
      'DELETE FROM public.audit_events',
      'TRUNCATE public.audit_events',
      'DROP TABLE public.audit_events',
    ]) {
      await assert.rejects(database.query({ text }), { code: '42501' }, text);
    }
    await database.close();
  }
});

test('nothing failed in silence', () => {
  assert.deepEqual(app.problems, []);
});
