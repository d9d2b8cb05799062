import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { parse } from 'csv-parse/sync';
import { setTimeout as sleep } from 'node:timers/promises';
import { createChance } from '../../kit/chance.ts';
import { IMPORTS_PATH, uploadFile } from '../../kit/lead-files.ts';
import { checkRows } from '../promises.ts';
import { IMPORT_FIELDS, makeImportFile } from './import-file.ts';
import { type ImportPlace, startImportPlace } from './import-place.ts';
import { type Seen, watchImport } from './watch-import.ts';

/** `CAREROUTE_IMPORT_ROWS=100000 CAREROUTE_IMPORT_KILLS=5 npm run test:import` is the long form. */
const ROWS = Number(process.env['CAREROUTE_IMPORT_ROWS'] ?? 1500);
const KILLS = Number(process.env['CAREROUTE_IMPORT_KILLS'] ?? 2);
const SEED = Number(process.env['CAREROUTE_IMPORT_SEED'] ?? 1);
/** A worker that is gone is waited for; the short form does not wait. */
const WAITS = ROWS > 10_000;
const DELIVERED_LIMIT_MS = 60_000 + ROWS * 100;
const CAPPED = Math.floor(ROWS / 5);

const chance = createChance(SEED);
const file = makeImportFile(ROWS, chance);
const wanted = (outcome: string): number => file.expected.filter((row) => row.outcome === outcome).length;

let place: ImportPlace;
let importId: string;
before(async () => {
  place = await startImportPlace(CAPPED);
});
after(() => place.stop());

const one = async <Row>(text: string, ...values: unknown[]): Promise<Row | undefined> =>
  (await place.application.query<Row>({ text, values }))[0];

test(`${ROWS} rows through ${KILLS} kills of the product: progress rises to the end`, async (t) => {
  for (const [index, post] of file.before.entries()) {
    // A key is claimed for longer than the import takes; a body by itself is not.
    const answer = await place.market.post(place.market.lead(post), { 'idempotency-key': `before-${index}` });
    assert.equal(answer.json.data.status, 'sold', answer.text);
  }
  importId = await uploadFile(place.owner, place.market.campaignId, file.bytes, 512 * 1024);
  const startedAt = Date.now();
  const begun = await place.owner.post(`${IMPORTS_PATH}/${importId}/start`, { hasHeader: true, fields: IMPORT_FIELDS });
  assert.equal(begun.status, 200, begun.text);
  const seen: Seen[] = [];
  for (let kill = 1; kill <= KILLS; kill += 1) {
    const row = Math.floor((ROWS * (kill - 1 + chance.between(10, 90) / 100)) / (KILLS + 1));
    await watchImport(place, importId, { row, seen, startedAt });
    await sleep(chance.between(0, 300));
    await place.kill();
    if (!WAITS) await bringForward();
  }
  const last = await watchImport(place, importId, { row: Infinity, seen, startedAt });
  assert.deepEqual([last.status, last.rowsDone], ['done', ROWS]);
  assert.ok(new Set(seen.map(({ rowsDone }) => rowsDone)).size > KILLS, 'progress was not told on the way');
  report(t, seen);
});

/** Lets the time come in which somebody else takes up what a worker left. */
const bringForward = (): Promise<unknown> =>
  place.application.query({
    text: `UPDATE lead_imports SET resume_at = now() - interval '1 second' WHERE import_id = $1 AND status = 'running'`,
    values: [importId],
  });

function report(t: { diagnostic(text: string): void }, seen: readonly Seen[]): void {
  const seconds = (seen.at(-1)?.at ?? 0) / 1000;
  const quarters = [0, 1, 2, 3].map((quarter) => {
    const within = seen.filter(({ rowsDone }) => Math.min(3, Math.floor((rowsDone * 4) / ROWS)) === quarter);
    return Math.max(0, ...within.map(({ residentMb }) => residentMb));
  });
  t.diagnostic(`${ROWS} rows in ${seconds.toFixed(0)} s, ${(ROWS / seconds).toFixed(0)} rows/s with the kills`);
  const endOf = (quarter: number): number => seen.find(({ rowsDone }) => rowsDone * 4 >= ROWS * quarter)?.at ?? 0;
  const rates = [1, 2, 3, 4].map(
    (quarter) => ROWS / 4 / ((endOf(quarter) - (quarter > 1 ? endOf(quarter - 1) : 0)) / 1000),
  );
  t.diagnostic(`rows/s by quarters of the file: ${rates.map((rate) => rate.toFixed(0)).join(', ')}`);
  t.diagnostic(`most memory of the product by quarters of the file: ${quarters.join(', ')} MB`);
}

