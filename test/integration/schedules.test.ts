import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { test } from 'node:test';
import { calendarDay, addDays } from '../../src/kernel/time.ts';
import type { Market } from '../kit/market.ts';
import { testPlace } from '../kit/place.ts';
import { names } from '../kit/refusals.ts';

const place = testPlace();

/** A zone in which it is past noon, and not one o'clock yet: the database believes no clock but its own. */
const noonZone = (): string => {
  const ahead = new Date().getUTCHours() - 12;
  return ahead === 0 ? 'Etc/GMT' : `Etc/GMT${ahead > 0 ? '+' : '-'}${Math.abs(ahead)}`;
};
const zone = { scheduleTimezone: noonZone() };
const today = (): string => calendarDay(new Date(), zone.scheduleTimezone);
/** The same windows on every day. */
const daily = (...windows: [string, string][]) =>
  Object.fromEntries(['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'].map((name) => [name, windows]));

const pathOf = (m: Market, index = 0): string => `/api/v1/contracts/${m.buyers[index]?.contractId}`;
const winsOf = async (m: Market, posts: number): Promise<number> => {
  const answers = await Promise.all(Array.from({ length: posts }, () => m.post()));
  return answers.filter(({ json }) => json.result === 'success').length;
};
/** What a lead comes to once the contract has these terms. */
async function resultWith(m: Market, terms: object): Promise<string> {
  const changed = await place().admin.patch(pathOf(m), terms);
  assert.equal(changed.status, 200, changed.text);
  return (await m.post()).json.result;
}

test('a contract outside its hours is refused with the reason, and buys within them, its zone counted', async () => {
  const m = await place().market({ buyers: [{ contract: { ...zone, scheduleHours: daily(['18:00', '19:00']) } }] });
  const closed = await m.post();
  assert.equal(closed.json.result, 'rejected', closed.text);
  assert.equal((await place().waterfallOf(closed.json.leadId))[0]?.reasonCode, 'outside_schedule');
  assert.equal(await resultWith(m, { scheduleHours: daily(['08:00', '09:00'], ['11:30', '24:00']) }), 'success');
  assert.equal(await resultWith(m, { scheduleHours: daily(['13:00', '12:00']) }), 'rejected');
  assert.equal(await resultWith(m, { scheduleHours: daily(['23:00', '13:00']) }), 'success');
});

/** A pause that ends in so many milliseconds. */
const pauseFor = (ms: number) => [
  { from: new Date(Date.now() - 60_000).toISOString(), to: new Date(Date.now() + ms).toISOString() },
];

test('a contract that holds leads gets them when it opens, and nobody else does', async () => {
  const m = await place().market({ buyers: [{ contract: { ...zone, closedHours: 'hold', pauses: pauseFor(3000) } }] });
  const held = await m.post();
  assert.equal(held.json.data.status, 'pending', held.text);
  assert.equal(held.json.msg, 'A buyer takes it when it opens');
  const [row] = await place().waterfallOf(held.json.leadId);
  assert.match(row?.reason ?? '', /holds the lead until it opens: [A-Z][a-z]+day \d{4}-/);
  const { tenantId, app, admin } = place();
  const statusOf = async (): Promise<string> => (await admin.get(`/api/v1/leads/${held.json.leadId}`)).json.data.status;
  assert.equal(m.buyers[0]?.simulator.received().length, 0);
  await sleep(3500);
  await app.engine.delivery.resume(tenantId, row?.saleId ?? '');
  assert.equal(m.buyers[0]?.simulator.received().length, 1);
  assert.equal(await statusOf(), 'sold');
});

test('a held lead of a contract that was paused meanwhile is not sent there when the hour comes', async () => {
  const m = await place().market({
    buyers: [{ contract: { ...zone, closedHours: 'hold', pauses: pauseFor(60_000) } }],
  });
  const held = await m.post();
  const [row] = await place().waterfallOf(held.json.leadId);
  await place().admin.patch(pathOf(m), { status: 'paused' });
  await place().app.owner.query({
    text: `UPDATE sales SET reserved_at = reserved_at - interval '1 day', resume_at = now() WHERE sale_id = $1`,
    values: [row?.saleId],
  });
  await place().app.engine.delivery.resume(place().tenantId, row?.saleId ?? '');
  assert.equal(m.buyers[0]?.simulator.received().length, 0);
  const [after] = await place().waterfallOf(held.json.leadId);
  assert.deepEqual([after?.disposition, after?.reasonCode], ['failed', 'contract_inactive']);
  assert.equal((await place().admin.get(`/api/v1/leads/${held.json.leadId}`)).json.data.status, 'rejected');
});

