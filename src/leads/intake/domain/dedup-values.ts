import type { FieldValue } from './fields.ts';

/** Fields that every lead can be found by, whatever makes a duplicate. */
export const SEARCHED = ['email', 'phone'] as const;

/** One value to be turned into a blind-index token: the field, and its text in the one form that is compared. */
export interface DedupValue {
  readonly field: string;
  readonly value: string;
}

/** Text in the form that is compared, never shown: Unicode NFKC, inner white space single, lower case. */
export const matchingForm = (text: string): string => text.normalize('NFKC').replace(/\s+/g, ' ').trim().toLowerCase();

/**
 * The values on which a lead may be a duplicate, for the listed fields: a match on any one of them is a duplicate.
 * An empty field gives no value, hence never matches. The extension of a phone plays no part.
 */
export function dedupValues(
  fields: Readonly<Record<string, FieldValue>>,
  listed: readonly string[],
): readonly DedupValue[] {
  return [...new Set(listed)].flatMap((field) => {
    const raw = Object.hasOwn(fields, field) ? fields[field] : undefined;
    if (raw === undefined || typeof raw === 'boolean') return [];
    const value = matchingForm(String(raw));
    return value === '' ? [] : [{ field, value }];
  });
}
