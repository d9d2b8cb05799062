import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { systemContext } from '../../src/core/gate/index.ts';
import { purgeSubject } from '../../src/core/privacy/index.ts';
import { ALL_HOLDINGS } from '../../src/entry/holdings.ts';
import { fileOf, rowOf, startImport, workImports } from '../kit/lead-files.ts';
import { personOf } from '../kit/people.ts';
import { checkedBy, checksOf, testVendors } from '../kit/checks.ts';
import { assertNoProblems, testPlace } from '../kit/place.ts';

const place = testPlace();
const vendorOf = testVendors(place);
const ONE_BUYER = { buyers: [{}] } as const;
const logOf = async (query: string) => {
  const answer = await place().admin.get(`/api/admin/check-log?${query}`);
  assert.equal(answer.status, 200, answer.text);
  return answer.json.data;
};

test('a vendor is told one value and nothing else of the lead, and its answer stands beside the lead', async () => {
  const m = await place().market(ONE_BUYER);
  const [dnc, mail, hashed] = [
    await vendorOf(),
    await vendorOf({ kind: 'email' }),
    await vendorOf({ kind: 'litigator', sends: 'sha256' }),
  ];
  await checkedBy(place(), m, [
    [dnc, 'refuse'],
    [mail, 'refuse'],
    [hashed, 'refuse'],
  ]);
  const lead = m.lead();
  const answer = await m.post(lead);
  assert.equal(answer.json.data.status, 'sold', answer.text);
  const phone = `+1${String(lead['phone'])}`;
  const checks = await checksOf(place(), answer.json.leadId);
  assert.deepEqual(
    checks.map(({ kind, result, fromCache, reference }) => [kind, result, fromCache, reference]),
    [
      ['dnc', 'clear', false, 'v-1'],
      ['email', 'clear', false, 'v-1'],
      ['litigator', 'clear', false, 'v-1'],
    ],
  );
  assert.deepEqual(dnc.simulator.received(), [
    { body: { kind: 'dnc', phone, reference: checks[0]?.id }, authorization: 'Bearer secret-of-vendor' },
  ]);
  assert.deepEqual(mail.simulator.received()[0]?.body, {
    kind: 'email',
    email: lead['email'],
    reference: checks[1]?.id,
  });
  const hash = createHash('sha256').update(phone).digest('hex');
  assert.deepEqual(hashed.simulator.received()[0]?.body, { kind: 'litigator', hash, reference: checks[2]?.id });
});

test('a bad answer refuses the lead whatever the fail mode, with its own code, and no buyer hears of it', async () => {
  const expected = { dnc: 'check_dnc', litigator: 'check_litigator', phone: 'check_phone', email: 'check_email' };
  for (const [kind, code] of Object.entries(expected)) {
    const m = await place().market(ONE_BUYER);
    const isReach = kind === 'phone' || kind === 'email';
    const vendor = await vendorOf({ kind }, isReach ? 'invalid' : 'listed');
    await checkedBy(place(), m, [[vendor, 'accept']]);
    const lead = m.lead();
    const answer = await m.post(lead);
    assert.equal(answer.json.result, 'rejected', answer.text);
    assert.equal(answer.json.leadId, null);
    assert.ok(answer.json.msg.length > 10);
    assert.equal(m.buyers[0]?.simulator.received().length, 0);
    const log = await place().admin.get(`/api/admin/posting-log?campaignId=${m.campaignId}`);
    assert.equal(log.json.data[0].code, code, log.text);
    const [kept, ...others] = await logOf(`campaignId=${m.campaignId}&refused=true`);
    assert.deepEqual([kept.leadId, kept.kind, others.length], [null, kind, 0]);
    assert.equal((await m.post(lead)).json.idempotent, true);
    assert.equal(vendor.simulator.received().length, 1);
  }
});