/** What the job of a held sale does once its hour has come. */
async function resumeNow(saleId: string | undefined): Promise<void> {
  const { app, tenantId } = place();
  await app.owner.query({ text: 'UPDATE sales SET resume_at = now() WHERE sale_id = $1', values: [saleId] });
  await app.engine.delivery.resume(tenantId, saleId ?? '');
}
const dispositionsOf = async (leadId: string): Promise<string[]> =>
  (await place().waterfallOf(leadId)).map(({ disposition, reasonCode }) => `${disposition} ${reasonCode}`);

test('a held lead waits on if its contract is closed again, and goes to the next if it may not go there', async () => {
  const holding = { ...zone, closedHours: 'hold', pauses: pauseFor(60_000) };
  const buyers = [1, 2].map((priority) => ({ contract: { ...holding, priority } }));
  const m = await place().market({ rule: 'priority', buyers });
  const { leadId } = (await m.post()).json;
  const { admin } = place();
  await admin.patch(pathOf(m), { pauses: pauseFor(3_600_000), price: '1.00' });
  const [first] = await place().waterfallOf(leadId);
  await resumeNow(first?.saleId);
  assert.deepEqual(await dispositionsOf(leadId), ['pending null', 'skipped outranked']);
  await admin.patch(pathOf(m), { closedHours: 'refuse' });
  await resumeNow(first?.saleId);
  assert.deepEqual(await dispositionsOf(leadId), ['pending null', 'failed outside_schedule']);
  assert.deepEqual(
    m.buyers.map(({ simulator }) => simulator.received().length),
    [0, 0],
  );
  const trail = await admin.get(`/api/v1/audit-logs?action=sale.withdraw&entityId=${first?.saleId}`);
  assert.equal(trail.json.data.length, 1, trail.text);
  await admin.patch(pathOf(m, 1), { pauses: null });
  const [second] = await place().waterfallOf(leadId);
  await resumeNow(second?.saleId);
  assert.equal(m.buyers[1]?.simulator.received().length, 1);
  assert.equal((await admin.get(`/api/v1/leads/${leadId}`)).json.data.status, 'sold');
});

test('a held lead of somebody who opted out meanwhile goes to nobody, also by a hashed list', async () => {
  const m = await place().market({
    buyers: [{ contract: { ...zone, closedHours: 'hold', pauses: pauseFor(60_000) } }],
  });
  for (const write of [String, (email: unknown) => createHash('sha256').update(String(email)).digest('hex')]) {
    const lead = m.lead();
    const { leadId } = (await m.post(lead)).json;
    const entry = { type: 'email', value: write(lead['email']), reason: 'opt_out' };
    const listed = await place().admin.post('/api/v1/suppression', entry);
    assert.equal(listed.status, 201, listed.text);
    await resumeNow((await place().waterfallOf(leadId))[0]?.saleId);
    assert.deepEqual(await dispositionsOf(leadId), ['failed suppressed']);
    assert.equal(m.buyers[0]?.simulator.received().length, 0);
  }
});

test('a held lead counts on the day on which it arrives, and no more are held than the cap of that day', async () => {
  const tomorrow = { ...zone, closedHours: 'hold', pauses: pauseFor(13 * 3_600_000), dailyLeadCap: 1 };
  const m = await place().market({ buyers: [{ contract: tomorrow }] });
  const held = await m.post();
  assert.equal(held.json.data.status, 'pending', held.text);
  const over = await m.post();
  assert.equal((await place().waterfallOf(over.json.leadId))[0]?.reasonCode, 'cap_reached');
  assert.equal(await resultWith(m, { pauses: null }), 'success', 'nothing was counted on this day');
});

test('one that is open comes before one that holds, whatever they pay', async () => {
  const holding = { ...zone, closedHours: 'hold', pauses: pauseFor(60_000), price: '90.00' };
  const m = await place().market({ buyers: [{ contract: holding }, { contract: { price: '10.00' } }] });
  assert.equal(await winsOf(m, 1), 1);
  assert.equal(m.buyers[1]?.simulator.received().length, 1);
});

