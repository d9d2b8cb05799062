import assert from 'node:assert/strict';
import { test } from 'node:test';
import { newId } from '../../src/kernel/ids.ts';
import { assertNoProblems, testPlace } from '../kit/place.ts';
import { made } from '../kit/refusals.ts';

const place = testPlace();

test('the posting log is searched by lead, request, code and endpoint, exactly, and by nothing of a lead', async () => {
  const m = await place().market({ buyers: [{}] });
  const { leadId } = (await m.post(m.lead({ email: 'nobody.finds@log.example' }))).json;
  const refused = await m.post({ campaignId: m.campaignId });
  assert.equal(refused.status, 400, refused.text);
  const { key } = await made(place().admin, '/api/v1/auth/api-keys', { name: 'p', partnerId: m.partnerId });
  const sides = [
    { path: '/api/admin/posting-log', client: place().admin },
    { path: '/api/partner/posting-log', client: place().app.client(key) },
  ];
  for (const { path, client } of sides) {
    const search = async (value: string): Promise<string[]> => {
      const answer = await client.get(`${path}?campaignId=${m.campaignId}&search=${encodeURIComponent(value)}`);
      assert.equal(answer.status, 200, answer.text);
      return answer.json.data.map(({ id }: { id: string }) => id);
    };
    const all = (await client.get(`${path}?campaignId=${m.campaignId}`)).json.data;
    const [fault, sold] = all;
    assert.deepEqual([all.length, sold.leadId, fault.httpStatus], [2, leadId, 400]);
    assert.deepEqual(await search(leadId), [sold.id]);
    assert.deepEqual(await search(fault.requestId), [fault.id]);
    assert.deepEqual(await search(fault.code), [fault.id]);
    assert.deepEqual(await search(fault.endpoint), [fault.id, sold.id]);
    for (const value of ['nobody.finds@log.example', newId(), leadId.slice(0, 8)])
      assert.deepEqual(await search(value), [], value);
  }
});

assertNoProblems(place);
