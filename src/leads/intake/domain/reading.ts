import type { FieldValue } from './fields.ts';

/** What became of one raw value. `also` holds further fields it carried, such as the extension of a phone number. */
export type Reading =
  | { readonly kind: 'absent' }
  | { readonly kind: 'fault'; readonly rule: string; readonly message: string }
  | {
      readonly kind: 'value';
      readonly value: FieldValue;
      readonly also?: Readonly<Record<string, FieldValue>>;
      readonly warning?: { readonly rule: string; readonly message: string };
    };

export const ABSENT: Reading = { kind: 'absent' };
export const read = (value: FieldValue): Reading => ({ kind: 'value', value });
export const refuse = (rule: string, message: string): Reading & { kind: 'fault' } => ({
  kind: 'fault',
  rule,
  message,
});

/** Why a text can be neither stored nor forwarded faithfully, or null: NUL, or half a UTF-16 pair. */
export function unsafeText(text: string): 'nul' | 'lone_surrogate' | null {
  if (text.includes('\0')) return 'nul';
  return text.isWellFormed() ? null : 'lone_surrogate';
}

/** What to tell the sender about each kind of unsafe text. */
export const UNSAFE_MESSAGES = {
  nul: 'Holds a NUL character. Remove it.',
  lone_surrogate: 'Holds half of a Unicode surrogate pair. Send valid Unicode.',
} as const;

/**
 * The raw value as text: a string as it is, a JSON number by its plain digits.
 * Objects, lists, booleans, and numbers that JSON cannot carry exactly are refused.
 */
export function textOf(raw: unknown): { readonly kind: 'text'; readonly text: string } | (Reading & { kind: 'fault' }) {
  if (typeof raw === 'number') {
    const text = String(raw === 0 ? 0 : raw);
    const exact = Number.isInteger(raw) ? Number.isSafeInteger(raw) : /^-?\d+\.\d+$/.test(text);
    return exact
      ? { kind: 'text', text }
      : refuse('wrong_type', 'This number cannot be read exactly. Send it as text.');
  }
  if (typeof raw !== 'string') return refuse('wrong_type', 'Send text, not an object, a list or a boolean.');
  const unsafe = unsafeText(raw);
  return unsafe === null ? { kind: 'text', text: raw } : refuse(unsafe, UNSAFE_MESSAGES[unsafe]);
}

/** Refuses a text of more than `maxLength` characters (code points), naming the limit. */
export function tooLong(text: string, maxLength: number): (Reading & { kind: 'fault' }) | null {
  if (text.length <= maxLength || [...text].length <= maxLength) return null;
  return refuse('too_long', `Send at most ${maxLength} characters.`);
}
