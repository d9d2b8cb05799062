import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { test } from 'node:test';
import fc from 'fast-check';
import { databaseUrl } from './read-database-url.ts';
import { isLoopbackHost, outboundNetworks, proxyNetworks } from './read-networks.ts';
import { mailbox, path } from './read-plain.ts';
import { isGuessable, rootKey } from './read-root-key.ts';
import { publicUrl, smtpUrl } from './read-urls.ts';
import type { ReadContext, Reader } from './setting.ts';

const KEY = Buffer.from('9f2c47d81be05a63c4719e2fd8360b5ae7f14c8d203bb96a5e81cd7f04329ab6', 'hex').toString('base64');
const files = new Map([
  ['/etc/key', Buffer.from(`${KEY}\n`)],
  ['/srv/key', Buffer.from(KEY)],
  ['/etc/pem', Buffer.from('pem')],
]);
const context: ReadContext = { demo: false, cwd: '/srv', readFile: (name) => files.get(name) };
const verdict = (reader: Reader<unknown>, text: string, demo = false): string => {
  const read = reader(text, { ...context, demo });
  return read.ok ? 'taken' : read.error.rule;
};

test('the root key is base64 of exactly 32 bytes, or a file of such', () => {
  assert.equal(verdict(rootKey, KEY), 'taken');
  for (const place of ['file:/etc/key', 'file:///etc/key', 'file:key']) assert.equal(verdict(rootKey, place), 'taken');
  assert.equal(verdict(rootKey, 'file:/etc/none'), 'unreadable_file');
  assert.equal(verdict(rootKey, 'file:/etc/pem'), 'wrong_form');
  for (const text of [KEY.slice(0, -1), `${KEY}\n`, ` ${KEY}`, `${KEY}${KEY}`, `${KEY}!`, 'x'])
    assert.equal(verdict(rootKey, text), 'wrong_form');
  for (const length of [16, 31, 33, 64])
    assert.equal(verdict(rootKey, randomBytes(length).toString('base64')), 'wrong_form');
});

test('a root key of bytes that are plainly not random is refused', () => {
  const half = randomBytes(16);
  const poor = [
    Buffer.alloc(32),
    Buffer.alloc(32, 0xff),
    Buffer.from(Array.from({ length: 32 }, (_, index) => index)),
    Buffer.from(Array.from({ length: 32 }, (_, index) => (index * 7 + 3) & 0xff)),
    Buffer.concat([half, half]),
    Buffer.from('Quick brown foxes jump 4 lazydogs'.slice(0, 32)),
    Buffer.from('0123456789abcdef0123456789abcdef'),
  ];
  for (const bytes of poor) assert.equal(verdict(rootKey, bytes.toString('base64')), 'unsafe');
  for (let round = 0; round < 2_000; round += 1) assert.equal(isGuessable(randomBytes(32)), false);
});

test('a database on this machine needs no TLS, whichever way its address is spelled', () => {
  for (const address of [
    'postgres://u:p@127.0.0.1/db',
    'postgresql://u@LOCALHOST:6000/db?sslmode=disable',
    'postgres://u:p@[::1]:5432/db',
    'postgres://u:p@/db?host=/run/postgresql',
    'postgres://u@%2Frun%2Fpostgresql/db',
  ])
    assert.equal(verdict(databaseUrl, address), 'taken', address);
});

test('a database over a network needs a verified host and an authenticated client', () => {
  const base = 'postgres://u:p@db.example.org/careroute';
  const both = 'sslcert=/etc/pem&sslkey=/etc/pem';
  const taken = [
    `${base}?sslmode=verify-full&${both}`,
    `postgres://u@10.0.0.5/careroute?sslmode=verify-full&sslrootcert=/etc/pem&${both}`,
  ];
  for (const address of taken) assert.equal(verdict(databaseUrl, address), 'taken', address);
  const refused = [
    base,
    `${base}?sslmode=require&${both}`,
    `${base}?sslmode=verify-ca&${both}`,
    `${base}?sslmode=no-verify&${both}`,
    `${base}?sslmode=verify-full`,
    `${base}?sslmode=verify-full&sslcert=/etc/pem`,
    `${base}?sslmode=verify-full&channel_binding=require`,
    `${base}?sslmode=verify-full&sslkey=/etc/pem`,
    `postgres://u:p@/careroute?host=db.example.org`,
    'postgres://u:p@127.0.0.1.example.org/careroute',
    'postgres://u:p@localhost,db.example.org/careroute',
    'postgres://u:p@0177.0.0.1/careroute',
    'postgres://u:p@0.0.0.0/careroute',
  ];
  for (const address of refused) assert.equal(verdict(databaseUrl, address), 'unsafe', address);
});

test('a database address that the driver could read in another way than the check is refused', () => {
  const local = 'postgres://u:p@127.0.0.1/db';
  const unknown = ['ssl=0', 'uselibpqcompat=true', 'user=x', 'port=1', 'options=-c', 'hostaddr=10.0.0.1', 'SSLMODE=x'];
  for (const more of unknown) assert.equal(verdict(databaseUrl, `${local}?${more}`), 'unsafe', more);
  for (const address of [
    `${local}?host=db.example.org`,
    `${local}?sslmode=disable&sslmode=verify-full`,
    'postgres:///db',
    'postgres://127.0.0.1/db',
    'postgres://u:p@127.0.0.1',
    'postgres://u:p@127.0.0.1/',
    'postgres://u:%zz@127.0.0.1/db',
    'postgres://u:p@127.0.0.1/d b',
    'mysql://u:p@127.0.0.1/db',
    '/run/postgresql db',
    `${local}?sslcert=relative.pem`,
  ])
    assert.equal(verdict(databaseUrl, address), 'wrong_form', address);
  assert.equal(verdict(databaseUrl, `${local}?sslrootcert=/etc/none`), 'unreadable_file');
  assert.equal(verdict(databaseUrl, `${local}?sslrootcert=/etc/%00`), 'unreadable_file');
});

