import assert from 'node:assert/strict';
import { test } from 'node:test';
import { assertNoProblems, testPlace } from '../kit/place.ts';
import { made, names, refused } from '../kit/refusals.ts';

const place = testPlace();
const PREVIEW = '/api/v1/contracts/preview-filters';

async function previewOf(verticalId: string, filters: object) {
  const answer = await place().admin.post(PREVIEW, { verticalId, ...filters });
  assert.equal(answer.status, 200, answer.text);
  return answer.json.data as { matching: number; looked: number; unknown: number; isSampled: boolean };
}
const countsOf = async (verticalId: string, filters: object): Promise<number[]> => {
  const { matching, looked, unknown } = await previewOf(verticalId, filters);
  return [matching, looked, unknown];
};

/** Four leads of last week: two of Beverly Hills, one of San Francisco, one that lacks a birth date and a plan. */
async function fourLeads() {
  const m = await place().market({ buyers: [{}] });
  const plan = { name: 'plan', label: 'Plan', fieldType: 'select', options: ['PPO', 'HMO'] };
  await made(place().admin, `/api/v1/verticals/${m.verticalId}/custom-fields`, plan);
  for (const more of [
    { state: 'CA', zipCode: '90210', dateOfBirth: '1950-01-01', plan: 'PPO' },
    { state: 'CA', zipCode: '90210', dateOfBirth: '2000-01-01', plan: 'HMO' },
    { state: 'CA', zipCode: '94105', dateOfBirth: '1950-01-01', plan: 'HMO' },
    { state: 'NV', zipCode: '89501', dateOfBirth: undefined },
  ])
    assert.equal((await m.post(m.lead(more))).status, 200);
  return m;
}

test('filters are counted over the leads of last week, unknown fields apart, and no value is told', async () => {
  const { verticalId } = await fourLeads();
  const near = { radii: [{ zipCode: '90012', miles: 20 }] };
  assert.deepEqual(await countsOf(verticalId, {}), [4, 4, 0]);
  assert.deepEqual(await countsOf(verticalId, { geoFilters: { states: ['CA'] } }), [3, 4, 0]);
  assert.deepEqual(await countsOf(verticalId, { geoFilters: { states: ['CA'], exclude: true } }), [1, 4, 0]);
  assert.deepEqual(await countsOf(verticalId, { geoFilters: { zipCodes: ['902*'] } }), [2, 4, 0]);
  assert.deepEqual(await countsOf(verticalId, { geoFilters: near }), [2, 4, 0]);
  assert.deepEqual(await countsOf(verticalId, { demographicFilters: { minAge: 65 } }), [2, 4, 1]);
  const either = {
    any: [
      { field: 'plan', operator: 'equals', value: 'PPO' },
      { field: 'zipCode', operator: 'equals', value: '94105' },
    ],
  };
  assert.deepEqual(await countsOf(verticalId, { customFilters: [either] }), [2, 4, 1]);
  assert.deepEqual(
    await countsOf(verticalId, { geoFilters: near, demographicFilters: { maxAge: 40 }, customFilters: [either] }),
    [0, 4, 0],
  );
});

test('tests, other verticals, leads of longer ago and erased leads are not counted', async () => {
  const m = await fourLeads();
  const other = await place().market({ buyers: [{}] });
  await m.post({ ...m.lead(), testMode: true });
  assert.deepEqual(await countsOf(m.verticalId, {}), [4, 4, 0]);
  assert.deepEqual(await countsOf(other.verticalId, {}), [0, 0, 0]);
  await place().app.owner.query({
    text: `UPDATE leads SET received_at = now() - interval '8 days' WHERE vertical_id = $1 AND state = 'NV'`,
    values: [m.verticalId],
  });
  assert.deepEqual(await countsOf(m.verticalId, {}), [3, 3, 0]);
});

test('the trail says which classes were opened for a count, and that none were where the state decides', async () => {
  const { verticalId } = await fourLeads();
  const lastEvent = async () => {
    const [row] = await place().app.owner.query<{ ids: string[]; classes: string[]; detail: object }>({
      text: `SELECT entity_ids AS ids, phi_classes AS classes, detail FROM audit_events
        WHERE action = 'contract.preview_filters' ORDER BY event_id DESC LIMIT 1`,
    });
    assert.ok(row);
    return row;
  };
  await previewOf(verticalId, { geoFilters: { states: ['CA'] } });
  assert.deepEqual(await lastEvent(), { ids: [verticalId], classes: [], detail: { looked: 4, opened: 0 } });
  await previewOf(verticalId, { geoFilters: { states: ['CA'] }, demographicFilters: { minAge: 65 } });
  assert.deepEqual(await lastEvent(), { ids: [verticalId], classes: ['identity'], detail: { looked: 4, opened: 3 } });
});

