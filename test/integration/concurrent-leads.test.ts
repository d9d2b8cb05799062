import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Answer } from '../kit/client.ts';
import type { Market } from '../kit/market.ts';
import { assertNoProblems, testPlace } from '../kit/place.ts';
import { names } from '../kit/refusals.ts';
import { secondProcess } from '../kit/second-process.ts';

const place = testPlace();

const SLOW_MS = 1500;
const wins = (answers: readonly Answer[]): number => answers.filter(({ json }) => json.result === 'success').length;
const slow = (m: Market): void => m.buyers[0]?.simulator.control({ behaviour: 'slow', delayMs: SLOW_MS });
const many = (times: number, post: () => Promise<Answer>): Promise<Answer[]> =>
  Promise.all(Array.from({ length: times }, post));

/** The most leads that a buyer had at the same time without having answered them. */
function mostAtOnce(m: Market): number {
  const begun = (m.buyers[0]?.simulator.received() ?? []).map(({ receivedAt }) => Date.parse(receivedAt));
  const during = (at: number): number => begun.filter((other) => other <= at && at < other + SLOW_MS).length;
  return Math.max(0, ...begun.map(during));
}

const refusalOf = async (answers: readonly Answer[]): Promise<string[]> => {
  const refused = answers.find(({ json }) => json.result !== 'success');
  assert.ok(refused);
  const [row] = await place().waterfallOf(refused.json.leadId);
  return [row?.reasonCode ?? '', row?.reason.split(': ')[1] ?? ''];
};

test('of 40 posts at once a slow buyer gets 3 at the same time, and more once these are answered', async () => {
  const m = await place().market({ buyers: [{ contract: { caps: { concurrent: 3 } } }] });
  slow(m);
  const other = await secondProcess(place().app);
  try {
    const posting = other.client(m.postingKey);
    const [here, there] = await Promise.all([
      many(20, () => m.post()),
      many(20, () => posting.post('/api/v1/leads/submit', m.lead())),
    ]);
    assert.equal(wins([...here, ...there]), 3);
    assert.equal(mostAtOnce(m), 3);
    assert.deepEqual(await refusalOf([...here, ...there]), [
      'cap_reached',
      'The contract has as many leads at once as it takes.',
    ]);
    assert.equal(wins(await many(5, () => m.post())), 3);
    assert.equal(mostAtOnce(m), 3);
  } finally {
    await other.stop();
  }
});

test('what has no answer yet fills the contract, and readiness and a second look say so', async () => {
  const m = await place().market({ buyers: [{ contract: { concurrentLeadCap: 1 }, timeoutSeconds: 30 }] });
  m.buyers[0]?.simulator.control({ behaviour: 'slow', delayMs: 4000 });
  const posts = [m.post(), m.post()];
  // One of the two is refused at once, while the other waits for the buyer.
  const refused = await Promise.any(
    posts.map(async (post) => {
      const answer = await post;
      assert.equal(answer.json.result, 'rejected', answer.text);
      return answer;
    }),
  );
  const offer = await place().admin.get(`/api/v1/offers/${m.offerId}/readiness`);
  const reasons = offer.json.data.contracts.map((one: { reasons: object[] }) => one.reasons);
  assert.deepEqual(reasons, [[{ code: 'cap_reached', text: 'The contract has as many leads at once as it takes.' }]]);
  const again = await place().admin.post(`/api/v1/leads/${refused.json.leadId}/explain`, {});
  assert.equal(again.json.data.reproduced.result, 'same', again.text);
  assert.equal(again.json.data.contracts[0].reason, 'The contract has as many leads at once as it takes.');
  assert.equal(wins(await Promise.all(posts)), 1);
  m.buyers[0]?.simulator.control({ behaviour: 'accept' });
  assert.equal((await m.post()).json.result, 'success');
});

test('a refusal, by the buyer or by a timeout that a person clears up, makes room again', async () => {
  const m = await place().market({ buyers: [{ behaviour: 'reject', contract: { concurrentLeadCap: 1 } }] });
  assert.equal(wins(await many(4, () => m.post())), 0);
  m.buyers[0]?.simulator.control({ behaviour: 'accept' });
  assert.deepEqual([wins([await m.post()]), wins([await m.post()])], [1, 1]);
});

test('a buyer over all its contracts, and a lead that is refused for it goes to the next contract', async () => {
  const m = await place().market({
    rule: 'priority',
    buyers: [{ buyer: { caps: { concurrent: 2 } }, contract: { priority: 1 } }, { contract: { priority: 2 } }],
  });
  slow(m);
  const answers = await many(10, () => m.post());
  assert.equal(wins(answers), 10);
  assert.deepEqual(
    m.buyers.map(({ simulator }) => simulator.received().length),
    [2, 8],
  );
});

test('observed it keeps nobody away, of none it keeps all away, and null lifts it', async () => {
  const { admin } = place();
  const m = await place().market({ buyers: [{ contract: { concurrentLeadCap: 0, capMode: 'observe' } }] });
  const path = `/api/v1/contracts/${m.buyers[0]?.contractId}`;
  assert.equal(wins(await many(3, () => m.post())), 3);
  const shown = await admin.patch(path, { capMode: 'enforce' });
  assert.equal(shown.json.data.concurrentLeadCap, 0);
  assert.equal(wins(await many(3, () => m.post())), 0);
  names(await admin.patch(path, { concurrentLeadCap: 1, caps: { concurrent: 2 } }), 'caps.concurrent');
  await admin.patch(path, { caps: { concurrent: null } });
  assert.equal(wins(await many(3, () => m.post())), 3);
});

assertNoProblems(place);
