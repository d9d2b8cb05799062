import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Market } from '../kit/market.ts';
import { assertNoProblems, testPlace } from '../kit/place.ts';

const place = testPlace();

test('a lead is sold to the highest price, with only the licensed fields, and answered in both shapes', async () => {
  const m = await place().market({
    buyers: [
      { contract: { price: '20.00', licensedFields: ['firstName', 'phone'] } },
      { contract: { price: '35.00', licensedFields: ['firstName', 'email', 'zipCode'] } },
    ],
  });
  const lead = m.lead();
  const answer = await m.post(lead);
  assert.equal(answer.status, 200, answer.text);
  assert.equal(answer.json.result, 'success');
  assert.equal(answer.json.price, 5);
  assert.equal(answer.json.data.status, 'sold');
  assert.equal(answer.json.data.revenue, '5.00');
  assert.match(answer.json.data.shortId, /^L-\d+$/);
  const received = m.buyers[1]?.simulator.received() ?? [];
  assert.equal(received.length, 1);
  assert.deepEqual(received[0]?.body, { firstName: 'Avery', email: lead['email'], zipCode: '78701' });
  assert.equal(m.buyers[0]?.simulator.received().length, 0);
  const rows = await place().waterfallOf(answer.json.leadId);
  assert.equal(rows[0]?.disposition, 'delivered');
  assert.equal(rows[0]?.price, '35.00');
  assert.match(rows[1]?.reason ?? '', /ranked lower/);
});

test('by priority, the lowest number wins whatever the price', async () => {
  const m = await place().market({
    rule: 'priority',
    buyers: [{ contract: { price: '90.00', priority: 5 } }, { contract: { price: '10.00', priority: 1 } }],
  });
  const answer = await m.post();
  assert.equal(answer.json.result, 'success', answer.text);
  assert.equal(m.buyers[1]?.simulator.received().length, 1);
  assert.equal(m.buyers[0]?.simulator.received().length, 0);
});

test('a buyer that rejects is released, and the next contract of the ranking gets the lead', async () => {
  const m = await place().market({
    buyers: [{ behaviour: 'reject', contract: { price: '30.00' } }, { contract: { price: '20.00' } }],
  });
  const answer = await m.post();
  assert.equal(answer.json.result, 'success', answer.text);
  const rows = await place().waterfallOf(answer.json.leadId);
  assert.deepEqual(
    rows.map((row) => row.disposition),
    ['delivered', 'rejected'],
  );
  const ledger = await place().app.owner.query<{ account: string; amount: number }>({
    text: 'SELECT account, amount_cents AS amount FROM ledger_entries WHERE sale_id = $1 ORDER BY account',
    values: [rows[0]?.saleId],
  });
  assert.deepEqual(ledger, [
    { account: 'buyer_receivable', amount: 2000 },
    { account: 'partner_cost', amount: 500 },
    { account: 'partner_payable', amount: -500 },
    { account: 'tenant_revenue', amount: -2000 },
  ]);
});

test('when all refuse, the lead ends unsold, nothing is charged, and the partner may try again', async () => {
  const m = await place().market({ buyers: [{ behaviour: 'reject' }, { behaviour: 'reject' }] });
  const lead = m.lead();
  const answer = await m.post(lead);
  assert.equal(answer.json.result, 'rejected', answer.text);
  assert.equal(answer.json.msg, 'No buyer accepted the lead');
  m.buyers[0]?.simulator.control({ behaviour: 'accept' });
  const again = await m.post({ ...lead, firstName: 'Robin' });
  assert.equal(again.json.result, 'success', again.text);
});

test('filters by state, age and a custom field each keep their reason in the waterfall', async () => {
  const m = await place().market({
    buyers: [
      { contract: { geoFilters: { states: ['FL'] } } },
      { contract: { demographicFilters: { minAge: 65 } } },
      { contract: { customFilters: [{ field: 'treatment', operator: 'equals', value: 'implants' }] } },
    ],
  });
  const answer = await m.post();
  assert.equal(answer.json.result, 'rejected', answer.text);
  assert.equal(answer.json.msg, 'No matching contracts');
  const rows = await place().waterfallOf(answer.json.leadId);
  assert.deepEqual(rows.map((row) => row.reasonCode).toSorted(), [
    'demographic_mismatch',
    'field_missing',
    'geo_mismatch',
  ]);
});

test('a slow buyer leaves the lead pending at the deadline, and the status route tells the end', async () => {
  const m = await place().market({ campaign: { responseDeadlineMs: 200 }, buyers: [{ behaviour: 'slow' }] });
  const answer = await m.post();
  assert.equal(answer.json.result, 'accepted', answer.text);
  assert.equal(answer.json.data.status, 'pending');
  assert.equal(await endOf(m, answer.json.leadId), 'sold');
});

/** What became of a lead that was pending, within five seconds. */
async function endOf(m: Market, leadId: string): Promise<string> {
  let status = 'pending';
  for (let round = 0; round < 50 && status === 'pending'; round += 1) {
    await new Promise((resolve) => setTimeout(resolve, 100));
    status = (await m.posting.get(`/api/v1/leads/${leadId}/status`)).json.data.status;
  }
  return status;
}

/** Waits until the first buyer has the lead in hand: what is given up before was never sent. */
async function reachedBuyer(m: Market): Promise<void> {
  for (let round = 0; round < 100 && m.buyers[0]?.simulator.received().length === 0; round += 1)
    await new Promise((resolve) => setTimeout(resolve, 10));
}

