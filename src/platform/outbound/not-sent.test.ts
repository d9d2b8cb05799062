import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { test } from 'node:test';
import { TLSSocket, createSecureContext } from 'node:tls';
import fc from 'fast-check';
import { HOST, goodPair, post, testOutbound } from './servers.fixture.ts';

const OK = 'HTTP/1.1 200 OK\r\ncontent-length: 0\r\n\r\n';

interface Case {
  readonly cutAfterMs: number;
  readonly cut: 'end' | 'destroy' | 'reset';
  readonly answerAfterMs: number;
  readonly timeoutMs: number;
  readonly maxVersion: 'TLSv1.2' | 'TLSv1.3';
  readonly requests: number;
}

const millisecond = fc.oneof(fc.integer({ min: 0, max: 12 }), fc.integer({ min: 0, max: 120 }));
const anyCase: fc.Arbitrary<Case> = fc.record({
  cutAfterMs: millisecond,
  cut: fc.constantFrom('end', 'destroy', 'reset'),
  answerAfterMs: fc.integer({ min: 0, max: 4 }),
  timeoutMs: fc.oneof(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 1, max: 200 }), fc.constant(5000)),
  maxVersion: fc.constantFrom('TLSv1.2', 'TLSv1.3'),
  requests: fc.integer({ min: 1, max: 4 }),
});

test('wherever a server or a time-out cuts, not_sent means that the server never saw the request', async (t) => {
  const seen = new Set<string>();
  const answered = new Set<string>();
  let current: Case | undefined;
  // The cut is armed on the plain connection, so that it falls before, within and after the handshake.
  const server = createServer((tcp) => {
    const { cutAfterMs = 0, cut = 'destroy', answerAfterMs = 0, maxVersion = 'TLSv1.3' } = current ?? {};
    tcp.on('error', () => tcp.destroy());
    const secureContext = createSecureContext({ key: goodPair.keyPem, cert: goodPair.certPem, maxVersion });
    const socket = new TLSSocket(tcp, { isServer: true, secureContext });
    socket.on('error', () => socket.destroy());
    socket.on('data', (data: Buffer) => {
      for (const [, id = ''] of data.toString('latin1').matchAll(/x-request: (\d+)/g)) {
        seen.add(id);
        setTimeout(() => socket.writable && socket.write(OK, () => answered.add(id)), answerAfterMs);
      }
    });
    setTimeout(() => (cut === 'reset' ? tcp.resetAndDestroy() : tcp[cut]()), cutAfterMs);
  }).listen(0, '127.0.0.1');
  t.after(() => server.close());
  await once(server, 'listening');
  const url = `https://${HOST}:${String((server.address() as AddressInfo).port)}/`;

  const outbound = testOutbound(t);
  const tally: Record<string, number> = { response: 0, not_sent: 0, uncertain: 0 };
  let nextRequest = 0;
  const run = async (one: Case): Promise<void> => {
    current = one;
    // A partition of its own gives every case connections of its own.
    const partition = `case-${String(nextRequest)}`;
    const sends = Array.from({ length: one.requests }, async () => {
      const id = String(nextRequest++);
      const headers = { 'x-request': id };
      const result = await outbound.send(post(url, { headers, timeoutMs: one.timeoutMs, partition }));
      return { id, result };
    });
    const results = await Promise.all(sends);
    // What is still under way to the server arrives within this.
    await new Promise((resolve) => setTimeout(resolve, 5));
    for (const { id, result } of results) {
      tally[result.kind] = (tally[result.kind] ?? 0) + 1;
      if (result.kind === 'not_sent') assert.ok(!seen.has(id), `${result.reason} was said of a request that arrived`);
      if (result.kind === 'response') assert.ok(answered.has(id), 'an answer was reported that nobody gave');
    }
  };
  await fc.assert(fc.asyncProperty(anyCase, run), { numRuns: 150 });
  // The cuts are of use only if they fall everywhere.
  for (const [kind, times] of Object.entries(tally)) assert.ok(times >= 3, `${kind}: ${String(times)}`);
  t.diagnostic(JSON.stringify(tally));
});
