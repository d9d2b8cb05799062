import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { type CallerKind, PHI_CLASSES, POLICY } from '../../src/core/access/index.ts';
import type { Route } from '../../src/core/gate/index.ts';
import { isId } from '../../src/kernel/ids.ts';
import { openDatabase } from '../../src/platform/postgres/index.ts';
import { startApp, type TestApp } from '../kit/app.ts';
import type { Answer } from '../kit/client.ts';
import { keyFor, makeParty, type Party } from '../kit/parties.ts';
import { made } from '../kit/refusals.ts';
import { callOf, callRoute, type RouteCall, routesOf } from '../kit/route-calls.ts';
import { contentOf, goneOf, idsWrittenWith, recordsOfTenant, tenantTables, unnamedTables } from '../kit/rows.ts';

let app: TestApp;
let party: Party;
let routes: Route[];

before(async () => {
  app = await startApp();
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
}

const SELECT = `SELECT event_id AS id, action, entity, entity_ids::text[] AS ids, outcome, phi_classes AS phi, detail,
  actor_id AS "actorId" FROM audit_events`;

/** Events of one request. */
const eventsOf = (answer: Answer): Promise<Event[]> =>
  app.owner.query({ text: `${SELECT} WHERE request_id = $1`, values: [answer.headers['x-request-id']] });

/** The one event of a request; there must be no second. */
async function eventOf(answer: Answer, what: string): Promise<Event> {
  const [event, ...more] = await eventsOf(answer);
  assert.ok(event, `${what} left no event`);
  assert.deepEqual(more, [], `${what} left more than one event`);
  return event;
}

/** Calls a route on the party's own rows with the first kind of key that may. */
async function permittedCall(
  route: Route,
  given?: RouteCall,
): Promise<{ answer: Answer; on: RouteCall; kind: CallerKind }> {
  const [kind] = POLICY[route.permission];
  const on = given ?? (await callOf(route, party));
  return { answer: await callRoute(party.keys[kind].client, route, on), on, kind };
}

/** Ids of the records that an answer shows. */
function idsIn({ json }: Answer): string[] {
  const shown: { id?: unknown }[] = Array.isArray(json.data) ? json.data : [json.data];
  return shown.flatMap(({ id }) => (typeof id === 'string' && isId(id) ? [id] : []));
}

/** Ids that an event names, in its list or in its detail. */
const named = (event: Event): Set<string> =>
  new Set([
    ...event.ids,
    ...(JSON.stringify(event.detail).match(/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g) ?? []),
  ]);

const pathIds = (on: RouteCall): string[] => Object.values(on.params ?? {});

test('every table says under which ids its rows stand in the trail', async () => {
  assert.deepEqual(unnamedTables(await tenantTables(app.owner)), []);
});

test('every answer leaves exactly one event, that names who asked, for what, and the rows shown', async () => {
  for (const route of routes) {
    const { answer, on, kind } = await permittedCall(route);
    assert.ok(answer.status < 300, `${route.id}: ${answer.text}`);
    const event = await eventOf(answer, route.id);
    const { action, entity } = route.audit;
    assert.deepEqual([event.action, event.entity, event.outcome], [action, entity, 'done'], route.id);
    assert.equal(event.actorId, party.keys[kind].id, route.id);
    const shown = idsIn(answer).toSorted();
    if (route.method === 'GET' && pathIds(on).length === 0) assert.deepEqual(event.ids.toSorted(), shown, route.id);
    const wanted = route.method === 'GET' ? pathIds(on) : [...pathIds(on), ...shown];
    assert.deepEqual(
      wanted.filter((id) => !event.ids.includes(id)),
      [],
      `${route.id} names ${event.ids.join(', ')}`,
    );
    assert.ok(event.ids.length > 0 || (route.method === 'GET' && shown.length === 0), `${route.id} names nothing`);
  }
});

test('every change names in its event each row that its transaction wrote or deleted', async () => {
  const silent: Record<string, string[]> = {};
  for (const route of routes.filter(({ method }) => method !== 'GET')) {
    const on = await callOf(route, party);
    const earlier = await recordsOfTenant(app.owner, party.tenantId);
    const { answer } = await permittedCall(route, on);
    assert.ok(answer.status < 300, `${route.id}: ${answer.text}`);
    const event = await eventOf(answer, route.id);
    const left = await recordsOfTenant(app.owner, party.tenantId);
    const written = (await idsWrittenWith(app.owner, event.id)).map((id) => [id]);
    const touched = [...written, ...goneOf(earlier, left)];
    // What a person says of a sale is written over by what follows from it, in an event of its own.
    assert.ok(touched.length > 0 || route.id === 'resolve_sale', `${route.id} changed nothing`);
    const unnamed = touched.filter((ids) => !ids.some((id) => named(event).has(id))).flat();
    if (unnamed.length > 0) silent[route.id] = unnamed;
  }
  assert.deepEqual(silent, {});
});

test('switching a partner off with its campaigns names the campaigns too', async () => {
  const partner = await made(party.admin, '/api/v1/partners', { name: 'Switched off' });
  const campaign = await made(party.admin, '/api/v1/campaigns', {
    name: 'With it',
    partnerId: partner.id,
    verticalId: party.verticalId,
  });
  const answer = await party.admin.patch(`/api/v1/partners/${partner.id}`, {
    status: 'inactive',
    deactivateChildren: true,
  });
  assert.equal(answer.json.deactivatedCampaigns, 1, answer.text);
  assert.deepEqual((await eventOf(answer, 'the change')).ids, [partner.id, campaign.id]);
});

test('an answer with personal data in clear says which classes, and a masked one says none', async () => {
  const masked = await keyFor(app, party.admin, {}, { piiAccess: false });
  const { admin, buyer, partner } = party.keys;
  const cases = [
    [admin, PHI_CLASSES],
    [partner, PHI_CLASSES],
    [buyer, ['licensed']],
    [masked, []],
  ] as const;
  for (const path of ['/api/v1/leads', `/api/v1/leads/${party.leadId}`]) {
    for (const [{ client, id }, classes] of cases) {
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
  await app.owner.query({ text: 'REVOKE INSERT ON audit_events FROM careroute_app' });
  try {
    return await work();
  } finally {
    await app.owner.query({ text: 'GRANT INSERT ON audit_events TO careroute_app' });
  }
}

test('when its event cannot be written, every request fails, shows nothing and changes nothing', async () => {
  const known = app.problems.length;
  for (const route of routes) {
    const on = await callOf(route, party);
    const earlier = await contentOf(app.owner);
    const { answer } = await withoutTrail(() => permittedCall(route, on));
    assert.equal(answer.status, 500, `${route.id}: ${answer.text}`);
    assert.deepEqual([Object.keys(answer.json), answer.json.error.code], [['error'], 'INTERNAL_ERROR'], route.id);
    assert.deepEqual(await contentOf(app.owner), earlier, `${route.id} changed something all the same`);
  }
  const told = app.problems.splice(known);
  assert.ok(told.length >= routes.length);
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
