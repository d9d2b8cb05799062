import assert from 'node:assert/strict';
import { test } from 'node:test';
import { assertNoProblems, testPlace } from '../kit/place.ts';

const place = testPlace();

test('a buyer reads what it was given; a partner its own leads, masked; neither sees the other', async () => {
  const m = await place().market({ buyers: [{ contract: { licensedFields: ['firstName', 'phone'] } }] });
  const lead = m.lead();
  const { leadId } = (await m.post(lead)).json;
  const buyerKey = await place().admin.post('/api/v1/auth/api-keys', {
    name: 'b',
    buyerId: m.buyers[0]?.buyerId,
    piiAccess: true,
  });
  const partnerKey = await place().admin.post('/api/v1/auth/api-keys', { name: 'p', partnerId: m.partnerId });
  const buyer = place().app.client(buyerKey.json.data.key);
  const seen = await buyer.get(`/api/v1/leads/${leadId}`);
  assert.deepEqual(Object.keys(seen.json.data.fields), ['firstName', 'phone'], seen.text);
  assert.ok(!seen.text.includes(String(lead['email'])));
  const partner = place().app.client(partnerKey.json.data.key);
  const own = await partner.get(`/api/v1/leads/${leadId}`);
  assert.equal(own.json.data.masked, true, own.text);
  assert.equal(own.json.data.firstName, 'A•••');
  assert.equal(own.json.data.price, null);
  const other = await place().market({ buyers: [{}] });
  const stranger = place().app.client(
    (await place().admin.post('/api/v1/auth/api-keys', { name: 'x', partnerId: other.partnerId })).json.data.key,
  );
  const foreign = await stranger.get(`/api/v1/leads/${leadId}`);
  const missing = await stranger.get('/api/v1/leads/00000000-0000-7000-8000-000000000001');
  assert.equal(foreign.status, 404);
  assert.equal(foreign.text.replace(/"requestId":"[^"]+"/, ''), missing.text.replace(/"requestId":"[^"]+"/, ''));
});

test('the trail shows the submit, the delivery and the read, and no value of the person', async () => {
  const m = await place().market({ buyers: [{}] });
  const lead = m.lead({ firstName: 'Trailmarker' });
  const { leadId } = (await m.post(lead)).json;
  await place().admin.get(`/api/v1/leads/${leadId}`);
  const events = await place().app.owner.query<{ action: string; outcome: string; phi: string[]; whole: string }>({
    text: `SELECT action, outcome, phi_classes AS phi, row_to_json(a)::text AS whole FROM audit_events a WHERE
      tenant_id = $1 AND $2 = ANY(entity_ids) ORDER BY at`,
    values: [place().tenantId, leadId],
  });
  assert.deepEqual(
    events.map((event) => event.action),
    ['lead.submit', 'lead.deliver', 'lead.read'],
  );
  assert.ok(events.every((event) => event.outcome === 'done'));
  assert.ok(events.every((event) => !event.whole.includes('Trailmarker')));
});

assertNoProblems(place);
