import { createHash } from 'node:crypto';
import { type ContactType, hashedSpellings, type ListForm } from './domain/listed-contact.ts';
import type { Listed } from './read-listed.ts';

/** From a field and a value to its blind index; what `vault.tokens` gives. */
export type MakeToken = (field: string, value: string) => Buffer;

/** A contact in the one form that is compared: an address in lower case, a number in E.164. */
export interface Contact {
  readonly type: ContactType;
  readonly value: string;
}

const fieldOf = (type: ContactType, form: ListForm): string => (form === 'plain' ? type : `${type} ${form}`);

/** The token under which a listed contact is kept: of a plain one, that of the lead's own e-mail or phone field. */
export const listedToken = (token: MakeToken, { type, form, value }: Listed): Buffer =>
  token(fieldOf(type, form), value);

/** Every token under which some list of these forms may name the contact. */
export function contactTokens(token: MakeToken, { type, value }: Contact, forms: Iterable<ListForm>): Buffer[] {
  return [...forms].flatMap((form) =>
    form === 'plain'
      ? [token(type, value)]
      : hashedSpellings(type, value).map((spelling) =>
          token(fieldOf(type, form), createHash(form).update(spelling).digest('hex')),
        ),
  );
}
