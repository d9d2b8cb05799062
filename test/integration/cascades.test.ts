import assert from 'node:assert/strict';
import { test } from 'node:test';
import { newId } from '../../src/kernel/ids.ts';
import { assertNoProblems, testPlace } from '../kit/place.ts';
import { made, names } from '../kit/refusals.ts';

const place = testPlace();

/** An offer with three campaigns, one of them being tried, and what says how they stand. */
async function scene() {
  const { admin } = place();
  const m = await place().market({ buyers: [{}] });
  const { partnerId, offerId } = m;
  const make = async (name: string, status: string): Promise<string> =>
    (await made(admin, '/api/v1/campaigns', { name, partnerId, offerId, status })).id;
  const [trial, idle] = [await make('Trial', 'testing'), await make('Idle', 'inactive')];
  const at = `/api/v1/offers/${offerId}/cascade-status`;
  const cascade = async (action: string, more: object = {}) => {
    const answer = await admin.post(at, { action, ...more });
    assert.equal(answer.status, 200, answer.text);
    return answer.json.data.changed.toSorted();
  };
  const statusOf = async (id: string): Promise<string> => (await admin.get(`/api/v1/campaigns/${id}`)).json.data.status;
  const off = async () => (await admin.get(at)).json.data.campaigns;
  return { admin, m, at, trial, idle, cascade, statusOf, off };
}

test('an offer pauses its campaigns that take leads, and gives each back what it was', async () => {
  const { m, trial, idle, cascade, statusOf, off } = await scene();
  assert.deepEqual(await cascade('disable'), [m.campaignId, trial].toSorted());
  assert.deepEqual(
    [await statusOf(m.campaignId), await statusOf(trial), await statusOf(idle)],
    ['paused', 'paused', 'inactive'],
  );
  assert.equal((await m.post()).json.msg, 'Campaign inactive');
  assert.deepEqual(
    (await off()).map(({ name, restoresTo }: { name: string; restoresTo: string }) => [name === 'Trial', restoresTo]),
    [
      [false, 'active'],
      [true, 'testing'],
    ],
  );
  assert.deepEqual(await cascade('disable'), [], 'a second time finds nothing to pause');
  assert.deepEqual(await cascade('restore', { campaignIds: [trial] }), [trial]);
  assert.deepEqual(await cascade('restore'), [m.campaignId]);
  assert.deepEqual([await statusOf(m.campaignId), await statusOf(trial)], ['active', 'testing']);
  assert.deepEqual(await off(), []);
  assert.equal((await m.post()).json.data.status, 'sold');
});

test('what a person changed meanwhile, or took to another offer, is not switched on again', async () => {
  const { admin, m, trial, cascade, statusOf, off } = await scene();
  await cascade('disable');
  for (const status of ['active', 'paused'])
    assert.equal((await admin.patch(`/api/v1/campaigns/${m.campaignId}`, { status })).status, 200);
  assert.equal((await admin.delete(`/api/v1/offers/${m.offerId}/campaigns/${trial}`)).status, 200);
  assert.deepEqual(await off(), []);
  assert.deepEqual(await cascade('restore'), []);
  assert.deepEqual([await statusOf(m.campaignId), await statusOf(trial)], ['paused', 'paused']);
});

test('a campaign that is not one of the offer is told by its place in the list, and nothing is done', async () => {
  const { admin, m, at, statusOf } = await scene();
  const elsewhere = await place().market({ buyers: [] });
  const campaignIds = [m.campaignId, elsewhere.campaignId, newId()];
  names(await admin.post(at, { action: 'disable', campaignIds }), 'campaignIds.1', 'campaignIds.2');
  names(await admin.post(at, { action: 'stop' }), 'action');
  assert.equal(await statusOf(m.campaignId), 'active');
});

assertNoProblems(place);
