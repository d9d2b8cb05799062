import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sweepSuppression } from '../../src/core/consent/index.ts';
import { sweepPings } from '../../src/leads/bidding/index.ts';
import { sweepCheckAnswers } from '../../src/leads/checks/index.ts';
import { sweepClaims } from '../../src/leads/intake/jobs.ts';
import { checkedBy, testVendors } from '../kit/checks.ts';
import { assertNoProblems, testPlace } from '../kit/place.ts';
import { made } from '../kit/refusals.ts';

const place = testPlace();
const vendorOf = testVendors(place);

const sql = <Row>(text: string, ...values: unknown[]) => place().app.owner.query<Row>({ text, values });
const sorted = (ids: readonly string[]): string[] => ids.toSorted((a, b) => a.localeCompare(b));
const idsOf = async (text: string, ...values: unknown[]): Promise<string[]> =>
  sorted((await sql<{ id: string }>(text, ...values)).map(({ id }) => id));

type Sweep = typeof sweepPings;
const sweep = (one: Sweep, now = new Date()): Promise<void> => one(place().app.runtime.tenancy, place().tenantId, now);
const DAYS = 24 * 3_600_000;

test('pings of which nothing came go after three months, those that became leads stay with their bids', async () => {
  const m = await place().market({ buyers: [{}] });
  const ping = async (): Promise<string> => {
    const answer = await m.posting.post('/api/v1/leads/ping', { state: 'TX', zipCode: '78701' });
    assert.equal(answer.status, 200, answer.text);
    return answer.json.pingId ?? answer.json.data.pingId;
  };
  const [idle, used] = [await ping(), await ping()];
  const posted = await m.post(m.lead({ pingId: used }));
  assert.equal(posted.json.data.status, 'sold', posted.text);
  const all = () => idsOf('SELECT ping_id AS id FROM pings WHERE campaign_id = $1', m.campaignId);
  const bids = () => idsOf('SELECT ping_id AS id FROM ping_bids WHERE ping_id = ANY($1)', [idle, used]);
  await sweep(sweepPings, new Date(Date.now() + 89 * DAYS));
  assert.deepEqual(await all(), sorted([idle, used]));
  await sweep(sweepPings, new Date(Date.now() + 91 * DAYS));
  assert.deepEqual([await all(), await bids()], [[used], [used]]);
  const log = await place().admin.get(`/api/admin/ping-log/${used}`);
  assert.equal(log.json.data.leadId, posted.json.leadId, log.text);
});

test('entries of suppression lists go once they have run out, and no sooner', async () => {
  const list = (value: string, more: object = {}) =>
    made(place().admin, '/api/v1/suppression', { type: 'email', value, ...more });
  const soon = new Date(Date.now() + DAYS).toISOString();
  const [over, ends, stays] = [
    await list('over@example.com', { expiresAt: soon }),
    await list('ends@example.com', { expiresAt: soon }),
    await list('stays@example.com'),
  ];
  await sql(`UPDATE suppression_entries SET expires_at = now() - interval '1 s' WHERE id = $1`, over.id);
  await sweep(sweepSuppression);
  const left = () => idsOf('SELECT id FROM suppression_entries WHERE tenant_id = $1', place().tenantId);
  assert.deepEqual(await left(), sorted([ends.id, stays.id]));
  await sweep(sweepSuppression, new Date(Date.now() + 2 * DAYS));
  assert.deepEqual(await left(), [stays.id]);
});

test('claims and answers of vendors go with their time, however many, and another tenant keeps its own', async () => {
  const m = await place().market({ buyers: [{}] });
  const vendor = await vendorOf({ cacheDays: 2 });
  await checkedBy(place(), m, [[vendor, 'refuse']]);
  const posted = await m.post();
  const { tenantId: other } = await place().app.tenant('Other');
  await sql(
    `INSERT INTO intake_claims (tenant_id, campaign_id, claim, payload_hash, lead_id, expires_at)
      SELECT t, c.campaign_id, sha256(n::text::bytea), c.payload_hash, c.lead_id, now() - interval '1 day'
      FROM intake_claims AS c, unnest($2::uuid[]) AS t, generate_series(1, 2500) AS n WHERE c.lead_id = $1`,
    posted.json.leadId,
    [place().tenantId, other],
  );
  const claims = async (tenantId: string) =>
    (await sql<{ n: number }>('SELECT count(*)::int AS n FROM intake_claims WHERE tenant_id = $1', tenantId))[0]?.n;
  const live = ((await claims(place().tenantId)) ?? 0) - 2500;
  await sweep(sweepClaims);
  assert.deepEqual([await claims(place().tenantId), await claims(other)], [live, 2500]);
  const answers = () => idsOf('SELECT vendor_id AS id FROM check_answers WHERE vendor_id = $1', vendor.id);
  await sweep(sweepCheckAnswers);
  assert.deepEqual(await answers(), [vendor.id]);
  await sweep(sweepCheckAnswers, new Date(Date.now() + 3 * DAYS));
  assert.deepEqual(await answers(), []);
});

assertNoProblems(place);
