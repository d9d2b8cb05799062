import assert from 'node:assert/strict';
import { test } from 'node:test';
import { MOST_FAILURES, REST_MS } from '../../src/leads/checks/domain/vendor-health.ts';
import { type FailMode, checkedBy, checksOf, type TestVendor, testVendors } from '../kit/checks.ts';
import { fileOf, rowOf, startImport, workImports } from '../kit/lead-files.ts';
import type { Market } from '../kit/market.ts';
import { personOf } from '../kit/people.ts';
import { assertNoProblems, testPlace } from '../kit/place.ts';

let passedMs = 0;
const place = testPlace({ clock: { now: () => new Date(Date.now() + passedMs) } });
const vendorOf = testVendors(place);
/** Longer than a whole post takes, so that who waits for a vendor is told from who does not. */
const TIMEOUT_MS = 900;

const askedOf = ({ simulator }: TestVendor): number => simulator.received().length;

/** A market whose vendor has just failed too often; what is posted at once fails at once. */
async function downed(failMode: FailMode): Promise<{ m: Market; vendor: TestVendor }> {
  const m = await place().market({ buyers: [{}] });
  const vendor = await vendorOf({ timeoutMs: TIMEOUT_MS }, 'silent');
  await checkedBy(place(), m, [[vendor, failMode]]);
  await Promise.all(Array.from({ length: MOST_FAILURES }, () => m.post()));
  assert.equal(askedOf(vendor), MOST_FAILURES);
  return { m, vendor };
}

test('nobody waits for a vendor that is down, and each lead says so', async () => {
  const { m, vendor } = await downed('accept');
  const other = await vendorOf({ kind: 'email' });
  await checkedBy(place(), m, [
    [vendor, 'accept'],
    [other, 'refuse'],
  ]);
  for (let count = 1; count <= 3; count += 1) {
    const startedAt = performance.now();
    const answer = await m.post();
    assert.ok(performance.now() - startedAt < TIMEOUT_MS, 'it was waited for');
    assert.equal(answer.json.data.status, 'sold', answer.text);
    const checks = await checksOf(place(), answer.json.leadId);
    assert.deepEqual(
      checks.map(({ result, askedAt, durationMs, fromCache }) => [result, askedAt === null, durationMs, fromCache]),
      [
        ['vendor_down', true, null, false],
        ['clear', false, checks[1].durationMs, false],
      ],
    );
    assert.equal(askedOf(other), count);
  }
  assert.equal(askedOf(vendor), MOST_FAILURES);
});

test('where an answer is needed, a vendor that is down refuses, as one that does not answer', async () => {
  const { m, vendor } = await downed('refuse');
  const answer = await m.post();
  assert.equal(answer.json.result, 'rejected', answer.text);
  assert.match(answer.json.msg, /gave no answer/);
  const log = await place().admin.get(`/api/admin/check-log?campaignId=${m.campaignId}&limit=1`);
  assert.deepEqual([log.json.data[0].result, log.json.data[0].leadId], ['vendor_down', null]);
  assert.equal(askedOf(vendor), MOST_FAILURES);
  assert.equal(m.buyers[0]?.simulator.received().length, 0);
});

test('after its rest one lead tries the vendor, and the others go on without', async () => {
  const { m, vendor } = await downed('accept');
  const posts = (count: number) => Promise.all(Array.from({ length: count }, () => m.post()));
  passedMs += REST_MS;
  await posts(6);
  assert.equal(askedOf(vendor), MOST_FAILURES + 1, 'one asks for all');
  await posts(2);
  assert.equal(askedOf(vendor), MOST_FAILURES + 1, 'the trial failed: it rests again');
  vendor.simulator.control({ behaviour: 'clear' });
  passedMs += REST_MS;
  await m.post();
  assert.equal(askedOf(vendor), MOST_FAILURES + 2);
  await posts(4);
  assert.equal(askedOf(vendor), MOST_FAILURES + 6, 'it is back, and asked about everybody');
});

test('whoever tries a vendor by hand asks it in any case, and another address is another vendor', async () => {
  const { m, vendor } = await downed('accept');
  const tried = await place().admin.post(`/api/v1/check-vendors/${vendor.id}/try`, {});
  assert.equal(tried.json.data.result, 'timed_out', tried.text);
  assert.equal(askedOf(vendor), MOST_FAILURES + 1);
  const url = `${vendor.simulator.url}/elsewhere`;
  assert.equal((await place().admin.patch(`/api/v1/check-vendors/${vendor.id}`, { url })).status, 200);
  vendor.simulator.control({ behaviour: 'clear' });
  const answer = await m.post();
  assert.equal((await checksOf(place(), answer.json.leadId))[0]?.result, 'clear');
});

test('errors that come fast count like silence, and one answer in between counts for health', async () => {
  const m = await place().market({ buyers: [{}] });
  const vendor = await vendorOf({}, 'status_500');
  await checkedBy(place(), m, [[vendor, 'accept']]);
  const post = async (times: number, behaviour: 'status_500' | 'unknown' | 'reset'): Promise<void> => {
    vendor.simulator.control({ behaviour });
    for (let count = 0; count < times; count += 1) await m.post();
  };
  await post(MOST_FAILURES - 1, 'status_500');
  await post(1, 'unknown');
  await post(MOST_FAILURES, 'reset');
  assert.equal(askedOf(vendor), 2 * MOST_FAILURES);
  await post(1, 'unknown');
  assert.equal(askedOf(vendor), 2 * MOST_FAILURES);
});

test('rows of a file do not wait for a vendor that is down either', async () => {
  const m = await place().market({ buyers: [{}] });
  const vendor = await vendorOf({ timeoutMs: TIMEOUT_MS }, 'silent');
  await checkedBy(place(), m, [[vendor, 'accept']]);
  const { client } = await personOf(place().app, { tenantId: place().tenantId, role: 'admin' });
  const rows = Array.from({ length: 100 }, () => rowOf());
  const startedAt = performance.now();
  await startImport(client, m.campaignId, fileOf(rows));
  assert.deepEqual(await workImports(place().app), []);
  assert.equal(askedOf(vendor), 8, 'eight were asked about before the first failure was heard');
  assert.ok(performance.now() - startedAt < 8 * TIMEOUT_MS, 'the rows waited one by one');
});

assertNoProblems(place);
