import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { startApp, type TestApp } from '../kit/app.ts';
import type { Client } from '../kit/client.ts';
import { type Market, startMarket } from '../kit/market.ts';

let app: TestApp;
let admin: Client;
let tenantId: string;
const markets: Market[] = [];

before(async () => {
  app = await startApp();
  ({ admin, tenantId } = await app.tenant());
});
after(async () => {
  await Promise.all(markets.map((market) => market.stop()));
  await app.stop();
});

async function market(spec: Parameters<typeof startMarket>[2]): Promise<Market> {
  const made = await startMarket(app, admin, spec);
  markets.push(made);
  return made;
}

async function waterfallOf(leadId: string) {
  const answer = await admin.get(`/api/v1/leads/${leadId}/distributions`);
  assert.equal(answer.status, 200, answer.text);
  return answer.json.data as { buyerId: string; disposition: string; reasonCode: string; reason: string; price: string; saleId: string }[];
}

test('a lead is sold to the highest price, with only the licensed fields, and the answer has both known shapes', async () => {
  const m = await market({ buyers: [
    { contract: { price: '20.00', licensedFields: ['firstName', 'phone'] } },
    { contract: { price: '35.00', licensedFields: ['firstName', 'email', 'zipCode'] } },
  ] });
  const lead = m.lead();
  const answer = await m.post(lead);
  assert.equal(answer.status, 200, answer.text);
  assert.equal(answer.json.result, 'success');
  assert.equal(answer.json.price, 5);
  assert.equal(answer.json.data.status, 'sold');
  assert.equal(answer.json.data.revenue, '5.00');
  assert.match(answer.json.data.shortId, /^L-\d+$/);
  const received = m.buyers[1]?.simulator.received() ?? [];
  assert.equal(received.length, 1);
  assert.deepEqual(received[0]?.body, { firstName: 'Avery', email: lead['email'], zipCode: '78701' });
  assert.equal(m.buyers[0]?.simulator.received().length, 0);
  const rows = await waterfallOf(answer.json.leadId);
  assert.equal(rows[0]?.disposition, 'delivered');
  assert.equal(rows[0]?.price, '35.00');
  assert.match(rows[1]?.reason ?? '', /ranked lower/);
});

test('by priority, the lowest number wins whatever the price', async () => {
  const m = await market({ rule: 'priority', buyers: [{ contract: { price: '90.00', priority: 5 } }, { contract: { price: '10.00', priority: 1 } }] });
  const answer = await m.post();
  assert.equal(answer.json.result, 'success', answer.text);
  assert.equal(m.buyers[1]?.simulator.received().length, 1);
  assert.equal(m.buyers[0]?.simulator.received().length, 0);
});

test('a buyer that rejects is released, and the next contract of the ranking gets the lead', async () => {
  const m = await market({ buyers: [{ behaviour: 'reject', contract: { price: '30.00' } }, { contract: { price: '20.00' } }] });
  const answer = await m.post();
  assert.equal(answer.json.result, 'success', answer.text);
  const rows = await waterfallOf(answer.json.leadId);
  assert.deepEqual(rows.map((row) => row.disposition), ['delivered', 'rejected']);
  const ledger = await app.owner.query<{ account: string; amount: number }>({
    text: 'SELECT account, amount_cents AS amount FROM ledger_entries WHERE sale_id = $1 ORDER BY account', values: [rows[0]?.saleId],
  });
  assert.deepEqual(ledger, [
    { account: 'buyer_receivable', amount: 2000 }, { account: 'partner_cost', amount: 500 },
    { account: 'partner_payable', amount: -500 }, { account: 'tenant_revenue', amount: -2000 },
  ]);
});

test('when all refuse, the lead ends unsold, nothing is charged, and the partner may try again', async () => {
  const m = await market({ buyers: [{ behaviour: 'reject' }, { behaviour: 'reject' }] });
  const lead = m.lead();
  const answer = await m.post(lead);
  assert.equal(answer.json.result, 'rejected', answer.text);
  assert.equal(answer.json.msg, 'No buyer accepted the lead');
  m.buyers[0]?.simulator.control({ behaviour: 'accept' });
  const again = await m.post({ ...lead, firstName: 'Robin' });
  assert.equal(again.json.result, 'success', again.text);
});

