import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { test } from 'node:test';
import { migrateAll } from '../../src/entry/compose/databases.ts';
import { deriveSecrets } from '../../src/entry/compose/secrets.ts';
import { TEST_SECRETS } from '../kit/cluster.ts';
import { assertNoProblems, testPlace } from '../kit/place.ts';

const place = testPlace();

/** What a query of the list of leads gives: the ids found, or the field and rule of its one fault. */
async function leads(query: string): Promise<string[]> {
  const answer = await place().admin.get(`/api/v1/leads?${query}`);
  if (answer.status === 200) return answer.json.data.map((row: { id: string }) => row.id);
  assert.equal(answer.status, 400, answer.text);
  const [fault] = answer.json.error.details.fields;
  return [`${fault.field}: ${fault.message}`];
}

test('leads are found by their day, their id, and an exact e-mail or phone; a search by name is refused', async () => {
  const m = await place().market({ buyers: [{}] });
  const lead = m.lead();
  const { leadId, data } = (await m.post(lead)).json;
  const today = new Date().toISOString().slice(0, 10);
  for (const query of [
    `dateFrom=${today}&dateTo=${today}`,
    `dateFrom=${today}T00:00:00.000000Z`,
    `search=${data.shortId}`,
    `search=${leadId}`,
    `search=${encodeURIComponent(String(lead['email']).toUpperCase())}`,
    `search=${String(lead['phone'])}`,
    'isTest=false',
  ])
    assert.ok((await leads(query)).includes(leadId), query);
  assert.deepEqual(await leads(`dateTo=${today}T00:00:00Z`), []);
  assert.deepEqual(await leads('isTest=true'), []);
});

test('what a list cannot be asked for is refused by name, never read as something else', async () => {
  for (const [query, refusal] of [
    ['search=Bennett', /^search: Send an exact e-mail/],
    ['dateFrom=2026-02-31', /^dateFrom: .*ISO 8601/],
    ['dateTo=soon%201', /^dateTo: .*ISO 8601/],
    ['isTest=1', /^isTest: /],
    ['buyerId=x', /^buyerId: Send a UUID/],
    ['isPaid=true', /^isPaid: Is not available in this version/],
    ['status=a%00b', /^status: Has a NUL character/],
  ] as const)
    assert.match((await leads(query))[0] ?? '', refusal, query);
  for (const path of ['/api/v1/verticals?search=%00', '/api/admin/posting-log?endpoint=%00'])
    assert.equal((await place().admin.get(path)).status, 400, path);
});

test('databases of another root key are refused before anything is written', async () => {
  const { urls, runtime } = place().app;
  await assert.rejects(
    migrateAll(urls, deriveSecrets(randomBytes(32)), () => {}),
    /^Error: CAREROUTE_ROOT_KEY: these databases were made with another root key/,
  );
  assert.equal((await runtime.identity.query({ text: 'SELECT 1' })).length, 1);
  assert.equal((await place().admin.get('/api/v1/leads')).status, 200);
  await migrateAll(urls, TEST_SECRETS, (name) => assert.fail(name));
});

assertNoProblems(place);
