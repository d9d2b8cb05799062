import assert from 'node:assert/strict';
import { test } from 'node:test';
import { keyFor } from '../kit/parties.ts';
import { assertNoProblems, testPlace } from '../kit/place.ts';
import { made, names, refused } from '../kit/refusals.ts';

const place = testPlace();

const freshBuyer = async (more: object = {}): Promise<string> =>
  (await made(place().admin, '/api/v1/buyers', { name: 'Acme', ...more })).id;
const balancePath = (buyerId: string): string => `/api/v1/buyers/${buyerId}/balance`;
const book = (buyerId: string, body: object, headers: Record<string, string> = {}) =>
  place().admin.post(balancePath(buyerId), body, headers);

/** What the ledger says of a buyer, and of all that was booked with it. */
async function ledgerOf(buyerId: string): Promise<{ owed: number; sums: number[]; committed: number }> {
  const { owner } = place().app;
  const [row] = await owner.query<{ owed: number; sums: number[]; committed: number }>({
    text: `SELECT (SELECT coalesce(sum(amount_cents), 0)::int FROM ledger_entries
          WHERE buyer_id = $1 AND account = 'buyer_receivable') AS owed,
        (SELECT array_agg(total) FROM (SELECT sum(amount_cents)::int AS total FROM ledger_entries
          WHERE transaction_id IN (SELECT transaction_id FROM ledger_entries WHERE buyer_id = $1)
          GROUP BY transaction_id) AS t) AS sums,
        (SELECT committed_cents::int FROM buyer_credit WHERE buyer_id = $1) AS committed`,
    values: [buyerId],
  });
  assert.ok(row);
  return row;
}

test('a fee, a payment and adjustments either way move what a buyer owes, each summing to zero', async () => {
  const buyerId = await freshBuyer({ creditLimit: '100.00' });
  const fee = await book(buyerId, { amount: '40.00', type: 'fee', notes: 'Set-up' });
  assert.equal(fee.status, 200, fee.text);
  const { adjustment, ...balance } = fee.json.data;
  assert.deepEqual(balance, { balance: '40.00', creditLimit: '100.00', available: '60.00' });
  assert.deepEqual([adjustment.type, adjustment.change, adjustment.notes], ['fee', '40.00', 'Set-up']);
  assert.equal((await book(buyerId, { amount: 25.5, type: 'payment' })).json.data.balance, '14.50');
  assert.equal((await book(buyerId, { amount: '4.50', reference: 'credit note 7' })).json.data.balance, '10.00');
  assert.equal((await book(buyerId, { amount: '-2.00' })).json.data.balance, '12.00');
  assert.equal((await book(buyerId, { amount: '50.00', type: 'payment' })).json.data.balance, '-38.00');
  assert.deepEqual(await ledgerOf(buyerId), { owed: -3800, sums: [0, 0, 0, 0, 0], committed: -3800 });
  const listed = await place().admin.get(`${balancePath(buyerId)}/adjustments?limit=2`);
  const changes = (answer: typeof listed): string[] => answer.json.data.map((row: { change: string }) => row.change);
  assert.deepEqual(changes(listed), ['-50.00', '2.00']);
  const { nextCursor } = listed.json.pagination;
  const rest = await place().admin.get(`${balancePath(buyerId)}/adjustments?cursor=${encodeURIComponent(nextCursor)}`);
  assert.deepEqual(changes(rest), ['-4.50', '-25.50', '40.00']);
});

test('what was paid opens the credit again, and a fee closes it', async () => {
  const m = await place().market({ buyers: [{ buyer: { creditLimit: '20.00' }, contract: { price: '20.00' } }] });
  const results = async (): Promise<string> => (await m.post()).json.result;
  const buyerId = m.buyers[0]?.buyerId ?? '';
  assert.deepEqual([await results(), await results()], ['success', 'rejected']);
  await book(buyerId, { amount: '20.00', type: 'payment' });
  assert.deepEqual([await results(), await results()], ['success', 'rejected']);
  await book(buyerId, { amount: '40.00', type: 'payment' });
  await book(buyerId, { amount: '30.00', type: 'fee' });
  assert.equal(await results(), 'rejected');
});

test('under one key it is booked once, however many come at once, and something else is refused', async () => {
  const buyerId = await freshBuyer();
  const headers = { 'idempotency-key': 'payment-1' };
  const body = { amount: '10.00', type: 'payment', reference: 'wire 1' };
  const answers = await Promise.all(Array.from({ length: 8 }, () => book(buyerId, body, headers)));
  assert.deepEqual(new Set(answers.map(({ status }) => status)), new Set([200]));
  assert.equal(new Set(answers.map(({ json }) => json.data.adjustment.id)).size, 1);
  assert.deepEqual(await ledgerOf(buyerId), { owed: -1000, sums: [0], committed: -1000 });
  refused(await book(buyerId, { ...body, amount: '11.00' }, headers), 409, 'CONFLICT');
  assert.equal((await book(await freshBuyer(), body, headers)).json.data.balance, '-10.00');
  names(await book(buyerId, body, { 'idempotency-key': 'x'.repeat(256) }), 'Idempotency-Key');
});

test('an amount of nothing, or below nothing where that is no adjustment, is refused at its field', async () => {
  const buyerId = await freshBuyer();
  names(await book(buyerId, { amount: 0 }), 'amount');
  names(await book(buyerId, { amount: '-1.00', type: 'payment' }), 'amount');
  names(await book(buyerId, { amount: '-1.00', type: 'fee' }), 'amount');
  names(await book(buyerId, { amount: '1.234' }), 'amount');
  names(await book(buyerId, { amount: '1.00', type: 'gift', notes: '' }), 'type', 'notes');
  assert.equal((await place().admin.get(balancePath(buyerId))).json.data.balance, '0.00');
});

test('a buyer reads what was booked upon it and books nothing; it stands, and so does the buyer', async () => {
  const { admin, app } = place();
  const buyerId = await freshBuyer();
  await book(buyerId, { amount: '5.00', type: 'fee', notes: 'Late payment' });
  const own = (await keyFor(app, admin, { buyerId })).client;
  const listed = await own.get(`${balancePath(buyerId)}/adjustments`);
  assert.deepEqual(
    listed.json.data.map(({ type, notes }: { type: string; notes: string }) => [type, notes]),
    [['fee', 'Late payment']],
  );
  refused(await own.post(balancePath(buyerId), { amount: '5.00', type: 'payment' }), 403, 'FORBIDDEN');
  refused(await own.get(`${balancePath(await freshBuyer())}/adjustments`), 404, 'NOT_FOUND');
  assert.equal((await admin.delete(`/api/v1/buyers/${buyerId}`)).status, 409);
  const [event] = await app.owner.query<{ detail: object }>({
    text: `SELECT detail FROM audit_events WHERE action = 'buyer.balance_adjust' AND $1 = ANY (entity_ids)`,
    values: [buyerId],
  });
  assert.deepEqual(event?.detail, { kind: 'fee', change: '5.00', isRepeat: false });
});

assertNoProblems(place);
