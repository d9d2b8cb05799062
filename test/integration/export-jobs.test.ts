import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { purgeSubject } from '../../src/core/privacy/index.ts';
import { systemContext } from '../../src/core/gate/index.ts';
import type { Vault } from '../../src/core/vault/index.ts';
import { ALL_HOLDINGS } from '../../src/entry/holdings.ts';
import { recoverExports, sweepExports } from '../../src/leads/intake/index.ts';
import type { Answer } from '../kit/client.ts';
import { placesOf } from '../kit/columns.ts';
import { type Person, personOf } from '../kit/people.ts';
import { type ReadLead, startReadLead, VALUES } from '../kit/read-lead.ts';
import { made, names, refused } from '../kit/refusals.ts';
import { workExports } from '../kit/work-exports.ts';

const EXPORTS = '/api/v1/exports';
const WISH = { action: 'bulk_export', reason: 'The yearly count of the board.' };

let scene: ReadLead;
let asker: Person;
let second: Person;
let leads = 1;

before(async () => {
  scene = await startReadLead();
  for (; leads < 5; leads += 1) await scene.market.post();
  asker = await person('admin');
  second = await person('owner');
});
after(() => scene.stop());

const person = (role: 'admin' | 'owner' | 'compliance'): Promise<Person> =>
  personOf(scene.app, { tenantId: scene.tenantId, role });

async function approved(by = asker, terms: object = {}): Promise<string> {
  const { id } = await made(by.client, '/api/v1/approvals', { ...WISH, terms });
  const decided = await second.client.post(`/api/v1/approvals/${id}/decide`, { decision: 'approved' });
  assert.equal(decided.status, 200, decided.text);
  return id;
}

async function begun(by = asker, terms: object = {}): Promise<string> {
  const { id } = await made(by.client, EXPORTS, { approvalId: await approved(by, terms), ...terms });
  return id;
}

const stateOf = async (id: string, by = asker) => (await by.client.get(`${EXPORTS}/${id}`)).json.data;
const fileOf = (id: string, by = asker): Promise<Answer> => by.client.get(`${EXPORTS}/${id}/file`);
const partsOf = async (id: string): Promise<number> =>
  (await scene.app.owner.query({ text: 'SELECT 1 FROM export_parts WHERE export_id = $1', values: [id] })).length;
const eventsAbout = (id: string) =>
  scene.app.owner.query<{ action: string; actor: string; ids: string[]; phi: string[] }>({
    text: `SELECT action, actor_id AS actor, entity_ids AS ids, phi_classes AS phi FROM audit_events
      WHERE detail ->> 'exportId' = $1 OR $1::uuid = ANY(entity_ids) ORDER BY at, event_id`,
    values: [id],
  });
const over = (id: string): Promise<unknown> =>
  scene.app.owner.query({
    text: `UPDATE exports SET resume_at = now() - interval '1 s' WHERE export_id = $1`,
    values: [id],
  });

test('an export made beside the request tells how far it is, and is the file that a direct export gives', async () => {
  const id = await begun();
  const queued = await stateOf(id);
  assert.deepEqual([queued.status, queued.rowsDone, queued.rowsTotal], ['queued', 0, leads]);
  refused(await fileOf(id), 409, 'CONFLICT');
  assert.deepEqual(await workExports(scene.app, { leadsPerPart: 2 }), []);
  const done = await stateOf(id);
  assert.deepEqual([done.status, done.rowsDone, done.rowsTotal, done.reason], ['done', leads, leads, null]);
  const file = (await fileOf(id)).json.data;
  const direct = await asker.client.post('/api/v1/leads/export', { approvalId: await approved() });
  assert.deepEqual(file, direct.json.data);
  assert.ok(file.content.includes(VALUES.treatment));
  assert.deepEqual((await fileOf(id)).json.data, file, 'as often as the maker likes');
});

test('each part and each download stand in the trail, with the leads, the classes and the maker', async () => {
  const id = await begun();
  await workExports(scene.app, { leadsPerPart: 3 });
  await fileOf(id);
  const events = await eventsAbout(id);
  assert.deepEqual(
    events.map(({ action, actor }) => [action, actor]),
    [
      ['export.create', asker.userId],
      ['lead.export', asker.userId],
      ['lead.export', asker.userId],
      ['export.download', asker.userId],
    ],
  );
  const [, first, last, download] = events;
  assert.equal(new Set([...(first?.ids ?? []), ...(last?.ids ?? [])]).size, leads);
  assert.deepEqual(download?.ids.toSorted(), [id, ...(first?.ids ?? []), ...(last?.ids ?? [])].toSorted());
  assert.deepEqual(download?.phi.toSorted(), ['contact', 'health', 'identity', 'other']);
});

