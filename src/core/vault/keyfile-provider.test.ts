import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { test } from 'node:test';
import fc from 'fast-check';
import { keyfileProvider } from './keyfile-provider.ts';
import { UnsealError } from './seal.ts';

const secret = Buffer.alloc(32, 3);
const context = Buffer.from('tenant 1, wrap, 1');

test('a key wrapped by one process unwraps in another with the same root secret', async () => {
  const key = randomBytes(32);
  const wrapped = await keyfileProvider(secret).wrap(key, context);
  assert.deepEqual(await keyfileProvider(Buffer.from(secret)).unwrap(wrapped, context), key);
});

test('a wrong context, another root secret and a changed bit are refused, unlike erased data', async () => {
  const provider = keyfileProvider(secret);
  const wrapped = await provider.wrap(randomBytes(32), context);
  const isRefused = (error: unknown): boolean =>
    error instanceof Error && !(error instanceof UnsealError) && /root key/.test(error.message);
  await assert.rejects(provider.unwrap(wrapped, Buffer.from('tenant 2, wrap, 1')), isRefused);
  await assert.rejects(keyfileProvider(randomBytes(32)).unwrap(wrapped, context), isRefused);
  await fc.assert(
    fc.asyncProperty(fc.nat({ max: wrapped.length * 8 - 1 }), async (bit) => {
      const changed = Buffer.from(wrapped);
      changed.writeUInt8(changed.readUInt8(bit >> 3) ^ (1 << (bit & 7)), bit >> 3);
      await assert.rejects(provider.unwrap(changed, context), isRefused);
    }),
  );
});

test('lengths that cannot be right are refused before any key is used', async () => {
  const provider = keyfileProvider(secret);
  assert.throws(() => keyfileProvider(Buffer.alloc(31)), RangeError);
  await assert.rejects(provider.wrap(randomBytes(16), context), RangeError);
  await assert.rejects(provider.unwrap(randomBytes(59), context), RangeError);
});

test('it says that it is not for production', async () => {
  assert.equal((await keyfileProvider(secret).describe()).production, false);
});