test('networks come back in one spelling, single addresses as networks of one', () => {
  const read = proxyNetworks('10.0.0.0/8, 192.0.2.7  2001:DB8::/32,::1', context);
  assert.deepEqual(read.ok && read.value, ['10.0.0.0/8', '192.0.2.7/32', '2001:db8::/32', '::1/128']);
  for (const text of ['10.0.0.1/8', '10.0.0.0/33', '10/8', '0x0a.0.0.0/8', 'proxy.example.org', ',', '10.0.0.0/8;::1'])
    assert.equal(verdict(proxyNetworks, text), 'wrong_form', text);
  for (const text of ['0.0.0.0/0', '::/0']) assert.equal(verdict(proxyNetworks, text), 'unsafe');
});

test('deliveries reach loopback only in the demo, and link-local never', () => {
  for (const text of ['127.0.0.1', '127.0.0.0/8', '::1', '126.0.0.0/7', '0.0.0.0/8', '::/64', '10.0.0.0/8,127.9.9.9']) {
    assert.equal(verdict(outboundNetworks, text), 'unsafe', text);
  }
  for (const text of ['127.0.0.1', '::1']) assert.equal(verdict(outboundNetworks, text, true), 'taken');
  for (const text of ['169.254.169.254', '168.0.0.0/7', 'fe80::/64', '::ffff:127.0.0.1', '::ffff:0:0/96'])
    assert.equal(verdict(outboundNetworks, text, true), 'unsafe', text);
  for (const text of ['10.0.0.0/8', '192.168.4.0/24', 'fd00::/8'])
    assert.equal(verdict(outboundNetworks, text), 'taken');
});

test('any IPv4 network that holds a loopback address is refused, and any other one is taken', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 32 }), fc.nat({ max: 0xffff_ffff }), (bits, number) => {
      const first = ((number & (0xffff_ffff << (32 - bits))) >>> 0) / 2 ** 24;
      const last = first + 2 ** (8 - bits) - 2 ** -24;
      const address = [24, 16, 8, 0].map((shift) => Math.floor((first * 2 ** 24) / 2 ** shift) % 256).join('.');
      const touches = (octet: number): boolean => first < octet + 1 && last >= octet;
      const linkLocal = first < 169 + 255 / 256 && last >= 169 + 254 / 256;
      const expected = touches(127) || touches(0) || linkLocal ? 'unsafe' : 'taken';
      assert.equal(verdict(outboundNetworks, `${address}/${bits}`), expected);
    }),
    { numRuns: 2_000 },
  );
});

test('only loopback spellings that every parser reads alike count as this machine', () => {
  for (const host of ['127.0.0.1', '127.1.2.3', '::1', '[::1]', 'localhost', '::ffff:127.0.0.1'])
    assert.equal(isLoopbackHost(host), true, host);
  for (const host of ['127.1', '0177.0.0.1', '0.0.0.0', '::', 'localhost.example.org', '10.0.0.1', '', '128.0.0.1'])
    assert.equal(isLoopbackHost(host), false, host);
});

test('the public address is https, and comes back as an origin', () => {
  const read = publicUrl('https://Leads.Example.org:443/', context);
  assert.equal(read.ok && read.value, 'https://leads.example.org');
  const refused = ['http://a.org', 'https://a.org/path', 'https://u:p@a.org', 'https://a.org?x=1', 'a.org', 'https://'];
  for (const text of refused) assert.equal(verdict(publicUrl, text), 'wrong_form', text);
});

test('a mail server is smtp or smtps, without options that weaken it', () => {
  for (const text of ['smtps://u:p@mail.example.org', 'smtp://127.0.0.1:25', 'smtp://u%40x:p@mail.example.org:587/'])
    assert.equal(verdict(smtpUrl, text), 'taken', text);
  for (const text of ['smtp://mail.example.org?ignoreTLS=true', 'smtps://mail.example.org/x', 'smtp://m.org#x'])
    assert.equal(verdict(smtpUrl, text), 'unsafe', text);
  const refused = ['http://m.org', 'm.org', 'smtp://u@m.org', 'smtp://:p@m.org', 'smtp://u:%zz@m.org'];
  for (const text of refused) assert.equal(verdict(smtpUrl, text), 'wrong_form', text);
});

test('a sender is one address, with or without a name', () => {
  for (const text of ['a@example.org', 'Care route <a@example.org>', 'Ünal <a.b+c@mail.example.org>'])
    assert.equal(verdict(mailbox, text), 'taken', text);
  const refused = ['a', 'a@', 'a@b@c', 'a@example.org, b@c.d', 'A <a@example.org', 'a@example.org\r\nBcc: b@c.d'];
  for (const text of refused) assert.equal(verdict(mailbox, text), 'wrong_form', text);
});

test('a relative path starts at the working directory', () => {
  const read = path('data/x', context);
  assert.equal(read.ok && read.value, '/srv/data/x');
  assert.equal(verdict(path, 'a\0b'), 'wrong_form');
});
