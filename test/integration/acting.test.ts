import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Market } from '../kit/market.ts';
import { assertNoProblems, testPlace } from '../kit/place.ts';

const place = testPlace();

const act = (leadId: string, what: string, body: object) => place().admin.post(`/api/v1/leads/${leadId}/${what}`, body);
const pick = (leadId: string, m: Market, buyer: number, more: object = {}) =>
  act(leadId, 'cherry-pick', { contractId: m.buyers[buyer]?.contractId, ...more });

const query = <T extends object>(text: string, values: readonly unknown[]): Promise<T[]> =>
  place().app.owner.query<T>({ text, values: [...values] });

const statusesOf = (answers: readonly { readonly status: number }[]): number[] =>
  answers.map(({ status }) => status).toSorted((one, other) => one - other);

const eventsOf = (leadId: string, action: string) =>
  query<{ outcome: string }>(`SELECT outcome FROM audit_events WHERE action = $2 AND $1 = ANY(entity_ids)`, [
    leadId,
    action,
  ]);

const balanceOf = async (leadId: string) => {
  const [row] = await query<{ total: number; lines: number }>(
    `SELECT coalesce(sum(e.amount_cents), 0)::int AS total, count(*)::int AS lines FROM ledger_entries AS e
      JOIN sales AS s ON s.tenant_id = e.tenant_id AND s.sale_id = e.sale_id WHERE s.lead_id = $1
      GROUP BY e.account HAVING sum(e.amount_cents) <> 0`,
    [leadId],
  );
  return row;
};

/** A lead that nobody took, and a contract that takes it by now. */
async function unsold(more: Partial<Parameters<ReturnType<typeof place>['market']>[0]> = {}) {
  const m = await place().market({ buyers: [{ behaviour: 'reject' }, { behaviour: 'reject' }], ...more });
  const answer = await m.post();
  assert.equal(answer.json.result, 'rejected', answer.text);
  for (const { simulator } of m.buyers) simulator.control({ behaviour: 'accept' });
  return { m, leadId: String(answer.json.leadId) };
}

test('an unsold lead is sold by hand to the contract that a person names, at its price or another', async () => {
  const { m, leadId } = await unsold();
  const done = await pick(leadId, m, 1, { price: '12.50' });
  assert.equal(done.status, 200, done.text);
  assert.equal(done.json.data.status, 'sold');
  assert.equal(done.json.data.price, '12.50');
  const rows = await place().waterfallOf(leadId);
  assert.match(rows[0]?.reason ?? '', /was chosen by a person, won at 12\.50/);
  assert.deepEqual(await eventsOf(leadId, 'lead.cherry_pick'), [{ outcome: 'done' }]);
  assert.equal((await pick(leadId, m, 0)).status, 409);
});

test('a lead that two persons pick at once is sold once', async () => {
  const { m, leadId } = await unsold();
  const answers = await Promise.all([pick(leadId, m, 0), pick(leadId, m, 1)]);
  assert.deepEqual(statusesOf(answers), [200, 409]);
  const sold = await query(`SELECT 1 FROM sales WHERE lead_id = $1 AND status <> 'released'`, [leadId]);
  assert.equal(sold.length, 1);
  assert.equal(m.buyers.flatMap(({ simulator }) => simulator.received()).length, 3);
});

test('what a buyer has in hand is not picked, and goes on to its own end', async () => {
  const m = await place().market({ campaign: { responseDeadlineMs: 50 }, buyers: [{ behaviour: 'slow' }, {}] });
  const { leadId } = (await m.post()).json;
  const refused = await pick(leadId, m, 1);
  assert.equal(refused.status, 409, refused.text);
  for (let round = 0; round < 60; round += 1) {
    await new Promise((resolve) => setTimeout(resolve, 100));
    const { status } = (await m.posting.get(`/api/v1/leads/${leadId}/status`)).json.data;
    if (status !== 'pending') break;
  }
  const live = await query<{ status: string }>(`SELECT status FROM sales WHERE lead_id = $1`, [leadId]);
  assert.deepEqual(live, [{ status: 'settled' }]);
});

test('caps, credit, filters and lists hold for a person too; filters may be skipped, by word', async () => {
  const { m, leadId } = await unsold();
  const contract = (index: number, change: object) =>
    place().admin.patch(`/api/v1/contracts/${m.buyers[index]?.contractId}`, change);
  assert.equal((await contract(0, { geoFilters: { states: ['FL'] } })).status, 200);
  const mismatch = await pick(leadId, m, 0);
  assert.equal(mismatch.status, 200, mismatch.text);
  assert.equal(mismatch.json.data.reasonCode, 'geo_mismatch');
  assert.equal(mismatch.json.data.reserved, 0);
  assert.equal((await pick(leadId, m, 0, { skipCaps: true, skipFilters: true })).status, 400);
  assert.equal((await contract(1, { dailyLeadCap: 0 })).status, 200);
  assert.equal((await pick(leadId, m, 1)).json.data.reasonCode, 'cap_reached');
  const done = await pick(leadId, m, 0, { skipFilters: true });
  assert.equal(done.json.data.status, 'sold', done.text);
  assert.deepEqual((await eventsOf(leadId, 'lead.cherry_pick')).map(({ outcome }) => outcome).toSorted(), [
    'done',
    'refused',
    'refused',
  ]);
});

