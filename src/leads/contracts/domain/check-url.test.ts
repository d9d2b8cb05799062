import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkUrl, isSameOrigin } from './check-url.ts';

test('a whole HTTPS address is fine, with any path, query and port', () => {
  for (const url of ['https://buyer.example.com', 'https://buyer.example.com:8443/a?b=c', 'https://[2001:db8::1]/']) {
    assert.equal(checkUrl(url), null, url);
  }
});

test('an address that is no place for leads is refused in a sentence that says why', () => {
  const cases: readonly [string, RegExp][] = [
    ['', /whole address/],
    ['buyer.example.com/leads', /whole address/],
    ['http://buyer.example.com/', /HTTPS only/],
    ['https://user@buyer.example.com/', /authCredentials/],
    ['https://:secret@buyer.example.com/', /authCredentials/],
    ['https://buyer.example.com./', /dot/],
    ['https://buyer.example.com:0/', /Port 0/],
    ['https://buyer.example.com/#top', /never sent/],
  ];
  for (const [url, sentence] of cases) assert.match(checkUrl(url) ?? '', sentence, url);
});

test('credentials may stay for the same host and port only', () => {
  assert.equal(isSameOrigin('https://a.example/x', 'https://a.example:443/y?z'), true);
  assert.equal(isSameOrigin('https://a.example/', 'https://a.example:8443/'), false);
  assert.equal(isSameOrigin('https://a.example/', 'https://b.example/'), false);
});
