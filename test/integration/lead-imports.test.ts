import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { systemContext } from '../../src/core/gate/index.ts';
import { purgeSubject } from '../../src/core/privacy/index.ts';
import { ALL_HOLDINGS } from '../../src/entry/holdings.ts';
import { recoverImports, sweepImports } from '../../src/leads/imports/index.ts';
import { runImport } from '../../src/leads/imports/run-import.ts';
import type { SubmitRows } from '../../src/leads/intake/index.ts';
import { readFeed } from '../kit/feed-reader.ts';
import {
  FIELDS,
  fileOf,
  importDeps,
  IMPORTS_PATH,
  rowOf,
  startImport,
  uploadFile,
  workImports,
} from '../kit/lead-files.ts';
import type { Market } from '../kit/market.ts';
import { type Person, personOf } from '../kit/people.ts';
import { assertNoProblems, testPlace } from '../kit/place.ts';
import { refused } from '../kit/refusals.ts';

const place = testPlace();
let admin: Person;
let market: Market;
beforeEach(async () => {
  market ??= await place().market({ buyers: [{}] });
  admin ??= await person('admin');
});

const person = (role: 'admin' | 'owner'): Promise<Person> =>
  personOf(place().app, { tenantId: place().tenantId, role });

const stateOf = async (id: string, by = admin) => (await by.client.get(`${IMPORTS_PATH}/${id}`)).json.data;
const act = (id: string, step: string, body: object = {}, by = admin) =>
  by.client.post(`${IMPORTS_PATH}/${id}/${step}`, body);
const sql = (text: string, ...values: unknown[]) => place().app.owner.query<Record<string, unknown>>({ text, values });

/** Leads of the campaign that are not tests, by the audit of what an import submitted. */
const leadsOf = async (id: string): Promise<number> =>
  (
    await sql(
      `SELECT DISTINCT l.lead_id FROM leads AS l JOIN lead_import_rows AS r ON r.lead_id = l.lead_id
        WHERE r.import_id = $1`,
      id,
    )
  ).length;
const leadsOfCampaign = async (campaignId: string): Promise<number> =>
  (await sql('SELECT 1 FROM leads WHERE campaign_id = $1', campaignId)).length;

const overdue = (id: string) =>
  sql(`UPDATE lead_imports SET resume_at = now() - interval '1 s' WHERE import_id = $1`, id);
async function recover(id: string): Promise<void> {
  await overdue(id);
  await recoverImports(place().app.runtime, place().tenantId);
}

test('2,000 rows become leads once each, through two deaths of the worker, and every row has its report', async () => {
  const m = await place().market({ buyers: [{}] });
  const rows = Array.from({ length: 2000 }, () => rowOf());
  rows[9] = rowOf({ email: 'nobody at all' });
  rows[499] = 'too,few';
  rows[1500] = rowOf({ zip: 'ABCDE' });
  rows[1999] = rowOf({ email: '' });
  const id = await startImport(admin.client, m.campaignId, fileOf(rows));
  const { submitRows } = place().app.engine;
  assert.equal((await workImports(place().app, { submitRows: dying(submitRows, 7, 'before') })).length, 1);
  const stuck = await stateOf(id);
  assert.deepEqual([stuck.status, stuck.rowsDone], ['running', 7 * 64]);
  await recover(id);
  assert.equal((await workImports(place().app, { submitRows: dying(submitRows, 9, 'after') })).length, 1);
  assert.equal((await stateOf(id)).rowsDone, 17 * 64, 'the group whose answer was lost is done');
  await recover(id);
  assert.deepEqual(await workImports(place().app), []);
  const done = await stateOf(id);
  assert.deepEqual(
    [done.status, done.rowsTotal, done.rowsDone, done.rowsAccepted, done.rowsRejected, done.rowsInvalid],
    ['done', 2000, 2000, 1996, 0, 4],
  );
  assert.equal(await leadsOf(id), 1996);
  assert.equal(await leadsOfCampaign(m.campaignId), 1996);
  const report = (await admin.client.get(`${IMPORTS_PATH}/${id}/report`)).json.data;
  const lines = report.content.trim().split('\r\n') as string[];
  assert.equal(report.rows, 2000);
  assert.equal(lines.length, 2001);
  assert.deepEqual(
    lines.filter((line) => line.includes('invalid')).map((line) => line.split(',').slice(0, 4)),
    [
      ['"10"', '"invalid"', '"not_an_email"', '"email not_an_email"'],
      ['"500"', '"invalid"', '"column_count"', ''],
      ['"1501"', '"invalid"', '"not_a_zip"', '"zipCode not_a_zip"'],
      ['"2000"', '"invalid"', '"required"', '"email required"'],
    ],
  );
  assert.ok(!report.content.includes('nobody at all') && !report.content.includes('Importmarker'));
});

