import type { FieldValue } from './terms.ts';

const DECIMAL = /^[+-]?\d{1,15}(?:\.\d{1,15})?$/;
const BOOLEAN_WORDS: ReadonlyMap<string, string> = new Map([
  ['true', 'true'],
  ['1', 'true'],
  ['yes', 'true'],
  ['false', 'false'],
  ['0', 'false'],
  ['no', 'false'],
]);

/** Text in the form that is compared: Unicode NFKC, white space single, lower case. */
export const fold = (text: string): string => text.normalize('NFKC').replace(/\s+/g, ' ').trim().toLowerCase();

/** A number from a number or from plain decimal text; everything else is null. */
export function numberOf(value: FieldValue): number | null {
  if (typeof value === 'number') return Number.isFinite(value) ? value : null;
  return typeof value === 'string' && DECIMAL.test(value.trim()) ? Number(value) : null;
}

/** How two values are compared: by the type of the lead's value. */
export const KINDS = ['text', 'number', 'boolean'] as const;
export type Kind = (typeof KINDS)[number];
const kindOf = (value: FieldValue): Kind =>
  typeof value === 'string' ? 'text' : typeof value === 'number' ? 'number' : 'boolean';

/** The text by which a value is equal to others of that kind, or null where it can equal none. */
function keyOf(value: FieldValue, kind: Kind): string | null {
  if (kind === 'text') return fold(String(value));
  if (kind === 'boolean') return BOOLEAN_WORDS.get(fold(String(value))) ?? null;
  const number = numberOf(value);
  return number === null ? null : String(number === 0 ? 0 : number);
}

/** A value with its kind, alike for equal values of one kind; null where it can equal none. */
export function tagOf(value: FieldValue): string | null {
  const kind = kindOf(value);
  const key = keyOf(value, kind);
  return key === null ? null : `${kind}:${key}`;
}

/** The tags of all that a list of a contract is equal to, as a text, a number or a boolean. */
export function tagsOf(list: readonly FieldValue[]): Set<string> {
  const tags = new Set<string>();
  for (const value of list)
    for (const kind of KINDS) {
      const key = keyOf(value, kind);
      if (key !== null) tags.add(`${kind}:${key}`);
    }
  return tags;
}

const tagSets = new WeakMap<readonly FieldValue[], ReadonlySet<string>>();

/** Whether a list of a contract, which must never be changed in place, holds a value equal to the lead's. */
export function holds(list: readonly FieldValue[], tag: string | null): boolean {
  if (tag === null || list.length === 0) return false;
  let tags = tagSets.get(list);
  if (tags === undefined) tagSets.set(list, (tags = tagsOf(list)));
  return tags.has(tag);
}

const GENDERS: ReadonlyMap<string, string> = new Map([
  ['m', 'male'],
  ['man', 'male'],
  ['f', 'female'],
  ['woman', 'female'],
]);

/** A gender as it is compared: `M` is `male`, `F` is `female`, other words as they are in lower case. */
export function genderOf(text: string): string {
  const word = fold(text);
  return GENDERS.get(word) ?? word;
}