test('when the vendor fails, the campaign’s fail mode decides, and the reason is kept', async () => {
  const failures = [
    ['status_500', 'http_error'],
    ['malformed', 'malformed'],
    ['other_word', 'malformed'],
    ['huge', 'malformed'],
    ['reset', 'connection_lost'],
    ['silent', 'timed_out'],
    ['unknown', 'unknown'],
  ] as const;
  const m = await place().market(ONE_BUYER);
  // One each: who fails all the time is not asked at all.
  for (const [behaviour, result] of failures) {
    const vendor = await vendorOf({ timeoutMs: 400 }, behaviour);
    await checkedBy(place(), m, [[vendor, 'accept']]);
    const taken = await m.post();
    assert.equal(taken.json.data.status, 'sold', `${behaviour}: ${taken.text}`);
    assert.equal((await checksOf(place(), taken.json.leadId))[0]?.result, result);
    await checkedBy(place(), m, [[vendor, 'refuse']]);
    const refused = await m.post();
    assert.equal(refused.json.result, 'rejected', `${behaviour}: ${refused.text}`);
    assert.match(refused.json.msg, /gave no answer/);
    assert.equal((await logOf(`campaignId=${m.campaignId}&refused=true&limit=1`))[0].result, result);
  }
  const vendor = await vendorOf({ timeoutMs: 400 });
  await checkedBy(place(), m, [[vendor, 'refuse']]);
  await vendor.simulator.stop();
  const gone = await m.post();
  assert.match(gone.json.msg, /gave no answer/);
  assert.equal((await logOf(`campaignId=${m.campaignId}&limit=1`))[0].result, 'unreachable');
});

test('vendors are asked side by side, and a slow one is waited for no longer than it may take', async () => {
  const m = await place().market(ONE_BUYER);
  const slow = await Promise.all(Array.from({ length: 4 }, () => vendorOf({ timeoutMs: 600 }, 'silent')));
  await checkedBy(
    place(),
    m,
    slow.map((vendor) => [vendor, 'accept']),
  );
  const startedAt = performance.now();
  const answer = await m.post();
  const tookMs = performance.now() - startedAt;
  assert.equal(answer.json.data.status, 'sold', answer.text);
  assert.ok(tookMs > 590 && tookMs < 1800, `${tookMs} ms`);
});

test('an answer is used again for its days, and asked for anew when they are over or there are none', async () => {
  const [first, second] = [await place().market(ONE_BUYER), await place().market(ONE_BUYER)];
  const vendor = await vendorOf({ cacheDays: 2 });
  for (const m of [first, second]) await checkedBy(place(), m, [[vendor, 'refuse']]);
  const person = first.lead();
  const one = await first.post(person);
  const two = await second.post({ ...person, campaignId: second.campaignId });
  assert.equal(two.json.data.status, 'sold', two.text);
  assert.equal(vendor.simulator.received().length, 1);
  const [[fresh], [again]] = [await checksOf(place(), one.json.leadId), await checksOf(place(), two.json.leadId)];
  assert.deepEqual([fresh?.fromCache, again?.fromCache], [false, true]);
  assert.deepEqual([again?.askedAt, again?.reference], [fresh?.askedAt, 'v-1']);
  assert.notEqual(again?.id, fresh?.id);
  await place().app.owner.query({
    text: `UPDATE check_answers SET asked_at = asked_at - interval '2 days',
        expires_at = expires_at - interval '2 days'
      WHERE vendor_id = $1`,
    values: [vendor.id],
  });
  // Longer than answers are given to others before they are committed.
  await wait(1100);
  const third = await place().market(ONE_BUYER);
  await checkedBy(place(), third, [[vendor, 'refuse']]);
  await third.post({ ...person, campaignId: third.campaignId });
  assert.equal(vendor.simulator.received().length, 2);
  await place().admin.patch(`/api/v1/check-vendors/${vendor.id}`, { cacheDays: 0 });
  const fourth = await place().market(ONE_BUYER);
  await checkedBy(place(), fourth, [[vendor, 'refuse']]);
  await fourth.post({ ...person, campaignId: fourth.campaignId });
  assert.equal(vendor.simulator.received().length, 3);
});