/** Rows are submitted so often, and then the process ends: before the next group is committed, or after. */
function dying(submitRows: SubmitRows, groups: number, when: 'before' | 'after'): SubmitRows {
  let given = 0;
  return async (group) => {
    given += 1;
    if (given <= groups) return submitRows(group);
    if (when === 'after') await submitRows(group);
    throw new Error('the worker was killed');
  };
}

test('two workers at the same file make each row a lead once', async () => {
  const m = await place().market({ buyers: [{}] });
  const id = await startImport(admin.client, m.campaignId, fileOf(Array.from({ length: 400 }, () => rowOf())));
  const { app, tenantId } = place();
  await Promise.all([1, 2, 3].map(() => runImport(importDeps(app), tenantId, id)));
  await recover(id);
  assert.deepEqual(await workImports(app), []);
  assert.equal((await stateOf(id)).status, 'done');
  assert.equal(await leadsOfCampaign(m.campaignId), 400);
});

test('an import is paused, resumed in the name of who resumes it, and cancelled; what was read stays', async () => {
  const m = await place().market({ buyers: [{}] });
  const id = await startImport(admin.client, m.campaignId, fileOf(Array.from({ length: 200 }, () => rowOf())));
  const { app, tenantId } = place();
  const { submitRows } = app.engine;
  refused(await act(id, 'resume'), 409, 'CONFLICT');
  const pausing: SubmitRows = async (group) => {
    const answer = await submitRows(group);
    if (answer === 'kept') assert.equal((await act(id, 'pause')).status, 200);
    return answer;
  };
  await runImport(importDeps(app, { submitRows: pausing }), tenantId, id);
  assert.deepEqual([(await stateOf(id)).status, (await stateOf(id)).rowsDone], ['paused', 64]);
  const owner = await person('owner');
  assert.equal((await act(id, 'resume', {}, owner)).status, 200);
  await runImport(importDeps(app, { submitRows: pausing }), tenantId, id);
  assert.equal((await stateOf(id)).rowsDone, 128);
  const events = await sql(
    `SELECT actor_id FROM audit_events WHERE action = 'lead-import.advance' AND $1::uuid = ANY(entity_ids)
      ORDER BY at, event_id`,
    id,
  );
  assert.deepEqual(
    events.map((event) => event['actor_id']),
    [admin.userId, owner.userId],
  );
  assert.equal((await admin.client.delete(`${IMPORTS_PATH}/${id}`)).status, 200);
  refused(await act(id, 'resume'), 410, 'GONE');
  assert.equal(await leadsOfCampaign(m.campaignId), 128);
  assert.deepEqual(await sql('SELECT 1 FROM lead_import_parts WHERE import_id = $1', id), []);
  assert.deepEqual(await workImports(app), [], 'the jobs that are left find nothing to do');
  assert.equal(await leadsOfCampaign(m.campaignId), 128);
});

test('who lost the right to it halts an import, as does a campaign that closes; somebody else goes on', async () => {
  const m = await place().market({ buyers: [{}] });
  const { app } = place();
  const leaving = await person('admin');
  const id = await startImport(leaving.client, m.campaignId, fileOf(Array.from({ length: 100 }, () => rowOf())));
  const { submitRows } = app.engine;
  const ending: SubmitRows = async (group) => {
    const answer = await submitRows(group);
    await sql(`UPDATE users SET status = 'inactive' WHERE user_id = $1`, leaving.userId);
    return answer;
  };
  await workImports(app, { submitRows: ending });
  const gone = await stateOf(id);
  assert.deepEqual([gone.status, gone.reason, gone.rowsDone], ['paused', 'maker_gone', 64]);
  const closed = await place().admin.patch(`/api/v1/campaigns/${m.campaignId}`, { status: 'paused' });
  assert.equal(closed.status, 200, closed.text);
  assert.equal((await act(id, 'resume')).status, 200);
  await workImports(app);
  assert.deepEqual([(await stateOf(id)).status, (await stateOf(id)).reason], ['paused', 'campaign_closed']);
  await place().admin.patch(`/api/v1/campaigns/${m.campaignId}`, { status: 'active' });
  assert.equal((await act(id, 'resume')).status, 200);
  assert.deepEqual(await workImports(app), []);
  assert.equal((await stateOf(id)).rowsAccepted, 100);
});

test('duplicates within a file are rejected row by row, and test rows become test leads', async () => {
  const m = await place().market({ buyers: [{}] });
  const same = rowOf();
  const id = await startImport(admin.client, m.campaignId, fileOf([same, rowOf(), same]));
  await workImports(place().app);
  const rows = (await admin.client.get(`${IMPORTS_PATH}/${id}/rows?outcome=rejected`)).json;
  assert.deepEqual(
    rows.data.map(({ number, outcome, code }: Record<string, unknown>) => [number, outcome, code]),
    [[3, 'rejected', 'duplicate']],
  );
  assert.equal(rows.pagination.total, 1);
  const tests = await startImport(admin.client, m.campaignId, fileOf([rowOf()]), { isTest: true });
  await workImports(place().app);
  const [row] = (await admin.client.get(`${IMPORTS_PATH}/${tests}/rows`)).json.data;
  const lead = await admin.client.get(`/api/v1/leads/${row.leadId}`);
  assert.equal(lead.json.data.isTest, true, lead.text);
});

