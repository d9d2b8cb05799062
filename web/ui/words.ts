/** Names of the API's words, as people read them. */

const ROLES: Readonly<Record<string, string>> = {
  superadmin: 'Superadmin',
  owner: 'Owner',
  admin: 'Admin',
  analyst: 'Analyst',
  compliance: 'Compliance',
  support: 'Support',
  buyer: 'Buyer',
  partner: 'Partner',
  practice_owner: 'Practice owner',
  practice_admin: 'Practice admin',
  practice_member: 'Practice member',
  guest: 'Guest of the installation',
  posting: 'Posting key',
};

export const roleName = (role: string): string => ROLES[role] ?? inWords(role);

const sentenceCase = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

/** `no_matching_contracts` → `No matching contracts`. */
export const inWords = (code: string): string => sentenceCase(code.replaceAll(/[._-]+/g, ' ').trim());

/** Words that are not written like others. */
const WRITTEN: ReadonlyMap<string, string> = new Map([
  ['id', 'ID'],
  ['ip', 'IP'],
  ['zip', 'ZIP'],
  ['url', 'URL'],
  ['sms', 'SMS'],
  ['ssn', 'SSN'],
  ['tcpa', 'TCPA'],
  ['utm', 'UTM'],
  ['email', 'e-mail'],
]);

/** The name of a field of a lead or a setting: `dateOfBirth` → `Date of birth`, `zipCode` → `ZIP code`. */
export function fieldName(name: string): string {
  const apart = name.replaceAll(/([a-z\d])([A-Z])/g, '$1 $2').toLowerCase();
  const words = apart.split(/[\s._-]+/).map((word) => WRITTEN.get(word) ?? word);
  return sentenceCase(words.join(' ').trim());
}

const LIST = new Intl.ListFormat('en');

/** `a`, `a and b`, `a, b, and c`. */
export const wordList = (words: readonly string[]): string => LIST.format(words);
