import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { sweepExports } from '../../src/leads/intake/index.ts';
import { beginExport, EXPORTS_PATH } from '../kit/ask-exports.ts';
import { type FeedReader, readFeed } from '../kit/feed-reader.ts';
import { startApp, type TestApp } from '../kit/app.ts';
import type { Client } from '../kit/client.ts';
import { type Market, startMarket } from '../kit/market.ts';
import { type Person, personOf } from '../kit/people.ts';
import { workExports } from '../kit/work-exports.ts';

const LEADS = 5;
let app: TestApp;
let admin: Client;
let tenantId: string;
let asker: Person;
let second: Person;
let market: Market;

before(async () => {
  app = await startApp();
  ({ admin, tenantId } = await app.tenant());
  market = await startMarket(app, admin, { buyers: [{}] });
  for (let posted = 0; posted < LEADS; posted += 1) await market.post();
  asker = await person('admin');
  second = await person('owner');
});
after(async () => {
  await market.stop();
  await app.stop();
  assert.deepEqual(app.problems, []);
});

const person = (role: 'admin' | 'owner' | 'compliance'): Promise<Person> => personOf(app, { tenantId, role });

const follow = ({ cookie }: Pick<Person, 'cookie'>): Promise<FeedReader> =>
  readFeed(app, { cookie }, `${EXPORTS_PATH}/progress`);

interface Told {
  readonly id: string;
  readonly status: string;
  readonly rowsDone: number;
  readonly rowsTotal: number;
}

/** What a stream told of one export, in the order told. */
const toldOf = ({ events }: FeedReader, id: string): Told[] =>
  events.flatMap(({ event, data }): Told[] => (event === 'exports' ? data : [])).filter((one) => one.id === id);
const isTold = (id: string, status: string) => (reader: FeedReader) =>
  toldOf(reader, id).some((told) => told.status === status);

test('progress is told from the first lead to the last, and the stream ends when nothing is left to tell', async () => {
  const id = await beginExport(asker, second);
  const reader = await follow(asker);
  assert.deepEqual([reader.status, reader.contentType], [200, 'text/event-stream']);
  await reader.until(isTold(id, 'queued'));
  await workExports(app, { leadsPerPart: 1 });
  await reader.until((one) => one.isOver());
  const told = toldOf(reader, id);
  assert.deepEqual(
    told.map(({ rowsDone }) => rowsDone),
    told.map(({ rowsDone }) => rowsDone).toSorted((a, b) => a - b),
  );
  const { status, rowsDone, rowsTotal } = told.at(-1) ?? {};
  assert.deepEqual([status, rowsDone, rowsTotal], ['done', LEADS, LEADS]);
  assert.deepEqual(reader.events.at(-1), { event: 'end', id: undefined, data: { reason: 'all_done' } });
});

test('who comes again, after a reload or a lost line, hears the whole state first', async () => {
  const id = await beginExport(asker, second);
  const first = await follow(asker);
  await first.until(isTold(id, 'queued'));
  first.close();
  await workExports(app, { leadsPerPart: 2 });
  const again = await follow(asker);
  await again.until((one) => one.isOver());
  assert.equal(toldOf(again, id)[0]?.status, 'done');
});

test('one hears of the own exports alone, and who may not export of none', async () => {
  const id = await beginExport(asker, second);
  const other = await follow(second);
  await other.until((one) => one.isOver());
  assert.deepEqual(toldOf(other, id), []);
  assert.equal((await follow(await person('compliance'))).status, 403);
  const { key } = (await admin.post('/api/v1/auth/api-keys', { name: 'k' })).json.data;
  const asKey = await readFeed(app, { authorization: `Bearer ${key}` }, `${EXPORTS_PATH}/progress`);
  assert.equal(asKey.status, 403);
  await workExports(app);
});

test('an export says what it is of and who approved it, tests told apart from real leads', async () => {
  const real = await beginExport(asker, second, { isTest: 'false', status: 'sold' });
  const tests = await beginExport(asker, second, { isTest: 'true' });
  await workExports(app);
  const [newest, older] = (await asker.client.get(EXPORTS_PATH)).json.data;
  assert.deepEqual([newest.id, newest.rowsDone, newest.terms], [tests, 0, { isTest: 'true' }]);
  assert.deepEqual([older.id, older.rowsDone, older.terms], [real, LEADS, { isTest: 'false', status: 'sold' }]);
  assert.equal(older.approvedBy, second.userId);
});

const setTimes = (id: string, ago: string): Promise<unknown> =>
  app.owner.query({
    text: `UPDATE exports SET finished_at = now() - $2::interval, expires_at = now() - $2::interval
      WHERE export_id = $1`,
    values: [id, ago],
  });
const isThere = async (id: string): Promise<boolean> =>
  (await asker.client.get(`${EXPORTS_PATH}/${id}`)).status === 200;

test('what became of a file that is gone is told for a month, then nothing is left of it but the trail', async () => {
  const [old, recent, kept] = [
    await beginExport(asker, second),
    await beginExport(asker, second),
    await beginExport(asker, second),
  ];
  await workExports(app);
  await setTimes(old, '31 days');
  await setTimes(recent, '29 days');
  await sweepExports(app.runtime, tenantId);
  assert.deepEqual([await isThere(old), await isThere(recent), await isThere(kept)], [false, true, true]);
  const parts = await app.owner.query({ text: 'SELECT 1 FROM export_parts WHERE export_id = $1', values: [old] });
  assert.equal(parts.length, 0);
  const trail = await admin.get(`/api/v1/audit-logs?entityId=${old}`);
  const actions = trail.json.data.map(({ action }: { action: string }) => action);
  assert.ok(actions.includes('export.create') && actions.includes('export.end'), actions.join());
});

test('a file whose key is not destroyed yet is not forgotten, however old', async () => {
  const id = await beginExport(asker, second);
  await workExports(app);
  await setTimes(id, '31 days');
  const { vault } = app.runtime;
  const broken = { ...vault, shred: () => Promise.reject(new Error('the keystore is away')) };
  await assert.rejects(sweepExports({ ...app.runtime, vault: broken }, tenantId), /keystore is away/);
  assert.equal(await isThere(id), true);
  await sweepExports(app.runtime, tenantId);
  assert.equal(await isThere(id), false);
});
