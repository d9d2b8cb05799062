import assert from 'node:assert/strict';
import { appendFile, mkdtemp, readFile, rm } from 'node:fs/promises';
import { request } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test, type TestContext } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { createAuthority, issueCertificate } from '../../platform/http/index.ts';
import { BEHAVIOURS } from './buyer-simulator-answers.ts';
import {
  type BuyerSimulator,
  type BuyerSimulatorOptions,
  type ReceivedLead,
  startBuyerSimulator,
} from './buyer-simulator.ts';

let dir = '';
let ca = '';
let tls = { cert: '', key: '' };
before(async () => {
  dir = await mkdtemp(join(tmpdir(), 'careroute-buyer-'));
  const authority = await createAuthority('Test authority', new Date(), 1);
  const pair = await issueCertificate({ authority, hosts: ['localhost', '127.0.0.1'], now: new Date(), days: 1 });
  [ca, tls] = [authority.certPem, { cert: pair.certPem, key: pair.keyPem }];
});
after(() => rm(dir, { recursive: true }));

type Options = Partial<BuyerSimulatorOptions>;

/** A buyer that is stopped when the test ends. */
async function buyer(context: TestContext, options: Options = {}): Promise<BuyerSimulator> {
  const base = { name: 'Bright Dental', behaviour: 'accept', tls, host: '127.0.0.1', port: 0 } as const;
  const simulator = await startBuyerSimulator({ ...base, ...options });
  context.after(() => simulator.stop());
  return simulator;
}

interface Reply {
  readonly status: number;
  readonly headers: NodeJS.Dict<string | string[]>;
  readonly text: string;
}

interface Call {
  readonly method?: string;
  readonly body?: string;
  readonly headers?: Record<string, string>;
  readonly timeoutMs?: number;
}

/** One request over verified TLS. */
function call(url: string, { method = 'POST', body = '{}', headers = {}, timeoutMs = 5_000 }: Call): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const signal = AbortSignal.timeout(timeoutMs);
    const sent = { 'content-type': 'application/json', ...headers };
    const outgoing = request(url, { method, ca, signal, agent: false, headers: sent }, (response) => {
      let text = '';
      response.on('data', (chunk: Buffer) => (text += chunk.toString()));
      response.on('error', reject);
      response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, text }));
    });
    outgoing.on('error', reject);
    outgoing.end(method === 'GET' ? undefined : body);
  });
}

const post = (simulator: BuyerSimulator, id: string, body: object = { firstName: 'Ada' }): Promise<Reply> =>
  call(`${simulator.url}/leads`, { body: JSON.stringify(body), headers: { 'idempotency-key': id }, timeoutMs: 1_000 });
const control = (simulator: BuyerSimulator, change: object): Promise<Reply> =>
  call(`${simulator.url}/control`, { body: JSON.stringify(change) });
const accepted = (reply: Reply): unknown => (JSON.parse(reply.text) as { accepted?: unknown }).accepted;

test('an accepted lead is answered as buyers do, and kept with body, headers and instant', async (context) => {
  const simulator = await buyer(context, { now: () => new Date('2026-01-02T03:04:05Z') });
  const kept = { 'idempotency-key': 'd-1', 'webhook-id': 'd-1', 'webhook-signature': 'v1,x' };
  const headers = { ...kept, authorization: 'Bearer y' };
  const reply = await call(`${simulator.url}/leads`, { body: '{"firstName":"Ada"}', headers });
  assert.equal(reply.status, 200);
  assert.deepEqual(JSON.parse(reply.text), { accepted: true, buyerLeadId: 'B-000001' });
  const expected: ReceivedLead = {
    deliveryId: 'd-1',
    receivedAt: '2026-01-02T03:04:05.000Z',
    requests: 1,
    body: { firstName: 'Ada' },
    headers: kept,
    answer: { accepted: true, buyerLeadId: 'B-000001' },
  };
  assert.deepEqual(simulator.received(), [expected]);
  const listed = await call(`${simulator.url}/received`, { method: 'GET' });
  assert.deepEqual(JSON.parse(listed.text), [expected]);
});

