import { fail, ok, type Result } from '../../../kernel/result.ts';

const MAX_DEPTH = 32;

/**
 * One text for all spellings of the same JSON value: keys in code-unit order, no white space.
 * Two values have the same text exactly if they are equal. Nesting beyond 32 levels is refused, not recursed into.
 */
export function canonicalJson(value: unknown): Result<string, 'too_deep'> {
  const parts: string[] = [];
  return write(value, parts, 0) ? ok(parts.join('')) : fail('too_deep');
}

/** The text whose keyed hash tells an equal payload: the campaign's id, and the body whatever its order of keys. */
export const canonicalPayload = (
  campaignId: string,
  body: Readonly<Record<string, unknown>>,
): Result<string, 'too_deep'> => canonicalJson(['lead-payload', 1, campaignId, body]);

function write(value: unknown, parts: string[], depth: number): boolean {
  if (depth > MAX_DEPTH) return false;
  if (Array.isArray(value)) return writeAll(value, '[]', parts, (item) => write(item, parts, depth + 1));
  if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value).filter((entry) => entry[1] !== undefined);
    entries.sort(([left], [right]) => (left < right ? -1 : 1));
    return writeAll(entries, '{}', parts, ([key, item]) => {
      parts.push(JSON.stringify(key), ':');
      return write(item, parts, depth + 1);
    });
  }
  // An overflowing number such as 1e999 parses to Infinity, which JSON.stringify would turn into null.
  parts.push(typeof value === 'number' && !Number.isFinite(value) ? String(value) : (JSON.stringify(value) ?? 'null'));
  return true;
}

function writeAll<T>(
  items: readonly T[],
  brackets: '[]' | '{}',
  parts: string[],
  writeOne: (item: T) => boolean,
): boolean {
  parts.push(brackets.charAt(0));
  for (const [index, item] of items.entries()) {
    if (index > 0) parts.push(',');
    if (!writeOne(item)) return false;
  }
  parts.push(brackets.charAt(1));
  return true;
}