test('a buyer that refuses what a person chose ends it: no other contract is tried in its place', async () => {
  const { m, leadId } = await unsold();
  m.buyers[0]?.simulator.control({ behaviour: 'reject' });
  const done = await pick(leadId, m, 0);
  assert.equal(done.json.data.status, 'rejected', done.text);
  assert.equal(m.buyers[1]?.simulator.received().length, 1);
});

test('a lead is routed again by the offer of now, to all or to some, and both decisions are kept', async () => {
  const { m, leadId } = await unsold({
    buyers: [{ behaviour: 'reject', contract: { price: '50.00' } }, { behaviour: 'reject' }],
  });
  const seen = await act(leadId, 'distribute', { mode: 'exclude_seen' });
  assert.equal(seen.json.data.reserved, 0, seen.text);
  const some = await act(leadId, 'distribute', { mode: 'exclude_specific' });
  assert.equal(some.status, 400);
  m.buyers[0]?.simulator.control({ behaviour: 'reject' });
  const all = await act(leadId, 'distribute', { mode: 'all' });
  assert.equal(all.json.data.status, 'sold', all.text);
  assert.equal(all.json.data.price, '20.00');
  const rounds = await query<{ round: number }>('SELECT round FROM decisions WHERE lead_id = $1 ORDER BY 1', [leadId]);
  assert.deepEqual(rounds, [{ round: 1 }, { round: 2 }, { round: 3 }]);
  const explained = await act(leadId, 'explain', {});
  assert.equal(explained.json.data.round, 3);
  assert.equal(explained.json.data.reproduced.result, 'same', explained.text);
});

test('the consent that came with a lead limits who may get it by hand', async () => {
  const m = await place().market({ buyers: [{ behaviour: 'reject' }, {}] });
  const { leadId } = (await m.post({ ...m.lead(), acceptedBuyerIds: [m.buyers[0]?.buyerId] })).json;
  assert.equal((await pick(leadId, m, 1, { skipFilters: true })).json.data.reasonCode, 'consent_not_given');
});

test('a return gives back money, caps and credit, once, and the lead can be sold again to somebody else', async () => {
  const m = await place().market({
    campaign: { dailyCap: 1 },
    buyers: [{ contract: { price: '30.00', dailyLeadCap: 1 }, buyer: { creditLimit: '30.00' } }, {}],
  });
  const { leadId } = (await m.post()).json;
  assert.equal((await m.post()).json.msg, 'Cap exceeded');
  const answers = await Promise.all([
    act(leadId, 'return', { reason: 'bad_data', notes: 'The number is another person’s.' }),
    act(leadId, 'return', { reason: 'duplicate' }),
  ]);
  assert.deepEqual(statusesOf(answers), [200, 409]);
  assert.equal(await balanceOf(leadId), undefined);
  assert.equal((await place().admin.get(`/api/v1/leads/${leadId}`)).json.data.status, 'returned');
  const usage = await query<{ leads: number }>('SELECT leads FROM cap_usage WHERE owner_id = ANY($1::uuid[])', [
    [m.buyers[0]?.contractId, m.buyers[0]?.buyerId, m.campaignId],
  ]);
  assert.deepEqual(
    usage.map(({ leads }) => leads),
    [0, 0, 0],
  );
  const [credit] = await query<{ cents: number }>(
    'SELECT committed_cents::int AS cents FROM buyer_credit WHERE buyer_id = $1',
    [m.buyers[0]?.buyerId],
  );
  assert.equal(credit?.cents, 0);
  assert.equal((await pick(leadId, m, 0)).status, 409);
  assert.equal((await act(leadId, 'distribute', { mode: 'all' })).json.data.price, '20.00');
  const second = await act(leadId, 'return', { reason: 'other' });
  assert.equal(second.status, 200, second.text);
  assert.equal(await balanceOf(leadId), undefined);
  assert.equal((await m.post()).json.result, 'success');
});

