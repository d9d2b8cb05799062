import assert from 'node:assert/strict';
import { test } from 'node:test';
import { assertNoProblems, testPlace } from '../kit/place.ts';
import { refused } from '../kit/refusals.ts';

const place = testPlace();

const rowsOf = async (table: string): Promise<number> =>
  Number(
    (await place().app.owner.query<{ n: string }>({ text: `SELECT count(*) AS n FROM ${table}`, values: [] }))[0]?.n,
  );
const kept = async () => ({
  leads: await rowsOf('leads'),
  sales: await rowsOf('sales'),
  ledger: await rowsOf('ledger_entries'),
  caps: await rowsOf('cap_usage'),
  claims: await rowsOf('intake_claims'),
});

test('a test that asks for sold is answered as a sale is, and nothing is delivered, charged or counted', async () => {
  const m = await place().market({ campaign: { dailyCap: 1 }, buyers: [{ contract: { caps: { daily: 1 } } }] });
  const before = await kept();
  const forced = await m.post(m.lead({ testMode: true, testResult: 'sold' }));
  assert.equal(forced.status, 200, forced.text);
  assert.deepEqual((({ sales, ledger, caps }) => ({ sales, ledger, caps }))(await kept()), {
    sales: before.sales,
    ledger: before.ledger,
    caps: before.caps,
  });
  assert.equal(m.buyers[0]?.simulator.received().length, 0);
  const live = await m.post();
  assert.equal(live.json.data.status, 'sold', 'the cap of one was not used up by the test');
  const alike = { leadId: 'own', data: { ...live.json.data, id: 'own', shortId: 'own' } };
  const data = { ...forced.json.data, id: 'own', shortId: 'own' };
  assert.deepEqual({ ...forced.json, leadId: 'own', data }, { ...live.json, ...alike });
  const status = (await m.posting.get(`/api/v1/leads/${forced.json.leadId}/status`)).json.data;
  assert.deepEqual([status.status, status.payout], ['sold', '5.00']);
  const seen = (await place().admin.get(`/api/v1/leads/${forced.json.leadId}`)).json.data;
  assert.deepEqual([seen.isTest, seen.status, seen.payout], [true, 'matched', null]);
});

test('a share is of the price that the lead would have brought', async () => {
  const m = await place().market({ campaign: { pricingModel: 'revshare', revsharePercent: '50' }, buyers: [{}] });
  const forced = await m.post(m.lead({ isTest: true, testResult: 'sold' }));
  assert.deepEqual([forced.json.result, forced.json.price], ['success', 10]);
});

test('rejected, duplicate and pending are answered as such, and a repeat gets the same answer', async () => {
  const m = await place().market({ buyers: [{}] });
  const answers: Record<string, unknown> = {};
  for (const testResult of ['rejected', 'duplicate', 'pending']) {
    const lead = m.lead({ testMode: true, testResult });
    const first = (await m.post(lead)).json;
    const again = (await m.post(lead)).json;
    assert.deepEqual(again, { ...first, idempotent: true }, testResult);
    answers[testResult] = [first.result, first.data.status, first.leadId !== null, first.msg];
    assert.equal('statusUrl' in first, testResult === 'pending');
  }
  assert.deepEqual(answers, {
    rejected: ['rejected', 'rejected', true, 'No matching contracts'],
    duplicate: ['duplicate', 'rejected', false, 'Duplicate lead'],
    pending: ['accepted', 'pending', true, 'A buyer has not answered clearly yet'],
  });
  assert.equal(m.buyers[0]?.simulator.received().length, 0);
});

test('an outcome is chosen for tests only, and faults and closed campaigns come before it', async () => {
  const m = await place().market({ buyers: [{}] });
  const [alone] = refused(await m.post(m.lead({ testResult: 'sold' })), 400, 'VALIDATION_ERROR');
  assert.deepEqual([alone?.field, alone?.rule], ['testResult', 'needs_test_mode']);
  const [other] = refused(await m.post(m.lead({ testMode: true, testResult: 'won' })), 400, 'VALIDATION_ERROR');
  assert.deepEqual([other?.field, other?.rule], ['testResult', 'not_an_option']);
  const [email] = refused(
    await m.post(m.lead({ testMode: true, testResult: 'sold', email: 'x' })),
    400,
    'VALIDATION_ERROR',
  );
  assert.equal(email?.field, 'email');
  await place().admin.patch(`/api/v1/campaigns/${m.campaignId}`, { status: 'paused' });
  const closed = (await m.post(m.lead({ testMode: true, testResult: 'sold' }))).json;
  assert.deepEqual([closed.result, closed.msg], ['rejected', 'Campaign inactive']);
});

test('a lead that is only validated says what would happen, and nothing of it is kept', async () => {
  const m = await place().market({ buyers: [{ contract: { caps: { daily: 1 } } }] });
  const before = await kept();
  const lead = m.lead();
  const judged = await m.post({ ...lead, validateOnly: true }, { 'idempotency-key': 'validate-1' });
  assert.equal(judged.status, 200, judged.text);
  const { result, leadId, price, validateOnly, data } = judged.json;
  assert.deepEqual([result, leadId, price, validateOnly, data.status], ['success', null, null, true, 'matched']);
  assert.deepEqual(await kept(), before);
  const [fault] = refused(await m.post({ ...lead, email: 'x', validateOnly: true }), 400, 'VALIDATION_ERROR');
  assert.equal(fault?.field, 'email');
  // The same key, and the same person: neither was used up.
  const live = await m.post(lead, { 'idempotency-key': 'validate-1' });
  assert.deepEqual([live.json.data.status, live.json.idempotent], ['sold', false]);
  const twice = (await m.post({ ...lead, validateOnly: true })).json;
  assert.deepEqual([twice.result, twice.msg], ['duplicate', 'Duplicate lead']);
  const full = (await m.post(m.lead({ validateOnly: true }))).json;
  assert.deepEqual(
    [full.result, full.data.status, full.data.rejectionReason],
    ['rejected', 'rejected', 'Cap exceeded'],
  );
  await place().admin.patch(`/api/v1/campaigns/${m.campaignId}`, { status: 'paused' });
  assert.equal((await m.post(m.lead({ validateOnly: true }))).json.msg, 'Campaign inactive');
  const log = (await place().admin.get(`/api/admin/posting-log?campaignId=${m.campaignId}&endpoint=validate`)).json
    .data;
  assert.deepEqual(
    log.map(({ outcome, code }: { outcome: string; code: string | null }) => [outcome, code]),
    [
      ['rejected', 'rejected'],
      ['rejected', 'rejected'],
      ['rejected', 'duplicate'],
      ['success', null],
    ],
  );
});

test('each lead that was only validated leaves one event, which names the campaign', async () => {
  const m = await place().market({ buyers: [{}] });
  const requestId = (await m.post(m.lead({ validateOnly: true }))).headers['x-request-id'];
  const events = await place().app.owner.query({
    text: 'SELECT action, outcome, entity_ids::text[] AS ids FROM audit_events WHERE request_id = $1',
    values: [requestId],
  });
  assert.deepEqual(events, [{ action: 'lead.validate', outcome: 'done', ids: [m.campaignId] }]);
});

assertNoProblems(place);
