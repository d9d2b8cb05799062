import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ApiAnswer, ApiRequest } from '../../demo/api-client.ts';
import { HopelessError, postRow } from './post-row.ts';

const SOLD: ApiAnswer = { status: 200, headers: {}, json: { result: 'success', data: { revenue: '1.00' } } };
const ROW = { body: '{}', key: 'file-key' };

/** A server that answers by a script; the last line of it repeats. */
function scripted(script: readonly (ApiAnswer | Error)[]) {
  const requests: ApiRequest[] = [];
  const waits: number[] = [];
  return {
    requests,
    waits,
    deps: {
      api: {
        async send(request: ApiRequest) {
          const step = script[Math.min(requests.length, script.length - 1)];
          requests.push(request);
          if (step instanceof Error || step === undefined) throw step ?? new Error('no script');
          return step;
        },
      },
      now: () => new Date(0),
      sleep: async (ms: number) => void waits.push(ms),
    },
  };
}

const reset = (): Error => Object.assign(new Error('socket hang up'), { code: 'ECONNRESET' });
const busy = (status: number, seconds: string): ApiAnswer => ({
  status,
  headers: { 'retry-after': seconds },
  json: undefined,
});

test('a lost connection is tried again with the same idempotency key', async () => {
  const server = scripted([reset(), reset(), SOLD]);
  assert.equal((await postRow(server.deps, ROW)).kind, 'sold');
  assert.deepEqual(
    server.requests.map((request) => request.headers?.['idempotency-key']),
    ['file-key', 'file-key', 'file-key'],
  );
  assert.deepEqual(server.waits, [500, 1000]);
});

test('after five tries without an answer the row is unanswered, with the reason', async () => {
  const server = scripted([reset()]);
  assert.deepEqual(await postRow(server.deps, ROW), {
    kind: 'unanswered',
    code: 'ECONNRESET',
    message: 'socket hang up',
  });
  assert.equal(server.requests.length, 5);
});

test('a busy server is waited for as it asks, without using up the tries', async () => {
  const script = [busy(429, '3'), busy(503, '1'), busy(507, '30'), busy(429, '0'), busy(429, '2'), busy(429, '2')];
  const server = scripted([...script, SOLD]);
  assert.equal((await postRow(server.deps, ROW)).kind, 'sold');
  assert.deepEqual(server.waits, [3000, 1000, 30_000, 250, 2000, 2000]);
});

test('a server that stays busy for ten minutes leaves the row unanswered', async () => {
  const server = scripted([busy(507, '60')]);
  assert.equal((await postRow(server.deps, ROW)).kind, 'unanswered');
  assert.equal(server.waits.length, 10);
});

test('a wrong key and a certificate nobody vouches for end the run at once', async () => {
  const json = { error: { code: 'UNAUTHORIZED', message: 'This key is not valid.' } };
  const refused = { status: 401, headers: {}, json };
  const distrust = Object.assign(new Error('self-signed'), { code: 'DEPTH_ZERO_SELF_SIGNED_CERT' });
  for (const step of [refused, distrust]) {
    const server = scripted([step]);
    await assert.rejects(postRow(server.deps, ROW), HopelessError);
    assert.equal(server.requests.length, 1);
  }
});