test('every row has one result, the one that it must have, and so says the report', async (t) => {
  const rows = await place.application.query<{ number: number; outcome: string; code: string | null }>({
    text: `SELECT number, outcome, code FROM lead_import_rows WHERE import_id = $1 ORDER BY number`,
    values: [importId],
  });
  assert.deepEqual(
    rows,
    file.expected.map((row, index) => ({ number: index + 1, ...row })),
  );
  const { data } = (await place.owner.get(`${IMPORTS_PATH}/${importId}`)).json;
  assert.deepEqual(
    [data.rowsTotal, data.rowsDone, data.rowsAccepted, data.rowsRejected, data.rowsInvalid],
    [ROWS, ROWS, wanted('accepted'), wanted('rejected'), wanted('invalid')],
  );
  const startedAt = Date.now();
  const answer = await place.owner.get(`${IMPORTS_PATH}/${importId}/report`);
  assert.equal(answer.status, 200, answer.text.slice(0, 500));
  t.diagnostic(`the report of ${ROWS} rows came in ${Date.now() - startedAt} ms`);
  const lines = parse<Record<string, string>>(answer.json.data.content as string, { columns: true });
  assert.deepEqual(
    lines.map((line) => [line['row'], line['outcome'], line['reason']]),
    file.expected.map(({ outcome, code }, index) => [String(index + 1), outcome, code ?? '']),
  );
});

test('its last page is there, and comes soon', async (t) => {
  const startedAt = Date.now();
  const answer = await place.owner.get(`${IMPORTS_PATH}/${importId}/rows?limit=50&offset=${ROWS - 50}`);
  t.diagnostic(`the last 50 rows came in ${Date.now() - startedAt} ms`);
  assert.equal(answer.json.data.at(-1).number, ROWS);
  assert.equal(answer.json.pagination.total, ROWS);
});

test('no lead is there twice, none is lost, and all are sold within caps, with a ledger that adds up', async (t) => {
  const leads = wanted('accepted') + file.before.length;
  const { campaignId, buyers } = place.market;
  const twice = await one(
    `SELECT count(*)::int AS leads, count(DISTINCT r.lead_id)::int AS rows FROM leads AS l
      LEFT JOIN lead_import_rows AS r ON r.lead_id = l.lead_id AND r.import_id = $2 WHERE l.campaign_id = $1`,
    campaignId,
    importId,
  );
  assert.deepEqual(twice, { leads, rows: wanted('accepted') });
  const same = await one(
    `SELECT count(*)::int AS same FROM (SELECT token FROM lead_tokens JOIN leads USING (tenant_id, lead_id)
      WHERE campaign_id = $1 GROUP BY token HAVING count(*) > 1) AS t`,
    campaignId,
  );
  assert.deepEqual(same, { same: 0 }, 'a person is a lead twice');
  await delivered(campaignId, t);
  const checkedAt = Date.now();
  await checkRows(
    place.application,
    [campaignId],
    buyers.map(({ contractId }) => contractId),
  );
  t.diagnostic(`all promises are checked in ${((Date.now() - checkedAt) / 1000).toFixed(0)} s`);
  const sold = await place.application.query<{ contractId: string; sales: number }>({
    text: `SELECT contract_id AS "contractId", count(*)::int AS sales FROM sales WHERE status = 'settled'
      AND contract_id = ANY($1) GROUP BY 1`,
    values: [buyers.map(({ contractId }) => contractId)],
  });
  const salesOf = (index: number) => sold.find(({ contractId }) => contractId === buyers[index]?.contractId)?.sales;
  assert.deepEqual([salesOf(0), salesOf(1)], [CAPPED, leads - CAPPED]);
  for (const { simulator } of buyers) {
    const taken = simulator.received();
    assert.equal(new Set(taken.map(({ body }) => body['email'])).size, taken.length, 'a buyer has a lead twice');
  }
  const size = await one<{ mb: number }>('SELECT round(pg_database_size(current_database()) / 1e6)::int AS mb');
  t.diagnostic(`the database holds ${size?.mb} MB`);
});

/** Lets the time come in which these sales are taken up by somebody else, or sent again. */
const hurry = (which: string): Promise<unknown> =>
  place.application.query({ text: `UPDATE sales SET resume_at = resume_at - interval '2 minutes' WHERE ${which}` });

/** Waits until each lead is sold: rows of files leave their deliveries to the queue. */
async function delivered(campaignId: string, t: { diagnostic(text: string): void }): Promise<void> {
  const startedAt = Date.now();
  if (!WAITS) await hurry(`status = 'delivering'`);
  for (;;) {
    const left = await one<{ leads: number }>(
      `SELECT count(*)::int AS leads FROM leads WHERE campaign_id = $1 AND status <> 'sold'`,
      campaignId,
    );
    if (left?.leads === 0) break;
    assert.ok(Date.now() - startedAt < DELIVERED_LIMIT_MS, `${left?.leads} leads are not sold`);
    if (!WAITS) await hurry(`status = 'uncertain' AND resume_at > now()`);
    await sleep(WAITS ? 2000 : 250);
  }
  t.diagnostic(`all are delivered ${((Date.now() - startedAt) / 1000).toFixed(0)} s later`);
}
