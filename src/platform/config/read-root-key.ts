import { resolve } from 'node:path';
import { ok, type Result } from '../../kernel/result.ts';
import { type Secret, secretOf } from './secret.ts';
import { type Problem, type ReadContext, type Reader, refuse } from './setting.ts';

const MAKE_ONE = 'Make one with: openssl rand -base64 32';
const LENGTH_BYTES = 32;

/** The root key: base64 of exactly 32 random bytes, or `file:/path` of a file that holds such. */
export const rootKey: Reader<Secret<Uint8Array>> = (text, context) => {
  if (!text.startsWith('file:')) return keyOf(text);
  const content = fileText(text, context);
  return content === undefined
    ? refuse('unreadable_file', 'The key file cannot be read. Check the path and that this user may read it.')
    : keyOf(content.trim());
};

function keyOf(text: string): Result<Secret<Uint8Array>, Problem> {
  const bytes = Buffer.from(text, 'base64');
  // Node skips what is not base64, so only the spelling that comes out again is taken.
  if (bytes.length !== LENGTH_BYTES || bytes.toString('base64') !== text)
    return refuse('wrong_form', `Give base64 of exactly ${LENGTH_BYTES} bytes. ${MAKE_ONE}`);
  if (isGuessable(bytes)) return refuse('unsafe', `These bytes are not random. ${MAKE_ONE}`);
  return ok(secretOf(new Uint8Array(bytes)));
}

function fileText(text: string, context: ReadContext): string | undefined {
  const path = text.replace(/^file:(?:\/\/(?=\/))?/, '');
  return context.readFile(resolve(context.cwd, path))?.toString('latin1');
}

/**
 * Whether the bytes are plainly not random: few different values, an even step from one to the next, or typed text.
 * Each rule refuses fewer than one of 10^12 random keys.
 */
export function isGuessable(bytes: Uint8Array): boolean {
  const steps = new Set(bytes.slice(1).map((byte, index) => byte - (bytes[index] ?? 0)));
  const isTyped = bytes.every((byte) => byte >= 0x20 && byte < 0x7f);
  return isTyped || steps.size <= 2 || new Set(bytes).size <= LENGTH_BYTES / 2;
}
