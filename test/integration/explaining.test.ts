import assert from 'node:assert/strict';
import { test } from 'node:test';
import { personOf } from '../kit/people.ts';
import { checkedBy, testVendors } from '../kit/checks.ts';
import { assertNoProblems, testPlace } from '../kit/place.ts';

const place = testPlace();
const vendorOf = testVendors(place);

const explain = async (leadId: string, client = place().admin) => {
  const answer = await client.post(`/api/v1/leads/${leadId}/explain`, {});
  assert.equal(answer.status, 200, answer.text);
  return answer.json.data;
};

test('a decision made again from its record is the same, after prices and filters were changed', async () => {
  const m = await place().market({
    rule: 'round_robin',
    buyers: [
      { contract: { price: '20.00' } },
      { contract: { price: '30.00', geoFilters: { states: ['FL'] } } },
      { contract: { price: '25.00' }, link: { priority: 3 } },
      { contract: { dailyLeadCap: 1 } },
    ],
  });
  const ids = [(await m.post()).json.leadId, (await m.post()).json.leadId, (await m.post()).json.leadId];
  for (const [index, buyer] of m.buyers.entries()) {
    const changed = await place().admin.patch(`/api/v1/contracts/${buyer.contractId}`, {
      price: `${50 + index}.00`,
      geoFilters: { states: ['NY'] },
    });
    assert.equal(changed.status, 200, changed.text);
  }
  for (const leadId of ids) {
    const data = await explain(leadId);
    assert.equal(data.reproduced.result, 'same', JSON.stringify(data));
    assert.deepEqual(data.reproduced.differences, []);
    assert.equal(data.contracts.length, 4);
    const refused = data.contracts.find((row: { reasonCode: string }) => row.reasonCode === 'geo_mismatch');
    assert.match(refused.reason, /state is not what the contract buys: FL/);
  }
});

test('a decision that its record does not bear out is said to differ, by contract and code', async () => {
  const m = await place().market({ buyers: [{ contract: { geoFilters: { states: ['TX'] } } }, {}] });
  const { leadId } = (await m.post()).json;
  await place().app.owner.query({
    text: `UPDATE contract_versions SET terms = jsonb_set(terms, '{geo,states}', '["FL"]') WHERE contract_id = $1`,
    values: [m.buyers[0]?.contractId],
  });
  const { reproduced } = await explain(leadId);
  assert.equal(reproduced.result, 'differs');
  const kept = reproduced.differences.find(
    ({ contractId }: { contractId: string }) => contractId === m.buyers[0]?.contractId,
  );
  assert.equal(kept.again, 'geo_mismatch');
});

test('a decision of before, one upon no contract, and one of an erased lead are said to be what they are', async () => {
  const m = await place().market({ buyers: [{}] });
  const { leadId } = (await m.post()).json;
  const set = (text: string) => place().app.owner.query({ text, values: [leadId] });
  await set('UPDATE decisions SET basis = NULL WHERE lead_id = $1');
  assert.equal((await explain(leadId)).reproduced.result, 'not_kept');
  await set("UPDATE leads SET status = 'erased' WHERE lead_id = $1");
  assert.equal((await explain(leadId)).reproduced.result, 'erased');
  const bare = await place().market({ buyers: [] });
  const unsold = await explain((await bare.post()).json.leadId);
  assert.equal(unsold.reproduced.result, 'not_asked');
  assert.equal(unsold.summary, 'The offer had no contract.');
});

test('what a contract asked is told to nobody who may not see the field, and the trail names who asked', async () => {
  const m = await place().market({ buyers: [{ contract: { geoFilters: { states: ['FL'] } } }] });
  const { leadId } = (await m.post()).json;
  const { app, tenantId } = place();
  const blind = await personOf(app, { tenantId, role: 'analyst', piiAccess: false });
  const masked = await explain(leadId, blind.client);
  assert.equal(masked.contracts[0].reasonCode, 'geo_mismatch');
  assert.doesNotMatch(JSON.stringify(masked), /FL/);
  assert.match((await explain(leadId)).contracts[0].reason, /FL/);
  const events = await place().app.owner.query<{ classes: string[] }>({
    text: `SELECT phi_classes AS classes FROM audit_events WHERE action = 'lead.explain' AND $1 = ANY(entity_ids)
      ORDER BY at`,
    values: [leadId],
  });
  assert.deepEqual(
    events.map(({ classes }) => classes),
    [[], ['contact']],
  );
});

const trying = async (campaignId: string, body: object = {}) => {
  const answer = await place().admin.post(`/api/v1/campaigns/${campaignId}/would-sell`, body);
  assert.equal(answer.status, 200, answer.text);
  return answer.json.data;
};

