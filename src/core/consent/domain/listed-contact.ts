/** What a person is reached by, as lists name it. */
export type ContactType = 'email' | 'phone';

/** How a list writes a contact: as it is, or as the hexadecimal text of its hash. */
export const LIST_FORMS = ['plain', 'sha256', 'sha1', 'md5'] as const;
export type ListForm = (typeof LIST_FORMS)[number];
export type HashForm = Exclude<ListForm, 'plain'>;

const FORM_OF_LENGTH: Readonly<Record<number, HashForm>> = { 32: 'md5', 40: 'sha1', 64: 'sha256' };

/** The hash that a text is of, by its length; undefined for what is no hash in hexadecimal. */
export const hashFormOf = (text: string): HashForm | undefined =>
  /^[0-9a-f]+$/i.test(text) ? FORM_OF_LENGTH[text.length] : undefined;

/**
 * The spellings of a contact that lists hash. An e-mail address has one, in lower case; a phone number in E.164 also
 * its digits without the plus sign, and a North American one its ten digits.
 */
export function hashedSpellings(type: ContactType, value: string): string[] {
  if (type === 'email') return [value];
  const digits = value.replace(/^\+/, '');
  return [value, digits, ...(/^1\d{10}$/.test(digits) ? [digits.slice(1)] : [])];
}

/** The little of a contact that may stand in clear: the last two digits of a number, the first letter of an address. */
export const hintOf = (type: ContactType, value: string): string =>
  type === 'phone' ? value.slice(-2) : value.slice(0, 1);

/** A contact as pages and answers show it: by its hint, or by the kind of hash that is all there is. */
export function maskedContact(entry: { type: string; form: string; hint: string | null }): string {
  if (entry.form !== 'plain') return `${HASH_NAMES[entry.form] ?? entry.form} of ${NAMES[entry.type] ?? 'a contact'}`;
  if (entry.hint === null) return '•••••';
  return entry.type === 'phone' ? `•••••${entry.hint}` : `${entry.hint}•••@•••`;
}

const HASH_NAMES: Readonly<Record<string, string>> = { sha256: 'SHA-256', sha1: 'SHA-1', md5: 'MD5' };
const NAMES: Readonly<Record<string, string>> = { email: 'an e-mail address', phone: 'a phone number' };

/** The first cell of a line of a file, without the quotes that spreadsheets put around it. */
export const firstCell = (line: string): string =>
  (/^\s*"([^"]*)"|^([^,;\t]*)/.exec(line) ?? []).slice(1).join('').trim();
