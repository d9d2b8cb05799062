import { fail, ok, type Result } from '../../kernel/result.ts';
import { emailKey } from '../identity/index.ts';
import { type ContactType, hashFormOf, hintOf, type ListForm } from './domain/listed-contact.ts';
import { readPhone } from './read-phone.ts';

/** A contact as somebody listed it: normalised, or the lower-case text of its hash. */
export interface Listed {
  readonly type: ContactType;
  readonly form: ListForm;
  readonly value: string;
  /** Null for a hash. */
  readonly hint: string | null;
}

/** Why a contact could not be read; never with its value. */
export interface Unreadable {
  readonly rule: string;
  readonly message: string;
}

const FAULTS = {
  empty: 'There is nothing here. Send an e-mail address or a phone number.',
  hash_of_what: 'This is a hash. Say by the type whether it is of an e-mail address or a phone number.',
  not_an_email: 'Send one address such as name@example.com.',
  not_a_phone: 'Send a valid number with its area code, such as 2125550123 or +12125550123.',
} as const;

const unreadable = (rule: keyof typeof FAULTS) => fail({ rule, message: FAULTS[rule] });

/**
 * Reads an e-mail address, a phone number, or the SHA-256, SHA-1 or MD5 of one, into the form in which it is compared.
 * Without a type, what has an @ is an address and the rest a number; a hash does not tell what it is of.
 */
export function readListed(text: string, type?: ContactType): Result<Listed, Unreadable> {
  const trimmed = text.trim();
  if (trimmed === '') return unreadable('empty');
  const form = hashFormOf(trimmed);
  if (form !== undefined)
    return type ? ok({ type, form, value: trimmed.toLowerCase(), hint: null }) : unreadable('hash_of_what');
  const kind = type ?? (trimmed.includes('@') ? 'email' : 'phone');
  const value = kind === 'email' ? emailKey(trimmed) : trimmed.length > 64 ? undefined : readPhone(trimmed)?.e164;
  if (value === undefined) return unreadable(kind === 'email' ? 'not_an_email' : 'not_a_phone');
  return ok({ type: kind, form: 'plain', value, hint: hintOf(kind, value) });
}
