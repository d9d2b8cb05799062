import type { Fault } from '../../../kernel/app-error.ts';
import { fail, ok, type Result } from '../../../kernel/result.ts';
import type { FieldValue } from './terms.ts';

const MAX_TEXT_LENGTH = 500;

/** Collects the faults of one filter and knows the path of what it is reading. */
export interface FilterInput {
  readonly path: string;
  readonly faults: Fault[];
}

/** Notes a fault at `path` below the input, such as `.states[2]`. */
export function blame(input: FilterInput, below: string, rule: string, message: string): void {
  input.faults.push({ field: `${input.path}${below}`, rule, message });
}

/** The value if nothing was blamed, else every fault. */
export const settled = <T>(input: FilterInput, value: T): Result<T, readonly Fault[]> =>
  input.faults.length > 0 ? fail(input.faults) : ok(value);

/** A plain object with none but the allowed keys, or null with the faults noted. */
export function readObject(
  input: FilterInput,
  raw: unknown,
  allowed?: readonly string[],
): Record<string, unknown> | null {
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw)) {
    blame(input, '', 'wrong_type', 'Send an object.');
    return null;
  }
  const entries = Object.entries(raw);
  if (allowed !== undefined) {
    for (const [key] of entries) {
      if (!allowed.includes(key))
        blame(input, `.${key}`, 'unknown_field', `Is not part of this filter. Use: ${allowed.join(', ')}.`);
    }
  }
  return Object.fromEntries(
    entries.filter(([key, value]) => value !== undefined && value !== null && (allowed?.includes(key) ?? true)),
  );
}

/** The list under the one of several spellings that was used; `accept` says what an item becomes, null refuses it. */
export function readList<T>(
  input: FilterInput,
  object: Readonly<Record<string, unknown>>,
  spellings: readonly string[],
  item: { readonly accept: (raw: unknown) => T | null; readonly help: string; readonly max: number },
): T[] {
  const used = spellings.filter((spelling) => Object.hasOwn(object, spelling));
  const [name] = used;
  if (name === undefined) return [];
  if (used.length > 1) blame(input, `.${used[1] ?? name}`, 'conflict', `Says the same as ${name}. Send one of them.`);
  const raw = object[name];
  if (!Array.isArray(raw)) {
    blame(input, `.${name}`, 'wrong_type', 'Send a list.');
    return [];
  }
  if (raw.length > item.max) {
    blame(input, `.${name}`, 'too_many', `Send at most ${item.max} entries.`);
    return [];
  }
  const accepted: T[] = [];
  for (const [index, one] of raw.entries()) {
    const value = item.accept(one);
    if (value === null) blame(input, `.${name}.${index}`, 'not_valid', item.help);
    else accepted.push(value);
  }
  return [...new Set(accepted)];
}

/** A text, finite number or boolean that a lead's field may be compared with, or null. */
export function scalarOf(raw: unknown): FieldValue | null {
  if (typeof raw === 'boolean') return raw;
  if (typeof raw === 'number') return Number.isFinite(raw) ? raw : null;
  if (typeof raw !== 'string' || raw.length > MAX_TEXT_LENGTH || raw.includes('\0') || !raw.isWellFormed()) return null;
  const text = raw.normalize('NFC').trim();
  return text === '' ? null : text;
}
