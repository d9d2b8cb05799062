import { AppError, invalid, type Fault } from '../../kernel/app-error.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import { scanJson } from './json-scan.ts';

/** Why bytes were refused: no JSON at all, or JSON with content that would be misread. Never holds content. */
export type JsonFault =
  | { readonly code: 'INVALID_JSON'; readonly message: string; readonly position: number | undefined }
  | { readonly code: 'VALIDATION_ERROR'; readonly faults: readonly Fault[] };

/** Throws on any malformed sequence, and drops a byte order mark at the start. */
const utf8 = new TextDecoder('utf-8', { fatal: true });

/** The text of UTF-8 bytes without a byte order mark, or undefined if they are not UTF-8. */
export function decodeUtf8(bytes: Uint8Array): string | undefined {
  try {
    return utf8.decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) return undefined;
    throw error;
  }
}

/**
 * Reads one JSON document (RFC 8259) from UTF-8 bytes; a byte order mark is tolerated, nothing else is.
 * Refuses what parsers read in different ways: repeated keys, NUL, lone surrogates, numbers that lose digits,
 * more than 32 levels. Keys such as `__proto__` become plain own properties.
 */
export function parseJson(bytes: Uint8Array): Result<unknown, JsonFault> {
  const text = decodeUtf8(bytes);
  if (text === undefined) return fail(broken('The body is not valid UTF-8. Encode the text as UTF-8.'));
  const scanned = scanJson(text);
  if (!scanned.ok) {
    return fail(
      scanned.error.kind === 'syntax'
        ? broken(`The body is not valid JSON: ${placeOf(text, scanned.error.position)}.`, scanned.error.position)
        : { code: 'VALIDATION_ERROR', faults: scanned.error.faults },
    );
  }
  try {
    return ok(JSON.parse(text));
  } catch (error) {
    if (error instanceof SyntaxError) return fail(broken('The body is not valid JSON.'));
    throw error;
  }
}

const broken = (message: string, position?: number): JsonFault => ({ code: 'INVALID_JSON', message, position });

/** Where the text stops being JSON, as people count: from 1. */
function placeOf(text: string, position: number): string {
  if (position >= text.length) return 'it ends too early';
  const before = text.slice(0, position).split('\n');
  const column = (before.at(-1) ?? '').length + 1;
  return `it breaks at character ${position + 1} (line ${before.length}, column ${column})`;
}

/** The public error of a refused document. */
export function jsonError(fault: JsonFault): AppError {
  if (fault.code === 'VALIDATION_ERROR') return invalid(fault.faults);
  return new AppError('INVALID_JSON', fault.message, {
    faults: [{ field: 'body', rule: 'syntax', message: fault.message }],
  });
}
