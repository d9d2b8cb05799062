import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { reportExposedKey } from '../../src/core/access/index.ts';
import { startApp, type TestApp } from '../kit/app.ts';
import type { Client } from '../kit/client.ts';
import { type Key, keyLine, KEYS } from '../kit/key-line.ts';
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

const { keyIn, ruling, rotated, shown, statesOf, revoked } = keyLine(() => ({ app, owner }));
const listedBy = async ({ id }: Key): Promise<string[]> =>
  (await owner.get(`${KEYS}?madeBy=${id}`)).json.data.map((key: Key) => key.id).toSorted();
const idsOf = (...keys: readonly Key[]): string[] => keys.map(({ id }) => id).toSorted();
const takenBy = async ({ id }: Key): Promise<string[]> => (await revoked(id)).alsoRevoked.toSorted();

test('what an admin key rotated for a party is listed by it, and goes on without it', async () => {
  for (const side of ['buyer', 'partner']) {
    const party = await made(owner, `/api/v1/${side}s`, { name: 'Party' });
    const theirs = { name: 'Theirs', scopes: ['routing'], [`${side}Id`]: party.id };
    const [first, admin] = [await ruling(), await ruling()];
    const [old, older] = [keyIn(await owner.post(KEYS, theirs)), keyIn(await first.client.post(KEYS, theirs))];
    const next = keyIn(await admin.client.post(`/api/${side}/api-keys/${old.id}/rotate`, {}));
    const newer = await rotated(older.id, admin.client);
    assert.deepEqual([next.madeByKeyId, newer.madeByKeyId], [admin.id, admin.id]);
    assert.deepEqual(await listedBy(admin), idsOf(next, newer));
    const successor = await rotated(admin.id);
    assert.deepEqual(await listedBy(admin), idsOf(next, newer), 'it was shown them, whatever they hang on');
    assert.deepEqual(await listedBy(successor), idsOf(next, newer));
    assert.deepEqual([await takenBy(admin), await takenBy(successor)], [[], []]);
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
  const next = await rotated(old.id, admin.client);
  const last = await rotated(next.id, admin.client);
  assert.deepEqual([next.madeByKeyId, last.madeByKeyId], [stolen.id, stolen.id]);
  assert.equal((await shown(child.id)).madeByKeyId, last.id);
  assert.deepEqual(await listedBy(admin), idsOf(next, last));
  assert.deepEqual(await takenBy(stolen), idsOf(old, next, last, child));
});

test('the posting key of a campaign is listed by the key that made the campaign', async () => {
  const admin = await ruling();
  const { id: partnerId } = await made(owner, '/api/v1/partners', { name: 'Partner' });
  const vertical = { name: 'Posted', slug: 'posted' };
  const { id: verticalId } = await made(owner, '/api/v1/verticals', vertical);
  const campaign = await made(admin.client, '/api/v1/campaigns', { name: 'Posted', partnerId, verticalId });
  const keys = (await owner.get(`${KEYS}?madeBy=${admin.id}`)).json.data;
  assert.deepEqual(
    keys.map((key: { kind: string; campaignId: string }) => [key.kind, key.campaignId]),
    [['posting', campaign.id]],
  );
  assert.deepEqual(await takenBy(admin), []);
});

test('a key seen in the clear takes along what it made before it was rotated, however often', async () => {
  const see = async (key: Key) => {
    const seen = await reportExposedKey(app.runtime, key.key, '192.0.2.9');
    return [...(seen?.alsoRevoked ?? [])].toSorted();
  };
  const oldest = await ruling();
  const child = await ruling(oldest.client);
  const grandchild = await ruling(child.client);
  const old = await rotated(oldest.id);
  const ofOld = await ruling(old.client);
  const next = await rotated(old.id);
  assert.deepEqual([(await shown(child.id)).madeByKeyId, (await shown(ofOld.id)).madeByKeyId], [next.id, next.id]);
  assert.deepEqual(await see(oldest), idsOf(child, grandchild));
  assert.deepEqual(await statesOf(old, ofOld, next), ['active', 'active', 'active'], 'the key did not see those');
  assert.deepEqual(await see(old), idsOf(ofOld));
  const ofNext = await ruling(next.client);
  assert.deepEqual(await see(next), idsOf(ofNext));
});

test('a rotated key that a person revokes leaves what it made to its successor, unless that goes too', async () => {
  const old = await ruling();
  const child = await ruling(old.client);
  const next = await rotated(old.id);
  const safe = await rotated(child.id);
  assert.equal(safe.madeByKeyId, next.id);
  assert.deepEqual(await takenBy(old), []);
  assert.deepEqual(await statesOf(child, next, safe), ['active', 'active', 'active']);
  const answer = await owner.delete(`${KEYS}/${old.id}?withSuccessors=true`);
  assert.deepEqual(answer.json.data.alsoRevoked.toSorted(), idsOf(child, next, safe));
});