test('the address itself takes deliveries too', async (context) => {
  const simulator = await buyer(context);
  assert.equal(accepted(await call(simulator.url, { headers: { 'webhook-id': 'w-1' } })), true);
  assert.equal(simulator.received()[0]?.deliveryId, 'w-1');
});

test('the same delivery gets the same answer and is one lead, also when it comes twice at once', async (context) => {
  const simulator = await buyer(context, { behaviour: 'slow', delayMs: 50 });
  const replies = await Promise.all([post(simulator, 'd-1'), post(simulator, 'd-1'), post(simulator, 'd-1')]);
  simulator.control({ behaviour: 'reject' });
  replies.push(await post(simulator, 'd-1', { firstName: 'Another' }));
  assert.deepEqual(new Set(replies.map((reply) => reply.text)).size, 1);
  assert.equal(accepted(replies[0] ?? assert.fail()), true);
  assert.deepEqual(
    simulator.received().map((lead) => [lead.requests, lead.body]),
    [[4, { firstName: 'Ada' }]],
  );
});

test('requests without any id are leads of their own', async (context) => {
  const simulator = await buyer(context);
  for (let round = 0; round < 2; round += 1) await call(simulator.url, {});
  assert.deepEqual(
    simulator.received().map((lead) => [lead.deliveryId, lead.requests]),
    [
      [null, 1],
      [null, 1],
    ],
  );
});

test('every third lead is rejected with a reason, and a repeat does not count', async (context) => {
  const simulator = await buyer(context, { behaviour: 'reject_every_third' });
  const verdicts: unknown[] = [];
  for (const id of ['1', '1', '2', '3', '3', '4', '5', '6']) verdicts.push(accepted(await post(simulator, id)));
  assert.deepEqual(verdicts, [true, true, true, false, false, true, true, false]);
  assert.equal((await post(simulator, '3')).text, '{"accepted":false,"reason":"out_of_area"}');
});

test('a slow buyer answers after its delay', async (context) => {
  const simulator = await buyer(context, { behaviour: 'slow', delayMs: 120 });
  const startedAt = performance.now();
  assert.equal(accepted(await post(simulator, '1')), true);
  assert.ok(performance.now() - startedAt >= 115);
});

test('each fault looks as it does on the wire, and the delivery is decided by what comes after', async (context) => {
  const simulator = await buyer(context);
  const faults: [string, (reply: Promise<Reply>) => Promise<void>][] = [
    ['timeout', (reply) => assert.rejects(reply, { name: 'AbortError' })],
    ['reset', (reply) => assert.rejects(reply, { code: 'ECONNRESET' })],
    [
      'garbage',
      async (reply) => {
        const { status, text } = await reply;
        assert.equal(status, 200);
        assert.throws(() => JSON.parse(text), SyntaxError);
      },
    ],
    ['status_500', async (reply) => assert.equal((await reply).status, 500)],
    [
      'http_302',
      async (reply) => {
        const { status, headers } = await reply;
        assert.deepEqual([status, headers.location], [302, `${simulator.url}/elsewhere`]);
      },
    ],
  ];
  for (const [behaviour, expect] of faults) {
    assert.equal((await control(simulator, { behaviour })).status, 200);
    await expect(post(simulator, behaviour));
    assert.equal(simulator.received().at(-1)?.answer, null);
    await control(simulator, { behaviour: 'accept' });
    assert.equal(accepted(await post(simulator, behaviour)), true);
  }
  assert.deepEqual(
    simulator.received().map((lead) => lead.requests),
    [2, 2, 2, 2, 2],
  );
});

test('a buyer that lies keeps the lead, answers 500, and owns up when the delivery comes again', async (context) => {
  const simulator = await buyer(context, { behaviour: 'lie_then_accept' });
  assert.equal((await post(simulator, '1')).status, 500);
  assert.equal(simulator.received()[0]?.answer?.accepted, true);
  assert.deepEqual(JSON.parse((await post(simulator, '1')).text), { accepted: true, buyerLeadId: 'B-000001' });
  assert.equal(simulator.received().length, 1);
});

