import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { startApp } from '../kit/app.ts';
import { type FedLead, type FeedReader, readFeed } from '../kit/feed-reader.ts';
import { startMarket } from '../kit/market.ts';
import { personOf } from '../kit/people.ts';
import { assertNoProblems, testPlace } from '../kit/place.ts';

const place = testPlace();

/** The feed as a key follows it. */
async function follow(binding: object = {}, headers: Record<string, string> = {}): Promise<FeedReader> {
  return readFeed(place().app, { authorization: `Bearer ${(await keyOf(binding)).key}`, ...headers });
}

async function keyOf(binding: object): Promise<{ id: string; key: string }> {
  const answer = await place().admin.post('/api/v1/auth/api-keys', { name: 'k', ...binding });
  assert.equal(answer.status, 200, answer.text);
  return answer.json.data;
}

const isTold = (leadId: string, status: string) => (reader: FeedReader) =>
  reader.leads().some((lead) => lead.leadId === leadId && lead.status === status);

const toldAs = ({ leadId, updatedAt }: FedLead): string => `${leadId} ${updatedAt}`;

test('a hundred leads a second all arrive, each change once, in the order of their time', async () => {
  const m = await place().market({ campaign: { responseDeadlineMs: 100 }, buyers: [{}] });
  const readers = [await follow(), await follow()];
  const posted: Promise<string>[] = [];
  for (let count = 0; count < 300; count += 1) {
    posted.push(m.post().then(({ json }) => json.leadId));
    await sleep(10);
  }
  const ids = await Promise.all(posted);
  for (const reader of readers) {
    await reader.until(() => {
      const sold = new Set(reader.leads().flatMap(({ leadId, status }) => (status === 'sold' ? [leadId] : [])));
      return ids.every((id) => sold.has(id));
    });
    const told = reader.leads();
    assert.equal(new Set(told.map(toldAs)).size, told.length, 'a change was told twice');
    for (const { event, id, data } of reader.events) {
      assert.equal(event, 'leads');
      const times = data.map(({ updatedAt }: FedLead) => updatedAt);
      assert.deepEqual(times, times.toSorted());
      assert.equal(id, times.at(-1));
    }
    const lastOf = new Map(told.map(({ leadId, status }) => [leadId, status]));
    assert.ok(ids.every((id) => lastOf.get(id) === 'sold'));
    reader.close();
  }
});

test('who comes first hears of the newest 50, and then of what happens', async () => {
  const reader = await follow();
  assert.deepEqual([reader.status, reader.contentType], [200, 'text/event-stream']);
  await reader.until(({ events }) => events.length === 1);
  const listed = await place().admin.get('/api/v1/leads?limit=50');
  const newest = listed.json.data.map(({ id }: { id: string }) => id);
  assert.deepEqual(new Set(reader.leads().map(({ leadId }) => leadId)), new Set(newest));
  const m = await place().market({ buyers: [{}] });
  const { leadId } = (await m.post()).json;
  await reader.until(isTold(leadId, 'sold'));
  const [lead] = reader.leads().filter((one) => one.leadId === leadId && one.status === 'sold');
  const { price, payout, offerId, state } = lead ?? {};
  assert.deepEqual(
    { price, payout, offerId, state },
    { price: '20.00', payout: '5.00', offerId: m.offerId, state: 'TX' },
  );
  assert.equal(reader.events[0]?.data[0].email, undefined);
  reader.close();
});

test('who comes again goes on after the last event, without a hole', async () => {
  const m = await place().market({ buyers: [{}] });
  const first = await follow();
  const before = (await m.post()).json.leadId;
  await first.until(isTold(before, 'sold'));
  const last = first.events.at(-1)?.id ?? '';
  first.close();
  const missed = [(await m.post()).json.leadId, (await m.post()).json.leadId];
  const again = await follow({}, { 'last-event-id': last });
  await again.until((reader) => missed.every((id) => isTold(id, 'sold')(reader)));
  assert.ok(again.leads().every(({ updatedAt }) => Date.parse(updatedAt) >= Date.parse(last) - 5000));
  again.close();
  const wrong = await follow({}, { 'last-event-id': 'yesterday' });
  assert.equal(wrong.status, 400);
});

