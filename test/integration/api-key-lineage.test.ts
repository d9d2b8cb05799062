import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { reportExposedKey } from '../../src/core/access/index.ts';
import { startApp, type TestApp } from '../kit/app.ts';
import type { Client } from '../kit/client.ts';
import { type Key, keyLine, KEYS, RULING } from '../kit/key-line.ts';
import { ownersOf, personOf } from '../kit/people.ts';
import { made, names, refused } from '../kit/refusals.ts';

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

const HOUR_MS = 3_600_000;
const { keyIn, ruling, rotated, shown, statesOf, revoked } = keyLine(() => ({ app, owner }));

const lastEventOf = async (id: string) => (await owner.get(`/api/v1/audit-logs?entityId=${id}`)).json.data[0];

test("what a party's stolen key made goes with it, and what that made; answer and trail name it", async () => {
  for (const side of ['buyer', 'partner']) {
    const party = await made(owner, `/api/v1/${side}s`, { name: 'Party' });
    const path = `/api/${side}/api-keys`;
    const mint = async (by: Client, more: object = {}) => keyIn(await by.post(path, { name: 'A key', ...more }));
    const stolen = await mint(owner, { [`${side}Id`]: party.id });
    const [apart, child] = [await mint(owner, { [`${side}Id`]: party.id }), await mint(stolen.client)];
    const grandchild = await mint(child.client);
    assert.deepEqual([stolen.madeByKeyId, child.madeByKeyId, grandchild.madeByKeyId], [null, stolen.id, child.id]);
    const answer = (await owner.delete(`${path}/${stolen.id}`)).json.data;
    const gone = [child.id, grandchild.id].toSorted();
    assert.deepEqual(answer.alsoRevoked.toSorted(), gone);
    const event = await lastEventOf(grandchild.id);
    assert.deepEqual([event.action, event.entityIds[0]], ['api_key.revoke', stolen.id]);
    assert.deepEqual(event.entityIds.slice(1).toSorted(), gone);
    for (const key of [stolen, child, grandchild]) refused(await key.client.get(path), 401, 'UNAUTHORIZED');
    assert.equal((await apart.client.get(path)).status, 200);
    const again = (await owner.delete(`${path}/${stolen.id}`)).json.data;
    assert.deepEqual([again.alsoRevoked, again.revokedAt], [[], answer.revokedAt]);
  }
});

test('keys of others that an admin key made are listed by it and go on without it', async () => {
  const maker = await ruling();
  const buyer = await made(owner, '/api/v1/buyers', { name: 'Buyer' });
  const theirs = keyIn(await maker.client.post(KEYS, { name: 'of a buyer', buyerId: buyer.id }));
  const kin = await ruling(maker.client);
  const listed = (await owner.get(`${KEYS}?madeBy=${maker.id}`)).json;
  assert.deepEqual(
    listed.data.map(({ id, madeByKeyId }: Key) => [id, madeByKeyId]),
    [kin, theirs].map(({ id }) => [id, maker.id]),
  );
  assert.equal((await owner.get(`/api/buyer/api-keys?madeBy=${maker.id}`)).json.pagination.total, 1);
  names(await owner.get(`${KEYS}?madeBy=me`), 'madeBy');
  const answer = (await owner.patch(`${KEYS}/${maker.id}`, { status: 'revoked' })).json.data;
  assert.deepEqual([answer.status, answer.alsoRevoked], ['revoked', [kin.id]]);
  assert.deepEqual((await lastEventOf(kin.id)).entityIds, [maker.id, kin.id]);
  assert.deepEqual(await statesOf(kin, theirs), ['revoked', 'active']);
  assert.equal((await owner.patch(`${KEYS}/${theirs.id}`, { name: 'Theirs' })).json.data.alsoRevoked, undefined);
});

test('a key is rotated and then revoked, and what it made goes on with its successor', async () => {
  const maker = await ruling();
  const old = await ruling(maker.client);
  const child = await ruling(old.client);
  const next = await rotated(old.id);
  assert.equal(next.madeByKeyId, maker.id, 'it stands in for the old one');
  assert.deepEqual((await lastEventOf(child.id)).entityIds, [old.id, next.id, child.id]);
  assert.equal((await shown(child.id)).madeByKeyId, next.id);
  const answer = await revoked(old.id);
  assert.deepEqual([answer.alsoRevoked, answer.replacedBy], [[], next.id]);
  assert.deepEqual(await statesOf(next, child), ['active', 'active']);
  assert.deepEqual((await revoked(maker.id)).alsoRevoked.toSorted(), [next.id, child.id].toSorted());
});

test('a key that rotates itself goes on in its successor, which ends only where that is asked for', async () => {
  const old = await ruling();
  const child = await ruling(old.client);
  const next = await rotated(old.id, old.client);
  const last = await rotated(next.id, next.client);
  assert.deepEqual([next.madeByKeyId, last.madeByKeyId], [old.id, next.id]);
  const answer = await revoked(old.id);
  assert.deepEqual([answer.alsoRevoked, answer.replacedBy], [[], next.id]);
  assert.deepEqual(await statesOf(next, last, child), ['active', 'active', 'active']);
  names(await owner.delete(`${KEYS}/${old.id}?withSuccessors=maybe`), 'withSuccessors');
  const all = await revoked(old.id, '?withSuccessors=true');
  assert.deepEqual(all.alsoRevoked.toSorted(), [next.id, last.id, child.id].toSorted());
});

