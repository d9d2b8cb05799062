import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Market } from '../kit/market.ts';
import { assertNoProblems, testPlace } from '../kit/place.ts';
import { made, names, refused } from '../kit/refusals.ts';

const place = testPlace();

const post = async (m: Market, more: object = {}): Promise<string> => (await m.post(m.lead({ ...more }))).json.leadId;
const correct = (leadId: string, body: object) => place().admin.patch(`/api/v1/leads/${leadId}`, body);
const read = async (leadId: string) => (await place().admin.get(`/api/v1/leads/${leadId}`)).json.data;
const foundBy = async (body: object): Promise<string[]> =>
  (await place().admin.post('/api/v1/leads/find', body)).json.data.map(({ id }: { id: string }) => id);

test('a name, an address and a number are put right, sealed, and found by what is right', async () => {
  const m = await place().market({ buyers: [{}] });
  const leadId = await post(m, { email: 'wrnog@example.com', phone: '+15125550111', firstName: 'Zelda' });
  const answer = await correct(leadId, { email: 'Right@Example.com', phone: '(512) 555-0122 x4', firstName: 'Zara' });
  assert.equal(answer.status, 200, answer.text);
  assert.deepEqual(answer.json.data.corrected, ['firstName', 'email', 'phone']);
  const lead = await read(leadId);
  assert.deepEqual([lead.firstName, lead.email, lead.phone], ['Zara', 'right@example.com', '+15125550122']);
  assert.deepEqual(await foundBy({ email: 'right@example.com' }), [leadId]);
  assert.deepEqual(await foundBy({ email: 'wrnog@example.com' }), []);
  assert.deepEqual(await foundBy({ phone: '5125550122' }), [leadId]);
  const rows = await place().app.owner.query<{ detail: unknown }>({
    text: `SELECT detail FROM audit_events WHERE action = 'lead.correct' AND $1 = ANY(entity_ids)`,
    values: [leadId],
  });
  assert.deepEqual(rows, [{ detail: { fields: ['firstName', 'email', 'phone'] } }]);
});

test('with another address the lead is another person’s, and nothing is left of whom it was by mistake', async () => {
  const m = await place().market({ buyers: [{}] });
  const right = await post(m, { email: 'same.human@example.com' });
  const wrong = await post(m, { email: 'typed.wrong@example.com' });
  const [before, kept] = [(await read(wrong)).personId, (await read(right)).personId];
  assert.notEqual(before, kept);
  const answer = await correct(wrong, { email: 'same.human@example.com' });
  assert.equal(answer.json.data.personId, kept, answer.text);
  assert.equal((await read(wrong)).personId, kept);
  assert.equal((await place().admin.get(`/api/v1/people/${before}`)).status, 404);
  const leads = (await place().admin.get(`/api/v1/people/${kept}/leads`)).json.data;
  assert.deepEqual(leads.map(({ id }: { id: string }) => id).toSorted(), [right, wrong].toSorted());
});

test('who bought it keeps what it got, and a later repeat is a duplicate of what is right', async () => {
  const m = await place().market({ buyers: [{}] });
  const leadId = await post(m, { email: 'sold.wrong@example.com' });
  await correct(leadId, { email: 'sold.right@example.com' });
  const [received] = m.buyers[0]?.simulator.received() ?? [];
  assert.ok(JSON.stringify(received).includes('sold.wrong@example.com'));
  const repeat = await m.post(m.lead({ email: 'sold.right@example.com' }));
  assert.equal(repeat.json.result, 'duplicate', repeat.text);
});

test('what cannot be right, foreign leads and who may not act change nothing', async () => {
  const m = await place().market({ buyers: [{}] });
  const leadId = await post(m, { email: 'stays@example.com' });
  names(await correct(leadId, { email: 'no address', phone: '12' }), 'email', 'phone');
  names(await correct(leadId, {}), 'body');
  names(await correct(leadId, { state: 'TX' }), 'state');
  const foreign = await place().app.tenant();
  refused(await foreign.admin.patch(`/api/v1/leads/${leadId}`, { firstName: 'Eve' }), 404, 'NOT_FOUND');
  const { key } = await made(place().admin, '/api/v1/auth/api-keys', { name: 'B', buyerId: m.buyers[0]?.buyerId });
  refused(await place().app.client(key).patch(`/api/v1/leads/${leadId}`, { firstName: 'Eve' }), 403, 'FORBIDDEN');
  assert.equal((await read(leadId)).email, 'stays@example.com');
});

test('several who correct one lead at once leave one of them whole', async () => {
  const m = await place().market({ buyers: [{}] });
  const leadId = await post(m);
  const wanted = ['a', 'b', 'c', 'd'].map((name) => ({ firstName: name, email: `${name}.at.once@example.com` }));
  const answers = await Promise.all(wanted.map((body) => correct(leadId, body)));
  assert.ok(answers.every(({ status }) => status === 200 || status === 409));
  const done = wanted.filter((_body, index) => answers[index]?.status === 200);
  const lead = await read(leadId);
  assert.ok(done.some(({ firstName, email }) => lead.firstName === firstName && lead.email === email));
  assert.deepEqual(await foundBy({ email: lead.email }), [leadId]);
});

assertNoProblems(place);
