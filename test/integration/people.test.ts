import assert from 'node:assert/strict';
import { test } from 'node:test';
import { purgeSubject } from '../../src/core/privacy/index.ts';
import { systemContext } from '../../src/core/gate/index.ts';
import { ALL_HOLDINGS } from '../../src/entry/holdings.ts';
import { newId } from '../../src/kernel/ids.ts';
import { placePeople } from '../../src/leads/people/index.ts';
import type { Client } from '../kit/client.ts';
import type { Market } from '../kit/market.ts';
import { assertNoProblems, testPlace } from '../kit/place.ts';

const place = testPlace();

const query = <T extends object>(text: string, values: readonly unknown[]): Promise<T[]> =>
  place().app.owner.query<T>({ text, values: [...values] });

let serial = 0;
/** An address and a phone that nobody had before. */
const fresh = () => {
  serial += 1;
  return { email: `person.${serial}@example.com`, phone: `51277${String(serial).padStart(5, '0')}` };
};

async function post(m: Market, more: Record<string, unknown>): Promise<string> {
  serial += 1;
  // Unlike any before it: the same post again would be answered with the first lead.
  const answer = await m.post(m.lead({ firstName: `Avery ${serial}`, ...more }));
  assert.ok(['success', 'accepted', 'rejected'].includes(answer.json.result), answer.text);
  return String(answer.json.leadId);
}

async function personOf(leadId: string): Promise<string | null> {
  const [row] = await query<{ id: string | null }>('SELECT person_id AS id FROM leads WHERE lead_id = $1', [leadId]);
  assert.ok(row);
  return row.id;
}

/** The person of a lead that has one. */
async function knownPerson(leadId: string): Promise<string> {
  const personId = await personOf(leadId);
  assert.ok(personId);
  return personId;
}

const people = (personId: string, more = '') => place().admin.get(`/api/v1/people/${personId}${more}`);
const merge = (keptId: string, goneId: string, reason?: string) =>
  place().admin.post(`/api/v1/people/${keptId}/merge`, { mergePersonId: goneId, ...(reason ? { reason } : {}) });

async function keyFor(binding: Record<string, unknown>): Promise<Client> {
  const answer = await place().admin.post('/api/v1/auth/api-keys', { name: 'k', ...binding });
  assert.equal(answer.status, 200, answer.text);
  return place().app.client(answer.json.data.key);
}

const market = (more: Partial<Parameters<ReturnType<typeof place>['market']>[0]> = {}) =>
  place().market({ buyers: [{ behaviour: 'accept' }], offer: { dedupEnabled: false }, ...more });

const rowsOf = (answer: { readonly json: { readonly data: { readonly id: string }[] } }): string[] =>
  answer.json.data.map(({ id }) => id);

test('twenty posts of one human at once make one person', async () => {
  const m = await market({ buyers: [{ behaviour: 'reject' }] });
  const { email } = fresh();
  const leadIds = await Promise.all(
    Array.from({ length: 20 }, (_, index) => post(m, { ...fresh(), email, firstName: `Ada${index}` })),
  );
  const personId = await knownPerson(leadIds[0] ?? '');
  assert.deepEqual(
    await Promise.all(leadIds.map(personOf)),
    leadIds.map(() => personId),
  );
  const leads = await people(personId, '/leads?limit=50');
  assert.deepEqual(rowsOf(leads).toSorted(), leadIds.toSorted());
  assert.equal((await people(personId)).json.data.leadCount, 20);
});

test('a shared phone beside another e-mail is two people and a suggestion, with nothing personal in it', async () => {
  const m = await market();
  const [one, other] = [fresh(), fresh()];
  const kept = await knownPerson(await post(m, one));
  const gone = await knownPerson(await post(m, { ...other, phone: one.phone }));
  assert.notEqual(kept, gone);
  const suggested = await people(kept, '/merge?masked=true');
  assert.equal(suggested.status, 200, suggested.text);
  assert.deepEqual(
    suggested.json.data.map((entry: { reason: string; person: { id: string } }) => [entry.reason, entry.person.id]),
    [['phone', gone]],
  );
  assert.ok(!suggested.text.includes(other.email) && !suggested.text.includes('Bennett'));
});

