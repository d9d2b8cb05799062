import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { isOrigin } from './is-origin.ts';

test('an origin is what a browser writes, to the letter', () => {
  for (const text of ['https://a.example', 'https://a.example:8443', 'http://localhost:3000', 'https://[::1]'])
    assert.ok(isOrigin(text), text);
  for (const text of [
    '',
    '*',
    'null',
    'a.example',
    'https://a.example/',
    'https://A.example',
    'https://a.example:443',
    'https://a.example/path',
    'https://user@a.example',
    'https://*.example',
    'http://a.example',
    'ftp://a.example',
    'file:///a',
  ])
    assert.ok(!isOrigin(text), text);
});

test('whatever is taken is its own origin', () => {
  fc.assert(fc.property(fc.webUrl(), (url) => !isOrigin(url) || new URL(url).origin === url));
});
