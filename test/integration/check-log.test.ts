import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkedBy, testVendors } from '../kit/checks.ts';
import { assertNoProblems, testPlace } from '../kit/place.ts';

const place = testPlace();
const vendorOf = testVendors(place);
const logOf = async (query: string) => {
  const answer = await place().admin.get(`/api/admin/check-log?${query}`);
  assert.equal(answer.status, 200, answer.text);
  return answer.json.data;
};

test('the log of checks is narrowed by vendor, outcome, lead and days, and paged by its last row', async () => {
  const m = await place().market({ buyers: [{}] });
  const [dnc, mail] = [await vendorOf({}, 'clear'), await vendorOf({ kind: 'email' }, 'status_500')];
  await checkedBy(place(), m, [
    [dnc, 'refuse'],
    [mail, 'accept'],
  ]);
  const posts = [await m.post(), await m.post(m.lead({ phone: '5125550199' })), await m.post()];
  const leadId = posts[0]?.json.leadId;
  const of = `campaignId=${m.campaignId}`;
  const seen = async (more: string) =>
    (await logOf(`${of}&${more}`)).map((row: Record<string, unknown>) => [row['vendorId'], row['result']]);
  assert.equal((await seen('')).length, 6);
  assert.deepEqual(await seen(`vendorId=${mail.id}&leadId=${leadId}`), [[mail.id, 'http_error']]);
  assert.deepEqual(await seen('result=listed'), [[dnc.id, 'listed']]);
  assert.deepEqual(await seen('result=http_error&refused=true'), [[mail.id, 'http_error']]);
  const today = new Date().toISOString().slice(0, 10);
  assert.equal((await seen(`dateFrom=${today}`)).length, 6);
  assert.equal((await seen(`dateTo=${new Date(Date.now() - 86_400_000).toISOString().slice(0, 10)}`)).length, 0);
  const ids: string[] = [];
  let cursor = '';
  do {
    const page = (await place().admin.get(`/api/admin/check-log?${of}&limit=4&cursor=${cursor}`)).json;
    ids.push(...page.data.map(({ id }: { id: string }) => id));
    cursor = page.pagination.nextCursor ?? '';
  } while (cursor !== '');
  assert.equal(new Set(ids).size, 6);
  assert.equal(ids.length, 6);
  for (const wrong of ['result=maybe', 'vendorId=4', 'dateFrom=soon'])
    assert.equal((await place().admin.get(`/api/admin/check-log?${wrong}`)).status, 400, wrong);
});

assertNoProblems(place);