test('without a signed BAA a vendor is sent nothing under hipaa, not even a hash: the fail mode decides', async () => {
  const m = await place().market({ regime: 'hipaa', buyers: [] });
  const vendors = [
    await vendorOf({ baaState: 'none' }),
    await vendorOf({ baaState: 'not_needed', baaReason: 'Sees hashes only.', sends: 'sha256' }),
  ];
  for (const vendor of vendors) {
    await checkedBy(place(), m, [[vendor, 'refuse']]);
    const shown = await place().admin.get(`/api/v1/campaigns/${m.campaignId}/checks`);
    assert.deepEqual([shown.json.data.regime, shown.json.data.checks[0].mayBeAsked], ['hipaa', false]);
    assert.match((await m.post()).json.msg, /gave no answer/);
    await checkedBy(place(), m, [[vendor, 'accept']]);
    const taken = await m.post();
    assert.notEqual(taken.json.leadId, null, taken.text);
    const [check] = await checksOf(place(), taken.json.leadId);
    assert.deepEqual([check?.result, check?.askedAt, check?.reference], ['no_agreement', null, null]);
    assert.equal(vendor.simulator.received().length, 0);
  }
  const [vendor] = vendors;
  const signed = await place().admin.patch(`/api/v1/check-vendors/${vendor?.id}`, { baaState: 'signed' });
  assert.equal(signed.status, 200, signed.text);
  const [before] = vendors;
  if (before) await checkedBy(place(), m, [[before, 'refuse']]);
  const asked = await m.post();
  assert.notEqual(asked.json.leadId, null, asked.text);
  assert.equal(vendor?.simulator.received().length, 1);
});

test('nobody is asked about a test, a repeat, a duplicate, a suppressed contact or what is only judged', async () => {
  const m = await place().market(ONE_BUYER);
  const vendor = await vendorOf({ cacheDays: 0 });
  await checkedBy(place(), m, [[vendor, 'refuse']]);
  const [lead, listed] = [m.lead(), m.lead()];
  await place().admin.post('/api/v1/suppression', { type: 'email', value: listed['email'] });
  assert.equal((await m.post({ ...m.lead(), isTest: true })).json.data.status, 'matched');
  assert.equal((await m.post({ ...m.lead(), validateOnly: true })).json.validateOnly, true);
  assert.equal(vendor.simulator.received().length, 0);
  await m.post(lead);
  assert.equal((await m.post(lead)).json.idempotent, true);
  assert.equal((await m.post({ ...lead, firstName: 'Other' })).json.result, 'duplicate');
  assert.equal(vendor.simulator.received().length, 1);
  assert.equal((await m.post(listed)).json.msg, 'Suppressed contact');
  assert.equal(vendor.simulator.received().length, 1);
  assert.equal((await logOf(`campaignId=${m.campaignId}`)).length, 1);
});

test('equal posts that come at once ask once, and are one lead with one evidence', async () => {
  const m = await place().market(ONE_BUYER);
  const vendor = await vendorOf();
  vendor.simulator.control({ delayMs: 150 });
  await checkedBy(place(), m, [[vendor, 'refuse']]);
  const lead = m.lead();
  const answers = await Promise.all(Array.from({ length: 6 }, () => m.post(lead)));
  const ids = new Set(answers.map(({ json }) => json.leadId));
  assert.equal(ids.size, 1, answers.map(({ text }) => text).join('\n'));
  assert.equal(answers.filter(({ json }) => json.idempotent === false).length, 1);
  assert.equal(vendor.simulator.received().length, 1);
  assert.equal((await checksOf(place(), answers[0]?.json.leadId)).length, 1);
  assert.equal((await logOf(`campaignId=${m.campaignId}`)).length, 1);
  assert.equal(m.buyers[0]?.simulator.received().length, 1);
});

