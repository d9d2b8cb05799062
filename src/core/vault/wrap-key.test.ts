import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { test } from 'node:test';
import fc from 'fast-check';
import { UnsealError } from './seal.ts';
import { unwrapDataKey, type WrapContext, wrapDataKey } from './wrap-key.ts';

const key = fc.uint8Array({ minLength: 32, maxLength: 32 }).map((array) => Buffer.from(array));
const bound: fc.Arbitrary<WrapContext> = fc.record({
  tenantId: fc.uuid(),
  subjectId: fc.uuid(),
  keyId: fc.uuid(),
  version: fc.nat(),
});

test('a wrapped key unwraps in its context', () => {
  fc.assert(
    fc.property(key, key, bound, (tenantKey, dataKey, context) => {
      const wrapped = wrapDataKey(tenantKey, dataKey, context);
      assert.equal(wrapped.length, 60);
      assert.deepEqual(unwrapDataKey(tenantKey, wrapped, context), dataKey);
    }),
  );
});

test('a wrapped key put in the row of another tenant, subject, key or version does not unwrap', () => {
  const parts = fc.constantFrom('tenantId', 'subjectId', 'keyId', 'version');
  fc.assert(
    fc.property(key, bound, bound, parts, (secret, one, other, part) => {
      fc.pre(one[part] !== other[part]);
      const wrapped = wrapDataKey(secret, randomBytes(32), one);
      assert.throws(() => unwrapDataKey(secret, wrapped, { ...one, [part]: other[part] }), UnsealError);
    }),
  );
});

test('another tenant key does not unwrap', () => {
  fc.assert(
    fc.property(key, key, bound, (one, other, context) => {
      fc.pre(!one.equals(other));
      assert.throws(() => unwrapDataKey(other, wrapDataKey(one, randomBytes(32), context), context), UnsealError);
    }),
  );
});

test('a wrapped key that was cut, lengthened or changed in any bit does not unwrap', () => {
  fc.assert(
    fc.property(key, bound, fc.nat({ max: 479 }), (secret, context, bit) => {
      const wrapped = wrapDataKey(secret, randomBytes(32), context);
      assert.throws(() => unwrapDataKey(secret, wrapped.subarray(0, 48), context), UnsealError);
      assert.throws(() => unwrapDataKey(secret, Buffer.concat([wrapped, Buffer.alloc(1)]), context), UnsealError);
      wrapped.writeUInt8(wrapped.readUInt8(bit >> 3) ^ (1 << (bit & 7)), bit >> 3);
      assert.throws(() => unwrapDataKey(secret, wrapped, context), UnsealError);
    }),
  );
});

test('only a key of 32 bytes is wrapped, as no other could be unwrapped', () => {
  const context = { tenantId: 't', subjectId: 's', keyId: 'k', version: 1 };
  assert.throws(() => wrapDataKey(randomBytes(32), randomBytes(16), context), RangeError);
});
