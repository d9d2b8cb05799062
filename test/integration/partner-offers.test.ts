import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { newId } from '../../src/kernel/ids.ts';
import type { Answer } from '../kit/client.ts';
import { type OfferScene, PARTNER_OFFERS, startOfferScene } from '../kit/offer-scene.ts';
import { made, seenOf } from '../kit/refusals.ts';

let s: OfferScene;
before(async () => {
  s = await startOfferScene();
});
after(async () => {
  await s.stop();
  assert.deepEqual(s.app.problems, []);
});

const idsOf = ({ json }: Answer): string[] => json.data.map(({ id }: { id: string }) => id);

test('a partner finds public offers, active or paused, without an own campaign, and nothing else of them', async () => {
  const description = 'Clear aligners for adults.';
  const open = await s.openOffer({
    description,
    defaultPayoutAmount: '12.50',
    states: ['TX', 'OK'],
    notes: 'Buyer pays 40',
  });
  const paused = await s.openOffer({ status: 'paused' });
  const hidden = [
    await s.openOffer({ visibility: 'private' }),
    await s.openOffer({ status: 'inactive' }),
    await s.openOffer({ status: 'setup' }),
  ];
  await made(s.admin, '/api/v1/campaigns', { name: 'C', partnerId: s.partner.partnerId, offerId: paused.id });
  const listed = await s.partner.client.get(`${PARTNER_OFFERS}?limit=100`);
  assert.ok(idsOf(listed).includes(open.id) && !idsOf(listed).includes(paused.id), listed.text);
  assert.deepEqual(
    hidden.filter(({ id }) => idsOf(listed).includes(id)),
    [],
  );
  const mine = await s.partner.client.get(`${PARTNER_OFFERS}?enrolled=true`);
  assert.deepEqual(idsOf(mine), [paused.id]);
  assert.equal(mine.json.data[0].campaignIds.length, 1);
  assert.ok(
    idsOf(await s.rival.client.get(`${PARTNER_OFFERS}?limit=100`)).includes(paused.id),
    'who is enrolled is its own affair',
  );
  for (const { id } of hidden) {
    const answer = await s.partner.client.get(`${PARTNER_OFFERS}/${id}`);
    assert.equal(answer.status, 404);
    assert.deepEqual(seenOf(answer), seenOf(await s.partner.client.get(`${PARTNER_OFFERS}/${newId()}`)));
  }
  const { data } = (await s.partner.client.get(`${PARTNER_OFFERS}/${open.id}`)).json;
  const known =
    'campaignIds createdAt defaultPayoutAmount description enrolled id mayRequest name regime request requiredFields ' +
    'states status verticalId verticalName whyNot';
  assert.deepEqual(Object.keys(data).toSorted(), known.split(' '));
  assert.deepEqual(
    [data.description, data.defaultPayoutAmount, data.states, data.enrolled, data.mayRequest, data.request],
    [description, '12.50', ['TX', 'OK'], false, true, null],
  );
  assert.ok(data.requiredFields.some(({ name }: { name: string }) => name === 'email'));
});

test('offers are searched by name and description, narrowed to a vertical, and paged', async () => {
  const one = await s.openOffer({ name: 'Zirconia crowns', description: 'Only in the north' });
  const two = await s.openOffer({ name: 'Zirconia bridges' });
  const other = await made(s.admin, '/api/v1/verticals', { name: 'Vision', slug: 'vision' });
  const lasik = await s.openOffer({ name: 'Zirconia lenses', verticalId: other.id });
  const search = (query: string): Promise<Answer> => s.partner.client.get(`${PARTNER_OFFERS}?search=zirconia${query}`);
  assert.deepEqual(idsOf(await search('')), [two.id, one.id, lasik.id], 'by name');
  assert.deepEqual(idsOf(await search(`&verticalId=${other.id}`)), [lasik.id]);
  assert.deepEqual(idsOf(await s.partner.client.get(`${PARTNER_OFFERS}?search=the%20north`)), [one.id]);
  const page = (await search('&limit=1&offset=1')).json;
  assert.deepEqual([page.data[0].id, page.pagination.total, page.pagination.hasMore], [one.id, 3, true]);
});

test('a listing follows its offer, whatever changes it, and goes with it', async () => {
  const { id } = await s.openOffer({ status: 'active' });
  const seen = async (): Promise<number> => (await s.partner.client.get(`${PARTNER_OFFERS}/${id}`)).status;
  assert.equal(await seen(), 200);
  await s.admin.post('/api/v1/bulk/status', { entity: 'offer', ids: [id], status: 'inactive' });
  assert.equal(await seen(), 404);
  await s.setOffer(id, { status: 'paused', name: 'Renamed' });
  assert.equal((await s.partner.client.get(`${PARTNER_OFFERS}/${id}`)).json.data.name, 'Renamed');
  await s.setOffer(id, { visibility: 'private' });
  assert.equal(await seen(), 404);
  await s.setOffer(id, { visibility: 'public' });
  assert.equal((await s.admin.delete(`/api/v1/offers/${id}`)).status, 200);
  assert.equal(await seen(), 404);
});
