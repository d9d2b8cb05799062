import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sweepLeadSessions } from '../../src/leads/sessions/index.ts';
import type { Client } from '../kit/client.ts';
import type { Market } from '../kit/market.ts';
import { assertNoProblems, testPlace } from '../kit/place.ts';

const place = testPlace();
const PATH = '/api/v1/sessions';

async function begin(m: Market, body: object = {}, client: Client = m.posting) {
  const answer = await client.post(PATH, { campaignId: m.campaignId, ...body });
  assert.equal(answer.status, 201, answer.text);
  const { sessionKey, sessionId } = answer.json.data as { sessionKey: string; sessionId: string };
  return { sessionKey, sessionId, path: `${PATH}/${sessionKey}`, form: place().app.client(sessionKey) };
}

/** The fields of a lead without what steers its post. */
function person(m: Market, more: object = {}): Record<string, unknown> {
  const { campaignId: _campaignId, ...fields } = m.lead();
  return { ...fields, ...more };
}

test('a form goes on step by step with its own key, and its submit is a post that is sold', async () => {
  const m = await place().market({ buyers: [{}] });
  const { path, form, sessionId } = await begin(m, { totalSteps: 3, data: { custom: { treatment: 'PHIMARKER' } } });
  const { firstName, ...rest } = person(m);
  const step = await form.patch(path, { data: { firstName }, currentStep: 1 });
  assert.equal(step.status, 200, step.text);
  assert.equal(step.json.data.currentStep, 1);
  assert.equal((await form.patch(path, { data: rest, currentStep: 2 })).status, 200);
  const read = await form.get(path);
  assert.deepEqual(read.json.data.data, { custom: { treatment: 'PHIMARKER' }, firstName, ...rest });
  assert.equal(read.json.data.status, 'active');
  assert.equal(read.json.data.totalSteps, 3);
  const sold = await form.post(`${path}/submit`, {});
  assert.equal(sold.status, 201, sold.text);
  assert.equal(sold.json.result, 'success');
  const after = await m.posting.get(path);
  assert.equal(after.json.data.status, 'submitted');
  assert.equal(after.json.data.primaryLeadId, sold.json.leadId);
  assert.equal(m.buyers[0]?.simulator.received().length, 1);
  assert.equal((await form.patch(path, { data: { firstName: 'Late' } })).status, 409);
  assert.equal((await form.patch(path, { status: 'completed' })).json.data.status, 'completed');
  const trail = await place().admin.get(`/api/v1/audit-logs?entityId=${sessionId}`);
  const actions = new Set(trail.json.data.map(({ action }: { action: string }) => action));
  for (const action of ['create', 'update', 'read', 'submit', 'answer'])
    assert.ok(actions.has(`lead-session.${action}`), action);
  const log = await place().admin.get(`/api/admin/posting-log?campaignId=${m.campaignId}`);
  const endpoints = log.json.data.map(({ endpoint }: { endpoint: string }) => endpoint);
  assert.ok(endpoints.includes('session') && endpoints.includes('session-submit'), log.text);
});

test('what was answered so far is nowhere in clear, and is gone with its key when its day is over', async () => {
  const m = await place().market({ buyers: [{}] });
  const { path, form, sessionId } = await begin(m, { data: { firstName: 'Zebulonmarker' } });
  const row = async () => {
    const { rows } = {
      rows: await place().app.owner.query<{ row: string; sealed: Buffer | null }>({
        text: 'SELECT s::text AS row, sealed_data AS sealed FROM lead_sessions AS s WHERE session_id = $1',
        values: [sessionId],
      }),
    };
    return rows[0];
  };
  const kept = await row();
  assert.ok(kept?.sealed);
  assert.ok(!kept.row.includes(Buffer.from('Zebulonmarker').toString('hex')) && !kept.row.includes('Zebulonmarker'));
  await place().app.owner.query({
    text: `UPDATE lead_sessions SET expires_at = now() - interval '1 second' WHERE session_id = $1`,
    values: [sessionId],
  });
  assert.equal((await form.get(path)).status, 401, 'the capability ends with the session');
  assert.equal((await m.posting.get(path)).json.data.status, 'expired');
  assert.deepEqual((await m.posting.get(path)).json.data.data, {});
  assert.equal((await m.posting.patch(path, { data: { a: 1 } })).status, 410);
  assert.equal((await m.posting.post(`${path}/submit`, person(m))).status, 410);
  const { tenantId } = place();
  const sealed = kept.sealed;
  const at = { tenantId, table: 'lead_sessions', recordId: sessionId, part: 'data' };
  assert.ok(String(await place().app.runtime.vault.open(sessionId, at, sealed)).includes('Zebulonmarker'));
  await sweepLeadSessions(place().app.runtime, tenantId);
  assert.equal((await row())?.sealed, null);
  await assert.rejects(place().app.runtime.vault.open(sessionId, at, sealed), 'its key is destroyed');
});

