import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Client } from '../kit/client.ts';
import { assertNoProblems, testPlace } from '../kit/place.ts';

const place = testPlace();
const SUBMIT = '/api/v1/leads/submit';
const JSON_TYPE = { 'content-type': 'application/json' };

async function keyWith(more: Record<string, unknown>): Promise<{ readonly id: string; readonly client: Client }> {
  const made = await place().admin.post('/api/v1/auth/api-keys', { name: 'Another', ...more });
  assert.equal(made.status, 200, made.text);
  return { id: made.json.data.id, client: place().app.client(made.json.data.key) };
}

interface Event {
  readonly action: string;
  readonly outcome: string;
  readonly code: string;
}

const eventsOf = (requestId: string | undefined): Promise<Event[]> =>
  place().app.owner.query({
    text: `SELECT action, outcome, detail->>'code' AS code FROM audit_events WHERE request_id = $1`,
    values: [requestId],
  });

const postingsOf = (requestId: string | undefined): Promise<{ outcome: string; status: number }[]> =>
  place().app.owner.query({
    text: 'SELECT outcome, http_status AS status FROM posting_log WHERE request_id = $1',
    values: [requestId],
  });

test('a body that nobody can read leaves one event and one line in the posting log, as its key is known', async () => {
  const m = await place().market({ buyers: [{}] });
  const unreadable = [
    await m.posting.raw('POST', SUBMIT, '{"campaignId":', JSON_TYPE),
    await m.posting.raw('POST', SUBMIT, JSON.stringify({ ...m.lead(), note: 'x'.repeat(1_100_000) }), JSON_TYPE),
    await m.posting.raw('POST', SUBMIT, 'a lead', { 'content-type': 'text/x-lead' }),
  ];
  assert.deepEqual(
    unreadable.map((answer) => answer.status),
    [400, 413, 415],
  );
  for (const answer of unreadable) {
    const { requestId, code } = answer.json.error;
    assert.deepEqual(await eventsOf(requestId), [{ action: 'lead.submit', outcome: 'refused', code }]);
    assert.deepEqual(await postingsOf(requestId), [{ outcome: 'validation_error', status: answer.status }]);
  }
});

test('a key that was revoked is refused in the trail of its tenant; a stranger leaves no trace there', async () => {
  const { id, client } = await keyWith({});
  assert.equal((await client.get('/api/v1/leads')).status, 200);
  assert.equal((await place().admin.delete(`/api/v1/auth/api-keys/${id}`)).status, 200);
  const refused = await client.get('/api/v1/leads');
  assert.equal(refused.status, 401, refused.text);
  const event = { action: 'lead.list', outcome: 'refused', code: 'UNAUTHORIZED' };
  assert.deepEqual(await eventsOf(refused.json.error.requestId), [event]);
  const stranger = await place().app.client('cr_admin_nobody').get('/api/v1/leads');
  assert.equal(stranger.status, 401);
  assert.deepEqual(await eventsOf(stranger.json.error.requestId), []);
});

test('what a contract asked of a failed field is sealed, and shown with access to personal data alone', async () => {
  const m = await place().market({
    buyers: [
      { contract: { price: '90.00', customFilters: [{ field: 'diagnosis', operator: 'not_equals', value: 'B20' }] } },
      { contract: { price: '10.00' } },
    ],
  });
  const field = await place().admin.post(`/api/v1/verticals/${m.verticalId}/custom-fields`, {
    name: 'diagnosis',
    label: 'Diagnosis',
    fieldType: 'text',
  });
  assert.equal(field.status, 201, field.text);
  const { leadId } = (await m.post(m.lead({ custom: { diagnosis: 'B20' } }))).json;
  const reasonFor = async (client: Client) => {
    const answer = await client.get(`/api/v1/leads/${leadId}/distributions`);
    assert.equal(answer.status, 200, answer.text);
    const row = answer.json.data.find((found: { contractId: string }) => found.contractId === m.buyers[0]?.contractId);
    return { code: row.reasonCode as string, reason: row.reason as string };
  };
  assert.match((await reasonFor(place().admin)).reason, /The field diagnosis .* anything but B20\.$/);
  const masked = await reasonFor((await keyWith({ piiAccess: false })).client);
  assert.equal(masked.code, 'custom_mismatch');
  assert.doesNotMatch(masked.reason, /diagnosis|B20/);
  const [stored] = await place().app.owner.query<{ text: string }>({
    text: 'SELECT verdicts::text AS text FROM decisions WHERE lead_id = $1',
    values: [leadId],
  });
  assert.match(stored?.text ?? '', /custom_mismatch/);
  assert.doesNotMatch(stored?.text ?? '', /diagnosis|B20/);
});

test('whoever may not see personal data may not search by them, and each search stands in the trail', async () => {
  const masked = (await keyWith({ piiAccess: false })).client;
  const refused = await masked.get('/api/v1/leads?search=avery%40example.com');
  assert.equal(refused.status, 400, refused.text);
  assert.equal(refused.json.error.details.fields[0].field, 'search');
  const allowed = await place().admin.get('/api/v1/leads?search=avery%40example.com');
  assert.equal(allowed.status, 200, allowed.text);
  const [event] = await place().app.owner.query<{ searched: string }>({
    text: `SELECT detail->>'searched' AS searched FROM audit_events WHERE action = 'lead.list' AND outcome = 'done'
      ORDER BY event_id DESC LIMIT 1`,
  });
  assert.equal(event?.searched, 'true');
});

test('bodies that differ only in how their letters are written are not the same request', async () => {
  const m = await place().market({ buyers: [{}] });
  const headers = { 'idempotency-key': 'one' };
  const lead = m.lead({ firstName: 'Ofﬁcer' });
  assert.equal((await m.post(lead, headers)).status, 200);
  assert.equal((await m.post({ ...lead, firstName: 'Officer' }, headers)).status, 409);
  assert.equal((await m.post(lead, headers)).json.idempotent, true);
});

assertNoProblems(place);
