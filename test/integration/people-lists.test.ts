import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Market } from '../kit/market.ts';
import { assertNoProblems, testPlace } from '../kit/place.ts';

const place = testPlace();

let serial = 0;
/** Posts a lead of somebody; gives whose it is, as the lead tells. */
async function post(m: Market, more: object): Promise<{ readonly personId: string }> {
  serial += 1;
  const { json, text } = await m.post(m.lead({ ...more, firstName: `Avery ${serial}` }));
  assert.equal(json.result, 'rejected', text);
  const lead = await place().admin.get(`/api/v1/leads/${json.leadId}?masked=true`);
  assert.equal(lead.status, 200, lead.text);
  return { personId: lead.json.data.personId };
}

const rowsOf = (answer: { readonly json: { readonly data: { readonly id: string }[] } }): string[] =>
  answer.json.data.map(({ id }) => id);

test('people are ordered as the caller asks, either way, and a cursor is read in the usual order only', async () => {
  const m = await place().market({ buyers: [{ behaviour: 'reject' }], offer: { dedupEnabled: false } });
  const [one, other] = ['one@orders.example', 'other@orders.example'].map((email) => ({ email }));
  const { personId: first } = await post(m, { ...one, state: 'WY', zipCode: '82001' });
  const { personId: second } = await post(m, { ...other, state: 'AZ', zipCode: '85001' });
  const lead = await post(m, { ...one, state: 'WY', zipCode: '82001' });
  assert.equal(lead.personId, first, 'a lead names its person');
  const list = (more: string) => place().admin.get(`/api/v1/people?verticalId=${m.verticalId}&${more}`);
  const expected: Readonly<Record<string, readonly string[]>> = {
    displayId: [first, second],
    state: [second, first],
    leadCount: [second, first],
    lastActivityAt: [second, first],
    createdAt: [first, second],
    updatedAt: [second, first],
  };
  for (const [sort, ids] of Object.entries(expected)) {
    assert.deepEqual(rowsOf(await list(`sort=${sort}&sortDirection=asc`)), ids, sort);
    assert.deepEqual(rowsOf(await list(`sort=${sort}`)), ids.toReversed(), `${sort}, the other way round`);
  }
  assert.deepEqual(rowsOf(await list('sort=leadCount&limit=1&offset=1')), [second]);
  assert.deepEqual(rowsOf(await list('filter=hasLeads')).toSorted(), [first, second].toSorted());
  assert.deepEqual(rowsOf(await list('filter=hasRelated')).length, 2);
  for (const later of ['filter=hasCalls', 'sort=callCount']) assert.match((await list(later)).text, /in this version/);
  const refused = await list('sort=createdAt&cursor=&offset=1');
  assert.deepEqual(
    refused.json.error.details.fields.map(({ field }: { field: string }) => field),
    ['offset', 'sort'],
  );
  assert.equal((await list('sort=createdat')).status, 400);
});

assertNoProblems(place);
