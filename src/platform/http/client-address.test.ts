import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { App } from './app.ts';
import { plainAddress, trustedProxyTest } from './client-address.ts';
import { startTestServer, type TestServer } from './server.fixture.ts';

let direct: TestServer;
let proxied: TestServer;

before(async () => {
  const routes = {
    routes: (app: App) => void app.get('/who', (request) => ({ who: request.clientAddress })),
  };
  direct = await startTestServer(routes);
  proxied = await startTestServer({ ...routes, trustedProxies: ['127.0.0.0/8', '10.1.0.0/16', '2001:db8::/32'] });
});
after(() => Promise.all([direct.stop(), proxied.stop()]));

async function who(server: TestServer, forwarded: string): Promise<string> {
  const answer = await server.send('GET', '/who', { headers: { 'x-forwarded-for': forwarded } });
  return (JSON.parse(answer.body) as { who: string }).who;
}

test('without trusted proxies, X-Forwarded-For is not believed', async () => {
  assert.equal(await who(direct, '203.0.113.7'), '127.0.0.1');
});

test('a trusted proxy is believed, but no further than the first address it does not vouch for', async () => {
  assert.equal(await who(proxied, '203.0.113.7'), '203.0.113.7');
  assert.equal(await who(proxied, '198.51.100.1, 203.0.113.7'), '203.0.113.7');
  assert.equal(await who(proxied, '198.51.100.1, 203.0.113.7, 10.1.2.3, 2001:db8::5'), '203.0.113.7');
});

test('what is no address is never taken for one', async () => {
  assert.equal(await who(proxied, '<script>'), '127.0.0.1');
  assert.equal(await who(proxied, '203.0.113.7, unknown, 10.1.2.3'), '10.1.2.3');
  assert.equal(await who(proxied, '203.0.113.7:4711'), '203.0.113.7');
  assert.equal(await who(proxied, '[2001:dead::1]:443'), '2001:dead::1');
  assert.equal(await who(proxied, ''), '127.0.0.1');
});

test('an inbound request id is kept from a trusted proxy alone, and only if it is sane', async () => {
  const ids = async (server: TestServer, id: string): Promise<unknown> =>
    (await server.send('GET', '/who', { headers: { 'x-request-id': id } })).headers['x-request-id'];
  assert.equal(await ids(proxied, 'edge-0001.7f3a'), 'edge-0001.7f3a');
  assert.notEqual(await ids(direct, 'edge-0001.7f3a'), 'edge-0001.7f3a');
  for (const id of ['short', 'x'.repeat(65), 'id with spaces', '<b>bold</b>', '-leading-dash']) {
    assert.match(String(await ids(proxied, id)), /^[0-9a-f]{8}-[0-9a-f]{4}-7/);
  }
});

test('addresses are compared in their plain form', () => {
  assert.equal(plainAddress('::ffff:192.0.2.1'), '192.0.2.1');
  assert.equal(plainAddress('fe80::1%eth0'), 'fe80::1');
  assert.equal(plainAddress('192.0.2.1.5'), undefined);
  const trusts = trustedProxyTest(['192.0.2.1', '2001:db8::/32']);
  assert.ok(trusts('::ffff:192.0.2.1') && trusts('2001:db8:1::9'));
  assert.ok(!trusts('192.0.2.2') && !trusts('2001:db9::1') && !trusts(undefined) && !trusts('nonsense'));
});

test('a trusted proxy that is no address or block is refused by name', () => {
  for (const block of ['proxy.local', '10.0.0.0/33', '10.0.0.0/', '2001:db8::/129', '10.0.0.0/8/8', '10.0.0.0/x']) {
    assert.throws(() => trustedProxyTest([block]), new RegExp(block.replaceAll('.', '\\.')), block);
  }
});
