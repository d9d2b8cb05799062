/** By what a lead is known to be of a person. */
export interface PersonKey {
  readonly field: 'email' | 'phone';
  readonly token: Buffer;
}

/**
 * The key by which a lead belongs to a person: its e-mail, or where it has none, its phone. It is told by the lead
 * alone, so that the people whom leads make do not depend on the order in which they come. Families share phones: a
 * phone beside different e-mails is a reason to suggest a merge, and never one to merge. Undefined for a lead with
 * neither, of which nobody knows whose it is.
 */
export function personKeyOf(
  tokens: readonly { readonly field: string; readonly token: Buffer }[],
): PersonKey | undefined {
  for (const field of ['email', 'phone'] as const) {
    const found = tokens.find((entry) => entry.field === field);
    if (found) return { field, token: found.token };
  }
  return undefined;
}

/** One text for one key. */
export const nameOfKey = ({ field, token }: PersonKey): string => `${token.toString('hex')}/${field}`;