test('a file is nowhere in clear, and gone with its key when it is read or too old, or a lead is erased', async () => {
  const m = await place().market({ buyers: [{}] });
  const { app, tenantId } = place();
  const id = await startImport(admin.client, m.campaignId, fileOf(Array.from({ length: 70 }, () => rowOf())));
  const kept = await sql('SELECT p::text AS part FROM lead_import_parts AS p WHERE import_id = $1', id);
  assert.equal(kept.length, 1);
  assert.ok(!String(kept[0]?.['part']).includes(Buffer.from('Importmarker').toString('hex')));
  await workImports(app, { submitRows: dying(app.engine.submitRows, 1, 'before') });
  const [{ leadId }] = (await admin.client.get(`${IMPORTS_PATH}/${id}/rows`)).json.data;
  const holding = ALL_HOLDINGS.find(({ table }) => table === 'lead_import_parts');
  assert.ok(holding);
  const { vault } = app.runtime;
  const exported = await app.runtime.tenancy.readTenant(systemContext(tenantId), (tx) =>
    holding.export({ tx, vault }, leadId),
  );
  assert.deepEqual(
    (exported as string[][]).map((cells) => cells[1]),
    ['Importmarker'],
  );
  await app.runtime.tenancy.withTenant(systemContext(tenantId), (tx) => purgeSubject(ALL_HOLDINGS, tx, leadId));
  const ended = await stateOf(id);
  assert.deepEqual([ended.status, ended.reason], ['cancelled', 'lead_erased']);
  const old = await uploadFile(admin.client, m.campaignId, fileOf([rowOf()]));
  await sql(`UPDATE lead_imports SET expires_at = now() - interval '1 s' WHERE import_id = $1`, old);
  await sweepImports(app.runtime, tenantId);
  assert.equal((await stateOf(old)).status, 'expired');
  for (const one of [id, old]) {
    assert.deepEqual(await sql('SELECT 1 FROM lead_import_parts WHERE import_id = $1', one), []);
    await assert.rejects(vault.subjectKey(tenantId, one));
  }
  const read = await startImport(admin.client, m.campaignId, fileOf([rowOf()]));
  await workImports(app);
  await assert.rejects(vault.subjectKey(tenantId, read), 'its key goes as soon as the last row is read');
  await sql(`UPDATE lead_imports SET finished_at = now() - interval '91 days' WHERE import_id = $1`, read);
  await sweepImports(app.runtime, tenantId);
  refused(await admin.client.get(`${IMPORTS_PATH}/${read}`), 404, 'NOT_FOUND');
});

test('progress is told from the first row to the last, and the stream ends when nothing runs', async () => {
  const m = await place().market({ buyers: [{}] });
  const id = await startImport(admin.client, m.campaignId, fileOf(Array.from({ length: 130 }, () => rowOf())));
  const reader = await readFeed(place().app, { cookie: admin.cookie }, `${IMPORTS_PATH}/progress`);
  await reader.until(({ events }) => events.some(({ event }) => event === 'imports'));
  await workImports(place().app);
  await reader.until((one) => one.isOver());
  const told = reader.events.flatMap(({ event, data }) => (event === 'imports' ? data : []));
  const own = told.filter((row: { id: string }) => row.id === id);
  assert.deepEqual([own[0].rowsDone, own.at(-1).rowsDone, own.at(-1).status], [0, 130, 'done']);
});

test("another tenant's import is not there", async () => {
  const id = await uploadFile(admin.client, market.campaignId, fileOf([rowOf()]));
  const { tenantId } = await place().app.tenant('Other');
  const other = await personOf(place().app, { tenantId, role: 'owner' });
  const path = `${IMPORTS_PATH}/${id}`;
  for (const answer of [
    await other.client.get(path),
    await other.client.get(`${path}/rows`),
    await other.client.get(`${path}/report`),
    await other.client.get(`${path}/columns`),
    await other.client.get(`${path}/preview`),
    await other.client.put(`${path}/pieces/0`, { content: 'QUJD' }),
    await other.client.post(`${path}/start`, { hasHeader: true, fields: FIELDS }),
    await other.client.delete(path),
  ])
    refused(answer, 404, 'NOT_FOUND');
  assert.deepEqual((await other.client.get(IMPORTS_PATH)).json.data, []);
});

assertNoProblems(place);
