import assert from 'node:assert/strict';
import { test } from 'node:test';
import { newId } from '../../src/kernel/ids.ts';
import type { Client } from '../kit/client.ts';
import { keyFor } from '../kit/parties.ts';
import { assertNoProblems, testPlace } from '../kit/place.ts';
import { made, refused, seenOf } from '../kit/refusals.ts';

const place = testPlace();
const partnerOf = async (partnerId: string): Promise<Client> =>
  (await keyFor(place().app, place().admin, { partnerId })).client;
const statsPath = (offerId: string): string => `/api/partner/offers/${offerId}/stats`;

test('stats count a partner’s own leads and what they pay it, and nothing that buyers pay', async () => {
  const { admin, app } = place();
  const buyers = [{ contract: { price: '40.00' } }];
  const m = await place().market({ buyers, campaign: { costPerLead: '5.00' } });
  const partner = await partnerOf(m.partnerId);
  const rival = await made(admin, '/api/v1/partners', { name: 'Rival' });
  const second = await made(admin, '/api/v1/campaigns', { name: 'R', partnerId: rival.id, offerId: m.offerId });
  const ids: string[] = [];
  for (let post = 0; post < 5; post += 1) ids.push((await m.post()).json.leadId);
  m.buyers[0]?.simulator.control({ behaviour: 'reject' });
  await m.post();
  await m.post(m.lead({ isTest: true }));
  m.buyers[0]?.simulator.control({ behaviour: 'accept' });
  await app.client(second.postingKey).post('/api/v1/leads/submit', m.lead({ campaignId: second.id }));
  const returned = await admin.post(`/api/v1/leads/${ids[0]}/return`, { reason: 'bad_data' });
  assert.equal(returned.status, 200, returned.text);
  // Of the last month that is over, whatever day this is.
  await app.owner.query({
    text: `UPDATE leads SET received_at = received_at - interval '32 days' WHERE lead_id = $1`,
    values: [ids[1]],
  });
  const stats = (await partner.get(statsPath(m.offerId))).json.data;
  assert.deepEqual(stats, {
    totalLeads: 6,
    soldLeads: 4,
    rejectedLeads: 1,
    returnedLeads: 1,
    pendingLeads: 0,
    totalCost: '20.00',
    totalCpaPayout: '0.00',
    conversionRate: 0.6667,
    returnRate: 0.2,
    avgCostPerLead: '5.00',
    leadsToday: 5,
    leadsThisWeek: 5,
    leadsThisMonth: 5,
  });
  const theirs = (await (await partnerOf(rival.id)).get(statsPath(m.offerId))).json.data;
  assert.deepEqual([theirs.totalLeads, theirs.soldLeads], [1, 1]);
});

test('today begins at midnight of the tenant, not of the server', async () => {
  const { app } = place();
  const { admin, tenantId } = await app.tenant();
  const zones = ['Pacific/Kiritimati', 'Pacific/Pago_Pago'];
  const { id: verticalId } = await made(admin, '/api/v1/verticals', { name: 'V', slug: 'v' });
  const { id: offerId } = await made(admin, '/api/v1/offers', { name: 'O', verticalId, visibility: 'public' });
  const { id: partnerId } = await made(admin, '/api/v1/partners', { name: 'P' });
  const campaign = await made(admin, '/api/v1/campaigns', { name: 'C', partnerId, offerId });
  const lead = { firstName: 'Avery', lastName: 'Bennett', state: 'TX', tcpaConsent: true, campaignId: campaign.id };
  const sender = app.client(campaign.postingKey);
  const sent = await sender.post('/api/v1/leads/submit', { ...lead, email: 'a.b@example.com', phone: '5125560101' });
  assert.equal(sent.status, 200, sent.text);
  const client = (await keyFor(app, admin, { partnerId })).client;
  const counts: number[] = [];
  for (const zone of zones) {
    await app.owner.query({
      text: `UPDATE tenants SET time_zone = $2 WHERE tenant_id = $1`,
      values: [tenantId, zone],
    });
    // A second before midnight of that zone, and at midnight.
    for (const before of ['1 second', '0 seconds']) {
      await app.owner.query({
        text: `UPDATE leads SET received_at = (date_trunc('day', now() AT TIME ZONE $2) AT TIME ZONE $2)
            - $3::text::interval WHERE tenant_id = $1`,
        values: [tenantId, zone, before],
      });
      counts.push((await client.get(statsPath(offerId))).json.data.leadsToday);
    }
  }
  assert.deepEqual(counts, [0, 1, 0, 1]);
});

