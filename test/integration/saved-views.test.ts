import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { startApp, type TestApp } from '../kit/app.ts';
import type { Client } from '../kit/client.ts';
import { type Person, personOf } from '../kit/people.ts';
import { made, names, refused } from '../kit/refusals.ts';

const VIEWS = '/api/v1/auth/views';

let app: TestApp;
let tenantId: string;
let admin: Client;
let kim: Person;
let lee: Person;

before(async () => {
  app = await startApp();
  ({ tenantId, admin } = await app.tenant());
  kim = await personOf(app, { tenantId, role: 'analyst' });
  lee = await personOf(app, { tenantId, role: 'analyst' });
});
after(async () => {
  await app.stop();
  assert.deepEqual(app.problems, []);
});

const SOLD = { status: 'sold', columns: ['shortId', 'state'], dateFrom: '2026-01-31', sort: 'createdAt:desc' };
const namesOf = async (client: Client, query = ''): Promise<string[]> =>
  (await client.get(`${VIEWS}${query}`)).json.data.map(({ name }: { name: string }) => name);

test('a view is kept, found again, renamed, changed and deleted', async () => {
  const view = await made(kim.client, VIEWS, { page: 'leads', name: 'Sold', query: SOLD });
  assert.deepEqual((await kim.client.get(VIEWS)).json.data, [view]);
  assert.deepEqual([view.page, view.name, view.query], ['leads', 'Sold', SOLD]);
  const renamed = (await kim.client.patch(`${VIEWS}/${view.id}`, { name: 'Sold this year' })).json.data;
  assert.deepEqual(renamed, { ...view, name: 'Sold this year' });
  const changed = (await kim.client.patch(`${VIEWS}/${view.id}`, { query: { status: 'unsold' } })).json.data;
  assert.deepEqual(changed, { ...renamed, query: { status: 'unsold' } });
  assert.equal((await kim.client.delete(`${VIEWS}/${view.id}`)).status, 200);
  assert.deepEqual(await namesOf(kim.client), []);
});

test('views follow the person into another session, and go by the page', async () => {
  await made(kim.client, VIEWS, { page: 'leads', name: 'Mine', query: {} });
  await made(kim.client, VIEWS, { page: 'contracts', name: 'Mine', query: {} });
  assert.deepEqual(await namesOf(kim.client, '?page=contracts'), ['Mine']);
  assert.deepEqual(await namesOf(kim.client), ['Mine', 'Mine']);
  const taken = await kim.client.post(VIEWS, { page: 'leads', name: 'Mine', query: {} });
  assert.deepEqual(
    refused(taken, 409, 'DUPLICATE').map(({ field }) => field),
    ['name'],
  );
});

test('nobody reads or changes the views of somebody else, be it of the same tenant', async () => {
  const view = await made(kim.client, VIEWS, { page: 'leads', name: 'Private', query: SOLD });
  const stranger = await personOf(app, { tenantId: (await app.tenant()).tenantId, role: 'owner' });
  for (const { client } of [lee, stranger]) {
    assert.deepEqual(await namesOf(client), []);
    refused(await client.patch(`${VIEWS}/${view.id}`, { name: 'Taken' }), 404, 'NOT_FOUND');
    refused(await client.delete(`${VIEWS}/${view.id}`), 404, 'NOT_FOUND');
  }
  assert.ok((await namesOf(kim.client)).includes('Private'));
});

test('what looks like a person’s address or number is refused by its place, and never repeated', async () => {
  const query = { search: 'phimarker@example.com', list: ['ok', '(212) 555-0142'] };
  const answer = await kim.client.post(VIEWS, { page: 'leads', name: 'Of 212 555 0142', query });
  names(answer, 'name', 'query.search', 'query.list.1');
  assert.ok(!/phimarker|0142/.test(answer.text));
  const view = await made(kim.client, VIEWS, { page: 'leads', name: 'Clean', query: {} });
  names(await kim.client.patch(`${VIEWS}/${view.id}`, { query }), 'query.search', 'query.list.1');
});

test('a view has a page, a name and a query within bounds, whatever numbers stand in it', async () => {
  names(await kim.client.post(VIEWS, { page: 'Leads!', name: '', query: 'all' }), 'page', 'name', 'query');
  names(await kim.client.post(VIEWS, { page: 'leads', name: 'Long', query: { a: 'x'.repeat(2000) } }), 'query');
  const wide = await made(kim.client, VIEWS, { page: 'leads', name: 'Wide', query: { a: 'x'.repeat(1960), b: 1e300 } });
  assert.equal((await kim.client.patch(`${VIEWS}/${wide.id}`, {})).status, 400);
  assert.equal(
    (await kim.client.patch(`${VIEWS}/${wide.id}`, { query: { deep: { list: [true, null] } } })).status,
    200,
  );
});

test('a person keeps fifty views and no more, also when many are made at once', async () => {
  const { client } = await personOf(app, { tenantId, role: 'support' });
  const answers = await Promise.all(
    Array.from({ length: 60 }, (_, index) => client.post(VIEWS, { page: 'leads', name: `View ${index}`, query: {} })),
  );
  assert.equal(answers.filter(({ status }) => status === 201).length, 50);
  for (const answer of answers.filter(({ status }) => status !== 201)) refused(answer, 409, 'CONFLICT');
  const [first] = (await client.get(VIEWS)).json.data;
  await client.delete(`${VIEWS}/${first.id}`);
  assert.equal((await client.post(VIEWS, { page: 'leads', name: 'One more', query: {} })).status, 201);
});

test('views are for people, and go with the account', async () => {
  refused(await admin.get(VIEWS), 403, 'FORBIDDEN');
  const { client } = await personOf(app, { tenantId, role: 'support', stage: 'enrolment' });
  assert.equal((await client.get(VIEWS)).status, 401);
  const count = async () =>
    (await app.owner.query({ text: 'SELECT 1 FROM saved_views WHERE user_id = $1', values: [kim.userId] })).length;
  assert.ok((await count()) > 0);
  await app.owner.query({ text: 'DELETE FROM users WHERE user_id = $1', values: [kim.userId] });
  assert.equal(await count(), 0);
});