test('a partner hears of its own leads without prices and offers, another tenant of none of them', async () => {
  const [m, other] = [await place().market({ buyers: [{}] }), await place().market({ buyers: [{}] })];
  const stranger = await place().app.tenant();
  const [own, foreign] = [
    await follow({ partnerId: m.partnerId }),
    await readFeed(place().app, { authorization: `Bearer ${stranger.adminKey}` }),
  ];
  const { leadId } = (await m.post()).json;
  const elsewhere = (await other.post()).json.leadId;
  const watcher = await follow();
  await watcher.until(isTold(elsewhere, 'sold'));
  await own.until(isTold(leadId, 'sold'));
  // Longer than any look at the database takes.
  await sleep(1000);
  assert.deepEqual(new Set(own.leads().map((lead) => lead.leadId)), new Set([leadId]));
  assert.ok(own.leads().every((lead) => lead.price === null && lead.offerId === null));
  assert.equal(own.leads().at(-1)?.payout, '5.00');
  assert.deepEqual(foreign.leads(), []);
  for (const reader of [own, foreign, watcher]) reader.close();
  assert.equal((await follow({ buyerId: m.buyers[0]?.buyerId })).status, 403);
});

test('a person of a partner hears of no lead of another one, and not who buys and for how much', async () => {
  const [m, other] = [await place().market({ buyers: [{}] }), await place().market({ buyers: [{}] })];
  const { app, tenantId } = place();
  const person = await personOf(app, { tenantId, role: 'partner', partnerId: m.partnerId });
  const before = (await m.post()).json.leadId;
  const elsewhere = (await other.post()).json.leadId;
  const reader = await readFeed(app, { cookie: person.cookie });
  await reader.until(isTold(before, 'sold'));
  const later = (await m.post()).json.leadId;
  await reader.until(isTold(later, 'sold'));
  const last = reader.events.at(-1)?.id ?? '';
  reader.close();
  const again = await readFeed(app, { cookie: person.cookie, 'last-event-id': last });
  await again.until(isTold(later, 'sold'));
  again.close();
  const [buyer] = m.buyers;
  for (const one of [reader, again]) {
    assert.ok(one.leads().every(({ partnerId }) => partnerId === m.partnerId));
    const heard = JSON.stringify(one.events);
    for (const kept of [elsewhere, m.offerId, buyer?.buyerId, buyer?.contractId, '"20.00"', m.lead()['email']])
      assert.ok(typeof kept === 'string' && !heard.includes(kept), `heard of ${String(kept)}`);
  }
});

test('a rule for a field counts for the next lead', async () => {
  const m = await place().market({ buyers: [{}] });
  const person = await personOf(place().app, { tenantId: place().tenantId, role: 'support' });
  const reader = await readFeed(place().app, { cookie: person.cookie });
  const rule = (rules: object[]) => place().admin.put('/api/v1/settings/field-access', { role: 'support', rules });
  assert.equal((await rule([{ field: 'state', access: 'hidden' }])).status, 200);
  const { leadId } = (await m.post()).json;
  await reader.until(isTold(leadId, 'sold'));
  assert.ok(reader.leads().every((lead) => lead.leadId !== leadId || lead.state === null));
  assert.equal((await rule([])).status, 200);
  reader.close();
});

