import { explainWrite } from '../gate/index.ts';
import type { TenantWriter } from '../tenancy/index.ts';
import { type MakeToken, listedToken } from './contact-tokens.ts';
import { type ContactType, firstCell } from './domain/listed-contact.ts';
import { type Listed, readListed, type Unreadable } from './read-listed.ts';
import { type ListTerms, suppressionUpsert } from './suppression-store.ts';

/** A buyer or a vertical that is not there: of this tenant or of another, the two are not told apart. */
const RULES = {
  references: {
    suppression_entries_tenant_id_buyer_id_fkey: 'scopeId',
    suppression_entries_tenant_id_vertical_id_fkey: 'scopeId',
  },
} as const;

/** Where, when and on which terms contacts are listed. */
export interface Listing {
  readonly tx: TenantWriter;
  readonly now: Date;
  readonly token: MakeToken;
  readonly terms: ListTerms;
}

/** Lists contacts under the same terms. Throws VALIDATION_ERROR where the scope names no buyer or vertical. */
export async function listContacts(
  { tx, now, token, terms }: Listing,
  contacts: readonly Listed[],
): Promise<{ id: string; isNew: boolean }[]> {
  const byToken = new Map(
    contacts.map((contact) => {
      const { type, form, hint } = contact;
      const made = listedToken(token, contact);
      return [made.toString('hex'), { type, form, hint, token: made }];
    }),
  );
  return explainWrite(RULES, () => suppressionUpsert(tx, now, terms, [...byToken.values()]));
}

/** What became of the lines of a list, with the number of each that was refused. */
export interface ImportReport {
  readonly received: number;
  readonly added: number;
  /** Listed before, or twice among these lines. */
  readonly alreadyListed: number;
  readonly refused: readonly (Unreadable & { readonly line: number })[];
  readonly ids: readonly string[];
}

/** Lists what can be read of the lines and says why the rest cannot. Sent once more, the lines change nothing. */
export async function importLines(
  listing: Listing,
  { lines, type, firstLine }: { lines: readonly string[]; type: ContactType | undefined; firstLine: number },
): Promise<ImportReport> {
  const refused: (Unreadable & { line: number })[] = [];
  const contacts: Listed[] = [];
  for (const [index, line] of lines.entries()) {
    const read = readListed(firstCell(line), type);
    if (read.ok) contacts.push(read.value);
    else refused.push({ line: firstLine + index, ...read.error });
  }
  const written = await listContacts(listing, contacts);
  const added = written.filter(({ isNew }) => isNew).length;
  return {
    received: lines.length,
    added,
    alreadyListed: contacts.length - added,
    refused,
    ids: written.map(({ id }) => id),
  };
}