test('twenty submits at once of one session, each with other words, make one lead and one answer', async () => {
  const m = await place().market({ buyers: [{}] });
  const { path, form } = await begin(m, { data: person(m) });
  const answers = await Promise.all(
    Array.from({ length: 20 }, (_, index) => form.post(`${path}/submit`, { data: { lastName: `Other${index}` } })),
  );
  assert.deepEqual(
    [...new Set(answers.map(({ status }) => status))],
    [201],
    answers.find((a) => a.status !== 201)?.text,
  );
  assert.equal(new Set(answers.map(({ json }) => json.leadId)).size, 1);
  assert.equal(m.buyers[0]?.simulator.received().length, 1);
  const again = await form.post(`${path}/submit`, {});
  assert.equal(again.json.idempotent, true);
  assert.equal(again.json.leadId, answers[0]?.json.leadId);
});

test('six steps at once are all kept', async () => {
  const m = await place().market({ buyers: [{}] });
  const { path, form } = await begin(m);
  const answers = await Promise.all(
    Array.from({ length: 6 }, (_, index) => form.patch(path, { data: { [`q${index}`]: index } })),
  );
  assert.ok(answers.every(({ status }) => status === 200));
  assert.equal(Object.keys((await form.get(path)).json.data.data).length, 6);
});

test('a submit that the fields refuse opens the session again, and the next one is sold', async () => {
  const m = await place().market({ buyers: [{}] });
  const { email, ...rest } = person(m);
  const { path, form } = await begin(m, { data: { ...rest, email: 'not an address' } });
  const refused = await form.post(`${path}/submit`, {});
  assert.equal(refused.status, 400, refused.text);
  assert.equal(refused.json.error.details.fields[0].field, 'email');
  assert.equal((await form.get(path)).json.data.status, 'active');
  assert.equal((await form.post(`${path}/submit`, { email })).json.result, 'success');
});

test('a session of somebody who was sold before is refused as a duplicate, and a repeat says the same', async () => {
  const m = await place().market({ buyers: [{}] });
  const lead = m.lead();
  await m.post(lead);
  const { campaignId: _campaignId, ...fields } = lead;
  const { path, form } = await begin(m, { data: { ...fields, lastName: 'Again' } });
  assert.equal((await form.post(`${path}/submit`, {})).json.result, 'duplicate');
  const again = await form.post(`${path}/submit`, {});
  assert.deepEqual([again.json.result, again.json.idempotent], ['duplicate', true]);
});

test('a further lead of a session is of a campaign of the same partner, and linked to the first', async () => {
  const m = await place().market({ buyers: [{}] });
  const stranger = await place().market({ buyers: [{}] });
  const made = await place().admin.post('/api/v1/campaigns', {
    name: 'Second',
    partnerId: m.partnerId,
    offerId: m.offerId,
    costPerLead: '5.00',
  });
  const campaignId = made.json.data.id;
  const { path, form, sessionId } = await begin(m, { data: person(m) });
  assert.equal((await form.post(`${path}/coreg`, { campaignId, data: person(m) })).status, 409, 'not submitted yet');
  const first = await form.post(`${path}/submit`, {});
  const coreg = await form.post(`${path}/coreg`, { campaignId, data: person(m) });
  assert.equal(coreg.status, 201, coreg.text);
  assert.equal(coreg.json.result, 'success', coreg.text);
  const own = await form.post(`${path}/coreg`, { data: person(m) });
  assert.equal(own.json.result, 'success', own.text);
  const rows = await place().app.owner.query<{ campaign: string; parent: string | null }>({
    text: `SELECT campaign_id AS campaign, parent_lead_id AS parent FROM leads WHERE session_id = $1 ORDER BY number`,
    values: [sessionId],
  });
  assert.deepEqual(
    new Set(rows.map(({ campaign, parent }) => `${campaign} ${parent}`)),
    new Set([`${m.campaignId} null`, `${campaignId} ${first.json.leadId}`, `${m.campaignId} ${first.json.leadId}`]),
  );
  const family = await place().admin.get(`/api/v1/leads?sessionId=${sessionId}`);
  assert.equal(family.json.pagination.total, 3, family.text);
  const read = await place().admin.get(`/api/v1/leads/${coreg.json.leadId}`);
  assert.deepEqual([read.json.data.parentLeadId, read.json.data.sessionId], [first.json.leadId, sessionId]);
  assert.equal((await form.get(path)).json.data.coregCount, 2);
  const other = await form.post(`${path}/coreg`, { campaignId: stranger.campaignId, data: person(m) });
  assert.equal(other.status, 400, 'a campaign of another partner is none');
  assert.equal(other.json.error.details.fields[0].rule, 'unknown_campaign');
});

