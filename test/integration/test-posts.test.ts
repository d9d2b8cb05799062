import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Client } from '../kit/client.ts';
import { keyFor } from '../kit/parties.ts';
import { personOf } from '../kit/people.ts';
import { assertNoProblems, testPlace } from '../kit/place.ts';
import { made, refused } from '../kit/refusals.ts';

const place = testPlace();

const pathOf = (campaignId: string): string => `/api/v1/campaigns/${campaignId}/test-post`;
const tryOf = (client: Client, campaignId: string, body: object = {}) => client.post(pathOf(campaignId), body);
const postingsOf = async (campaignId: string) =>
  (await place().admin.get(`/api/admin/posting-log?campaignId=${campaignId}`)).json.data;

test('a test post without fields sends the sample, is decided like a lead and reaches no buyer', async () => {
  const m = await place().market({ buyers: [{}] });
  const answer = await tryOf(place().admin, m.campaignId);
  assert.equal(answer.status, 200, answer.text);
  const { result, leadId, data } = answer.json;
  assert.deepEqual([result, data.status, data.sales], ['success', 'matched', []], answer.text);
  assert.equal(m.buyers[0]?.simulator.received().length, 0);
  const lead = (await place().admin.get(`/api/v1/leads/${leadId}`)).json.data;
  assert.deepEqual([lead.isTest, lead.campaignId], [true, m.campaignId]);
  assert.equal((await place().waterfallOf(leadId)).length, 1);
});

test('whatever it says of itself it stays a test, and an optional name of the campaign must be right', async () => {
  const m = await place().market({ buyers: [{}] });
  const fields = m.lead({ isTest: false, testMode: 'no', campaignId: undefined });
  const { leadId } = (await tryOf(place().admin, m.campaignId, { fields })).json;
  assert.equal((await place().admin.get(`/api/v1/leads/${leadId}`)).json.data.isTest, true);
  assert.equal(m.buyers[0]?.simulator.received().length, 0);
  const other = await place().market({ buyers: [] });
  const [fault] = refused(
    await tryOf(place().admin, m.campaignId, { fields: { ...fields, campaignId: other.campaignId } }),
    400,
    'VALIDATION_ERROR',
  );
  assert.deepEqual([fault?.field, fault?.rule], ['campaignId', 'unknown_campaign']);
});

test('a try after a change is judged anew, also with the same fields', async () => {
  const m = await place().market({ buyers: [{}] });
  const fields = m.lead();
  assert.equal((await tryOf(place().admin, m.campaignId, { fields })).json.data.status, 'matched');
  const contract = `/api/v1/contracts/${m.buyers[0]?.contractId}`;
  assert.equal((await place().admin.patch(contract, { status: 'paused' })).status, 200);
  const second = await tryOf(place().admin, m.campaignId, { fields });
  assert.deepEqual([second.json.data.status, second.json.idempotent], ['rejected', false], second.text);
});

test('a strict campaign names an unknown field, and the posting log and the trail have the refusal', async () => {
  const m = await place().market({ campaign: { strictFields: true }, buyers: [{}] });
  const answer = await tryOf(place().admin, m.campaignId, { fields: m.lead({ favouriteColour: 'PHIMARKER' }) });
  const [fault] = refused(answer, 400, 'VALIDATION_ERROR');
  assert.deepEqual([fault?.field, fault?.rule], ['favouriteColour', 'unknown_field']);
  const [entry] = await postingsOf(m.campaignId);
  assert.deepEqual(
    [entry.endpoint, entry.outcome, entry.httpStatus, entry.partnerId, entry.faults],
    ['test-post', 'validation_error', 400, m.partnerId, [{ field: 'favouriteColour', rule: 'unknown_field' }]],
  );
  const events = await place().app.owner.query<{ outcome: string }>({
    text: 'SELECT outcome FROM audit_events WHERE request_id = $1',
    values: [answer.headers['x-request-id']],
  });
  assert.deepEqual(
    events.map(({ outcome }) => outcome),
    ['refused'],
  );
});

test('a partner tries its own campaign by key and in person, and that of another is not there', async () => {
  const { app, admin, tenantId } = place();
  const [own, other] = [await place().market({ buyers: [{}] }), await place().market({ buyers: [{}] })];
  const { partnerId } = own;
  const key = (await keyFor(app, admin, { partnerId })).client;
  const person = (await personOf(app, { tenantId, role: 'partner', partnerId })).client;
  for (const client of [key, person]) {
    const answer = await tryOf(client, own.campaignId);
    assert.equal(answer.json.data?.status, 'matched', answer.text);
    refused(await tryOf(client, other.campaignId), 404, 'NOT_FOUND');
  }
  assert.deepEqual(
    (await postingsOf(own.campaignId)).map((entry: { endpoint: string; outcome: string }) => [
      entry.endpoint,
      entry.outcome,
    ]),
    [
      ['test-post', 'success'],
      ['test-post', 'success'],
    ],
  );
  const events = await app.owner.query<{ kind: string }>({
    text: `SELECT DISTINCT actor_kind AS kind FROM audit_events
      WHERE action = 'lead.submit' AND partner_id = $1 AND outcome = 'done'`,
    values: [partnerId],
  });
  assert.deepEqual(events, [{ kind: 'partner' }]);
  const reader = (await keyFor(app, admin, { partnerId }, { readOnly: true })).client;
  refused(await tryOf(reader, own.campaignId), 403, 'READ_ONLY');
});

test('who may not set campaigns up does not try them, and another tenant’s campaign is not there', async () => {
  const { app, admin, tenantId } = place();
  const m = await place().market({ buyers: [] });
  for (const role of ['analyst', 'support', 'compliance'] as const)
    refused(await tryOf((await personOf(app, { tenantId, role })).client, m.campaignId), 403, 'FORBIDDEN');
  refused(await tryOf(m.posting, m.campaignId), 403, 'FORBIDDEN');
  refused(await tryOf((await app.tenant()).admin, m.campaignId), 404, 'NOT_FOUND');
  const numbered = (await admin.get(`/api/v1/campaigns/${m.campaignId}`)).json.data.displayId;
  assert.equal((await tryOf(admin, String(numbered))).json.msg, 'No matching contracts');
});

test('a session that ended meanwhile tries nothing', async () => {
  const { app, tenantId } = place();
  const m = await place().market({ buyers: [] });
  const { client, sessionId } = await personOf(app, { tenantId, role: 'admin' });
  assert.equal((await tryOf(client, m.campaignId)).status, 200);
  await app.owner.query({ text: 'UPDATE sessions SET ended_at = now() WHERE session_id = $1', values: [sessionId] });
  refused(await tryOf(client, m.campaignId), 401, 'UNAUTHORIZED');
});

test('a campaign that is paused says so, as its posts would hear', async () => {
  const { admin } = place();
  const m = await place().market({ buyers: [{}] });
  await made(admin, `/api/v1/verticals/${m.verticalId}/custom-fields`, {
    name: 'size',
    fieldType: 'select',
    options: ['small', 'large'],
    required: true,
  });
  assert.equal((await tryOf(admin, m.campaignId)).json.result, 'success');
  await admin.patch(`/api/v1/campaigns/${m.campaignId}`, { status: 'paused' });
  const answer = await tryOf(admin, m.campaignId);
  assert.deepEqual([answer.status, answer.json.msg, answer.json.leadId], [200, 'Campaign inactive', null]);
});

assertNoProblems(place);
