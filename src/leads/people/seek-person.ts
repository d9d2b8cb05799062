import type { Caller } from '../../core/access/index.ts';
import type { Vault } from '../../core/vault/index.ts';
import { invalid } from '../../kernel/app-error.ts';
import { isId } from '../../kernel/ids.ts';
import { readSearch } from '../intake/index.ts';
import type { PersonFilter } from './store.ts';

/** What a search looks at. */
export type Sought = 'id' | 'email' | 'phone';

interface Seek {
  readonly field: 'search' | 'email' | 'phone' | 'personId';
  readonly value: string;
}

/** What one text seeks: a person's id in either spelling, or an exact e-mail or phone. Throws VALIDATION_ERROR. */
export async function seek(
  vault: Vault,
  caller: Caller,
  { field, value }: Seek,
): Promise<{ sought: Sought; by: PersonFilter }> {
  const number = /^P-(\d{1,15})$/i.exec(value)?.[1];
  if (field === 'search' || field === 'personId') {
    if (number !== undefined) return { sought: 'id', by: { number: Number(number) } };
    if (isId(value)) return { sought: 'id', by: { personId: value } };
  }
  if (field !== 'personId' && !caller.piiAccess)
    throw invalid([{ field, rule: 'not_available', message: 'Looking for people is not open to you. Leave it out.' }]);
  const read = field === 'personId' ? undefined : await readSearch(vault, caller.tenantId, value);
  const isMeant = read && read.sought !== 'id' && (field === 'search' || read.sought === field);
  if (!isMeant) throw invalid([{ field, rule: 'format', message: FORMATS[field] }]);
  return { sought: read.sought, by: { tokens: read.by.tokens ?? [] } };
}

/** Said of a search that is nothing to look for. */
export const SEARCH_FORMAT = {
  field: 'search',
  rule: 'format',
  message: 'Send an exact e-mail address, phone number or person id.',
} as const;

const FORMATS: Readonly<Record<Seek['field'], string>> = {
  search: SEARCH_FORMAT.message,
  email: 'Send a whole e-mail address.',
  phone: 'Send a whole phone number, such as +12025550123.',
  personId: 'Send the UUID of a person, or the short id such as P-1001.',
};
