import assert from 'node:assert/strict';
import { test } from 'node:test';
import { assertNoProblems, testPlace } from '../kit/place.ts';

const place = testPlace();

test('the same person posted twice is a duplicate, by e-mail or by phone alone', async () => {
  const m = await place().market({ buyers: [{}] });
  const first = m.lead();
  assert.equal((await m.post(first)).json.result, 'success');
  const byEmail = await m.post(m.lead({ email: String(first['email']).toUpperCase() }));
  assert.equal(byEmail.json.result, 'duplicate', byEmail.text);
  const byPhone = await m.post(m.lead({ phone: `+1 ${String(first['phone'])}` }));
  assert.equal(byPhone.json.result, 'duplicate', byPhone.text);
  assert.equal(m.buyers[0]?.simulator.received().length, 1);
});

test('an equal payload again gets the first answer, marked, and one lead', async () => {
  const m = await place().market({ buyers: [{}] });
  const lead = m.lead();
  const first = await m.post(lead);
  const second = await m.post(Object.fromEntries(Object.entries(lead).toReversed()));
  assert.equal(second.json.idempotent, true, second.text);
  assert.equal(second.json.leadId, first.json.leadId);
  assert.equal(second.json.result, 'success');
});

test('fifty equal posts at once make one lead and one delivery', async () => {
  const m = await place().market({ buyers: [{}] });
  const lead = m.lead();
  const answers = await Promise.all(Array.from({ length: 50 }, () => m.post(lead)));
  assert.equal(new Set(answers.map((answer) => answer.json.leadId)).size, 1);
  assert.ok(
    answers.every((answer) => answer.json.result === 'success'),
    answers.find((answer) => answer.json.result !== 'success')?.text,
  );
  assert.equal(answers.filter((answer) => answer.json.idempotent === false).length, 1);
  assert.equal(m.buyers[0]?.simulator.received().length, 1);
});

test('fifty posts of one person with different payloads at once sell once', async () => {
  const m = await place().market({ buyers: [{}] });
  const lead = m.lead();
  const answers = await Promise.all(
    Array.from({ length: 50 }, (_, index) => m.post({ ...lead, firstName: `Name${index}` })),
  );
  assert.equal(answers.filter((answer) => answer.json.result === 'success').length, 1);
  assert.equal(answers.filter((answer) => answer.json.result === 'duplicate').length, 49);
});

test('an idempotency key is remembered, and with another body it is a conflict', async () => {
  const m = await place().market({ buyers: [{}] });
  const lead = m.lead();
  const first = await m.post(lead, { 'idempotency-key': 'order-1' });
  const second = await m.post(lead, { 'idempotency-key': 'order-1' });
  assert.equal(second.json.leadId, first.json.leadId);
  assert.equal(second.json.idempotent, true);
  const other = await m.post(m.lead(), { 'idempotency-key': 'order-1' });
  assert.equal(other.status, 409);
  assert.equal(other.json.error.code, 'CONFLICT');
});

test('every fault of a body comes at once, with field, rule and remedy, and never a value', async () => {
  const m = await place().market({ buyers: [{}] });
  const answer = await m.post({
    campaignId: m.campaignId,
    firstName: { nested: 'PHIMARKER' },
    email: 'PHIMARKER',
    phone: '12',
    state: 'Nowhere',
    tcpaConsent: false,
  });
  assert.equal(answer.status, 400);
  assert.equal(answer.json.error.code, 'VALIDATION_ERROR');
  const fields = new Map(
    answer.json.error.details.fields.map((fault: { field: string; rule: string }) => [fault.field, fault.rule]),
  );
  for (const field of ['firstName', 'email', 'phone', 'state', 'tcpaConsent', 'lastName'])
    assert.ok(fields.has(field), `${field} is named: ${answer.text}`);
  assert.equal(fields.get('tcpaConsent'), 'consent_required');
  assert.ok(!answer.text.includes('PHIMARKER'));
});

test('an unknown field is kept with a warning, and refused by name where the campaign is strict', async () => {
  const loose = await place().market({ buyers: [{}] });
  const kept = await loose.post(loose.lead({ favouriteColour: 'teal' }));
  assert.equal(kept.json.result, 'success', kept.text);
  assert.deepEqual(
    kept.json.warnings.map((warning: { field: string }) => warning.field),
    ['favouriteColour'],
  );
  const strict = await place().market({ campaign: { strictFields: true }, buyers: [{}] });
  const refused = await strict.post(strict.lead({ favouriteColour: 'teal' }));
  assert.equal(refused.status, 400, refused.text);
  assert.equal(refused.json.error.details.fields[0].rule, 'unknown_field');
});

test('a vertical may say which fields make a duplicate, also fields of its own', async () => {
  const m = await place().market({ buyers: [{}] });
  const { admin } = place();
  const path = `/api/v1/verticals/${m.verticalId}`;
  const field = { name: 'memberId', fieldType: 'text', phiClass: 'identity' };
  assert.equal((await admin.post(`${path}/custom-fields`, field)).status, 201);
  assert.equal((await admin.patch(path, { dedupFields: ['memberId'] })).status, 200);
  const first = m.lead({ custom: { memberId: 'M 77' } });
  assert.equal((await m.post(first)).json.result, 'success');
  assert.equal((await m.post(m.lead({ custom: { memberId: 'm  77' } }))).json.result, 'duplicate');
  assert.equal((await m.post(m.lead({ email: first['email'], custom: { memberId: 'M78' } }))).json.result, 'success');
});

test('a wrong campaign, a revoked key and a stranger are refused with what to do', async () => {
  const m = await place().market({ buyers: [{}] });
  const wrong = await m.post(m.lead({ campaignId: '00000000-0000-7000-8000-000000000001' }));
  assert.equal(wrong.status, 400);
  assert.equal(wrong.json.error.details.fields[0].rule, 'unknown_campaign');
  const stranger = await place().app.client().post('/api/v1/leads/submit', m.lead());
  assert.equal(stranger.status, 401);
  const keys = await place().admin.get('/api/v1/auth/api-keys?limit=100');
  const own = keys.json.data.find((key: { campaignId: string | null }) => key.campaignId === m.campaignId);
  assert.equal((await place().admin.delete(`/api/v1/auth/api-keys/${own.id}`)).status, 200);
  const revoked = await m.post();
  assert.equal(revoked.status, 401, revoked.text);
  assert.equal(revoked.json.error.code, 'UNAUTHORIZED');
});

test('a paused campaign rejects without making a lead', async () => {
  const m = await place().market({ buyers: [{}] });
  assert.equal((await place().admin.patch(`/api/v1/campaigns/${m.campaignId}`, { status: 'paused' })).status, 200);
  const answer = await m.post();
  assert.equal(answer.status, 200);
  assert.equal(answer.json.result, 'rejected');
  assert.equal(answer.json.msg, 'Campaign inactive');
  assert.equal(answer.json.leadId, null);
});

assertNoProblems(place);
