import assert from 'node:assert/strict';
import { test } from 'node:test';
import { keyFor } from '../kit/parties.ts';
import type { Market } from '../kit/market.ts';
import { assertNoProblems, testPlace } from '../kit/place.ts';
import { made, refused } from '../kit/refusals.ts';

const place = testPlace();

interface Check {
  readonly id: string;
  readonly ok: boolean;
  readonly remedy: string | null;
}
interface Judged {
  readonly contractId: string;
  readonly canSell: boolean;
  readonly ok: boolean;
  readonly reasons: { readonly code: string; readonly text: string }[];
}

async function readinessOf(offerId: string) {
  const answer = await place().admin.get(`/api/v1/offers/${offerId}/readiness`);
  assert.equal(answer.status, 200, answer.text);
  return answer.json.data as { canSell: boolean; checks: Check[]; contracts: Judged[]; campaigns: Judged[] };
}

const failing = ({ checks }: { checks: Check[] }): string[] => checks.filter(({ ok }) => !ok).map(({ id }) => id);
const codesOf = (rows: readonly Judged[]): string[][] => rows.map(({ reasons }) => reasons.map(({ code }) => code));
const change = async (path: string, body: object): Promise<void> => {
  const answer = await place().admin.patch(path, body);
  assert.equal(answer.status, 200, answer.text);
};

/** Whether a lead that fits is sold, and by which codes its contracts refused it. */
async function decided(m: Market): Promise<string[]> {
  const { leadId, result } = (await m.post()).json;
  if (leadId === null) return [result];
  return (await place().waterfallOf(leadId)).map((row) => row.reasonCode);
}

test('an offer with a campaign and a contract that can sell is ready, and sells', async () => {
  const m = await place().market({ buyers: [{}] });
  const ready = await readinessOf(m.offerId);
  assert.deepEqual([ready.canSell, failing(ready)], [true, []]);
  assert.ok(ready.checks.every(({ remedy }) => remedy === null));
  assert.deepEqual(codesOf([...ready.contracts, ...ready.campaigns]), [[], []]);
  assert.equal((await m.post()).json.result, 'success');
});

test('an empty offer in setup says each thing that it lacks, with what to do', async () => {
  const { admin } = place();
  const { id: verticalId } = await made(admin, '/api/v1/verticals', { name: 'Bare', slug: 'bare', status: 'inactive' });
  const { id } = await made(admin, '/api/v1/offers', { name: 'Bare', verticalId, status: 'setup' });
  const bare = await readinessOf(id);
  assert.equal(bare.canSell, false);
  const all = ['offer_active', 'vertical_active', 'campaigns_linked', 'campaigns_ready', 'contracts_linked'];
  assert.deepEqual(failing(bare), [...all, 'contracts_ready']);
  assert.ok(bare.checks.every(({ remedy }) => typeof remedy === 'string' && remedy.endsWith('.')));
});

test('a contract that a decision refuses, whatever the lead, has the same reason here', async () => {
  const m = await place().market({ buyers: [{}] });
  const [buyer] = m.buyers;
  const contract = `/api/v1/contracts/${buyer?.contractId}`;
  const steps = [
    { path: contract, broken: { status: 'paused' }, mended: { status: 'active' }, code: 'contract_inactive' },
    {
      path: `/api/v1/buyers/${buyer?.buyerId}`,
      broken: { status: 'paused' },
      mended: { status: 'active' },
      code: 'buyer_inactive',
    },
    {
      path: contract,
      broken: { customFilters: [{ field: 'size', operator: 'equals', value: 'large' }] },
      mended: { customFilters: [] },
      code: 'field_missing',
    },
  ];
  for (const { path, broken, mended, code } of steps) {
    await change(path, broken);
    const state = await readinessOf(m.offerId);
    assert.deepEqual([state.canSell, failing(state), codesOf(state.contracts)], [false, ['contracts_ready'], [[code]]]);
    assert.deepEqual(await decided(m), [code]);
    await change(path, mended);
  }
  assert.equal((await readinessOf(m.offerId)).canSell, true);
});

test('under HIPAA no contract is ready, for want of an agreement and of signatures, and no lead is sold', async () => {
  const m = await place().market({ regime: 'hipaa', buyers: [{}] });
  assert.deepEqual(codesOf((await readinessOf(m.offerId)).contracts), [['agreement_missing', 'consent_not_given']]);
  assert.deepEqual(await decided(m), ['agreement_missing']);
});

