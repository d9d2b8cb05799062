import assert from 'node:assert/strict';
import { test } from 'node:test';
import { newId } from '../../src/kernel/ids.ts';
import { assertNoProblems, testPlace } from '../kit/place.ts';
import { made, names, refused } from '../kit/refusals.ts';

const place = testPlace();
const PATH = '/api/v1/bulk/status';

const statusOf = async (path: string): Promise<string> => (await place().admin.get(path)).json.data.status;

test('many records of a kind get one status, and routing goes by it at once', async () => {
  const { admin } = place();
  const m = await place().market({ buyers: [{}, {}] });
  const ids = m.buyers.map(({ contractId }) => contractId);
  const paused = await admin.post(PATH, { entity: 'contract', ids, status: 'paused' });
  assert.deepEqual([paused.status, paused.json.data.updated], [200, 2], paused.text);
  assert.equal((await m.post()).json.result, 'rejected');
  assert.equal((await admin.post(PATH, { entityType: 'contract', ids, status: 'active' })).status, 200);
  assert.equal((await m.post()).json.data.status, 'sold');
  const others = { offer: m.offerId, partner: m.partnerId, buyer: m.buyers[0]?.buyerId, campaign: m.campaignId };
  for (const [entity, id] of Object.entries(others)) {
    assert.equal((await admin.post(PATH, { entity, ids: [id], status: 'inactive' })).status, 200, entity);
    assert.equal(await statusOf(`/api/v1/${entity}s/${id}`), 'inactive', entity);
  }
});

test('all are changed or none: one that is missing, or a status that none has, changes nothing', async () => {
  const { admin } = place();
  const m = await place().market({ buyers: [{}] });
  const [ours] = m.buyers;
  assert.ok(ours);
  const path = `/api/v1/contracts/${ours.contractId}`;
  names(await admin.post(PATH, { entity: 'contract', ids: [ours.contractId, newId()], status: 'paused' }), 'ids.1');
  const foreign = await place().app.tenant();
  const theirs = await made(foreign.admin, '/api/v1/buyers', { name: 'Theirs' });
  names(await admin.post(PATH, { entity: 'buyer', ids: [ours.buyerId, theirs.id], status: 'paused' }), 'ids.1');
  names(await admin.post(PATH, { entity: 'contract', ids: [ours.contractId], status: 'sleeping' }), 'status');
  names(await admin.post(PATH, { ids: [ours.contractId], status: 'paused' }), 'entity');
  names(
    await admin.post(PATH, { entity: 'buyer', entityType: 'offer', ids: [newId()], status: 'paused' }),
    'entityType',
  );
  assert.deepEqual([await statusOf(path), await statusOf(`/api/v1/buyers/${ours.buyerId}`)], ['active', 'active']);
  const { key } = await made(admin, '/api/v1/auth/api-keys', { name: 'Buyer', buyerId: ours.buyerId });
  const body = { entity: 'contract', ids: [ours.contractId], status: 'paused' };
  refused(await place().app.client(key).post(PATH, body), 403, 'FORBIDDEN');
});

assertNoProblems(place);
