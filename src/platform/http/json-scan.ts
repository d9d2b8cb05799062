import type { Fault } from '../../kernel/app-error.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import { fieldPath } from './field-path.ts';

/** More open brackets than this at once are refused. */
export const MAX_DEPTH = 32;

const MAX_FAULTS = 100;

/** What stands against a text: not JSON at `position` (0-based), or JSON whose content is not acceptable. */
export type ScanFault =
  | { readonly kind: 'syntax'; readonly position: number }
  | { readonly kind: 'content'; readonly faults: readonly Fault[] };

interface Scan {
  readonly text: string;
  readonly path: (string | number)[];
  readonly faults: Fault[];
  at: number;
  tooDeep: boolean;
  /** Marks of the string read last. */
  escapes: boolean;
  nul: boolean;
  loneSurrogate: boolean;
}

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const COMMA = 0x2c;
const COLON = 0x3a;
const SIMPLE_ESCAPES = new Set(Array.from('"\\/bfnrt', (character) => character.charCodeAt(0)));
const NUMBER = /-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?/y;
const HEX4 = /[0-9a-fA-F]{4}/y;

const MESSAGES = {
  duplicate_key: 'This key appears more than once in the same object. Send it once.',
  nul: 'Contains the NUL character. Remove it.',
  lone_surrogate: 'Contains half of a surrogate pair, which is not a character. Send well-formed Unicode.',
  too_deep: `Is nested more than ${MAX_DEPTH} levels deep. Send a flatter structure.`,
  number_out_of_range: 'Is a number that cannot be kept exactly. Send it as text.',
} as const;

function note(scan: Scan, rule: keyof typeof MESSAGES): void {
  if (scan.faults.length >= MAX_FAULTS) return;
  scan.faults.push({ field: fieldPath(scan.path), rule, message: MESSAGES[rule] });
}

/**
 * Walks a JSON text (RFC 8259) once, without building anything, and finds what a parser would pass over in
 * silence: repeated keys, NUL, halves of surrogate pairs, numbers that lose digits, deep nesting.
 * Names every fault by its field's path; never repeats content.
 */
export function scanJson(text: string): Result<null, ScanFault> {
  const scan: Scan = {
    text,
    path: [],
    faults: [],
    at: 0,
    tooDeep: false,
    escapes: false,
    nul: false,
    loneSurrogate: false,
  };
  skipSpace(scan);
  const complete = scanValue(scan, 0);
  if (complete) skipSpace(scan);
  if (!scan.tooDeep && (!complete || scan.at < text.length)) return fail({ kind: 'syntax', position: scan.at });
  return scan.faults.length > 0 ? fail({ kind: 'content', faults: scan.faults }) : ok(null);
}

/** Each of the following moves `at` past what it names and says whether it was there; if not, `at` is the place. */
function scanValue(scan: Scan, depth: number): boolean {
  switch (scan.text.charCodeAt(scan.at)) {
    case QUOTE:
      if (!scanString(scan)) return false;
      noteString(scan);
      return true;
    case 0x7b:
      return enter(scan, depth) && scanObject(scan, depth + 1);
    case 0x5b:
      return enter(scan, depth) && scanArray(scan, depth + 1);
    case 0x74:
      return scanWord(scan, 'true');
    case 0x66:
      return scanWord(scan, 'false');
    case 0x6e:
      return scanWord(scan, 'null');
    default:
      return scanNumber(scan);
  }
}

function enter(scan: Scan, depth: number): boolean {
  if (depth < MAX_DEPTH) return true;
  scan.tooDeep = true;
  note(scan, 'too_deep');
  return false;
}

function scanObject(scan: Scan, depth: number): boolean {
  const keys = new Set<string>();
  scan.at += 1;
  skipSpace(scan);
  if (scan.text.charCodeAt(scan.at) === 0x7d) return advance(scan);
  for (;;) {
    if (!scanMember(scan, depth, keys)) return false;
    const next = scan.text.charCodeAt(scan.at);
    if (next === 0x7d) return advance(scan);
    if (next !== COMMA) return false;
    scan.at += 1;
    skipSpace(scan);
  }
}