test('a merge moves leads and sales to who stays, later leads too, and is done once', async () => {
  const m = await market();
  const [one, other, third] = [fresh(), fresh(), fresh()];
  const [first, second, earlier] = [await post(m, one), await post(m, other), await post(m, third)];
  const [kept, gone, before] = [await knownPerson(first), await knownPerson(second), await knownPerson(earlier)];
  assert.equal((await merge(gone, before)).json.data.merged, true);
  const done = await merge(kept, gone, 'Ada said that both are hers');
  assert.equal(done.status, 200, done.text);
  assert.equal(done.json.data.merged, true);
  assert.equal(done.json.data.person.leadCount, 3);
  for (const leadId of [second, earlier]) assert.equal(await personOf(leadId), kept);
  const sales = await people(kept, '/sales');
  assert.equal(sales.json.data.length, 3, sales.text);
  const later = await market({ buyers: [{ behaviour: 'reject' }] });
  for (const contact of [other, third]) assert.equal(await personOf(await post(later, contact)), kept, 'a later lead');

  assert.equal((await merge(kept, gone)).json.data.merged, false, 'the same merge again');
  assert.equal((await merge(gone, kept)).status, 409, 'the other way round');
  const fourth = await knownPerson(await post(m, fresh()));
  assert.equal((await merge(fourth, gone)).status, 409, 'one that was merged elsewhere');
  assert.equal((await merge(kept, kept)).status, 400, 'with itself');
  assert.equal((await people(gone)).json.data.mergedInto, kept);

  const timeline = await people(kept, '/timeline?limit=50');
  const types = timeline.json.data.map(({ type }: { type: string }) => type);
  assert.equal(types.filter((type: string) => type === 'merge').length, 2);
  assert.ok(timeline.text.includes('Ada said that both are hers'), 'its reason is read by who may read notes');
});

test('of two merges of the same two at once, each way, one is done and the other refused or found done', async () => {
  const m = await market();
  const [a, b] = [await knownPerson(await post(m, fresh())), await knownPerson(await post(m, fresh()))];
  const crossed = await Promise.all([merge(a, b), merge(b, a)]);
  assert.deepEqual(
    crossed.map(({ status }) => status).toSorted((one, other) => one - other),
    [200, 409],
  );
  const [c, d] = [await knownPerson(await post(m, fresh())), await knownPerson(await post(m, fresh()))];
  const same = await Promise.all([merge(c, d), merge(c, d)]);
  assert.equal(same.filter(({ json }) => json.data.merged === true).length, 1);
});

test('leads that come while two people are made one end up with who stays', async () => {
  const m = await market({ buyers: [{ behaviour: 'reject' }] });
  const [one, other] = [fresh(), fresh()];
  const [kept, gone] = [await knownPerson(await post(m, one)), await knownPerson(await post(m, other))];
  const posts = Array.from({ length: 10 }, (_, index) => post(m, { ...other, firstName: `Bo${index}` }));
  const [done, ...leadIds] = await Promise.all([merge(kept, gone), ...posts]);
  assert.equal(done.status, 200, done.text);
  for (const leadId of leadIds) assert.equal(await personOf(leadId), kept);
});

