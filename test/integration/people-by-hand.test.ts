import assert from 'node:assert/strict';
import { test } from 'node:test';
import { systemContext } from '../../src/core/gate/index.ts';
import { exportSubject, purgeSubject } from '../../src/core/privacy/index.ts';
import { ALL_HOLDINGS } from '../../src/entry/holdings.ts';
import type { Answer } from '../kit/client.ts';
import type { Market } from '../kit/market.ts';
import { assertNoProblems, testPlace } from '../kit/place.ts';

const place = testPlace();

const query = <T extends object>(text: string, values: readonly unknown[]): Promise<T[]> =>
  place().app.owner.query<T>({ text, values: [...values] });

let serial = 0;
/** Somebody of whom nobody heard before. */
const fresh = () => {
  serial += 1;
  return {
    firstName: 'Ottoline',
    lastName: 'Quillfeather',
    email: `by.hand.${serial}@example.com`,
    phone: `+1512566${String(serial).padStart(4, '0')}`,
  };
};

const create = (body: object): Promise<Answer> => place().admin.post('/api/v1/people', body);

async function created(body: object): Promise<{ readonly id: string; readonly displayId: string }> {
  const answer = await create(body);
  assert.equal(answer.status, 201, answer.text);
  return answer.json.data;
}

const read = (personId: string): Promise<Answer> => place().admin.get(`/api/v1/people/${personId}`);

const market = () => place().market({ buyers: [{ behaviour: 'reject' }], offer: { dedupEnabled: false } });

/** Posts a lead of somebody; gives its id and its person's. */
async function post(m: Market, more: object): Promise<{ readonly leadId: string; readonly personId: string | null }> {
  serial += 1;
  const answer = await m.post(m.lead({ ...more, firstName: `Avery ${serial}` }));
  const { leadId } = answer.json;
  const [row] = await query<{ id: string | null }>('SELECT person_id AS id FROM leads WHERE lead_id = $1', [leadId]);
  assert.ok(row, answer.text);
  return { leadId, personId: row.id };
}

const faultsOf = ({ json }: Answer): string[] =>
  json.error.details.fields.map(({ field }: { readonly field: string }) => field);

test('a person is written down, found by address and number, and shown by the rules that leads have', async () => {
  const contact = fresh();
  const answer = await create({ ...contact, phone: '(512) 566-0001', tags: ['call back'], custom: {} });
  assert.equal(answer.status, 201, answer.text);
  const { id, displayId, tags, leadCount, latestLeadId } = answer.json.data;
  assert.deepEqual([tags, leadCount, latestLeadId], [['call back'], 0, null]);
  for (const value of [contact.lastName, contact.email, '5660001']) assert.ok(!answer.text.includes(value), value);
  assert.match(displayId, /^P-\d+$/);
  for (const by of [{ email: contact.email.toUpperCase() }, { phone: contact.phone }, { personId: displayId }]) {
    const found = await place().admin.post('/api/v1/people/find', by);
    assert.deepEqual(
      found.json.data.map((person: { id: string }) => person.id),
      [id],
      found.text,
    );
  }
  const seen = (await read(id)).json.data;
  assert.deepEqual([seen.firstName, seen.lastName, seen.email, seen.phone], Object.values(contact));
  const key = await place().admin.post('/api/v1/auth/api-keys', { name: 'k', scopes: ['routing'], piiAccess: false });
  const masked = await place().app.client(key.json.data.key).get(`/api/v1/people/${id}`);
  assert.equal(masked.json.data.masked, true);
  assert.ok(!masked.text.includes(contact.lastName) && !masked.text.includes(contact.email), masked.text);
  const events = await query<{ action: string; classes: string[] }>(
    `SELECT action, phi_classes AS classes FROM audit_events WHERE action IN ('person.create', 'person.read')
      AND $1 = ANY(entity_ids) ORDER BY at`,
    [id],
  );
  assert.deepEqual(events, [
    { action: 'person.create', classes: [] },
    { action: 'person.read', classes: ['identity', 'contact'] },
    { action: 'person.read', classes: [] },
  ]);
});

test('what is sealed of a person by hand holds nothing in clear', async () => {
  const contact = fresh();
  const { id } = await created(contact);
  const [row] = await query<{ text: string }>(
    `SELECT to_jsonb(f)::text || to_jsonb(p)::text AS text FROM person_facts AS f JOIN people AS p USING (person_id)
      WHERE f.person_id = $1`,
    [id],
  );
  assert.ok(row);
  for (const value of Object.values(contact)) {
    assert.ok(!row.text.includes(value), 'in clear');
    assert.ok(!row.text.includes(Buffer.from(value).toString('hex')), 'as bytes');
  }
});

test('later leads by the e-mail are of the person, which is then named by the newest of them', async () => {
  const contact = fresh();
  const { id } = await created(contact);
  const m = await market();
  const lead = await post(m, { email: contact.email });
  assert.equal(lead.personId, id);
  const seen = (await read(id)).json.data;
  assert.deepEqual([seen.latestLeadId, seen.leadCount], [lead.leadId, 1]);
  assert.match(seen.firstName, /^Avery/);
  const byPhone = fresh();
  const { id: phoned } = await created({ phone: byPhone.phone });
  assert.notEqual((await post(m, { phone: byPhone.phone })).personId, phoned, 'known by the e-mail that it has');
  const suggested = await place().admin.get(`/api/v1/people/${phoned}/merge?masked=true`);
  assert.equal(suggested.json.data.length, 1, 'and suggested to be the same');
});