test('a buyer returns its own within its window, and sees nothing of others', async () => {
  const m = await place().market({ buyers: [{ buyer: { returnWindow: 1 } }] });
  const other = await place().market({ buyers: [{}] });
  const { leadId } = (await m.post()).json;
  const keyOf = async (buyerId: string | undefined) =>
    place().app.client((await place().admin.post('/api/v1/auth/api-keys', { name: 'b', buyerId })).json.data.key);
  const stranger = await keyOf(other.buyers[0]?.buyerId);
  const path = `/api/v1/leads/${leadId}/return`;
  assert.equal((await stranger.post(path, { reason: 'bad_data' })).status, 404);
  const buyer = await keyOf(m.buyers[0]?.buyerId);
  await query(`UPDATE sales SET settled_at = now() - interval '2 hours' WHERE lead_id = $1`, [leadId]);
  const late = await buyer.post(path, { reason: 'bad_data' });
  assert.equal(late.status, 409, late.text);
  assert.match(late.text, /gives 1 hours/);
  await query(`UPDATE sales SET settled_at = now() WHERE lead_id = $1`, [leadId]);
  const done = await buyer.post(path, { reason: 'bad_data', notes: 'Wrong number.' });
  assert.equal(done.status, 200, done.text);
  assert.equal(await balanceOf(leadId), undefined);
  assert.equal((await eventsOf(leadId, 'lead.return')).length, 1);
});

test('of a lead sold twice, a return of the first sale leaves the partner what it earned by the lead', async () => {
  const m = await place().market({ offer: { distributionType: 'multisell' }, buyers: [{}, {}] });
  const { leadId } = (await m.post()).json;
  const [paid] = await query<{ id: string }>(
    `SELECT sale_id AS id FROM sales WHERE lead_id = $1 AND payout_cents > 0`,
    [leadId],
  );
  assert.equal((await act(leadId, 'return', { reason: 'other', saleId: paid?.id })).status, 200);
  const [owed] = await query<{ cents: number }>(
    `SELECT sum(e.amount_cents)::int AS cents FROM ledger_entries AS e JOIN sales AS s USING (tenant_id, sale_id)
      WHERE s.lead_id = $1 AND e.account = 'partner_payable'`,
    [leadId],
  );
  assert.equal(owed?.cents, -500);
  const lead = (await place().admin.get(`/api/v1/leads/${leadId}`)).json.data;
  assert.deepEqual([lead.status, lead.payout], ['sold', '5.00']);
  const scrubbed = await act(leadId, 'scrub', {});
  assert.equal(scrubbed.json.data.returned.length, 1, scrubbed.text);
  assert.equal(await balanceOf(leadId), undefined);
  assert.equal((await pick(leadId, m, 0)).status, 409);
  assert.equal((await act(leadId, 'scrub', {})).status, 409);
});

test('notes are sealed, shown to who sees personal data, and many leads are worked on one by one', async () => {
  const { m, leadId } = await unsold();
  const note = 'Prefers to be called after five.';
  assert.equal((await act(leadId, 'notes', { content: note })).status, 201);
  const [kept] = await query<{ sealed: Buffer }>('SELECT sealed_note AS sealed FROM lead_notes WHERE lead_id = $1', [
    leadId,
  ]);
  assert.ok(kept && !kept.sealed.includes('after five'));
  const listed = await place().admin.get(`/api/v1/leads/${leadId}/notes`);
  assert.equal(listed.json.data[0].content, note, listed.text);
  const other = (await m.post({ ...m.lead(), state: 'TX' })).json.leadId;
  const bulk = await place().admin.post('/api/v1/leads/bulk', {
    leadIds: [leadId, other],
    contractId: m.buyers[0]?.contractId,
  });
  assert.equal(bulk.status, 200, bulk.text);
  assert.deepEqual([bulk.json.data.done, bulk.json.data.failed], [1, 1]);
  const scrub = await place().admin.post('/api/v1/leads/bulk', { leadIds: [leadId, other], action: 'scrub' });
  assert.deepEqual([scrub.json.data.done, scrub.json.data.failed], [2, 0], scrub.text);
});

test('a partner lists and reads what it sent, and nobody sees there what buyers paid', async () => {
  const m = await place().market({ buyers: [{ contract: { price: '30.00' } }] });
  const other = await place().market({ buyers: [{}] });
  const { leadId } = (await m.post()).json;
  const foreign = (await other.post()).json.leadId;
  const made = await place().admin.post('/api/v1/auth/api-keys', { name: 'p', partnerId: m.partnerId });
  const partner = place().app.client(made.json.data.key);
  const listed = await partner.get('/api/partner/leads?status=sold');
  assert.deepEqual(
    listed.json.data.map((row: { id: string; price: string; payout: string }) => [row.id, row.price, row.payout]),
    [[leadId, null, '5.00']],
  );
  assert.equal((await partner.get(`/api/partner/leads/${foreign}`)).status, 404);
  for (const client of [partner, place().admin]) {
    const read = await client.get(`/api/partner/leads/${leadId}`);
    assert.deepEqual([read.status, read.json.data.price, read.json.data.offerId], [200, null, null]);
  }
});

assertNoProblems(place);
