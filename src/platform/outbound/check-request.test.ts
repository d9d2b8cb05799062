import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { checkRequest } from './check-request.ts';
import { post } from './servers.fixture.ts';

test('a target is read from the URL, with the port always a number', () => {
  assert.deepEqual(checkRequest(post('https://Buyer.Example/in?x=1#part')), {
    ok: true,
    value: { host: 'buyer.example', isLiteral: false, port: 443, path: '/in?x=1', partition: 'tenant-1' },
  });
  const literal = checkRequest(post('https://[2606:4700::1]:8443/'));
  const { host, isLiteral, port } = literal.ok ? literal.value : {};
  assert.deepEqual({ host, isLiteral, port }, { host: '2606:4700::1', isLiteral: true, port: 8443 });
});

test('odd spellings of an address are read as the address they mean', () => {
  for (const host of ['0x7f.1', '2130706433', '0177.0.0.1', '１２７.0.0.1', '127.1']) {
    const target = checkRequest(post(`https://${host}/`));
    assert.deepEqual(target.ok && [target.value.host, target.value.isLiteral], ['127.0.0.1', true], host);
  }
});

test('only https without credentials is a usable URL', () => {
  for (const url of [
    '',
    'buyer.example',
    'http://buyer.example/',
    'ftp://buyer.example/',
    'file:///etc/passwd',
    'data:text/plain,x',
    'https://',
    'https://user@buyer.example/',
    'https://user:secret@buyer.example/',
    'https://:secret@buyer.example/',
    'https://buyer.example./',
    'https://buyer.example:0/',
    'https://buyer.example:65536/',
    'https://[::1%25eth0]/',
    'https://buyer example/',
    'javascript:alert(1)',
    `https://buyer.example/${'a'.repeat(8192)}`,
  ]) {
    assert.deepEqual(checkRequest(post(url)), { ok: false, error: 'bad_url' }, url.slice(0, 40));
  }
});

test('headers that frame the message or break the line are refused', () => {
  const bad: readonly Record<string, string>[] = [
    { Host: 'internal' },
    { 'Content-Length': '1' },
    { 'transfer-encoding': 'chunked' },
    { Connection: 'close' },
    { upgrade: 'websocket' },
    { Expect: '100-continue' },
    { te: 'trailers' },
    { Trailer: 'x' },
    { 'keep-alive': '1' },
    { 'Proxy-Authorization': 'x' },
    { '': 'x' },
    { 'a b': 'x' },
    { 'a:': 'x' },
    { 'a\r\nb': 'x' },
    { ä: 'x' },
    { 'x-a': 'one\r\nx-b: two' },
    { 'x-a': 'one\ntwo' },
    { 'x-a': 'one\rtwo' },
    { 'x-a': '\u0000' },
    { 'x-a': '\u2028' },
    { 'X-Twice': 'a', 'x-twice': 'b' },
  ];
  for (const headers of bad) {
    const request = post('https://buyer.example/', { headers });
    assert.deepEqual(checkRequest(request), { ok: false, error: 'bad_request' }, JSON.stringify(headers));
  }
});

test('no header value with a control character other than the tab gets through', () => {
  const character = fc.integer({ min: 0, max: 0x2ff }).map((code) => String.fromCharCode(code));
  fc.assert(
    fc.property(fc.string({ unit: character }), (value) => {
      const passed = checkRequest(post('https://buyer.example/', { headers: { 'x-value': value } })).ok;
      assert.equal(passed, !/[^\t\x20-\x7e\x80-\xff]/.test(value));
    }),
  );
});

test('limits that are no limits and a GET with a body are refused', () => {
  const url = 'https://buyer.example/';
  for (const timeoutMs of [0, -1, 1.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 31]) {
    assert.deepEqual(checkRequest(post(url, { timeoutMs })), { ok: false, error: 'bad_request' }, String(timeoutMs));
  }
  assert.equal(checkRequest(post(url, { maxResponseBytes: 0 })).ok, false);
  assert.equal(checkRequest(post(url, { method: 'GET' })).ok, false);
  assert.equal(checkRequest({ url, method: 'GET', headers: {}, timeoutMs: 1, partition: 'p' }).ok, true);
});
