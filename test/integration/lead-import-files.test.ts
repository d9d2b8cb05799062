import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { FIELDS, fileOf, IMPORTS_PATH, rowOf, uploadFile } from '../kit/lead-files.ts';
import type { Market } from '../kit/market.ts';
import { type Person, personOf } from '../kit/people.ts';
import { assertNoProblems, testPlace } from '../kit/place.ts';
import { names, refused } from '../kit/refusals.ts';

const place = testPlace();
let admin: Person;
let market: Market;
beforeEach(async () => {
  market ??= await place().market({ buyers: [{}] });
  admin ??= await person('admin');
});

const person = (role: 'admin' | 'owner' | 'analyst', more: object = {}): Promise<Person> =>
  personOf(place().app, { tenantId: place().tenantId, role, ...more });

const stateOf = async (id: string) => (await admin.client.get(`${IMPORTS_PATH}/${id}`)).json.data;
const act = (id: string, step: string, body: object = {}) => admin.client.post(`${IMPORTS_PATH}/${id}/${step}`, body);

test('a file in pieces that cut letters and quotes is the same file, and a broken one is told where', async () => {
  const { campaignId } = market;
  const file = fileOf([rowOf({ lastName: '"Ünïcödé, née\nΩ"' }), rowOf()]);
  const id = await uploadFile(admin.client, campaignId, file, 7);
  assert.equal((await stateOf(id)).records, 3);
  const { client } = admin;
  const broken = async (bytes: Buffer): Promise<string> => {
    const { id: other } = (await client.post(IMPORTS_PATH, { campaignId })).json.data;
    const path = `${IMPORTS_PATH}/${other}`;
    await client.put(`${path}/pieces/0`, { content: bytes.toString('base64') });
    const answer = await client.post(`${path}/received`, { pieces: 1 });
    assert.equal(answer.status, 400, answer.text);
    assert.equal((await stateOf(other)).status, 'uploading', 'a mended file may be sent');
    return answer.json.error.message;
  };
  assert.match(await broken(Buffer.from(`${fileOf([rowOf()])}"open`)), /never closed/);
  assert.match(await broken(Buffer.from([0x61, 0xff, 0xfe])), /UTF-8/);
  assert.match(await broken(Buffer.from('\n\n')), /empty/);
  const { id: missing } = (await client.post(IMPORTS_PATH, { campaignId })).json.data;
  await client.put(`${IMPORTS_PATH}/${missing}/pieces/1`, { content: 'QUJD' });
  names(await client.post(`${IMPORTS_PATH}/${missing}/received`, { pieces: 2 }), 'pieces');
});

test('columns are suggested by their names, and a mapping is refused by field with all that is wrong', async () => {
  const id = await uploadFile(admin.client, market.campaignId, fileOf([rowOf()]));
  const { columns, fields } = (await admin.client.get(`${IMPORTS_PATH}/${id}/columns`)).json.data;
  assert.deepEqual(
    columns.map(({ field }: { field: string | null }) => field),
    FIELDS,
  );
  assert.ok(fields.some(({ name, required }: Record<string, unknown>) => name === 'email' && required === true));
  names(await act(id, 'start', { hasHeader: true, fields: FIELDS.slice(1) }), 'fields');
  names(await act(id, 'start', { hasHeader: true, fields: ['nosuch', ...FIELDS.slice(1)] }), 'fields[0]', 'firstName');
  const headless = await uploadFile(admin.client, market.campaignId, `${rowOf()}\n`);
  const unnamed = (await admin.client.get(`${IMPORTS_PATH}/${headless}/columns`)).json.data.columns;
  assert.ok(
    unnamed.every(({ name }: { name: string | null }) => name === null),
    'a person is no name of a column',
  );
  names(await act(headless, 'start', { hasHeader: true, fields: FIELDS }), 'hasHeader');
});

test('the first rows are shown in clear to the sender alone, who may reveal; the trail has the classes', async () => {
  const id = await uploadFile(admin.client, market.campaignId, fileOf([rowOf()]));
  const path = `${IMPORTS_PATH}/${id}/preview`;
  const shown = await admin.client.get(path);
  assert.equal(shown.json.data.rows[1][1], 'Importmarker', shown.text);
  const [event] = await place().app.owner.query<{ classes: string[] }>({
    text: `SELECT phi_classes AS classes FROM audit_events
      WHERE action = 'lead-import.preview' AND $1::uuid = ANY(entity_ids)`,
    values: [id],
  });
  assert.ok(event);
  assert.deepEqual(event.classes.toSorted(), ['contact', 'health', 'identity', 'other']);
  refused(await (await person('owner')).client.get(path), 404, 'NOT_FOUND');
  refused(await (await person('analyst')).client.get(path), 403, 'FORBIDDEN');
  refused(await (await person('analyst')).client.get(`${IMPORTS_PATH}/${id}`), 403, 'FORBIDDEN');
  refused(await place().admin.get(`${IMPORTS_PATH}/${id}`), 403, 'FORBIDDEN');
  const masked = await person('admin', { piiAccess: false });
  const own = await uploadFile(masked.client, market.campaignId, fileOf([rowOf()]));
  refused(await masked.client.get(`${IMPORTS_PATH}/${own}/preview`), 403, 'FORBIDDEN');
});

assertNoProblems(place);