test('a feed ends when its session or its key is revoked, or when its person may no longer see leads', async () => {
  const { app, tenantId, admin } = place();
  const [out, changed] = [
    await personOf(app, { tenantId, role: 'support' }),
    await personOf(app, { tenantId, role: 'analyst' }),
  ];
  const key = await keyOf({});
  const readers = [
    await readFeed(app, { cookie: out.cookie }),
    await readFeed(app, { cookie: changed.cookie }),
    await readFeed(app, { authorization: `Bearer ${key.key}` }),
  ];
  const staying = await follow();
  for (const reader of readers) await reader.until(({ events }) => events.length > 0);
  assert.equal((await out.client.post('/api/v1/auth/sign-out')).status, 200);
  await app.owner.query({ text: `UPDATE users SET role = 'compliance' WHERE user_id = $1`, values: [changed.userId] });
  assert.equal((await admin.delete(`/api/v1/auth/api-keys/${key.id}`)).status, 200);
  for (const reader of readers) {
    await reader.until((one) => one.isOver());
    assert.deepEqual(reader.events.at(-1), { event: 'end', id: undefined, data: { reason: 'not_allowed' } });
  }
  assert.equal(staying.isOver(), false);
  staying.close();
});

test('looking at a feed keeps no session alive', async () => {
  const { app, tenantId } = place();
  const { cookie, sessionId } = await personOf(app, { tenantId, role: 'support' });
  const reader = await readFeed(app, { cookie });
  await reader.until(({ events }) => events.length > 0);
  const idle = `UPDATE sessions SET last_seen_at = last_seen_at - interval '2 hours' WHERE session_id = $1`;
  await app.owner.query({ text: idle, values: [sessionId] });
  await reader.until((one) => one.isOver());
});

test('ten feeds of one key may be open, and the eleventh once one of them is closed', async () => {
  const { key } = await keyOf({});
  const open = () => readFeed(place().app, { authorization: `Bearer ${key}` });
  const readers = await Promise.all(Array.from({ length: 10 }, open));
  assert.ok(readers.every(({ status }) => status === 200));
  assert.equal((await open()).status, 429);
  readers.pop()?.close();
  await sleep(200);
  const next = await open();
  assert.equal(next.status, 200);
  for (const reader of [...readers, next]) reader.close();
});

test('sessions of one person share the ten feeds, and keys of one partner have fifty together', async () => {
  const { app, tenantId } = place();
  const one = await personOf(app, { tenantId, role: 'support' });
  const { cookie, sessionId } = await personOf(app, { tenantId, role: 'support' });
  await app.owner.query({
    text: 'UPDATE sessions SET user_id = $1 WHERE session_id = $2',
    values: [one.userId, sessionId],
  });
  const readers = await Promise.all(Array.from({ length: 10 }, () => readFeed(app, { cookie: one.cookie })));
  assert.equal((await readFeed(app, { cookie })).status, 429, 'another session of the same person');
  const m = await place().market({ buyers: [{}] });
  const keys = await Promise.all(Array.from({ length: 6 }, () => keyOf({ partnerId: m.partnerId })));
  for (const { key } of keys.slice(0, 5))
    for (let count = 0; count < 10; count += 1) readers.push(await readFeed(app, { authorization: `Bearer ${key}` }));
  assert.ok(readers.every(({ status }) => status === 200));
  assert.equal((await readFeed(app, { authorization: `Bearer ${keys[5]?.key}` })).status, 429);
  for (const reader of readers) reader.close();
});

test('a server that stops ends its feeds and does not wait for them', async () => {
  const app = await startApp();
  const { admin, adminKey } = await app.tenant();
  const market = await startMarket(app, admin, { buyers: [{}] });
  await market.post();
  const reader = await readFeed(app, { authorization: `Bearer ${adminKey}` });
  await reader.until(({ events }) => events.length > 0);
  const begun = Date.now();
  await market.stop();
  await app.stop();
  // A feed goes on for many minutes; a busy machine takes seconds for what is else at once.
  assert.ok(Date.now() - begun < 15_000, `it took ${Date.now() - begun} ms`);
  assert.deepEqual(reader.events.at(-1)?.data, { reason: 'closing' });
  assert.deepEqual(app.problems, []);
});

assertNoProblems(place);
