import { type Fault, invalid } from '../../kernel/app-error.ts';
import type { ContactType } from './domain/listed-contact.ts';
import { type Listed, readListed } from './read-listed.ts';

/** The field of a body that names a contact, with what it is of where the field tells. */
interface Named {
  readonly field: string;
  readonly type: ContactType | undefined;
  readonly text: string | null | undefined;
}

/**
 * Reads the contacts of a body, by whichever of its spellings they are named. Throws VALIDATION_ERROR with every fault,
 * or if there is none at all.
 */
export function readContacts(named: readonly Named[]): Listed[] {
  const given = named.filter(({ text }) => text !== undefined && text !== null && text !== '');
  const faults: Fault[] = [];
  const contacts = given.flatMap(({ field, type, text }) => {
    const read = readListed(text ?? '', type);
    if (read.ok) return [read.value];
    faults.push({ field, ...read.error });
    return [];
  });
  if (given.length === 0) {
    const message = 'Send an e-mail address or a phone number.';
    faults.push({ field: named[0]?.field ?? 'body', rule: 'required', message });
  }
  if (faults.length > 0) throw invalid(faults);
  return contacts;
}