test('a duplicate is refused as one', async (context) => {
  const simulator = await buyer(context, { behaviour: 'duplicate' });
  assert.equal((await post(simulator, '1')).text, '{"accepted":false,"status":"duplicate","reason":"duplicate"}');
});

test('what is no lead is refused and not kept', async (context) => {
  const simulator = await buyer(context);
  const url = `${simulator.url}/leads`;
  const status = async (target: string, options: Call): Promise<number> => (await call(target, options)).status;
  assert.equal(await status(url, { body: '{"a":' }), 400);
  assert.equal(await status(url, { body: '[]' }), 400);
  assert.equal(await status(url, { headers: { 'content-type': 'text/plain' } }), 415);
  assert.equal(await status(url, { body: `"${'x'.repeat(1_100_000)}"` }), 413);
  assert.equal(await status(url, { method: 'GET' }), 404);
  assert.equal(await status(`${simulator.url}/elsewhere`, {}), 404);
  assert.deepEqual(simulator.received(), []);
});

test('only behaviours that exist can be asked for', async (context) => {
  const simulator = await buyer(context);
  for (const change of [{ behaviour: 'steal' }, { delayMs: -1 }, { delayMs: 'long' }, { behaviour: null }])
    assert.equal((await control(simulator, change)).status, 400);
  for (const behaviour of BEHAVIOURS) assert.equal((await control(simulator, { behaviour, delayMs: 5 })).status, 200);
});

test('with a state file a restarted buyer knows every delivery, whatever lines were cut off', async (context) => {
  const stateFile = join(dir, 'state.json');
  const first = await buyer(context, { stateFile, behaviour: 'reject_every_third' });
  for (const id of ['1', '2', '3']) await post(first, id);
  await control(first, { behaviour: 'status_500' });
  await post(first, '4');
  const known = first.received();
  await first.stop();
  await appendFile(stateFile, '[5,{"deliveryId":"5","recei\n[5,{"del');

  const second = await buyer(context, { stateFile, behaviour: 'accept' });
  assert.deepEqual(second.received(), known);
  assert.equal(accepted(await post(second, '3')), false);
  assert.deepEqual(JSON.parse((await post(second, '4')).text), { accepted: true, buyerLeadId: 'B-000004' });
  assert.deepEqual(JSON.parse((await post(second, '5')).text), { accepted: true, buyerLeadId: 'B-000005' });
  await second.stop();

  const third = await buyer(context, { stateFile });
  assert.deepEqual(third.received(), second.received());
  assert.equal((await readFile(stateFile, 'utf8')).split('\n').length, 6);
});

test('beyond its limit a buyer forgets the oldest deliveries and nothing else', async (context) => {
  const simulator = await buyer(context, { keep: 2, stateFile: join(dir, 'short.json') });
  for (const id of ['1', '2', '3', '2']) await post(simulator, id);
  assert.deepEqual(
    simulator.received().map((lead) => [lead.deliveryId, lead.requests]),
    [
      ['2', 2],
      ['3', 1],
    ],
  );
  assert.match((await post(simulator, '1')).text, /"B-000004"/);
});

test('a taken port is told with the code of the system', async (context) => {
  const { url } = await buyer(context);
  await assert.rejects(buyer(context, { port: Number(new URL(url).port) }), { code: 'EADDRINUSE' });
});

test('stopping breaks off deliveries that are under way, and the port is free again', async (context) => {
  const simulator = await buyer(context, { behaviour: 'timeout' });
  const slow = await buyer(context, { behaviour: 'slow', delayMs: 60_000 });
  const waiting = [simulator, slow].map((one) => assert.rejects(post(one, '1'), { code: 'ECONNRESET' }));
  while (simulator.received().length + slow.received().length < 2) await wait(5);
  await Promise.all([simulator.stop(), slow.stop()]);
  await Promise.all(waiting);
  const again = await buyer(context, { port: Number(new URL(simulator.url).port) });
  assert.equal(again.url, simulator.url);
});