test('holidays, pauses, days before the first and after the last close it, and readiness says until when', async () => {
  const m = await place().market({ buyers: [{ contract: zone }] });
  assert.equal(await resultWith(m, { holidays: [today()] }), 'rejected');
  const readiness = await place().admin.get(`/api/v1/offers/${m.offerId}/readiness`);
  assert.match(readiness.text, /closed for a holiday. It opens on [A-Z][a-z]+day [-0-9]+ 00:00 \(Etc/);
  assert.equal(await resultWith(m, { holidays: [] }), 'success');
  assert.equal(await resultWith(m, { pauses: pauseFor(60_000) }), 'rejected');
  assert.equal(await resultWith(m, { pauses: [], schedule: { startDate: addDays(today(), 1) } }), 'rejected');
  assert.equal(
    await resultWith(m, { schedule: null, expiresAt: new Date(Date.now() - 1000).toISOString() }),
    'rejected',
  );
  assert.equal(await resultWith(m, { expiresAt: null, schedule: { startTime: '11:30', endTime: '13:30' } }), 'success');
});

test('every spelling is read and shown back, and what is wrong is named by its field', async () => {
  const m = await place().market({ buyers: [{}] });
  const { admin } = place();
  const path = pathOf(m);
  const kept = await admin.patch(path, {
    scheduleTimezone: 'America/Chicago',
    scheduleHours: [{ day: 0, startTime: '22:00', endTime: '02:00' }],
  });
  assert.deepEqual(kept.json.data.scheduleHours, [{ day: 0, startTime: '22:00', endTime: '02:00', active: true }]);
  assert.equal(kept.json.data.scheduleTimezone, 'America/Chicago');
  const version = kept.json.data.version;
  assert.equal((await admin.patch(path, { scheduleHours: null })).json.data.version, version + 1);
  const faults = names(
    await admin.patch(path, {
      scheduleHours: [
        { day: 7, startTime: '09:00', endTime: '17:00' },
        { day: 1, startTime: '9pm', endTime: '10:00' },
      ],
      pauses: [{ from: '2026-03-02T15:00:00Z', to: '2026-03-02T13:00:00Z' }],
      scheduleTimezone: 'America/Chicago',
      schedule: { timezone: 'America/Denver' },
    }),
    'scheduleHours.0.day',
    'scheduleHours.1.startTime',
    'pauses.0.to',
    'schedule.timezone',
  );
  assert.match(faults.find(({ field }) => field === 'scheduleHours.1.startTime')?.message ?? '', /Send it as 09:00/);
});

test('hours left empty are always, those that never open are refused, and so is a pace of no cap', async () => {
  const m = await place().market({ buyers: [{ contract: { scheduleHours: {}, schedule: { days: [] } } }] });
  const { admin } = place();
  const path = pathOf(m);
  assert.equal((await admin.get(path)).json.data.scheduleHours, null);
  assert.equal(await resultWith(m, { scheduleHours: [], holidays: null, pauses: null }), 'success');
  const none = { scheduleHours: [{ day: 1, startTime: '09:00', endTime: '17:00', active: false }] };
  names(
    await admin.patch(path, { ...none, pacing: 'even', ramp: { start: 1, startDate: today(), step: 1, every: 'day' } }),
    'scheduleHours',
    'pacing',
    'ramp',
  );
  assert.equal((await admin.patch(path, { pacing: 'even', dailySpendCap: '90.00' })).status, 200);
  names(await admin.patch(path, { dailySpendCap: null }), 'pacing');
});

test('a cap that is spread over the day lets in what its hours so far allow', async () => {
  const contract = { ...zone, scheduleHours: daily(['08:00', '18:00']), dailyLeadCap: 10, pacing: 'even' };
  const m = await place().market({ buyers: [{ contract }] });
  assert.equal(await winsOf(m, 8), 5);
  const refused = await m.post();
  const [row] = await place().waterfallOf(refused.json.leadId);
  assert.match(row?.reason ?? '', /has had what its pace allows until now/);
  await place().admin.patch(pathOf(m), { pacing: 'none' });
  assert.equal(await winsOf(m, 8), 5);
});

test('a ramp begins small and grows by its step', async () => {
  const ramp = { start: 1, startDate: addDays(today(), -2), step: 2, every: 'day' };
  const m = await place().market({ buyers: [{ contract: { ...zone, dailyLeadCap: 9, ramp } }] });
  assert.equal(await winsOf(m, 7), 5);
});