test('an approval is good for one export, of its own filters, in whichever way', async () => {
  const approvalId = await approved(asker, { status: 'sold' });
  refused(await asker.client.post(EXPORTS, { approvalId }), 403, 'FORBIDDEN');
  names(await asker.client.post(EXPORTS, { approvalId, status: 'nosuch' }), 'status');
  const { rowsTotal } = await made(asker.client, EXPORTS, { approvalId, status: 'sold' });
  assert.equal(rowsTotal, leads);
  refused(await asker.client.post(EXPORTS, { approvalId, status: 'sold' }), 403, 'FORBIDDEN');
  refused(await asker.client.post('/api/v1/leads/export', { approvalId, status: 'sold' }), 403, 'FORBIDDEN');
  await workExports(scene.app);
});

test('a file is for its maker alone, and for one who has just shown a second factor', async () => {
  const id = await begun();
  await workExports(scene.app);
  for (const other of [second, await person('admin')]) {
    for (const answer of [await other.client.get(`${EXPORTS}/${id}`), await fileOf(id, other)])
      refused(answer, 404, 'NOT_FOUND');
    refused(await other.client.delete(`${EXPORTS}/${id}`), 404, 'NOT_FOUND');
    assert.deepEqual((await other.client.get(EXPORTS)).json.data, []);
  }
  refused(await (await person('compliance')).client.get(EXPORTS), 403, 'FORBIDDEN');
  refused(await scene.admin.get(EXPORTS), 403, 'FORBIDDEN');
  await scene.app.owner.query({
    text: `UPDATE sessions SET stepped_up_at = now() - interval '6 minutes' WHERE session_id = $1`,
    values: [asker.sessionId],
  });
  await new Promise((resolve) => setTimeout(resolve, 1100));
  refused(await fileOf(id), 403, 'STEP_UP_REQUIRED');
  await scene.app.owner.query({
    text: 'UPDATE sessions SET stepped_up_at = now() WHERE session_id = $1',
    values: [asker.sessionId],
  });
  await new Promise((resolve) => setTimeout(resolve, 1100));
});

/** A vault that fails once some leads were opened, as if its process had ended there. */
function failingVault(vault: Vault, most: number): Vault {
  let opened = 0;
  return {
    ...vault,
    async subjectKey(tenantId, subjectId) {
      opened += 1;
      if (opened > most) throw new Error('the worker was killed');
      return vault.subjectKey(tenantId, subjectId);
    },
  };
}

test('a worker that ends in the middle loses nothing: the next goes on behind the last part', async () => {
  const id = await begun();
  const { vault } = scene.app.runtime;
  const failures = await workExports(scene.app, { leadsPerPart: 2, vault: failingVault(vault, 4) });
  assert.equal(failures.length, 1);
  const stuck = await stateOf(id);
  assert.deepEqual([stuck.status, stuck.rowsDone], ['running', 2]);
  await recoverExports(scene.app.runtime, scene.tenantId);
  assert.equal((await stateOf(id)).rowsDone, 2, 'nobody takes it up while somebody may be at it');
  await over(id);
  await recoverExports(scene.app.runtime, scene.tenantId);
  assert.deepEqual(await workExports(scene.app, { leadsPerPart: 2 }), []);
  assert.equal((await stateOf(id)).status, 'done');
  assert.equal((await fileOf(id)).json.data.rows, leads);
  const shown = (await eventsAbout(id)).filter(({ action }) => action === 'lead.export').flatMap(({ ids }) => ids);
  assert.equal(shown.length, leads, 'each lead stands once in what was kept');
});

test('an export that fails again and again is given up, and says so', async () => {
  const id = await begun();
  const vault = failingVault(scene.app.runtime.vault, 0);
  for (let tries = 0; tries < 11; tries += 1) {
    await workExports(scene.app, { vault });
    await over(id);
    await recoverExports(scene.app.runtime, scene.tenantId);
  }
  const { status, reason } = await stateOf(id);
  assert.deepEqual([status, reason], ['failed', 'gave_up']);
  refused(await fileOf(id), 410, 'GONE');
});

test('who sees something else than when the export was asked for gets no file', async () => {
  const [one, other] = [await begun(), await begun()];
  await workExports(scene.app);
  const late = await begun();
  await scene.under('admin', { email: 'hidden' }, async () => {
    refused(await fileOf(one), 409, 'CONFLICT');
    await workExports(scene.app);
    const { status, reason } = await stateOf(late);
    assert.deepEqual([status, reason], ['expired', 'rights_changed']);
  });
  assert.equal((await fileOf(other)).status, 200);
});

