import assert from 'node:assert/strict';
import { createCipheriv, randomBytes } from 'node:crypto';
import { test } from 'node:test';
import fc from 'fast-check';
import { newId } from '../../kernel/ids.ts';
import {
  additionalData,
  deriveSealingKey,
  keyIdOf,
  lengthPrefixed,
  open,
  type Place,
  seal,
  UnsealError,
} from './seal.ts';

const OVERHEAD = 1 + 16 + 32 + 12 + 16;
const word = fc.string({ unit: 'grapheme', maxLength: 12 });
const place: fc.Arbitrary<Place> = fc.record({ tenantId: fc.uuid(), table: word, recordId: fc.uuid(), part: word });
const bytes = fc.uint8Array({ maxLength: 300 }).map((array) => Buffer.from(array));
const key = fc
  .record({ id: fc.uuid(), data: fc.uint8Array({ minLength: 32, maxLength: 32 }) })
  .map(({ id, data }) => deriveSealingKey(id, Buffer.from(data)));

const someKey = deriveSealingKey('0190a1b2-0000-7000-8000-000000000001', Buffer.alloc(32, 7));
const somePlace: Place = { tenantId: 't', table: 'leads', recordId: 'r', part: 'identity' };

test('what is sealed opens again in its place, empty or not, and says which key it needs', () => {
  fc.assert(
    fc.property(key, place, bytes, (sealing, where, plaintext) => {
      const sealed = seal(sealing, where, plaintext);
      assert.deepEqual(open(sealing, where, sealed), plaintext);
      assert.equal(keyIdOf(sealed), sealing.keyId);
      assert.equal(sealed.length, plaintext.length + OVERHEAD);
    }),
  );
  assert.equal(open(someKey, somePlace, seal(someKey, somePlace, Buffer.alloc(0))).length, 0);
});

test('a value moved to another tenant, table, record or part does not open', () => {
  const cell = fc.constantFrom('tenantId', 'table', 'recordId', 'part');
  fc.assert(
    fc.property(place, cell, word, bytes, (where, changed, value, plaintext) => {
      fc.pre(where[changed] !== value);
      const sealed = seal(someKey, where, plaintext);
      assert.throws(() => open(someKey, { ...where, [changed]: value }, sealed), UnsealError);
    }),
  );
});

test('two cells whose parts are exchanged do not open', () => {
  const cell = fc.constantFrom('tenantId', 'table', 'recordId', 'part');
  fc.assert(
    fc.property(place, cell, cell, (where, one, other) => {
      fc.pre(where[one] !== where[other]);
      const sealed = seal(someKey, where, Buffer.from('x'));
      assert.throws(() => open(someKey, { ...where, [one]: where[other], [other]: where[one] }, sealed), UnsealError);
    }),
  );
});

test('a value does not open with the key of another subject, nor with another key of the same id', () => {
  fc.assert(
    fc.property(key, key, place, (one, other, where) => {
      fc.pre(!one.encryption.equals(other.encryption));
      const sealed = seal(one, where, Buffer.from('x'));
      assert.throws(() => open(other, where, sealed), UnsealError);
      assert.throws(() => open({ ...other, keyId: one.keyId }, where, sealed), UnsealError);
    }),
  );
});

test('a value that decrypts under a second key is refused, because it commits to the first', () => {
  const second = deriveSealingKey(someKey.keyId, randomBytes(32));
  const forged = seal({ ...second, commitment: someKey.commitment }, somePlace, Buffer.from('x'));
  assert.throws(() => open(second, somePlace, forged), UnsealError);
  assert.throws(() => open(someKey, somePlace, forged), UnsealError);
});

test('any one bit flipped makes a value refuse to open', () => {
  fc.assert(
    fc.property(place, bytes, fc.nat(), (where, plaintext, at) => {
      const sealed = seal(someKey, where, plaintext);
      const bit = at % (sealed.length * 8);
      sealed.writeUInt8(sealed.readUInt8(bit >> 3) ^ (1 << (bit & 7)), bit >> 3);
      assert.throws(() => open(someKey, where, sealed), UnsealError);
    }),
    { numRuns: 500 },
  );
});

test('a value cut anywhere does not open', () => {
  fc.assert(
    fc.property(bytes, fc.nat(), (plaintext, cut) => {
      const sealed = seal(someKey, somePlace, plaintext);
      assert.throws(() => open(someKey, somePlace, sealed.subarray(0, cut % sealed.length)), UnsealError);
    }),
  );
});

test('a tag of four bytes, which Node accepts unless told the length, is refused', () => {
  const whole = seal(someKey, somePlace, Buffer.alloc(0));
  const nonce = whole.subarray(49, 61);
  const cipher = createCipheriv('aes-256-gcm', someKey.encryption, nonce, { authTagLength: 4 });
  cipher.setAAD(additionalData(somePlace, someKey.keyId));
  const body = Buffer.concat([cipher.update(Buffer.alloc(32, 1)), cipher.final(), cipher.getAuthTag()]);
  assert.throws(() => open(someKey, somePlace, Buffer.concat([whole.subarray(0, 61), body])), UnsealError);
  assert.throws(() => open(someKey, somePlace, whole.subarray(0, whole.length - 12)), UnsealError);
});

test('the same text sealed twice gives nothing in common but the header', () => {
  const [one, other] = [1, 2].map(() => seal(someKey, somePlace, Buffer.alloc(32)));
  assert.ok(one && other);
  assert.deepEqual(one.subarray(0, 49), other.subarray(0, 49));
  assert.notDeepEqual(one.subarray(49, 61), other.subarray(49, 61));
  assert.notDeepEqual(one.subarray(61), other.subarray(61));
});

test('two different tuples never give the same additional data', () => {
  const unit = fc.constantFrom('a', '\0', '\u0001', 'é', '🙂');
  const tuple = fc.array(fc.string({ unit, maxLength: 4 }), { maxLength: 5 });
  fc.assert(
    fc.property(tuple, tuple, (one, other) => {
      const same = JSON.stringify(one) === JSON.stringify(other);
      assert.equal(lengthPrefixed(one).equals(lengthPrefixed(other)), same);
    }),
    { numRuns: 2000 },
  );
});

test('half a surrogate pair cannot be part of a place, as UTF-8 writes all of them alike', () => {
  for (const part of ['\uD800', 'a\uDC00']) {
    assert.throws(() => seal(someKey, { ...somePlace, part }, Buffer.from('x')), RangeError);
  }
});

test('a key id that a sealed value could not give back is refused, and so is a short data key', () => {
  for (const id of ['', 'not-an-id', '0190A1B2-0000-7000-8000-000000000001']) {
    assert.throws(() => deriveSealingKey(id, Buffer.alloc(32)), RangeError);
  }
  assert.throws(() => deriveSealingKey(newId(), Buffer.alloc(16)), RangeError);
});

test('the error tells nothing of the value, the place or the reason', () => {
  const sealed = seal(someKey, somePlace, Buffer.from('Robert'));
  const reasons = [
    () => open(someKey, { ...somePlace, part: 'health' }, sealed),
    () => open(deriveSealingKey(newId(), Buffer.alloc(32)), somePlace, sealed),
    () => open(someKey, somePlace, Buffer.alloc(3)),
  ];
  for (const reason of reasons) {
    assert.throws(reason, { name: 'UnsealError', message: 'a sealed value does not open with this key in this place' });
  }
});
