import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { base64Of, LARGEST_FILE_BYTES, PIECE_BYTES, piecesOf } from './cut-file.ts';

test('bytes are the same after base64, whatever they are', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
      assert.deepEqual(Buffer.from(base64Of(bytes), 'base64'), Buffer.from(bytes));
    }),
  );
  const whole = new Uint8Array(PIECE_BYTES).fill(255);
  assert.equal(Buffer.from(base64Of(whole), 'base64').length, PIECE_BYTES);
});

test('a file is cut into as many pieces as it fills, and never into more than the server takes', () => {
  assert.deepEqual([0, 1, PIECE_BYTES, PIECE_BYTES + 1].map(piecesOf), [1, 1, 1, 2]);
  assert.equal(piecesOf(LARGEST_FILE_BYTES), 200);
});