function scanMember(scan: Scan, depth: number, keys: Set<string>): boolean {
  const start = scan.at;
  if (scan.text.charCodeAt(start) !== QUOTE || !scanString(scan)) return false;
  const key = scan.escapes
    ? String(JSON.parse(scan.text.slice(start, scan.at)))
    : scan.text.slice(start + 1, scan.at - 1);
  scan.path.push(key);
  noteString(scan);
  if (keys.has(key)) note(scan, 'duplicate_key');
  keys.add(key);
  skipSpace(scan);
  if (scan.text.charCodeAt(scan.at) !== COLON) return false;
  scan.at += 1;
  skipSpace(scan);
  if (!scanValue(scan, depth)) return false;
  scan.path.pop();
  skipSpace(scan);
  return true;
}

function scanArray(scan: Scan, depth: number): boolean {
  scan.at += 1;
  skipSpace(scan);
  if (scan.text.charCodeAt(scan.at) === 0x5d) return advance(scan);
  for (let index = 0; ; index += 1) {
    scan.path.push(index);
    if (!scanValue(scan, depth)) return false;
    scan.path.pop();
    skipSpace(scan);
    const next = scan.text.charCodeAt(scan.at);
    if (next === 0x5d) return advance(scan);
    if (next !== COMMA) return false;
    scan.at += 1;
    skipSpace(scan);
  }
}

function scanString(scan: Scan): boolean {
  const { text } = scan;
  scan.escapes = false;
  scan.nul = false;
  scan.loneSurrogate = false;
  for (let at = scan.at + 1; ;) {
    const code = text.charCodeAt(at);
    if (code !== QUOTE && code !== BACKSLASH && code >= 0x20) {
      at += 1;
      continue;
    }
    scan.at = at;
    if (code === QUOTE) return advance(scan);
    if (code !== BACKSLASH || !scanEscape(scan)) return false;
    scan.escapes = true;
    at = scan.at;
  }
}

function scanEscape(scan: Scan): boolean {
  const kind = scan.text.charCodeAt(scan.at + 1);
  if (SIMPLE_ESCAPES.has(kind)) {
    scan.at += 2;
    return true;
  }
  const unit = codeUnitAt(scan.text, scan.at);
  if (unit === undefined) return false;
  scan.at += 6;
  if (unit === 0) scan.nul = true;
  if (unit < 0xd800 || unit > 0xdfff) return true;
  const low = unit <= 0xdbff ? codeUnitAt(scan.text, scan.at) : undefined;
  if (low !== undefined && low >= 0xdc00 && low <= 0xdfff) scan.at += 6;
  else scan.loneSurrogate = true;
  return true;
}

/** The code unit of a `\uXXXX` escape that starts at `at`, or undefined if there is none. */
function codeUnitAt(text: string, at: number): number | undefined {
  if (text.charCodeAt(at) !== BACKSLASH || text.charCodeAt(at + 1) !== 0x75) return undefined;
  HEX4.lastIndex = at + 2;
  return HEX4.test(text) ? Number.parseInt(text.slice(at + 2, at + 6), 16) : undefined;
}

function noteString(scan: Scan): void {
  if (scan.nul) note(scan, 'nul');
  if (scan.loneSurrogate) note(scan, 'lone_surrogate');
}

function scanNumber(scan: Scan): boolean {
  NUMBER.lastIndex = scan.at;
  if (!NUMBER.test(scan.text)) return false;
  const start = scan.at;
  scan.at = NUMBER.lastIndex;
  if (scan.at - start > 15 || hasExponent(scan.text, start, scan.at)) checkRange(scan, scan.text.slice(start, scan.at));
  return true;
}

function hasExponent(text: string, start: number, end: number): boolean {
  for (let at = start; at < end; at += 1) if ((text.charCodeAt(at) | 0x20) === 0x65) return true;
  return false;
}

/** A number that would become Infinity, or an integer that would change its digits, must not be altered in silence. */
function checkRange(scan: Scan, literal: string): void {
  const value = Number(literal);
  const integer = /^-?[0-9]+$/.test(literal);
  if (!Number.isFinite(value) || (integer && !Number.isSafeInteger(value))) note(scan, 'number_out_of_range');
}

function scanWord(scan: Scan, word: string): boolean {
  if (!scan.text.startsWith(word, scan.at)) return false;
  scan.at += word.length;
  return true;
}

function skipSpace(scan: Scan): void {
  for (;;) {
    const code = scan.text.charCodeAt(scan.at);
    if (code !== 0x20 && code !== 0x0a && code !== 0x0d && code !== 0x09) return;
    scan.at += 1;
  }
}

function advance(scan: Scan): true {
  scan.at += 1;
  return true;
}
