import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { KEY_KINDS, type KeyKind, permits } from '../../src/core/access/index.ts';
import type { Route } from '../../src/core/gate/index.ts';
import { newId } from '../../src/kernel/ids.ts';
import { startApp, type TestApp } from '../kit/app.ts';
import type { Answer } from '../kit/client.ts';
import { bindingOf, makeParties, type Parties } from '../kit/parties.ts';
import { made, seenOf } from '../kit/refusals.ts';
import type { RouteCall } from '../kit/route-call.ts';
import { callOf, callRoute, idNames, routesOf, withId } from '../kit/route-calls.ts';

let app: TestApp;
let parties: Parties;
let routes: Route[];

before(async () => {
  app = await startApp();
  parties = await makeParties(app);
  // Those that a key may call: people come by the same handlers.
  routes = routesOf(app).filter((route) => !route.peopleOnly);
});
after(async () => {
  await parties.stop();
  await app.stop();
});

const askAs = (kind: KeyKind, route: Route, on: RouteCall): Promise<Answer> =>
  callRoute(parties.own.keys[kind].client, route, on);
const ask = (route: Route, on: RouteCall): Promise<Answer> => askAs('admin', route, on);

test('where a path names two rows, one foreign row is enough to be a missing one', async () => {
  for (const route of routes.filter(
    (candidate) => idNames(candidate).length > 1 && permits('admin', candidate.permission),
  )) {
    const [mine, theirs] = [await callOf(route, parties.own), await callOf(route, parties.foreign)];
    for (const name of idNames(route)) {
      const answer = await ask(route, withId(mine, name, theirs.params?.[name] ?? ''));
      assert.equal(answer.status, 404, `${route.id}, ${name}: ${answer.text}`);
      assert.deepEqual(seenOf(answer), seenOf(await ask(route, withId(mine, name, newId()))), `${route.id}, ${name}`);
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
  assert.deepEqual(seenOf(answer), seenOf(await about(newId())));
});

test('a body that names a foreign row is refused, or finds nothing, exactly like one that names no row', async () => {
  let tried = 0;
  for (const route of routes.filter((candidate) => permits('admin', candidate.permission))) {
    const [mine, theirs] = [await callOf(route, parties.own), await callOf(route, parties.foreign)];
    for (const name of Object.keys(mine.body ?? {}).filter((field) => field.endsWith('Id'))) {
      const withBody = (id: unknown): RouteCall => ({ ...mine, body: { ...mine.body, [name]: id } });
      const answer = await ask(route, withBody(theirs.body?.[name]));
      const isFruitless = route.onlyReads && answer.status === 200 && answer.json.data.length === 0;
      assert.ok(isFruitless || answer.status === 400, `${route.id}, ${name}: ${answer.text}`);
      assert.deepEqual(seenOf(answer), seenOf(await ask(route, withBody(newId()))), `${route.id}, ${name}`);
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
    assert.deepEqual(seenOf(answer), seenOf(missing));
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
      for (const kind of KEY_KINDS.filter((candidate) => permits(candidate, route.permission))) {
        const narrowed = (id: string) => ({ ...route, path: `${route.path}?${name}=${id}` });
        const answer = await askAs(kind, narrowed(foreign[name] ?? ''), on);
        const found = answer.status === 400 ? [] : answer.json.data;
        assert.deepEqual(found, [], `${route.id}, ${name}, ${kind}: ${answer.text}`);
        assert.deepEqual(seenOf(answer), seenOf(await askAs(kind, narrowed(newId()), on)), `${route.id}, ${name}`);
        tried += 1;
      }
    }
  }
  assert.ok(tried >= 20, `only ${tried} filters were tried`);
});

test('nothing failed in silence', () => {
  assert.deepEqual(app.problems, []);
});