test('the timeline is read page by page, newest first, and tells leads, sales, returns and notes', async () => {
  const m = await market();
  const contact = fresh();
  const leadId = await post(m, contact);
  const personId = await knownPerson(leadId);
  const noted = await place().admin.post(`/api/v1/people/${personId}/notes`, { content: 'Wants to be called at noon' });
  assert.equal(noted.status, 201, noted.text);
  assert.equal(noted.json.data.leadId, leadId);
  await place().admin.post(`/api/v1/leads/${leadId}/return`, { reason: 'bad_data' });
  const types: string[] = [];
  let cursor = '';
  do {
    const page = await people(personId, `/timeline?limit=1&cursor=${encodeURIComponent(cursor)}`);
    assert.equal(page.status, 200, page.text);
    types.push(...page.json.data.map(({ type }: { type: string }) => type));
    cursor = page.json.pagination.nextCursor ?? '';
  } while (cursor !== '');
  for (const type of ['lead', 'sale', 'return', 'note']) assert.ok(types.includes(type), `${type} of ${types.join()}`);
  const notes = await people(personId, '/notes');
  assert.ok(notes.text.includes('called at noon'));
  const [event] = await query<{ ids: string[]; classes: string[] }>(
    `SELECT entity_ids AS ids, phi_classes AS classes FROM audit_events
      WHERE action = 'person.notes' AND $1 = ANY(entity_ids)`,
    [personId],
  );
  assert.ok(event?.ids.includes(leadId));
  assert.deepEqual(event?.classes.toSorted(), ['contact', 'health', 'identity', 'other']);
});

test('who may not see personal data finds people masked and searches for nobody', async () => {
  const m = await market();
  const contact = fresh();
  const personId = await knownPerson(await post(m, contact));
  const masked = await keyFor({ scopes: ['routing'], piiAccess: false });
  const seen = await masked.get(`/api/v1/people/${personId}`);
  assert.equal(seen.status, 200, seen.text);
  assert.ok(!seen.text.includes(contact.email) && !seen.text.includes('Bennett'), seen.text);
  assert.equal((await masked.get(`/api/v1/people?search=${contact.email}`)).status, 400);

  const found = await place().admin.post('/api/v1/people/find', { email: contact.email.toUpperCase() });
  assert.deepEqual(rowsOf(found), [personId]);
  assert.equal(found.json.data[0].email, contact.email);
  const byNumber = await place().admin.get(`/api/v1/people?search=${found.json.data[0].displayId}`);
  assert.deepEqual(rowsOf(byNumber), [personId]);
  const events = await query<{ classes: string[] }>(
    `SELECT phi_classes AS classes FROM audit_events WHERE action IN ('person.list', 'person.read')
      AND $1 = ANY(entity_ids) ORDER BY at`,
    [personId],
  );
  assert.deepEqual(events[0]?.classes, []);
  assert.deepEqual(events[1]?.classes, ['identity', 'contact']);
});

test('tags and the state of a person are kept; personal fields are refused by name', async () => {
  const m = await market({ buyers: [{ behaviour: 'reject' }] });
  const contact = fresh();
  const personId = await knownPerson(await post(m, contact));
  const change = (body: object) => place().admin.patch(`/api/v1/people/${personId}`, body);
  const tagged = await change({ tags: ['regular', 'call back'] });
  assert.equal(tagged.status, 200, tagged.text);
  assert.ok(rowsOf(await place().admin.get('/api/v1/people?tags=regular,other&limit=1000')).includes(personId));
  const refused = await change({ firstName: 'Ada' });
  assert.equal(refused.status, 400);
  assert.match(refused.text, /firstName.*not available in this version/s);
  assert.equal((await change({ tags: ['call 5125550123'] })).status, 400);
  assert.equal((await change({ status: 'deleted' })).status, 200);
  const isListed = async () => rowsOf(await place().admin.get('/api/v1/people?limit=1000')).includes(personId);
  assert.equal(await isListed(), false);
  await post(m, contact);
  assert.equal(await isListed(), true, 'back with the next lead');
});

test('a person of another tenant is like a missing one, in the path and in the body', async () => {
  const m = await market();
  const mine = await knownPerson(await post(m, fresh()));
  const { admin: stranger } = await place().app.tenant();
  for (const more of ['', '/leads', '/sales', '/timeline', '/notes', '/merge']) {
    const [foreign, missing] = [
      await stranger.get(`/api/v1/people/${mine}${more}`),
      await stranger.get(`/api/v1/people/${newId()}${more}`),
    ];
    assert.equal(foreign.status, 404, more);
    assert.equal(foreign.json.error.code, missing.json.error.code);
  }
  assert.equal((await merge(mine, newId())).status, 400);
  const tried = await stranger.post(`/api/v1/people/${mine}/merge`, { mergePersonId: mine });
  assert.equal(tried.status, 404);
});