test('filters by state, age and a custom field each keep their reason in the waterfall', async () => {
  const m = await market({ buyers: [
    { contract: { geoFilters: { states: ['FL'] } } },
    { contract: { demographicFilters: { minAge: 65 } } },
    { contract: { customFilters: [{ field: 'treatment', operator: 'equals', value: 'implants' }] } },
  ] });
  const answer = await m.post();
  assert.equal(answer.json.result, 'rejected', answer.text);
  assert.equal(answer.json.msg, 'No matching contracts');
  const rows = await waterfallOf(answer.json.leadId);
  assert.deepEqual(rows.map((row) => row.reasonCode).toSorted(), ['demographic_mismatch', 'field_missing', 'geo_mismatch']);
});

test('the same person posted twice is a duplicate, by e-mail or by phone alone', async () => {
  const m = await market({ buyers: [{}] });
  const first = m.lead();
  assert.equal((await m.post(first)).json.result, 'success');
  const byEmail = await m.post(m.lead({ email: String(first['email']).toUpperCase() }));
  assert.equal(byEmail.json.result, 'duplicate', byEmail.text);
  const byPhone = await m.post(m.lead({ phone: `+1 ${String(first['phone'])}` }));
  assert.equal(byPhone.json.result, 'duplicate', byPhone.text);
  assert.equal(m.buyers[0]?.simulator.received().length, 1);
});

test('an equal payload again gets the first answer, marked, and one lead', async () => {
  const m = await market({ buyers: [{}] });
  const lead = m.lead();
  const first = await m.post(lead);
  const second = await m.post(Object.fromEntries(Object.entries(lead).toReversed()));
  assert.equal(second.json.idempotent, true, second.text);
  assert.equal(second.json.leadId, first.json.leadId);
  assert.equal(second.json.result, 'success');
});

test('fifty equal posts at once make one lead and one delivery', async () => {
  const m = await market({ buyers: [{}] });
  const lead = m.lead();
  const answers = await Promise.all(Array.from({ length: 50 }, () => m.post(lead)));
  assert.equal(new Set(answers.map((answer) => answer.json.leadId)).size, 1);
  assert.ok(answers.every((answer) => answer.json.result === 'success'), answers.find((answer) => answer.json.result !== 'success')?.text);
  assert.equal(answers.filter((answer) => answer.json.idempotent === false).length, 1);
  assert.equal(m.buyers[0]?.simulator.received().length, 1);
});

test('fifty posts of one person with different payloads at once sell once', async () => {
  const m = await market({ buyers: [{}] });
  const lead = m.lead();
  const answers = await Promise.all(Array.from({ length: 50 }, (_, index) => m.post({ ...lead, firstName: `Name${index}` })));
  assert.equal(answers.filter((answer) => answer.json.result === 'success').length, 1);
  assert.equal(answers.filter((answer) => answer.json.result === 'duplicate').length, 49);
});

test('an idempotency key is remembered, and with another body it is a conflict', async () => {
  const m = await market({ buyers: [{}] });
  const lead = m.lead();
  const first = await m.post(lead, { 'idempotency-key': 'order-1' });
  const second = await m.post(lead, { 'idempotency-key': 'order-1' });
  assert.equal(second.json.leadId, first.json.leadId);
  assert.equal(second.json.idempotent, true);
  const other = await m.post(m.lead(), { 'idempotency-key': 'order-1' });
  assert.equal(other.status, 409);
  assert.equal(other.json.error.code, 'CONFLICT');
});

test('a slow buyer leaves the lead pending at the deadline, and the status route tells the end to the posting key', async () => {
  const m = await market({ campaign: { responseDeadlineMs: 200 }, buyers: [{ behaviour: 'slow' }] });
  const answer = await m.post();
  assert.equal(answer.json.result, 'accepted', answer.text);
  assert.equal(answer.json.data.status, 'pending');
  let status = 'pending';
  for (let round = 0; round < 50 && status === 'pending'; round += 1) {
    await new Promise((resolve) => setTimeout(resolve, 100));
    status = (await m.posting.get(`/api/v1/leads/${answer.json.leadId}/status`)).json.data.status;
  }
  assert.equal(status, 'sold');
});

