import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import { assertNoProblems, testPlace } from '../kit/place.ts';
import { made } from '../kit/refusals.ts';

const place = testPlace();
const PATH = '/api/v1/suppression';
const hashOf = (form: string, text: string): string => createHash(form).update(text).digest('hex');
const list = (body: object) => made(place().admin, PATH, body);

const lastPosting = async (campaignId: string) =>
  (await place().admin.get(`/api/admin/posting-log?campaignId=${campaignId}&limit=1`)).json.data[0];

test('a lead of a listed number is refused, logged without anything of the person, and makes no lead', async () => {
  const m = await place().market({ buyers: [{}] });
  const lead = m.lead();
  const entry = await list({
    type: 'phone',
    value: `(${String(lead['phone']).slice(0, 3)}) ${String(lead['phone']).slice(3)}`,
    reason: 'angry caller',
  });
  const last = String(lead['phone']).slice(-2);
  assert.deepEqual(
    [entry['value'], entry['reason'], entry['scope'], entry['alreadyListed']],
    [`•••••${last}`, 'manual', 'global', false],
  );
  const answer = await m.post(lead);
  assert.deepEqual(
    [answer.status, answer.json.result, answer.json.leadId, answer.json.msg],
    [200, 'rejected', null, 'Suppressed contact'],
  );
  assert.equal(m.buyers[0]?.simulator.received().length, 0);
  const posting = await lastPosting(m.campaignId);
  assert.deepEqual([posting.outcome, posting.code, posting.leadId], ['rejected', 'suppressed', null]);
  const again = await m.post(lead);
  assert.deepEqual([again.json.result, again.json.idempotent], ['rejected', true]);
  const kept = await place().app.owner.query({
    text: 'SELECT FROM leads WHERE campaign_id = $1',
    values: [m.campaignId],
  });
  assert.equal(kept.length, 0);
  assert.equal((await m.post()).json.result, 'success');
});

test('the contact itself stands nowhere in the database', async () => {
  const value = 'only.here@example.net';
  const { id } = await list({ type: 'email', value: ` ${value.toUpperCase()} `, displayName: 'State list' });
  const [row] = await place().app.owner.query<{ row: string }>({
    text: 'SELECT row_to_json(e)::text AS row FROM suppression_entries AS e WHERE id = $1',
    values: [id],
  });
  assert.ok(row && !row.row.includes('only.here'), row?.row);
  assert.match(row.row, /"hint":"o"/);
  const listed = await place().admin.get(`${PATH}?type=email&limit=100`);
  const shown = listed.json.data.find((one: { id: string }) => one.id === id);
  assert.deepEqual([shown.value, shown.displayName, shown.form], ['o•••@•••', 'State list', 'plain']);
});

test('hashed lists match, whichever hash and spelling they are of', async () => {
  const m = await place().market({ buyers: [{}] });
  const cases = [
    ['email', 'sha256', (lead: Record<string, unknown>) => String(lead['email'])],
    ['email', 'md5', (lead: Record<string, unknown>) => String(lead['email'])],
    ['phone', 'sha256', (lead: Record<string, unknown>) => `1${String(lead['phone'])}`],
    ['phone', 'sha1', (lead: Record<string, unknown>) => `+1${String(lead['phone'])}`],
    ['phone', 'md5', (lead: Record<string, unknown>) => String(lead['phone'])],
  ] as const;
  for (const [type, form, text] of cases) {
    const lead = m.lead();
    const entry = await list({ type, value: hashOf(form, text(lead)).toUpperCase() });
    assert.deepEqual([entry['form'], /SHA|MD5/.test(String(entry['value']))], [form, true]);
    const answer = await m.post(lead);
    assert.equal(answer.json.msg, 'Suppressed contact', `${type} ${form}: ${answer.text}`);
  }
  assert.equal((await m.post()).json.result, 'success');
});

test('a vertical’s entry refuses its leads only; a buyer’s keeps that buyer away, with the reason', async () => {
  const m = await place().market({ buyers: [{ contract: { price: '30.00' } }, { contract: { price: '20.00' } }] });
  const other = await place().market({ buyers: [{}] });
  const lead = m.lead();
  await list({ type: 'email', value: lead['email'], scope: 'vertical', scopeId: m.verticalId });
  assert.equal((await m.post(lead)).json.msg, 'Suppressed contact');
  assert.equal((await other.post(other.lead({ email: lead['email'] }))).json.result, 'success');

  const second = m.lead();
  await list({ type: 'phone', value: second['phone'], scope: 'buyer', scopeId: m.buyers[0]?.buyerId });
  const sold = await m.post(second);
  assert.equal(sold.json.result, 'success', sold.text);
  assert.equal(m.buyers[0]?.simulator.received().length, 0);
  const waterfall = await place().waterfallOf(sold.json.leadId);
  const refused = waterfall.find((row) => row.buyerId === m.buyers[0]?.buyerId);
  assert.equal(refused?.reasonCode, 'suppressed');
});

