import type { Fault } from '../../kernel/app-error.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import { fieldPath } from './field-path.ts';
import { decodeUtf8 } from './json.ts';
import { markTextBody } from './text-bodies.ts';

/**
 * Reads `application/x-www-form-urlencoded` bytes as an object of strings. Refuses what would be guesswork:
 * repeated names, broken percent sequences, bytes that are not UTF-8, NUL. All faults are named at once.
 */
export function parseForm(bytes: Uint8Array): Result<Record<string, string>, readonly Fault[]> {
  const text = decodeUtf8(bytes);
  if (text === undefined) {
    return fail([{ field: 'body', rule: 'bad_encoding', message: 'Is not valid UTF-8. Encode the text as UTF-8.' }]);
  }
  const values = new Map<string, string>();
  const faults: Fault[] = [];
  for (const pair of text.split('&')) {
    if (pair !== '' && faults.length < 100) readPair(pair, values, faults);
  }
  if (faults.length > 0) return fail(faults);
  return ok(markTextBody(Object.fromEntries(values)));
}

function readPair(pair: string, values: Map<string, string>, faults: Fault[]): void {
  const middle = pair.indexOf('=');
  const rawName = middle < 0 ? pair : pair.slice(0, middle);
  const name = decodeComponent(rawName);
  const value = decodeComponent(middle < 0 ? '' : pair.slice(middle + 1));
  const field = fieldPath([name ?? rawName]);
  if (name === undefined || value === undefined) {
    const message = 'Has a broken percent sequence. Encode it as UTF-8, then %XX.';
    faults.push({ field, rule: 'bad_encoding', message });
  } else if (name === '') {
    const message = 'Holds a value without a name. Name it or leave it out.';
    faults.push({ field: 'body', rule: 'empty_name', message });
  } else if (name.includes('\0') || value.includes('\0')) {
    faults.push({ field, rule: 'nul', message: 'Contains the NUL character. Remove it.' });
  } else if (values.has(name)) {
    faults.push({ field, rule: 'duplicate_key', message: 'This name appears more than once. Send it once.' });
  } else {
    values.set(name, value);
  }
}

function decodeComponent(raw: string): string | undefined {
  try {
    return decodeURIComponent(raw.replaceAll('+', ' '));
  } catch (error) {
    if (error instanceof URIError) return undefined;
    throw error;
  }
}