test('a buyer that does not answer leaves the sale uncertain: held, never given to the next, resolved by a person', async () => {
  const m = await market({ buyers: [{ behaviour: 'timeout', contract: { price: '40.00', uncertainPolicy: 'hold' } }, { contract: { price: '10.00' } }] });
  const answer = await m.post();
  assert.equal(answer.json.result, 'accepted', answer.text);
  assert.equal(m.buyers[1]?.simulator.received().length, 0);
  const [row] = await waterfallOf(answer.json.leadId);
  assert.equal(row?.disposition, 'pending');
  const resolved = await admin.post(`/api/v1/sales/${row?.saleId}/resolve`, { outcome: 'rejected' });
  assert.equal(resolved.status, 200, resolved.text);
  assert.equal(resolved.json.data.status, 'sold');
  assert.equal(m.buyers[1]?.simulator.received().length, 1);
});

test('an unreadable answer and a redirect are uncertain, not sold', async () => {
  for (const behaviour of ['garbage', 'http_302', 'status_500'] as const) {
    const m = await market({ buyers: [{ behaviour, contract: { uncertainPolicy: 'hold' } }] });
    const answer = await m.post();
    assert.equal(answer.json.result, 'accepted', `${behaviour}: ${answer.text}`);
    assert.equal(answer.json.data.status, 'pending');
  }
});

test('every fault of a body comes at once, with field, rule and remedy, and never a value', async () => {
  const m = await market({ buyers: [{}] });
  const answer = await m.post({ campaignId: m.campaignId, firstName: { nested: 'PHIMARKER' }, email: 'PHIMARKER', phone: '12', state: 'Nowhere', tcpaConsent: false });
  assert.equal(answer.status, 400);
  assert.equal(answer.json.error.code, 'VALIDATION_ERROR');
  const fields = new Map(answer.json.error.details.fields.map((fault: { field: string; rule: string }) => [fault.field, fault.rule]));
  for (const field of ['firstName', 'email', 'phone', 'state', 'tcpaConsent', 'lastName']) assert.ok(fields.has(field), `${field} is named: ${answer.text}`);
  assert.equal(fields.get('tcpaConsent'), 'consent_required');
  assert.ok(!answer.text.includes('PHIMARKER'));
});

test('an unknown field is kept with a warning, and refused by name where the campaign is strict', async () => {
  const loose = await market({ buyers: [{}] });
  const kept = await loose.post(loose.lead({ favouriteColour: 'teal' }));
  assert.equal(kept.json.result, 'success', kept.text);
  assert.deepEqual(kept.json.warnings.map((warning: { field: string }) => warning.field), ['favouriteColour']);
  const strict = await market({ campaign: { strictFields: true }, buyers: [{}] });
  const refused = await strict.post(strict.lead({ favouriteColour: 'teal' }));
  assert.equal(refused.status, 400, refused.text);
  assert.equal(refused.json.error.details.fields[0].rule, 'unknown_field');
});

test('a wrong campaign, a revoked key and a stranger are refused with what to do', async () => {
  const m = await market({ buyers: [{}] });
  const wrong = await m.post(m.lead({ campaignId: '00000000-0000-7000-8000-000000000001' }));
  assert.equal(wrong.status, 400);
  assert.equal(wrong.json.error.details.fields[0].rule, 'unknown_campaign');
  const stranger = await app.client().post('/api/v1/leads/submit', m.lead());
  assert.equal(stranger.status, 401);
  const keys = await admin.get('/api/v1/auth/api-keys?limit=100');
  const own = keys.json.data.find((key: { campaignId: string | null }) => key.campaignId === m.campaignId);
  assert.equal((await admin.delete(`/api/v1/auth/api-keys/${own.id}`)).status, 200);
  const revoked = await m.post();
  assert.equal(revoked.status, 401, revoked.text);
  assert.equal(revoked.json.error.code, 'UNAUTHORIZED');
});

test('a paused campaign rejects without making a lead', async () => {
  const m = await market({ buyers: [{}] });
  assert.equal((await admin.patch(`/api/v1/campaigns/${m.campaignId}`, { status: 'paused' })).status, 200);
  const answer = await m.post();
  assert.equal(answer.status, 200);
  assert.equal(answer.json.result, 'rejected');
  assert.equal(answer.json.msg, 'Campaign inactive');
  assert.equal(answer.json.leadId, null);
});

