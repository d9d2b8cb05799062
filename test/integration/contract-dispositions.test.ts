import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { test } from 'node:test';
import type { Answer, Client } from '../kit/client.ts';
import { codeOf as codeIn, codesPath as ofGroup, newGroup as makeGroup } from '../kit/code-groups.ts';
import type { Market } from '../kit/market.ts';
import { keyFor } from '../kit/parties.ts';
import { assertNoProblems, testPlace } from '../kit/place.ts';
import { made, names } from '../kit/refusals.ts';

const place = testPlace();

type Row = Readonly<Record<string, unknown>>;
const query = <T extends object>(text: string, values: readonly unknown[]): Promise<T[]> =>
  place().app.owner.query<T>({ text, values: [...values] });
const newGroup = (admin: Client = place().admin): Promise<string> => makeGroup(admin);
const codeOf = (groupId: string, slug: string) => codeIn(place().admin, groupId, slug);
const put = (path: string, body: object): Promise<Answer> => place().admin.put(path, body);

interface Sold {
  readonly m: Market;
  readonly groupId: string;
  readonly leadId: string;
  readonly saleId: string;
  readonly client: Client;
  readonly words: string;
}

/** A lead that was sold under a contract whose vertical is of a group. */
async function sold(contract: object = {}): Promise<Sold> {
  const m = await place().market({ buyers: [{ contract: { price: '30.00', ...contract } }] });
  const groupId = await newGroup();
  const set = await put(`/api/admin/vertical-groups/${groupId}/verticals`, { verticalIds: [m.verticalId] });
  assert.equal(set.status, 200, set.text);
  const { leadId } = (await m.post()).json;
  const [sale] = await query<{ id: string }>('SELECT sale_id AS id FROM sales WHERE lead_id = $1', [leadId]);
  const [buyer] = m.buyers;
  const { client } = await keyFor(place().app, place().admin, { buyerId: String(buyer?.buyerId) });
  const words = `/api/admin/contracts/${buyer?.contractId}/dispositions`;
  return { m, groupId, leadId, saleId: String(sale?.id), client, words };
}

/** What comes of a word: whether it returns the lead, and whether nobody knows it. */
async function say({ client, saleId }: Sold, disposition: string): Promise<readonly [boolean, boolean]> {
  const answer = await client.get(`/api/v1/postback?${new URLSearchParams({ saleId, disposition }).toString()}`);
  assert.equal(answer.status, 200, answer.text);
  return [answer.json.data.returnTriggered, answer.json.data.unmapped];
}
const RETURNED = [true, false];
const KEPT = [false, false];
const UNKNOWN = [false, true];

const saleNow = async ({ saleId, m }: Sold) => {
  const [row] = await query<{ status: string; reason: string | null; owed: number }>(
    `SELECT s.status, s.reason, c.committed_cents::int AS owed FROM sales AS s
      JOIN buyer_credit AS c ON c.buyer_id = s.buyer_id WHERE s.sale_id = $1 AND s.buyer_id = $2`,
    [saleId, m.buyers[0]?.buyerId],
  );
  return row;
};
const saidOf = async ({ leadId }: Sold): Promise<unknown[]> =>
  (await place().admin.get(`/api/v1/leads/${leadId}/dispositions`)).json.data.map((row: Row) => [
    row['status'],
    row['label'],
    row['category'],
  ]);

test('a word of the group is known and kept with its label; one that nobody knows is unmapped', async () => {
  const one = await sold();
  assert.deepEqual(await say(one, 'Appointment set'), KEPT);
  assert.deepEqual(await say(one, 'gone fishing'), UNKNOWN);
  const code = `${ofGroup(one.groupId)}/${await codeOf(one.groupId, 'appointment_set')}`;
  await put(code, { label: 'Booked', category: 'converted' });
  assert.deepEqual(await say(one, 'appointment_set'), KEPT);
  await put(code, { isActive: false });
  assert.deepEqual(await say(one, 'gone-fishing'), UNKNOWN);
  assert.deepEqual(await say(one, 'appointment_set'), UNKNOWN);
  assert.equal((await place().admin.delete(code)).status, 200);
  assert.deepEqual(await saidOf(one), [
    ['appointment_set', null, null],
    ['gone_fishing', null, null],
    ['appointment_set', 'Booked', 'converted'],
    ['gone_fishing', null, null],
    ['appointment_set', 'Appointment Set', 'working'],
  ]);
  const seen = await one.client.get(`/api/v1/leads/${one.leadId}/crm-status`);
  assert.deepEqual([seen.json.data[0].label, seen.json.data[0].category], [null, null]);
  assert.equal((await saleNow(one))?.status, 'settled');
});