test('what a vendor says of the person in its reference is not kept, and no row has a contact in clear', async () => {
  const m = await place().market(ONE_BUYER);
  const vendor = await vendorOf({}, 'telling');
  await checkedBy(place(), m, [[vendor, 'refuse']]);
  const lead = m.lead();
  const answer = await m.post(lead);
  assert.equal((await checksOf(place(), answer.json.leadId))[0]?.reference, null);
  const rows = await place().app.owner.query<{ row: string }>({
    text: `SELECT row_to_json(c)::text AS row FROM lead_checks AS c WHERE vendor_id = $1
      UNION ALL SELECT row_to_json(a)::text FROM check_answers AS a WHERE vendor_id = $1`,
    values: [vendor.id],
  });
  assert.equal(rows.length, 2);
  for (const { row } of rows) assert.equal(row.includes(String(lead['phone'])), false);
});

test('settings that change while a vendor thinks do not make it be asked twice', async () => {
  const m = await place().market(ONE_BUYER);
  const vendor = await vendorOf({ cacheDays: 0, timeoutMs: 3000 });
  vendor.simulator.control({ delayMs: 500 });
  await checkedBy(place(), m, [[vendor, 'refuse']]);
  const posting = m.post();
  while (vendor.simulator.received().length === 0) await wait(10);
  await place().admin.patch(`/api/v1/offers/${m.offerId}`, { description: 'Changed meanwhile' });
  const answer = await posting;
  assert.equal(answer.json.data.status, 'sold', answer.text);
  assert.equal(vendor.simulator.received().length, 1);
});

test('rows of a file are checked like posts, and each keeps what was said of it', async () => {
  const m = await place().market(ONE_BUYER);
  const vendor = await vendorOf({ kind: 'email' });
  await checkedBy(place(), m, [[vendor, 'refuse']]);
  const { client } = await personOf(place().app, { tenantId: place().tenantId, role: 'admin' });
  const rows = [rowOf(), rowOf({ email: 'listed@example.com' }), rowOf()];
  const id = await startImport(client, m.campaignId, fileOf(rows));
  await workImports(place().app);
  const found = await place().app.owner.query<{ outcome: string; code: string | null; checks: number }>({
    text: `SELECT outcome, code, (SELECT count(*) FROM lead_checks AS c WHERE c.lead_id = r.lead_id)::integer AS checks
      FROM lead_import_rows AS r WHERE import_id = $1 ORDER BY number`,
    values: [id],
  });
  assert.deepEqual(
    found.map(({ outcome, code, checks }) => [outcome, code, checks]),
    [
      ['accepted', null, 1],
      ['rejected', 'check_email', 0],
      ['accepted', null, 1],
    ],
  );
  assert.equal(vendor.simulator.received().length, 3);
});

test('a lead that is erased takes along what vendors said of it, but not that they were asked', async () => {
  const m = await place().market(ONE_BUYER);
  const vendor = await vendorOf();
  await checkedBy(place(), m, [[vendor, 'refuse']]);
  const { leadId } = (await m.post()).json;
  const { tenancy } = place().app.runtime;
  await tenancy.withTenant(systemContext(place().tenantId), (tx) => purgeSubject(ALL_HOLDINGS, tx, leadId));
  const [left] = await checksOf(place(), leadId);
  assert.deepEqual([left?.result, left?.reference], ['clear', null]);
  const answers = await place().app.owner.query({
    text: `SELECT 1 FROM check_answers WHERE vendor_id = $1
      UNION ALL SELECT 1 FROM lead_checks WHERE lead_id = $2 AND token IS NOT NULL`,
    values: [vendor.id, leadId],
  });
  assert.equal(answers.length, 0);
});

test('a campaign without checks asks nobody and keeps nothing', async () => {
  const m = await place().market(ONE_BUYER);
  const answer = await m.post();
  assert.equal(answer.json.data.status, 'sold', answer.text);
  assert.deepEqual(await checksOf(place(), answer.json.leadId), []);
});

assertNoProblems(place);
