import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { startApp, type TestApp } from '../kit/app.ts';
import type { Answer, Client } from '../kit/client.ts';
import { type Person, personOf, superadminOf } from '../kit/people.ts';
import { made } from '../kit/refusals.ts';

let app: TestApp;
let tenantId: string;

before(async () => {
  app = await startApp();
  ({ tenantId } = await app.tenant());
});
after(async () => {
  await app.stop();
  assert.deepEqual(app.problems, []);
});

const ROUNDS = 20;

async function openKeysOf(...people: readonly Person[]): Promise<number> {
  const rows = await app.owner.query({
    text: 'SELECT FROM api_keys WHERE created_by = ANY($1::uuid[]) AND revoked_at IS NULL',
    values: [people.map(({ userId }) => userId)],
  });
  return rows.length;
}

/** Somebody of the buyer makes keys, and so does an admin, while each of them is switched off. */
async function race(off: (userId: string) => Promise<Answer>, buyerId: string): Promise<number> {
  const person = await personOf(app, { tenantId, role: 'admin' });
  const theirs = await personOf(app, { tenantId, role: 'buyer', buyerId });
  const mint = ({ client }: Person, path: string) => client.post(path, { name: 'Quick' });
  const several = [1, 2, 3];
  const answers = await Promise.all([
    ...several.map(() => mint(person, '/api/v1/auth/api-keys')),
    ...several.map(() => mint(theirs, '/api/buyer/api-keys')),
    ...[person, theirs].map(({ userId }) => off(userId)),
  ]);
  const statuses = answers.map(({ status }) => status);
  assert.deepEqual(statuses.slice(-2), [200, 200], answers.at(-1)?.text);
  assert.ok(
    statuses.every((status) => status === 200 || status === 401),
    statuses.join(),
  );
  return openKeysOf(person, theirs);
}

test('whoever is switched off while making a key has none that opens anything afterwards', async () => {
  const owner = (await personOf(app, { tenantId, role: 'owner' })).client;
  const { client: superadmin } = await superadminOf(app);
  const { id: buyerId } = await made(owner, '/api/v1/buyers', { name: 'Buyer' });
  const ways: readonly ((userId: string) => Promise<Answer>)[] = [
    (userId) => owner.delete(`/api/v1/users/${userId}`),
    (userId) => owner.patch(`/api/v1/users/${userId}`, { status: 'inactive' }),
    (userId) => superadmin.delete(`/api/superadmin/tenants/${tenantId}/users/${userId}`),
  ];
  for (let round = 0; round < ROUNDS; round += 1) {
    const way = ways[round % ways.length];
    assert.ok(way);
    assert.equal(await race(way, buyerId), 0, `round ${round}`);
  }
});

test('keys are made and rotated while their buyer is deleted, and none is left of it', async () => {
  const owner: Client = (await personOf(app, { tenantId, role: 'owner' })).client;
  for (let round = 0; round < ROUNDS / 2; round += 1) {
    const { id: buyerId } = await made(owner, '/api/v1/buyers', { name: 'Short-lived' });
    const key = await made(owner, '/api/buyer/api-keys', { name: 'A key', buyerId });
    const [gone] = await Promise.all([
      owner.delete(`/api/v1/buyers/${buyerId}`),
      owner.post('/api/buyer/api-keys', { name: 'Another', buyerId }),
      owner.post(`/api/buyer/api-keys/${key.id}/rotate`, {}),
    ]);
    assert.equal(gone.status, 200, gone.text);
    assert.equal((await owner.get(`/api/v1/auth/api-keys?buyerId=${buyerId}`)).json.pagination.total, 0);
  }
});