test('a count tells nobody of fields that they may not see, and every fault of the filters is told', async () => {
  const { verticalId } = await fourLeads();
  const key = await made(place().admin, '/api/v1/auth/api-keys', { name: 'No personal data', piiAccess: false });
  const client = place().app.client(key.key);
  refused(await client.post(PREVIEW, { verticalId, demographicFilters: { minAge: 65 } }), 403, 'FORBIDDEN');
  const answer = await place().admin.post(PREVIEW, {
    verticalId,
    geoFilters: { radii: [{ zipCode: '00000', miles: 5 }] },
    customFilters: [{ any: [{ field: 'plan', operator: 'near' }] }],
  });
  names(answer, 'geoFilters.radii.0.zipCode', 'customFilters.0.any.0.operator');
  const missing = '00000000-0000-7000-8000-000000000000';
  names(await place().admin.post(PREVIEW, { verticalId: missing }), 'verticalId');
});

test('a contract keeps groups and radii as its terms, and a lead is sold and refused by them', async () => {
  const m = await fourLeads();
  const [buyer] = m.buyers;
  assert.ok(buyer);
  const path = `/api/v1/contracts/${buyer.contractId}`;
  const group = {
    any: [
      { field: 'plan', operator: 'equals', value: 'PPO' },
      {
        all: [
          { field: 'plan', operator: 'equals', value: 'HMO' },
          { field: 'city', operator: 'is_not_empty' },
        ],
      },
    ],
  };
  const changed = await place().admin.patch(path, {
    geoFilters: { radii: [{ zipCode: '90012', miles: 20 }] },
    customFilters: [group],
  });
  assert.equal(changed.status, 200, changed.text);
  const { data } = (await place().admin.get(path)).json;
  assert.deepEqual(data.customFilters, [group]);
  assert.deepEqual(
    data.geoFilters.radii.map((one: { zipCode: string; miles: number }) => [one.zipCode, one.miles]),
    [['90012', 20]],
  );
  const codeOf = async (more: object): Promise<string | undefined> => {
    const { leadId } = (await m.post(m.lead({ city: undefined, ...more }))).json;
    return (await place().waterfallOf(leadId))[0]?.reasonCode;
  };
  assert.equal((await m.post(m.lead({ zipCode: '90210', plan: 'PPO' }))).json.result, 'success');
  assert.equal(await codeOf({ zipCode: '94105', plan: 'PPO' }), 'geo_mismatch');
  assert.equal(await codeOf({ zipCode: '00000', plan: 'PPO' }), 'place_unknown');
  assert.equal(await codeOf({ zipCode: '90210', plan: 'HMO' }), 'field_missing');
});

test('an offer of many contracts sells by its matcher, knows of a change at once, and says why each lost', async () => {
  const m = await place().market({ buyers: [{ contract: { customFilters: { plan: 'none' } } }] });
  const [buyer] = m.buyers;
  assert.ok(buyer);
  const ids: string[] = [];
  for (let index = 0; index < 20; index += 1) {
    const { id } = await made(place().admin, '/api/v1/contracts', {
      name: `Many ${index}`,
      buyerId: buyer.buyerId,
      verticalId: m.verticalId,
      price: 10,
      deliveryUrl: buyer.simulator.url,
      geoFilters: { zipCodes: [`100${String(index).padStart(2, '0')}`] },
    });
    await made(place().admin, `/api/v1/offers/${m.offerId}/contracts`, { contractId: id });
    ids.push(id);
  }
  const reasons = async (zipCode: string): Promise<Map<string, string>> => {
    const { leadId } = (await m.post(m.lead({ zipCode }))).json;
    return new Map((await place().waterfallOf(leadId)).map((row) => [row.contractId, row.reasonCode]));
  };
  const first = await reasons('10007');
  assert.deepEqual(
    ids.filter((id) => first.get(id) !== 'geo_mismatch'),
    [ids[7]],
  );
  assert.equal(first.get(buyer.contractId), 'field_missing');
  const changed = await place().admin.patch(`/api/v1/contracts/${ids[3]}`, { geoFilters: { zipCodes: ['10007'] } });
  assert.equal(changed.status, 200, changed.text);
  const second = await reasons('10007');
  assert.deepEqual(
    ids.filter((id) => second.get(id) !== 'geo_mismatch'),
    [ids[3], ids[7]],
  );
  assert.equal((await reasons('10003')).get(ids[3] ?? ''), 'geo_mismatch');
});

assertNoProblems(place);
