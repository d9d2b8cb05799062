import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { test } from 'node:test';
import { crc32 } from 'node:zlib';
import { adoptedPrefix, couldOpen, isKeyShaped, KEY_PATTERN, keyPrefix, newApiKey, presentedKey } from './api-key.ts';

const GUIDE = path.join(import.meta.dirname, '../../../docs/operate/secret-scanning.md');
const OLD = `lr_live_${'a1B2'.repeat(11).slice(0, 43)}`;

test('a fresh key has the published shape and its checksum, and no two are alike', () => {
  const keys = Array.from({ length: 200 }, () => newApiKey());
  assert.equal(new Set(keys).size, keys.length);
  assert.equal(new Set(keys.map(keyPrefix)).size, keys.length);
  for (const key of keys) {
    assert.equal(KEY_PATTERN.exec(`token = "${key}"`)?.[0], key);
    assert.ok(isKeyShaped(key), key);
    assert.match(keyPrefix(key), /^lr_live_[0-9A-Za-z]{12}$/);
  }
});

test('the whole secret is in the key: the greatest and the smallest number still differ', () => {
  const of = (byte: number) => newApiKey({ id: Buffer.alloc(16), secret: Buffer.alloc(32, byte) }).split('_')[3] ?? '';
  assert.equal(of(0), '0'.repeat(43));
  const digits = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
  const value = [...of(255)].reduce((sum, digit) => sum * 62n + BigInt(digits.indexOf(digit)), 0n);
  assert.equal(value, 2n ** 256n - 1n);
});

test('any letter mistyped is told without a look-up', () => {
  const key = newApiKey();
  for (let index = 0; index < key.length; index += 1) {
    const wrong = key.charAt(index) === 'x' ? 'y' : 'x';
    assert.equal(isKeyShaped(key.slice(0, index) + wrong + key.slice(index + 1)), false, `letter ${index}`);
  }
  for (const text of ['', key.slice(0, -1), `${key}0`, ` ${key}`, `${OLD}0`, 'pk_live_1', 'lr_live_'])
    assert.equal(isKeyShaped(text), false, text);
});

test('keys of the old shape are still keys', () => {
  assert.equal(OLD.length, 51);
  assert.ok(isKeyShaped(OLD));
});

test('a key is read from either header, of the old shape and of the new', () => {
  for (const key of [OLD, newApiKey()]) {
    assert.equal(presentedKey({ authorization: `Bearer ${key}` }), key);
    assert.equal(presentedKey({ 'x-api-key': key }), key);
  }
  assert.equal(presentedKey({ authorization: 'Basic abcdefgh' }), undefined);
});

test('the guide for secret scanners says what the code does', async () => {
  const guide = await readFile(GUIDE, 'utf8');
  assert.ok(guide.includes(KEY_PATTERN.source), 'the pattern of the guide is not the pattern of the code');
  const example = KEY_PATTERN.exec(guide.replaceAll(KEY_PATTERN.source, ''))?.[0];
  assert.ok(example, 'the guide shows no example');
  assert.ok(isKeyShaped(example), "the example's checksum is wrong");
  const [, number] = /CRC-32 of the\s+example is `(\d+)`/.exec(guide) ?? [];
  assert.equal(Number(number), crc32(example.slice(0, example.lastIndexOf('_'))));
});

test('a key that was made elsewhere may open something, and little of it is shown', () => {
  const foreign = `pk_${'a1B2_-'.repeat(4)}`;
  assert.ok(couldOpen(foreign) && couldOpen(`lr_${'x'.repeat(20)}`) && couldOpen(newApiKey()) && couldOpen(OLD));
  assert.equal(isKeyShaped(foreign), false);
  assert.equal(adoptedPrefix(foreign), 'pk_a1B2_');
  const own = newApiKey();
  assert.equal(adoptedPrefix(own), keyPrefix(own));
  for (const text of ['', 'pk_short', `sk_${'x'.repeat(40)}`, `pk_${'x'.repeat(201)}`, `pk_${'x'.repeat(20)} `])
    assert.equal(couldOpen(text), false, text);
});
