import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { reportExposedKey } from '../../src/core/access/index.ts';
import { startApp, type TestApp } from '../kit/app.ts';
import type { Answer, Client } from '../kit/client.ts';
import { ownersOf } from '../kit/people.ts';
import { made } from '../kit/refusals.ts';

let app: TestApp;
let owner: Client;
let tenantId: string;

before(async () => {
  app = await startApp();
  ({ tenantId } = await app.tenant());
  owner = ownersOf(app, tenantId);
});
after(async () => {
  await app.stop();
  assert.deepEqual(app.problems, []);
});

const A = '/api/v1/auth/api-keys';

interface Key {
  readonly id: string;
  readonly key: string;
  readonly client: Client;
  readonly madeByKeyId: string | null;
}

const keyIn = (answer: Answer): Key => {
  assert.equal(answer.status, 200, answer.text);
  const { id, key, madeByKeyId } = answer.json.data;
  return { id, key, madeByKeyId, client: app.client(key) };
};
/** A key of the tenant that may make others, made by a person or with a key. */
const ruling = async (by: Client = owner): Promise<Key> =>
  keyIn(await by.post(A, { name: 'A key', scopes: ['admin', 'routing'] }));
const rotated = async ({ id }: Key, by: Client = owner): Promise<Key> => keyIn(await by.post(`${A}/${id}/rotate`, {}));
const shown = async ({ id }: Key) => (await owner.get(`${A}/${id}`)).json.data;
const statesOf = async (...keys: readonly Key[]): Promise<string[]> =>
  Promise.all(keys.map(async (key) => (await shown(key)).status));
const listedBy = async ({ id }: Key): Promise<string[]> =>
  (await owner.get(`${A}?madeBy=${id}`)).json.data.map((key: Key) => key.id).toSorted();
const idsOf = (...keys: readonly Key[]): string[] => keys.map(({ id }) => id).toSorted();
const revoked = async ({ id }: Key): Promise<string[]> => {
  const answer = await owner.delete(`${A}/${id}`);
  assert.equal(answer.status, 200, answer.text);
  return answer.json.data.alsoRevoked.toSorted();
};

test('what an admin key rotated for a party is listed by it, and goes on without it', async () => {
  for (const side of ['buyer', 'partner']) {
    const party = await made(owner, `/api/v1/${side}s`, { name: 'Party' });
    const theirs = { name: 'Theirs', scopes: ['routing'], [`${side}Id`]: party.id };
    const [first, admin] = [await ruling(), await ruling()];
    const [old, older] = [keyIn(await owner.post(A, theirs)), keyIn(await first.client.post(A, theirs))];
    const next = keyIn(await admin.client.post(`/api/${side}/api-keys/${old.id}/rotate`, {}));
    const newer = await rotated(older, admin.client);
    assert.deepEqual([next.madeByKeyId, newer.madeByKeyId], [admin.id, admin.id]);
    assert.deepEqual(await listedBy(admin), idsOf(next, newer));
    const successor = await rotated(admin);
    assert.deepEqual(await listedBy(admin), idsOf(next, newer), 'it was shown them, whatever they hang on');
    assert.deepEqual(await listedBy(successor), idsOf(next, newer));
    assert.deepEqual([await revoked(admin), await revoked(successor)], [[], []]);
    assert.deepEqual(await statesOf(next, newer), ['active', 'active']);
  }
});

test('what a party made with a key goes with that key, though an admin key rotated it since', async () => {
  const { id: buyerId } = await made(owner, '/api/v1/buyers', { name: 'Buyer' });
  const mint = async (by: Client, more: object = {}) =>
    keyIn(await by.post('/api/buyer/api-keys', { name: 'Theirs', scopes: ['routing'], ...more }));
  const [admin, stolen] = [await ruling(), await mint(owner, { buyerId })];
  const old = await mint(stolen.client);
  const child = await mint(old.client);
  const next = await rotated(old, admin.client);
  const last = await rotated(next, admin.client);
  assert.deepEqual([next.madeByKeyId, last.madeByKeyId], [stolen.id, stolen.id]);
  assert.equal((await shown(child)).madeByKeyId, last.id);
  assert.deepEqual(await listedBy(admin), idsOf(next, last));
  assert.deepEqual(await revoked(stolen), idsOf(old, next, last, child));
});

test('the posting key of a campaign is listed by the key that made the campaign', async () => {
  const admin = await ruling();
  const { id: partnerId } = await made(owner, '/api/v1/partners', { name: 'Partner' });
  const vertical = { name: 'Posted', slug: 'posted' };
  const { id: verticalId } = await made(owner, '/api/v1/verticals', vertical);
  const campaign = await made(admin.client, '/api/v1/campaigns', { name: 'Posted', partnerId, verticalId });
  const keys = (await owner.get(`${A}?madeBy=${admin.id}`)).json.data;
  assert.deepEqual(
    keys.map((key: { kind: string; campaignId: string }) => [key.kind, key.campaignId]),
    [['posting', campaign.id]],
  );
  assert.deepEqual(await revoked(admin), []);
});

test('a key seen in the clear takes along what it made before it was rotated, however often', async () => {
  const see = async (key: Key) => {
    const seen = await reportExposedKey(app.runtime, key.key, '192.0.2.9');
    return [...(seen?.alsoRevoked ?? [])].toSorted();
  };
  const oldest = await ruling();
  const child = await ruling(oldest.client);
  const grandchild = await ruling(child.client);
  const old = await rotated(oldest);
  const ofOld = await ruling(old.client);
  const next = await rotated(old);
  assert.deepEqual([(await shown(child)).madeByKeyId, (await shown(ofOld)).madeByKeyId], [next.id, next.id]);
  assert.deepEqual(await see(oldest), idsOf(child, grandchild));
  assert.deepEqual(await statesOf(old, ofOld, next), ['active', 'active', 'active'], 'the key did not see those');
  assert.deepEqual(await see(old), idsOf(ofOld));
  const ofNext = await ruling(next.client);
  assert.deepEqual(await see(next), idsOf(ofNext));
});

test('a rotated key that a person revokes leaves what it made to its successor, unless that goes too', async () => {
  const old = await ruling();
  const child = await ruling(old.client);
  const next = await rotated(old);
  const safe = await rotated(child);
  assert.equal(safe.madeByKeyId, next.id);
  assert.deepEqual(await revoked(old), []);
  assert.deepEqual(await statesOf(child, next, safe), ['active', 'active', 'active']);
  const answer = await owner.delete(`${A}/${old.id}?withSuccessors=true`);
  assert.deepEqual(answer.json.data.alsoRevoked.toSorted(), idsOf(child, next, safe));
});
