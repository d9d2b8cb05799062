import type { TenantReader } from '../tenancy/index.ts';
import { contactTokens, listedToken, type MakeToken } from './contact-tokens.ts';
import { LIST_FORMS } from './domain/listed-contact.ts';
import type { Listed } from './read-listed.ts';
import { suppressionMatches, suppressionsOf, type SuppressionRow } from './suppression-store.ts';

/** For whom something would be done: with neither, only what holds for everybody counts. */
interface Purpose {
  readonly buyerId?: string | null | undefined;
  readonly verticalId?: string | null | undefined;
}

/** The entries in force that name one of the contacts, and hold for everybody, for the buyer or for the vertical. */
export async function checkContacts(
  tx: TenantReader,
  token: MakeToken,
  contacts: readonly Listed[],
  { buyerId, verticalId, now }: Purpose & { readonly now: Date },
): Promise<SuppressionRow[]> {
  const tokens = contacts.flatMap((contact) =>
    contact.form === 'plain' ? contactTokens(token, contact, LIST_FORMS) : [listedToken(token, contact)],
  );
  const matches = await suppressionMatches(tx, tokens, now);
  const holding = matches.filter(
    ({ scope, scopeId }) => scope === 'global' || scopeId === (scope === 'buyer' ? buyerId : verticalId),
  );
  return suppressionsOf(tx, [...new Set(holding.map(({ id }) => id))]);
}
