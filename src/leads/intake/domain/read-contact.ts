import { extensionFieldOf, type FieldDefinition } from './fields.ts';
import { ABSENT, read, type Reading, refuse, textOf } from './reading.ts';

/** The shape HTML gives an e-mail address, with a dotted domain: ASCII only, linear to match. */
const EMAIL =
  /^[a-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?(?:\.[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?)+$/;
const TOP_LEVEL = /\.(?:[a-z]{2,63}|xn--[a-z0-9-]{1,59})$/;
const MAX_EMAIL_LENGTH = 254;
const MAX_PHONE_LENGTH = 64;

/** An e-mail address, trimmed and in lower case. The check is of syntax only, and conservative. */
export function readEmail(raw: unknown): Reading {
  const given = textOf(raw);
  if (given.kind === 'fault') return given;
  const email = given.text.trim().toLowerCase();
  if (email === '') return ABSENT;
  const [local = ''] = email.split('@', 1);
  const sound =
    email.length <= MAX_EMAIL_LENGTH &&
    EMAIL.test(email) &&
    TOP_LEVEL.test(email) &&
    !local.startsWith('.') &&
    !local.endsWith('.') &&
    !local.includes('..');
  return sound ? read(email) : refuse('not_an_email', 'Send one address such as name@example.com, in ASCII.');
}

/** Turns what people write into E.164 digits with the extension apart, or null if it is no number. */
export type ReadPhone = (text: string) => { readonly e164: string; readonly extension?: string } | null;

/** A phone number in E.164; an extension goes to a field of its own, so that it never blocks a match. */
export function readPhoneField(definition: FieldDefinition, raw: unknown, readPhone: ReadPhone): Reading {
  const given = textOf(raw);
  if (given.kind === 'fault') return given;
  const text = given.text.trim();
  if (text === '') return ABSENT;
  const phone = text.length > MAX_PHONE_LENGTH ? null : readPhone(text);
  if (phone === null || !/^\+[1-9]\d{6,14}$/.test(phone.e164)) {
    return refuse('not_a_phone', 'Send a valid number with its area code, such as 2125550123 or +12125550123.');
  }
  if (phone.extension === undefined || phone.extension === '') return read(phone.e164);
  return { kind: 'value', value: phone.e164, also: { [extensionFieldOf(definition.name)]: phone.extension } };
}
