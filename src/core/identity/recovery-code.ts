import { randomBytes } from 'node:crypto';
import { keyedHash } from './secret-token.ts';

/** 31 letters and digits, none of which looks like another. */
const ALPHABET = '23456789abcdefghjkmnpqrstuvwxyz';
const LETTERS = 16;
const HOW_MANY = 10;

/** New recovery codes, each of 16 letters and digits in groups of four: about 79 bits. Shown once. */
export function newRecoveryCodes(random: (bytes: number) => Buffer = randomBytes): string[] {
  return Array.from({ length: HOW_MANY }, () => {
    let text = '';
    while (text.length < LETTERS) {
      const byte = random(1)[0] ?? 0;
      // 248 is the largest multiple of 31 in a byte: beyond it some letters would come more often.
      if (byte < 248) text += ALPHABET.charAt(byte % ALPHABET.length);
    }
    return (text.match(/.{4}/g) ?? []).join('-');
  });
}

/** What is stored of a code, however it was typed. */
export const hashRecoveryCode = (pepper: Buffer, userId: string, code: string): Buffer =>
  keyedHash(pepper, `recovery-code ${userId}`, code.toLowerCase().replace(/[^a-z0-9]/g, ''));