test('a change of a contract counts for the very next lead', async () => {
  const m = await market({ buyers: [{ contract: { price: '30.00' } }, { contract: { price: '20.00' } }] });
  assert.equal((await m.post()).json.result, 'success');
  const paused = await admin.put(`/api/v1/contracts/${m.buyers[0]?.contractId}/status`, { status: 'paused' });
  assert.equal(paused.status, 200, paused.text);
  assert.equal((await m.post()).json.result, 'success');
  assert.deepEqual(m.buyers.map((buyer) => buyer.simulator.received().length), [1, 1]);
});

test('a test lead is decided and not delivered', async () => {
  const m = await market({ buyers: [{}] });
  const answer = await m.post(m.lead({ isTest: true }));
  assert.equal(answer.json.data.status, 'matched', answer.text);
  assert.equal(m.buyers[0]?.simulator.received().length, 0);
});

test('under HIPAA nothing is sold without an agreement in force', async () => {
  const m = await market({ regime: 'hipaa', buyers: [{}] });
  const answer = await m.post();
  assert.equal(answer.json.result, 'rejected', answer.text);
  assert.equal((await waterfallOf(answer.json.leadId))[0]?.reasonCode, 'agreement_missing');
});

test('a buyer reads what it was given, from its sale; a partner its own leads, masked; neither sees the other', async () => {
  const m = await market({ buyers: [{ contract: { licensedFields: ['firstName', 'phone'] } }] });
  const lead = m.lead();
  const { leadId } = (await m.post(lead)).json;
  const buyerKey = await admin.post('/api/v1/auth/api-keys', { name: 'b', buyerId: m.buyers[0]?.buyerId, piiAccess: true });
  const partnerKey = await admin.post('/api/v1/auth/api-keys', { name: 'p', partnerId: m.partnerId });
  const buyer = app.client(buyerKey.json.data.key);
  const seen = await buyer.get(`/api/v1/leads/${leadId}`);
  assert.deepEqual(Object.keys(seen.json.data.fields), ['firstName', 'phone'], seen.text);
  assert.ok(!seen.text.includes(String(lead['email'])));
  const partner = app.client(partnerKey.json.data.key);
  const own = await partner.get(`/api/v1/leads/${leadId}`);
  assert.equal(own.json.data.masked, true, own.text);
  assert.equal(own.json.data.firstName, 'A•••');
  assert.equal(own.json.data.price, null);
  const other = await market({ buyers: [{}] });
  const stranger = app.client((await admin.post('/api/v1/auth/api-keys', { name: 'x', partnerId: other.partnerId })).json.data.key);
  const foreign = await stranger.get(`/api/v1/leads/${leadId}`);
  const missing = await stranger.get('/api/v1/leads/00000000-0000-7000-8000-000000000001');
  assert.equal(foreign.status, 404);
  assert.equal(foreign.text.replace(/"requestId":"[^"]+"/, ''), missing.text.replace(/"requestId":"[^"]+"/, ''));
});

test('the trail shows the submit, the delivery and the read, and no value of the person', async () => {
  const m = await market({ buyers: [{}] });
  const lead = m.lead({ firstName: 'Trailmarker' });
  const { leadId } = (await m.post(lead)).json;
  await admin.get(`/api/v1/leads/${leadId}`);
  const events = await app.owner.query<{ action: string; outcome: string; phi: string[]; whole: string }>({
    text: `SELECT action, outcome, phi_classes AS phi, row_to_json(a)::text AS whole FROM audit_events a WHERE tenant_id = $1 AND $2 = ANY(entity_ids) ORDER BY at`,
    values: [tenantId, leadId],
  });
  assert.deepEqual(events.map((event) => event.action), ['lead.submit', 'lead.deliver', 'lead.read']);
  assert.ok(events.every((event) => event.outcome === 'done'));
  assert.ok(events.every((event) => !event.whole.includes('Trailmarker')));
});

test('nothing failed in silence', () => {
  assert.deepEqual(app.problems, []);
});