test('a session key opens its own session and nothing else, and ends with the key that opened it', async () => {
  const m = await place().market({ buyers: [{}] });
  const other = await place().market({ buyers: [{}] });
  const one = await begin(m);
  const two = await begin(m);
  assert.equal((await one.form.get(two.path)).status, 404);
  assert.equal((await other.posting.get(one.path)).status, 404);
  assert.equal((await one.form.post('/api/v1/leads/submit', m.lead())).status, 403);
  assert.equal((await one.form.post(PATH, { campaignId: other.campaignId })).status, 400);
  assert.equal((await one.form.get('/api/v1/leads')).status, 403);
  const forged = one.sessionKey.slice(0, -4) + 'AAAA';
  assert.equal((await m.posting.get(`${PATH}/${forged}`)).status, 404);
  assert.equal((await place().app.client(forged).get(one.path)).status, 401);
  assert.equal((await m.posting.post(PATH, { campaignId: other.campaignId })).status, 400);
  for (const data of [{ campaignId: 'x' }, { pingId: 'x' }])
    assert.equal((await one.form.patch(one.path, { data })).json.error.details.fields[0].rule, 'control_key');
  const big = await one.form.patch(one.path, { data: { text: 'x'.repeat(70_000) } });
  assert.equal(big.json.error.details.fields[0].rule, 'too_large');
  const { rows } = {
    rows: await place().app.owner.query<{ id: string }>({
      text: 'SELECT opened_by AS id FROM lead_sessions WHERE session_id = $1',
      values: [one.sessionId],
    }),
  };
  await place().app.owner.query({
    text: 'UPDATE api_keys SET revoked_at = now() WHERE key_id = $1',
    values: [rows[0]?.id],
  });
  assert.equal((await one.form.patch(one.path, { data: { a: 1 } })).status, 401);
});

test('staff follow sessions by state and campaign and see nothing that was answered', async () => {
  const m = await place().market({ buyers: [{}] });
  await begin(m, { data: { firstName: 'Zebulonmarker' }, totalSteps: 2 });
  const done = await begin(m, { data: person(m) });
  const sold = await done.form.post(`${done.path}/submit`, {});
  const all = await place().admin.get(`${PATH}?campaignId=${m.campaignId}`);
  assert.equal(all.json.pagination.total, 2, all.text);
  assert.ok(!all.text.includes('Zebulonmarker') && !all.text.includes('"data":{'));
  const submitted = await place().admin.get(`${PATH}?campaignId=${m.campaignId}&status=submitted`);
  assert.deepEqual(
    submitted.json.data.map(({ primaryLeadId }: { primaryLeadId: string }) => primaryLeadId),
    [sold.json.leadId],
  );
});

test('a step of a session takes less than 10 ms of the server, by the median of fifty', async (t) => {
  const m = await place().market({ buyers: [{}] });
  const { path, form } = await begin(m, { data: person(m) });
  for (let index = 0; index < 50; index += 1) await form.patch(path, { data: { q: index }, currentStep: index });
  const log = await place().admin.get(`/api/admin/posting-log?campaignId=${m.campaignId}&limit=50`);
  const times = log.json.data
    .map(({ durationMs }: { durationMs: number }) => durationMs)
    .toSorted((a: number, b: number) => a - b);
  t.diagnostic(`median ${times[25]} ms, slowest ${times.at(-1)} ms`);
  assert.equal(times.length, 50);
  assert.ok(times[25] < 10);
});

assertNoProblems(place);