test('a process that was only slow, and believed to be gone, still settles when its buyer accepts', async () => {
  const m = await place().market({
    campaign: { responseDeadlineMs: 100 },
    buyers: [{ behaviour: 'slow', contract: { uncertainPolicy: 'hold' } }, { contract: { price: '1.00' } }],
  });
  const { leadId } = (await m.post()).json;
  await reachedBuyer(m);
  await place().app.owner.query({
    text: `WITH given_up AS (
        UPDATE delivery_attempts SET outcome = 'uncertain', reason = 'process_lost', finished_at = now()
        WHERE sale_id = (SELECT sale_id FROM sales WHERE lead_id = $1) AND outcome IS NULL RETURNING sale_id)
      UPDATE sales SET status = 'uncertain' WHERE sale_id = (SELECT sale_id FROM given_up)`,
    values: [leadId],
  });
  assert.equal(await endOf(m, leadId), 'sold');
  const [row] = await place().waterfallOf(leadId);
  assert.equal(row?.disposition, 'delivered');
});

test('a lead that is erased while a buyer has it stays erased, and what the buyer owes is booked', async () => {
  const m = await place().market({ campaign: { responseDeadlineMs: 100 }, buyers: [{ behaviour: 'slow' }] });
  const { leadId } = (await m.post()).json;
  await place().app.owner.query({ text: "UPDATE leads SET status = 'erased' WHERE lead_id = $1", values: [leadId] });
  const sale = async () => {
    const [row] = await place().app.owner.query<{ status: string; booked: number }>({
      text: `SELECT status, (SELECT count(*) FROM ledger_entries AS l WHERE l.sale_id = s.sale_id) AS booked
        FROM sales AS s WHERE lead_id = $1`,
      values: [leadId],
    });
    return row;
  };
  for (let round = 0; round < 50 && (await sale())?.status !== 'settled'; round += 1)
    await new Promise((resolve) => setTimeout(resolve, 100));
  assert.deepEqual(await sale(), { status: 'settled', booked: 4 });
  assert.equal(await endOf(m, leadId), 'erased');
});

test('a buyer that does not answer leaves the sale uncertain: held, never resold, resolved by a person', async () => {
  const m = await place().market({
    buyers: [
      { behaviour: 'timeout', contract: { price: '40.00', uncertainPolicy: 'hold' } },
      { contract: { price: '10.00' } },
    ],
  });
  const answer = await m.post();
  assert.equal(answer.json.result, 'accepted', answer.text);
  assert.equal(m.buyers[1]?.simulator.received().length, 0);
  const [row] = await place().waterfallOf(answer.json.leadId);
  assert.equal(row?.disposition, 'pending');
  const resolved = await place().admin.post(`/api/v1/sales/${row?.saleId}/resolve`, { outcome: 'rejected' });
  assert.equal(resolved.status, 200, resolved.text);
  assert.equal(resolved.json.data.status, 'sold');
  assert.equal(m.buyers[1]?.simulator.received().length, 1);
  const events = await place().app.owner.query<{ action: string; classes: string[] }>({
    text: `SELECT action, phi_classes AS classes FROM audit_events
      WHERE $1 = ANY (entity_ids) AND action IN ('sale.resolve', 'lead.deliver') ORDER BY event_id`,
    values: [row?.saleId],
  });
  assert.deepEqual(events, [
    { action: 'lead.deliver', classes: ['licensed'] },
    { action: 'sale.resolve', classes: [] },
  ]);
});

test('an unreadable answer and a redirect are uncertain, not sold', async () => {
  for (const behaviour of ['garbage', 'http_302', 'status_500'] as const) {
    const m = await place().market({ buyers: [{ behaviour, contract: { uncertainPolicy: 'hold' } }] });
    const answer = await m.post();
    assert.equal(answer.json.result, 'accepted', `${behaviour}: ${answer.text}`);
    assert.equal(answer.json.data.status, 'pending');
  }
});

test('a change of a contract counts for the very next lead', async () => {
  const m = await place().market({ buyers: [{ contract: { price: '30.00' } }, { contract: { price: '20.00' } }] });
  assert.equal((await m.post()).json.result, 'success');
  const paused = await place().admin.put(`/api/v1/contracts/${m.buyers[0]?.contractId}/status`, { status: 'paused' });
  assert.equal(paused.status, 200, paused.text);
  assert.equal((await m.post()).json.result, 'success');
  assert.deepEqual(
    m.buyers.map((buyer) => buyer.simulator.received().length),
    [1, 1],
  );
});

test('a test lead is decided and not delivered', async () => {
  const m = await place().market({ buyers: [{}] });
  const answer = await m.post(m.lead({ isTest: true }));
  assert.equal(answer.json.data.status, 'matched', answer.text);
  assert.equal(m.buyers[0]?.simulator.received().length, 0);
});

test('under HIPAA nothing is sold without an agreement in force', async () => {
  const m = await place().market({ regime: 'hipaa', buyers: [{}] });
  const answer = await m.post();
  assert.equal(answer.json.result, 'rejected', answer.text);
  assert.equal((await place().waterfallOf(answer.json.leadId))[0]?.reasonCode, 'agreement_missing');
});

assertNoProblems(place);
