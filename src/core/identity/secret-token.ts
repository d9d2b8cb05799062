import { createHash, randomBytes } from 'node:crypto';
import { hmacSha256 } from '../../platform/mac/index.ts';

/** A new token of 256 random bits, in the 43 letters of base64url: for sessions and links. */
export const newToken = (random: Buffer = randomBytes(32)): string => random.toString('base64url');

/** What is stored of a token. Its 256 bits need no slow hash, and without a key any process can look it up. */
export const hashToken = (token: string): Buffer => createHash('sha256').update(token).digest();

/** A keyed hash for what has fewer bits, or names a person: recovery codes, addresses under which tries are counted. */
export const keyedHash = (pepper: Buffer, purpose: string, value: string): Buffer =>
  hmacSha256(pepper, `${purpose}\0${value}`);