test('what says too little, too much, or what is known already is refused at its field', async () => {
  const contact = fresh();
  await created(contact);
  const again = await create(contact);
  assert.equal(again.status, 409, again.text);
  assert.deepEqual(faultsOf(again), ['email']);
  assert.ok(!again.text.includes(contact.email));
  const refused: readonly (readonly [body: object, field: string])[] = [
    [{ firstName: 'Ottoline' }, 'email'],
    [{ email: '' }, 'email'],
    [{ email: 'ottoline' }, 'email'],
    [{ ...fresh(), phone: '12' }, 'phone'],
    [{ ...fresh(), tags: ['call 5125550123'] }, 'tags.0'],
    [{ ...fresh(), dateOfBirth: '1961-07-19' }, 'dateOfBirth'],
    [{ ...fresh(), custom: { plan: 'gold' } }, 'custom'],
    [{ ...fresh(), status: 'active' }, 'status'],
  ];
  for (const [body, field] of refused) {
    const answer = await create(body);
    assert.equal(answer.status, 400, answer.text);
    assert.deepEqual(faultsOf(answer), [field], JSON.stringify(Object.keys(body)));
  }
  const key = await place().admin.post('/api/v1/auth/api-keys', { name: 'k', scopes: ['routing'], piiAccess: false });
  const blind = await place().app.client(key.json.data.key).post('/api/v1/people', contact);
  assert.equal(blind.status, 403, 'and tells nobody else that somebody is known');
  const m = await market();
  const { email } = fresh();
  await post(m, { email });
  assert.equal((await create({ email })).status, 409, 'of whom a lead came');
});

test('of many who write down one person at once, and a lead that comes meanwhile, one person is made', async () => {
  const contact = fresh();
  const m = await market();
  const [lead, ...answers] = await Promise.all([
    post(m, { email: contact.email }),
    ...Array.from({ length: 8 }, () => create(contact)),
  ]);
  const made = answers.filter(({ status }) => status === 201);
  assert.ok(made.length <= 1);
  for (const { status, text } of answers) assert.ok(status === 201 || status === 409, text);
  for (const { json } of made) assert.equal(json.data.id, lead.personId);
  const rows = await query('SELECT FROM people WHERE person_id = $1', [lead.personId]);
  assert.equal(rows.length, 1);
});

test('two people by hand are made one, and what was written of each stays its own', async () => {
  const [one, other] = [fresh(), fresh()];
  const [kept, gone] = [await created(one), await created({ ...other, tags: ['regular'] })];
  const merge = (reason?: string) =>
    place().admin.post(`/api/v1/people/${kept.id}/merge`, { mergePersonId: gone.id, ...(reason ? { reason } : {}) });
  const unkept = await merge('Both are hers');
  assert.equal(unkept.status, 400);
  assert.deepEqual(faultsOf(unkept), ['reason']);
  const done = await merge();
  assert.equal(done.status, 200, done.text);
  assert.deepEqual(done.json.data.person.tags, ['regular']);
  assert.equal((await read(kept.id)).json.data.email, one.email);
  const found = await place().admin.post('/api/v1/people/find', { phone: other.phone });
  assert.deepEqual(
    [found.json.data.length, found.json.data[0]?.id],
    [1, kept.id],
    'found by what the other was known by',
  );
  assert.equal((await post(await market(), { email: other.email })).personId, kept.id);
});

test('what was written down is exported and erased by the person, and outlives the erasure of a lead', async () => {
  const contact = fresh();
  const { id } = await created(contact);
  const { leadId } = await post(await market(), { email: contact.email });
  const { tenancy, vault } = place().app.runtime;
  const { tenantId } = place();
  const within = <T>(work: Parameters<typeof tenancy.withTenant<T>>[1]) =>
    tenancy.withTenant(systemContext(tenantId), work);
  const { person_facts: exported } = await within((tx) => exportSubject(ALL_HOLDINGS, { tx, vault }, id));
  assert.deepEqual(exported, [contact]);
  await within((tx) => purgeSubject(ALL_HOLDINGS, tx, leadId));
  assert.equal((await read(id)).json.data.email, contact.email);
  assert.equal((await post(await market(), { email: contact.email })).personId, id, 'its key is still carried');
  await within((tx) => purgeSubject(ALL_HOLDINGS, tx, id));
  assert.deepEqual(await query('SELECT FROM person_facts WHERE person_id = $1', [id]), []);
  assert.equal((await read(id)).json.data.leadCount, 1, 'the lead has it still');
  const alone = await created(fresh());
  await within((tx) => purgeSubject(ALL_HOLDINGS, tx, alone.id));
  assert.equal((await read(alone.id)).status, 404);
});

assertNoProblems(place);