test('an entry that ran out, or was taken off, holds no more; one renewed never ends sooner', async () => {
  const m = await place().market({ buyers: [{}] });
  const [soon, removed] = [m.lead(), m.lead()];
  const end = new Date(Date.now() + 600).toISOString();
  await list({ type: 'email', value: soon['email'], expiresAt: end });
  const { id } = await list({ type: 'email', value: removed['email'] });
  assert.equal((await m.post(removed)).json.msg, 'Suppressed contact');
  const renewed = await list({
    type: 'email',
    value: removed['email'],
    expiresAt: '2099-01-01T00:00:00Z',
    reason: 'opt_out',
  });
  assert.deepEqual(
    [renewed.id, renewed['expiresAt'], renewed['reason'], renewed['alreadyListed']],
    [id, null, 'opt_out', true],
  );
  assert.equal((await place().admin.delete(`${PATH}/${id}`)).status, 200);
  assert.equal((await place().admin.delete(`${PATH}/${id}`)).status, 404);
  assert.equal((await m.post({ ...removed, firstName: 'Other' })).json.result, 'success');
  await new Promise((resolve) => setTimeout(resolve, Math.max(0, Date.parse(end) - Date.now()) + 20));
  assert.equal((await m.post(soon)).json.result, 'success');
});

test('a check answers in both shapes, for plain and hashed entries', async () => {
  const check = async (body: object) => (await place().admin.post(`${PATH}/check`, body)).json.data;
  await list({ type: 'email', value: hashOf('sha256', 'checked@example.com'), displayName: 'October list' });
  const byType = await check({ type: 'email', value: 'Checked@example.com' });
  assert.deepEqual(
    [byType.suppressed, byType.listName, byType.email, byType.phone],
    [true, 'October list', true, false],
  );
  const byName = await check({ email: 'checked@example.com', phone: '206-555-0199' });
  assert.deepEqual([byName.suppressed, byName.email, byName.phone], [true, true, false]);
  const free = await check({ phone: '206-555-0199' });
  assert.deepEqual([free.suppressed, free.listName, free.matches], [false, null, []]);
  const empty = await place().admin.post(`${PATH}/check`, {});
  assert.equal(empty.status, 400);
  const wrong = await place().admin.post(`${PATH}/check`, { email: 'nobody' });
  assert.equal(wrong.json.error.details.fields[0].field, 'email');
  assert.ok(!wrong.text.includes('nobody'));
});

test('an import says of each line that it refused why, changes nothing when repeated, and matches', async () => {
  const m = await place().market({ buyers: [{}] });
  const lead = m.lead();
  const lines = [
    'email',
    `"${String(lead['email'])}",Avery`,
    '',
    '206-555-0142',
    '12',
    'a@b',
    hashOf('sha256', 'x@example.com'),
    '(206) 555-0142',
  ];
  const send = async () =>
    (await place().admin.post(`${PATH}/import`, { lines, firstLine: 101, reason: 'dnc_request', displayName: 'DNC' }))
      .json.data;
  const first = await send();
  assert.deepEqual([first.received, first.added, first.alreadyListed], [8, 2, 1], JSON.stringify(first));
  assert.deepEqual(
    first.refused.map(({ line, rule }: { line: number; rule: string }) => [line, rule]),
    [
      [101, 'not_a_phone'],
      [103, 'empty'],
      [105, 'not_a_phone'],
      [106, 'not_an_email'],
      [107, 'hash_of_what'],
    ],
  );
  const second = await send();
  assert.deepEqual([second.added, second.alreadyListed], [0, 3]);
  assert.equal((await m.post(lead)).json.msg, 'Suppressed contact');
});

test('five thousand lines come in at once, and a look-up stays one', async () => {
  const lines = Array.from({ length: 5000 }, (_, index) => `+1303${String(2_000_000 + index)}`);
  const report = (await place().admin.post(`${PATH}/import`, { lines })).json.data;
  assert.deepEqual([report.added, report.refused.length], [5000, 0]);
  const more = await place().admin.post(`${PATH}/import`, { lines: [...lines, 'x'] });
  assert.equal(more.status, 400);
});

test('a scope needs its id, of this tenant, and nothing of a person names a list', async () => {
  const m = await place().market({ buyers: [{}] });
  const foreign = (await place().app.tenant()).admin;
  const buyer = await made(foreign, '/api/v1/buyers', { name: 'Foreign' });
  const refusedBy = async (body: object) => {
    const answer = await place().admin.post(PATH, { type: 'email', value: 'scoped@example.com', ...body });
    assert.equal(answer.status, 400, answer.text);
    return answer.json.error.details.fields.map(
      (fault: { field: string; rule: string }) => `${fault.field} ${fault.rule}`,
    );
  };
  assert.deepEqual(await refusedBy({ scope: 'buyer' }), ['scopeId required']);
  assert.deepEqual(await refusedBy({ scopeId: m.verticalId }), ['scopeId not_allowed']);
  assert.deepEqual(await refusedBy({ scope: 'buyer', scopeId: buyer.id }), ['scopeId unknown_reference']);
  assert.deepEqual(await refusedBy({ scope: 'vertical', scopeId: buyer.id }), ['scopeId unknown_reference']);
  assert.deepEqual(await refusedBy({ displayName: 'of avery@example.com' }), ['displayName personal']);
  assert.deepEqual(await refusedBy({ expiresAt: '2001-01-01T00:00:00Z' }), ['expiresAt past']);
  assert.deepEqual(await refusedBy({ value: 'nobody' }), ['value not_an_email']);
});