test('with its successors a key takes those along too that a person made', async () => {
  const old = await ruling();
  const next = await rotated(old.id);
  assert.equal(next.madeByKeyId, null);
  assert.deepEqual((await revoked(old.id, '?withSuccessors=true')).alsoRevoked, [next.id]);
});

test('what a stolen key made of its siblings goes with it, and so does what rotated itself below it', async () => {
  const [stolen, sibling] = [await ruling(), await ruling()];
  const ofSibling = await ruling(sibling.client);
  const taken = await rotated(sibling.id, stolen.client);
  assert.equal(taken.madeByKeyId, stolen.id);
  const child = await ruling(stolen.client);
  const again = await rotated(child.id, child.client, 0);
  const { alsoRevoked } = await revoked(stolen.id);
  assert.deepEqual(alsoRevoked.toSorted(), [taken.id, ofSibling.id, child.id, again.id].toSorted());
  assert.deepEqual(await statesOf(sibling), ['active'], 'it lapses by itself');
});

test('a key that rotates its own maker does not come from itself', async () => {
  const maker = await ruling();
  const [child, other] = [await ruling(maker.client), await ruling(maker.client)];
  const next = await rotated(maker.id, child.client);
  const makers = await Promise.all([next, child, other].map(async ({ id }) => (await shown(id)).madeByKeyId));
  assert.deepEqual(makers, [child.id, maker.id, next.id]);
  assert.deepEqual((await revoked(child.id)).alsoRevoked.toSorted(), [next.id, other.id].toSorted());
  assert.deepEqual(await statesOf(maker), ['active']);
});

test('an earlier end counts for what a key made, and an overlap for nobody but the old key', async () => {
  const maker = await ruling(owner, { expiresAt: null });
  const [child, brief] = [
    await ruling(maker.client),
    await ruling(maker.client, { expiresAt: new Date(Date.now() + HOUR_MS).toISOString() }),
  ];
  const grandchild = await ruling(child.client);
  const end = new Date(Date.now() + 2 * HOUR_MS).toISOString();
  const before_ = (await shown(brief.id)).expiresAt;
  assert.equal((await owner.patch(`${KEYS}/${maker.id}`, { expiresAt: end })).status, 200);
  const ends = await Promise.all([child, grandchild, brief].map(async ({ id }) => (await shown(id)).expiresAt));
  assert.deepEqual(ends, [end, end, before_]);
  assert.deepEqual((await lastEventOf(maker.id)).entityIds.toSorted(), [maker.id, child.id, grandchild.id].toSorted());
  const next = await rotated(maker.id, maker.client, 1);
  assert.ok((await shown(maker.id)).expiresAt < end);
  const soon = new Date(Date.now() + 60_000).toISOString();
  assert.equal((await owner.patch(`${KEYS}/${maker.id}`, { expiresAt: soon })).status, 200);
  for (const { id } of [child, grandchild]) assert.equal((await shown(id)).expiresAt, end);
  assert.ok((await shown(next.id)).expiresAt > soon, 'a successor has an end of its own');
});

test('a key seen in the clear takes along what it made and the successor it made of itself', async () => {
  const see = (key: Key) => reportExposedKey(app.runtime, key.key, '192.0.2.9');
  const old = await ruling();
  const child = await ruling(old.client);
  const next = await rotated(old.id, old.client);
  const gone = [child.id, next.id].toSorted();
  assert.deepEqual([...((await see(old))?.alsoRevoked ?? [])].toSorted(), gone);
  assert.equal(await see(old), undefined, 'a second time changes nothing');
  const event = await lastEventOf(old.id);
  assert.deepEqual(
    [event.action, event.entityIds[0], event.entityIds.slice(1).toSorted()],
    ['api_key.exposed', old.id, gone],
  );
  assert.deepEqual(await statesOf(old, child, next), ['revoked', 'revoked', 'revoked']);
  const careful = await ruling();
  const safe = await rotated(careful.id);
  assert.deepEqual((await see(careful))?.alsoRevoked, [], 'a person rotated it, and nobody else knows the successor');
  const lapsed = await ruling();
  const heir = await rotated(lapsed.id, lapsed.client, 0);
  assert.deepEqual((await see(lapsed))?.alsoRevoked, [], 'it opened nothing any more');
  assert.deepEqual(await statesOf(safe, heir), ['active', 'active']);
});

test('whatever a key makes while it is revoked, nothing of it goes on', async () => {
  for (let round = 0; round < 3; round += 1) {
    const stolen = await ruling();
    const child = await ruling(stolen.client);
    const person = await personOf(app, { tenantId, role: 'owner' });
    const mint = (by: Key) => by.client.post(KEYS, { name: 'Quick', ...RULING });
    const many = [stolen, child, stolen, child, stolen, child];
    const [gone, ...answers] = await Promise.all([
      person.client.delete(`${KEYS}/${stolen.id}`),
      ...many.map(mint),
      child.client.post(`${KEYS}/${child.id}/rotate`, {}),
    ]);
    assert.equal(gone.status, 200, gone.text);
    for (const answer of answers) {
      if (answer.status === 200) assert.deepEqual(await statesOf(keyIn(answer)), ['revoked']);
      else refused(answer, 401, 'UNAUTHORIZED');
    }
  }
});
