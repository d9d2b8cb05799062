import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { indexReferrers, isBlockedReferrer, readReferrer, referrerText } from './referrer.ts';

const kept = (text: string): string | undefined => {
  const referrer = readReferrer(text);
  return referrer && referrerText(referrer);
};

test('a referrer is kept as its host and path, however it is written', () => {
  for (const text of ['example.com', 'https://EXAMPLE.com/', 'http://www.example.com?q=1', ' example.com. '])
    assert.equal(kept(text), 'example.com', text);
  assert.equal(kept('https://shop.example.com/landing/a?x=1#b'), 'shop.example.com/landing/a');
  for (const text of ['', 'example', 'ftp://example.com', 'javascript:alert(1)', 'a b.com', 'https://user@example.com'])
    assert.equal(kept(text), undefined, text);
});

test('a blocked host blocks what is on it and below it, and no other host that ends alike', () => {
  const index = indexReferrers(['bad.example']);
  for (const url of ['https://bad.example', 'https://www.bad.example/x', 'http://a.b.bad.example/y?z=1'])
    assert.equal(isBlockedReferrer(index, url), true, url);
  for (const url of ['https://notbad.example', 'https://example', 'https://bad.example.org', 'no address at all'])
    assert.equal(isBlockedReferrer(index, url), false, url);
});

test('a blocked path blocks what begins with it at a boundary', () => {
  const index = indexReferrers(['shop.example/landing']);
  for (const url of [
    'https://shop.example/landing',
    'https://shop.example/landing/a',
    'https://shop.example/landing.html',
  ])
    assert.equal(isBlockedReferrer(index, url), true, url);
  for (const url of ['https://shop.example/landings', 'https://shop.example/', 'https://shop.example/x/landing'])
    assert.equal(isBlockedReferrer(index, url), false, url);
});

test('what was read blocks itself, and reading it again changes nothing', () => {
  fc.assert(
    fc.property(fc.webUrl(), (url) => {
      const text = kept(url);
      if (text === undefined) return;
      assert.equal(kept(text), text);
      assert.equal(isBlockedReferrer(indexReferrers([text]), url), true);
    }),
  );
});
