import assert from 'node:assert/strict';
import { test } from 'node:test';
import { newId } from '../../src/kernel/ids.ts';
import { assertNoProblems, testPlace } from '../kit/place.ts';
import { made, names, refused } from '../kit/refusals.ts';

const place = testPlace();
const PATH = '/api/v1/leads';

test('a lead that staff enter is routed at once, and stands in the posting log as what it is', async () => {
  const { admin } = place();
  const m = await place().market({ buyers: [{}] });
  const lead = m.lead();
  const own = { campaignId: m.campaignId, verticalId: m.verticalId, offerId: m.offerId };
  const answer = await admin.post(PATH, { ...lead, ...own });
  assert.deepEqual([answer.status, answer.json.data.status], [201, 'sold'], answer.text);
  assert.equal(m.buyers[0]?.simulator.received().length, 1);
  const log = (await admin.get(`/api/admin/posting-log?campaignId=${m.campaignId}`)).json.data;
  assert.deepEqual([log[0].endpoint, log[0].outcome], ['create', 'success']);
  const again = await admin.post(PATH, { ...lead, ...own });
  assert.deepEqual(
    [again.json.leadId, again.json.idempotent],
    [answer.json.leadId, true],
    'a repeat is no second lead',
  );
});

test('the same key twice is one lead, whatever came between', async () => {
  const { admin } = place();
  const m = await place().market({ buyers: [{}] });
  const body = { ...m.lead(), campaignId: m.campaignId };
  const headers = { 'idempotency-key': newId() };
  const [first, second] = [await admin.post(PATH, body, headers), await admin.post(PATH, body, headers)];
  assert.deepEqual([second.json.leadId, second.json.idempotent], [first.json.leadId, true]);
});

test('without a campaign, with that of somebody else or with another vertical, there is no lead', async () => {
  const { admin } = place();
  const m = await place().market({ buyers: [{}] });
  const { campaignId: _named, ...lead } = m.lead();
  const elsewhere = await place().market({ buyers: [] });
  names(await admin.post(PATH, lead), 'campaignId');
  const foreign = await place().app.tenant();
  const { id: partnerId } = await made(foreign.admin, '/api/v1/partners', { name: 'Theirs' });
  const theirs = await made(foreign.admin, '/api/v1/campaigns', { name: 'Theirs', partnerId });
  names(await admin.post(PATH, { ...lead, campaignId: theirs.id }), 'campaignId');
  const mixed = { ...lead, campaignId: m.campaignId, verticalId: elsewhere.verticalId, offerId: elsewhere.offerId };
  names(await admin.post(PATH, mixed), 'offerId', 'verticalId');
  refused(await m.posting.post(PATH, { ...lead, campaignId: m.campaignId }), 403, 'FORBIDDEN');
  assert.equal(m.buyers[0]?.simulator.received().length, 0);
});

assertNoProblems(place);