/** Whether the key of a file still opens anything. */
async function keyIsThere(id: string): Promise<boolean> {
  const rows = await scene.app.keystoreOwner.query<{ there: boolean }>({
    text: 'SELECT wrapped IS NOT NULL AS there FROM subject_keys WHERE subject_id = $1',
    values: [id],
  });
  return rows.some(({ there }) => there);
}

test('a file is gone after a day, and its key with it', async () => {
  const id = await begun();
  await workExports(scene.app);
  assert.deepEqual([await partsOf(id), await keyIsThere(id)], [1, true]);
  await scene.app.owner.query({ text: 'UPDATE exports SET expires_at = now() WHERE export_id = $1', values: [id] });
  refused(await fileOf(id), 410, 'GONE');
  await sweepExports(scene.app.runtime, scene.tenantId);
  const { status, reason } = await stateOf(id);
  assert.deepEqual([status, reason], ['expired', 'too_old']);
  assert.deepEqual([await partsOf(id), await keyIsThere(id)], [0, false]);
});

test('a file that is being made ends where its maker may see less by now, or has another role', async () => {
  const users = (set: string, userId: string): Promise<unknown> =>
    scene.app.owner.query({ text: `UPDATE users SET ${set} WHERE user_id = $1`, values: [userId] });
  for (const change of ['pii_access = false', `role = 'owner'`]) {
    const maker = await person('admin');
    const id = await begun(maker);
    await users(change, maker.userId);
    await workExports(scene.app);
    const [kept] = await scene.app.owner.query<{ reason: string | null }>({
      text: 'SELECT reason FROM exports WHERE export_id = $1',
      values: [id],
    });
    assert.equal(kept?.reason, 'rights_changed', change);
    assert.equal(
      (await eventsAbout(id)).filter(({ action }) => action === 'lead.export').length,
      0,
      'nothing is opened',
    );
  }
});

test('a file goes with the account of its maker', async () => {
  const leaver = await person('admin');
  const id = await begun(leaver);
  await workExports(scene.app);
  const waiting = await begun(leaver);
  await scene.app.owner.query({
    text: `UPDATE users SET status = 'inactive' WHERE user_id = $1`,
    values: [leaver.userId],
  });
  await workExports(scene.app);
  assert.equal(await partsOf(waiting), 0, 'what is not made yet is not made');
  await sweepExports(scene.app.runtime, scene.tenantId);
  const rows = await scene.app.owner.query<{ reason: string }>({
    text: 'SELECT reason FROM exports WHERE made_by = $1',
    values: [leaver.userId],
  });
  assert.deepEqual(rows, [{ reason: 'maker_gone' }, { reason: 'maker_gone' }]);
  assert.deepEqual([await partsOf(id), await keyIsThere(id)], [0, false]);
});

test('its maker takes a file away, or stops its making', async () => {
  const id = await begun();
  assert.equal((await asker.client.delete(`${EXPORTS}/${id}`)).status, 200);
  assert.deepEqual(await workExports(scene.app), []);
  const { status, reason, rowsDone } = await stateOf(id);
  assert.deepEqual([status, reason, rowsDone], ['expired', 'deleted', 0]);
  refused(await fileOf(id), 410, 'GONE');
});

test('a lead that is erased takes every file along that it is in, and is in none that is made later', async () => {
  const id = await begun();
  await workExports(scene.app);
  const { runtime } = scene.app;
  const posted = await scene.market.post(scene.market.lead({ firstName: 'Qerased' }));
  const { leadId } = posted.json;
  const with1 = await begun();
  await workExports(scene.app);
  assert.ok((await fileOf(with1)).text.includes('Qerased'));
  await runtime.tenancy.withTenant(systemContext(scene.tenantId), (tx) => purgeSubject(ALL_HOLDINGS, tx, leadId));
  await runtime.vault.shred(scene.tenantId, leadId);
  refused(await fileOf(with1), 410, 'GONE');
  assert.equal((await stateOf(with1)).reason, 'lead_erased');
  assert.equal((await fileOf(id)).status, 200);
  const later = await begun();
  assert.deepEqual(await workExports(scene.app), []);
  const file = await fileOf(later);
  assert.deepEqual([file.json.data.rows, file.text.includes('Qerased')], [leads + 1, false]);
});

test('nothing of a lead stands in clear beside the sealed file', async () => {
  const id = await begun();
  await workExports(scene.app);
  assert.equal((await fileOf(id)).status, 200);
  const { owner } = scene.app;
  assert.deepEqual(await placesOf(owner, [VALUES.firstName, VALUES.email, VALUES.referral], []), []);
});

test('nothing failed in silence', () => assert.deepEqual(scene.app.problems, []));
