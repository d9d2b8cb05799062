import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { SubmitRows } from '../../src/leads/intake/index.ts';
import { recoverImports } from '../../src/leads/imports/index.ts';
import { fileOf, IMPORTS_PATH, rowOf, startImport, workImports } from '../kit/lead-files.ts';
import type { Market } from '../kit/market.ts';
import { personOf } from '../kit/people.ts';
import { pingLogged } from '../kit/pings.ts';
import { assertNoProblems, testPlace } from '../kit/place.ts';

const place = testPlace();
const sql = <Row>(text: string, ...values: unknown[]) =>
  place().app.owner.query<Row & Record<string, unknown>>({ text, values });

/** Sends so many rows into the market's campaign; gives the import and whoever made it. */
async function begin(m: Market, rows: readonly string[]) {
  const { client } = await personOf(place().app, { tenantId: place().tenantId, role: 'admin' });
  return { client, id: await startImport(client, m.campaignId, fileOf(rows)) };
}

interface Sold {
  readonly leadId: string;
  readonly contractId: string;
  readonly priceCents: number;
  readonly pingId: string | null;
}

const salesOf = (m: Market): Promise<Sold[]> =>
  sql<Sold>(
    `SELECT s.lead_id AS "leadId", s.contract_id AS "contractId", s.price_cents AS "priceCents", s.ping_id AS "pingId"
      FROM sales AS s JOIN leads AS l USING (tenant_id, lead_id) WHERE l.campaign_id = $1`,
    m.campaignId,
  );

/** Of a campaign whose bids are all waited for, however busy the machine is. */
const PATIENT = { pingDeadlineMs: 10_000 };

const manyRows = (count: number): string[] => Array.from({ length: count }, () => rowOf());

test('each row asks who bids, is reserved for the highest at its bid, and stands in the ping log', async () => {
  const fixed = { contract: { price: '25.00' } };
  const m = await place().market({
    campaign: PATIENT,
    buyers: [{ bids: { bid: '31.50', delayMs: 200 } }, { bids: { bid: '12.00' } }, fixed],
  });
  const [best, low] = m.buyers;
  const { client, id } = await begin(m, manyRows(20));
  let most = 0;
  const watch = setInterval(() => {
    most = Math.max(most, best?.simulator.pings().filter(({ tookMs }) => tookMs === null).length ?? 0);
  }, 10);
  assert.deepEqual(await workImports(place().app), []);
  clearInterval(watch);
  assert.ok(most > 1 && most <= 8, `${most} rows asked at the same moment`);
  const { status, rowsAccepted } = (await client.get(`${IMPORTS_PATH}/${id}`)).json.data;
  assert.deepEqual([status, rowsAccepted], ['done', 20]);
  const sales = await salesOf(m);
  assert.equal(sales.length, 20);
  assert.equal(new Set(sales.map(({ leadId }) => leadId)).size, 20);
  for (const sale of sales) assert.deepEqual([sale.contractId, sale.priceCents], [best?.contractId, 3150]);
  assert.deepEqual([best?.simulator.pings().length, low?.simulator.pings().length], [20, 20]);
  assert.equal(new Set(sales.map(({ pingId }) => pingId)).size, 20);
  const [sale] = sales;
  const ping = await pingLogged(place(), String(sale?.pingId));
  assert.deepEqual([ping.kind, ping.leadId, ping.outcome], ['submit', sale?.leadId, 'quoted']);
});

test('who does not answer by the campaign’s deadline loses the row, and rows of a group wait together', async () => {
  const fixed = { contract: { price: '9.00' } };
  const m = await place().market({
    campaign: { pingDeadlineMs: 1000 },
    buyers: [{ bids: { bid: '40.00', behaviour: 'silent' } }, fixed],
  });
  await begin(m, manyRows(24));
  const from = Date.now();
  assert.deepEqual(await workImports(place().app), []);
  const sales = await salesOf(m);
  assert.deepEqual(
    sales.map(({ contractId, priceCents }) => [contractId, priceCents]),
    sales.map(() => [m.buyers[1]?.contractId, 900]),
  );
  assert.equal(sales.length, 24);
  // By our own log: a buyer that is hung up on in time may not have heard the question yet.
  const asked = await sql('SELECT 1 FROM pings WHERE campaign_id = $1 AND asked = 1', m.campaignId);
  assert.equal(asked.length, 24);
  assert.ok(Date.now() - from < 24 * 1000, 'rows of a group wait together');
});

/** Rows are submitted so often, and then the process ends once the answer of the next group was lost, or never made. */
function dying(submitRows: SubmitRows, groups: number, isCommitted: boolean): SubmitRows {
  let given = 0;
  return async (group) => {
    given += 1;
    if (given <= groups) return submitRows(group);
    if (isCommitted) await submitRows(group);
    else await submitRows({ ...group, mayGoOn: () => Promise.reject(new Error('the worker was killed')) });
    throw new Error('the worker was killed');
  };
}

test('a worker that dies while it asks, or after it sold, loses no row and sells none twice', async () => {
  const m = await place().market({ campaign: PATIENT, buyers: [{ bids: { bid: '31.50' } }] });
  const { client, id } = await begin(m, manyRows(40));
  const { app, tenantId } = place();
  const { submitRows } = app.engine;
  const recover = async (): Promise<void> => {
    await sql(`UPDATE lead_imports SET resume_at = now() - interval '1 s' WHERE import_id = $1`, id);
    await recoverImports(app.runtime, tenantId);
  };
  assert.equal((await workImports(app, { submitRows: dying(submitRows, 1, false) })).length, 1);
  assert.equal((await salesOf(m)).length, 8, 'what was asked about and not committed is not sold');
  assert.equal(m.buyers[0]?.simulator.pings().length, 16);
  await recover();
  assert.equal((await workImports(app, { submitRows: dying(submitRows, 1, true) })).length, 1);
  await recover();
  assert.deepEqual(await workImports(app), []);
  const { status, rowsAccepted } = (await client.get(`${IMPORTS_PATH}/${id}`)).json.data;
  assert.deepEqual([status, rowsAccepted], ['done', 40]);
  const sales = await salesOf(m);
  assert.deepEqual([sales.length, new Set(sales.map(({ leadId }) => leadId)).size], [40, 40]);
  assert.equal(
    m.buyers[0]?.simulator.pings().length,
    48,
    'the eight rows of the group that died were asked about again',
  );
});

test('rows that are tests ask nobody', async () => {
  const m = await place().market({ buyers: [{ bids: { bid: '31.50' } }] });
  const { client } = await personOf(place().app, { tenantId: place().tenantId, role: 'admin' });
  await startImport(client, m.campaignId, fileOf(manyRows(3)), { isTest: true });
  assert.deepEqual(await workImports(place().app), []);
  assert.deepEqual([m.buyers[0]?.simulator.pings().length, (await salesOf(m)).length], [0, 0]);
});

assertNoProblems(place);
