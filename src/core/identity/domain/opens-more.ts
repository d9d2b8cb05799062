/** What of an account decides what it opens, and to whom. */
export interface Opening {
  readonly email: string;
  readonly role: string;
  readonly customRoleId: string | null;
  readonly status: string;
  readonly readOnly: boolean;
  readonly piiAccess: boolean;
  readonly accessUntil: Date | null;
}

/** What is changed of it; what is undefined stays. */
type Change = { readonly [K in keyof Opening]?: Opening[K] | undefined };

/**
 * Whether a change lets an account do more or last longer, or may let somebody else in. Another role counts whichever
 * it is, and another address too; whatever only takes away does not.
 */
export function opensMore(before: Opening, change: Change): boolean {
  const differs = (['email', 'role', 'customRoleId'] as const).some(
    (name) => change[name] !== undefined && change[name] !== before[name],
  );
  const { status, readOnly, piiAccess, accessUntil } = change;
  return (
    differs ||
    (status !== undefined && status !== 'inactive' && status !== before.status) ||
    (readOnly === false && before.readOnly) ||
    (piiAccess === true && !before.piiAccess) ||
    (accessUntil !== undefined && lastsLonger(accessUntil, before.accessUntil))
  );
}

const lastsLonger = (end: Date | null, before: Date | null): boolean =>
  before !== null && (end === null || end > before);