test('a code that gives leads back does so once, with its reason, and while the contract takes returns', async () => {
  const one = await sold();
  const turnOn = async ({ groupId }: Sold): Promise<void> => {
    const path = `${ofGroup(groupId)}/${await codeOf(groupId, 'bad_number')}`;
    assert.equal((await put(path, { triggersReturn: true })).status, 200);
  };
  assert.deepEqual(await say(one, 'bad number'), KEPT);
  await turnOn(one);
  // The same said again is a repeat, whatever it means by now.
  assert.deepEqual(await say(one, 'bad number'), KEPT);
  assert.deepEqual(await say(one, 'contacted'), KEPT);
  assert.deepEqual(await say(one, 'BAD NUMBER'), RETURNED);
  assert.deepEqual(await saleNow(one), { status: 'returned', reason: 'bad_data', owed: 0 });
  await say(one, 'contacted');
  assert.deepEqual(await say(one, 'bad number'), KEPT);
  const [trail] = await query<{ total: number; reason: string }>(
    `SELECT count(*)::int AS total, min(detail ->> 'reason') AS reason FROM audit_events
      WHERE action = 'lead.return' AND $1 = ANY (entity_ids)`,
    [one.leadId],
  );
  assert.deepEqual(trail, { total: 1, reason: 'bad_data' });
  const late = await sold();
  await turnOn(late);
  await query(`UPDATE sales SET settled_at = now() - interval '80 hours' WHERE sale_id = $1`, [late.saleId]);
  const never = await sold({ acceptsReturns: false });
  await turnOn(never);
  for (const kept of [late, never]) {
    assert.deepEqual(await say(kept, 'bad_number'), KEPT);
    assert.deepEqual(await saleNow(kept), { status: 'settled', reason: 'accepted', owed: 3000 });
  }
});

test('what a contract says of a word wins over the group, and its return words return in any case', async () => {
  const one = await sold({ returnDispositions: ['fake'] });
  const { groupId, words } = one;
  const code = `${ofGroup(groupId)}/${await codeOf(groupId, 'duplicate')}`;
  await put(code, { triggersReturn: true });
  const add = (body: object) => made(place().admin, words, body);
  await add({ externalCode: 'Duplicate', overrideTriggersReturn: false });
  const dupe = await add({ externalCode: 'dupe-lead', verticalGroupDispositionId: await codeOf(groupId, 'duplicate') });
  await add({ externalCode: 'sold', verticalGroupDispositionId: null, overrideTriggersCpa: false });
  assert.equal(dupe.externalCode, 'dupe_lead');
  const effective: Row[] = (await place().admin.get(words)).json.data.effective;
  const means = (said: string) => {
    const found = effective.find((meaning) => meaning['externalCode'] === said);
    return found && [found['label'], found['triggersReturn'], found['returnReason'], found['source']];
  };
  assert.deepEqual(means('duplicate'), [null, false, null, 'contract']);
  assert.deepEqual(means('dupe_lead'), ['Duplicate', true, 'duplicate', 'contract']);
  assert.deepEqual(means('contacted'), ['Contacted', false, null, 'group']);
  assert.deepEqual(means('fake'), [null, true, null, 'terms']);
  assert.deepEqual([effective.length, means('gone')], [12, undefined]);
  assert.deepEqual(await say(one, 'duplicate'), KEPT);
  assert.deepEqual(await say(one, 'sold'), KEPT);
  assert.equal((await saleNow(one))?.status, 'settled');
  await put(words, { id: dupe.id, isActive: false });
  assert.deepEqual(await say(one, 'dupe lead'), UNKNOWN);
  await put(words, { id: dupe.id, isActive: true, overrideReturnReason: 'other' });
  await say(one, 'contacted');
  assert.deepEqual(await say(one, 'Dupe Lead'), RETURNED);
  assert.deepEqual(await saleNow(one), { status: 'returned', reason: 'other', owed: 0 });
  assert.deepEqual((await saidOf(one)).at(0), ['dupe_lead', 'Duplicate', 'rejected']);
  const other = await sold({ returnDispositions: ['fake'] });
  await made(place().admin, other.words, { externalCode: 'fake', overrideTriggersReturn: false });
  assert.deepEqual(await say(other, 'fake'), RETURNED);
  assert.deepEqual(await saleNow(other), { status: 'returned', reason: 'disposition', owed: 0 });
});

