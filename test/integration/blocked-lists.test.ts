import assert from 'node:assert/strict';
import { test } from 'node:test';
import { assertNoProblems, testPlace } from '../kit/place.ts';
import { made } from '../kit/refusals.ts';

const place = testPlace();
const faultOf = async (path: string, body: object) => {
  const answer = await place().admin.post(path, body);
  assert.equal(answer.status, 400, answer.text);
  const [fault] = answer.json.error.details.fields;
  return `${fault.field} ${fault.rule}`;
};
const lastPosting = async (campaignId: string) =>
  (await place().admin.get(`/api/admin/posting-log?campaignId=${campaignId}&limit=1`)).json.data[0];

test('a lead from a blocked network is refused with its code, of either family, and no other', async () => {
  const m = await place().market({ buyers: [{}] });
  const block = await made(place().admin, '/api/v1/blocked-ips', { ipRange: '198.51.100.0/28', reason: 'Bots' });
  assert.deepEqual(
    [block['ipRange'], block['fromIp'], block['toIp'], block['reason'], block['blockReason']],
    ['198.51.100.0/28', '198.51.100.0', '198.51.100.15', 'Bots', 'Bots'],
  );
  await made(place().admin, '/api/v1/blocked-ips', {
    fromIp: '2001:db8::1',
    toIp: '2001:db8::ff',
    blockReason: 'Bots',
  });
  for (const ipAddress of ['198.51.100.0', '198.51.100.15', '::ffff:198.51.100.7', '2001:DB8:0::7f']) {
    const answer = await m.post(m.lead({ ipAddress }));
    assert.deepEqual(
      [answer.json.result, answer.json.leadId, answer.json.msg],
      ['rejected', null, 'Blocked IP address'],
      ipAddress,
    );
    const posting = await lastPosting(m.campaignId);
    assert.deepEqual([posting.outcome, posting.code], ['rejected', 'blocked_ip']);
  }
  for (const ipAddress of ['198.51.100.16', '2001:db8::100', '198.51.99.255'])
    assert.equal((await m.post(m.lead({ ipAddress }))).json.result, 'success', ipAddress);
  assert.equal((await m.post()).json.result, 'success');
});

test('a range that cannot be read says why, one twice is a duplicate, and one removed blocks no more', async () => {
  const m = await place().market({ buyers: [{}] });
  const path = '/api/v1/blocked-ips';
  assert.equal(await faultOf(path, {}), 'ipRange required');
  assert.equal(await faultOf(path, { ipRange: '300.1.1.1' }), 'ipRange wrong_form');
  assert.equal(await faultOf(path, { ipRange: '0.0.0.0/1' }), 'ipRange too_broad');
  assert.equal(await faultOf(path, { fromIp: '192.0.2.9', toIp: '192.0.2.1' }), 'fromIp backwards');
  const { id } = await made(place().admin, path, { ipRange: '192.0.2.10-192.0.2.20' });
  assert.equal((await place().admin.post(path, { fromIp: '192.0.2.10', toIp: '192.0.2.20' })).status, 409);
  const lead = m.lead({ ipAddress: '192.0.2.15' });
  assert.equal((await m.post(lead)).json.msg, 'Blocked IP address');
  assert.equal((await place().admin.delete(`${path}/${id}`)).status, 200);
  assert.equal((await m.post({ ...lead, firstName: 'Again' })).json.result, 'success');
});

test('a lead of a blocked number is refused, and the number stands nowhere', async () => {
  const m = await place().market({ buyers: [{}] });
  const lead = m.lead();
  const last = String(lead['phone']).slice(-2);
  const block = await made(place().admin, '/api/v1/blocked-callerids', { phoneNumber: `+1 ${String(lead['phone'])}` });
  assert.deepEqual([block['phoneNumber'], block['value']], [`•••••${last}`, `•••••${last}`]);
  assert.equal((await place().admin.post('/api/v1/blocked-callerids', { value: lead['phone'] })).status, 409);
  const answer = await m.post(lead);
  assert.equal(answer.json.msg, 'Blocked phone number');
  assert.equal((await lastPosting(m.campaignId)).code, 'blocked_caller_id');
  const [row] = await place().app.owner.query<{ row: string }>({
    text: 'SELECT row_to_json(b)::text AS row FROM blocked_caller_ids AS b WHERE id = $1',
    values: [block.id],
  });
  assert.ok(row && !row.row.includes(String(lead['phone']).slice(3)), row?.row);
  assert.equal(await faultOf('/api/v1/blocked-callerids', { value: '12' }), 'value not_a_phone');
});

test('a lead that came from a blocked page is refused, by the field that tells it, known or not', async () => {
  const m = await place().market({ buyers: [{}] });
  await made(place().admin, '/api/v1/blocked-referrers', { referrer: 'https://www.Bad.example/' });
  const path = await made(place().admin, '/api/v1/blocked-referrers', { value: 'shop.example/win' });
  assert.deepEqual([path['referrer'], path['value']], ['shop.example/win', 'shop.example/win']);
  for (const more of [
    { sourceUrl: 'https://forms.bad.example/a?b=c' },
    { referrer: 'bad.example' },
    { sourceUrl: 'https://shop.example/win/now' },
  ]) {
    const answer = await m.post(m.lead(more));
    assert.equal(answer.json.msg, 'Blocked referrer', JSON.stringify(more));
    assert.equal((await lastPosting(m.campaignId)).code, 'blocked_referrer');
  }
  assert.equal((await m.post(m.lead({ sourceUrl: 'https://shop.example/windows' }))).json.result, 'success');
  assert.equal(await faultOf('/api/v1/blocked-referrers', { referrer: 'nonsense' }), 'referrer wrong_form');
  assert.equal((await place().admin.post('/api/v1/blocked-referrers', { value: 'bad.example' })).status, 409);
});

test('a reason may be changed, in either spelling, and lists come in pages', async () => {
  const path = '/api/v1/blocked-referrers';
  const { id } = await made(place().admin, path, { referrer: 'reason.example', reason: 'First' });
  const changed = await place().admin.patch(`${path}/${id}`, { blockReason: 'Second' });
  assert.deepEqual([changed.json.data.reason, changed.json.data.blockReason], ['Second', 'Second']);
  const listed = await place().admin.get(`${path}?limit=1&search=reason.example`);
  assert.deepEqual([listed.json.data[0].id, listed.json.pagination.total], [id, 1]);
});

test('what one tenant blocks comes in to another', async () => {
  await made(place().admin, '/api/v1/blocked-ips', { ipRange: '203.0.113.5' });
  const { admin } = await place().app.tenant();
  assert.equal((await admin.get('/api/v1/blocked-ips')).json.pagination.total, 0);
});

assertNoProblems(place);
