import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readAnswer } from './outcome.ts';

const answer = (status: number, json: unknown, headers: Record<string, string> = {}) => ({ status, json, headers });

test('a sale tells lead and payout', () => {
  const json = {
    result: 'success',
    leadId: 'id-1',
    msg: null,
    idempotent: true,
    data: { shortId: 'L-1', status: 'sold', revenue: '12.00' },
  };
  assert.deepEqual(readAnswer(answer(200, json), 0), {
    kind: 'final',
    outcome: { kind: 'sold', leadId: 'id-1', shortId: 'L-1', payout: '12.00', message: '', repeat: true },
  });
});

test('pending, rejected and duplicate leads are final and pay nothing', () => {
  for (const [result, kind] of [
    ['accepted', 'pending'],
    ['rejected', 'rejected'],
    ['duplicate', 'duplicate'],
  ]) {
    const reading = readAnswer(answer(200, { result, msg: 'Why', data: { revenue: '0.00' } }), 0);
    assert.ok(reading.kind === 'final' && reading.outcome.kind === kind && 'payout' in reading.outcome);
    assert.equal(reading.outcome.payout, '');
    assert.equal(reading.outcome.message, 'Why');
  }
});

test('a refusal names every faulty field', () => {
  const fields = [
    { field: 'phone', rule: 'x', message: 'Send it.' },
    { field: 'email', rule: 'x', message: 'Is required.' },
  ];
  const error = { code: 'VALIDATION_ERROR', message: 'm', details: { fields } };
  const reading = readAnswer(answer(400, { error }), 0);
  assert.deepEqual(reading, {
    kind: 'final',
    outcome: { kind: 'refused', code: 'VALIDATION_ERROR', message: 'phone: Send it. email: Is required.' },
  });
});

test('a busy server is believed about the time, as seconds or as a date', () => {
  const now = Date.UTC(2026, 5, 1, 12, 0, 0);
  const waits = [
    ['7', 7000],
    ['Mon, 01 Jun 2026 12:00:30 GMT', 30_000],
    ['Mon, 01 Jun 2026 11:00:00 GMT', 0],
    ['soon', undefined],
  ] as const;
  for (const status of [429, 503, 507]) {
    for (const [given, afterMs] of waits) {
      const reading = readAnswer(answer(status, undefined, { 'retry-after': given }), now);
      assert.ok(reading.kind === 'busy');
      assert.equal(reading.afterMs, afterMs);
    }
  }
});

test('a broken server is asked again, a wrong key or address ends the run', () => {
  for (const status of [500, 502, 504]) assert.equal(readAnswer(answer(status, undefined), 0).kind, 'failed');
  for (const status of [401, 403, 404, 405])
    assert.equal(readAnswer(answer(status, { error: { code: 'X', message: 'm' } }), 0).kind, 'hopeless');
  for (const json of [undefined, null, [], 'ok', {}, { result: 'fine' }])
    assert.equal(readAnswer(answer(200, json), 0).kind, 'hopeless');
});

test('text of a server cannot steer the terminal, nor fill it', () => {
  const message = `\u001b[2J\u0007\u202Eevil\n${'x'.repeat(10_000)}`;
  const reading = readAnswer(answer(400, { error: { code: 'A\u001b[31mB', message } }), 0);
  assert.ok(reading.kind === 'final' && reading.outcome.kind === 'refused');
  assert.doesNotMatch(reading.outcome.message + reading.outcome.code, /[\p{Cc}\p{Cf}]/u);
  assert.ok(reading.outcome.message.length <= 500);
});
