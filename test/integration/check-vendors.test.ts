import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkedBy, testVendors } from '../kit/checks.ts';
import { assertNoProblems, testPlace } from '../kit/place.ts';

const place = testPlace();
const vendorOf = testVendors(place);
const PATH = '/api/v1/check-vendors';

test('the secret is never shown, and never goes to another host', async () => {
  const vendor = await vendorOf();
  const shown = await place().admin.get(`${PATH}/${vendor.id}`);
  assert.equal(shown.json.data.hasSecret, true);
  assert.doesNotMatch(shown.text, /secret-of-vendor/);
  const moved = await place().admin.patch(`${PATH}/${vendor.id}`, { url: 'https://other.example.com/' });
  assert.equal(moved.status, 400, moved.text);
  assert.match(moved.text, /secret/);
  const both = await place().admin.patch(`${PATH}/${vendor.id}`, {
    url: 'https://other.example.com/',
    secret: 'another-one',
  });
  assert.equal(both.status, 200, both.text);
  const rows = await place().app.owner.query<{ row: string }>({
    text: 'SELECT row_to_json(v)::text AS row FROM check_vendors AS v WHERE id = $1',
    values: [vendor.id],
  });
  assert.doesNotMatch(rows[0]?.row ?? '', /another-one/);
});

test('what is wrong with a vendor is named at its field', async () => {
  const good = { name: 'Good', kind: 'dnc', url: 'https://check.example.com/v1' };
  const wrong: readonly [Record<string, unknown>, string][] = [
    [{ url: 'http://check.example.com' }, 'url'],
    [{ url: 'https://me:pass@check.example.com' }, 'url'],
    [{ baaState: 'not_needed' }, 'baaReason'],
    [{ timeoutMs: 60_000 }, 'timeoutMs'],
    [{ cacheDays: 91 }, 'cacheDays'],
    [{ kind: 'credit' }, 'kind'],
    [{ secret: 'with space' }, 'secret'],
  ];
  for (const [change, field] of wrong) {
    const answer = await place().admin.post(PATH, { ...good, ...change });
    assert.equal(answer.status, 400, `${field}: ${answer.text}`);
    assert.match(answer.text, new RegExp(field));
  }
  assert.equal((await place().admin.post(PATH, good)).status, 201);
  assert.equal((await place().admin.post(PATH, good)).status, 409);
});

test('a vendor is tried with a contact of nobody alone, also without an agreement', async () => {
  const vendor = await vendorOf({ baaState: 'none' });
  const tried = await place().admin.post(`${PATH}/${vendor.id}/try`, {});
  assert.equal(tried.status, 200, tried.text);
  assert.deepEqual([tried.json.data.value, tried.json.data.result], ['+12025550142', 'clear']);
  const listed = await place().admin.post(`${PATH}/${vendor.id}/try`, { value: '(212) 555-0199' });
  assert.equal(listed.json.data.result, 'listed', listed.text);
  const real = await place().admin.post(`${PATH}/${vendor.id}/try`, { value: '+1 512 555 2368' });
  assert.equal(real.status, 400, real.text);
  assert.doesNotMatch(real.text, /2368/);
  assert.equal(vendor.simulator.received().length, 2);
  vendor.simulator.control({ behaviour: 'status_500' });
  const failed = await place().admin.post(`${PATH}/${vendor.id}/try`, {});
  assert.deepEqual([failed.status, failed.json.data.result], [200, 'http_error']);
  assert.match(failed.json.data.text, /secret/);
});

test('a vendor at an address that is not public is not asked', async () => {
  const made = await place().admin.post(PATH, { name: 'Inside', kind: 'dnc', url: 'https://10.0.0.7/check' });
  assert.equal(made.status, 201, made.text);
  const tried = await place().admin.post(`${PATH}/${made.json.data.id}/try`, {});
  assert.equal(tried.json.data.result, 'unreachable', tried.text);
});

test('the checks of a campaign name vendors that are there, each once, and keep their order', async () => {
  const m = await place().market({ buyers: [] });
  const [one, two] = [await vendorOf(), await vendorOf({ kind: 'phone' })];
  const path = `/api/v1/campaigns/${m.campaignId}/checks`;
  const of = (vendorId: string) => ({ vendorId, failMode: 'accept' });
  const foreign = await place().admin.put(path, { checks: [of(one.id), of('01900000-0000-7000-8000-000000000001')] });
  assert.equal(foreign.status, 400, foreign.text);
  assert.match(foreign.text, /checks\.1\.vendorId/);
  const twice = await place().admin.put(path, { checks: [of(one.id), of(one.id)] });
  assert.equal(twice.status, 400, twice.text);
  await checkedBy(place(), m, [
    [two, 'accept'],
    [one, 'refuse'],
  ]);
  const shown = (await place().admin.get(path)).json.data.checks;
  assert.deepEqual(
    shown.map(({ vendorId, failMode }: Record<string, string>) => [vendorId, failMode]),
    [
      [two.id, 'accept'],
      [one.id, 'refuse'],
    ],
  );
  const used = await place().admin.delete(`${PATH}/${one.id}`);
  assert.equal(used.status, 409, used.text);
  await checkedBy(place(), m, []);
  assert.equal((await place().admin.delete(`${PATH}/${one.id}`)).status, 200);
});

test('a vendor at a new address is another one: what was said before is forgotten', async () => {
  const m = await place().market({ buyers: [{}] });
  const [vendor, other] = [await vendorOf(), await vendorOf()];
  await checkedBy(place(), m, [[vendor, 'refuse']]);
  await m.post();
  const count = async () =>
    (await place().app.owner.query({ text: 'SELECT 1 FROM check_answers WHERE vendor_id = $1', values: [vendor.id] }))
      .length;
  assert.equal(await count(), 1);
  const moved = await place().admin.patch(`${PATH}/${vendor.id}`, { url: other.simulator.url, secret: 'other-secret' });
  assert.equal(moved.status, 200, moved.text);
  assert.equal(await count(), 0);
});

assertNoProblems(place);