test('a word of a contract stands for a code of its group alone, and is named in body or query', async () => {
  const one = await sold();
  const { words, groupId } = one;
  const add = (body: object): Promise<Answer> => place().admin.post(words, body);
  const { admin } = await place().app.tenant();
  const theirs = (await admin.get(ofGroup(await newGroup(admin)))).json.data[0].id;
  for (const verticalGroupDispositionId of [theirs, await codeOf(await newGroup(), 'sold'), randomUUID()])
    names(await add({ externalCode: 'x', verticalGroupDispositionId }), 'verticalGroupDispositionId');
  names(await add({ externalCode: 'x', overrideTriggersCpa: true }), 'overrideTriggersCpa');
  names(await add({ externalCode: '5125550100' }), 'externalCode');
  const word = await made(place().admin, words, { externalCode: 'no answer', sortOrder: 3 });
  assert.equal((await add({ externalCode: 'No-Answer' })).status, 409);
  names(await put(words, { externalLabel: 'Nobody there' }), 'id');
  const empty = await put(`${words}?overrideId=${word.id}`, {});
  assert.deepEqual([empty.status, empty.json.error.code], [400, 'VALIDATION_ERROR']);
  names(await put(`${words}?overrideId=${word.id}`, { id: randomUUID(), sortOrder: 1 }), 'id');
  names(await put(words, { id: word.id, verticalGroupDispositionId: theirs }), 'verticalGroupDispositionId');
  const codeId = await codeOf(groupId, 'contacted');
  const linked = await put(`${words}?overrideId=${word.id}`, { verticalGroupDispositionId: codeId });
  assert.deepEqual([linked.json.data.verticalGroupDispositionId, linked.json.data.sortOrder], [codeId, 3], linked.text);
  const inUse = await place().admin.delete(`${ofGroup(groupId)}/${codeId}`);
  assert.equal(inUse.status, 409, inUse.text);
  assert.equal((await one.client.get(words)).status, 403);
  assert.equal((await admin.get(words)).status, 404);
  const other = await sold();
  names(await put(other.words, { id: word.id, sortOrder: 1 }), 'id');
  names(await place().admin.delete(`${other.words}?overrideId=${word.id}`), 'overrideId');
  names(await place().admin.delete(words), 'id');
  assert.equal((await place().admin.delete(`${words}?overrideId=${word.id}`)).status, 200);
  assert.deepEqual((await place().admin.get(words)).json.data.overrides, []);
});

test('codes of the group are taken into a contract beside the words it has, and stay when the group goes', async () => {
  const one = await sold();
  const { words, groupId } = one;
  const populate = (): Promise<Answer> => place().admin.post(`${words}/populate`, {});
  await made(place().admin, words, { externalCode: 'sold', externalLabel: 'Their sale' });
  await put(`${ofGroup(groupId)}/${await codeOf(groupId, 'qualified')}`, { isActive: false });
  assert.deepEqual((await populate()).json.data, { copied: 8, skipped: 1 });
  assert.deepEqual((await populate()).json.data, { copied: 0, skipped: 9 });
  const overridesOf = async (): Promise<Row[]> => (await place().admin.get(words)).json.data.overrides;
  const labelOf = (rows: readonly Row[], said: string) =>
    rows.find((row) => row['externalCode'] === said)?.['externalLabel'];
  assert.deepEqual(
    [labelOf(await overridesOf(), 'sold'), labelOf(await overridesOf(), 'bad_data')],
    ['Their sale', 'Bad Data'],
  );
  const gone = await place().admin.delete(`/api/admin/vertical-groups/${groupId}`);
  assert.equal(gone.status, 200, gone.text);
  const left = await overridesOf();
  assert.deepEqual([left.length, left.filter((row) => row['verticalGroupDispositionId'] !== null).length], [9, 0]);
  assert.deepEqual(await say(one, 'bad_data'), KEPT);
  assert.deepEqual(await say(one, 'qualified'), UNKNOWN);
  const refused = await populate();
  assert.deepEqual([refused.status, refused.json.error.code], [409, 'CONFLICT']);
});

test('a vertical that leaves its group takes no code of it along', async () => {
  const one = await sold();
  const codeId = await codeOf(one.groupId, 'bad_data');
  await put(`${ofGroup(one.groupId)}/${codeId}`, { triggersReturn: true });
  await made(place().admin, one.words, { externalCode: 'junk', verticalGroupDispositionId: codeId });
  await put(`/api/admin/vertical-groups/${one.groupId}/verticals`, { verticalIds: [] });
  assert.deepEqual(await say(one, 'junk'), KEPT);
  assert.deepEqual(await say(one, 'bad_data'), UNKNOWN);
  assert.equal((await saleNow(one))?.status, 'settled');
});

assertNoProblems(place);
