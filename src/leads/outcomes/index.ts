export { codeText, RETURN_REASONS } from './code-wire.ts';
export type { Meaning } from './domain/meaning.ts';
export { readCode } from './domain/read-code.ts';
export { findMeaning } from './find-meaning.ts';
export { seedCodes } from './seed-codes.ts';
export { wordsUnlink } from './word-store.ts';