test('stats are of a public offer, or of one with an own campaign, though it is private', async () => {
  const { admin } = place();
  const m = await place().market({ buyers: [{}] });
  const other = await made(admin, '/api/v1/partners', { name: 'Other' });
  const [enrolled, stranger] = [await partnerOf(m.partnerId), await partnerOf(other.id)];
  assert.equal((await enrolled.get(statsPath(m.offerId))).json.data.totalLeads, 0);
  const hidden = await stranger.get(statsPath(m.offerId));
  refused(hidden, 404, 'NOT_FOUND');
  assert.deepEqual(seenOf(hidden), seenOf(await stranger.get(statsPath(newId()))));
  refused(await enrolled.get(`/api/partner/offers/${m.offerId}`), 404, 'NOT_FOUND');
  await admin.patch(`/api/v1/offers/${m.offerId}`, { visibility: 'public' });
  assert.equal((await stranger.get(statsPath(m.offerId))).json.data.totalLeads, 0);
});

test('a partner hears into which offers it sent leads of a person, and names of public ones only', async () => {
  const { admin, app } = place();
  const offer = { dedupEnabled: false };
  const m = await place().market({ buyers: [{}], offer, campaign: { costPerLead: '5.00' } });
  const partner = await partnerOf(m.partnerId);
  const open = await made(admin, '/api/v1/offers', {
    name: 'Open',
    verticalId: m.verticalId,
    visibility: 'public',
    ...offer,
  });
  const second = await made(admin, '/api/v1/campaigns', { name: 'Second', partnerId: m.partnerId, offerId: open.id });
  const rival = await made(admin, '/api/v1/partners', { name: 'Rival' });
  const theirs = await made(admin, '/api/v1/campaigns', { name: 'T', partnerId: rival.id, offerId: m.offerId });
  const lead = m.lead();
  assert.equal((await m.post(lead)).json.result, 'success');
  for (const { id, postingKey } of [second, theirs]) {
    const answer = await app.client(postingKey).post('/api/v1/leads/submit', { ...lead, campaignId: id });
    assert.ok(answer.json.leadId, answer.text);
  }
  const people = (await partner.get('/api/partner/people')).json.data;
  assert.equal(people.length, 1);
  const path = `/api/partner/people/${people[0].id}/offers`;
  const rows: Record<string, unknown>[] = (await partner.get(path)).json.data;
  assert.deepEqual(
    rows.map(({ latestAt: _at, ...row }) => row),
    [
      { offerId: open.id, offerName: 'Open', leadCount: 1, totalCost: '0.00' },
      { offerId: m.offerId, offerName: null, leadCount: 1, totalCost: '5.00' },
    ].map((row) => ({ ...row, verticalName: 'Dental', callCount: 0 })),
  );
  const stranger = await partnerOf((await made(admin, '/api/v1/partners', { name: 'Nobody' })).id);
  refused(await stranger.get(path), 404, 'NOT_FOUND');
  assert.deepEqual(seenOf(await stranger.get(path)), seenOf(await stranger.get(path.replace(people[0].id, newId()))));
});

test('the fields that filters may ask about have types, conditions and the values that they may have', async () => {
  const { admin } = place();
  const m = await place().market({ buyers: [] });
  const fields = `/api/v1/verticals/${m.verticalId}/custom-fields`;
  await made(admin, fields, { name: 'plan', type: 'select', options: ['PPO', 'HMO'] });
  await made(admin, fields, { name: 'insured', type: 'boolean' });
  const own = `/api/v1/campaigns/${m.campaignId}/custom-fields`;
  await made(admin, own, { name: 'budget', type: 'number', required: true });
  const answer = await admin.get(`/api/admin/offers/${m.offerId}/filter-fields`);
  assert.equal(answer.status, 200, answer.text);
  const rows: Record<string, unknown>[] = answer.json.data;
  const one = (name: string) => rows.find((row) => row['name'] === name);
  assert.deepEqual(one('plan'), {
    name: 'plan',
    label: 'plan',
    type: 'select',
    tier: 'vertical',
    required: false,
    filters: ['customFilters'],
    operators: ['equals', 'not_equals', 'in', 'not_in', 'is_empty', 'is_not_empty'],
    options: ['PPO', 'HMO'],
  });
  assert.deepEqual(one('insured')?.['options'], [true, false]);
  assert.deepEqual([one('budget')?.['tier'], one('budget')?.['required']], ['campaign', false]);
  assert.deepEqual([one('state')?.['filters'], one('zipCode')?.['options']], [['geoFilters', 'customFilters'], null]);
  const states: unknown = one('state')?.['options'];
  assert.ok(Array.isArray(states) && states.includes('TX'));
  assert.equal(new Set(rows.map(({ name }) => name)).size, rows.length);
  refused(await admin.get(`/api/admin/offers/${newId()}/filter-fields`), 404, 'NOT_FOUND');
});

assertNoProblems(place);
