import assert from 'node:assert/strict';
import { createServer } from 'node:net';
import { test } from 'node:test';
import fc from 'fast-check';
import { HOST, httpsServer, post, testOutbound } from './servers.fixture.ts';

test('a name that answers a public address first and a private one later is asked once', async (t) => {
  const server = await httpsServer(t, (_req, res) => res.end('ok'));
  const answers = [['127.0.0.1'], ['10.0.0.1']];
  let asked = 0;
  const outbound = testOutbound(t, {}, () => Promise.resolve(answers[asked++] ?? []));
  const result = await outbound.send(post(server.url));
  assert.equal(result.kind, 'response');
  assert.equal(asked, 1);
  assert.equal(server.secured.length, 1);
});

test('one address that is not public refuses the whole name, wherever it stands', async (t) => {
  const publicAddresses = ['8.8.8.8', '2606:4700::1', '1.1.1.1'];
  const bad = fc.constantFrom('10.0.0.1', '127.0.0.1', '169.254.169.254', '::1', '::ffff:8.8.8.8', 'fd00::1', 'x');
  await fc.assert(
    fc.asyncProperty(bad, fc.integer({ min: 0, max: 3 }), async (address, at) => {
      const answer = publicAddresses.toSpliced(at, 0, address);
      const outbound = testOutbound(t, { allowCidrs: [] }, () => Promise.resolve(answer));
      const result = await outbound.send(post(`https://${HOST}/`));
      assert.deepEqual({ ...result, durationMs: 0 }, { kind: 'not_sent', reason: 'address_not_public', durationMs: 0 });
    }),
    { numRuns: 30 },
  );
});

test('a private address is reached only when it is listed, and a listed one does not excuse another', async (t) => {
  const server = await httpsServer(t, (_req, res) => res.end('ok'));
  const reasonFor = async (allowCidrs: string[], answer: string[]): Promise<string> => {
    const outbound = testOutbound(t, { allowCidrs }, () => Promise.resolve(answer));
    const result = await outbound.send(post(server.url));
    return result.kind === 'not_sent' ? result.reason : result.kind;
  };
  assert.equal(await reasonFor([], ['127.0.0.1']), 'address_not_public');
  assert.equal(await reasonFor(['10.0.0.0/8'], ['127.0.0.1']), 'address_not_public');
  assert.equal(await reasonFor(['127.0.0.0/8'], ['127.0.0.1', '10.0.0.1']), 'address_not_public');
  assert.equal(await reasonFor(['127.0.0.0/8'], ['127.0.0.1']), 'response');
  assert.equal(server.secured.length, 1);
});

test('a refused address is not even dialled', async (t) => {
  let dialled = 0;
  const listener = createServer(() => (dialled += 1)).listen(0, '127.0.0.1');
  t.after(() => listener.close());
  await new Promise((resolve) => listener.once('listening', resolve));
  const address = listener.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const outbound = testOutbound(t, { allowCidrs: [] });
  for (const host of [HOST, '127.0.0.1', '[::ffff:127.0.0.1]', '0x7f.1', '[::1]', '0.0.0.0']) {
    const result = await outbound.send(post(`https://${host}:${String(port)}/`));
    assert.equal(result.kind === 'not_sent' && result.reason, 'address_not_public', host);
  }
  assert.equal(dialled, 0);
});

test('a public address is reached on port 443 only', async (t) => {
  const outbound = testOutbound(t, {}, () => Promise.resolve(['8.8.8.8']));
  for (const url of [`https://${HOST}:8443/`, `https://${HOST}:80/`, 'https://8.8.8.8:25/']) {
    const result = await outbound.send(post(url));
    assert.equal(result.kind === 'not_sent' && result.reason, 'port_not_allowed', url);
  }
});

test('a name that has no address, fails, or takes too long is unresolvable', async (t) => {
  const failing = (): Promise<string[]> => Promise.reject(Object.assign(new Error('no'), { code: 'ENOTFOUND' }));
  const cases = [() => Promise.resolve([]), failing, () => new Promise<string[]>(() => undefined)];
  for (const resolve of cases) {
    const result = await testOutbound(t, {}, resolve).send(post(`https://${HOST}/`, { timeoutMs: 50 }));
    assert.equal(result.kind === 'not_sent' && result.reason, 'unresolvable');
  }
  const result = await testOutbound(t, {}, failing).send(post(`https://${HOST}/`));
  assert.equal(result.kind === 'not_sent' && result.code, 'ENOTFOUND');
});

test('a name that resolves after the time is up is not dialled any more', async (t) => {
  const server = await httpsServer(t, (_req, res) => res.end('ok'));
  let answer: (addresses: string[]) => void = () => undefined;
  const outbound = testOutbound(t, {}, () => new Promise((resolve) => (answer = resolve)));
  const result = await outbound.send(post(server.url, { timeoutMs: 20 }));
  assert.equal(result.kind === 'not_sent' && result.reason, 'unresolvable');
  answer(['127.0.0.1']);
  await new Promise((resolve) => setTimeout(resolve, 50));
  assert.equal(server.open.size + server.secured.length, 0);
});

test('the resolver of the installation knows localhost', async (t) => {
  const { createOutbound } = await import('./create-outbound.ts');
  const outbound = createOutbound({ allowCidrs: [] });
  t.after(() => outbound.close());
  const result = await outbound.send(post('https://localhost/'));
  assert.equal(result.kind === 'not_sent' && result.reason, 'address_not_public');
});