test('would a lead sell now: each contract with verdict, price and payout, and nothing is kept', async () => {
  const m = await place().market({
    campaign: { pricingModel: 'revshare', revsharePercent: '50' },
    buyers: [
      { contract: { price: '20.00' } },
      { contract: { price: '30.00', geoFilters: { states: ['FL'] } } },
      { contract: { price: '40.00', dailyLeadCap: 1 } },
    ],
  });
  const { campaignId: _campaignId, ...lead } = m.lead();
  const count = async () => {
    const tables = ['leads', 'sales', 'decisions', 'lead_tokens', 'posting_log', 'cap_usage', 'intake_claims'];
    const parts = tables.map((name) => `SELECT count(*) AS n FROM ${name}`).join(' UNION ALL ');
    return place().app.owner.query({ text: parts });
  };
  const before = await count();
  const first = await trying(m.campaignId, { lead });
  assert.deepEqual(await count(), before);
  assert.equal(first.wouldSell, true);
  assert.equal(first.isSample, false);
  assert.deepEqual(
    first.contracts.map((row: Record<string, unknown>) => [
      row['rank'],
      row['price'],
      row['payout'],
      row['wouldGetIt'],
      row['reasonCode'],
    ]),
    [
      [1, '40.00', '20.00', true, null],
      [2, '20.00', '10.00', false, null],
      [null, '30.00', '15.00', false, 'geo_mismatch'],
    ],
  );
  assert.equal((await m.post({ ...m.lead(), ...lead, campaignId: m.campaignId })).json.result, 'success');
  const second = await trying(m.campaignId, { lead });
  assert.equal(second.wouldSell, false);
  assert.equal(second.blockedBy.code, 'duplicate');
  const third = await trying(m.campaignId);
  assert.equal(third.isSample, true);
  assert.equal(third.contracts.find((row: { price: string }) => row.price === '40.00').reasonCode, 'cap_reached');
});

test('would a lead sell now: a paused campaign, a suppressed person and faults are told by name', async () => {
  const m = await place().market({ buyers: [{}] });
  const { campaignId: _campaignId, ...lead } = m.lead();
  const listed = await place().admin.post('/api/v1/suppression', { type: 'email', value: lead['email'] });
  assert.equal(listed.status, 201, listed.text);
  assert.equal((await trying(m.campaignId, { lead })).blockedBy.code, 'suppressed');
  const faulty = await place().admin.post(`/api/v1/campaigns/${m.campaignId}/would-sell`, {
    lead: { ...lead, zipCode: 'nowhere' },
  });
  assert.equal(faulty.status, 400);
  assert.match(faulty.text, /zipCode/);
  assert.doesNotMatch(faulty.text, /nowhere/);
  await place().admin.patch(`/api/v1/campaigns/${m.campaignId}`, { status: 'paused' });
  const paused = await trying(m.campaignId);
  assert.equal(paused.wouldSell, false);
  assert.equal(paused.blockedBy.code, 'campaign_inactive');
});

test('would a lead sell now: says which vendors would be asked, and asks none', async () => {
  const m = await place().market({ buyers: [{}] });
  const [dnc, mail] = [await vendorOf(), await vendorOf({ kind: 'email' })];
  await checkedBy(place(), m, [
    [dnc, 'refuse'],
    [mail, 'accept'],
  ]);
  const plansOf = async (body: object = {}, campaignId = m.campaignId) => {
    const { checks } = await trying(campaignId, body);
    return checks.map(({ vendorId, failMode, plan }: Record<string, unknown>) => [vendorId, failMode, plan]);
  };
  const both = (first: string, second = first) => [
    [dnc.id, 'refuse', first],
    [mail.id, 'accept', second],
  ];
  assert.deepEqual(await plansOf(), both('ask'));
  const { campaignId: _campaignId, ...lead } = m.lead();
  assert.deepEqual(await plansOf({ lead }), both('ask'));
  assert.equal(dnc.simulator.received().length + mail.simulator.received().length, 0);
  assert.equal((await m.post({ ...lead, campaignId: m.campaignId })).json.data.status, 'sold');
  assert.deepEqual(await plansOf({ lead }), both('not_ask'), 'a duplicate is refused before');
  const other = await place().market({ buyers: [{}] });
  await checkedBy(place(), other, [
    [dnc, 'refuse'],
    [mail, 'accept'],
  ]);
  const { campaignId: _other, ...next } = other.lead({ email: lead['email'] });
  assert.deepEqual(await plansOf({ lead: next }, other.campaignId), both('ask', 'use_again'));
  assert.equal(dnc.simulator.received().length + mail.simulator.received().length, 2);
});

assertNoProblems(place);
