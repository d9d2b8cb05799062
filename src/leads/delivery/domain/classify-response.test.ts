import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { type AttemptOutcome, classify, type Classified } from './classify-response.ts';

const answer = (status: number, body: unknown): Classified =>
  classify({
    kind: 'response',
    status,
    contentType: 'application/json',
    bodyText: typeof body === 'string' ? body : JSON.stringify(body),
  });
const outcomes = (status: number, bodies: readonly unknown[]): AttemptOutcome[] =>
  bodies.map((body) => answer(status, body).outcome);
const all = (list: readonly AttemptOutcome[], expected: AttemptOutcome): void =>
  assert.deepEqual(
    list,
    list.map(() => expected),
  );

test('a 2xx that says accepted, success or sold in whole words is a sale', () => {
  all(
    outcomes(200, [
      { accepted: true },
      { accepted: 'true' },
      { Accepted: true },
      { status: 'accepted' },
      { status: 'Success' },
      { STATUS: ' SOLD ' },
      { accepted: true, status: 'success' },
      { data: { status: 'sold' } },
      { data: { accepted: true } },
      '\uFEFF{"status":"sold"}',
    ]),
    'accepted',
  );
  assert.equal(answer(201, { status: 'accepted' }).outcome, 'accepted');
});

test('named reject values and a false acceptance are rejections', () => {
  all(
    outcomes(200, [
      { accepted: false },
      { status: 'rejected' },
      { status: 'Declined' },
      { status: 'no match' },
      { status: 'no-match' },
      { status: 'invalid' },
      { data: { status: 'unsold' } },
      { accepted: false, status: 'rejected' },
    ]),
    'rejected',
  );
});

test('"unsuccessful" is not success, nor is any word that merely holds one (bug 15)', () => {
  assert.equal(answer(200, { status: 'unsuccessful' }).outcome, 'rejected');
  all(outcomes(200, [{ status: 'not accepted' }]), 'rejected');
  all(
    outcomes(200, [
      { status: 'success?' },
      { status: 'partial success' },
      { status: 'presold' },
      { note: 'success' },
      'success',
      '"success"',
    ]),
    'uncertain',
  );
});

test('a 2xx without a verdict is not a sale, however well it parses (bug 15)', () => {
  all(
    outcomes(200, [
      {},
      { ok: true },
      { success: true },
      { status: 200 },
      { status: null },
      { status: 'pending' },
      { status: ['sold'] },
      { accepted: 1 },
      { accepted: 'yes' },
      [],
      [{ status: 'sold' }],
      'null',
      'true',
      '1',
    ]),
    'uncertain',
  );
});

test('the text "false" is not an acceptance (bug 16)', () => {
  all(outcomes(200, [{ accepted: 'false' }, { Accepted: 'False' }, { data: { accepted: ' FALSE ' } }]), 'rejected');
});

test('numeric and peculiar keys in a reply are keys like others (bug 30)', () => {
  const peculiar = '"0":"a","4294967294":"b","999999999999":{"1000000000":1},"__proto__":{"status":"rejected"}';
  const body = `{${peculiar},"constructor":1,"status":"accepted"}`;
  assert.equal(answer(200, body).outcome, 'accepted');
  assert.equal(answer(200, '{"__proto__":{"status":"accepted","accepted":true}}').outcome, 'uncertain');
  assert.equal(answer(200, '{"4294967295":1}').outcome, 'uncertain');
});

test('a reply at odds with itself is uncertain, and a duplicate says more than a rejection', () => {
  const contradictions = outcomes(200, [
    { accepted: true, status: 'rejected' },
    { accepted: false, status: 'success' },
    { status: 'success', data: { status: 'rejected' } },
    { status: 'sold', Status: 'duplicate' },
    { accepted: true, data: { accepted: false } },
  ]);
  all(contradictions, 'uncertain');
  all(
    outcomes(200, [
      { status: 'duplicate' },
      { status: 'Duplicated' },
      { accepted: false, status: 'duplicate' },
      { status: 'rejected', data: { status: 'duplicate' } },
    ]),
    'duplicate',
  );
});

test('what is not a JSON object is uncertain', () => {
  for (const body of ['', ' ', '<status>accepted</status>', '{"status":"accepted"', 'OK', '{status: accepted}']) {
    assert.deepEqual([answer(200, body).outcome, answer(200, body).reasonCode], ['uncertain', 'unreadable_reply']);
  }
  assert.equal(answer(204, '').outcome, 'uncertain');
  assert.equal(answer(200, `${'['.repeat(100_000)}${']'.repeat(100_000)}`).outcome, 'uncertain');
  assert.equal(
    answer(200, `{"data":${'{"data":'.repeat(50_000)}1${'}'.repeat(50_000)},"status":"sold"}`).outcome,
    'accepted',
  );
});