test('buyers and partners see people of their own leads only, and of those only these leads', async () => {
  const [m, elsewhere] = [await market(), await market()];
  const contact = fresh();
  const [here, there] = [await post(m, contact), await post(elsewhere, contact)];
  const personId = await knownPerson(here);
  assert.equal(await personOf(there), personId);
  const outsider = await knownPerson(await post(elsewhere, fresh()));
  const sides = [
    { path: '/api/buyer/people', client: await keyFor({ buyerId: m.buyers[0]?.buyerId, piiAccess: true }) },
    { path: '/api/partner/people', client: await keyFor({ partnerId: m.partnerId, piiAccess: true }) },
  ];
  for (const { path, client } of sides) {
    const listed = await client.get(path);
    assert.equal(listed.status, 200, listed.text);
    assert.deepEqual(rowsOf(listed), [personId]);
    const read = await client.get(`${path}/${personId}`);
    assert.equal(read.status, 200, read.text);
    assert.deepEqual(rowsOf({ json: { data: read.json.data.leads } }), [here]);
    assert.equal(read.json.data.email, contact.email);
    assert.ok(!read.text.includes(there));
    assert.equal((await client.get(`${path}/${outsider}`)).status, 404);
    assert.equal((await client.get('/api/v1/people')).status, 403);
  }
  const timeline = await sides[1]?.client.get(`/api/partner/people/${personId}/timeline`);
  assert.deepEqual(rowsOf(timeline ?? { json: { data: [] } }), [here]);
});

test('older leads get their person by the backfill, some at a time, their sales with them', async () => {
  const m = await market();
  const contact = fresh();
  const [first, second] = [await post(m, contact), await post(m, fresh())];
  const rest = await knownPerson(second);
  await query(`UPDATE leads SET person_id = NULL WHERE lead_id = ANY($1::uuid[])`, [[first, second]]);
  await query(`UPDATE sales SET person_id = NULL WHERE lead_id = ANY($1::uuid[])`, [[first, second]]);
  await query(`DELETE FROM people WHERE person_id = $1`, [rest]);
  const one = await place().admin.get('/api/admin/people/backfill?limit=1');
  assert.deepEqual(one.json.data, { processed: 1, done: false }, one.text);
  await placePeople(place().app.runtime, place().tenantId);
  assert.deepEqual((await place().admin.get('/api/admin/people/backfill')).json.data, { processed: 0, done: true });
  for (const leadId of [first, second]) {
    const personId = await knownPerson(leadId);
    const [sale] = await query<{ id: string }>('SELECT person_id AS id FROM sales WHERE lead_id = $1', [leadId]);
    assert.equal(sale?.id, personId);
  }
});

test('a person goes with the last lead, and a key with the last lead that carries it', async () => {
  const m = await market({ buyers: [{ behaviour: 'reject' }] });
  const { runtime } = place().app;
  const purge = (leadId: string) =>
    runtime.tenancy.withTenant(systemContext(place().tenantId), (tx) => purgeSubject(ALL_HOLDINGS, tx, leadId));
  const [one, other] = [fresh(), fresh()];
  const [first, second] = [await post(m, one), await post(m, other)];
  const [kept, gone] = [await knownPerson(first), await knownPerson(second)];
  await merge(kept, gone);
  await purge(second);
  const left = await query<{ id: string }>(
    'SELECT person_id AS id FROM people WHERE person_id = ANY($1::uuid[]) ORDER BY 1',
    [[kept, gone]],
  );
  assert.deepEqual(left, [{ id: kept }], 'nothing knows the address of the erased lead any more');
  assert.notEqual(await personOf(await post(m, other)), kept);
  await purge(first);
  assert.equal((await people(kept)).status, 404);
  assert.equal(await personOf(first), null);
});

assertNoProblems(place);