test('one tenant’s list says nothing to another', async () => {
  await list({ type: 'email', value: 'apart@example.com' });
  const { admin } = await place().app.tenant();
  const checked = await admin.post(`${PATH}/check`, { email: 'apart@example.com' });
  assert.equal(checked.json.data.suppressed, false);
  assert.equal((await admin.get(PATH)).json.pagination.total, 0);
});

test('the block list is the same list under its other name; requests for deletion are not there yet', async () => {
  const before = (await place().admin.get('/api/v1/compliance?resource=block-list')).json.pagination.total;
  const body = { type: 'phone', value: '2065550177', reason: 'bad_data' };
  const added = await place().admin.post('/api/v1/compliance?resource=block-list', body);
  assert.deepEqual([added.status, added.json.data.reason], [201, 'bad_data'], added.text);
  const after = await place().admin.get('/api/v1/compliance?resource=block-list&type=phone&limit=1');
  assert.equal(after.json.data[0].id, added.json.data.id);
  assert.equal((await place().admin.get(PATH)).json.pagination.total, before + 1);
  const later = await place().admin.get('/api/v1/compliance?resource=data-deletion');
  assert.equal(later.status, 400);
  assert.match(later.json.error.message, /not available in this version/);
  assert.equal((await place().admin.post('/api/v1/compliance?resource=block-list', {})).status, 400);
});

test('anybody opts out, in either shape, and is told the same whether known or not', async () => {
  const m = await place().market({ buyers: [{}] });
  const known = m.lead();
  assert.equal((await m.post(known)).json.result, 'success');
  const stranger = place().app.client();
  const optOut = (body: object, query = '') => stranger.post(`/api/v1/compliance/opt-out${query}`, body);
  const tenant = 'tenant-1';
  const answers = [
    await optOut({ identifier: known['email'], identifierType: 'email', tenant }),
    await optOut({ identifier: 'never.seen@example.com', identifierType: 'email', tenant }),
    await optOut({ identifier: known['email'], identifierType: 'email' }, `?tenant=${tenant}`),
    await optOut({ email: 'other@example.com', phone: known['phone'], tenant }),
  ];
  for (const answer of answers) assert.deepEqual([answer.status, answer.json], [200, answers[0]?.json], answer.text);
  const fresh = await m.post(m.lead({ phone: known['phone'] }));
  assert.equal(fresh.json.msg, 'Suppressed contact', fresh.text);
  // Other tests made more tenants: without a name nobody knows who is meant.
  const unnamed = await optOut({ email: 'other@example.com' });
  assert.equal(unnamed.json.error.details.fields[0].field, 'tenant', unnamed.text);
  assert.equal((await optOut({ email: 'other@example.com', tenant: 'nobody' })).status, 400);
  assert.equal((await optOut({ tenant })).status, 400);
  const logs = await place().admin.get('/api/v1/audit-logs?action=suppression.opt_out&limit=10');
  assert.equal(logs.json.data.length, 4, logs.text);
  assert.ok(
    logs.json.data.every((event: { address?: string | null }) => !event.address),
    logs.text,
  );
});

test('whoever opts out while a lead is at its first buyer goes to no further one, also by a hashed list', async () => {
  const hold = { uncertainPolicy: 'hold', price: '50.00' };
  const m = await place().market({ buyers: [{ behaviour: 'status_500', contract: hold }, {}] });
  const { admin } = place();
  const entries = [
    (lead: Record<string, unknown>) => ({ type: 'email', value: lead['email'] }),
    (lead: Record<string, unknown>) => ({ type: 'email', value: hashOf('sha256', String(lead['email'])) }),
    (lead: Record<string, unknown>) => ({ type: 'phone', value: hashOf('sha1', `+1${String(lead['phone'])}`) }),
  ];
  for (const entryOf of entries) {
    const lead = m.lead();
    const pending = await m.post(lead);
    assert.equal(pending.json.data.status, 'pending', pending.text);
    await list(entryOf(lead));
    const [row] = await place().waterfallOf(pending.json.leadId);
    const resolved = await admin.post(`/api/v1/sales/${row?.saleId}/resolve`, { outcome: 'rejected' });
    assert.equal(resolved.status, 200, resolved.text);
    assert.equal(m.buyers[1]?.simulator.received().length, 0);
    assert.equal((await admin.get(`/api/v1/leads/${pending.json.leadId}`)).json.data.status, 'rejected');
  }
});

assertNoProblems(place);
