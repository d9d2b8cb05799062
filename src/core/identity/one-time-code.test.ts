import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Secret, TOTP } from 'otpauth';
import { stepOfCode, totpInvitation } from './one-time-code.ts';

/** RFC 6238, appendix B, for SHA-1; the last six of its eight digits. */
const SECRET = Buffer.from('12345678901234567890', 'ascii');
const codeAt = (secret: string, at: Date): string =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: at.getTime() });
const VECTORS = [
  [59, '287082'],
  [1111111109, '081804'],
  [1111111111, '050471'],
  [1234567890, '005924'],
  [2000000000, '279037'],
  [20000000000, '353130'],
] as const;

test('the codes are those of RFC 6238, appendix B', () => {
  const { secret } = totpInvitation(SECRET, 'marta@example.com');
  for (const [seconds, code] of VECTORS) {
    const at = new Date(seconds * 1000);
    assert.equal(codeAt(secret, at), code);
    assert.equal(stepOfCode(SECRET, code, at), Math.floor(seconds / 30));
  }
});

test('a code counts one step early and late, as the step that it is of, and no further', () => {
  const [seconds, code] = VECTORS[2];
  const after = (by: number): number | undefined => stepOfCode(SECRET, code, new Date((seconds + by) * 1000));
  const step = Math.floor(seconds / 30);
  assert.deepEqual([after(-30), after(0), after(30)], [step, step, step]);
  assert.deepEqual([after(-61), after(60)], [undefined, undefined]);
  for (const text of ['', '12345', '1234567', '05047１', ' 50471', '050472'])
    assert.equal(stepOfCode(SECRET, text, new Date(seconds * 1000)), undefined, text);
});
