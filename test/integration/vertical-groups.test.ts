import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { test } from 'node:test';
import type { Market } from '../kit/market.ts';
import { assertNoProblems, testPlace } from '../kit/place.ts';
import { made } from '../kit/refusals.ts';

const place = testPlace();

const newMarket = (): Promise<Market> => place().market({ buyers: [{}] });
const resultOf = async (m: Market, lead: Record<string, unknown>): Promise<string> => (await m.post(lead)).json.result;
const groupOf = async (markets: readonly Market[], more: object = {}): Promise<string> => {
  const { id } = await made(place().admin, '/api/admin/vertical-groups', { name: `Group ${randomUUID()}`, ...more });
  await setVerticals(id, markets);
  return id;
};
const setVerticals = async (groupId: string, markets: readonly Market[]): Promise<void> => {
  const verticalIds = markets.map(({ verticalId }) => verticalId);
  const answer = await place().admin.put(`/api/admin/vertical-groups/${groupId}/verticals`, { verticalIds });
  assert.equal(answer.status, 200, answer.text);
};
const sentTo = (m: Market, lead: Record<string, unknown>) => ({ ...lead, campaignId: m.campaignId });

test('in a group, a lead of one vertical makes a duplicate in another; outside it, none', async () => {
  const markets = [await newMarket(), await newMarket(), await newMarket()] as const;
  const [dental, vision, legal] = markets;
  const groupId = await groupOf([dental, vision]);
  const lead = dental.lead();
  assert.equal(await resultOf(dental, lead), 'success');
  assert.equal(await resultOf(vision, sentTo(vision, lead)), 'duplicate');
  assert.equal(await resultOf(legal, sentTo(legal, lead)), 'success');
  await setVerticals(groupId, [dental]);
  assert.equal(await resultOf(vision, sentTo(vision, { ...lead, lastName: 'Again' })), 'success');
});

test('a group whose verticals stand for themselves, or that is gone, makes no duplicates', async () => {
  const [dental, vision] = [await newMarket(), await newMarket()];
  const groupId = await groupOf([dental, vision], { dedupScope: 'vertical' });
  const lead = dental.lead();
  assert.equal(await resultOf(dental, lead), 'success');
  assert.equal(await resultOf(vision, sentTo(vision, lead)), 'success');
  const put = await place().admin.put(`/api/admin/vertical-groups/${groupId}`, { dedupScope: 'verticalGroup' });
  assert.equal(put.json.data.dedupScope, 'group');
  const other = vision.lead();
  assert.equal(await resultOf(vision, other), 'success');
  assert.equal(await resultOf(dental, sentTo(dental, other)), 'duplicate');
  const gone = await place().admin.delete(`/api/admin/vertical-groups/${groupId}`);
  assert.equal(gone.status, 200, gone.text);
  assert.equal(await resultOf(dental, sentTo(dental, { ...other, lastName: 'Again' })), 'success');
});

test('a vertical is of one group at most, and of none of another tenant', async () => {
  const [dental, vision] = [await newMarket(), await newMarket()];
  const first = await groupOf([dental, vision]);
  const second = await groupOf([vision]);
  const membersOf = async (id: string) =>
    (await place().admin.get(`/api/admin/vertical-groups/${id}`)).json.data.verticals.map(
      (one: { id: string }) => one.id,
    );
  assert.deepEqual([await membersOf(first), await membersOf(second)], [[dental.verticalId], [vision.verticalId]]);
  const { admin } = await place().app.tenant();
  const theirs = await made(admin, '/api/admin/vertical-groups', { name: 'Theirs' });
  const refused = await admin.put(`/api/admin/vertical-groups/${theirs.id}/verticals`, {
    verticalIds: [dental.verticalId],
  });
  assert.deepEqual([refused.status, refused.json.error.details.fields[0].field], [400, 'verticalIds.0']);
  const body = { verticalIds: [] };
  assert.equal((await admin.put(`/api/admin/vertical-groups/${first}/verticals`, body)).status, 404);
  const patched = await place().admin.patch(`/api/v1/verticals/${dental.verticalId}`, { verticalGroupId: theirs.id });
  assert.deepEqual([patched.status, patched.json.error.details.fields[0].field], [400, 'verticalGroupId']);
  const twice = await place().admin.post('/api/admin/vertical-groups', { name: 'Twice' });
  assert.equal(twice.status, 201);
  assert.equal((await place().admin.post('/api/admin/vertical-groups', { name: 'Twice' })).status, 409);
});

assertNoProblems(place);