test('a client error by which nothing was taken is definite, and a body may say which', () => {
  all(
    [400, 422].map((status) => answer(status, '').outcome),
    'rejected',
  );
  all(
    [401, 402, 403, 404, 405, 406, 407, 410, 411, 413, 414, 415, 417, 421, 425, 426, 429, 431, 451].map(
      (status) => answer(status, 'no').outcome,
    ),
    'failed',
  );
  assert.deepEqual(
    [
      answer(422, { status: 'duplicate' }).outcome,
      answer(404, { status: 'rejected' }).outcome,
      answer(409, { status: 'duplicate' }).outcome,
    ],
    ['duplicate', 'rejected', 'duplicate'],
  );
  assert.equal(answer(400, { accepted: true }).outcome, 'uncertain');
  assert.equal(answer(400, { accepted: true, status: 'rejected' }).outcome, 'uncertain');
});

test('an answer behind which the buyer may have the lead is uncertain', () => {
  all(
    [100, 302, 303, 304, 408, 409, 418, 499, 500, 502, 503, 504, 520, 599, 600, 0].map(
      (status) => answer(status, '').outcome,
    ),
    'uncertain',
  );
  assert.equal(answer(300, { status: 'accepted' }).outcome, 'uncertain');
  assert.deepEqual(
    [499, 500, 599, 600].map((status) => answer(status, '').reasonCode),
    ['unexpected_status', 'server_error', 'server_error', 'unexpected_status'],
  );
  assert.equal(answer(500, { status: 'rejected' }).outcome, 'uncertain');
  assert.equal(answer(503, { status: 'accepted' }).outcome, 'uncertain');
});

test('a redirect is not followed; the kinds that come before the work is done are failures', () => {
  all(
    [301, 307, 308, 501].map((status) => answer(status, '').outcome),
    'failed',
  );
});

test('what was never sent failed, and what left without an answer is uncertain', () => {
  assert.deepEqual(classify({ kind: 'not_sent', reason: 'address_not_public' }), {
    outcome: 'failed',
    reasonCode: 'address_not_public',
  });
  assert.deepEqual(classify({ kind: 'uncertain', reason: 'timeout' }), { outcome: 'uncertain', reasonCode: 'timeout' });
  assert.deepEqual(classify({ kind: 'uncertain', reason: 'Error: ada@example.com' }), {
    outcome: 'uncertain',
    reasonCode: 'no_answer',
  });
});

test("the buyer's id of the lead is taken from an acceptance or a duplicate, if it is an id", () => {
  assert.equal(answer(200, { status: 'sold', leadId: 42 }).buyerLeadId, '42');
  assert.equal(answer(200, { status: 'sold', data: { buyerLeadId: 'B-7' } }).buyerLeadId, 'B-7');
  assert.equal(answer(200, { status: 'duplicate', id: 'B-8' }).buyerLeadId, 'B-8');
  for (const id of [1.5, {}, '', 'a b', 'x'.repeat(256), 'é', null])
    assert.ok(!('buyerLeadId' in answer(200, { status: 'sold', id })));
  assert.ok(!('buyerLeadId' in answer(200, { status: 'rejected', id: 'B-9' })));
});

test("the buyer's words are kept on one line and short", () => {
  assert.equal(answer(200, { status: 'rejected', msg: ' out of\n\tarea\u0000 ' }).message, 'out of area');
  assert.equal(answer(422, { error: 'x'.repeat(5000) }).message?.length, 200);
  assert.ok(!('message' in answer(200, { status: 'sold', message: {} })));
});

test('whatever a buyer answers, its reason is a plain code and only a 2xx can be a sale', () => {
  const value = fc.oneof(
    fc.constantFrom(
      true,
      false,
      'true',
      'false',
      'accepted',
      'success',
      'sold',
      'rejected',
      'duplicate',
      'unsuccessful',
      'pending',
      null,
      1,
    ),
    fc.string(),
  );
  const level = fc.dictionary(
    fc.constantFrom('accepted', 'Accepted', 'status', 'STATUS', 'data', 'id', 'msg', '0', '__proto__'),
    value,
  );
  const body = fc.oneof(
    level.map((top) => JSON.stringify(top)),
    fc.tuple(level, level).map(([top, data]) => JSON.stringify({ ...top, data })),
    fc.string(),
  );
  fc.assert(
    fc.property(fc.integer({ min: 100, max: 599 }), body, (status, bodyText) => {
      const { outcome, reasonCode } = answer(status, bodyText);
      assert.match(reasonCode, /^[a-z_]+$/);
      if (outcome === 'accepted') {
        assert.ok(status >= 200 && status < 300);
        assert.match(bodyText, /"accepted"|"status"/i);
      }
      if (outcome !== 'uncertain') assert.ok(status < 500 || status === 501);
    }),
    { numRuns: 1000 },
  );
});