test('a campaign that takes no leads, or tests only, is not ready', async () => {
  const m = await place().market({ buyers: [{}] });
  const campaign = `/api/v1/campaigns/${m.campaignId}`;
  await change(campaign, { status: 'testing' });
  const testing = await readinessOf(m.offerId);
  assert.deepEqual([failing(testing), codesOf(testing.campaigns)], [['campaigns_ready'], [['testing']]]);
  await change(campaign, { status: 'paused' });
  await change(`/api/v1/partners/${m.partnerId}`, { status: 'paused' });
  const { campaigns } = await readinessOf(m.offerId);
  assert.deepEqual(codesOf(campaigns), [['partner_inactive', 'campaign_inactive']]);
});

test('a contract without an address is told apart from one that is paused', async () => {
  const m = await place().market({ buyers: [{}] });
  const { buyerId } = await made(place().admin, '/api/v1/contracts', {
    name: 'Unset',
    buyerId: m.buyers[0]?.buyerId,
    verticalId: m.verticalId,
    price: '9.00',
  });
  const { data } = (await place().admin.get('/api/v1/contracts/readiness')).json;
  const unset = data.contracts.find((row: { name: string }) => row.name === 'Unset');
  assert.equal(unset.buyerId, buyerId);
  assert.deepEqual(codesOf([unset]), [['not_set_up', 'not_offered']]);
});

test('contracts in one sentence: for staff by offers too, for a buyer its own, archived ones not at all', async () => {
  const { app } = place();
  const { admin } = await app.tenant();
  const { id: verticalId } = await made(admin, '/api/v1/verticals', { name: 'Own', slug: 'own' });
  const { id: offerId } = await made(admin, '/api/v1/offers', { name: 'Own', verticalId, status: 'active' });
  const buyers = [
    await made(admin, '/api/v1/buyers', { name: 'One' }),
    await made(admin, '/api/v1/buyers', { name: 'Two' }),
  ];
  const make = async (index: number, more: object = {}): Promise<string> => {
    const delivery = { deliveryUrl: 'https://buyer.example.com/leads', status: 'active', price: '9.00' };
    const body = { name: `Of ${index}`, buyerId: buyers[index].id, verticalId, ...delivery, ...more };
    return (await made(admin, '/api/v1/contracts', body)).id;
  };
  const linked = await make(0);
  const unlinked = await make(0);
  await make(0, { status: 'archived' });
  const other = await make(1, { status: 'paused' });
  for (const contractId of [linked, other]) await made(admin, `/api/v1/offers/${offerId}/contracts`, { contractId });
  const staff = (await admin.get('/api/v1/contracts/readiness')).json.data;
  assert.deepEqual([staff.canSell, staff.total], [1, 3]);
  assert.deepEqual(
    new Map(staff.contracts.map((row: Judged) => [row.contractId, row.reasons.map(({ code }) => code)])),
    new Map([
      [linked, []],
      [unlinked, ['not_offered']],
      [other, ['contract_inactive']],
    ]),
  );
  const one = (await admin.get(`/api/v1/contracts/readiness?contractId=${unlinked}`)).json.data;
  assert.deepEqual([one.canSell, one.total, codesOf(one.contracts)], [0, 1, [['not_offered']]]);
  const counted = (await admin.get('/api/v1/contracts/readiness?countsOnly=true')).json.data;
  assert.deepEqual(counted, { canSell: 1, total: 3, contracts: [] });
  const buyer = (await keyFor(app, admin, { buyerId: buyers[0].id })).client;
  const foreign = (await buyer.get(`/api/v1/contracts/readiness?contractId=${other}`)).json.data;
  assert.deepEqual(foreign, { canSell: 0, total: 0, contracts: [] });
  const own = (await buyer.get('/api/v1/contracts/readiness')).json.data;
  assert.deepEqual([own.canSell, own.total], [2, 2]);
  refused(await buyer.get(`/api/v1/offers/${offerId}/readiness`), 403, 'FORBIDDEN');
  refused(await place().admin.get(`/api/v1/offers/${offerId}/readiness`), 404, 'NOT_FOUND');
});

assertNoProblems(place);
